// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"
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
    //! As a person chooses one: localRegistryChosen() follows when it is open. Without \p file
    //! the one of Connector::localChoice().
    void useLocalRegistry(const QString &file = {});
    void useLocalOffer(int number); //!< The same, by Connector::localOffers().
    void showProfiles();
    //! The profiles with a new one, which begins with what was \p found; see ProfilesDialog.
    void startProfile(const FoundKeys &found, const KeyOffer &offer = {});
    //! Of a protected profile; holds for as long as the program runs.
    void setLocked(bool locked);

signals:
    //! Something that went on a way of its own, to be told across the window.
    void noticed(const std::function<QString()> &text);
    void localRegistryChosen(const QString &file);
    void failed(); //!< What was to be used cannot be; it is said in the notice.

private:
    void open(const ConnectionChoice &choice, bool isChosen);
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
