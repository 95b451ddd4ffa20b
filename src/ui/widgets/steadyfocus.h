// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace modelscribe {

//! Where the keyboard goes when the button that has the focus is hidden, disabled or deleted: back
//! to where the person was before, never on to whatever comes next, where the next key would do
//! something nobody meant. One for a program is enough; it watches all windows.
class SteadyFocus : public QObject
{
    Q_OBJECT

public:
    explicit SteadyFocus(QObject *parent);

    //! What gets the focus in \p pane when the place before the button is gone as well.
    static void setHome(QWidget &pane, QWidget &home);

private:
    void follow(QWidget *old, QWidget *now);
    void note(QWidget &now);
    bool isButtonGone() const;
    void bringBack();
    QWidget *target() const;

    QPointer<QWidget> m_place; //!< The last one with the focus that was no button.
    int m_cursor = 0;          //!< In m_place, when that is a line.
    QPointer<QWidget> m_button;
    QPointer<QWidget> m_around; //!< What the button stands in.
    bool m_isOnButton = false;
    bool m_bringing = false;
};

} // namespace modelscribe
