// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/deleterun.h"

#include "model/modeldiff.h"
#include "registry/lostwrite.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Ended = DeleteOutcome::Result;

DeleteRun::DeleteRun(Client &client, const QString &modelId, QObject *parent)
    : QObject(parent)
    , m_client(&client)
    , m_modelId(modelId)
{
}

void DeleteRun::start()
{
    if (!std::exchange(m_started, true))
        QTimer::singleShot(0, this, &DeleteRun::read);
}

void DeleteRun::settle()
{
    if (std::exchange(m_started, true))
        return;
    m_sent = true;
    m_lost = Error{
        .kind = Error::Kind::Network, .detail = u"the answer was lost"_s, .outcomeUnknown = true};
    QTimer::singleShot(0, this, &DeleteRun::look);
}

void DeleteRun::cancel()
{
    m_cancelled = true;
    if (isRunning() && !m_sent)
        finish(Ended::Failed, Error{.kind = Error::Kind::Cancelled});
}

//! Calls \p take with the answer, unless the run has ended by then.
template<typename T>
void DeleteRun::ask(const Operation<T> &operation, void (DeleteRun::*take)(const Result<T> &))
{
    if (!m_client) {
        const Error gone{.kind = Error::Kind::Network, .detail = u"the connection was dropped"_s};
        finish(m_sent ? Ended::Unknown : Ended::Failed, m_lost.value_or(gone));
        return;
    }
    const auto response = std::make_shared<Response>();
    const auto answered = [response](const Response &answer) { *response = answer; };
    whenDone(m_client->run(operation, answered), this,
             [this, take, response](const Result<T> &result) {
                 if (m_done)
                     return;
                 m_answer = std::move(*response);
                 (this->*take)(result);
             });
}

void DeleteRun::read()
{
    if (!m_done)
        ask(operations::getModel(m_modelId), &DeleteRun::takeModel);
}

void DeleteRun::takeModel(const Result<RegisteredModel> &model)
{
    const bool mayNotRead = !model && model.error().kind == Error::Kind::Forbidden;
    if (!model && !(mayNotRead && m_options.evenUnread)) {
        const bool isGone = model.error().kind == Error::Kind::NotFound;
        finish(isGone ? Ended::GoneAlready : Ended::Failed, model.error());
        return;
    }
    const RegisteredModel now = model.value_or(RegisteredModel{.id = m_modelId});
    if (now.isReadOnly()) {
        finish(Ended::Failed, Error{.kind = Error::Kind::Invalid,
                                    .detail = u"this model belongs to "_s + now.provider
                                              + u" and cannot be deleted"_s});
        return;
    }
    // After a deletion that was not carried out it must still be what was read first.
    const bool isSame = !m_outcome.now || !model
                        || sameMeaning(m_outcome.now->metadata, now.metadata);
    const bool isExpected = !m_options.isExpected || !model || m_options.isExpected(now);
    m_outcome.now = now;
    if (!isSame || !isExpected) {
        finish(Ended::Moved, Error{.kind = Error::Kind::Conflict});
        return;
    }
    if (m_options.beforeDeletion && !std::exchange(m_announced, true))
        announce(now);
    else
        send();
}

//! Goes on when the future has ended in whatever way, be it cancelled without an end.
void DeleteRun::announce(const RegisteredModel &model)
{
    auto *watcher = new QFutureWatcher<Result<std::monostate>>(this);
    const auto goOn = [this, watcher] {
        watcher->disconnect(this);
        watcher->deleteLater();
        send();
    };
    connect(watcher, &QFutureWatcherBase::finished, this, goOn);
    connect(watcher, &QFutureWatcherBase::canceled, this, goOn);
    watcher->setFuture(m_options.beforeDeletion(model));
}

void DeleteRun::send()
{
    if (m_done)
        return;
    auto deletion = operations::deleteModel(m_modelId);
    deletion.request.attempt = ++m_attempt;
    m_sent = m_client != nullptr;
    ask(deletion, &DeleteRun::takeAnswer);
}

void DeleteRun::takeAnswer(const Result<std::monostate> &answer)
{
    m_outcome.requestId = answer ? m_answer.requestId : answer.error().requestId;
    m_outcome.httpStatus = answer ? m_answer.httpStatus : answer.error().httpStatus;
    if (answer) {
        finish(Ended::Deleted);
        return;
    }
    const Error &error = answer.error();
    if (mayHaveHappened(error)) {
        m_lost = error;
        m_lost->outcomeUnknown = true;
        look();
        return;
    }
    m_sent = false;
    if (error.kind == Error::Kind::NotFound)
        finish(Ended::GoneAlready, error);
    else if (error.againAfter && !m_cancelled)
        QTimer::singleShot(*error.againAfter, this, &DeleteRun::read);
    else
        finish(Ended::Failed, m_cancelled ? Error{.kind = Error::Kind::Cancelled} : error);
}

void DeleteRun::look()
{
    if (!m_done)
        ask(operations::getModel(m_modelId), &DeleteRun::takeLook);
}

void DeleteRun::takeLook(const Result<RegisteredModel> &model)
{
    if (model)
        m_outcome.now = *model;
    if (!model && model.error().kind == Error::Kind::NotFound) {
        finish(Ended::Deleted);
    } else if (!model) {
        finish(Ended::Unknown, m_lost);
    } else if (mayStillCome(*m_lost) && !m_cancelled && m_looks < m_options.lookPauses.size()) {
        QTimer::singleShot(m_options.lookPauses[m_looks++], this, &DeleteRun::look);
    } else {
        m_lost->outcomeUnknown = false; // it is there
        finish(Ended::Failed, m_lost);
    }
}

void DeleteRun::finish(Ended result, const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    m_outcome.result = result;
    m_outcome.error = error;
    if (m_outcome.error)
        m_outcome.error->againAfter.reset();
    const DeleteOutcome outcome = m_outcome;
    emit finished(outcome);
}

} // namespace modelscribe
