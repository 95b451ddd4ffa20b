// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/descriptionedit.h"

#include <QMimeData>
#include <QScopedValueRollback>

namespace modelscribe {

DescriptionEdit::DescriptionEdit(QWidget *parent)
    : ExactTextEdit(parent)
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
