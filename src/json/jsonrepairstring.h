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

    qsizetype afterInnerJson(qsizetype i);
    bool findDoubledEnd();
    qsizetype endOfCode() const;
    void endBeforeLastClosers();
    void endBeforeColon();
    bool swallowsOthers() const;

    bool findLongEnd();
    std::optional<qsizetype> missingEndBefore(qsizetype quote) const;
    std::optional<qsizetype> endBeforeBareKey(qsizetype end, qsizetype quote) const;
    std::optional<qsizetype> firstLineEnd(qsizetype lineBreak) const;

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

} // namespace modelscribe
