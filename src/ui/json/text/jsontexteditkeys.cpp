// SPDX-License-Identifier: GPL-3.0-or-later
// The part of JsonTextEdit that a person's hands reach: cursors, keys, mouse, going to places.
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsonhintpainter.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/text/jsontexteditbatch.h"
#include "ui/widgets/plaintext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <vector>

namespace modelscribe {

qsizetype JsonTextEdit::caret() const { return send(SCI_GETCURRENTPOS); }

JsonRange JsonTextEdit::selection() const
{
    return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

int JsonTextEdit::cursorCount() const { return int(send(SCI_GETSELECTIONS)); }

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

void JsonTextEdit::selectRange(const JsonRange &range)
{
    ensureLineVisible(int(send(SCI_LINEFROMPOSITION, range.begin)));
    if (cursorCount() > 1)
        send(SCI_SETSELECTION, range.end, range.end);
    send(SCI_SETSEL, range.begin, range.end); // the other one would tell nobody
    send(SCI_SCROLLRANGE, range.begin, range.end);
    send(SCI_CHOOSECARETX);
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

//! Scintilla gives all line ends of what it inserts the spelling of the first one here.
bool JsonTextEdit::wouldRespell(const QByteArray &text) const
{
    return text.contains('\r') || (text.contains('\n') && eolMode() != EolUnix);
}

//! In place of each selection.
void JsonTextEdit::insertExactly(const QByteArray &text)
{
    std::vector<JsonRange> places;
    for (int i = 0; i < cursorCount(); ++i)
        places.push_back({send(SCI_GETSELECTIONNSTART, i), send(SCI_GETSELECTIONNEND, i)});
    std::ranges::sort(places, {}, &JsonRange::begin);
    TextChanges changes;
    for (const JsonRange &place : places)
        changes.append({place.begin, place.end, text});
    applyChanges(changes);
    qsizetype shift = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        shift += text.size() - places[i].size();
        const qsizetype caret = places[i].end + shift;
        send(i == 0 ? SCI_SETSELECTION : SCI_ADDSELECTION, caret, caret);
    }
    send(SCI_SCROLLCARET);
}

bool JsonTextEdit::handleKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // Tab itself indents, so there must be another way out.
        return control
               && QAbstractScrollArea::focusNextPrevChild(!shift && event->key() == Qt::Key_Tab);
    case Qt::Key_D:
        if (!control || shift)
            return false;
        selectNextOccurrence();
        return true;
    case Qt::Key_Period:
        if (!control)
            return false;
        offerFixes();
        return true;
    case Qt::Key_F8: goToMark(!shift); return true;
    case Qt::Key_Backspace: // Scintilla's other key for undo
        if (!event->modifiers().testFlag(Qt::AltModifier) || control || shift)
            return false;
        undo();
        return true;
    case Qt::Key_Escape:
        if (cursorCount() > 1) {
            const long anchor = send(SCI_GETANCHOR);
            send(SCI_SETSELECTION, caret(), anchor);
            return true;
        }
        return false;
    default: return false;
    }
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        emit findRequested();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste(); // Scintilla's own key would go past it
        return;
    }
    if (handleKey(event))
        return;
    // Esc cancels a selection in Scintilla and would never reach the window.
    if (event->key() == Qt::Key_Escape && send(SCI_GETSELECTIONEMPTY)) {
        event->ignore();
        return;
    }
    const Batch batch(*this);
    QsciScintilla::keyPressEvent(event);
}

bool JsonTextEdit::event(QEvent *event)
{
    // These mean this text while it has the focus, not the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool control = key->modifiers().testFlag(Qt::ControlModifier);
        const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_F8
            || (control && !shift && key->key() == Qt::Key_D)
            || (control && key->key() == Qt::Key_Period)
            || (key->key() == Qt::Key_Escape && cursorCount() > 1)) {
            event->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
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
    return QsciScintilla::viewportEvent(event);
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
    QsciScintilla::mousePressEvent(event);
}

void JsonTextEdit::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_columnDrag) {
        send(SCI_SETRECTANGULARSELECTIONCARET, send(SCI_POSITIONFROMPOINT, at.x(), at.y()));
        return;
    }
    QsciScintilla::mouseMoveEvent(event);
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
    QsciScintilla::mouseReleaseEvent(event);
}

} // namespace modelscribe
