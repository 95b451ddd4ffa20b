// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace modelscribe {

class EditSession;
class Editing;
class WindowPanes;
class Workbench;

//! Which model is shown: the one that is chosen in a list, asked for from elsewhere, or was open
//! when the program ended.
class Opening : public QObject
{
    Q_OBJECT

public:
    Opening(Workbench &workbench, WindowPanes &panes, Editing &editing, QWidget &window);

    //! Shows the model when the list has it, or as soon as it does.
    void show(const QString &modelId);
    //! The list has other models.
    void listChanged();
    //! At the start the list gets the focus as soon as there is one, if the person was nowhere
    //! else meanwhile.
    void goToListAfterStart();
    void openDraft(EditSession *session);

private:
    void connectLists();
    void connectEditing();
    void open(const QString &modelId);
    void takeRestored(EditSession *last);
    void goOnFromDeleted();
    void leaveEditor();

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Editing &m_editing;
    QWidget &m_window;
    QString m_wanted;          //!< To be shown when the list has it.
    bool m_cameBack = false;   //!< To what was open when the program ended.
    bool m_goesToList = false; //!< As soon as there is one.
};

} // namespace modelscribe
