// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace modelscribe {

//! How to make \p text of \p base, as ByteWriter writes it: the size of the base, then again and
//! again from where and how many bytes of it to copy, and the bytes to put behind them. Short when
//! the two differ in a few places, wherever these are; takes time proportional to their sizes.
QByteArray bytesDifference(const QByteArray &base, const QByteArray &text);

} // namespace modelscribe
