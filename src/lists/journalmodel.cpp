// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/journalmodel.h"

#include "core/whendone.h"
#include "session/batchrunitem.h"
#include "store/journal.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype pageOfRuns = 1000;   // most of them are no row
constexpr qsizetype wholeGroup = 50'000; // more than anybody agrees to at once

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
    m_rows.clear();
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
                     m_hasMore = heads->size() > limit;
                     if (m_hasMore)
                         heads->removeLast();
                     if (offset == 0) {
                         m_heads = *heads;
                         arrange();
                     } else {
                         takeMore(*heads);
                     }
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

void JournalModel::takeMore(const QList<JournalHead> &heads)
{
    // Other processes write too, which moves entries to the next page.
    QSet<QUuid> known;
    for (const JournalHead &head : std::as_const(m_heads))
        known.insert(head.id);
    std::ranges::copy_if(heads, std::back_inserter(m_heads),
                         [&](const JournalHead &head) { return !known.contains(head.id); });
    const qsizetype rows = m_rows.size();
    arrange();
    // A run that goes on in the next page brings no row that anybody would scroll to.
    if (m_rows.size() == rows && m_hasMore && m_heads.size() < wholeGroup)
        fetchMore({});
}

bool JournalModel::folds() const
{
    return m_filter.group.isNull() && m_filter.modelId.isEmpty() && m_filter.text.isEmpty();
}

//! New rows come, others go or change: what is in between stays the same rows, and with them the
//! selection.
void JournalModel::arrange()
{
    QList<JournalRow> rows;
    if (folds()) {
        rows = journalRows(m_heads, m_unfolded, !m_hasMore);
        for (JournalRow &row : rows) {
            if (row.isRun())
                row.run.fields = m_runFields.value(row.head.group);
        }
    } else {
        for (const JournalHead &head : std::as_const(m_heads))
            rows.append({.head = head, .run = {}});
    }
    const bool wasWhole = !m_rows.isEmpty() && m_rows.last().isRun() && m_rows.last().run.isWhole;
    const auto sameId = [](const JournalRow &a, const JournalRow &b) { return a.id() == b.id(); };
    const qsizetype shorter = std::min(rows.size(), m_rows.size());
    qsizetype above = 0;
    while (above < shorter && sameId(rows[above], m_rows[above]))
        ++above;
    qsizetype below = 0;
    while (below < shorter - above
           && sameId(rows[rows.size() - 1 - below], m_rows[m_rows.size() - 1 - below]))
        ++below;
    if (const qsizetype gone = m_rows.size() - above - below) {
        beginRemoveRows({}, int(above), int(above + gone) - 1);
        m_rows.remove(above, gone);
        endRemoveRows();
    }
    if (const qsizetype added = rows.size() - above - below) {
        beginInsertRows({}, int(above), int(above + added) - 1);
        m_rows = m_rows.first(above) + rows.sliced(above, added) + m_rows.sliced(above);
        endInsertRows();
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
    readFields();
    // What came to the front pushed its end to the next page.
    if (wasWhole && !m_rows.isEmpty() && m_rows.last().isRun() && !m_rows.last().run.isWhole)
        fetchMore({});
}

//! The heads do not say what was changed.
void JournalModel::readFields()
{
    if (!m_journal)
        return;
    for (const JournalRow &row : std::as_const(m_rows)) {
        const QUuid group = row.head.group;
        if (!row.isRun() || m_runFields.contains(group))
            continue;
        m_runFields.insert(group, {});
        for (const QUuid &id : row.run.some) {
            whenDone(entry(id), this, [this, group](const Result<PastChange> &entry) {
                if (entry)
                    takeFields(group, *entry);
            });
        }
    }
}

void JournalModel::takeFields(const QUuid &group, const PastChange &entry)
{
    if (!entry.before() || !entry.after())
        return;
    const QStringList keys = changedKeys(
        {.changes = {{.ref = {}, .base = *entry.before(), .edited = *entry.after()}}});
    QStringList &known = m_runFields[group];
    for (const QString &key : keys) {
        if (!known.contains(key))
            known.append(key);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        JournalRow &row = m_rows[i];
        if (!row.isRun() || row.head.group != group || row.run.fields == known)
            continue;
        row.run.fields = known;
        emit dataChanged(index(int(i), Model), index(int(i), Model));
    }
}

void JournalModel::setUnfolded(int row, bool isUnfolded)
{
    if (!isRun(row))
        return;
    if (isUnfolded)
        m_unfolded.insert(head(row).group);
    else
        m_unfolded.remove(head(row).group);
    arrange();
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
        read(m_heads.size(), m_heads.last().group.isNull() ? pageSize : pageOfRuns);
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
    const auto rowWith = [this](const QUuid &one) {
        const auto found = std::ranges::find(m_rows, one, &JournalRow::id);
        return found == m_rows.end() ? -1 : int(found - m_rows.begin());
    };
    if (id.isNull())
        return -1;
    if (const int row = rowWith(id); row >= 0)
        return row;
    const auto head = std::ranges::find(m_heads, id, &JournalHead::id);
    return head == m_heads.end() || head->group.isNull() ? -1 : rowWith(head->group);
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
    case JournalHead::Outcome::Begun: return tr("not finished");
    case JournalHead::Outcome::Saved: return tr("done");
    case JournalHead::Outcome::NotTaken: return tr("not fully applied");
    case JournalHead::Outcome::Failed: return tr("failed");
    case JournalHead::Outcome::Partly: return tr("partly done");
    case JournalHead::Outcome::Unknown: return tr("unknown");
    case JournalHead::Outcome::Unverified: return tr("not verified");
    }
    return {};
}

JournalModel::Tone JournalModel::tone(const JournalRow &row)
{
    switch (row.isRun() ? worstOutcome(row.run) : row.head.outcome) {
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
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JournalRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return journalCell(row, index.column());
    case Qt::AccessibleTextRole:
        if (!row.isRun() || index.column() != Model)
            return journalCell(row, index.column());
        return row.kind == JournalRow::Kind::FoldedRun
                   ? tr("%1, folded").arg(journalCell(row, Model))
                   : tr("%1, unfolded").arg(journalCell(row, Model));
    case KindRole: return QVariant::fromValue(row.kind);
    case Qt::ToolTipRole: {
        const QString tip = journalCellTip(row, index.column());
        if (tip.isEmpty())
            return {};
        // It guesses whether it got HTML, and this is the text of others.
        return u"<qt>%1</qt>"_s.arg(tip.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Changes ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole: {
        if (index.column() == Outcome)
            return QVariant::fromValue(tone(row));
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
