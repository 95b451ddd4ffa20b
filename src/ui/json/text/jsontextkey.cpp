// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextkey.h"

#include <QKeyEvent>

namespace modelscribe {

JsonTextKey jsonTextKey(const QKeyEvent &event, int cursors, bool hasSelection)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool alt = event.modifiers().testFlag(Qt::AltModifier);
    if (event.matches(QKeySequence::Find))
        return JsonTextKey::Find;
    if (event.matches(QKeySequence::Paste))
        return JsonTextKey::Paste;
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (!control)
            return JsonTextKey::None;
        return !shift && event.key() == Qt::Key_Tab ? JsonTextKey::LeaveForwards
                                                    : JsonTextKey::LeaveBackwards;
    case Qt::Key_D:
        return control && !shift ? JsonTextKey::SelectNextOccurrence : JsonTextKey::None;
    case Qt::Key_Period: return control ? JsonTextKey::OfferFixes : JsonTextKey::None;
    case Qt::Key_F8: return shift ? JsonTextKey::PreviousMark : JsonTextKey::NextMark;
    case Qt::Key_Backspace: // Scintilla's other key for undo
        return alt && !control && !shift ? JsonTextKey::Undo : JsonTextKey::None;
    case Qt::Key_Escape:
        if (cursors > 1)
            return JsonTextKey::OneCursor;
        // It cancels a selection in Scintilla and would never reach the window.
        return hasSelection ? JsonTextKey::None : JsonTextKey::Unheard;
    default: return JsonTextKey::None;
    }
}

bool comesBeforeTheWindow(JsonTextKey key)
{
    switch (key) {
    case JsonTextKey::Find:
    case JsonTextKey::SelectNextOccurrence:
    case JsonTextKey::OfferFixes:
    case JsonTextKey::NextMark:
    case JsonTextKey::PreviousMark:
    case JsonTextKey::OneCursor: return true;
    default: return false;
    }
}

} // namespace modelscribe
