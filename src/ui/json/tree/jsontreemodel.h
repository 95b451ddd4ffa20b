// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The story of rows that stay while their tree becomes another one with each key.
//
// setTree() gets a new tree, whose nodes have other numbers; JsonNodeMap says which are the same.
// What is open and what a filter found is carried over by it, and the rows of both trees are
// compared from either end. So one stretch in the middle differs, and views are told of one removal
// and one insertion at most, in this order:
//
//   1. the rows of that stretch go, while the old tree is still there
//   2. tree, open containers and matches become the new ones; hints are dropped, they named nodes
//   3. the rows that stay get their new nodes
//   4. the rows of the new stretch come, and all cells are said to be others
//
// Opening, closing and filtering do the same without a new tree.
//
// What may never happen: a view is told of rows between 2 and 3, when their nodes are of one tree
// and would be looked up in the other; rows are not in document order (rowOf() searches by halves);
// nodes that were dragged of a tree before are dropped in this one (m_treeNumber).

#include "ui/json/tree/jsontreeoutline.h"
#include "json/jsonhint.h"

#include <QAbstractTableModel>

namespace modelscribe {

//! The rows that a tree shows: the nodes in open containers, one row each, in document order. Flat,
//! because a row of a table costs nothing until it is painted. The outermost value has a row only
//! when it is no container. Which rows there are is said by JsonTreeOutline, what they show by
//! jsontreecells.h.
class JsonTreeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    //! What warns at a row: a hint about its node, or one further inside of a closed container.
    enum class Mark { None, Inside, Own };
    static constexpr int noRow = -1;

    explicit JsonTreeModel(QObject *parent = nullptr);

    const std::shared_ptr<const JsonTree> &tree() const { return m_view.tree; }
    //! Open containers stay open. Matches of the tree before go with their nodes until
    //! setMatches(); what is new is shown.
    JsonNodeMap setTree(std::shared_ptr<const JsonTree> tree);
    //! About tree(), sorted by position.
    void setHints(QList<JsonHint> hints);
    //! nullopt: everything is shown. While there are some, other containers are open than before.
    void setMatches(std::optional<JsonTreeMatches> matches);
    bool isFiltered() const { return m_view.matches.has_value(); }
    //! The text is no JSON any more: the rows show what it was and cannot be edited.
    void setOutdated(bool outdated);
    bool isOutdated() const { return m_isOutdated; }
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    JsonNodeId nodeAt(int row) const { return m_rows[size_t(row)].node; }
    int levelAt(int row) const { return int(m_rows[size_t(row)].level); } //!< From 0.
    quint32 indexAt(int row) const { return m_rows[size_t(row)].index; }  //!< Among its siblings.
    int rowOf(JsonNodeId node) const; //!< noRow: it is not shown.
    int parentRow(int row) const;

    bool canExpand(JsonNodeId node) const { return m_view.tree->childCount(node) > 0; }
    bool isExpanded(JsonNodeId node) const { return m_view.open()[node]; }
    void setExpanded(JsonNodeId node, bool expanded);
    void expandBelow(JsonNodeId node);
    //! Opens the containers of so many levels and closes the others; 0 closes all.
    void expandToLevel(int levels);
    //! Opens what is around \p node and has it shown in spite of a filter.
    void reveal(JsonNodeId node);

    bool isFound(JsonNodeId node) const { return m_view.matches && m_view.matches->found[node]; }
    Mark markOf(JsonNodeId node) const;
    QList<JsonHint> hintsOf(JsonNodeId node) const;
    //! Without those inside of another one; sorted.
    QList<JsonNodeId> outermost(QList<JsonNodeId> nodes) const;
    //! The key, or the index of an element; the beginning of a long one.
    QString keyText(int row) const;
    QString valueText(JsonNodeId node) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    //! Before \p row, or behind everything in the container \p parent; see dropped().
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    //! Nodes of this tree should move before child \p position of \p parent.
    void dropped(const QList<modelscribe::JsonNodeId> &nodes, modelscribe::JsonNodeId parent,
                 quint32 position);

private:
    struct DropPlace
    {
        JsonNodeId parent;
        quint32 position;
    };

    template<typename IsSame>
    std::pair<size_t, size_t> sharedRows(const JsonTreeRows &rows, IsSame isSame) const;
    void showRows(const JsonTreeRows &rows);
    void removeBetween(size_t same, size_t sameAtEnd);
    void insertBetween(const JsonTreeRows &rows, size_t same, size_t sameAtEnd);
    void tellAllChanged();
    std::optional<DropPlace> dropPlace(int row, const QModelIndex &parent) const;
    QList<JsonNodeId> draggedNodes(const QMimeData &data) const;

    JsonTreeOutline m_view;
    JsonTreeRows m_rows;
    QList<JsonHint> m_hints;  //!< By node.
    quint64 m_treeNumber = 0; //!< So that what was dragged of another tree is known.
    bool m_isOutdated = false;
    bool m_isReadOnly = false;
};

} // namespace modelscribe
