// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batchgrid.h"
#include "registry/change.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

class QFrame;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTimer;

namespace modelscribe {

class BatchFooter;
class BatchRequests;
class BatchReview;
class BatchTable;
class Connection;
class FilterSegments;
class MessageStrip;
class PageBar;
class StatePage;

//! What would become of many models, in place of list and editor: nothing is sent before the person
//! says so here.
class BatchPage : public QWidget
{
    Q_OBJECT

public:
    explicit BatchPage(QWidget *parent = nullptr);
    ~BatchPage() override;

    //! Begins to read. \p leftOut and \p doubts: see BatchGrid::setReview(). \p connection
    //! outlives what is shown.
    void review(Connection &connection, std::unique_ptr<BatchReview> review,
                const QSet<QString> &leftOut = {}, const BatchGrid::Doubts &doubts = {});
    //! Something to know about what is shown.
    void tell(const std::function<QString()> &text);
    //! Lets go of what is shown.
    void clear();
    BatchGrid &grid() const { return *m_grid; }
    BatchTable &table() const { return *m_table; }
    const BatchReview *currentReview() const { return m_review.get(); }
    //! The parts in the order in which they are seen.
    QList<QWidget *> sections() const;

public slots:
    //! What the button does, when it can be done.
    void save();

signals:
    void backRequested();
    void agreed(const modelscribe::ChangeSet &set);
    void leftOutChanged(const QString &modelId, bool out);
    void openRequested(const QString &modelId);
    //! All are read; see BatchGrid::setTakenNames().
    void checked();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillBar();
    QWidget *makeFilters();
    void retranslate();
    void refresh();
    void chooseAll();
    void refreshFilters();
    void refreshTime();
    void refreshFooter();
    void showState();
    void showRequests();
    void closeRequests();
    void refreshRequests();
    void readAgain();
    void copyAs(bool isCsv);
    QString changeTitle() const;

    BatchGrid *m_grid;
    PageBar *m_bar;
    QLabel *m_requestCount;
    QLabel *m_rate;
    FilterSegments *m_filters;
    QLineEdit *m_find;
    BatchTable *m_table;
    StatePage *m_empty;
    QStackedLayout *m_stack;
    QFrame *m_requestsLine;
    BatchRequests *m_requests;
    MessageStrip *m_strip;
    BatchFooter *m_footer;
    QTimer *m_requestsSoon;
    Connection *m_connection = nullptr;
    std::unique_ptr<BatchReview> m_review;
    QList<QWidget *> m_sections;
};

} // namespace modelscribe
