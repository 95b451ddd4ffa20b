// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/writejournal.h"

#include "core/paths.h"
#include "core/visibletext.h"
#include "store/journal.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int patienceForLocks = 1000; // each time; a window locks the file for milliseconds
constexpr auto patience = 2s;

//! The result of \p future, or a failure when it takes too long.
QFuture<Result<std::monostate>> inTime(const QFuture<Result<std::monostate>> &future,
                                       QObject *context)
{
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto take = [promise](const Result<std::monostate> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    whenDone(future, context, take);
    QTimer::singleShot(patience, context, [take] {
        take(failure(Error::Kind::Storage, u"the disk does not answer"_s));
    });
    return promise->future();
}

} // namespace

WriteJournal::WriteJournal(Output &output, QObject *parent)
    : QObject(parent)
    , m_output(output)
{
}

WriteJournal::~WriteJournal() = default;

Journal &WriteJournal::journal()
{
    if (!m_journal)
        m_journal = std::make_unique<Journal>(paths::journalFile(),
                                              StoreOptions{.busyTimeout = patienceForLocks});
    return *m_journal;
}

QFuture<Result<std::monostate>> WriteJournal::begin(const JournalEntry &entry)
{
    m_begun = entry.head.id;
    return inTime(journal().begin(entry), this);
}

void WriteJournal::end(const JournalEnd &end, const std::function<void()> &done)
{
    if (m_begun.isNull()) {
        done();
        return;
    }
    whenDone(inTime(journal().complete(std::exchange(m_begun, {}), end), this), this,
             [this, done](const Result<std::monostate> &kept) {
                 if (!kept)
                     m_output.note(u"modelscribe-cli: The journal could not be written: "_s
                                   + visibleText(kept.error().detail));
                 done();
             });
}

} // namespace modelscribe

#include "moc_writejournal.cpp"
