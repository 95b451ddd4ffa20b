// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/journalmodel.h"

#include "core/visibletext.h"
#include "core/whendone.h"
#include "lists/relativetime.h"
#include "registry/registrytarget.h"
#include "store/journal.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype wholeGroup = 50'000; // more than anybody agrees to at once

const QString &dash()
{
    static const QString text = u"—"_s;
    return text;
}

} // namespace

JournalModel::JournalModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

JournalModel::~JournalModel() = default;

void JournalModel::setJournal(Journal *journal)
{
    if (m_journal == journal)
        return;
    if (m_journal)
        m_journal->disconnect(this);
    m_journal = journal;
    if (journal)
        connect(journal, &Journal::changed, this, &JournalModel::refresh);
    setFilter(m_filter);
}

void JournalModel::setFilter(const JournalRowFilter &filter)
{
    m_filter = filter;
    ++m_reading;
    m_isReading = false;
    m_hasMore = false;
    m_error.reset();
    beginResetModel();
    m_heads.clear();
    endResetModel();
    setState(m_journal ? State::Loading : State::Ready);
    if (m_journal)
        read(0, m_filter.group.isNull() ? pageSize : wholeGroup);
}

void JournalModel::refresh()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    if (m_state == State::Failed)
        setState(State::Loading);
    if (m_journal)
        read(0, std::max<qsizetype>(pageSize, m_heads.size()));
}

void JournalModel::read(qsizetype offset, qsizetype limit)
{
    m_isReading = true;
    m_isStale = false;
    // One more tells whether there is more.
    whenDone(m_journal->list(wanted(offset, limit + 1)), this,
             [this, offset, limit, reading = ++m_reading](Result<QList<JournalHead>> heads) {
                 if (reading != m_reading)
                     return;
                 m_isReading = false;
                 const bool isStale = std::exchange(m_isStale, false);
                 if (heads) {
                     m_error.reset();
                     const bool hasMore = heads->size() > limit;
                     if (hasMore)
                         heads->removeLast();
                     if (offset == 0)
                         takeAgain(*heads, hasMore);
                     else
                         takeMore(*heads, hasMore);
                     setState(State::Ready);
                 } else {
                     m_error = heads.error();
                     m_hasMore = false;
                     setState(State::Failed);
                 }
                 if (isStale)
                     refresh();
             });
}

//! New entries come to the front and old ones change: the rows in between stay the same ones, and
//! with them the selection.
void JournalModel::takeAgain(const QList<JournalHead> &heads, bool hasMore)
{
    m_hasMore = hasMore;
    const auto sameId = [](const JournalHead &a, const JournalHead &b) { return a.id == b.id; };
    const auto first = m_heads.isEmpty()
                           ? heads.end()
                           : std::ranges::find(heads, m_heads.first().id, &JournalHead::id);
    const qsizetype added = first - heads.begin();
    const bool onlyAdded = first != heads.end() && heads.size() - added <= m_heads.size()
                           && std::equal(first, heads.end(), m_heads.begin(), sameId);
    if (!onlyAdded) {
        beginResetModel();
        m_heads = heads;
        endResetModel();
        return;
    }
    const qsizetype kept = heads.size() - added;
    if (kept < m_heads.size()) {
        beginRemoveRows({}, int(kept), int(m_heads.size()) - 1);
        m_heads.resize(kept);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_heads = heads.first(added) + m_heads;
        endInsertRows();
    }
    for (qsizetype row = 0; row < heads.size(); ++row) {
        if (std::exchange(m_heads[row], heads[row]) != heads[row])
            emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

void JournalModel::takeMore(const QList<JournalHead> &heads, bool hasMore)
{
    // Other processes write too, which moves entries to the next page.
    QSet<QUuid> known;
    for (const JournalHead &head : std::as_const(m_heads))
        known.insert(head.id);
    QList<JournalHead> fresh;
    std::ranges::copy_if(heads, std::back_inserter(fresh),
                         [&](const JournalHead &head) { return !known.contains(head.id); });
    m_hasMore = hasMore;
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_heads.size()), int(m_heads.size() + fresh.size()) - 1);
    m_heads += fresh;
    endInsertRows();
}

void JournalModel::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isReading;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent) && m_journal)
        read(m_heads.size(), pageSize);
}

int JournalModel::modelCount() const
{
    QSet<QString> ids;
    for (const JournalHead &head : m_heads)
        ids.insert(head.modelId);
    return int(ids.size());
}

