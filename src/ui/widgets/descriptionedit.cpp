// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/descriptionedit.h"

#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>

namespace modelscribe {

namespace {

//! The view finds the direction of each paragraph, but begins all of them at the left.
void alignByScript(QTextDocument &document)
{
    QTextOption option = document.defaultTextOption();
    const Qt::Alignment wanted = document.firstBlock().text().isRightToLeft() ? Qt::AlignRight
                                                                              : Qt::AlignLeft;
    if (option.alignment() == wanted)
        return;
    option.setAlignment(wanted);
    document.setDefaultTextOption(option);
}

class TextFieldEditor : public FieldEditor
{
public:
    explicit TextFieldEditor(DescriptionEdit &text)
        : FieldEditor(text)
        , m_text(text)
    {
        connect(&text, &DescriptionEdit::valueChanged, this, &FieldEditor::changed);
        connect(&text, &DescriptionEdit::inputCut, this, &TextFieldEditor::cutAt);
        connect(&text, &QPlainTextEdit::cursorPositionChanged, this, &FieldEditor::spotChanged);
    }

    FieldValue value() const override { return FieldValue(m_text.value()); }
    void change(const FieldValue &value) override { m_text.setValue(value.text()); }
    void replace(const FieldValue &value) override
    {
        m_text.setValue(value.text());
        m_text.moveCursor(QTextCursor::Start);
    }
    void setReadOnly(bool readOnly) override { m_text.setReadOnly(readOnly); }

    FieldSpot spot() const override { return {.cursor = m_text.textCursor().position()}; }
    void setSpot(const FieldSpot &spot) override
    {
        QTextCursor cursor = m_text.textCursor();
        const qint64 last = m_text.document()->characterCount() - 1;
        cursor.setPosition(int(std::clamp(spot.cursor, qint64(0), last)));
        m_text.setTextCursor(cursor);
    }
    void goToChange(qsizetype begin, qsizetype end) override
    {
        FieldEditor::goToChange(begin, end);
        m_text.ensureCursorVisible(); // it is at what was changed last
    }
    QMenu *makeMenu(const QPoint &at) override
    {
        return m_text.isReadOnly() ? nullptr : m_text.createStandardContextMenu(at);
    }

private:
    DescriptionEdit &m_text;
};

} // namespace

DescriptionEdit::DescriptionEdit(QWidget *parent)
    : ExactTextEdit(parent)
{
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        alignByScript(*document());
        m_value.reset();
        if (!m_setting)
            emit valueChanged();
    });
}

QString DescriptionEdit::value() const
{
    if (!m_value)
        m_value = text();
    return *m_value;
}

void DescriptionEdit::setValue(const QString &value)
{
    if (value == this->value())
        return;
    {
        const QScopedValueRollback guard(m_setting, true);
        setText(value);
        m_value = value;
    }
    emit valueChanged();
}

FieldEditor *DescriptionEdit::fieldEditor()
{
    if (!m_fieldEditor)
        m_fieldEditor = new TextFieldEditor(*this);
    return m_fieldEditor;
}

void DescriptionEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    const bool cut = text.size() > pasteLimit;
    if (cut) // not within a character
        text.truncate(text[pasteLimit - 1].isHighSurrogate() ? pasteLimit - 1 : pasteLimit);
    insertText(text);
    if (cut)
        emit inputCut(pasteLimit);
}

} // namespace modelscribe

#include "moc_descriptionedit.cpp"
