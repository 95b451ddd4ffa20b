// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchrunmodel.h"

#include "core/csvtext.h"
#include "core/jsonwriter.h"
#include "core/visibletext.h"

#include <QEvent>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto countsDelay = 100ms;
constexpr qsizetype longestCell = 300;

} // namespace

BatchRunModel::BatchRunModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(countsDelay);
    connect(&m_soon, &QTimer::timeout, this, &BatchRunModel::countsChanged);
}

void BatchRunModel::setRun(BatchRun *run)
{
    if (m_run == run)
        return;
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    if (run) {
        connect(run, &BatchRun::itemChanged, this, &BatchRunModel::takeItem);
        connect(run, &BatchRun::manyChanged, this, &BatchRunModel::rebuild);
        connect(run, &QObject::destroyed, this, &BatchRunModel::rebuild);
    }
    rebuild();
}

void BatchRunModel::setFilter(Filter filter)
{
    if (std::exchange(m_filter, filter) != filter)
        rebuild();
}

bool BatchRunModel::passes(const BatchRunItem &item, Filter filter)
{
    const bool isEnded = item.state == BatchRunItem::State::Ended;
    switch (filter) {
    case Filter::All: return true;
    case Filter::Open: return !isEnded || item.end == BatchEnd::NotSent;
    case Filter::ToLookAt:
        return isEnded && item.end != BatchEnd::Saved && item.end != BatchEnd::Unchanged
               && !item.keptTheirs;
    case Filter::Saved: return isEnded && item.end == BatchEnd::Saved;
    case Filter::Unchanged: return isEnded && item.end == BatchEnd::Unchanged;
    case Filter::Skipped: return isEnded && item.end == BatchEnd::Skipped;
    case Filter::Conflict: return isEnded && item.end == BatchEnd::Conflict;
    case Filter::Refused: return isEnded && item.end == BatchEnd::Refused;
    case Filter::Unknown: return isEnded && item.end == BatchEnd::Unknown;
    }
    return false;
}

qsizetype BatchRunModel::count(Filter filter) const
{
    if (!m_run)
        return 0;
    switch (filter) {
    case Filter::All: return m_run->size();
    case Filter::Saved: return m_run->counts().value(BatchEnd::Saved);
    case Filter::Unchanged: return m_run->counts().value(BatchEnd::Unchanged);
    case Filter::Skipped: return m_run->counts().value(BatchEnd::Skipped);
    case Filter::Conflict: return m_run->counts().value(BatchEnd::Conflict);
    case Filter::Refused: return m_run->counts().value(BatchEnd::Refused);
    case Filter::Unknown: return m_run->counts().value(BatchEnd::Unknown);
    case Filter::ToLookAt:
    case Filter::Open: break;
    }
    qsizetype found = 0;
    for (qsizetype i = 0; i < m_run->size(); ++i)
        found += passes(m_run->item(i), filter);
    return found;
}

QString BatchRunModel::filterText(Filter filter)
{
    switch (filter) {
    case Filter::ToLookAt: return tr("Needs a look");
    case Filter::All: return tr("All");
    case Filter::Saved: return tr("Saved");
    case Filter::Unchanged: return tr("Unchanged");
    case Filter::Skipped: return tr("Skipped");
    case Filter::Conflict: return tr("Conflict");
    case Filter::Refused: return tr("Refused");
    case Filter::Unknown: return tr("Unknown");
    case Filter::Open: break;
    }
    return tr("Not sent");
}

int BatchRunModel::rowOf(qsizetype index) const
{
    const auto row = std::ranges::lower_bound(m_rows, index);
    return row != m_rows.end() && *row == index ? int(row - m_rows.begin()) : -1;
}

void BatchRunModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; m_run && i < m_run->size(); ++i) {
        if (passes(m_run->item(i), m_filter))
            m_rows.append(i);
    }
    endResetModel();
    m_soon.stop();
    emit countsChanged();
}

