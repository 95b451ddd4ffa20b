// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fieldeditor.h"

#include <QLineEdit>

class QHBoxLayout;
class QLabel;

namespace modelscribe {

//! Edits one line and keeps every code point of it; too much at once is cut with a word about it.
class LineEdit : public QLineEdit
{
    Q_OBJECT
    Q_PROPERTY(QString value READ text WRITE setValue NOTIFY valueChanged USER true)
    Q_PROPERTY(modelscribe::FieldEditor *fieldEditor READ fieldEditor)

public:
    static constexpr int inputLimit = 64
                                      * 1024; //!< In UTF-16 units. Longer values are shown whole.

    explicit LineEdit(QWidget *parent = nullptr);

    void setValue(const QString &value);
    //! A muted word at the right end, such as what the value means; empty: none.
    void setHint(const QString &hint);
    QString hint() const;
    //! Made when first asked for.
    virtual FieldEditor *fieldEditor();

signals:
    void valueChanged();
    void inputCut(int limit); //!< Typing or pasting was more than \p limit; the rest is not there.

protected:
    void paintEvent(QPaintEvent *event) override;
    //! Puts \p widget at the right end of the line, behind the text.
    void addTrailing(QWidget *widget);
    //! To be called when what is there is shown or hidden.
    void reserveSpace();

private:
    QHBoxLayout *m_trailing;
    QLabel *m_hint;
    FieldEditor *m_fieldEditor = nullptr;
};

} // namespace modelscribe
