// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace modelscribe {

//! Asks for a name to be typed before something can be done; hidden while nothing is asked for.
class ConfirmName : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmName(QWidget *parent = nullptr);

    //! Empty: nothing is asked for. Another name than before empties the field.
    void ask(const QString &name);
    bool isConfirmed() const;
    //! Gives the field the focus while it is not confirmed.
    void focusField();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_name;
    QLabel *m_text;
    QLineEdit *m_field;
};

} // namespace modelscribe
