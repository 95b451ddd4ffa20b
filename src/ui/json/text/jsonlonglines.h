// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QsciScintilla;

namespace modelscribe {

//! Lets a line that does not end for a long time be typed into.
//!
//! Scintilla measures the whole line at each key, by runs of one style, and remembers what shorter
//! runs than 30 bytes measured. So in a text with such a line two styles of one look take turns,
//! and only the runs that changed are measured again. That leaves no styles for colours.
class JsonLongLines
{
public:
    //! In bytes. Shorter lines are measured as they are.
    static constexpr qsizetype limit = 8 * 1024;
    static bool isIn(QByteArrayView text);

    explicit JsonLongLines(QsciScintilla &text);

    //! For all of the text, which has no lexer then.
    void setOn(bool on);
    bool isOn() const { return m_on; }
    //! Both styles look as the text does.
    void applyTheme();

    //! What is about to change, and the change is done.
    void textInserted(qsizetype at, qsizetype length);
    void textRemoved(qsizetype at);
    void takeChanges();
    //! Since the last takeChanges().
    bool mayHaveComeOrGone() const;

private:
    void cut(qsizetype begin, qsizetype end);

    QsciScintilla &m_text;
    bool m_on = false;
    int m_lines = 1;
    int m_changes = 0;
    qsizetype m_at = 0;
    qsizetype m_inserted = 0;
};

} // namespace modelscribe
