// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! Reads the structure of a text that should be JSON and writes it as JSON, keeping every byte that
//! can stay.
class JsonRepairReader
{
public:
    explicit JsonRepairReader(QByteArrayView text)
        : m_cursor(text)
    {
    }

    //! False when there is nothing in the text to make JSON of, or it is nested too deeply.
    bool run();
    const QByteArray &text() const { return m_cursor.out; }
    QList<JsonRepairStep> steps() const { return m_cursor.steps(); }

private:
    enum class Expect { Value, Key, Colon, AfterValue };
    using Code = JsonRepairStep::Code;

    // jsonrepairtop.cpp: what is around the value
    bool start();
    bool isCallOfAll(qsizetype at);
    bool skipFenceBefore();
    void skipFence();
    void leaveOutWords(qsizetype end);
    bool skipWordsBefore();
    bool memberLineAt(qsizetype at) const;
    bool afterTop();
    bool objectBegins(qsizetype at) const;
    bool reopenObject();
    void skipWordsBehind();
    void finish();
    void finishValue();
    void wrapRecords();

    void step();
    void key();
    void containerAsKey(char bracket);
    void colon();
    void value();
    void beginOutermost(bool container);
    void stringValue();
    void afterValue();
    void afterMember();
    void afterElement();
    void afterString();
    bool readString(RepairPlace place, bool append = false);
    bool skipStringPrefix();
    bool skipEllipsis();
    bool skipStray();
    void missingValue();
    void missingComma();
    void comma(int size);
    void eraseComma();
    void open(char bracket);
    void openVirtualObject(qsizetype at);

    // jsonrepairclose.cpp: closing brackets, also the missing ones, and calls
    enum class Follows { Anything, Key, Element, Value, Nothing };
    void close(char bracket);
    void closeWrong();
    void closeInnermost();
    void dropClosers(qsizetype count);
    qsizetype levelsToClose(QByteArrayView run, Follows follows, QByteArrayView later) const;
    Follows whatFollows(qsizetype at) const;
    bool elementIsKey();
    bool elementIsBareKey();
    bool isSet(qsizetype inner);
    bool call();
    bool openParentheses();
    bool endCall();
    void closeDeeper(qsizetype depth);
    void pop();

    void valueDone();
    void drop(Code code, qsizetype bytes = 0);

    RepairPlace place() const;
    bool inObject() const { return m_cursor.closers.endsWith('}'); }
    bool isTop() const { return m_cursor.closers.isEmpty(); }
    char mark() const { return m_cursor.markAt(m_cursor.pos); }

    JsonRepairCursor m_cursor;
    Expect m_expect = Expect::Value;
    qsizetype m_end = 0;        //!< In the output, behind the last token.
    qsizetype m_comma = -1;     //!< In the output, when the last token is one.
    qsizetype m_lastBegin = 0;  //!< In the output, of the last value that is no container.
    qsizetype m_beforeLast = 0; //!< In the output, behind the token before it and before its comma.
    bool m_lastIsString = false;
    bool m_lastIsFirst = false;   //!< Nothing is before it in its container.
    bool m_virtualObject = false; //!< The outermost object has no bracket of its own.
    bool m_wordsAround = false;   //!< Some were left out.
    bool m_refused = false;       //!< Too deep, or what it means could only be guessed.
    qsizetype m_values = 0;       //!< Outermost ones.
    qsizetype m_firstValue = 0;
    qsizetype m_secondValueAt = 0; //!< In the text.
};

} // namespace modelscribe
