// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace modelscribe {

class ElidedLabel;

//! The top of a page that stands in place of list and editor: the way back, what it is, and what it
//! is about.
class PageBar : public QFrame
{
    Q_OBJECT

public:
    explicit PageBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setAbout(const QString &about);
    QString title() const;
    QString about() const;
    QFont titleFont() const;
    //! Instead of "Back to the list (Esc)".
    void setBackTip(const QString &tip);
    //! At its right end.
    void addWidget(QWidget *widget, int stretch = 0);
    void addLayout(QLayout *layout);

signals:
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_back;
    ElidedLabel *m_title;
    ElidedLabel *m_about;
    QString m_backTip;
    QHBoxLayout *m_row;
};

} // namespace modelscribe
