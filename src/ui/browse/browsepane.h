// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace modelscribe {

class LoadingRows;
class ModelTable;
class ModelTableModel;
class NoticeStrip;
class StatePage;

//! The middle of the window: the list of models, or what stands in its place while there is none.
class BrowsePane : public QWidget
{
    Q_OBJECT

public:
    explicit BrowsePane(QWidget *parent = nullptr);

    ModelTable &table() const { return *m_table; }
    NoticeStrip &notice() const { return *m_notice; }
    ModelTableModel &models() const { return *m_models; }

    //! nullptr: not connected.
    void setCatalog(Catalog *catalog);
    void setQuery(const QString &query);
    //! Shows only models with unsaved edits, whatever the query says besides.
    void setDrafts(const QSet<QString> &modelIds);
    qsizetype shownCount() const;
    qsizetype wholeCount() const;

signals:
    void countsChanged();
    void refreshRequested();
    void clearSearchRequested();
    void newModelRequested();
    void profilesRequested();
    void localRegistryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showFailed(const Error &error);
    void showEmpty();
    void showNothingFound();
    void showUnconnected();
    void tellCounts();

    ModelTableModel *m_models;
    ModelTable *m_table;
    NoticeStrip *m_notice;
    StatePage *m_page;
    LoadingRows *m_loading;
    QStackedLayout *m_stack;
    QPointer<Catalog> m_catalog;
    QString m_query;
    QString m_shownPage; //!< So that a page with its focused button is not built anew for nothing.
};

} // namespace modelscribe
