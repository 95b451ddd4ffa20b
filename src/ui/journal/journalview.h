// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/journalmodel.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace modelscribe {

class JournalDetails;
class JournalFilterBox;
class JournalGroupBar;
class JournalTableView;
class LoadingRows;
class MessageStrip;
class StatePage;
class Workbench;

//! What was written to a registry: a list with a filter, and the chosen entry in full. Of one model
//! in the editor, of all in a window of its own.
class JournalView : public QWidget
{
    Q_OBJECT

public:
    enum class Scope { OneModel, AllModels };

    explicit JournalView(Scope scope, QWidget *parent = nullptr);

    //! May be null.
    void setWorkbench(Workbench *workbench);
    //! Of Scope::OneModel: whose entries are shown.
    void setModelId(const QString &modelId);
    //! Puts \p widget beside the filter.
    void addToBar(QWidget *widget);

    JournalFilterBox &filter() const { return *m_filter; }
    JournalTableView &table() const { return *m_table; }
    JournalDetails &details() const { return *m_details; }
    MessageStrip &strip() const { return *m_strip; }
    const JournalModel &entries() const { return *m_entries; }

public slots:
    void refresh();
    void exportAsJson(); //!< Asks for a file first.
    //! Everything that passes the filter.
    void exportTo(const QString &file);
    void copyEntry();

signals:
    void revertRequested(const modelscribe::PastChange &change);
    void modelRequested(const QString &modelId);
    //! All of the run of many models with this ChangeSet::id shall be taken back.
    void groupRevertRequested(const QUuid &group);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildLists();
    void retranslate();
    void applyFilter();
    void workbenchChanged();
    void showState();
    void showEmpty();
    void tellUnreadable(const Error &error);
    void showEntry(const QUuid &id);
    void showWhyNotRevert();
    void showGroup();

    Scope m_scope;
    QPointer<Workbench> m_workbench;
    QString m_modelId;
    JournalModel *m_entries;
    MessageStrip *m_strip;
    JournalFilterBox *m_filter;
    QPushButton *m_export;
    QHBoxLayout *m_bar = nullptr;
    QSplitter *m_splitter;
    QStackedWidget *m_pages;
    JournalTableView *m_table;
    StatePage *m_statePage;
    LoadingRows *m_loading;
    JournalDetails *m_details;
    JournalGroupBar *m_group;
    QUuid m_onlyGroup; //!< Null: not narrowed to a run.
    QTimer m_patience; //!< Before a wait is shown.
    bool m_isExporting = false;
    int m_entryAsked = 0; //!< Answers of earlier ones are dropped.
};

} // namespace modelscribe
