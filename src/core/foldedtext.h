// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! \p text as it is searched: what looks or is typed alike becomes the same. Fold both sides, then
//! look for the one in the other to the letter. Folding twice changes nothing.
//!
//! Case (full: ß is ss, and the Turkish ı and i are one), composition and compatibility (Ｂ is b,
//! ｶﾞ is ガ, ﬁ is fi) as Unicode's NFKC_Casefold does. What takes no room on screen is left out:
//! soft hyphen, zero-width space, joiners, bidirectional marks, variation selectors, byte order
//! mark. Any run of blanks, line breaks and other controls is one ' ', so a text finds itself
//! however it was wrapped, and the result never has a '\n'. Hyphens, figure and en dash and minus
//! are '-'. A lone surrogate becomes U+FFFD.
QString foldedText(QStringView text);

} // namespace modelscribe
