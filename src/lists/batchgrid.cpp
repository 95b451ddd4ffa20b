// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchgrid.h"

#include "core/foldedtext.h"
#include "core/visibletext.h"
#include "model/wording.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using State = BatchItem::State;

BatchGrid::Filter filterOf(BatchGrid::RowState state)
{
    using RowState = BatchGrid::RowState;
    using Filter = BatchGrid::Filter;
    switch (state) {
    case RowState::Waiting: return Filter::All;
    case RowState::ToSave: return Filter::ToSave;
    case RowState::Unchanged: return Filter::Unchanged;
    case RowState::Problem:
    case RowState::Gone:
    case RowState::Unread: return Filter::Problem;
    case RowState::ReadOnly: return Filter::ReadOnly;
    case RowState::LeftOut: return Filter::LeftOut;
    }
    return Filter::All;
}

//! What clashes with the registry and is not saved before somebody decided.
bool isSetAside(const BatchItem &item)
{
    return item.state == State::Problem && item.error && item.error->kind == Error::Kind::Conflict;
}

bool isPublic(const ModelMetadata &metadata) { return metadata.accessibility == "PUBLIC"_L1; }

} // namespace

BatchGrid::BatchGrid(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_recountSoon.setSingleShot(true);
    m_recountSoon.setInterval(50);
    connect(&m_recountSoon, &QTimer::timeout, this, &BatchGrid::recount);
}

void BatchGrid::setReview(BatchReview *review, const QSet<QString> &leftOut, Doubts doubts)
{
    beginResetModel();
    if (m_review)
        m_review->disconnect(this);
    m_review = review;
    m_leftOutIds = leftOut;
    m_leftOut.clear();
    m_taken.clear();
    m_doubts = std::move(doubts);
    m_needle.clear();
    m_filter = Filter::All;
    m_columns = review ? batchColumns(review->edit()) : QList<BatchColumn>();
    m_findsColumns = review && review->edit().isEmpty();
    m_rows.clear();
    for (qsizetype i = 0; review && i < review->size(); ++i) {
        m_rows.append(i);
        if (leftOut.contains(review->item(i).base.id) || hasDraft(i) || isNotYours(i))
            m_leftOut.insert(i);
    }
    endResetModel();
    if (review)
        connect(review, &BatchReview::itemChanged, this, &BatchGrid::takeItem);
    recount();
}

BatchGrid::RowState BatchGrid::stateOf(qsizetype index) const
{
    switch (m_review->item(index).state) {
    case State::Waiting: return RowState::Waiting;
    case State::Changed: return m_leftOut.contains(index) ? RowState::LeftOut : RowState::ToSave;
    case State::Unchanged: return RowState::Unchanged;
    case State::Problem: return RowState::Problem;
    case State::ReadOnly: return RowState::ReadOnly;
    case State::Gone: return RowState::Gone;
    case State::Unread: return RowState::Unread;
    }
    return RowState::Waiting;
}

int BatchGrid::rowOf(qsizetype index) const
{
    const auto found = std::ranges::lower_bound(m_rows, index);
    return found != m_rows.end() && *found == index ? int(found - m_rows.begin()) : -1;
}

bool BatchGrid::matches(qsizetype index) const
{
    if (m_filter != Filter::All && filterOf(stateOf(index)) != m_filter)
        return false;
    if (m_needle.isEmpty())
        return true;
    const RegisteredModel &model = m_review->item(index).base;
    return foldedText(model.metadata.name).contains(m_needle)
           || foldedText(model.id).contains(m_needle);
}

void BatchGrid::takeItem(int index)
{
    takeColumns(m_review->item(index));
    if (const int row = rowOf(index); row >= 0)
        emit dataChanged(this->index(row, 0), this->index(row, columnCount() - 1));
    else
        showRow(index);
    if (!m_recountSoon.isActive())
        m_recountSoon.start();
}

void BatchGrid::takeColumns(const BatchItem &item)
{
    if (!m_findsColumns || item.error
        || (item.state != State::Changed && item.state != State::Problem))
        return;
    for (const BatchColumn &column : batchColumns(item.base.metadata, item.edited)) {
        if (m_columns.contains(column))
            continue;
        const auto place = std::ranges::upper_bound(m_columns, column, comesBefore);
        const int at = int(place - m_columns.begin());
        beginInsertColumns({}, at + 1, at + 1);
        m_columns.insert(at, column);
        endInsertColumns();
    }
}

