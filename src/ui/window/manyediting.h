// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchsession.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QWidget;

namespace modelscribe {

class ManyPane;
class WindowPanes;
class Workbench;

//! What is selected in the list, as soon as that is more than one model: the form over them takes
//! the editor's place, and what is said in it is kept in a session until somebody discards it.
class ManyEditing : public QObject
{
    Q_OBJECT

public:
    ManyEditing(Workbench &workbench, WindowPanes &panes, QWidget &window);

    //! The one in the form; nullptr: the form is not shown.
    BatchSession *session() const { return m_session; }
    //! Shows the form again over the models of one that was left, as far as they are there.
    void open(BatchSession *session);
    //! Back to the current row; what is said in the form stays in its session.
    void leave();

    bool canReview() const;
    void review();
    //! Asks for a list of ids or names, with what is on the clipboard.
    void selectPasted();

signals:
    void reviewRequested(modelscribe::BatchSession *session);
    void sessionChanged(); //!< Another one is shown, or something in it.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTable();
    ManyPane &pane();
    void followSoon();
    void follow();
    void showForm(const QStringList &ids);
    void present();
    void hideForm();
    void showBar();
    QStringList chosenIds() const;
    BatchSession *sessionFor(const QStringList &ids);
    void select(const QStringList &ids, BatchSession *wanted = nullptr);
    void offerOther();
    QSet<QString> draftIds() const;

    Workbench &m_workbench;
    WindowPanes &m_panes;
    QWidget &m_window;
    ManyPane *m_pane = nullptr; //!< Made when it is first shown.
    QPointer<BatchSession> m_session;
    QPointer<BatchSession> m_wanted; //!< To be shown as soon as its models are selected.
    QMetaObject::Connection m_edits;
    QTimer m_soon;
    QTimer m_present;
};

} // namespace modelscribe
