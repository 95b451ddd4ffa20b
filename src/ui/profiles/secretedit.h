// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QToolButton;

namespace modelscribe {

//! A line for a secret: masked, shown only while the button in it is held down.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    void setRevealName(const QString &accessibleName); //!< Of the button; must be unique.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void mask();
    void retranslate();

    QToolButton *m_reveal;
};

} // namespace modelscribe
