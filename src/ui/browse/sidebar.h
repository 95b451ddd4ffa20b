// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>
#include <QSet>
#include <QTreeView>

class QMenu;

namespace modelscribe {

class FacetModel;
class SavedSearches;
class SidebarSearches;

//! The facets of the catalog. A click adds a value to the search text or takes it away, with Ctrl
//! it excludes; the search text, however it came about, decides what is marked.
class Sidebar : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setFacets(FacetModel *facets);
    //! Marks what \p query asks for.
    void showQuery(const QString &query);
    //! What stands in the search box now; a chosen row is added to it, also when it is not
    //! understood yet and the rows show an earlier one.
    void setTypedQuery(const QString &query);
    //! What can be done with their rows; see FacetModel::setSearches().
    void setSearches(SavedSearches *searches);
    SidebarSearches &searches() const { return *m_searches; }
    //! Has the person type a name for it, which is one of the rows.
    void renameSearch(const QString &name);

    //! \p query without what it asks of facets and of drafts.
    static QString withoutFacets(const QString &query);
    //! What can be done with a row, in words; nullptr when there is nothing.
    QMenu *makeMenu(const QModelIndex &index);

signals:
    void queryChosen(const QString &query);
    //! The public models of \p provider; empty: those of the workspace.
    void listRequested(const QString &provider);
    void activityRequested();

protected:
    using QTreeView::edit;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

protected slots:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void choose(const QModelIndex &index);
    void change(const QModelIndex &index,
                QString (*edit)(const QString &, const QString &, const QString &));
    void clearFacet(const QModelIndex &section);
    void chooseList(const QString &provider);
    void restore();
    void openMarked();
    QModelIndex rowInPlace() const;
    bool asksNamedSearch() const;
    QString withOnly(const QModelIndex &index) const;

    SidebarSearches *m_searches;
    FacetModel *m_facets = nullptr;
    QString m_query;
    QString m_typed;
    QSet<QString> m_expanded; //!< Ids of the rows that are open; outlives a reset.
    QString m_currentId;      //!< Of the row that has the focus; outlives a reset.
    int m_currentSearch = -1; //!< Its place among the saved searches, for when it is no more.
    bool m_restoring = false;
};

} // namespace modelscribe
