// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editstep.h"
#include "ui/edit/labelseditor.h"
#include "ui/edit/modelform.h"

#include <QObject>
#include <QPointer>

class QStackedWidget;
class QTabBar;

namespace modelscribe {

class AboutSection;
class Access;
class ExtraInfoEditor;
class JournalView;
class PaneHistory;
class PastChange;
class RemoteContent;
class Workbench;

//! The parts of a model, each behind a tab: its fields, ExtraInfo, labels and history. They are
//! made when a model is first shown, the history when it is first looked at.
class ModelTabs : public QObject
{
    Q_OBJECT

public:
    enum Tab { DetailsTab, ExtraInfoTab, LabelsTab, JournalTab };

    //! Fills \p bar and \p stack, and has what the editors do kept by \p history.
    ModelTabs(QTabBar &bar, QStackedWidget &stack, PaneHistory &history);

    void setSession(EditSession *session);
    void setReadOnly(bool readOnly);
    //! Where suggestions come from; nullptr: only the built-in ones.
    void setWorkbench(Workbench *workbench);
    //! Where people's names come from; nullptr: nowhere.
    void setAccess(Access *access);
    //! Where pictures and documents come from; nullptr: nowhere.
    void setRemoteContent(RemoteContent *content);
    RemoteContent *remoteContent() const;
    void readSettings(); //!< See JsonEditor.
    void refresh();
    void retranslate();

    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    void showPlace(const StepPlace &place);
    //! The first thing that stands against saving gets shown and focused; false when nothing does.
    bool showFirstProblem();
    void focusFirstField();
    void focusField(const QString &key); //!< See EditorPane.
    //! Opens the value of the first label that is to be saved without one and is not among
    //! \p known; all keys of such labels.
    QStringList showEmptyLabels(const QStringList &known);

signals:
    void wholeWindowRequested(); //!< Or back from it.
    void revertChangeRequested(const modelscribe::PastChange &change);

private:
    void buildEditors(); //!< They cost a third of the start.
    void buildExtraInfo(QWidget &page);
    void showTab(int tab);
    void showHistory();
    void refreshExtraInfo();
    void refreshTabs();

    QTabBar &m_bar;
    QStackedWidget &m_stack;
    PaneHistory &m_history;
    QPointer<EditSession> m_session;
    QPointer<Workbench> m_workbench;
    QPointer<RemoteContent> m_content;
    ModelForm *m_form = nullptr;
    AboutSection *m_about = nullptr;
    QPointer<Access> m_access;
    ExtraInfoEditor *m_extraInfo = nullptr;
    FieldBinding *m_extraInfoBinding = nullptr;
    LabelsEditor *m_labels = nullptr;
    JournalView *m_past = nullptr;
};

} // namespace modelscribe
