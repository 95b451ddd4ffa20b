// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextedit.h"

#include "ui/json/jsonwording.h"
#include "ui/json/text/jsonhintpainter.h"
#include "ui/json/text/jsonlonglines.h"
#include "ui/json/text/jsontextkey.h"
#include "ui/widgets/plaintext.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

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

} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : JsonTextBuffer(parent)
    , m_look(*this)
    , m_marks(std::make_unique<JsonHintPainter>(*this))
    , m_longLines(std::make_unique<JsonLongLines>(*this))
{
    QAccessible::removeFactory(plainInterface); // once is enough
    QAccessible::installFactory(plainInterface);
    QAccessible::installActivationObserver(this);
    setTabWidth(2);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    viewport()->setMouseTracking(true);
    setUpCursors();
    m_look.setColoured(true);
    applyTheme();
    JsonTextEdit::fitToLength();
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

void JsonTextEdit::setUpCursors()
{
    send(SCI_SETMULTIPLESELECTION, true);
    send(SCI_SETADDITIONALSELECTIONTYPING, true);
    send(SCI_SETRECTANGULARSELECTIONMODIFIER, SCMOD_ALT);
    send(SCI_SETMOUSESELECTIONRECTANGULARSWITCH, true);
}

// What the text tells

void JsonTextEdit::dropMarks()
{
    m_marks->setProblem({});
    m_marks->setHints({});
    m_marks->setMatches({}, -1);
}

void JsonTextEdit::moveMarks(qsizetype position, qsizetype length)
{
    if (length > 0) {
        m_marks->textInserted(position, length);
        m_longLines->textInserted(position, length);
    } else {
        m_marks->textRemoved(position, -length);
        m_longLines->textRemoved(position);
    }
}

void JsonTextEdit::prepareFor(const QByteArray &bytes)
{
    fitColours(bytes.size(), JsonLongLines::isIn(bytes));
    m_isReplaced = true;
}

//! Colours cost time with each key: too much where a text or one of its lines is long.
void JsonTextEdit::fitColours(qsizetype length, bool hasLongLine)
{
    const bool coloured = length <= colourLimit && !hasLongLine;
    if (coloured == hasColours())
        return;
    if (!coloured)
        send(SCI_FOLDALL, SC_FOLDACTION_EXPAND); // nothing could open them any more
    m_look.setColoured(coloured);
    applyTheme();
}

void JsonTextEdit::fitToLength()
{
    const bool isReplaced = std::exchange(m_isReplaced, false);
    if (isReplaced || m_longLines->mayHaveComeOrGone()
        || (hasColours() && length() > colourLimit)) {
        const bool hasLongLine = JsonLongLines::isIn(bytes());
        fitColours(length(), hasLongLine);
        if (isReplaced || hasLongLine != m_longLines->isOn())
            m_longLines->setOn(hasLongLine);
    }
    m_longLines->takeChanges();
    m_look.fitToLength();
    // The telling of changes behind them costs a count of all characters before them.
    const auto mask = SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE
                      | (m_screenReader ? SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT : 0);
    send(SCI_SETMODEVENTMASK, mask);
}

// How it looks

void JsonTextEdit::applyTheme()
{
    m_look.applyTheme();
    m_longLines->applyTheme();
    m_marks->applyTheme();
}

void JsonTextEdit::setWrapping(bool wraps)
{
    m_look.setWrapping(wraps);
    fitToLength();
}

void JsonTextEdit::setProblem(const std::optional<JsonProblem> &problem)
{
    m_marks->setProblem(problem);
}

void JsonTextEdit::setHints(const QList<JsonHint> &hints) { m_marks->setHints(hints); }

void JsonTextEdit::setMatches(const QList<JsonRange> &matches, qsizetype current)
{
    m_marks->setMatches(matches, current);
}

void JsonTextEdit::paintEvent(QPaintEvent *event)
{
    JsonTextBuffer::paintEvent(event);
    QPainter painter(viewport());
    m_marks->paint(painter);
}

// Going to places

std::pair<int, int> JsonTextEdit::position() const
{
    const long at = send(SCI_GETCURRENTPOS);
    const long line = send(SCI_LINEFROMPOSITION, at);
    const long column = send(SCI_COUNTCHARACTERS, send(SCI_POSITIONFROMLINE, line), at);
    return {int(line) + 1, int(column) + 1};
}

void JsonTextEdit::goTo(qsizetype byteOffset)
{
    selectRange({byteOffset, byteOffset});
    setFocus();
}

void JsonTextEdit::selectNextOccurrence()
{
    send(SCI_TARGETWHOLEDOCUMENT);
    send(SCI_SETSEARCHFLAGS, SCFIND_MATCHCASE);
    send(SCI_MULTIPLESELECTADDNEXT);
    ensureLineVisible(int(send(SCI_LINEFROMPOSITION, caret())));
    send(SCI_SCROLLCARET);
}

void JsonTextEdit::foldToLevel(int level)
{
    if (!hasColours())
        return;
    send(SCI_COLOURISE, 0, -1); // what was never in sight has no levels yet
    send(SCI_FOLDALL, SC_FOLDACTION_EXPAND);
    for (int line = 0; level > 0 && line < lines(); ++line) {
        const long found = send(SCI_GETFOLDLEVEL, line);
        if ((found & SC_FOLDLEVELHEADERFLAG)
            && (found & SC_FOLDLEVELNUMBERMASK) - SC_FOLDLEVELBASE == level)
            send(SCI_FOLDLINE, line, SC_FOLDACTION_CONTRACT);
    }
    send(SCI_SCROLLCARET);
}

void JsonTextEdit::goToNextMark() { goToMark(true); }

void JsonTextEdit::goToPreviousMark() { goToMark(false); }

void JsonTextEdit::goToMark(bool forward)
{
    const auto place = m_marks->next(caret(), forward);
    if (!place)
        return;
    goTo(*place);
    const QString message = m_marks->messages(int(send(SCI_LINEFROMPOSITION, *place)));
    setAccessibleDescription(message);
    emit markReached(message);
}

void JsonTextEdit::offerFixes()
{
    const int line = int(send(SCI_LINEFROMPOSITION, caret()));
    const QPoint below(int(send(SCI_POINTXFROMPOSITION, 0, caret())),
                       int(send(SCI_POINTYFROMPOSITION, 0, caret()) + send(SCI_TEXTHEIGHT, line)));
    showFixMenu(m_marks->fixable(line), viewport()->mapToGlobal(below));
}

void JsonTextEdit::showFixMenu(const QList<JsonHint> &hints, QPoint at)
{
    if (hints.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const JsonHint &hint : hints) {
        // An ampersand of the data is no mnemonic.
        QString words = jsonwording::fix(hint);
        QAction *action = menu->addAction(words.replace(u'&', QLatin1StringView("&&")));
        action->setStatusTip(jsonwording::hint(hint));
        connect(action, &QAction::triggered, this, [this, hint] { emit fixRequested(hint); });
    }
    menu->popup(at);
    menu->setActiveAction(menu->actions().constFirst());
}

// Keys and the mouse

bool JsonTextEdit::handleKey(JsonTextKey key)
{
    switch (key) {
    case JsonTextKey::None:
    case JsonTextKey::Unheard: return false;
    case JsonTextKey::LeaveForwards: return QAbstractScrollArea::focusNextPrevChild(true);
    case JsonTextKey::LeaveBackwards: return QAbstractScrollArea::focusNextPrevChild(false);
    case JsonTextKey::Find: emit findRequested(); return true;
    case JsonTextKey::Paste: paste(); return true; // Scintilla's own key would go past it
    case JsonTextKey::SelectNextOccurrence: selectNextOccurrence(); return true;
    case JsonTextKey::OfferFixes: offerFixes(); return true;
    case JsonTextKey::NextMark: goToMark(true); return true;
    case JsonTextKey::PreviousMark: goToMark(false); return true;
    case JsonTextKey::Undo: undo(); return true;
    case JsonTextKey::OneCursor: {
        const long anchor = send(SCI_GETANCHOR);
        send(SCI_SETSELECTION, caret(), anchor);
        return true;
    }
    }
    return false;
}

JsonTextKey JsonTextEdit::keyOf(const QKeyEvent &event) const
{
    return jsonTextKey(event, cursorCount(), !send(SCI_GETSELECTIONEMPTY));
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    const JsonTextKey key = keyOf(*event);
    if (handleKey(key))
        return;
    if (key == JsonTextKey::Unheard) {
        event->ignore();
        return;
    }
    const Batch batch(*this);
    JsonTextBuffer::keyPressEvent(event);
}

bool JsonTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && comesBeforeTheWindow(keyOf(*static_cast<QKeyEvent *>(event)))) {
        event->accept();
        return true;
    }
    return JsonTextBuffer::event(event);
}

