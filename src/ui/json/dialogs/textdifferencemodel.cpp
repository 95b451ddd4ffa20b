// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/textdifferencemodel.h"

#include "core/visibletext.h"
#include "ui/widgets/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Kind = TextDifferenceModel::Cell::Kind;

TextDifferenceModel::TextDifferenceModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_difference(std::make_shared<const TextDifference>())
{
}

void TextDifferenceModel::setDifference(std::shared_ptr<const TextDifference> difference)
{
    beginResetModel();
    m_difference = std::move(difference);
    m_unfolded.clear();
    m_longest = 0;
    for (const auto *lines : {&m_difference->beforeLines, &m_difference->afterLines}) {
        for (const QByteArrayView line : *lines)
            m_longest = std::max(m_longest, line.size());
    }
    build();
    endResetModel();
}

void TextDifferenceModel::setSideBySide(bool on)
{
    if (on == m_sideBySide)
        return;
    beginResetModel();
    m_sideBySide = on;
    build();
    endResetModel();
}

void TextDifferenceModel::setTitles(const QString &before, const QString &after)
{
    m_beforeTitle = before;
    m_afterTitle = after;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void TextDifferenceModel::build()
{
    m_rows.clear();
    m_hunkRows.clear();
    const auto &hunks = m_difference->hunks;
    if (hunks.isEmpty())
        return;
    qsizetype before = 0;
    qsizetype after = 0;
    for (const LineHunk &hunk : hunks) {
        addSame(before, after, hunk.beforeBegin - before, before == 0, false);
        m_hunkRows.push_back(int(m_rows.size()));
        addHunk(hunk);
        before = hunk.beforeBegin + hunk.beforeCount;
        after = hunk.afterBegin + hunk.afterCount;
    }
    addSame(before, after, m_difference->beforeLines.size() - before, false, true);
}

void TextDifferenceModel::addSame(qsizetype before, qsizetype after, qsizetype count, bool isFirst,
                                  bool isLast)
{
    const qsizetype head = isFirst ? 0 : context;
    const qsizetype tail = isLast ? 0 : context;
    // A fold of one line would take as much room as the line.
    const bool folds = count > head + tail + 1 && !m_unfolded.contains(before);
    const auto add = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            m_rows.push_back({Kind::Same, qint32(before + i), qint32(after + i), -1});
    };
    if (!folds) {
        add(0, count);
        return;
    }
    add(0, head);
    // It is named by where the run begins, which its lines are found by as well.
    m_rows.push_back({Kind::Fold, qint32(before), qint32(after), qint32(count - head - tail)});
    add(count - tail, count);
}

void TextDifferenceModel::addHunk(const LineHunk &hunk)
{
    const qsizetype paired = std::min(hunk.beforeCount, hunk.afterCount);
    const auto before = [&](qsizetype i) { return qint32(hunk.beforeBegin + i); };
    const auto after = [&](qsizetype i) { return qint32(hunk.afterBegin + i); };
    if (m_sideBySide) {
        for (qsizetype i = 0; i < std::max(hunk.beforeCount, hunk.afterCount); ++i) {
            m_rows.push_back({i < hunk.beforeCount ? Kind::Removed : Kind::Added,
                              i < hunk.beforeCount ? before(i) : -1,
                              i < hunk.afterCount ? after(i) : -1, -1});
        }
        return;
    }
    for (qsizetype i = 0; i < hunk.beforeCount; ++i)
        m_rows.push_back({Kind::Removed, before(i), -1, i < paired ? after(i) : -1});
    for (qsizetype i = 0; i < hunk.afterCount; ++i)
        m_rows.push_back({Kind::Added, -1, after(i), i < paired ? before(i) : -1});
}

TextDifferenceModel::Cell TextDifferenceModel::sideCell(const Row &row, bool isAfter) const
{
    const qint32 line = isAfter ? row.after : row.before;
    if (line < 0)
        return {};
    const auto &own = isAfter ? m_difference->afterLines : m_difference->beforeLines;
    const auto &others = isAfter ? m_difference->beforeLines : m_difference->afterLines;
    Cell cell{.kind = row.kind == Kind::Same ? Kind::Same
                      : isAfter              ? Kind::Added
                                             : Kind::Removed,
              .number = line + 1,
              .line = own[line]};
    const qint32 pair = m_sideBySide ? (isAfter ? row.before : row.after) : row.pair;
    if (row.kind != Kind::Same && pair >= 0)
        cell.changed = changedPart(cell.line, others[pair]);
    // Where nearly all differs, a mark says nothing; of long lines it says what to show.
    if (cell.line.size() <= 400 && cell.changed.size() * 4 > cell.line.trimmed().size() * 3)
        cell.changed = {};
    return cell;
}

TextDifferenceModel::Cell TextDifferenceModel::cell(const QModelIndex &index) const
{
    const Row &row = m_rows[size_t(index.row())];
    if (row.kind == Kind::Fold)
        return {.kind = Kind::Fold, .folded = row.pair};
    if (m_sideBySide)
        return sideCell(row, index.column() == 1);
    Cell cell = sideCell(row, row.before < 0);
    cell.number = row.before + 1;
    cell.newNumber = row.after + 1;
    return cell;
}

bool TextDifferenceModel::unfold(int row)
{
    if (row < 0 || row >= rowCount() || m_rows[size_t(row)].kind != Kind::Fold)
        return false;
    beginResetModel();
    m_unfolded.insert(m_rows[size_t(row)].before);
    build();
    endResetModel();
    return true;
}

qsizetype TextDifferenceModel::hunkAt(int row) const
{
    return std::ranges::upper_bound(m_hunkRows, row) - m_hunkRows.begin() - 1;
}

int TextDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_sideBySide ? 2 : 1;
}

QString TextDifferenceModel::spoken(const Cell &cell) const
{
    const QString text = shownLine(cell.line, cell.changed, 200).text;
    switch (cell.kind) {
    case Kind::Blank: return tr("no such line");
    case Kind::Same: return tr("Line %1: %2").arg(cell.number).arg(text);
    case Kind::Removed: return tr("Removed, line %1: %2").arg(cell.number).arg(text);
    case Kind::Added:
        return tr("Added, line %1: %2").arg(m_sideBySide ? cell.number : cell.newNumber).arg(text);
    case Kind::Fold: break;
    }
    return tr("%n line(s) the same", nullptr, int(cell.folded));
}

QVariant TextDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Cell part = cell(index);
    switch (role) {
    case Qt::DisplayRole:
        if (part.kind == Kind::Fold)
            return spoken(part);
        return shownLine(part.line, part.changed, 400).text;
    case Qt::AccessibleTextRole: return spoken(part);
    case Qt::ToolTipRole:
        if (part.kind == Kind::Fold)
            return tr("Enter or a double click shows them");
        return part.line.size() > 40 ? plainToolTip(shownLine(part.line, part.changed, 1'500).text)
                                     : QVariant();
    default: return {};
    }
}

QVariant TextDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (!m_sideBySide)
        return u"− %1   + %2"_s.arg(m_beforeTitle, m_afterTitle);
    return section == 0 ? u"− "_s + m_beforeTitle : u"+ "_s + m_afterTitle;
}

} // namespace modelscribe

#include "moc_textdifferencemodel.cpp"
