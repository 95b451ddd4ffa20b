// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/labelsmodel.h"

#include "core/visibletext.h"

#include <QEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelsModel::LabelsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LabelsModel::setSession(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    beginResetModel();
    m_session = session;
    m_begun = false;
    m_rows = rows();
    endResetModel();
    if (m_session)
        connect(m_session, &EditSession::changed, this, &LabelsModel::refresh);
}

QList<LabelsModel::Row> LabelsModel::rows() const
{
    QList<Row> result;
    if (!m_session)
        return result;
    const QList<Label> &base = m_session->base().metadata.labels;
    const QList<Label> &edited = m_session->edited().labels;
    const auto find = [](const QList<Label> &labels, const QString &key) {
        return std::ranges::find(labels, key, &Label::key);
    };
    for (const Label &label : edited) {
        const auto before = find(base, label.key);
        if (before == base.end())
            result.append({label, State::Added, {}});
        else if (base.contains(label))
            result.append({label, State::Same, {}});
        else
            result.append({label, State::Changed, before->value});
    }
    if (m_begun) // where it will be once it is one of the session's
        result.append({{}, State::Begun, {}});
    for (const Label &label : base) {
        if (find(edited, label.key) == edited.end())
            result.append({label, State::Removed, {}});
    }
    return result;
}

void LabelsModel::refresh()
{
    const QList<Row> now = rows();
    if (now == m_rows)
        return;
    // Not a reset: it would close the editor of the cell and lose the place of the cursor. And rows
    // come and go where they do: an open editor stays with its label.
    const auto isSame = [](const Row &a, const Row &b) {
        return a.label.key == b.label.key
               && (a.state == State::Removed) == (b.state == State::Removed);
    };
    const auto shorter = std::min(m_rows.size(), now.size());
    const auto head =
        std::mismatch(m_rows.cbegin(), m_rows.cbegin() + shorter, now.cbegin(), isSame).first
        - m_rows.cbegin();
    const auto tail = std::mismatch(m_rows.crbegin(), m_rows.crbegin() + (shorter - head),
                                    now.crbegin(), isSame)
                          .first
                      - m_rows.crbegin();
    const auto same = shorter - tail; // rows from here on came or went
    if (const auto gone = m_rows.size() - shorter; gone > 0) {
        beginRemoveRows({}, int(same), int(same + gone - 1));
        m_rows.remove(same, gone);
        endRemoveRows();
    }
    if (const auto added = now.size() - shorter; added > 0) {
        beginInsertRows({}, int(same), int(same + added - 1));
        m_rows = m_rows.first(same) + now.sliced(same, added) + m_rows.sliced(same);
        endInsertRows();
    }
    const QList<Row> before = std::exchange(m_rows, now);
    if (m_rows.isEmpty())
        return;
    emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    for (qsizetype row = 0; row < now.size() && !m_isTyping; ++row) {
        if (before[row].label != now[row].label)
            emit replaced(int(row));
    }
}

LabelsModel::State LabelsModel::state(int row) const { return m_rows.at(row).state; }

Label LabelsModel::label(int row) const { return m_rows.at(row).label; }

int LabelsModel::begin()
{
    if (!m_session)
        return -1;
    m_begun = true;
    refresh();
    return int(m_session->edited().labels.size());
}

void LabelsModel::removeRow(int row)
{
    if (!m_session || row < 0 || row >= m_rows.size())
        return;
    const State state = m_rows.at(row).state;
    if (state == State::Begun) {
        m_begun = false;
        refresh();
    } else if (state != State::Removed) {
        QList<Label> labels = m_session->edited().labels;
        labels.removeAt(row); // rows of the session come first
        m_session->setLabels(labels);
    }
}

void LabelsModel::restoreRow(int row)
{
    if (!m_session || row < 0 || row >= m_rows.size())
        return;
    const Row wanted = m_rows.at(row);
    QList<Label> labels = m_session->edited().labels;
    if (wanted.state == State::Removed)
        labels.append(wanted.label);
    else if (wanted.state == State::Changed)
        labels[row].value = wanted.original;
    m_session->setLabels(labels);
}

int LabelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LabelsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LabelsModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    const QString &text = index.column() == Key ? row.label.key : row.label.value;
    const auto describe = [&row] {
        switch (row.state) {
        case State::Same: break;
        case State::Added: return tr("added");
        case State::Changed: return tr("changed, original: %1").arg(row.original);
        case State::Removed: return tr("removed");
        case State::Begun: return tr("new");
        }
        return QString();
    };
    switch (role) {
    case Qt::DisplayRole: return visibleText(text);
    case Qt::EditRole: return text;
    case Qt::AccessibleTextRole: return text.isEmpty() ? tr("(empty)") : visibleText(text);
    case Qt::ToolTipRole: {
        const QString state = describe();
        const QString whole = keyValueText(row.label);
        const QString shown = visibleText(state.isEmpty() ? whole : whole + u" ("_s + state + u')');
        // A tool tip guesses whether it got HTML.
        return u"<span style=\"white-space:pre-wrap\">%1</span>"_s.arg(shown.toHtmlEscaped());
    }
    case Qt::AccessibleDescriptionRole: return visibleText(describe());
    case StateRole: return int(row.state);
    case OriginalRole: return row.original;
    default: return {};
    }
}

QVariant LabelsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Key ? tr("Key") : tr("Value");
}

bool LabelsModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    return QAbstractTableModel::event(event);
}

Qt::ItemFlags LabelsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!m_readOnly && state(index.row()) != State::Removed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool LabelsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !m_session || state(index.row()) == State::Removed)
        return false;
    Label changed = label(index.row());
    QString &part = index.column() == Key ? changed.key : changed.value;
    if (part == value.toString())
        return true;
    part = value.toString();
    const QScopedValueRollback guard(m_isTyping, true);
    QList<Label> labels = m_session->edited().labels;
    if (state(index.row()) == State::Begun) {
        m_begun = false;
        labels.append(changed);
    } else {
        labels[index.row()] = changed;
    }
    m_session->setLabels(labels);
    refresh();
    return true;
}

} // namespace modelscribe

#include "moc_labelsmodel.cpp"
