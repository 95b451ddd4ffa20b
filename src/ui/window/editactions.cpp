// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/editactions.h"

#include "ui/edit/panehistory.h"

#include <QAction>
#include <QApplication>

namespace modelscribe {

EditActions::EditActions(const Actions &actions, PaneHistory &history, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_history(history)
{
    connectStep(actions.undo, "undo", &PaneHistory::undo);
    connectStep(actions.redo, "redo", &PaneHistory::redo);
    connect(&history, &PaneHistory::changed, this, &EditActions::updateUndo);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // An open menu takes the focus away, but still means the editor.
        if (!now && QApplication::activePopupWidget())
            return;
        m_focus = now;
        updateUndo();
    });
    updateUndo();
    forward(actions.cut, "cut");
    forward(actions.copy, "copy");
    forward(actions.paste, "paste");
    forward(actions.selectAll, "selectAll");
}

void EditActions::connectStep(QAction &action, const char *slot, Step inPane)
{
    connect(&action, &QAction::triggered, this, [this, slot, inPane] {
        if (m_history.handles(m_focus))
            (m_history.*inPane)();
        else if (m_focus)
            QMetaObject::invokeMethod(m_focus, slot);
    });
}

//! The editors take these keys themselves; the menu asks whichever has the focus.
void EditActions::forward(QAction &action, const char *slot)
{
    connect(&action, &QAction::triggered, this, [slot] {
        if (QWidget *focus = QApplication::focusWidget())
            QMetaObject::invokeMethod(focus, slot);
    });
    const QByteArray signature = QByteArray(slot) + "()";
    const auto update = [&action, signature](const QWidget *focus) {
        action.setEnabled(focus && focus->metaObject()->indexOfMethod(signature.constData()) >= 0);
    };
    connect(qApp, &QApplication::focusChanged, &action, [update](QWidget *, QWidget *now) {
        if (now || !QApplication::activePopupWidget()) // see above
            update(now);
    });
    update(QApplication::focusWidget());
}

void EditActions::updateUndo()
{
    const bool inPane = m_history.handles(m_focus);
    const auto has = [this](const char *method) {
        return m_focus && m_focus->metaObject()->indexOfMethod(method) >= 0;
    };
    m_actions.undo.setEnabled(inPane ? m_history.canUndo() : has("undo()"));
    m_actions.redo.setEnabled(inPane ? m_history.canRedo() : has("redo()"));
    const QString undone = inPane ? m_history.undoText() : QString();
    const QString redone = inPane ? m_history.redoText() : QString();
    m_actions.undo.setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undone));
    m_actions.redo.setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redone));
}

} // namespace modelscribe

#include "moc_editactions.cpp"
