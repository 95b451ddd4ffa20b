// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextlook.h"

#include "ui/json/text/jsonhintpainter.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/theme.h"

#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <QPainter>

#include <utility>

namespace modelscribe {

namespace {

enum Margin { BarMargin, NumberMargin, FoldMargin };

QFont jsonFont(const Theme &theme)
{
    return Presentation::instance().sized(theme.fixedFont(), Presentation::Part::Json);
}

} // namespace

JsonTextLook::JsonTextLook(QsciScintilla &text)
    : m_text(text)
    , m_lexer(new QsciLexerJSON(&text))
{
    m_text.setFrameShape(QFrame::NoFrame);
    m_text.setWrapIndentMode(QsciScintilla::WrapIndentIndented);
    send(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, true);
    send(QsciScintilla::SCI_SETSCROLLWIDTH, 1);
    send(QsciScintilla::SCI_SETLAYOUTCACHE,
         QsciScintilla::SC_CACHE_PAGE); // messages ask where the lines in sight end
    m_text.setExtraAscent(2);
    m_text.setExtraDescent(2);
    m_lexer->setHighlightComments(false);
    m_lexer->setHighlightEscapeSequences(false);
    m_lexer->setFoldCompact(false);
    m_lexer->setDefaultFont(jsonFont(Theme::of(&m_text)));
    setUpMargins();
    // The window has these keys, for all its parts.
    for (const auto command : {QsciCommand::ZoomIn, QsciCommand::ZoomOut})
        m_text.standardCommands()->find(command)->setKey(0);
    send(QsciScintilla::SCI_SETADDITIONALCARETSBLINK, true);
}

long JsonTextLook::send(unsigned int message, qsizetype first, qsizetype second) const
{
    return m_text.SendScintilla(message, static_cast<unsigned long>(first), long(second));
}

bool JsonTextLook::hasColours() const { return m_text.lexer() != nullptr; }

void JsonTextLook::setColoured(bool coloured) { m_text.setLexer(coloured ? m_lexer : nullptr); }

void JsonTextLook::setUpMargins()
{
    m_text.setMargins(3);
    m_text.setMarginType(BarMargin, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    m_text.setMarginWidth(BarMargin, 4);
    m_text.setMarginSensitivity(BarMargin, false);
    m_text.setMarginMarkerMask(BarMargin, JsonHintPainter::barMarkers);
    m_text.setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    m_text.setMarginMarkerMask(NumberMargin, 0);
    m_text.setFolding(QsciScintilla::PlainFoldStyle, FoldMargin);
    m_text.setMarginWidth(FoldMargin, 14);
    for (const auto marker :
         {QsciScintilla::SC_MARKNUM_FOLDER, QsciScintilla::SC_MARKNUM_FOLDEREND})
        m_text.SendScintilla(QsciScintilla::SCI_MARKERDEFINE, marker, QsciScintilla::SC_MARK_ARROW);
    for (const auto marker :
         {QsciScintilla::SC_MARKNUM_FOLDEROPEN, QsciScintilla::SC_MARKNUM_FOLDEROPENMID})
        m_text.SendScintilla(QsciScintilla::SCI_MARKERDEFINE, marker,
                             QsciScintilla::SC_MARK_ARROWDOWN);
    send(QsciScintilla::SCI_MARKERENABLEHIGHLIGHT, false);
}

void JsonTextLook::applyTheme()
{
    const Theme &theme = Theme::of(&m_text);
    const auto c = [&theme](ThemeColor color) { return theme.color(color); };
    colourLexer();
    m_text.setPaper(c(ThemeColor::Field));
    m_text.setColor(c(ThemeColor::Text));
    m_text.setCaretForegroundColor(c(ThemeColor::Text));
    m_text.SendScintilla(QsciScintilla::SCI_SETADDITIONALCARETFORE, c(ThemeColor::Accent));
    m_text.setSelectionBackgroundColor(c(ThemeColor::Selection));
    m_text.SendScintilla(QsciScintilla::SCI_SETADDITIONALSELBACK, c(ThemeColor::Selection));
    send(QsciScintilla::SCI_SETADDITIONALSELALPHA, QsciScintilla::SC_ALPHA_NOALPHA);
    m_text.resetSelectionForegroundColor();
    m_text.setMarginsForegroundColor(c(ThemeColor::Muted));
    m_text.setMarginsBackgroundColor(c(ThemeColor::Field));
    m_text.setFoldMarginColors(c(ThemeColor::Field), c(ThemeColor::Field));
    m_text.setMatchedBraceForegroundColor(c(ThemeColor::Text));
    m_text.setMatchedBraceBackgroundColor(c(ThemeColor::Selection));
    m_text.setUnmatchedBraceForegroundColor(c(ThemeColor::Removed));
    m_text.setUnmatchedBraceBackgroundColor(c(ThemeColor::Field));
    for (int marker = int(QsciScintilla::SC_MARKNUM_FOLDEREND);
         marker <= int(QsciScintilla::SC_MARKNUM_FOLDEROPEN); ++marker) {
        // Not setMarker…Color(): it knows only markers that it gave out itself.
        m_text.SendScintilla(QsciScintilla::SCI_MARKERSETFORE, static_cast<unsigned long>(marker),
                             c(ThemeColor::Muted));
        m_text.SendScintilla(QsciScintilla::SCI_MARKERSETBACK, static_cast<unsigned long>(marker),
                             c(ThemeColor::Muted));
    }
    m_text.setMarginsFont(jsonFont(theme));
    m_text.setFont(jsonFont(theme));
    m_digits = 0; // as wide as they are now
    fitToLength();
}

void JsonTextLook::colourLexer()
{
    const Theme &theme = Theme::of(&m_text);
    const auto set = [&](int style, ThemeColor color) {
        m_lexer->setColor(theme.color(color), style);
    };
    m_lexer->setDefaultFont(jsonFont(theme));
    m_lexer->setFont(jsonFont(theme));
    m_lexer->setDefaultPaper(theme.color(ThemeColor::Field));
    m_lexer->setPaper(theme.color(ThemeColor::Field));
    m_lexer->setDefaultColor(theme.color(ThemeColor::Text));
    m_lexer->setColor(theme.color(ThemeColor::Text));
    set(QsciLexerJSON::Property, ThemeColor::Accent);
    for (const int style : {QsciLexerJSON::String, QsciLexerJSON::EscapeSequence,
                            QsciLexerJSON::IRI, QsciLexerJSON::IRICompact})
        set(style, ThemeColor::Changed);
    for (const int style : {QsciLexerJSON::Number, QsciLexerJSON::Keyword})
        set(style, ThemeColor::Added);
    for (const int style : {QsciLexerJSON::UnclosedString, QsciLexerJSON::Error})
        set(style, ThemeColor::Removed);
}

void JsonTextLook::fitToLength()
{
    // Not setWrapMode(): it keeps the layout of all lines.
    const long wrap = m_wraps && m_text.length() <= wrapLimit ? QsciScintilla::SC_WRAP_WORD
                                                              : QsciScintilla::SC_WRAP_NONE;
    if (wrap != send(QsciScintilla::SCI_GETWRAPMODE))
        send(QsciScintilla::SCI_SETWRAPMODE, wrap);
    const auto braces = m_text.length() <= braceLimit ? QsciScintilla::SloppyBraceMatch
                                                      : QsciScintilla::NoBraceMatch;
    if (braces != m_text.braceMatching())
        m_text.setBraceMatching(braces);
    const int digits = int(QString::number(m_text.lines()).size());
    if (std::exchange(m_digits, digits) != digits)
        m_text.setMarginWidth(NumberMargin, QString(digits + 1, u'0'));
    m_text.setMarginWidth(FoldMargin, hasColours() ? 14 : 8);
}

} // namespace modelscribe
