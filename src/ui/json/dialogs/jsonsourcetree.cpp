// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonsourcetree.h"

#include "core/visibletext.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonSourceTree::JsonSourceTree(QObject *parent)
    : QAbstractItemModel(parent)
    , m_tree(std::make_shared<const JsonTree>())
{
}

void JsonSourceTree::setTree(std::shared_ptr<const JsonTree> tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_chosen.clear();
    m_children.clear();
    m_rows.clear();
    endResetModel();
    emit chosenChanged();
}

const QList<JsonNodeId> &JsonSourceTree::childrenOf(JsonNodeId node) const
{
    const auto known = m_children.constFind(node);
    if (known != m_children.cend())
        return *known;
    const QList<JsonNodeId> children = m_tree->children(node);
    for (qsizetype row = 0; row < children.size(); ++row)
        m_rows.insert(children[row], int(row));
    return *m_children.insert(node, children);
}

JsonNodeId JsonSourceTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? JsonNodeId(index.internalId()) : 0;
}

QModelIndex JsonSourceTree::indexOf(JsonNodeId node) const
{
    if (node == 0 || node >= m_tree->size())
        return {};
    childrenOf(m_tree->parent(node));
    return createIndex(m_rows.value(node), 0, quintptr(node));
}

QModelIndex JsonSourceTree::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(nodeOf(parent))[row]));
}

QModelIndex JsonSourceTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree->parent(nodeOf(index))) : QModelIndex();
}

int JsonSourceTree::rowCount(const QModelIndex &parent) const
{
    if (!m_tree->isValid() || parent.column() > 0)
        return 0;
    const JsonNodeId node = nodeOf(parent);
    return m_tree->isContainer(node) ? int(m_tree->childCount(node)) : 0;
}

int JsonSourceTree::columnCount(const QModelIndex &) const { return ColumnCount; }

bool JsonSourceTree::isInChosen(JsonNodeId node) const
{
    while (node != 0) {
        node = m_tree->parent(node);
        if (m_chosen.contains(node))
            return true;
    }
    return false;
}

QString JsonSourceTree::keyText(JsonNodeId node) const
{
    if (m_tree->hasKey(node))
        return visibleText(m_tree->key(node), 120);
    return QString::number(m_rows.value(node)); // shown, so its parent was looked into
}

QString JsonSourceTree::valueText(JsonNodeId node) const
{
    const auto count = int(m_tree->childCount(node));
    if (m_tree->kind(node) == JsonKind::Object)
        return tr("%n member(s)", nullptr, count);
    if (m_tree->kind(node) == JsonKind::Array)
        return tr("%n element(s)", nullptr, count);
    return visibleText(m_tree->text(node).left(1'000), 200);
}

QVariant JsonSourceTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonNodeId node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return index.column() == Key ? keyText(node) : valueText(node);
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Key ? visibleText(jsonPathText(m_tree->path(node)))
                                                  : valueText(node));
    case Qt::CheckStateRole:
        if (index.column() == Key)
            return m_chosen.contains(node) || isInChosen(node) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ForegroundRole:
        return index.column() == Value && m_tree->isContainer(node)
                   ? Theme::of().color(ThemeColor::Muted)
                   : QVariant();
    default: return {};
    }
}

bool JsonSourceTree::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const JsonNodeId node = nodeOf(index);
    if (value.toInt() == Qt::Checked) {
        m_chosen.erase(m_chosen.lower_bound(node), m_chosen.lower_bound(m_tree->after(node)));
        m_chosen.insert(node);
    } else {
        m_chosen.erase(node);
    }
    emit dataChanged(index, index);
    if (const int rows = rowCount(index); rows > 0)
        emit dataChanged(this->index(0, 0, index), this->index(rows - 1, 0, index));
    emit chosenChanged();
    return true;
}

Qt::ItemFlags JsonSourceTree::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    // What lies in a checked value goes with it.
    if (index.isValid() && index.column() == Key && !isInChosen(nodeOf(index)))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant JsonSourceTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Key") : tr("Value");
}

} // namespace modelscribe

#include "moc_jsonsourcetree.cpp"
