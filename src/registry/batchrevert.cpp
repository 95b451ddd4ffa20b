// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchrevert.h"

#include "core/whendone.h"
#include "registry/pastchange.h"
#include "store/journal.h"

#include <QHash>
#include <QMap>

#include <utility>

namespace modelscribe {

namespace {

//! Of a model that the group wrote to more than once the last write is taken back first.
Derived takenBackFrom(const QList<JournalEntry> &entries, const ModelMetadata &now)
{
    Derived result{.edited = now};
    for (const JournalEntry &entry : entries) {
        const auto merge = takingBack(entry, result.edited);
        if (!merge)
            continue; // it changed nothing
        result.edited = merge->merged;
        for (const MergeClash &clash : merge->clashes) {
            if (!result.leftAlone.contains(clash.key()))
                result.leftAlone.append(clash.key());
        }
    }
    return result;
}

} // namespace

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
        Item item{.known = {.id = head.modelId}, .ids = entries.value(head.modelId), .entries = {}};
        item.known.metadata.name = head.modelName;
        m_items.push_back(std::move(item));
    }
    goOn();
}

//! One entry after the other; those of 10,000 models are there in seconds.
void BatchRevert::goOn()
{
    while (m_next < m_items.size() && m_items[m_next].entries.size() == m_items[m_next].ids.size())
        ++m_next;
    if (m_next == m_items.size()) {
        emit finished();
        return;
    }
    const Item &item = m_items[m_next];
    whenDone(m_journal.entry(item.ids[item.entries.size()]), this,
             [this, index = m_next](const Result<JournalEntry> &entry) { take(index, entry); });
}

void BatchRevert::take(size_t item, const Result<JournalEntry> &entry)
{
    if (!entry) {
        m_error = entry.error();
        m_items.clear();
        emit finished();
        return;
    }
    m_items[item].entries.append(*entry);
    goOn();
}

std::unique_ptr<BatchReview> BatchRevert::review() const
{
    if (m_items.empty() || !m_connection)
        return nullptr;
    QList<RegisteredModel> known;
    QList<QList<JournalEntry>> entries;
    for (const Item &item : m_items) {
        known.append(item.known);
        entries.append(item.entries);
    }
    return std::make_unique<BatchReview>(
        *m_connection,
        [entries](const RegisteredModel &now, qsizetype place) -> Result<Derived> {
            return takenBackFrom(entries[place], now.metadata);
        },
        known);
}

} // namespace modelscribe

#include "moc_batchrevert.cpp"
