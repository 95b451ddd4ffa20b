// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! \p text for one line on screen: control, bidirectional and zero-width characters become visible
//! marks such as "⟦U+202E⟧", line breaks become "⏎", and what is longer than \p limit ends with
//! "…". For showing only; never put it back into a value.
QString visibleText(const QString &text, qsizetype limit = 400);

//! "U+202E, U+0007": the characters that visibleText() would mark; line breaks and tabs count too.
QString namesOfInvisible(const QString &text);

} // namespace modelscribe
