// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalogsync.h"
#include "ui/browse/columnchooser.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace modelscribe {

class DraftsList;
class EditSession;
class LoadingRows;
class MessageStrip;
class ModelTable;
class ModelTableModel;
class NoticeStrip;
class OrderBar;
class RowDragging;
class SelectionBar;
class StatePage;
class Workbench;
struct QueryProblem;

//! The middle of the window: the list of models, or what stands in its place while there is none.
class BrowsePane : public QWidget
{
    Q_OBJECT

public:
    explicit BrowsePane(QWidget *parent = nullptr);

    ModelTable &table() const { return *m_table; }
    DraftsList &drafts() const { return *m_drafts; }
    NoticeStrip &notice() const { return *m_notice; }
    ModelTableModel &models() const { return *m_models; }
    SelectionBar &selectionBar() const { return *m_selectionBar; }
    OrderBar &orderBar() const { return *m_orderBar; }
    RowDragging &dragging() const { return *m_dragging; }
    //! The rows stay where they are on the screen, but for the beginning of the list.
    void setSelectionBarVisible(bool isVisible);
    //! A line above all else, which stays as it is.
    void addStrip(QWidget &strip);
    //! Parts, in the order in which they are seen, behind what stands above them.
    QList<QWidget *> sections() const;
    bool isSearched() const; //!< The rows are those of a query.

    //! Where drafts come from.
    void setWorkbench(Workbench *workbench);
    //! nullptr: not connected.
    void setCatalog(Catalog *catalog, CatalogSync *sync);
    void setQuery(const QString &query);
    //! Says what is not understood in the search box; the rows stay.
    void showRemarks(const QList<QueryProblem> &problems, const QList<QueryProblem> &notes);
    //! Models with unsaved edits, whose rows say so.
    void setDrafts(const QSet<QString> &modelIds);
    //! The query asks for drafts, so they are the rows.
    bool showsDrafts() const { return m_showsDrafts; }
    qsizetype shownCount() const;
    qsizetype wholeCount() const; //!< Without the query: of models or of drafts.
    qsizetype modelCount() const;

    //! Without telling; false when it is not among the rows.
    bool setCurrent(const QString &modelId);
    void clearCurrent();
    //! The current model is deleted: the one that stands in its place is chosen.
    void goOnFromGone();
    void step(int rows);
    int rowOf(const EditSession *session) const; //!< -1 when it is not among the rows.
    void focusList();
    //! Shows what columns there are, at \p corner of the screen, and goes to the row of \p column.
    void chooseColumns(const QPoint &corner, const QString &column = {});

signals:
    void countsChanged();
    void offerTaken(const QueryProblem &problem);
    void refreshRequested();
    void clearSearchRequested();
    void newModelRequested();
    void profilesRequested();
    void localRegistryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<ColumnChooser::Path> extraPaths() const;
    void showState();
    void showFailed(const Error &error);
    void showEmpty();
    void showNothingFound();
    void showDrafts();
    void showUnconnected();
    void showCounts();

    ModelTableModel *m_models;
    ModelTable *m_table;
    MessageStrip *m_remarks;
    SelectionBar *m_selectionBar;
    OrderBar *m_orderBar;
    RowDragging *m_dragging;
    NoticeStrip *m_notice;
    StatePage *m_page;
    LoadingRows *m_loading;
    DraftsList *m_drafts;
    QStackedLayout *m_stack;
    QPointer<Workbench> m_workbench;
    QPointer<Catalog> m_catalog;
    QPointer<CatalogSync> m_sync;
    QString m_query;
    bool m_showsDrafts = false;
    QString m_shownPage; //!< So that a page with its focused button is not built anew for nothing.
};

} // namespace modelscribe