void BatchGrid::showRow(qsizetype index)
{
    if (!matches(index))
        return;
    const int at = int(std::ranges::lower_bound(m_rows, index) - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(at, index);
    endInsertRows();
}

void BatchGrid::recount()
{
    m_counts.fill(0);
    m_totals = {};
    for (qsizetype i = 0; m_review && i < m_review->size(); ++i) {
        const RowState state = stateOf(i);
        ++m_counts[size_t(Filter::All)];
        if (state != RowState::Waiting)
            ++m_counts[size_t(filterOf(state))];
        if (state != RowState::ToSave)
            continue;
        const BatchItem &item = m_review->item(i);
        ++m_totals.models;
        m_totals.requests += item.requests;
        m_totals.writes += item.writes;
        m_totals.published += isPublic(item.edited) && !isPublic(item.base.metadata);
    }
    emit countsChanged();
}

void BatchGrid::setFilter(Filter filter)
{
    m_filter = filter;
    arrange();
}

void BatchGrid::setNeedle(const QString &text)
{
    m_needle = foldedText(text.trimmed());
    arrange();
}

void BatchGrid::arrange()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; m_review && i < m_review->size(); ++i) {
        if (matches(i))
            m_rows.append(i);
    }
    endResetModel();
    emit countsChanged();
}

bool BatchGrid::mayBeLeftOut(int row) const { return itemAt(row).state == State::Changed; }

void BatchGrid::leaveOut(const QList<int> &rows, bool out)
{
    for (const int row : rows) {
        const qsizetype index = m_rows[row];
        if (!mayBeLeftOut(row) || m_leftOut.contains(index) == out)
            continue;
        if (out)
            m_leftOut.insert(index);
        else
            m_leftOut.remove(index);
        emit dataChanged(this->index(row, 0), this->index(row, columnCount() - 1));
        emit leftOutChanged(itemAt(row).base.id, out);
    }
    recount();
}

void BatchGrid::setTakenNames(const QSet<qsizetype> &indexes)
{
    m_taken = indexes;
    QList<int> rows;
    for (const qsizetype index : indexes) {
        if (const int row = rowOf(index); row >= 0)
            rows.append(row);
        else if (m_review->item(index).state == State::Changed)
            m_leftOut.insert(index);
    }
    leaveOut(rows, true);
}

Qt::CheckState BatchGrid::checkState() const
{
    bool some = false;
    bool all = true;
    for (int row = 0; row < rowCount(); ++row) {
        const RowState state = stateAt(row);
        some = some || state == RowState::ToSave;
        all = all && state != RowState::LeftOut;
    }
    if (!some)
        return Qt::Unchecked;
    return all ? Qt::Checked : Qt::PartiallyChecked;
}

QString BatchGrid::stateText(int row) const
{
    const BatchItem &item = itemAt(row);
    switch (stateAt(row)) {
    case RowState::Waiting: return tr("not read yet");
    case RowState::ToSave: {
        const QString requests = tr("%Ln request(s)", nullptr, item.requests);
        return item.leftAlone.isEmpty()
                   ? requests
                   : tr("%1, %Ln left alone", nullptr, int(item.leftAlone.size())).arg(requests);
    }
    case RowState::Unchanged:
        return item.leftAlone.isEmpty() ? tr("no change needed") : tr("changed since");
    case RowState::ReadOnly: return tr("read-only");
    case RowState::Gone: return tr("deleted");
    case RowState::Unread: return tr("could not be read");
    case RowState::LeftOut:
        if (hasDraft(m_rows[row]))
            return tr("has unsaved changes");
        if (isNotYours(m_rows[row]))
            return tr("not yours to change");
        return isNameTaken(m_rows[row]) ? tr("name is taken") : tr("left out by you");
    case RowState::Problem: break;
    }
    if (isSetAside(item))
        return tr("conflict");
    const auto count = std::ranges::count(item.problems, false, &Problem::warning);
    return tr("%Ln problem(s)", nullptr, std::max(1, int(count)));
}

