// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextbuffer.h"

#include "core/jsontext.h"
#include "ui/json/jsonhistory.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! More changes than this at once are put in as one: every single one is told to everybody.
constexpr qsizetype mostSingleChanges = 2000;

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

JsonTextBuffer::Batch::Batch(JsonTextBuffer &buffer)
    : m_buffer(&buffer)
{
    ++buffer.m_batch;
}

JsonTextBuffer::Batch::~Batch()
{
    if (m_buffer && --m_buffer->m_batch == 0)
        m_buffer->tellEdited();
}

JsonTextBuffer::JsonTextBuffer(QWidget *parent)
    : QsciScintilla(parent)
{
    setUtf8(true);
    send(SCI_SETPASTECONVERTENDINGS, false);
    send(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    listenToChanges();
}

void JsonTextBuffer::listenToChanges()
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

QByteArray JsonTextBuffer::bytes() const
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

void JsonTextBuffer::setBytes(const QByteArray &bytes, bool undoable)
{
    dropComposition();
    const bool wasReadOnly = isReadOnly();
    {
        const QScopedValueRollback guard(m_silent, true);
        setReadOnly(false);
        setEolMode(EolMode(lineEndModeOf(bytes)));
        dropMarks();
        send(SCI_SETUNDOCOLLECTION, undoable);
        send(SCI_BEGINUNDOACTION);
        send(SCI_CLEARALL);
        prepareFor(bytes);
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

void JsonTextBuffer::changeBytes(const QByteArray &bytes)
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

void JsonTextBuffer::applyChanges(const TextChanges &changes)
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

void JsonTextBuffer::willChange(int position, int type, const char *, int length)
{
    if (type & SC_MOD_BEFOREINSERT)
        moveMarks(position, length);
    else if (type & SC_MOD_BEFOREDELETE)
        moveMarks(position, -length);
    else
        return;
    m_bytesKnown = false;
    m_bytes.clear();
    if (!std::exchange(m_changed, true) && m_batch == 0 && !m_silent) {
        // Nobody here began it, so nobody here knows when it is done.
        QMetaObject::invokeMethod(this, &JsonTextBuffer::tellEdited, Qt::QueuedConnection);
    }
}

void JsonTextBuffer::setHistory(JsonHistory *history)
{
    m_history = history;
    send(SCI_EMPTYUNDOBUFFER);
}

void JsonTextBuffer::tellEdited()
{
    // What is not chosen yet is nobody's text.
    if (m_composing || !std::exchange(m_changed, false))
        return;
    // Not SCI_SETUNDOCOLLECTION: composing takes its text back by what is collected.
    if (m_history)
        send(SCI_EMPTYUNDOBUFFER);
    fitToLength();
    emit edited();
}

qsizetype JsonTextBuffer::caret() const { return send(SCI_GETCURRENTPOS); }

JsonRange JsonTextBuffer::selection() const
{
    return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

int JsonTextBuffer::cursorCount() const { return int(send(SCI_GETSELECTIONS)); }

void JsonTextBuffer::selectRange(const JsonRange &range)
{
    ensureLineVisible(int(send(SCI_LINEFROMPOSITION, range.begin)));
    if (cursorCount() > 1)
        send(SCI_SETSELECTION, range.end, range.end);
    send(SCI_SETSEL, range.begin, range.end); // the other one would tell nobody
    send(SCI_SCROLLRANGE, range.begin, range.end);
    send(SCI_CHOOSECARETX);
}

// What the person does, each as one batch.

void JsonTextBuffer::undo()
{
    if (m_history) {
        m_history->undo();
        return;
    }
    const Batch batch(*this);
    QsciScintilla::undo();
}

void JsonTextBuffer::redo()
{
    if (m_history) {
        m_history->redo();
        return;
    }
    const Batch batch(*this);
    QsciScintilla::redo();
}

void JsonTextBuffer::cut()
{
    const Batch batch(*this);
    QsciScintilla::cut();
}

void JsonTextBuffer::paste()
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

void JsonTextBuffer::inputMethodEvent(QInputMethodEvent *event)
{
    const Batch batch(*this);
    m_composing = event->commitString().isEmpty() && !event->preeditString().isEmpty();
    QsciScintilla::inputMethodEvent(event);
}

void JsonTextBuffer::dropComposition()
{
    if (!m_composing)
        return;
    QGuiApplication::inputMethod()->reset();
    QInputMethodEvent nothing;
    if (m_composing) // not every input method says so
        inputMethodEvent(&nothing);
}

void JsonTextBuffer::contextMenuEvent(QContextMenuEvent *event)
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

void JsonTextBuffer::dropEvent(QDropEvent *event)
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

bool JsonTextBuffer::canInsertFromMimeData(const QMimeData *source) const
{
    // A dropped file is not its name.
    return source->hasText() && !source->hasUrls();
}

QByteArray JsonTextBuffer::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    rectangular = false;
    const QString text = source->hasUrls() && !source->hasFormat(u"text/plain"_s) ? QString()
                                                                                  : source->text();
    if (text.size() <= pasteLimit) {
        if (QByteArray utf8 = JsonText::fromString(text).utf8(); utf8.size() <= pasteLimit)
            return utf8;
    }
    // A part of a JSON text is worth nothing, so nothing is taken.
    emit const_cast<JsonTextBuffer *>(this)->inputCut(pasteLimit);
    return {};
}

QMimeData *JsonTextBuffer::toMimeData(const QByteArray &text, bool) const
{
    auto *copied = new QMimeData; // the base class drops a byte order mark
    copied->setText(JsonText(text).toString());
    return copied;
}

//! Scintilla gives all line ends of what it inserts the spelling of the first one here.
bool JsonTextBuffer::wouldRespell(const QByteArray &text) const
{
    return text.contains('\r') || (text.contains('\n') && eolMode() != EolUnix);
}

//! In place of each selection.
void JsonTextBuffer::insertExactly(const QByteArray &text)
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

} // namespace modelscribe

#include "moc_jsontextbuffer.cpp"
