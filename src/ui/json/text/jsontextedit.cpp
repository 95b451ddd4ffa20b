// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextedit.h"

#include "core/jsontext.h"
#include "ui/json/jsonhistory.h"
#include "ui/json/text/jsonhintpainter.h"
#include "ui/json/text/jsontexteditbatch.h"
#include "ui/widgets/theme.h"

#include <Qsci/qscilexerjson.h>

#include <QAccessibleWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum Margin { BarMargin, NumberMargin, FoldMargin };

//! More changes than this at once are put in as one: every single one is told to everybody.
constexpr qsizetype mostSingleChanges = 2000;

//! QScintilla counts all characters before the caret whenever it paints, once anything asked for
//! its accessible interface; and Qt itself asks when the focus moves. So until there is a screen
//! reader the text has a plain one.
QAccessibleInterface *plainInterface(const QString &className, QObject *object)
{
    auto *text = qobject_cast<JsonTextEdit *>(object);
    if (!text || text->hasScreenReader() || className != "modelscribe::JsonTextEdit"_L1)
        return nullptr;
    return new QAccessibleWidget(text, QAccessible::EditableText);
}

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
    , m_lexer(new QsciLexerJSON(this))
{
    QAccessible::removeFactory(plainInterface); // once is enough
    QAccessible::installFactory(plainInterface);
    QAccessible::installActivationObserver(this);
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(2);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setWrapIndentMode(WrapIndentIndented);
    send(SCI_SETSCROLLWIDTHTRACKING, true);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETPASTECONVERTENDINGS, false);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE); // messages ask where the lines in sight end
    setExtraAscent(2);
    setExtraDescent(2);
    viewport()->setMouseTracking(true);
    m_lexer->setHighlightComments(false);
    m_lexer->setHighlightEscapeSequences(false);
    m_lexer->setFoldCompact(false);
    m_lexer->setDefaultFont(Theme::of(this).fixedFont());
    setUpMargins();
    setUpCursors();
    m_marks = std::make_unique<JsonHintPainter>(*this);
    setLexer(m_lexer);
    applyTheme();
    listenToChanges();
    fitToLength();
    retranslate();
}

JsonTextEdit::~JsonTextEdit() { QAccessible::removeActivationObserver(this); }

void JsonTextEdit::accessibilityActiveChanged(bool active)
{
    m_screenReader = active;
    // The next one who asks gets the right one.
    if (QAccessibleInterface *known = QAccessible::queryAccessibleInterface(this))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
    fitToLength();
}

void JsonTextEdit::setUpMargins()
{
    setMargins(3);
    setMarginType(BarMargin, SymbolMarginDefaultBackgroundColor);
    setMarginWidth(BarMargin, 4);
    setMarginSensitivity(BarMargin, false);
    setMarginMarkerMask(BarMargin, JsonHintPainter::barMarkers);
    setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    setMarginMarkerMask(NumberMargin, 0);
    setFolding(PlainFoldStyle, FoldMargin);
    setMarginWidth(FoldMargin, 14);
    for (const auto marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROW);
    for (const auto marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROWDOWN);
    send(SCI_MARKERENABLEHIGHLIGHT, false);
}

void JsonTextEdit::setUpCursors()
{
    send(SCI_SETMULTIPLESELECTION, true);
    send(SCI_SETADDITIONALSELECTIONTYPING, true);
    send(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    send(SCI_SETRECTANGULARSELECTIONMODIFIER, SCMOD_ALT);
    send(SCI_SETMOUSESELECTIONRECTANGULARSWITCH, true);
    send(SCI_SETADDITIONALCARETSBLINK, true);
}

void JsonTextEdit::listenToChanges()
{
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char *text, int length) {
                willChange(position, type, text, length);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this] {
        if (std::exchange(m_caret, caret()) != m_caret)
            emit caretMoved(m_caret);
    });
}

