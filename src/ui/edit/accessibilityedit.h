// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fieldeditor.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace modelscribe {

//! Private or public, with a word about who then sees the model. Any other value is shown and kept
//! until one of the two is chosen.
class AccessibilityEdit : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged USER true)
    Q_PROPERTY(modelscribe::FieldEditor *fieldEditor READ fieldEditor)

public:
    explicit AccessibilityEdit(QWidget *parent = nullptr);

    QString value() const { return m_value; }
    void setValue(const QString &value);
    void setReadOnly(bool readOnly);
    //! What stands there while nothing is chosen; empty: what that means for a model.
    void setUnchosenText(const QString &text);
    //! Made when first asked for.
    FieldEditor *fieldEditor();

signals:
    void valueChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    QString m_value;
    QString m_unchosen;
    QPushButton *m_private;
    QPushButton *m_public;
    QButtonGroup *m_group;
    QLabel *m_meaning;
    FieldEditor *m_fieldEditor = nullptr;
};

} // namespace modelscribe
