// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace modelscribe {

class LineEdit;
class StarsBar;

//! A number from 0 to 5 as stars and as the text it stands as. Arrow keys on the stars go to the
//! next half, Home and End to the ends.
class StarsField : public QWidget
{
    Q_OBJECT

public:
    static constexpr int count = 5;

    explicit StarsField(QWidget *parent = nullptr);

    //! The text of the number: what was set or typed, to the letter.
    QString value() const;
    void setValue(const QString &text);
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    LineEdit &number() const { return *m_number; }
    QWidget &stars() const;

    //! The text of the half stars next to \p value: "4.94" gives "4.5" and "5".
    static QString stepped(const QString &value, bool up);

signals:
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    StarsBar *m_stars;
    LineEdit *m_number;
    QString m_name;
    bool m_setting = false;
};

} // namespace modelscribe
