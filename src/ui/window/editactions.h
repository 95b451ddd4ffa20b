// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;

namespace modelscribe {

class PaneHistory;

//! Undo, redo and the clipboard in the menu: what they mean follows the focus.
class EditActions : public QObject
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction &undo;
        QAction &redo;
        QAction &cut;
        QAction &copy;
        QAction &paste;
        QAction &selectAll;
    };

    //! Where the focus is in the pane of \p history, that one undoes.
    EditActions(const Actions &actions, PaneHistory &history, QObject *parent);

    //! What can be undone now, in the language of now.
    void updateUndo();

private:
    using Step = void (PaneHistory::*)();
    void forward(QAction &action, const char *slot);
    void connectStep(QAction &action, const char *slot, Step inPane);

    Actions m_actions;
    PaneHistory &m_history;
    QPointer<QWidget> m_focus; //!< What undo and redo are about.
};

} // namespace modelscribe
