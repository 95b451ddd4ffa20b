// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace modelscribe {

class ConnectionButton;
class ConnectionMenu;
class Connector;
class NoticeStrip;
class ProfilesDialog;
class ProtectedFrame;
class Workbench;
struct ConnectionChoice;

//! Which registry the window talks to: the menu of the connection, the dialog of the profiles, and
//! opening what is chosen.
class Connecting : public QObject
{
    Q_OBJECT

public:
    //! Opens its menu below \p button when that is clicked, and says in \p notice what goes wrong.
    Connecting(Workbench &workbench, Connector &connector, ConnectionButton &button,
               NoticeStrip &notice);

    //! Opens what was chosen and connects; what goes wrong is shown.
    void use(const ConnectionChoice &choice);
    void useProfile(const QString &name);
    void useLocalRegistry();
    void showProfiles();
    //! Of a protected profile; holds for as long as the program runs.
    void setLocked(bool locked);

signals:
    //! Something that went on a way of its own, to be told across the window.
    void noticed(const std::function<QString()> &text);

private:
    void showUnusable(const ConnectionChoice &choice, const Error &error);
    void openMenu();
    void takeConnection();

    Workbench &m_workbench;
    Connector &m_connector;
    ConnectionButton &m_button;
    NoticeStrip &m_notice;
    ConnectionMenu *m_menu = nullptr; //!< Made when it is first opened.
    QPointer<ProfilesDialog> m_dialog;
    ProtectedFrame *m_frame;
    QSet<QString> m_unlocked; //!< Profiles.
};

} // namespace modelscribe
