// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsontextedit.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum Margin { BarMargin, NumberMargin, FoldMargin };
enum Marker { BarMarker, TintMarker };

int lineEndModeOf(const QByteArray &bytes)
{
    const auto newline = bytes.indexOf('\n');
    if (newline > 0 && bytes[newline - 1] == '\r')
        return QsciScintilla::EolWindows;
    if (newline < 0 && bytes.contains('\r'))
        return QsciScintilla::EolMac;
    return QsciScintilla::EolUnix;
}

} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QsciScintilla(parent)
{
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(2);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setWrapMode(WrapNone);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, true);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    SendScintilla(SCI_SETPASTECONVERTENDINGS, false);
    SendScintilla(SCI_SETMULTIPLESELECTION, false);
    setExtraAscent(2);
    setExtraDescent(2);

    setMargins(3);
    setMarginType(BarMargin, SymbolMarginDefaultBackgroundColor);
    setMarginWidth(BarMargin, 4);
    setMarginSensitivity(BarMargin, false);
    setMarginMarkerMask(BarMargin, 1 << BarMarker);
    setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    setMarginMarkerMask(NumberMargin, 0);
    setMarginWidth(NumberMargin, u"0000"_s);
    setFolding(PlainFoldStyle, FoldMargin);
    setMarginWidth(FoldMargin, 14);
    for (const auto marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROW);
    for (const auto marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROWDOWN);
    SendScintilla(SCI_MARKERENABLEHIGHLIGHT, false);
    markerDefine(FullRectangle, BarMarker);
    markerDefine(Background, TintMarker);

    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
    connect(this, &QsciScintilla::linesChanged, this, [this] {
        setMarginWidth(NumberMargin, QString(QString::number(lines()).size() + 1, u'0'));
    });
}

QByteArray JsonTextEdit::bytes() const
{
    const auto size = SendScintilla(SCI_GETLENGTH);
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return QByteArray(text, qsizetype(size));
}

void JsonTextEdit::setBytes(const QByteArray &bytes, bool undoable)
{
    const bool wasReadOnly = isReadOnly();
    {
        // By length, not SCI_SETTEXT: a NUL would end the text there.
        const QScopedValueRollback guard(m_setting, true);
        setReadOnly(false);
        setEolMode(EolMode(lineEndModeOf(bytes)));
        SendScintilla(SCI_BEGINUNDOACTION);
        SendScintilla(SCI_CLEARALL);
        SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
        SendScintilla(SCI_ENDUNDOACTION);
        if (!undoable)
            SendScintilla(SCI_EMPTYUNDOBUFFER);
        SendScintilla(SCI_GOTOPOS, 0UL);
        setReadOnly(wasReadOnly);
    }
    if (undoable)
        emit edited();
}

void JsonTextEdit::applyChanges(const TextChanges &changes)
{
    if (isReadOnly() || changes.isEmpty())
        return;
    {
        const QScopedValueRollback guard(m_setting, true);
        SendScintilla(SCI_BEGINUNDOACTION);
        // From behind, so that the positions of the others stay true.
        for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
            SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(change->begin),
                          static_cast<long>(change->end));
            SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(change->text.size()),
                          change->text.constData());
        }
        SendScintilla(SCI_ENDUNDOACTION);
    }
    emit edited();
}

void JsonTextEdit::markProblem(int line)
{
    markerDeleteAll(BarMarker);
    markerDeleteAll(TintMarker);
    if (line < 0)
        return;
    markerAdd(line, BarMarker);
    markerAdd(line, TintMarker);
}

void JsonTextEdit::applyTheme()
{
    const Theme &theme = Theme::of(this);
    const auto c = [&theme](ThemeColor color) { return theme.color(color); };
    setPaper(c(ThemeColor::Field));
    setColor(c(ThemeColor::Text));
    setCaretForegroundColor(c(ThemeColor::Text));
    setSelectionBackgroundColor(c(ThemeColor::Selection));
    resetSelectionForegroundColor();
    setMarginsForegroundColor(c(ThemeColor::Muted));
    setMarginsBackgroundColor(c(ThemeColor::Field));
    setFoldMarginColors(c(ThemeColor::Field), c(ThemeColor::Field));
    setMatchedBraceForegroundColor(c(ThemeColor::Text));
    setMatchedBraceBackgroundColor(c(ThemeColor::Selection));
    setUnmatchedBraceForegroundColor(c(ThemeColor::Removed));
    setUnmatchedBraceBackgroundColor(c(ThemeColor::Field));
    setMarkerBackgroundColor(c(ThemeColor::Removed), BarMarker);
    setMarkerBackgroundColor(c(ThemeColor::RemovedTint), TintMarker);
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        // Not setMarker…Color(): it knows only markers that it gave out itself.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), c(ThemeColor::Muted));
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), c(ThemeColor::Muted));
    }
    setMarginsFont(theme.fixedFont());
    setFont(theme.fixedFont());
}

bool JsonTextEdit::selectNext(const QByteArray &text)
{
    const auto search = [&](long from, long to) {
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), to);
        SendScintilla(SCI_SETSEARCHFLAGS, 0UL);
        return SendScintilla(SCI_SEARCHINTARGET, static_cast<unsigned long>(text.size()),
                             text.constData());
    };
    if (text.isEmpty())
        return false;
    const long length = SendScintilla(SCI_GETLENGTH);
    const long start = SendScintilla(SCI_GETSELECTIONEND);
    long found = search(start, length);
    if (found < 0)
        found = search(0, length);
    if (found < 0)
        return false;
    const long end = SendScintilla(SCI_GETTARGETEND);
    ensureLineVisible(int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(found))));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(found), end);
    SendScintilla(SCI_SCROLLCARET);
    return true;
}

std::pair<int, int> JsonTextEdit::position() const
{
    const long at = SendScintilla(SCI_GETCURRENTPOS);
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(at));
    const long start = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    const long column = SendScintilla(SCI_COUNTCHARACTERS, static_cast<unsigned long>(start), at);
    return {int(line) + 1, int(column) + 1};
}

void JsonTextEdit::goTo(qsizetype byteOffset)
{
    const auto at = static_cast<unsigned long>(byteOffset);
    ensureLineVisible(int(SendScintilla(SCI_LINEFROMPOSITION, at)));
    SendScintilla(SCI_GOTOPOS, at);
    SendScintilla(SCI_SCROLLCARET);
    setFocus();
}

QByteArray JsonTextEdit::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    rectangular = false;
    const QByteArray text = source->text().toUtf8();
    if (text.size() <= pasteLimit)
        return text;
    // A part of a JSON text is worth nothing, so nothing is taken.
    emit const_cast<JsonTextEdit *>(this)->inputCut(pasteLimit);
    return {};
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        emit findRequested();
        return;
    }
    // Esc cancels a selection in Scintilla and would never reach the window.
    if (event->key() == Qt::Key_Escape && !hasSelectedText()) {
        event->ignore();
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

bool JsonTextEdit::event(QEvent *event)
{
    // Ctrl+F means this text while it has the focus, not the window's search.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QsciScintilla::event(event);
}

} // namespace modelscribe
