// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

//! One way to begin: what it is, in two lines beside an icon, and the button that does it.
class StartPart : public QWidget
{
    Q_OBJECT

public:
    explicit StartPart(const QString &icon, QWidget *parent = nullptr);

    void say(const QString &title, const QString &about);
    void setButton(QPushButton *button);
    //! Below the words.
    void addBelow(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QLabel *m_title;
    QLabel *m_about;
    QVBoxLayout *m_words;
    QHBoxLayout *m_row;
};

} // namespace modelscribe
