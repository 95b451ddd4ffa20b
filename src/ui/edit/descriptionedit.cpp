// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/descriptionedit.h"

#include "ui/edit/editstep.h"

#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace modelscribe {

DescriptionEdit::DescriptionEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lineEnd(u"\n"_s)
{
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_value.reset();
        if (!m_setting)
            emit valueChanged();
    });
}

QString DescriptionEdit::value() const
{
    if (m_value)
        return *m_value;
    // Not toPlainText(): it turns no-break spaces into blanks.
    QString text = document()->toRawText();
    if (text == m_shown)
        text = m_original;
    else
        text.replace(QChar::ParagraphSeparator, m_lineEnd);
    m_value = text;
    return text;
}

void DescriptionEdit::setValue(const QString &value)
{
    if (value == this->value())
        return;
    {
        const QScopedValueRollback guard(m_setting, true);
        m_original = value;
        const bool windows = value.contains("\r\n"_L1)
                             && value.count(u'\n') == value.count("\r\n"_L1);
        m_lineEnd = windows ? u"\r\n"_s : u"\n"_s;
        showText(value);
        m_shown = document()->toRawText();
        m_value = value;
    }
    emit valueChanged();
}

void DescriptionEdit::showText(const QString &value)
{
    QString text = value;
    text.replace("\r\n"_L1, "\n"_L1);
    for (const QChar end : {u'\n', u'\r'})
        text.replace(end, QChar::ParagraphSeparator);
    const ReplacedText change = replacedBetween(document()->toRawText(), text);
    const bool hadHistory = isUndoRedoEnabled();
    setUndoRedoEnabled(false);
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(change.at));
    cursor.setPosition(int(change.at + change.removed.size()), QTextCursor::KeepAnchor);
    cursor.insertText(change.inserted);
    setTextCursor(cursor);
    if (document()->toRawText() != text)
        setPlainText(value); // there is something in it that a document cannot hold
    setUndoRedoEnabled(hadHistory);
}

bool DescriptionEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void DescriptionEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    const bool cut = text.size() > pasteLimit;
    text.truncate(pasteLimit);
    textCursor().insertText(text);
    ensureCursorVisible();
    if (cut)
        emit inputCut(pasteLimit);
}

} // namespace modelscribe

#include "moc_descriptionedit.cpp"
