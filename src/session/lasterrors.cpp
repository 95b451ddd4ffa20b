// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lasterrors.h"

#include "core/whendone.h"
#include "registry/connection.h"
#include "session/workbench.h"
#include "store/journal.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestWord = 80;
constexpr qsizetype headsLookedAt = 100;

constexpr std::array errorKinds = {"Cancelled"_L1,    "Network"_L1,   "Tls"_L1,      "Timeout"_L1,
                                   "Unauthorized"_L1, "Forbidden"_L1, "NotFound"_L1, "Conflict"_L1,
                                   "Throttled"_L1,    "Service"_L1,   "Decode"_L1,   "Invalid"_L1,
                                   "Storage"_L1};

//! What the service sends as a code may be anything; what is no code may be somebody's text.
QString wordOf(const QString &text)
{
    const bool isWord = text.size() <= longestWord && std::ranges::all_of(text, [](QChar c) {
                            return c.unicode() < 128
                                   && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
                        });
    return isWord ? text : u"?"_s;
}

PastError pastError(const QDateTime &when, const QString &what, const Error &error)
{
    return {.when = when,
            .what = wordOf(what),
            .code = error.code.isEmpty() ? QString(errorKinds.at(size_t(error.kind)))
                                         : wordOf(error.code),
            .requestId = wordOf(error.requestId),
            .httpStatus = error.httpStatus};
}

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
    const auto reading = std::make_shared<EntriesReading>();
    reading->promise.start();
    whenDone(journal->list({.limit = headsLookedAt}), this,
             [this, reading](const Result<QList<JournalHead>> &heads) {
                 QList<JournalHead> bad;
                 if (heads)
                     std::ranges::copy_if(*heads, std::back_inserter(bad),
                                          [](const JournalHead &head) {
                                              return head.outcome != JournalHead::Outcome::Saved
                                                     && head.outcome != JournalHead::Outcome::Begun;
                                          });
                 bad.resize(std::min(bad.size(), most));
                 reading->left = bad.size();
                 if (bad.isEmpty())
                     reading->end();
                 for (const JournalHead &head : bad) {
                     whenDone(m_workbench.journal()->entry(head.id), this,
                              [reading, head](const Result<JournalEntry> &entry) {
                                  if (entry && entry->error)
                                      reading->errors.append(
                                          pastError(head.began, nameOf(head.what), *entry->error));
                                  if (--reading->left == 0)
                                      reading->end();
                              });
                 }
             });
    return reading->promise.future();
}

} // namespace modelscribe

#include "moc_lasterrors.cpp"
