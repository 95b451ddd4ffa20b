// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"
#include "session/batchsession.h"
#include "ui/many/manytabs.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace modelscribe {

class DraftQuestion;
class ManyFooter;
class ManyHeader;
class MessageStrip;
class Workbench;

//! One form for many models, in the place of the editor. It edits a BatchSession and nothing else.
class ManyPane : public QWidget
{
    Q_OBJECT

public:
    using Tab = ManyTabs::Tab;
    using enum ManyTabs::Tab;

    explicit ManyPane(Workbench &workbench, QWidget *parent = nullptr);

    //! Makes some more of it; false when it is whole, which is needed before anything else. All at
    //! once would be felt.
    bool buildSome();

    BatchSession *session() const { return m_session; }
    //! nullptr: none. Takes the focus from no one.
    void setSession(BatchSession *session);
    //! Models with a draft of their own.
    void setDrafts(const QSet<QString> &ids);
    void setBackVisible(bool visible);
    //! Of the session's models, as far as they are counted.
    const ManyValuesCounting &counting() const { return m_counting; }
    MessageStrip &strip() const { return *m_strip; }
    //! Its parts in the order in which they are seen; the first is all of it.
    QList<QWidget *> sections();
    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    void focusFirst();
    //! \p key as ModelField's, Labels, or a path of ExtraInfo.
    void focusField(const QString &key);
    bool canReview() const;

public slots:
    //! What the button does: shows what stands against it, asks about drafts, or tells.
    void review();
    void discard();

signals:
    //! What is left out is in the session.
    void reviewRequested(modelscribe::BatchSession *session);
    void backRequested();  //!< To the list, with what is selected in it.
    void leaveRequested(); //!< The form is not wanted any more.
    //! The selection shall be these.
    void narrowRequested(const QStringList &modelIds);
    void countsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void takeModels();
    void narrow(const ModelField *field, const QString &value);
    void showCounts();
    void refreshEdit();
    QStringList draftIds() const;
    void decide(bool leavesOut);
    void copy(bool names);

    Workbench &m_workbench;
    QPointer<BatchSession> m_session;
    ManyValuesCounting m_counting;
    QSet<QString> m_drafts;
    QSet<QString> m_decided; //!< Models with drafts that the person was asked about.

    ManyHeader *m_header;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    ManyTabs *m_tabs;
    DraftQuestion *m_question;
    MessageStrip *m_strip;
    ManyFooter *m_footer;
};

} // namespace modelscribe
