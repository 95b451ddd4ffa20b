// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/leftovers.h"

#include "core/whendone.h"
#include "registry/savejournal.h"
#include "registry/writer.h"
#include "store/journal.h"

namespace modelscribe {

namespace {

ObjectRef refOf(const JournalEntry &entry)
{
    return {.registryKey = entry.head.registryKey, .modelId = entry.head.modelId};
}

} // namespace

Leftovers::Leftovers(Writer &writer)
    : m_writer(writer)
{
}

void Leftovers::settle(Connection &connection, Listener listener)
{
    const int round = ++m_round;
    m_entries.clear();
    m_connection = &connection;
    m_listener = std::move(listener);
    if (!m_writer.journal()) {
        next(round);
        return;
    }
    whenDone(m_writer.inTime(m_writer.journal()->interrupted(connection.registryKey())), this,
             [this, round](const Result<QList<JournalHead>> &heads) {
                 if (round != m_round)
                     return;
                 for (const JournalHead &head : heads.value_or(QList<JournalHead>()))
                     m_entries.append(head.id);
                 next(round);
             });
}

void Leftovers::next(int round)
{
    if (round != m_round)
        return;
    if (m_entries.isEmpty() || !m_connection) {
        m_connection.clear();
        emit finished();
        return;
    }
    whenDone(m_writer.inTime(m_writer.journal()->entry(m_entries.takeFirst())), this,
             [this, round](const Result<JournalEntry> &entry) {
                 if (round != m_round)
                     return;
                 if (!entry)
                     next(round);
                 else if (m_listener.asks)
                     m_listener.asks(*entry, [this, entry = *entry, round](bool wanted) {
                         wanted ? take(entry, round) : next(round);
                     });
                 else
                     take(*entry, round);
             });
}

void Leftovers::take(const JournalEntry &entry, int round)
{
    if (round != m_round)
        return;
    if (!m_connection)
        next(round);
    else if (entry.head.what == JournalHead::What::Delete)
        settleDeletion(entry, round);
    else
        settleSave(entry, round);
}

void Leftovers::settleSave(const JournalEntry &entry, int round)
{
    WriteWish wish;
    wish.take = [this, entry](const WriteOutcome &outcome) {
        takeOutcome(entry, outcome, journalEndFor(*outcome.save), isSettled(*outcome.save));
    };
    wish.takeNoted = [this, round](const WriteOutcome &) { next(round); };
    const auto plan = planOf(entry, m_connection->workspaceId(), m_connection->rules());
    SaveProgress *run = plan ? m_writer.inquire(*m_connection, refOf(entry), *plan,
                                                entry.head.began, {}, wish)
                             : nullptr;
    if (!run)
        next(round);
    else if (m_listener.begins)
        m_listener.begins(entry, run);
}

void Leftovers::settleDeletion(const JournalEntry &entry, int round)
{
    WriteWish wish;
    wish.take = [this, entry](const WriteOutcome &outcome) {
        takeOutcome(entry, outcome, journalEndFor(*outcome.deletion, entry.requests),
                    isSettled(*outcome.deletion));
    };
    wish.takeNoted = [this, round](const WriteOutcome &) { next(round); };
    if (!m_writer.inquireDeletion(*m_connection, refOf(entry), wish))
        next(round);
}

void Leftovers::takeOutcome(const JournalEntry &entry, const WriteOutcome &outcome,
                            const JournalEnd &end, bool isSettled)
{
    if (!isSettled) {
        if (m_listener.leaves)
            m_listener.leaves(entry, outcome);
        return;
    }
    if (!m_listener.takes || m_listener.takes(entry, outcome))
        m_writer.note(entry.head.id, end);
}

} // namespace modelscribe

#include "moc_leftovers.cpp"
