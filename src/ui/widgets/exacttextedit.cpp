// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exacttextedit.h"

#include "json/replacedpart.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Of a line break or an object: what stands there in truth.
constexpr int spellingProperty = QTextFormat::UserProperty + 1;
constexpr int spelledObject = QTextFormat::UserObject + 1;

//! A QTextDocument means something else by them.
bool isDropped(QChar c) { return c == QChar(0xFDD0) || c == QChar(0xFDD1); }

//! How many units of \p text from \p at on have to be spelled out; 0: none.
qsizetype unusualAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\r')
        return at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : 1;
    return c == QChar::ParagraphSeparator || isDropped(c) ? 1 : 0;
}

bool isUsual(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (unusualAt(text, i) > 0)
            return false;
    }
    return true;
}

QString spellingOf(const QTextCharFormat &format, const QString &usual)
{
    return format.hasProperty(spellingProperty) ? format.stringProperty(spellingProperty) : usual;
}

//! In place of what \p cursor selects.
void insertExactly(QTextCursor &cursor, const QString &text)
{
    const QTextCharFormat usual;
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype size = unusualAt(text, i);
        if (size == 0)
            continue;
        cursor.insertText(text.sliced(done, i - done), usual);
        QTextCharFormat format;
        format.setProperty(spellingProperty, text.sliced(i, size));
        const bool isObject = isDropped(text[i]);
        if (isObject)
            format.setObjectType(spelledObject);
        cursor.insertText(isObject ? QString(QChar::ObjectReplacementCharacter) : u"\n"_s, format);
        done = i + size;
        i = done - 1;
    }
    cursor.insertText(text.sliced(done), usual);
    cursor.endEditBlock();
}

//! The part that makes \p after of \p before. It parts no CR from its LF.
ReplacedText partBetween(const QString &before, const QString &after)
{
    ReplacedText part = replacedBetween(before, after);
    const auto isLineFeed = [](const QString &text, qsizetype at) {
        return at < text.size() && text[at] == u'\n';
    };
    if (part.at > 0 && before[part.at - 1] == u'\r'
        && (isLineFeed(before, part.at) || isLineFeed(after, part.at))) {
        --part.at;
        part.removed.prepend(u'\r');
        part.inserted.prepend(u'\r');
    }
    const qsizetype end = part.at + part.removed.size();
    if (isLineFeed(before, end)
        && (part.removed.endsWith(u'\r') || part.inserted.endsWith(u'\r'))) {
        part.removed.append(u'\n');
        part.inserted.append(u'\n');
    }
    return part;
}

//! What stands in truth at \p at of \p document, which shows \p unit there.
QString spelledAt(QTextDocument *document, int at, QChar unit)
{
    const bool isBreak = unit == QChar::ParagraphSeparator;
    if (!isBreak && unit != QChar::ObjectReplacementCharacter)
        return unit;
    QTextCursor cursor(document);
    cursor.setPosition(at + 1);
    if (isBreak) // its format is that of the block behind it
        return spellingOf(cursor.blockCharFormat(), u"\n"_s);
    const QTextCharFormat format = cursor.charFormat();
    return format.objectType() == spelledObject ? spellingOf(format, unit) : unit;
}

} // namespace

QString ExactTextEdit::text() const { return textBetween(0, document()->characterCount() - 1); }

QString ExactTextEdit::textBetween(int begin, int end) const
{
    QString raw = document()->toRawText().sliced(begin, end - begin);
    if (m_isUsual)
        return raw.replace(QChar::ParagraphSeparator, u'\n');
    QString text;
    text.reserve(raw.size() + raw.size() / 16);
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar unit = raw.at(i);
        if (unit == QChar::ParagraphSeparator || unit == QChar::ObjectReplacementCharacter)
            text.append(spelledAt(document(), begin + int(i), unit));
        else
            text.append(unit);
    }
    return text;
}

//! Where \p offset of text() is in the document.
int ExactTextEdit::positionOf(qsizetype offset) const
{
    if (m_isUsual)
        return int(offset);
    const QString raw = document()->toRawText();
    int position = 0;
    while (offset > 0 && position < raw.size()) {
        offset -= spelledAt(document(), position, raw.at(position)).size();
        ++position;
    }
    return position;
}

void ExactTextEdit::setText(const QString &text)
{
    const QString before = this->text();
    if (text == before)
        return;
    const ReplacedText part = partBetween(before, text);
    const bool hadHistory = isUndoRedoEnabled();
    setUndoRedoEnabled(false); // what is in it is of another text
    QTextCursor cursor = textCursor();
    const int end = positionOf(part.at + part.removed.size());
    cursor.setPosition(positionOf(part.at));
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    // First: who hears of the change asks for the text.
    m_isUsual = m_isUsual && isUsual(part.inserted);
    insertExactly(cursor, part.inserted);
    setTextCursor(cursor);
    m_isUsual = isUsual(text);
    setUndoRedoEnabled(hadHistory);
}

void ExactTextEdit::insertText(const QString &text)
{
    m_isUsual = m_isUsual && isUsual(text);
    QTextCursor cursor = textCursor();
    insertExactly(cursor, text);
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData *ExactTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *copied = new QMimeData;
    copied->setText(textBetween(cursor.selectionStart(), cursor.selectionEnd()));
    return copied;
}

bool ExactTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void ExactTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!isReadOnly())
        insertText(source->text());
}

QString ExactTextEdit::lineEndHere() const
{
    const QTextBlock block = textCursor().block();
    const QTextBlock known = block.blockNumber() > 0 ? block : block.next();
    const QString spelling = m_isUsual || !known.isValid()
                                 ? u"\n"_s
                                 : spellingOf(known.charFormat(), u"\n"_s);
    return spelling.startsWith(u'\r') ? spelling : u"\n"_s;
}

void ExactTextEdit::keyPressEvent(QKeyEvent *event)
{
    // Qt would put a line separator in for Shift+Enter.
    const bool isBreak = event->matches(QKeySequence::InsertParagraphSeparator)
                         || event->matches(QKeySequence::InsertLineSeparator);
    if (!isBreak || isReadOnly()) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    insertText(lineEndHere());
    event->accept();
}

void ExactTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    const QString text = event->commitString();
    if (isReadOnly() || (isUsual(text) && !text.contains(u'\n'))) {
        QPlainTextEdit::inputMethodEvent(event);
        return;
    }
    QInputMethodEvent rest(event->preeditString(), event->attributes());
    rest.setCommitString({}, event->replacementStart(), event->replacementLength());
    QPlainTextEdit::inputMethodEvent(&rest);
    insertText(text);
}

} // namespace modelscribe
