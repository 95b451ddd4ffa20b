// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/panehistory.h"

#include "ui/widgets/fieldeditor.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMenu>

namespace modelscribe {

PaneHistory::PaneHistory(QWidget &pane)
    : JsonHistory(&pane)
    , m_pane(pane)
{
    // Of the application: each editor answers these keys itself, and open lists of suggestions hand
    // them on past its filters.
    qApp->installEventFilter(this);
}

void PaneHistory::setSession(EditSession *session)
{
    if (m_history)
        m_history->disconnect(this);
    m_session = session;
    m_history = session ? &EditHistory::of(*session) : nullptr;
    if (m_history)
        connect(m_history, &EditHistory::changed, this, &JsonHistory::changed);
    emit changed();
}

void PaneHistory::setReadOnly(bool readOnly)
{
    if (std::exchange(m_readOnly, readOnly) != readOnly)
        emit changed();
}

bool PaneHistory::handles(const QWidget *focus) const
{
    return m_session && focus && m_pane.isAncestorOf(focus)
           && !focus->property(ownUndoProperty).toBool();
}

bool PaneHistory::canUndo() const { return !m_readOnly && m_history && m_history->canUndo(); }
bool PaneHistory::canRedo() const { return !m_readOnly && m_history && m_history->canRedo(); }

QString PaneHistory::undoText() const { return canUndo() ? m_history->undoText() : QString(); }
QString PaneHistory::redoText() const { return canRedo() ? m_history->redoText() : QString(); }

int PaneHistory::index() const { return m_history ? m_history->index() : 0; }

bool PaneHistory::prepare()
{
    if (m_readOnly || !m_session)
        return false;
    QGuiApplication::inputMethod()->reset(); // what is not chosen yet goes, as in any editor
    m_session->flush();
    return m_history;
}

void PaneHistory::go(Step step)
{
    emit aboutToStep();
    if (const auto place = (m_history->*step)())
        emit stepped(*place);
}

void PaneHistory::undo()
{
    if (prepare() && canUndo())
        go(&EditHistory::undo);
}

void PaneHistory::redo()
{
    if (prepare() && canRedo())
        go(&EditHistory::redo);
}

void PaneHistory::goBackTo(int index)
{
    while (prepare() && canUndo() && m_history->index() > index)
        go(&EditHistory::undo);
}

void PaneHistory::beginStep()
{
    if (m_session)
        m_session->flush();
    if (m_history)
        m_history->beginStep();
}

void PaneHistory::endStep()
{
    if (m_session)
        m_session->flush();
    if (m_history)
        m_history->endStep();
}

bool PaneHistory::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: return watched->isWidgetType() && handleKey(watched, event);
    case QEvent::ContextMenu:
        return watched->isWidgetType()
               && showMenu(watched, static_cast<const QContextMenuEvent &>(*event));
    default: return false;
    }
}

bool PaneHistory::handleKey(const QObject *watched, QEvent *event)
{
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress && m_history
        && (key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Cut)))
        m_history->endStep(); // nothing that is typed
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isRedo = key->matches(QKeySequence::Redo)
                        || key->keyCombination() == (Qt::CTRL | Qt::Key_Y);
    if (!isUndo && !isRedo)
        return false;
    const auto *widget = static_cast<const QWidget *>(watched);
    const bool isPopup = widget->focusProxy() && widget->window() == widget;
    if (!handles(isPopup ? widget->focusProxy() : widget))
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (isPopup)
        const_cast<QWidget *>(widget)->hide();
    isUndo ? undo() : redo();
    return true;
}

bool PaneHistory::showMenu(QObject *watched, const QContextMenuEvent &event)
{
    auto *widget = static_cast<QWidget *>(watched);
    FieldEditor *editor = FieldEditor::of(*widget);
    if (!editor && widget->parentWidget()) // a click on a text is one on what shows it
        editor = FieldEditor::of(*widget->parentWidget());
    if (!editor || !handles(widget))
        return false;
    QMenu *menu = editor->makeMenu(event.pos());
    if (!menu)
        return false;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // In what can be edited, undo and redo stand first. They would call the editor.
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions.first(2))
        action->disconnect();
    actions[0]->setEnabled(canUndo());
    actions[1]->setEnabled(canRedo());
    connect(actions[0], &QAction::triggered, this, &PaneHistory::undo);
    connect(actions[1], &QAction::triggered, this, &PaneHistory::redo);
    menu->popup(event.globalPos());
    return true;
}

} // namespace modelscribe

#include "moc_panehistory.cpp"
