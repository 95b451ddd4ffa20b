// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/writingcommand.h"

#include "cli/listcopies.h"
#include "connect/probecleanup.h"
#include "core/paths.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "model/wording.h"
#include "registry/leftovers.h"
#include "registry/outcomewording.h"
#include "store/draftstore.h"
#include "store/journal.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int patienceForLocks = 1000; // each time; a window locks the file for milliseconds
constexpr auto patience = 2s;

} // namespace

WritingCommand::WritingCommand(Output &output)
    : Command(output)
{
}

WritingCommand::~WritingCommand() = default;

Journal &WritingCommand::journal()
{
    if (!m_journal)
        m_journal = std::make_unique<Journal>(paths::journalFile(),
                                              StoreOptions{.busyTimeout = patienceForLocks});
    return *m_journal;
}

Writer &WritingCommand::writer()
{
    if (!m_writer) {
        m_writer = std::make_unique<Writer>(&journal());
        m_writer->setOptions({.journalPatience = patience});
        connect(m_writer.get(), &Writer::ended, this, &listcopies::take);
        // That it cannot be written is told; it stops nothing.
        connect(m_writer.get(), &Writer::journalFailed, this, [this](const Error &error) {
            output().note(u"modelscribe-cli: The journal could not be written: "_s
                          + visibleText(error.detail));
        });
    }
    return *m_writer;
}

void WritingCommand::settleLeftovers(Connection &connection, const std::function<void()> &then)
{
    if (connection.isLocked())
        return settleWrites(connection, then);
    ProbeCleanup *cleanup = ProbeCleanup::startFor(connection, paths::probesFile(), this,
                                                   {.pauses = {0ms}}); // somebody waits
    connect(cleanup, &ProbeCleanup::finished, this,
            [this, cleanup, connection = QPointer(&connection), then] {
                tellCleaned(*cleanup);
                cleanup->deleteLater();
                if (connection && !hasEnded())
                    settleWrites(*connection, then);
            });
}

void WritingCommand::tellCleaned(const ProbeCleanup &cleanup)
{
    if (cleanup.deletedCount() > 0)
        output().note(
            u"modelscribe-cli: A check of the service was interrupted earlier; models of it "
            "that were deleted now: %1"_s.arg(cleanup.deletedCount()));
    const auto &error = cleanup.error();
    for (const QString &name : cleanup.left())
        output().note(
            u"modelscribe-cli: “%1”, which a check of the service made, %2; the next command "
            "tries again"_s.arg(name,
                                error ? u"could not be deleted: "_s + wording::whatHappened(*error)
                                      : u"may still appear"_s));
    if (cleanup.left().isEmpty() && error)
        output().note(
            u"modelscribe-cli: What earlier checks of the service left behind was not looked for: "_s
            + wording::whole(*error));
}

void WritingCommand::settleWrites(Connection &connection, const std::function<void()> &then)
{
    Leftovers &leftovers = writer().leftovers();
    WriterOptions options = writer().options();
    const WriterOptions usual = options;
    options.runs.lookPauses.clear(); // one look: the person waits for another command
    writer().setOptions(options);
    connect(
        &leftovers, &Leftovers::finished, this,
        [this, usual, then] {
            writer().setOptions(usual);
            if (!hasEnded())
                then();
        },
        Qt::SingleShotConnection);
    leftovers.settle(
        connection,
        {.asks = [this](const JournalEntry &entry,
                        const std::function<void(bool)> &answer) { ask(entry, answer); },
         .takes =
             [this](const JournalEntry &entry, const WriteOutcome &outcome) {
                 tellSettled(entry, outcome);
                 return true;
             }});
}

//! A create that a window made belongs to a draft, which only a window can lead to its model.
void WritingCommand::ask(const JournalEntry &entry, const std::function<void(bool)> &answer)
{
    if (entry.head.what != JournalHead::What::Create) {
        answer(true);
        return;
    }
    if (!m_drafts)
        m_drafts = std::make_unique<DraftStore>(paths::draftsFile());
    whenDone(m_drafts->load(entry.head.registryKey, entry.head.modelId), this,
             [answer](const Result<std::optional<Draft>> &draft) { answer(draft && !*draft); });
}

void WritingCommand::tellSettled(const JournalEntry &entry, const WriteOutcome &outcome)
{
    const QString name = visibleText(entry.head.modelName.isEmpty() ? entry.head.modelId
                                                                    : entry.head.modelName);
    output().note(
        u"modelscribe-cli: Something that was begun earlier and not ended, “%1”: %2"_s.arg(
            name, outcomewording::sentence(outcome)));
}

} // namespace modelscribe

#include "moc_writingcommand.cpp"
