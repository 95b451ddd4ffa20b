// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace modelscribe {

//! A line above the list that says what went wrong; stays until it is read.
class NoticeStrip : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeStrip(QWidget *parent = nullptr);

    //! \p action is what the button \p actionText does; without one there is only "Dismiss".
    void showError(const QString &what, const Error &error, const QString &actionText = {},
                   std::function<void()> action = {});
    void dismiss();

private:
    QLabel *m_text;
    QLabel *m_facts;
    QPushButton *m_action;
    QPushButton *m_dismiss;
    std::function<void()> m_run;
};

} // namespace modelscribe
