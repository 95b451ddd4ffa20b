// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lasterrors.h"

#include "core/whendone.h"
#include "model/errorname.h"
#include "registry/connection.h"
#include "session/workbench.h"
#include "store/journal.h"

#include <QPointer>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype headsLookedAt = 100;

//! Of several entries, until all are read.
struct EntriesReading
{
    QPromise<Result<QList<PastError>>> promise;
    QList<PastError> errors;
    qsizetype left = 0;

    void end()
    {
        std::ranges::sort(errors, std::ranges::greater(), &PastError::when);
        promise.addResult(errors);
        promise.finish();
    }
};

} // namespace

PastError pastError(const QDateTime &when, const QString &what, const Error &error)
{
    return {.when = when,
            .what = wordOf(what),
            .code = error.code.isEmpty() ? nameOf(error.kind) : wordOf(error.code),
            .requestId = wordOf(error.requestId),
            .httpStatus = error.httpStatus};
}

LastErrors::LastErrors(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    connect(&workbench, &Workbench::connectionChanged, this,
            [this] { follow(m_workbench.connection()); });
    follow(workbench.connection());
}

void LastErrors::follow(Connection *connection)
{
    if (connection)
        connect(connection, &Connection::lastCallChanged, this,
                [this, connection] { take(*connection); });
}

void LastErrors::take(const Connection &connection)
{
    const auto &call = connection.lastCall();
    if (!call || !call->error || call->error->kind == Error::Kind::Cancelled)
        return;
    m_errors.prepend(pastError(QDateTime::currentDateTimeUtc(), QString::fromLatin1(call->action),
                               *call->error));
    m_errors.resize(std::min(m_errors.size(), most));
}

QFuture<Result<QList<PastError>>> LastErrors::ofJournal()
{
    Journal *journal = m_workbench.journal();
    if (!journal)
        return readyResult<QList<PastError>>(QList<PastError>());
    return andThen<QList<PastError>>(
        journal->list({.limit = headsLookedAt}), this,
        [this, journal = QPointer(journal)](const QList<JournalHead> &heads) {
            QList<JournalHead> bad;
            std::ranges::copy_if(heads, std::back_inserter(bad), [](const JournalHead &head) {
                return head.outcome != JournalHead::Outcome::Saved
                       && head.outcome != JournalHead::Outcome::Begun;
            });
            bad.resize(std::min(bad.size(), most));
            return read(journal, bad);
        });
}

QFuture<Result<QList<PastError>>> LastErrors::read(Journal *journal,
                                                   const QList<JournalHead> &heads)
{
    if (!journal || heads.isEmpty()) // it was closed meanwhile
        return readyResult<QList<PastError>>(QList<PastError>());
    const auto reading = std::make_shared<EntriesReading>();
    reading->promise.start();
    reading->left = heads.size();
    for (const JournalHead &head : heads) {
        whenDone(journal->entry(head.id), this, [reading, head](const Result<JournalEntry> &entry) {
            if (entry && entry->error)
                reading->errors.append(pastError(head.began, nameOf(head.what), *entry->error));
            if (--reading->left == 0)
                reading->end();
        });
    }
    return reading->promise.future();
}

} // namespace modelscribe

#include "moc_lasterrors.cpp"
