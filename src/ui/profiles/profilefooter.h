// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

//! The foot of the dialog of profiles: what came of the last step, and what can be done with the
//! profile that is shown; or whether it shall go.
class ProfileFooter : public QFrame
{
    Q_OBJECT

public:
    explicit ProfileFooter(QWidget *parent = nullptr);

    struct State
    {
        QString stored; //!< The profile's name as it is stored; empty: it is a new one.
        QString typed;  //!< As it would be stored.
        bool isInUse = false;
        bool isBusy = false;
        QString whyNotSaved; //!< Why it cannot be stored; empty: nothing stands against it.
        bool isChanged = false;
    };

    void showState(const State &state);
    //! Plain text; \p role as a label's, see Theme.
    void say(const QString &text, const QString &role = {});
    //! In place of the buttons. The way back has the focus.
    void askToRemove(bool asks);

signals:
    void closeRequested();
    void useRequested();
    void saveRequested();
    void removalAgreed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    State m_state;
    QString m_said;
    QLabel *m_message;
    QWidget *m_buttons;
    QPushButton *m_close;
    QPushButton *m_use;
    QPushButton *m_save;
    QWidget *m_question; //!< In place of m_buttons.
    QPushButton *m_keep;
    QPushButton *m_remove;
};

} // namespace modelscribe
