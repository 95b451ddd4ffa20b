// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsoncelledit.h"

#include "ui/json/jsonhistory.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonCellEdit::JsonCellEdit(const QString &text, QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(inputLimit);
    setProperty(ownUndoProperty, true); // for the text it is one step, however long it takes
    setText(text);
    selectAll();
    connect(this, &QLineEdit::textEdited, this, [this] {
        setProblem(false);
        emit typed();
    });
}

void JsonCellEdit::setProblem(bool problem)
{
    setLook(this, "problem", problem ? u"true"_s : u"false"_s);
}

bool JsonCellEdit::event(QEvent *event)
{
    // Esc and Enter mean this line, not the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void JsonCellEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: emit cancelled(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit committed(); return;
    case Qt::Key_Tab: emit tabbed(); return;
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down: return; // a step too far should not lose what was typed
    default: QLineEdit::keyPressEvent(event);
    }
}

void JsonCellEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit committed();
}

} // namespace modelscribe

#include "moc_jsoncelledit.cpp"