QString BatchGrid::detailText(int row) const
{
    const BatchItem &item = itemAt(row);
    QStringList lines;
    switch (item.state) {
    case State::ReadOnly: return tr("This model belongs to a provider and cannot be changed.");
    case State::Gone: return tr("This model was deleted in the registry.");
    case State::Unchanged: lines.append(tr("It already has these values; nothing is sent.")); break;
    default: break;
    }
    if (item.error && !isSetAside(item))
        lines.append(wording::whole(*item.error));
    for (const Problem &problem : item.problems)
        lines.append(wording::problem(problem));
    if (!item.leftAlone.isEmpty()) {
        QStringList places;
        for (const QString &key : item.leftAlone) {
            const ModelField *field = findField(key);
            places.append(field ? field->labelText() : visibleText(key, 100));
        }
        const QString text = isSetAside(item) ? tr(
                                 "Somebody else changed this too: %1. Open the model to decide.")
                                              : tr("Changed since, and left as it is: %1.");
        lines.append(text.arg(places.join(tr(", "))));
    }
    if (hasDraft(m_rows[row]))
        lines.append(tr("This model has unsaved changes of its own. Tick it to change it too; they "
                        "stay a draft."));
    if (isNotYours(m_rows[row]))
        lines += {m_doubts.notYours.value(item.base.id), tr("Tick it to try it anyway.")};
    if (isNameTaken(m_rows[row]))
        lines.append(tr("Another model would have the same name. Tick it to save it anyway."));
    return lines.join(u'\n');
}

QString BatchGrid::text(int row, int column) const
{
    const BatchItem &item = itemAt(row);
    if (column == 0) {
        const QString name = item.base.metadata.name;
        return visibleText(name.isEmpty() ? item.base.id : name, 200);
    }
    if (column == columnCount() - 1)
        return stateText(row);
    if (item.state != State::Changed && (item.state != State::Problem || item.error))
        return u"—"_s;
    return batchCell(m_columns[column - 1], item.base.metadata, item.edited).text();
}

QStringList BatchGrid::headerTexts() const
{
    QStringList titles;
    for (int column = 0; column < columnCount(); ++column)
        titles.append(headerData(column, Qt::Horizontal).toString());
    titles.insert(1, u"ModelId"_s);
    return titles;
}

QList<QStringList> BatchGrid::texts() const
{
    QList<QStringList> lines;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList line;
        for (int column = 0; column < columnCount(); ++column)
            line.append(text(row, column));
        line.insert(1, itemAt(row).base.id);
        lines.append(line);
    }
    return lines;
}

QString BatchGrid::asText() const
{
    QString result = headerTexts().join(u'\t') + u'\n';
    for (const QStringList &line : texts())
        result += line.join(u'\t') + u'\n';
    return result;
}

int BatchGrid::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_review ? 0 : int(m_rows.size());
}

int BatchGrid::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 2;
}

QVariant BatchGrid::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_review)
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::CheckStateRole:
        if (column == 0)
            return stateAt(row) == RowState::ToSave ? Qt::Checked : Qt::Unchecked;
        return {};
    case StateRole: return QVariant::fromValue(stateAt(row));
    case CellRole: {
        const BatchItem &item = itemAt(row);
        const bool isWorkedOut = item.state == State::Changed
                                 || (item.state == State::Problem && !item.error);
        if (!isWorkedOut || column == 0 || column == columnCount() - 1)
            return {};
        return QVariant::fromValue(
            batchCell(m_columns[column - 1], item.base.metadata, item.edited));
    }
    default: return {};
    }
}

bool BatchGrid::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != 0 || !mayBeLeftOut(index.row()))
        return false;
    leaveOut({index.row()}, value.value<Qt::CheckState>() == Qt::Unchecked);
    return true;
}

QVariant BatchGrid::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Model");
    if (section == columnCount() - 1)
        return tr("State");
    return m_columns.value(section - 1).title();
}

Qt::ItemFlags BatchGrid::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 0 && mayBeLeftOut(index.row()))
        result |= Qt::ItemIsUserCheckable;
    return result;
}

bool BatchGrid::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && rowCount() > 0) {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    return QAbstractTableModel::event(event);
}

} // namespace modelscribe

#include "moc_batchgrid.cpp"
