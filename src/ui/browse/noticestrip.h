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
    //! Gives a text in the language of now; asked again when that changes.
    using Text = std::function<QString()>;

    explicit NoticeStrip(QWidget *parent = nullptr);

    //! \p action is what the button \p actionText does; without one there is only "Dismiss".
    void showError(Text what, const Error &error, Text actionText = {},
                   std::function<void()> action = {});
    void dismiss();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Text m_what;
    Text m_actionText;
    Error m_error;
    QLabel *m_text;
    QLabel *m_facts;
    QPushButton *m_action;
    QPushButton *m_dismiss;
    std::function<void()> m_run;
};

} // namespace modelscribe
