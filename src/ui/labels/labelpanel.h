// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace modelscribe {

//! A part of the window of labels that stands beside others, under a head of its own.
class LabelPanel : public QFrame
{
    Q_OBJECT

public:
    explicit LabelPanel(QWidget *parent = nullptr);

    //! \p about: how many there are, or the like.
    void setHead(const QString &title, const QString &about);
    //! Under all that is there.
    void add(QWidget *widget, int stretch = 0);

private:
    QWidget *makeHead();

    QLabel *m_title;
    QLabel *m_about;
    QVBoxLayout *m_inside;
};

} // namespace modelscribe
