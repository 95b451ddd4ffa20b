// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/tree/jsondroptarget.h"
#include "ui/json/tree/jsonopenline.h"
#include "ui/json/tree/jsonrowsearch.h"

#include <QTableView>

#include <functional>

class QAction;

namespace modelscribe {

struct JsonTablePlace;
class JsonTreeColumns;

//! The table that behaves as a tree: keys and arrows open and close rows, rows are dragged between
//! containers, keys and values are edited in their place.
class JsonTreeTable : public QTableView
{
    Q_OBJECT

public:
    JsonTreeTable(JsonTreeModel &model, QWidget *parent = nullptr);
    ~JsonTreeTable() override;

    JsonTreeModel &treeModel() const { return m_model; }
    //! Changes the tree and keeps the current row, the selected ones and the place in the list.
    //! \p isTyped: all that changed is what was typed in the open line. Otherwise the line's text
    //! belongs to its key and value only: cellGone() when they are not as they were.
    void setTree(const std::shared_ptr<const JsonTree> &tree, bool isTyped = false);
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

    //! Opens a line at \p node. The answer to cellCommitted() is closeEdit() or refuseEdit(), to
    //! cellCancelled() and cellGone() closeEdit().
    void editCell(JsonNodeId node, JsonTreeModel::Column column, const QString &text);
    bool isEditing() const { return m_line.isOpen(); }
    JsonNodeId editedNode() const { return m_line.node(); }
    JsonPath editedPath() const { return m_line.path(); }
    QString editText() const { return m_line.text(); }
    void setEditText(const QString &text) { m_line.setText(text); }
    void focusEdit() { m_line.focus(); }
    void closeEdit() { m_line.close(); }
    void refuseEdit() { m_line.refuse(); }

signals:
    void currentNodeChanged(modelscribe::JsonNodeId node);
    void editRequested(modelscribe::JsonNodeId node, modelscribe::JsonTreeModel::Column column);
    // These are about editedNode().
    void cellTyped();
    void cellCommitted(const QString &text, bool goOn); //!< \p goOn: to what comes next.
    void cellCancelled();
    void cellGone(); //!< The row of the open line is no more.
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
    void restore(const JsonTablePlace &place);
    static std::optional<CursorAction> cursorAction(int key);
    bool moveInTree(const QKeyEvent &event);
    bool stepInTree(bool inwards);
    QAction *actionFor(const QKeyEvent &event) const;
    void goToRow(int row, Qt::KeyboardModifiers modifiers);
    bool isArrow(const QModelIndex &index, const QPoint &pos) const;
    void setDropTarget(const std::optional<JsonDropTarget> &target);
    void tellGone();

    JsonTreeModel &m_model;
    JsonOpenLine m_line;
    JsonTreeColumns *m_columns;
    QList<QAction *> m_keyActions;
    QString m_emptyText;
    std::optional<JsonDropTarget> m_dropTarget;
    JsonNodeId m_told = JsonNodeMap::none;
    JsonNodeId m_anchor = JsonNodeMap::none; //!< Where selecting with Shift starts.
    JsonRowSearch m_search;
    bool m_wantsEscape = false;
    bool m_isChanging = false;
};

} // namespace modelscribe
