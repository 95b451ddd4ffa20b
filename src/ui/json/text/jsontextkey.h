// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace modelscribe {

//! What a key means in a JSON text besides writing.
enum class JsonTextKey {
    None,
    LeaveForwards, //!< Tab itself indents, so there must be another way out.
    LeaveBackwards,
    Find,
    Paste,
    SelectNextOccurrence,
    OfferFixes,
    NextMark,
    PreviousMark,
    Undo,
    OneCursor, //!< Of several ones.
    Unheard    //!< Scintilla would take it for nothing.
};

//! \p cursors: how many there are; \p hasSelection: something is selected.
JsonTextKey jsonTextKey(const QKeyEvent &event, int cursors, bool hasSelection);

//! It means the text while that has the focus, not the window.
bool comesBeforeTheWindow(JsonTextKey key);

} // namespace modelscribe
