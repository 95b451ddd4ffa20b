// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepair.h"

#include <optional>

namespace modelscribe {

//! A quotation mark in a text.
struct RepairQuote
{
    enum class Kind { Double, Single, OtherDouble, OtherSingle };

    Kind kind = Kind::Double;
    qsizetype size = 1; //!< Bytes.

    bool closedBy(const RepairQuote &other) const;
};

//! Where a value stands.
enum class RepairPlace { Top, Key, Member, Element };

//! The text that is repaired, how far it was read, and what came of it: the part that the readers
//! of structure, strings and words share. Looking ahead is bounded, so that all of it stays linear.
class JsonRepairCursor
{
public:
    explicit JsonRepairCursor(QByteArrayView original)
        : text(original)
    {
    }

    QByteArrayView text;
    qsizetype pos = 0;
    QByteArray out;
    //! The brackets that the open containers wait for, the innermost last.
    QByteArray closers;
    //! Bytes that were read again after a string turned out to have no end.
    qsizetype readAgain = 0;

    void note(JsonRepairStep::Code code, qsizetype at);
    //! Sorted by place.
    QList<JsonRepairStep> steps() const;

    bool atEnd() const { return pos >= text.size(); }
    //! 0 behind the end.
    char at(qsizetype i) const { return i < text.size() ? text[i] : '\0'; }
    bool startsWith(QByteArrayView what, qsizetype i) const
    {
        return text.sliced(std::min(i, text.size())).startsWith(what);
    }

    //! Takes white space over and drops comments.
    void skipSpace();
    //! Takes over one character of a string's content that is no escape; mends invalid UTF-8.
    void copyCharacter();

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
    bool closerAt(qsizetype i) const { return at(i) == '}' || at(i) == ']'; }
    //! A quoted key and its colon, or one without quotation marks.
    bool quotedKeyAt(qsizetype i) const;
    bool bareKeyAt(qsizetype i) const;
    //! "true", "None", "NaN", … as a whole word: what JSON writes for it.
    QByteArrayView literalAt(qsizetype i, qsizetype *length = nullptr) const;

private:
    void skipComment();

    QList<JsonRepairStep> m_steps;
};

} // namespace modelscribe