int JournalModel::rowOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_heads, id, &JournalHead::id);
    return found == m_heads.end() ? -1 : int(found - m_heads.begin());
}

JournalFilter JournalModel::wanted(qsizetype offset, qsizetype limit) const
{
    return {.registryKey = m_filter.registryKey,
            .modelId = m_filter.modelId,
            .text = m_filter.text,
            .group = m_filter.group,
            .offset = offset,
            .limit = limit};
}

QFuture<Result<PastChange>> JournalModel::entry(const QUuid &id) const
{
    if (!m_journal)
        return readyResult<PastChange>(failure(Error::Kind::NotFound));
    return m_journal->entry(id).then([](const Result<JournalEntry> &entry) -> Result<PastChange> {
        if (!entry)
            return failure(entry.error());
        return PastChange(*entry);
    });
}

QFuture<Result<QByteArray>> JournalModel::exportJson() const
{
    if (!m_journal)
        return readyResult<QByteArray>(failure(Error::Kind::NotFound));
    return m_journal->exportJson(wanted(0, -1));
}

QString JournalModel::whatText(PastChange::What what, bool isRevert)
{
    if (isRevert)
        return tr("Reverted");
    switch (what) {
    case JournalHead::What::Create: return tr("Created");
    case JournalHead::What::Update: return tr("Changed");
    case JournalHead::What::Delete: return tr("Deleted");
    case JournalHead::What::Labels: return tr("Labels changed");
    }
    return {};
}

QString JournalModel::outcomeText(PastChange::Outcome outcome)
{
    switch (outcome) {
    case JournalHead::Outcome::Begun: return tr("not ended");
    case JournalHead::Outcome::Saved: return tr("done");
    case JournalHead::Outcome::NotTaken: return tr("not all taken");
    case JournalHead::Outcome::Failed: return tr("failed");
    case JournalHead::Outcome::Partly: return tr("partly done");
    case JournalHead::Outcome::Unknown: return tr("unknown");
    case JournalHead::Outcome::Unverified: return tr("not read back");
    }
    return {};
}

JournalModel::Tone JournalModel::tone(const JournalHead &head)
{
    switch (head.outcome) {
    case JournalHead::Outcome::Begun: return Tone::Muted;
    case JournalHead::Outcome::Saved: return Tone::Good;
    case JournalHead::Outcome::Failed: return Tone::Bad;
    case JournalHead::Outcome::NotTaken:
    case JournalHead::Outcome::Partly:
    case JournalHead::Outcome::Unknown:
    case JournalHead::Outcome::Unverified: break;
    }
    return Tone::Warning;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JournalModel::text(const JournalHead &head, int column) const
{
    const auto orDash = [](const QString &text) { return text.isEmpty() ? dash() : text; };
    switch (column) {
    case When: return relativeTime(head.began);
    case Model:
        return orDash(visibleText(head.modelName.isEmpty() ? head.modelId : head.modelName));
    case What: return whatText(head.what, !head.reverts.isNull());
    case Changes: return head.changeCount > 0 ? QLocale().toString(head.changeCount) : dash();
    case Outcome: return outcomeText(head.outcome);
    case Profile: return orDash(visibleText(shownRegistryName(head.profile, head.registryKey)));
    default: break;
    }
    return {};
}

QString JournalModel::toolTip(const JournalHead &head, int column) const
{
    switch (column) {
    case When: return exactTime(head.began);
    case Model: return visibleText(head.modelName) + u'\n' + visibleText(head.modelId);
    case Profile: return visibleText(head.profile);
    default: break;
    }
    return {};
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JournalHead &head = m_heads[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(head, index.column());
    case Qt::ToolTipRole: {
        const QString tip = toolTip(head, index.column());
        if (tip.isEmpty())
            return {};
        // It guesses whether it got HTML, and this is the text of others.
        return u"<qt>%1</qt>"_s.arg(tip.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Changes ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole: {
        if (index.column() == Outcome)
            return QVariant::fromValue(tone(head));
        const bool isSecond = index.column() == When || index.column() == Profile;
        return QVariant::fromValue(isSecond ? Tone::Muted : Tone::Plain);
    }
    default: break;
    }
    return {};
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Changes ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Model: return tr("Model");
    case What: return tr("What");
    case Changes: return tr("Changes");
    case Outcome: return tr("Result");
    case Profile: return tr("Profile");
    default: break;
    }
    return {};
}

void keepJournal(Journal *journal, int days)
{
    if (journal && days > 0)
        journal->prune(days);
}

} // namespace modelscribe

#include "moc_journalmodel.cpp"
