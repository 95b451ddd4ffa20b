// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of SaveRun share; nobody else includes it.
#include "registry/lostwrite.h"
#include "registry/saverun.h"

#include <QHash>
#include <QSet>

namespace modelscribe {

struct SaveRun::Private
{
    QPointer<Client> client;
    SaveRunOptions options;
    bool started = false;
    bool settling = false;
    bool announced = false;
    bool done = false;
    bool cancelled = false;
    qsizetype current = -1;
    bool pausing = false;           //!< Before it starts over.
    QHash<qsizetype, int> attempts; //!< How often the write of a step was sent.
    std::function<void()> cancelRead;

    QSet<QString> idsBefore; //!< Of models of this name before the create.
    QDateTime startedAt;     //!< By this computer's clock.
    std::optional<Error> lost;
    qsizetype look = 0;
    bool lookAnswered = false; //!< The last look saw all there is.
    QList<RegisteredModel> candidates;
};

//! Calls \p take with the answer, unless the run has ended by then. \p isStep: it is the current
//! step's own request.
template<typename T>
void SaveRun::ask(const Operation<T> &operation, void (SaveRun::*take)(const Result<T> &),
                  bool isStep)
{
    if (!d->client) {
        clientGone();
        return;
    }
    const auto answered = std::make_shared<Response>();
    const QFuture<Result<T>> answer = d->client->run(operation,
                                                     [answered](const Response &response) {
                                                         answered->requestId = response.requestId;
                                                         answered->httpStatus = response.httpStatus;
                                                     });
    d->cancelRead = {};
    if (!operation.request.isWrite())
        d->cancelRead = [read = QFuture<Result<T>>(answer)]() mutable { read.cancel(); };
    const qsizetype index = isStep ? d->current : -1;
    whenDone(answer, this, [this, take, answered, index](const Result<T> &result) {
        if (d->done)
            return;
        if (index >= 0 && result)
            noteAnswer(index, answered->requestId, answered->httpStatus);
        else if (index >= 0)
            noteAnswer(index, result.error().requestId, result.error().httpStatus);
        (this->*take)(result);
    });
}

} // namespace modelscribe
