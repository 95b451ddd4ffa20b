// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "core/whendone.h"
#include "registry/saveplan.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace modelscribe {

//! One SavePlan on its way, sent (SaveRun) or only looked into (SaveInquiry), for whoever follows
//! it: each step has a state, and in the end there is an outcome.
class SaveProgress : public QObject
{
    Q_OBJECT

public:
    ~SaveProgress() override;

    const SavePlan &plan() const { return m_outcome.plan; }
    bool isRunning() const { return m_started && !m_done; }
    virtual void cancel() = 0;

signals:
    void stepChanged(int index);
    //! Exactly once after it was started, also when the client goes away.
    void finished(const modelscribe::SaveOutcome &outcome);

protected:
    using StepState = SaveStep::State;

    SaveProgress(Client &client, SavePlan plan, QObject *parent);

    virtual void clientGone() = 0;

    //! False when it was started before.
    bool begin() { return !std::exchange(m_started, true); }
    bool isDone() const { return m_done; }
    SaveOutcome &outcome() { return m_outcome; }
    Client *client() const { return m_client; }

    //! Calls \p take with the answer, unless this has ended by then. \p isStep: it is the current
    //! step's own request.
    template<typename Derived, typename T>
    void ask(const Operation<T> &operation, void (Derived::*take)(const Result<T> &),
             bool isStep = false);

    qsizetype current() const { return m_current; }
    void setCurrent(qsizetype index) { m_current = index; }
    SaveStep &step() { return m_outcome.plan.steps[m_current]; }
    void setStep(StepState state, const std::optional<Error> &error = {});
    bool hasWritten() const;
    bool hasMoreWrites() const;
    void failStep(const Error &error);
    void loseStep(const Error &error);
    //! The last step's answer: compares, and makes that step Done.
    void takeHeldModel(const RegisteredModel &model);
    void finish(SaveOutcome::Result result, const std::optional<Error> &error = {});

    static Error dropped();

private:
    void noteAnswer(qsizetype index, const QString &requestId, int httpStatus);

    QPointer<Client> m_client;
    SaveOutcome m_outcome;
    qsizetype m_current = -1;
    bool m_started = false;
    bool m_done = false;
    std::function<void()> m_cancelRead;
};

template<typename Derived, typename T>
void SaveProgress::ask(const Operation<T> &operation, void (Derived::*take)(const Result<T> &),
                       bool isStep)
{
    if (!m_client) {
        if (!m_done && m_started)
            clientGone();
        return;
    }
    const auto answered = std::make_shared<Response>();
    const QFuture<Result<T>> answer = m_client->run(operation,
                                                    [answered](const Response &response) {
                                                        answered->requestId = response.requestId;
                                                        answered->httpStatus = response.httpStatus;
                                                    });
    m_cancelRead = {};
    if (!operation.request.isWrite())
        m_cancelRead = [read = QFuture<Result<T>>(answer)]() mutable { read.cancel(); };
    const qsizetype index = isStep ? m_current : -1;
    whenDone(answer, this, [this, take, answered, index](const Result<T> &result) {
        if (m_done)
            return;
        if (index >= 0 && result)
            noteAnswer(index, answered->requestId, answered->httpStatus);
        else if (index >= 0)
            noteAnswer(index, result.error().requestId, result.error().httpStatus);
        (static_cast<Derived *>(this)->*take)(result);
    });
}

} // namespace modelscribe
