// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsontreemodel.h"

#include <QElapsedTimer>
#include <QTableView>

#include <functional>

class QAction;

namespace modelscribe {

class JsonCellEdit;

//! The table that behaves as a tree: keys and arrows open and close rows, rows are dragged between
//! containers, keys and values are edited in their place.
class JsonTreeTable : public QTableView
{
    Q_OBJECT

public:
    JsonTreeTable(JsonTreeModel &model, QWidget *parent = nullptr);

    JsonTreeModel &treeModel() const { return m_model; }
    //! Changes the tree and keeps the current row, the selected ones and the place in the list.
    void setTree(const std::shared_ptr<const JsonTree> &tree);
    //! Calls \p change, which may change rows but not the tree; keeps the same.
    void keepingPlace(const std::function<void()> &change);

    JsonNodeId currentNode() const; //!< JsonNodeMap::none: no row is.
    //! Without those inside of another one of them.
    QList<JsonNodeId> selectedNodes() const;
    //! Shows \p node, whatever is closed or filtered, as the only selected one.
    void setCurrentNode(JsonNodeId node);
    void setExpanded(JsonNodeId node, bool expanded);

    //! Their shortcuts work while the table has the focus, before those of the window.
    void setKeyActions(const QList<QAction *> &actions) { m_keyActions = actions; }
    //! Esc is escaped() and not for the window.
    void setEscapeWanted(bool wanted) { m_wantsEscape = wanted; }
    //! In place of rows when there are none.
    void setEmptyText(const QString &text);

    //! Opens a line at \p node. The answer to cellCommitted() is closeEdit() or refuseEdit().
    void editCell(JsonNodeId node, JsonTreeModel::Column column, const QString &text);
    bool isEditing() const { return m_edit != nullptr; }
    JsonNodeId editedNode() const { return m_edit ? m_editNode : JsonNodeMap::none; }
    void closeEdit();
    void refuseEdit();

signals:
    void currentNodeChanged(modelscribe::JsonNodeId node);
    void editRequested(modelscribe::JsonNodeId node, modelscribe::JsonTreeModel::Column column);
    //! \p goOn: to what comes next. It is about editedNode().
    void cellCommitted(modelscribe::JsonTreeModel::Column column, const QString &text, bool goOn);
    void menuRequested(const QPoint &globalPos);
    void escaped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    //! What stays in view while rows come and go.
    struct Place
    {
        JsonNodeId current;
        QList<JsonNodeId> selected;
        JsonNodeId top; //!< First row in view.
        int above;      //!< Pixels of it that are not in view.
    };
    //! Where something dragged would go: before a row, or into the container of one.
    struct DropTarget
    {
        int row = -1;
        QModelIndex into;
        QRect mark;

        friend bool operator==(const DropTarget &, const DropTarget &) = default;
    };

    Place place() const;
    void restore(const Place &place);
    static std::optional<CursorAction> cursorAction(int key);
    bool moveInTree(const QKeyEvent &event);
    bool stepInTree(bool inwards);
    QAction *actionFor(const QKeyEvent &event) const;
    void goToRow(int row, Qt::KeyboardModifiers modifiers);
    bool isArrow(const QModelIndex &index, const QPoint &pos) const;
    DropTarget targetAt(const QPoint &pos) const;
    void setDropTarget(const std::optional<DropTarget> &target);
    void placeEdit();
    void commitEdit(bool goOn);
    void fitColumns();

    JsonTreeModel &m_model;
    QList<QAction *> m_keyActions;
    QString m_emptyText;
    std::optional<DropTarget> m_dropTarget;
    JsonCellEdit *m_edit = nullptr;
    JsonNodeId m_editNode = JsonNodeMap::none;
    JsonTreeModel::Column m_editColumn = JsonTreeModel::ValueColumn;
    JsonNodeId m_told = JsonNodeMap::none;
    JsonNodeId m_anchor = JsonNodeMap::none; //!< Where selecting with Shift starts.
    double m_keyShare = 0.45;                //!< Of the width.
    QString m_typed;                         //!< The beginning of a key that is looked for.
    QElapsedTimer m_typedAt;
    bool m_wantsEscape = false;
    bool m_isChanging = false;
    bool m_isFitting = false;
};

} // namespace modelscribe