int JsonTextEdit::lineUnder(QPoint at) const
{
    // lineAt() knows only places close to a character.
    const int line = int(send(SCI_LINEFROMPOSITION, send(SCI_POSITIONFROMPOINT, at.x(), at.y())));
    const long top = send(SCI_POINTYFROMPOSITION, 0, send(SCI_POSITIONFROMLINE, line));
    return at.y() >= top && at.y() < top + send(SCI_TEXTHEIGHT, line) ? line : -1;
}

bool JsonTextEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = m_marks->messages(lineUnder(help->pos()));
        QToolTip::showText(help->globalPos(), text.isEmpty() ? QString() : plainToolTip(text),
                           this);
        return true;
    }
    return JsonTextBuffer::viewportEvent(event);
}

bool JsonTextEdit::pressAt(QPoint at, Qt::KeyboardModifiers modifiers)
{
    // The base class means different keys by these on different systems.
    const long place = send(SCI_POSITIONFROMPOINT, at.x(), at.y());
    if (modifiers == Qt::ControlModifier) {
        setFocus();
        send(SCI_ADDSELECTION, place, place);
        return true;
    }
    if (modifiers == Qt::AltModifier) {
        setFocus();
        m_columnDrag = true;
        send(SCI_SETRECTANGULARSELECTIONANCHOR, place);
        send(SCI_SETRECTANGULARSELECTIONCARET, place);
        return true;
    }
    const int line = lineUnder(at);
    if (modifiers != Qt::NoModifier || !m_marks->messageRect(line).contains(at))
        return false;
    const QList<JsonHint> hints = m_marks->fixable(line);
    if (hints.isEmpty())
        return false;
    setFocus();
    showFixMenu(hints, viewport()->mapToGlobal(m_marks->messageRect(line).bottomLeft()));
    return true;
}

