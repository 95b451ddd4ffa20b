// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "core/whendone.h"
#include "registry/saveplan.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>

namespace modelscribe {

//! The world as a save sees it; tests hand in their own.
struct SaveRunOptions
{
    //! Pauses before each look for a model whose creation was not answered, and before each further
    //! look for an update that may still be under way.
    QList<std::chrono::milliseconds> lookPauses{std::chrono::milliseconds(500),
                                                std::chrono::milliseconds(1500),
                                                std::chrono::milliseconds(4000)};
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    qint64 clockSkew = 0; //!< Seconds from this computer's clock to the service's.
    //! Called once, after the checks and before the first write is sent, which waits for its end,
    //! good or bad: the journal notes down what is about to happen.
    std::function<QFuture<Result<std::monostate>>(const SavePlan &)> beforeWrites;
    //! settle(): a model that is not there so long after its creation was sent was not created.
    std::chrono::milliseconds goneAfter{120'000};
};

//! Carries out one SavePlan, step by step, and stops at the first that fails.
//!
//! A write whose answer was lost is never sent again: an update is settled by reading the model, a
//! create by looking for a model of exactly this name that was not there before. A write that
//! surely was not carried out (refused connection, throttled) is sent again a few times, each time
//! after the check: who wrote meanwhile is not overwritten.
class SaveRun : public QObject
{
    Q_OBJECT

public:
    SaveRun(Client &client, SavePlan plan, QObject *parent = nullptr);
    ~SaveRun() override;

    void setOptions(SaveRunOptions options);
    const SaveRunOptions &options() const;

    const SavePlan &plan() const { return m_outcome.plan; }
    bool isRunning() const;

    //! Once.
    void start();
    //! Instead of start(), once: sends no write, but finds out by reading what of the plan is in
    //! the registry, because its answers or the program that waited for them were lost. A create is
    //! looked for by its name and content, among the models made since \p startedAt (by this
    //! computer's clock). Every write ends as Done or Failed (nothing of it is there), or Unknown:
    //! what is there is neither, or (then SaveOutcome::now is not set) reading did not tell.
    void settle(const QDateTime &startedAt);
    bool isSettling() const;
    //! Before the first write: ends as Cancelled. Later: lets the running request finish, then
    //! stops.
    void cancel();
    //! Create: go on although a model of this name exists (after Result::NameTaken, in a new run).
    void allowSameName() { m_allowSameName = true; }

signals:
    void stepChanged(int index);
    //! Exactly once after start(), also when the client goes away.
    void finished(const modelscribe::SaveOutcome &outcome);

private:
    using StepState = SaveStep::State;

    template<typename T>
    void ask(const Operation<T> &operation, void (SaveRun::*take)(const Result<T> &),
             bool isStep = false);
    void noteAnswer(qsizetype index, const QString &requestId, int httpStatus);
    void next();
    void announceWrites();
    void runStep();
    SaveStep &step();
    void setStep(StepState state, const std::optional<Error> &error = {});
    bool hasWritten() const;
    bool hasMoreWrites() const;

    void takeNames(const Result<operations::ModelPage> &page);
    void takeUnchanged(const Result<RegisteredModel> &model);
    void takeCreated(const Result<QString> &id);
    void created(const QString &id, bool foundByName);
    void takeWritten(const Result<std::monostate> &answer);
    void takeReadBack(const Result<RegisteredModel> &model);

    void lookForCreated();
    void takeLook(const Result<operations::ModelPage> &page);
    void tryCandidate();
    void takeCandidate(const Result<RegisteredModel> &model);
    bool isOurs(const RegisteredModel &model) const;
    void giveUpLooking();
    void takeSettling(const Result<RegisteredModel> &model);
    void beginSettling();
    void takeHeld(const Result<RegisteredModel> &model);
    void endSettling(SaveStep::State state, const Error &error);

    void lookAgain();
    void startOver(const Error &error);
    void failStep(const Error &error);
    void loseStep(const Error &error);
    void stopAfterCancel();
    void clientGone();
    void finish(SaveOutcome::Result result, const std::optional<Error> &error = {});

    SaveOutcome m_outcome;
    bool m_allowSameName = false;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