QByteArray JsonTextEdit::bytes() const
{
    if (!m_bytesKnown) {
        // Not by SCI_GETCHARACTERPOINTER, which moves the gap away from where the next key needs
        // it.
        const long size = send(SCI_GETLENGTH);
        m_bytes = QByteArray(size, Qt::Uninitialized);
        if (size > 0)
            SendScintilla(SCI_GETTEXTRANGE, 0L, size, m_bytes.data());
        m_bytesKnown = true;
    }
    return m_bytes;
}

void JsonTextEdit::setBytes(const QByteArray &bytes, bool undoable)
{
    dropComposition();
    const bool wasReadOnly = isReadOnly();
    {
        const QScopedValueRollback guard(m_silent, true);
        setReadOnly(false);
        setEolMode(EolMode(lineEndModeOf(bytes)));
        m_marks->setProblem({});
        m_marks->setHints({});
        m_marks->setMatches({}, -1);
        send(SCI_SETUNDOCOLLECTION, undoable);
        send(SCI_BEGINUNDOACTION);
        send(SCI_CLEARALL);
        if (const bool coloured = bytes.size() <= colourLimit; coloured != hasColours()) {
            setLexer(coloured ? m_lexer : nullptr);
            applyTheme();
        }
        // By length, not SCI_SETTEXT: a NUL would end the text there.
        SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
        send(SCI_ENDUNDOACTION);
        send(SCI_SETUNDOCOLLECTION, true);
        if (!undoable)
            send(SCI_EMPTYUNDOBUFFER);
        send(SCI_GOTOPOS, 0);
        setReadOnly(wasReadOnly);
        m_changed = false;
    }
    m_bytes = bytes;
    m_bytesKnown = true;
    fitToLength();
    if (undoable)
        emit edited();
    else
        emit textReplaced();
}

void JsonTextEdit::changeBytes(const QByteArray &bytes)
{
    dropComposition();
    const QByteArray before = this->bytes();
    if (before == bytes)
        return;
    const bool wasReadOnly = isReadOnly();
    const Batch batch(*this);
    if (wasReadOnly)
        setReadOnly(false);
    applyChanges({changeBetween(before, bytes)});
    if (wasReadOnly)
        setReadOnly(true);
    m_bytes = bytes; // shared with whoever has them
    m_bytesKnown = true;
}

void JsonTextEdit::applyChanges(const TextChanges &changes)
{
    if (isReadOnly() || changes.isEmpty())
        return;
    dropComposition();
    if (changes.size() > mostSingleChanges) {
        const qsizetype begin = changes.first().begin;
        const qsizetype end = changes.last().end;
        const QByteArray after = changedText(bytes(), changes);
        const qsizetype grown = after.size() - length();
        applyChanges({{begin, end, after.mid(begin, end - begin + grown)}});
        return;
    }
    const Batch batch(*this);
    send(SCI_BEGINUNDOACTION);
    // From behind, so that the positions of the others stay true.
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        send(SCI_SETTARGETRANGE, change->begin, change->end);
        SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(change->text.size()),
                      change->text.constData());
    }
    send(SCI_ENDUNDOACTION);
}

void JsonTextEdit::willChange(int position, int type, const char *, int length)
{
    if (type & SC_MOD_BEFOREINSERT)
        m_marks->textInserted(position, length);
    else if (type & SC_MOD_BEFOREDELETE)
        m_marks->textRemoved(position, length);
    else
        return;
    m_bytesKnown = false;
    m_bytes.clear();
    if (!std::exchange(m_changed, true) && m_batch == 0 && !m_silent) {
        // Nobody here began it, so nobody here knows when it is done.
        QMetaObject::invokeMethod(this, &JsonTextEdit::tellEdited, Qt::QueuedConnection);
    }
}

void JsonTextEdit::setHistory(JsonHistory *history)
{
    m_history = history;
    send(SCI_EMPTYUNDOBUFFER);
}

