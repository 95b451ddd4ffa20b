// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "ui/edit/editorfooter.h"
#include "ui/edit/modeltabs.h"
#include "ui/widgets/messagestrip.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QDialog;

namespace Ui {
class EditorPane;
}

namespace modelscribe {

class PaneHistory;
class PastChange;
class RemoteContent;
class Workbench;

//! The right-hand side of the window: one model, its fields, ExtraInfo and labels, and what is not
//! saved yet. Holds no state of a model; that is the session's.
class EditorPane : public QWidget
{
    Q_OBJECT

public:
    using Tab = ModelTabs::Tab;
    using enum ModelTabs::Tab;

    explicit EditorPane(QWidget *parent = nullptr);
    ~EditorPane() override;

    EditSession *session() const { return m_session; }
    //! nullptr shows the empty state. Takes the focus from no one.
    void setSession(EditSession *session);
    //! On top of what the session says: nothing can be edited, such as while it is being saved.
    void setReadOnly(bool readOnly);
    //! Where suggestions come from; nullptr: only the built-in ones.
    void setWorkbench(Workbench *workbench);
    //! Where pictures and documents come from; nullptr: nowhere.
    void setRemoteContent(RemoteContent *content);
    RemoteContent *remoteContent() const;
    void readSettings(); //!< See JsonEditor.
    //! Whether a model can be created now; the empty state offers it.
    void setNewModelPossible(bool isPossible);
    //! Says that the new model was begun earlier, and offers another one.
    void showResumed(const QDateTime &changedAt);
    void hideResumed();
    //! Stands in the place of the model until it is hidden or another model is shown.
    void showReview(QDialog &review);
    void setNavigation(bool previous, bool next);
    void setBackVisible(bool visible);
    //! The sentence of the empty state.
    void setEmptyText(const QString &text);

    //! What Edit > Undo means while the focus is in here.
    PaneHistory &history() const { return *m_history; }
    MessageStrip &strip() const;
    //! Its parts in the order in which they are seen; the first is all of it.
    QList<QWidget *> sections();
    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    //! The first thing that stands against saving gets shown and focused; false when nothing does.
    bool showFirstProblem();
    void focusFirstField();
    //! \p key as ModelField's, Labels, or a path of ExtraInfo; what is not edited: the first field.
    void focusField(const QString &key);

public slots:
    //! What the button does: asks for the review, or shows why there cannot be one.
    void review();
    //! Brings the original of the field with the focus back.
    void resetField();

signals:
    void reviewRequested();
    void revertRequested();
    void previousRequested();
    void nextRequested();
    void backRequested();
    void wholeWindowRequested(); //!< Or back from it.
    void newModelRequested();    //!< From the empty state.
    void anotherRequested();     //!< Another new model than the one that was begun.
    void keepRequested();        //!< The new model is gone on with later.
    void discardRequested();     //!< The new model is not wanted.
    void copyIdRequested();
    void copyJsonRequested();
    void deleteRequested();
    void revertChangeRequested(const modelscribe::PastChange &change);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void refresh();
    void leaveReview();
    void showPage();
    QString whereNew() const;
    bool isLocked() const;
    EditorFooter::Hold hold() const;
    bool isReadOnly() const;
    bool isBeingSaved() const;
    void takeBatched();
    void followAccess();
    void showAccess();
    bool askAboutEmptyLabels();

    std::unique_ptr<Ui::EditorPane> m_ui;
    QPointer<EditSession> m_session;
    QPointer<Workbench> m_workbench;
    PaneHistory *m_history;
    ModelTabs *m_tabs;
    QPointer<QDialog> m_review;
    QStringList m_knownEmpty; //!< Labels that are to be saved without a value.
    QString m_emptyText;
    bool m_readOnly = false;
    bool m_isBatched = false; //!< A run of many writes to it.
};

} // namespace modelscribe
