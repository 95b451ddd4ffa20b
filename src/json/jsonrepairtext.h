// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ascii.h"

#include <QByteArray>

#include <optional>

namespace modelscribe {

inline constexpr qsizetype longestKeyLookedFor = 200;
inline constexpr qsizetype longestRunOfClosers = 64;

//! Can be in a key without quotation marks.
constexpr bool isKeyCharacter(char c)
{
    return isDigit(c) || isLetter(c) || c == '_' || c == '$'
           || static_cast<unsigned char>(c) >= 0x80;
}

//! A quotation mark in a text.
struct RepairQuote
{
    enum class Kind { Double, Single, OtherDouble, OtherSingle };

    Kind kind = Kind::Double;
    qsizetype size = 1; //!< Bytes.

    bool closedBy(const RepairQuote &other) const;
};

//! A text that should be JSON, and what stands at its places as people and programs write it.
//! Nothing here remembers anything.
class JsonRepairText
{
public:
    explicit JsonRepairText(QByteArrayView original)
        : text(original)
    {
    }

    QByteArrayView text;

    //! 0 behind the end.
    char at(qsizetype i) const { return i < text.size() ? text[i] : '\0'; }
    bool startsWith(QByteArrayView what, qsizetype i) const
    {
        return text.sliced(std::min(i, text.size())).startsWith(what);
    }

    //! Behind the white space at \p i.
    qsizetype afterSpace(qsizetype i) const;
    //! Bytes of the white space character at \p i; 0 if there is none.
    int spaceAt(qsizetype i) const;
    std::optional<RepairQuote> quoteAt(qsizetype i) const;
    //! u'…', b'…', r'…' of Python.
    bool prefixedQuoteAt(qsizetype i) const;
    bool commentAt(qsizetype i) const;
    bool fenceAt(qsizetype i) const;
    //! Bytes of a comma (also a Chinese one), or a colon, at \p i.
    int commaAt(qsizetype i) const;
    int colonAt(qsizetype i) const;
    //! Bytes of the character at \p i.
    int sizeAt(qsizetype i) const;
    //! The character at \p i, for full-width and other Chinese brackets the one of JSON.
    char markAt(qsizetype i) const;
    bool closerAt(qsizetype i) const { return markAt(i) == '}' || markAt(i) == ']'; }
    //! A quoted key and its colon, one without quotation marks, or one that lost its first mark.
    bool quotedKeyAt(qsizetype i) const;
    bool bareKeyAt(qsizetype i) const;
    bool halfQuotedKeyAt(qsizetype i) const;
    bool keyAt(qsizetype i) const { return quotedKeyAt(i) || bareKeyAt(i) || halfQuotedKeyAt(i); }
    //! Behind a string with its end in the same line, as far as one can tell without mending; \p i
    //! if there is none.
    qsizetype afterSimpleString(qsizetype i) const;
    qsizetype afterDigits(qsizetype i) const;
    //! What can stand behind the comma of a member.
    bool memberAt(qsizetype i) const;
    //! "true", "None", "NaN", … as a whole word: what JSON writes for it.
    QByteArrayView literalAt(qsizetype i, qsizetype *length = nullptr) const;
};

} // namespace modelscribe
