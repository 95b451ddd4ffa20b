// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! Reads one string in any kind of quotation marks and writes it as JSON. A mark inside the string
//! ends it only if what follows can follow a string; a string whose end is missing ends where the
//! next one shows that it should have.
class JsonRepairString
{
public:
    JsonRepairString(JsonRepairCursor &cursor, RepairPlace place)
        : m_cursor(cursor)
        , m_place(place)
    {
    }

    //! The cursor is at a quotation mark. \p append: goes on with the string written last, whose
    //! closing mark was taken away. False when the text ended inside the string.
    bool read(bool append = false);

private:
    void open();
    bool findEnd(bool jump);
    bool endsAt(qsizetype quote, qsizetype size);

    // jsonrepairinner.cpp: JSON inside the string, and strings that have lost their end
    qsizetype afterInnerJson(qsizetype i);
    bool findDoubledEnd();
    void copyDoubled();
    qsizetype endOfCode() const;
    void endBeforeLastClosers();
    void endBeforeColon();
    bool swallowsOthers() const;

    bool findLongEnd();
    std::optional<qsizetype> missingEndBefore(qsizetype quote) const;
    std::optional<qsizetype> endBeforeBareKey(qsizetype end, qsizetype quote) const;
    std::optional<qsizetype> firstLineEnd(qsizetype lineBreak) const;
    bool endsBefore(qsizetype after) const;
    bool keyEndsBefore(qsizetype after, qsizetype next) const;
    bool quoteMayFollow(qsizetype after, qsizetype next) const;
    bool partMayFollow(qsizetype i) const;
    bool parenthesisMayFollow(qsizetype i) const;
    bool lastWordsAt(qsizetype i) const;
    bool closersFit(qsizetype i) const;
    bool stringEndsAgain(qsizetype i) const;

    JsonRepairCursor &m_cursor;
    RepairPlace m_place;
    RepairQuote m_quote;
    bool m_triple = false;
    bool m_windowsPath = false;
    bool m_doubled = false;
    bool m_jumped = false;
    bool m_marksInside = false;
    bool m_doubtful = false; //!< It holds what looks like a key.
    std::optional<qsizetype> m_firstLineEnd;
    qsizetype m_contentEnd = 0;
    qsizetype m_after = 0; //!< Behind the closing mark.
};

//! Writes the control character at the cursor as an escape.
void copyControl(JsonRepairCursor &cursor);

//! Writes the bytes [pos, end) as the content of a JSON string. \p keepBackslashes: none of them
//! starts an escape.
void copyStringContent(JsonRepairCursor &cursor, qsizetype end, RepairQuote::Kind quote,
                       bool keepBackslashes);

} // namespace modelscribe
