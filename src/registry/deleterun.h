// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "core/whendone.h"
#include "model/registeredmodel.h"
#include "registry/saverun.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace modelscribe {

//! What came of a deletion.
struct DeleteOutcome
{
    enum class Result {
        Deleted,
        GoneAlready, //!< By somebody else.
        Moved,       //!< It is not what was looked at; nothing was sent. See now.
        Failed,      //!< It is still there, or nothing was sent.
        Unknown      //!< It went out, its answer was lost and looking did not settle it.
    };

    Result result = Result::Failed;
    //! As it was read last, before the deletion was sent or when its answer was lost.
    std::optional<RegisteredModel> now;
    QString requestId; //!< Of the answer to the deletion.
    int httpStatus = 0;
    std::optional<Error> error;
};

struct DeleteRunOptions
{
    //! Pauses before further looks for a model whose deletion may still be under way.
    QList<std::chrono::milliseconds> lookPauses = SaveRunOptions().lookPauses;
    //! Called once, when the model was read and before the deletion is sent, which waits for its
    //! end, good or bad: the journal notes down what is about to go.
    std::function<QFuture<Result<std::monostate>>(const RegisteredModel &)> beforeDeletion;
    //! Whether what was read is what is to be deleted; without it anything is.
    std::function<bool(const RegisteredModel &)> isExpected;
    //! Also one that this key may delete but not read.
    bool evenUnread = false;
};

//! Deletes one model as a save would be made: reads it, compares, notes it down, sends the deletion
//! once, and settles a lost answer by reading. What surely was not carried out is sent again only
//! when the model still is what was read.
class DeleteRun : public QObject
{
    Q_OBJECT

public:
    DeleteRun(Client &client, const QString &modelId, QObject *parent = nullptr);

    void setOptions(DeleteRunOptions options) { m_options = std::move(options); }
    //! Once.
    void start();
    //! Instead of start(), once: sends no deletion, but finds out by reading what became of one
    //! whose answer, or the program that waited for it, was lost.
    void settle();
    //! Before the deletion is sent: ends as Failed (Cancelled). Later: waits for its answer.
    void cancel();
    bool isRunning() const { return m_started && !m_done; }
    //! The deletion is under way and may have been carried out.
    bool isSent() const { return m_sent; }

signals:
    //! Exactly once after start(), also when the client goes away.
    void finished(const modelscribe::DeleteOutcome &outcome);

private:
    template<typename T>
    void ask(const Operation<T> &operation, void (DeleteRun::*take)(const Result<T> &));
    void read();
    void takeModel(const Result<RegisteredModel> &model);
    void announce(const RegisteredModel &model);
    void send();
    void takeAnswer(const Result<std::monostate> &answer);
    void look();
    void takeLook(const Result<RegisteredModel> &model);
    void finish(DeleteOutcome::Result result, const std::optional<Error> &error = {});

    QPointer<Client> m_client;
    QString m_modelId;
    DeleteRunOptions m_options;
    bool m_started = false;
    bool m_announced = false;
    bool m_sent = false;
    bool m_cancelled = false;
    bool m_done = false;
    int m_attempt = 0;
    qsizetype m_looks = 0;
    Response m_answer; //!< The last good one.
    std::optional<Error> m_lost;
    DeleteOutcome m_outcome;
};

} // namespace modelscribe
