// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QsciLexerJSON;
class QsciScintilla;

namespace modelscribe {

//! How a JSON text looks: its colours, margins and fonts, and how much of that a text of its length
//! can have.
class JsonTextLook
{
public:
    //! Looking for the other brace may read the whole text.
    static constexpr qsizetype braceLimit = 256 * 1024;
    //! Lines of longer texts are not wrapped: all of them would be laid out.
    static constexpr qsizetype wrapLimit = 256 * 1024;

    explicit JsonTextLook(QsciScintilla &text);

    bool hasColours() const;
    void setColoured(bool coloured);                  //!< applyTheme() comes next.
    void setWrapping(bool wraps) { m_wraps = wraps; } //!< fitToLength() comes next.
    bool isWrapping() const { return m_wraps; }
    void applyTheme();
    void fitToLength();

private:
    void setUpMargins();
    void colourLexer();
    long send(unsigned int message, qsizetype first = 0, qsizetype second = 0) const;

    QsciScintilla &m_text;
    QsciLexerJSON *m_lexer;
    int m_digits = 0;
    bool m_wraps = true;
};

} // namespace modelscribe
