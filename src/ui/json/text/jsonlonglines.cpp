// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsonlonglines.h"

#include "core/ascii.h"

#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace modelscribe {

namespace {

using Sci = QsciScintillaBase;

constexpr int oneStyle = 1; // what is typed is of style 0
constexpr int otherStyle = 2;
constexpr qsizetype longestRun = 28;     // Scintilla forgets those of 30 bytes
constexpr qsizetype aroundAKey = 4 * 32; // in bytes
constexpr qsizetype usualCache = 1024;   // runs that Scintilla remembers unless told otherwise
constexpr qsizetype largestCache = 1 << 21;

long sendTo(const QsciScintilla &text, unsigned int message, qsizetype first = 0,
            qsizetype second = 0)
{
    return text.SendScintilla(message, static_cast<unsigned long>(first), long(second));
}

bool isAscii(char c) { return uchar(c) < 0x80; }

//! Whether a run of \p length bytes ends before \p c: not inside of a character, and only when it
//! has to between two that may belong together.
bool endsBefore(char c, char last, qsizetype length)
{
    if (length >= longestRun - 4 && isAscii(c) && isAscii(last))
        return true;
    const bool continues = continuesCharacter(c);
    return length >= longestRun || (length >= longestRun - 3 && !continues);
}

} // namespace

bool JsonLongLines::isIn(QByteArrayView text)
{
    while (text.size() > limit) {
        qsizetype end = limit;
        while (end >= 0 && text[end] != '\n' && text[end] != '\r')
            --end;
        if (end < 0)
            return true;
        text = text.sliced(end + 1);
    }
    return false;
}

JsonLongLines::JsonLongLines(QsciScintilla &text)
    : m_text(text)
{
    QObject::connect(&text, &Sci::SCN_STYLENEEDED, &text, [&text](int end) {
        if (!text.lexer())
            sendTo(text, Sci::SCI_STARTSTYLING, end); // it is as it should be
    });
}

void JsonLongLines::setOn(bool on)
{
    m_lines = m_text.lines();
    m_changes = 0;
    m_inserted = 0;
    if (!on && !m_on)
        return;
    m_on = on;
    qsizetype cache = usualCache;
    if (on) {
        applyTheme();
        const qsizetype length = m_text.length();
        cut(0, length);
        // Some times as many as there are runs, so that they seldom take each other's place.
        cache = std::clamp(qsizetype(std::bit_ceil(size_t(length) / 5)), usualCache, largestCache);
    }
    sendTo(m_text, Sci::SCI_SETPOSITIONCACHE, cache);
}

void JsonLongLines::applyTheme()
{
    if (m_text.lexer())
        return;
    QByteArray font(256, '\0');
    m_text.SendScintilla(Sci::SCI_STYLEGETFONT, 0UL, font.data());
    for (const int style : {oneStyle, otherStyle}) {
        m_text.SendScintilla(Sci::SCI_STYLESETFONT, static_cast<unsigned long>(style),
                             font.constData());
        for (const auto &[get, set] :
             {std::pair(Sci::SCI_STYLEGETFORE, Sci::SCI_STYLESETFORE),
              std::pair(Sci::SCI_STYLEGETBACK, Sci::SCI_STYLESETBACK),
              std::pair(Sci::SCI_STYLEGETSIZEFRACTIONAL, Sci::SCI_STYLESETSIZEFRACTIONAL),
              std::pair(Sci::SCI_STYLEGETWEIGHT, Sci::SCI_STYLESETWEIGHT),
              std::pair(Sci::SCI_STYLEGETITALIC, Sci::SCI_STYLESETITALIC),
              std::pair(Sci::SCI_STYLEGETUNDERLINE, Sci::SCI_STYLESETUNDERLINE)})
            sendTo(m_text, set, style, sendTo(m_text, get, 0));
    }
}

void JsonLongLines::textInserted(qsizetype at, qsizetype length)
{
    ++m_changes;
    m_at = at;
    m_inserted += length;
}

void JsonLongLines::textRemoved(qsizetype at)
{
    ++m_changes;
    m_at = at;
}

bool JsonLongLines::mayHaveComeOrGone() const
{
    if (m_text.lines() != m_lines || m_inserted > limit)
        return true;
    if (m_on)
        return m_text.length() <= limit;
    const long line = sendTo(m_text, Sci::SCI_LINEFROMPOSITION, m_at);
    return sendTo(m_text, Sci::SCI_LINELENGTH, line) > limit;
}

//! Cuts runs that have grown. Of a key only what is around it is looked at.
void JsonLongLines::takeChanges()
{
    const bool isKey = m_changes == 1 && m_inserted < aroundAKey;
    const qsizetype length = m_text.length();
    const qsizetype begin = isKey ? std::max<qsizetype>(0, m_at - aroundAKey) : 0;
    const qsizetype end = isKey ? std::min(length, m_at + m_inserted + aroundAKey) : length;
    const bool isChanged = std::exchange(m_changes, 0) > 0;
    m_inserted = 0;
    m_lines = m_text.lines();
    if (!m_on || !isChanged)
        return;
    QByteArray cells(2 * (end - begin) + 1, '\0'); // each character with its style, and two NUL
    m_text.SendScintilla(Sci::SCI_GETSTYLEDTEXT, long(begin), long(end), cells.data());
    const auto styleAt = [&](qsizetype at) { return cells.at(2 * (at - begin) + 1); };
    for (qsizetype run = begin; run < end;) {
        qsizetype next = run + 1;
        while (next < end && styleAt(next) == styleAt(run))
            ++next;
        if (next - run > longestRun)
            cut(run, next);
        run = next;
    }
}

void JsonLongLines::cut(qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return;
    QByteArray text(end - begin, Qt::Uninitialized);
    m_text.SendScintilla(Sci::SCI_GETTEXTRANGE, long(begin), long(end), text.data());
    QByteArray styles(text.size(), char(oneStyle));
    const bool followsOne = begin > 0 && sendTo(m_text, Sci::SCI_GETSTYLEAT, begin - 1) == oneStyle;
    char style = followsOne ? otherStyle : oneStyle;
    qsizetype run = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > run && endsBefore(text[i], text[i - 1], i - run)) {
            style = style == oneStyle ? otherStyle : oneStyle;
            run = i;
        }
        styles[i] = style;
    }
    sendTo(m_text, Sci::SCI_STARTSTYLING, begin);
    m_text.SendScintilla(Sci::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()),
                         styles.constData());
    sendTo(m_text, Sci::SCI_STARTSTYLING, m_text.length()); // nothing is left to be styled
}

} // namespace modelscribe