void JsonTextEdit::tellEdited()
{
    // What is not chosen yet is nobody's text.
    if (m_composing || !std::exchange(m_changed, false))
        return;
    // Not SCI_SETUNDOCOLLECTION: composing takes its text back by what is collected.
    if (m_history)
        send(SCI_EMPTYUNDOBUFFER);
    if (hasColours() && length() > colourLimit) {
        setLexer(nullptr);
        applyTheme();
    }
    fitToLength();
    emit edited();
}

void JsonTextEdit::setWrapping(bool wraps)
{
    m_wraps = wraps;
    fitToLength();
}

void JsonTextEdit::fitToLength()
{
    // Not setWrapMode(): it keeps the layout of all lines.
    const long wrap = m_wraps && length() <= wrapLimit ? SC_WRAP_WORD : SC_WRAP_NONE;
    if (wrap != send(SCI_GETWRAPMODE))
        send(SCI_SETWRAPMODE, wrap);
    const auto braces = length() <= braceLimit ? SloppyBraceMatch : NoBraceMatch;
    if (braces != braceMatching())
        setBraceMatching(braces);
    const int digits = int(QString::number(lines()).size());
    if (std::exchange(m_digits, digits) != digits)
        setMarginWidth(NumberMargin, QString(digits + 1, u'0'));
    setMarginWidth(FoldMargin, hasColours() ? 14 : 8);
    // The telling of changes behind them costs a count of all characters before them.
    const auto mask = SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE
                      | (m_screenReader ? SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT : 0);
    send(SCI_SETMODEVENTMASK, mask);
}

bool JsonTextEdit::hasColours() const { return lexer() != nullptr; }

void JsonTextEdit::setProblem(const std::optional<JsonProblem> &problem)
{
    m_marks->setProblem(problem);
}

void JsonTextEdit::setHints(const QList<JsonHint> &hints) { m_marks->setHints(hints); }

void JsonTextEdit::setMatches(const QList<JsonRange> &matches, qsizetype current)
{
    m_marks->setMatches(matches, current);
}

void JsonTextEdit::applyTheme()
{
    const Theme &theme = Theme::of(this);
    const auto c = [&theme](ThemeColor color) { return theme.color(color); };
    colourLexer();
    setPaper(c(ThemeColor::Field));
    setColor(c(ThemeColor::Text));
    setCaretForegroundColor(c(ThemeColor::Text));
    SendScintilla(SCI_SETADDITIONALCARETFORE, c(ThemeColor::Accent));
    setSelectionBackgroundColor(c(ThemeColor::Selection));
    SendScintilla(SCI_SETADDITIONALSELBACK, c(ThemeColor::Selection));
    send(SCI_SETADDITIONALSELALPHA, SC_ALPHA_NOALPHA);
    resetSelectionForegroundColor();
    setMarginsForegroundColor(c(ThemeColor::Muted));
    setMarginsBackgroundColor(c(ThemeColor::Field));
    setFoldMarginColors(c(ThemeColor::Field), c(ThemeColor::Field));
    setMatchedBraceForegroundColor(c(ThemeColor::Text));
    setMatchedBraceBackgroundColor(c(ThemeColor::Selection));
    setUnmatchedBraceForegroundColor(c(ThemeColor::Removed));
    setUnmatchedBraceBackgroundColor(c(ThemeColor::Field));
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        // Not setMarker…Color(): it knows only markers that it gave out itself.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), c(ThemeColor::Muted));
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), c(ThemeColor::Muted));
    }
    setMarginsFont(theme.fixedFont());
    QsciScintilla::setFont(theme.fixedFont());
    m_marks->applyTheme();
}

void JsonTextEdit::colourLexer()
{
    const Theme &theme = Theme::of(this);
    const auto set = [&](int style, ThemeColor color) {
        m_lexer->setColor(theme.color(color), style);
    };
    m_lexer->setDefaultFont(theme.fixedFont());
    m_lexer->setFont(theme.fixedFont());
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

void JsonTextEdit::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    QPainter painter(viewport());
    m_marks->paint(painter);
}

