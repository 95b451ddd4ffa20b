// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace modelscribe {

//! Of ASCII only, whatever the locale; of UTF-8 no byte of a longer character.
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
constexpr bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

//! Of UTF-8: a byte of a character that is not its first.
constexpr bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace modelscribe
