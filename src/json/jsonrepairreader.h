// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepairstructure.h"

namespace modelscribe {

//! Reads the structure of a text that should be JSON and has it written as JSON, keeping every byte
//! that can stay.
class JsonRepairReader
{
public:
    explicit JsonRepairReader(QByteArrayView text)
        : m_cursor(text)
        , m_json(m_cursor)
    {
    }
    JsonRepairReader(const JsonRepairReader &) = delete;
    JsonRepairReader &operator=(const JsonRepairReader &) = delete;

    //! False when there is nothing in the text to make JSON of, or it is nested too deeply.
    bool run();
    const QByteArray &text() const { return m_cursor.out; }
    QList<JsonRepairStep> steps() const { return m_cursor.record.steps(); }

private:
    using Code = JsonRepairStep::Code;
    using Expect = JsonRepairStructure::Expect;

    bool start();
    void step();
    void key();
    void containerAsKey(char bracket);
    void colon();
    void value();
    void stringValue();
    void afterValue();
    bool afterTop();
    void afterMember();
    void afterElement();
    void afterString();
    bool elementIsKey();
    bool readString(RepairPlace place, bool append = false);
    bool skipStringPrefix();
    bool skipEllipsis();
    bool skipStray();
    void open(char bracket);
    void close(char bracket);
    void closeWrong();
    void dropClosers(qsizetype count);
    void drop(Code code, qsizetype bytes = 0);
    char mark() const { return m_cursor.markAt(m_cursor.pos); }

    JsonRepairCursor m_cursor;
    JsonRepairStructure m_json;
    bool m_refused = false; //!< Too deep, or what it means could only be guessed.
};

} // namespace modelscribe
