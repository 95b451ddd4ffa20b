// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! The JSON that is being written: which containers are open, what may come next, and where in the
//! output that goes which turns out to be missing. Decides nothing: JsonRepairReader does.
class JsonRepairStructure
{
public:
    enum class Expect { Value, Key, Colon, AfterValue };

    explicit JsonRepairStructure(JsonRepairCursor &cursor)
        : m_cursor(cursor)
    {
    }

    Expect expect() const { return m_expect; }
    RepairPlace place() const;
    bool inObject() const { return m_cursor.closers.endsWith('}'); }
    bool isTop() const { return m_cursor.closers.isEmpty(); }
    //! The outermost object has no bracket of its own.
    bool isVirtual() const { return m_virtualObject; }
    bool isVirtualTop() const { return m_virtualObject && m_cursor.closers.size() == 1; }
    bool isAfterComma() const { return m_comma >= 0; }
    bool lastIsString() const { return m_lastIsString; }
    //! Behind the last token, in the output.
    qsizetype end() const { return m_end; }
    char last() const; //!< The last token's last character.
    //! Outermost ones.
    qsizetype valueCount() const { return m_values; }

    void keyDone();
    void writeColon(int size);
    void insertColon();
    //! False when the outermost value before it makes no records with one like this:
    //! {"a": 1}, "b"
    bool beginOutermost(bool isContainer);
    void beginValue(); //!< One that is no container.
    void valueDone(bool isString = false);
    void missingValue();
    void reopenString(); //!< Takes the mark at the end of the last one away.
    void writeComma(int size);
    void missingComma(Expect next);
    void eraseComma();

    void open(char bracket, bool isSet);
    void closeInnermost();
    //! The innermost container has no bracket at its end.
    void endElements();
    //! Members without { } around them: the first is to come, or its key was just written.
    void openVirtualObject(qsizetype at);
    void openVirtualObjectBefore();
    //! {"a": 1}, "b": 2}: the object had not ended. False when it had.
    bool reopenObject();
    //! [1, 2, "key": 3: a key of the object around the list if the list has lost its end, else of
    //! one in the list.
    void makeKeyOfLast(char closerAhead);

    //! At the end of the text, or of the code fence that it was in.
    void finishValue();
    //! One value after the other.
    void wrapRecords();

private:
    void closeDeeper(qsizetype depth);
    void pop();

    JsonRepairCursor &m_cursor;
    Expect m_expect = Expect::Value;
    qsizetype m_end = 0;
    qsizetype m_comma = -1;     //!< In the output, when the last token is one.
    qsizetype m_lastBegin = 0;  //!< In the output, of the last value that is no container.
    qsizetype m_beforeLast = 0; //!< In the output, behind the token before it and before its comma.
    bool m_lastIsString = false;
    bool m_lastIsFirst = false; //!< Nothing is before it in its container.
    bool m_virtualObject = false;
    qsizetype m_values = 0;
    qsizetype m_firstValue = 0;
    qsizetype m_secondValueAt = 0; //!< In the text.
};

} // namespace modelscribe
