// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepairahead.h"
#include "json/jsonrepairrecord.h"
#include "json/jsonrepairtext.h"

namespace modelscribe {

//! Where a value stands.
enum class RepairPlace { Top, Key, Member, Element };

//! Stands for the } of a set in the list of brackets that are waited for.
inline constexpr char setCloser = 's';
//! What a text has for \p closer, and what JSON has.
constexpr char textCloser(char closer) { return closer == setCloser ? '}' : closer; }
constexpr char jsonCloser(char closer) { return closer == '}' ? '}' : ']'; }

//! The text that is repaired, how far it was read, and what came of it: the part that the readers
//! of structure, strings and words share.
class JsonRepairCursor : public JsonRepairText
{
public:
    explicit JsonRepairCursor(QByteArrayView original)
        : JsonRepairText(original)
        , lookahead(*this)
    {
    }

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
    JsonRepairLookahead lookahead;
    JsonRepairRecord record;

    void note(JsonRepairStep::Code code, qsizetype at) { record.note(code, at); }
    void leaveOut(qsizetype from, qsizetype to) { record.leaveOut(from, to); }
    bool atEnd() const { return pos >= text.size(); }
    //! A ) that something waits for.
    bool parenthesisAt(qsizetype i) const
    {
        return markAt(i) == ')' && (closers.contains(')') || callEnds.contains(i));
    }

    //! Takes white space over and drops comments. \p hashIsText: #fff is none of them.
    void skipSpace(bool hashIsText = false);
    //! Takes over one character of a string's content that is no escape; mends invalid UTF-8.
    void copyCharacter();

private:
    void skipComment();
    qsizetype lineCommentEnd() const;
};

} // namespace modelscribe
