// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchrevert.h"

#include "core/whendone.h"
#include "registry/pastchange.h"
#include "store/journal.h"

#include <QHash>
#include <QMap>

#include <utility>

namespace modelscribe {

BatchRevert::BatchRevert(Journal &journal, Connection &connection, const QUuid &group,
                         QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_connection(&connection)
    , m_group(group)
{
}

BatchRevert::~BatchRevert() = default;

void BatchRevert::start()
{
    whenDone(m_journal.list({.group = m_group, .limit = -1}), this,
             [this](const Result<QList<JournalHead>> &heads) {
                 if (!heads)
                     m_error = heads.error();
                 takeHeads(heads.value_or(QList<JournalHead>()));
             });
}

//! Models in the order of the group, the entries of each as they come: the newest first.
void BatchRevert::takeHeads(const QList<JournalHead> &heads)
{
    QMap<qint64, JournalHead> firsts;
    QHash<QString, QList<QUuid>> entries;
    QHash<QString, qint64> places;
    for (const JournalHead &head : heads) {
        if (head.outcome == JournalHead::Outcome::Failed
            || head.outcome == JournalHead::Outcome::Begun
            || (m_connection && head.registryKey != m_connection->registryKey()))
            continue;
        entries[head.modelId].append(head.id);
        if (!places.contains(head.modelId)) {
            places.insert(head.modelId, head.place);
            firsts.insert(head.place, head);
        }
    }
    for (const JournalHead &head : std::as_const(firsts)) {
        Item item{.known = {.id = head.modelId}, .ids = entries.value(head.modelId)};
        item.known.metadata.name = head.modelName;
        m_items.push_back(std::move(item));
    }
    goOn();
}

//! One entry after the other; those of 10,000 models are there in seconds. Of a model that the
//! group wrote to more than once the last write is taken back first.
void BatchRevert::goOn()
{
    while (m_edits.size() < qsizetype(m_items.size())
           && m_entry == m_items[size_t(m_edits.size())].ids.size()) {
        m_edits.append(std::exchange(m_edit, {}));
        m_entry = 0;
    }
    if (m_edits.size() == qsizetype(m_items.size())) {
        emit finished();
        return;
    }
    whenDone(m_journal.entry(m_items[size_t(m_edits.size())].ids[m_entry]), this,
             [this](const Result<JournalEntry> &entry) { take(entry); });
}

void BatchRevert::take(const Result<JournalEntry> &entry)
{
    if (!entry) {
        m_error = entry.error();
        m_items.clear();
        m_edits = {};
        emit finished();
        return;
    }
    if (const auto step = stepBack(*entry))
        m_edit.steps.append(*step);
    ++m_entry;
    goOn();
}

QStringList BatchRevert::modelIds() const
{
    QStringList ids;
    for (const Item &item : m_items)
        ids.append(item.known.id);
    return ids;
}

std::unique_ptr<BatchReview> BatchRevert::review() const
{
    if (m_items.empty() || !m_connection)
        return nullptr;
    QList<RegisteredModel> known;
    for (const Item &item : m_items)
        known.append(item.known);
    return std::make_unique<BatchReview>(*m_connection, m_edits.derivation(), known);
}

} // namespace modelscribe

#include "moc_batchrevert.cpp"
