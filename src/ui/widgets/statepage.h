// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace modelscribe {

//! What stands in place of a list that has nothing to show: one sentence, why, and what to do next.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    //! Takes the old contents away.
    void say(const QString &sentence, const QString &more = {}, bool isError = false);
    //! \p kind as in theme.h.
    QPushButton *addButton(const QString &text, const QString &kind = {});
    //! A fold-out below the buttons, for what support asks for.
    void addDetails(const QString &details);

private:
    QLabel *m_sentence;
    QLabel *m_more;
    QLabel *m_details;
    QHBoxLayout *m_buttons;
};

//! Rows in outline while the first page is on its way; nothing while it may still be there at once.
class LoadingRows : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingRows(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    int m_timer = 0;
    int m_phase = 0;
};

} // namespace modelscribe
