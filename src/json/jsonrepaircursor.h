// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ascii.h"
#include "json/jsonrepair.h"

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

//! Where a value stands.
enum class RepairPlace { Top, Key, Member, Element };

//! Stands for the } of a set in the list of brackets that are waited for.
inline constexpr char setCloser = 's';

//! What ends the container that a place is in.
struct RepairAhead
{
    char closer = '\0'; //!< } ] or ); 0 behind the end, or too far away to be looked for.
    qsizetype at = 0;   //!< Its place.
    int commas = 0;     //!< Between the place and it, not counting those of inner containers.
    bool colon = false; //!< One between the place and it, or an =
};

//! np.float64(0.913)
struct RepairCall
{
    qsizetype inner = 0; //!< Behind the (.
    qsizetype close = 0; //!< The place of the ).
    bool isOneValue = false;
};

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
    //! The brackets that the open containers wait for, the innermost last; setCloser for {1, 2}.
    QByteArray closers;
    //! Where the calls end that the value being read is the argument of, the innermost last.
    QList<qsizetype> callEnds;
    //! Something was read that may as well mean something else.
    bool isDoubtful = false;
    //! Bytes that were read again after a string turned out to have no end.
    qsizetype readAgain = 0;

    void note(JsonRepairStep::Code code, qsizetype at);
    //! Sorted by place.
    QList<JsonRepairStep> steps() const;
    //! The words of [from, to) are meant to be missing in the result, as a step says.
    void leaveOut(qsizetype from, qsizetype to);
    //! Whether all other words of the text are in the result, in their order. \p someAtLeast: not
    //! if there are none in the result.
    bool keepsWords(bool someAtLeast) const;

    bool atEnd() const { return pos >= text.size(); }
    //! 0 behind the end.
    char at(qsizetype i) const { return i < text.size() ? text[i] : '\0'; }
    bool startsWith(QByteArrayView what, qsizetype i) const
    {
        return text.sliced(std::min(i, text.size())).startsWith(what);
    }

    //! Takes white space over and drops comments. \p hashIsText: #fff is none of them.
    void skipSpace(bool hashIsText = false);
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
    //! Bytes of the character at \p i.
    int sizeAt(qsizetype i) const;
    //! The character at \p i, for full-width and other Chinese brackets the one of JSON.
    char markAt(qsizetype i) const;
    bool closerAt(qsizetype i) const { return markAt(i) == '}' || markAt(i) == ']'; }
    //! A ) that something waits for.
    bool parenthesisAt(qsizetype i) const
    {
        return markAt(i) == ')' && (closers.contains(')') || callEnds.contains(i));
    }
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
    std::optional<RepairCall> callAt(qsizetype i);
    //! Looks for the end of the container that \p i is in.
    RepairAhead ahead(qsizetype i);
    //! The brackets that close what is open at \p i.
    QByteArray closersAhead(qsizetype i);
    //! Behind the object or array of valid JSON at \p i that has words in quotation marks; -1:
    //! none.
    qsizetype afterJsonAt(qsizetype i);
    //! "true", "None", "NaN", … as a whole word: what JSON writes for it.
    QByteArrayView literalAt(qsizetype i, qsizetype *length = nullptr) const;

private:
    void skipComment();
    qsizetype lineCommentEnd() const;
    bool mayLookAhead(qsizetype bytes);
    char stepAhead(qsizetype &i, QByteArray &open);

    QList<JsonRepairStep> m_steps;
    QList<std::pair<qsizetype, qsizetype>> m_leftOut;
    qsizetype m_lookedAhead = 0; //!< Bytes: a bound keeps all of it linear.
};

} // namespace modelscribe
