// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! A tool tip that shows \p text to the letter. A tool tip guesses whether it got HTML, so text of
//! others must be HTML that says so.
inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
                                .arg(text.toHtmlEscaped());
}

} // namespace modelscribe
