// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchrevert.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/pastchange.h"
#include "store/journal.h"

#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int revertedAtOnce = 6;

struct TakenBack
{
    BatchItem item;
    QStringList leftAlone;
};

//! Of a model that the group wrote to more than once the last write is taken back first.
TakenBack takenBackFrom(const QList<JournalEntry> &entries, const RegisteredModel &now)
{
    using State = BatchItem::State;
    TakenBack result{.item = {.base = now, .edited = now.metadata}};
    for (const JournalEntry &entry : entries) {
        const auto merge = takingBack(entry, result.item.edited);
        if (!merge)
            continue; // it changed nothing
        result.item.edited = merge->merged;
        for (const MergeClash &clash : merge->clashes) {
            if (!result.leftAlone.contains(clash.key()))
                result.leftAlone.append(clash.key());
        }
    }
    if (sameContent(now.metadata, result.item.edited)) {
        result.item.state = State::Unchanged;
        return result;
    }
    result.item.problems = checkModel(now.metadata, result.item.edited);
    result.item.state = maySave(result.item.problems) ? State::Changed : State::Problem;
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
    m_isRunning = true;
    whenDone(m_journal.list({.group = m_group, .limit = -1}), this,
             [this](const Result<QList<JournalHead>> &heads) {
                 if (!heads)
                     m_error = heads.error();
                 takeHeads(heads.value_or(QList<JournalHead>()));
             });
}

void BatchRevert::stop() { finish(); }

void BatchRevert::finish()
{
    if (std::exchange(m_isRunning, false))
        emit finished();
}

//! Models in the order of the group, the entries of each as they come: the newest first.
void BatchRevert::takeHeads(const QList<JournalHead> &heads)
{
    if (!m_isRunning)
        return;
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
        Item item{.entries = entries.value(head.modelId)};
        item.item.base.id = head.modelId;
        item.item.base.metadata.name = head.modelName;
        m_items.push_back(std::move(item));
    }
    emit listed();
    goOn();
}

void BatchRevert::goOn()
{
    while (m_isRunning && m_connection && m_underWay < revertedAtOnce && m_next < size()) {
        ++m_underWay;
        load(m_next++, {});
    }
    if (m_underWay == 0 && (m_next == size() || !m_connection))
        finish();
}

void BatchRevert::load(qsizetype index, const QList<JournalEntry> &loaded)
{
    const QList<QUuid> &entries = m_items[size_t(index)].entries;
    if (loaded.size() == entries.size()) {
        read(index, loaded);
        return;
    }
    whenDone(m_journal.entry(entries[loaded.size()]), this,
             [this, index, loaded](const Result<JournalEntry> &entry) {
                 if (entry)
                     load(index, loaded + QList{*entry});
                 else
                     end(index, {.state = BatchItem::State::Unread,
                                 .base = item(index).base,
                                 .error = entry.error()});
             });
}

void BatchRevert::read(qsizetype index, const QList<JournalEntry> &entries)
{
    using State = BatchItem::State;
    if (!m_connection || !m_isRunning) {
        --m_underWay;
        goOn();
        return;
    }
    whenDone(m_connection->client().run(operations::getModel(item(index).base.id)), this,
             [this, index, entries](const Result<RegisteredModel> &now) {
                 BatchItem unread{.state = State::Unread, .base = item(index).base};
                 if (now && !now->isReadOnly()) {
                     workOut(index, entries, *now);
                     return;
                 }
                 if (now)
                     unread.state = State::ReadOnly;
                 else if (now.error().kind == Error::Kind::NotFound)
                     unread.state = State::Gone;
                 else
                     unread.error = now.error();
                 end(index, unread);
             });
}

//! On another thread: long ExtraInfo takes its time.
void BatchRevert::workOut(qsizetype index, const QList<JournalEntry> &entries,
                          const RegisteredModel &now)
{
    runAside(
        this, false, [entries, now] { return takenBackFrom(entries, now); },
        [this, index](const TakenBack &result) {
            m_items[size_t(index)].leftAlone = result.leftAlone;
            end(index, result.item);
        });
}

void BatchRevert::end(qsizetype index, const BatchItem &item)
{
    --m_underWay;
    if (!m_isRunning)
        return;
    m_items[size_t(index)].item = item;
    ++m_read;
    emit itemChanged(int(index));
    goOn();
}

ChangeSet BatchRevert::changes(const QString &title, const QSet<qsizetype> &leftOut) const
{
    ChangeSet set{.title = title};
    for (qsizetype i = 0; i < size(); ++i) {
        const BatchItem &one = item(i);
        if (one.state != BatchItem::State::Changed || leftOut.contains(i))
            continue;
        set.changes.append(
            {.ref = {.registryKey = m_connection ? m_connection->registryKey() : QString(),
                     .workspaceId = one.base.workspaceId,
                     .modelId = one.base.id},
             .base = one.base,
             .edited = one.edited});
    }
    return set;
}

} // namespace modelscribe

#include "moc_batchrevert.cpp"
