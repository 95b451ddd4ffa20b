// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/lineedit.h"

namespace modelscribe {

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(inputLimit);
    connect(this, &QLineEdit::textChanged, this, &LineEdit::valueChanged);
    connect(this, &QLineEdit::inputRejected, this, [this] { emit inputCut(maxLength()); });
}

void LineEdit::setValue(const QString &value)
{
    if (value == text())
        return;
    setMaxLength(int(qMax(qsizetype(inputLimit), value.size())));
    setText(value);
    setCursorPosition(0); // the beginning of a long value says more than its end
}

} // namespace modelscribe
