// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>
#include <QUuid>
#include <QWidget>

class QMessageBox;
class QPushButton;

namespace modelscribe {

class BatchSession;
class DraftsModel;
class EditSession;
class Workbench;

//! The rows of DraftsList.
class DraftsTable : public QTableView
{
    Q_OBJECT

public:
    explicit DraftsTable(DraftsModel &drafts, QWidget *parent = nullptr);

signals:
    void openPressed();
    void discardPressed();
    void rowChosen(); //!< By the person: another current row.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    friend class DraftsList;
    bool m_finding = false; //!< The list itself moves the current row.
};

//! The drafts of a connection, and what can be done about one of them. Its widgets are made when
//! they are first seen or asked for: most starts have no drafts.
class DraftsList : public QWidget
{
    Q_OBJECT

public:
    explicit DraftsList(QWidget *parent = nullptr);

    void setWorkbench(Workbench *workbench);
    void setQuery(const QString &query);

    DraftsTable &table();
    DraftsModel &drafts() const { return *m_drafts; }
    //! nullptr when no row is chosen.
    EditSession *current() const;
    //! Without telling.
    void setCurrent(const EditSession *session);
    void step(int rows);
    void setVisible(bool visible) override;

signals:
    void countsChanged();
    void chosen(modelscribe::EditSession *session);        //!< Its row became the current one.
    void openRequested(modelscribe::EditSession *session); //!< To be worked on.
    //! The person agreed to lose it.
    void discardRequested(modelscribe::EditSession *session);
    void copyRequested(modelscribe::EditSession *session);
    void reviewRequested();                   //!< Of all that are shown.
    void batchOpenRequested(const QUuid &id); //!< See BatchSession::id().
    //! The person agreed to lose it.
    void batchDiscardRequested(modelscribe::BatchSession *session);

public slots:
    void askToDiscard();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildLayout();
    void connectWidgets();
    void retranslate();
    void refreshButtons();
    void keepCurrent();
    void findCurrent();
    void openMenu(QPoint at);
    bool mayCopy() const;
    BatchSession *currentBatch() const;
    void askToDiscardBatch(BatchSession &batch);
    QMessageBox *makeQuestion(const QString &text, const QString &more);

    DraftsModel *m_drafts;
    DraftsTable *m_table = nullptr;
    QPushButton *m_review = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_discard = nullptr;
    QString m_currentId;
    int m_currentRow = -1;
    QTimer m_minute;
};

} // namespace modelscribe