//! Rows come and go one by one, so that the chosen one stays.
void BatchRunModel::takeItem(int index)
{
    if (!m_soon.isActive())
        m_soon.start();
    const auto place = std::ranges::lower_bound(m_rows, qsizetype(index));
    const auto row = int(place - m_rows.begin());
    const bool isShown = place != m_rows.end() && *place == index;
    const bool isWanted = passes(m_run->item(index), m_filter);
    if (isShown && isWanted) {
        emit dataChanged(this->index(row, 0), this->index(row, ColumnCount - 1));
    } else if (isWanted) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, index);
        endInsertRows();
    } else if (isShown) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

int BatchRunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_run ? 0 : int(m_rows.size());
}

int BatchRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchRunModel::text(qsizetype index, int column) const
{
    const BatchRunItem &item = m_run->item(index);
    const bool isEnded = item.state == BatchRunItem::State::Ended;
    const std::optional<Error> error = isEnded ? item.outcome.error : std::nullopt;
    switch (column) {
    case Model: {
        const RegisteredModel &base = m_run->set().changes[index].base;
        return base.metadata.name.isEmpty() ? base.id : base.metadata.name;
    }
    case End:
        if (isEnded)
            return endText(item.end);
        return item.state == BatchRunItem::State::UnderWay ? tr("saving") : tr("waiting");
    case What: return item.why();
    case Code: return error ? error->code : QString();
    case RequestId: return error ? error->requestId : QString();
    default: return {};
    }
}

QVariant BatchRunModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype at = m_rows[index.row()];
    const BatchRunItem &item = m_run->item(at);
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = visibleText(text(at, index.column()), longestCell);
        return shown.isEmpty() && index.column() >= Code ? u"—"_s : shown;
    }
    case Qt::ToolTipRole: {
        // A tool tip guesses whether it got HTML.
        const QString whole = visibleText(text(at, index.column()));
        return whole.isEmpty() ? QVariant() : u"<qt>%1</qt>"_s.arg(whole.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case IndexRole: return at;
    case EndRole: return item.state == BatchRunItem::State::Ended ? int(item.end) : -1;
    case UnderWayRole: return item.state == BatchRunItem::State::UnderWay;
    default: return {};
    }
}

QVariant BatchRunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model: return tr("Model");
    case End: return tr("Result");
    case What: return tr("What happened");
    case Code: return tr("Code");
    case RequestId: return tr("RequestId");
    default: return {};
    }
}

QList<QStringList> BatchRunModel::table() const
{
    QList<QStringList> rows{{tr("Model"), tr("Result"), tr("What happened"), tr("Code"),
                             tr("RequestId"), tr("ModelId")}};
    for (const qsizetype index : m_rows) {
        QStringList row;
        for (int column = 0; column < ColumnCount; ++column)
            row.append(text(index, column));
        rows.append(row << m_run->set().changes[index].base.id);
    }
    return rows;
}

QString BatchRunModel::asText() const
{
    QString all;
    for (const QStringList &row : table()) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(visibleText(cell));
        all += cells.join(u'\t') + u'\n';
    }
    return all;
}

QString BatchRunModel::asCsv() const { return csvOfRows(table()); }

QByteArray BatchRunModel::asJson() const
{
    QByteArray all;
    for (const qsizetype index : m_rows) {
        const RegisteredModel &base = m_run->set().changes[index].base;
        const BatchRunItem &item = m_run->item(index);
        const bool isEnded = item.state == BatchRunItem::State::Ended;
        JsonObjectWriter writer;
        writer.add(u"ModelId", jsonString(base.id));
        writer.add(u"ModelName", jsonString(base.metadata.name));
        writer.add(u"Outcome", jsonString(isEnded ? nameOf(item.end) : u"waiting"_s));
        for (const auto &[key, column] : {std::pair(u"Why"_s, What), std::pair(u"Code"_s, Code),
                                          std::pair(u"RequestId"_s, RequestId)}) {
            if (const QString value = text(index, column); !value.isEmpty())
                writer.add(key, jsonString(value));
        }
        all += (all.isEmpty() ? "[\n  " : ",\n  ") + writer.take();
    }
    return all.isEmpty() ? "[]\n"_ba : all + "\n]\n";
}

bool BatchRunModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
    return QAbstractTableModel::event(event);
}

} // namespace modelscribe

#include "moc_batchrunmodel.cpp"