void JsonTextEdit::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton
        && pressAt(event->position().toPoint(), event->modifiers()))
        return;
    const Batch batch(*this);
    JsonTextBuffer::mousePressEvent(event);
}

void JsonTextEdit::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_columnDrag) {
        send(SCI_SETRECTANGULARSELECTIONCARET, send(SCI_POSITIONFROMPOINT, at.x(), at.y()));
        return;
    }
    JsonTextBuffer::mouseMoveEvent(event);
    const int line = event->buttons() == Qt::NoButton ? lineUnder(at) : -1;
    if (m_marks->messageRect(line).contains(at) && !m_marks->fixable(line).isEmpty())
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (viewport()->cursor().shape() == Qt::PointingHandCursor)
        viewport()->setCursor(Qt::IBeamCursor);
}

void JsonTextEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_columnDrag, false))
        return;
    const Batch batch(*this);
    JsonTextBuffer::mouseReleaseEvent(event);
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    JsonTextBuffer::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JsonTextEdit::retranslate()
{
    setWhatsThis(tr("Tab indents; Ctrl+Tab and Ctrl+Shift+Tab leave the text. Ctrl+click or Ctrl+D "
                    "adds a cursor, Alt+drag a column, Esc goes back to one. F8 goes to the next "
                    "problem or hint, Ctrl+. offers fixes."));
    setAccessibleDescription(whatsThis());
}

} // namespace modelscribe

#include "moc_jsontextedit.cpp"
