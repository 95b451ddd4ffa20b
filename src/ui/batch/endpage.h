// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batchrunmodel.h"

#include <QPointer>
#include <QUuid>
#include <QWidget>

class QLabel;
class QPushButton;

namespace modelscribe {

class ClashView;
class ElidedLabel;
class FilterSegments;
class MessageStrip;
class PageBar;
class PartsBar;
class RunTable;

//! What became of each model of a run, in place of list and editor; also while it goes on.
class EndPage : public QWidget
{
    Q_OBJECT

public:
    explicit EndPage(QWidget *parent = nullptr);

    //! \p where: the registry and the workspace, for people. Shows what is to be looked at, or all
    //! when there is nothing.
    void showRun(BatchRun *run, const QString &where);
    BatchRun *run() const { return m_rows->run(); }
    RunTable &table() const { return *m_table; }
    BatchRunModel &rows() const { return *m_rows; }
    //! The parts in the order in which they are seen.
    QList<QWidget *> sections() const;

signals:
    void backRequested();
    void openRequested(const QString &modelId);
    //! What was saved shall be taken back; the journal knows it by this.
    void revertRequested(const QUuid &group);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Filter = BatchRunModel::Filter;

    QWidget *makeSegments();
    QWidget *makeFooter();
    void makeCopyMenu();
    void connectParts();
    void retranslate();
    void refresh();
    void showCounts();
    void showDetails();
    void goOn();
    void copyAs(const QString &text);
    void exportFile();

    BatchRunModel *m_rows;
    PartsBar *m_parts;
    FilterSegments *m_segments;
    QPushButton *m_copyAs;
    RunTable *m_table;
    ClashView *m_details;
    MessageStrip *m_strip;
    QPushButton *m_revert;
    ElidedLabel *m_revertHint;
    QPushButton *m_goOn;
    PageBar *m_bar;
    QWidget *m_choice;
    QWidget *m_footer;
    QString m_where;
};

} // namespace modelscribe
