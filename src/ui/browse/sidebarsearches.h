// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/searchset.h"

#include <QModelIndex>
#include <QObject>
#include <QPoint>

class QKeyEvent;
class QMenu;
class QMouseEvent;
class QPainter;
class QTreeView;

namespace modelscribe {

class SavedSearches;

//! What can be done with the sidebar's rows of saved searches and of rules besides asking for them:
//! rename, order (also by dragging), change, delete.
class SidebarSearches : public QObject
{
    Q_OBJECT

public:
    explicit SidebarSearches(QTreeView &view);

    //! They must outlive the view.
    void setSearches(SavedSearches *searches) { m_searches = searches; }
    //! What stands in the search box, for "change it to this".
    void setTypedQuery(const QString &query) { m_typed = query; }

    //! Whether the row has something to do with a key; then it did, when \p isPressed.
    bool handleKey(QKeyEvent &event, const QModelIndex &index, bool isPressed);
    //! nullptr for other rows.
    QMenu *makeMenu(const QModelIndex &index);

    void press(const QMouseEvent &event, const QModelIndex &index);
    //! True while a row is dragged.
    bool drag(const QMouseEvent &event);
    //! True when a row was dropped, and is no click.
    bool drop();
    void cancelDrag();
    bool isDragging() const { return m_isDragging; }
    void paintTarget(QPainter &painter) const; //!< Where the row would go.

signals:
    void queryChosen(const QString &query);
    void removed(const modelscribe::SavedSearch &search, qsizetype place);
    void importRequested();
    void exportRequested();

private:
    void addSearchActions(QMenu &menu, const QString &name);
    void addRuleActions(QMenu &menu, const QString &id);
    void rename(const QModelIndex &index);
    void move(const QString &name, qsizetype by);
    void remove(const QString &name);
    qsizetype placeOf(const QString &name) const;

    QTreeView &m_view;
    SavedSearches *m_searches = nullptr;
    QString m_typed;
    QString m_pressed; //!< The name of the row that may be dragged.
    QPoint m_pressedAt;
    bool m_isDragging = false;
    QModelIndex m_target; //!< In front of or behind it.
    bool m_isBehind = false;
};

} // namespace modelscribe