// What the person does, each as one batch.

void JsonTextEdit::undo()
{
    if (m_history) {
        m_history->undo();
        return;
    }
    const Batch batch(*this);
    QsciScintilla::undo();
}

void JsonTextEdit::redo()
{
    if (m_history) {
        m_history->redo();
        return;
    }
    const Batch batch(*this);
    QsciScintilla::redo();
}

void JsonTextEdit::cut()
{
    const Batch batch(*this);
    QsciScintilla::cut();
}

void JsonTextEdit::paste()
{
    bool rectangular = false;
    const QMimeData *source = QGuiApplication::clipboard()->mimeData();
    if (isReadOnly() || !source || !canInsertFromMimeData(source))
        return;
    const QByteArray text = fromMimeData(source, rectangular);
    const Batch batch(*this);
    if (wouldRespell(text))
        insertExactly(text);
    else if (!text.isEmpty())
        QsciScintilla::paste();
}

void JsonTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    const Batch batch(*this);
    m_composing = event->commitString().isEmpty() && !event->preeditString().isEmpty();
    QsciScintilla::inputMethodEvent(event);
}

void JsonTextEdit::dropComposition()
{
    if (!m_composing)
        return;
    QGuiApplication::inputMethod()->reset();
    QInputMethodEvent nothing;
    if (m_composing) // not every input method says so
        inputMethodEvent(&nothing);
}

void JsonTextEdit::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_history || isReadOnly()) {
        QsciScintilla::contextMenuEvent(event);
        return;
    }
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Undo and redo stand first and call the slots above, but it knows only its own history.
    menu->actions().at(0)->setEnabled(m_history->canUndo());
    menu->actions().at(1)->setEnabled(m_history->canRedo());
    menu->popup(event->globalPos());
}

void JsonTextEdit::dropEvent(QDropEvent *event)
{
    const Batch batch(*this);
    bool rectangular = false;
    const bool isOwn = event->source() == this || event->source() == viewport();
    const QByteArray text = isOwn || isReadOnly() || !canInsertFromMimeData(event->mimeData())
                                ? QByteArray()
                                : fromMimeData(event->mimeData(), rectangular);
    if (!wouldRespell(text)) {
        QsciScintilla::dropEvent(event);
        return;
    }
    const QPoint at = event->position().toPoint();
    const long place = send(SCI_POSITIONFROMPOINT, at.x(), at.y());
    selectRange({place, place});
    insertExactly(text);
    event->acceptProposedAction();
}

bool JsonTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    // A dropped file is not its name.
    return source->hasText() && !source->hasUrls();
}

QByteArray JsonTextEdit::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    rectangular = false;
    const QString text = source->hasUrls() && !source->hasFormat(u"text/plain"_s) ? QString()
                                                                                  : source->text();
    if (text.size() <= pasteLimit) {
        if (QByteArray utf8 = JsonText::fromString(text).utf8(); utf8.size() <= pasteLimit)
            return utf8;
    }
    // A part of a JSON text is worth nothing, so nothing is taken.
    emit const_cast<JsonTextEdit *>(this)->inputCut(pasteLimit);
    return {};
}

QMimeData *JsonTextEdit::toMimeData(const QByteArray &text, bool) const
{
    auto *data = new QMimeData; // the base class drops a byte order mark
    data->setText(JsonText(text).toString());
    return data;
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JsonTextEdit::retranslate()
{
    setWhatsThis(tr("Tab indents; Ctrl+Tab and Ctrl+Shift+Tab leave the text. Ctrl+click or Ctrl+D "
                    "adds a cursor, Alt+drag a column, Esc goes back to one. F8 goes to the next "
                    "problem or hint, Ctrl+. offers what mends it."));
    setAccessibleDescription(whatsThis());
}

} // namespace modelscribe

#include "moc_jsontextedit.cpp"
