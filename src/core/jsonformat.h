// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace modelscribe {

//! \p utf8 with line breaks and \p indent blanks a level. Key order, numbers, escapes and duplicate
//! keys stay; only the white space between tokens changes. Not JSON, or more than 64 MiB when
//! formatted: returned unchanged.
QByteArray formatJson(QByteArrayView utf8, int indent = 2);
//! The same without any white space between tokens.
QByteArray compactJson(QByteArrayView utf8);

} // namespace modelscribe
