// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace modelscribe {

class ConnectionButton;
class ConnectionMenu;
class NoticeStrip;
class Profiles;
class ProfilesDialog;
class Workbench;

//! Which registry the window talks to: the menu of the connection, the dialog of the profiles, and
//! reading the key of the one that is chosen.
class Connecting : public QObject
{
    Q_OBJECT

public:
    //! Opens its menu below \p button when that is clicked, and says in \p notice what goes wrong.
    Connecting(Workbench &workbench, Profiles &profiles, ConnectionButton &button,
               NoticeStrip &notice);

    //! Reads the key of the profile and connects.
    void useProfile(const QString &name);
    void showProfiles();

signals:
    void localRegistryRequested();

private:
    void openMenu();

    Workbench &m_workbench;
    Profiles &m_profiles;
    ConnectionButton &m_button;
    NoticeStrip &m_notice;
    ConnectionMenu *m_menu = nullptr; //!< Made when it is first opened.
    QPointer<ProfilesDialog> m_dialog;
};

} // namespace modelscribe
