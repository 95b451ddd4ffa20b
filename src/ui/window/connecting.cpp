// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connecting.h"

#include "connect/connector.h"
#include "connect/registrynoticetext.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "session/workbench.h"
#include "ui/browse/noticestrip.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/window/protectedframe.h"

namespace modelscribe {

Connecting::Connecting(Workbench &workbench, Connector &connector, ConnectionButton &button,
                       NoticeStrip &notice)
    : QObject(button.window())
    , m_workbench(workbench)
    , m_connector(connector)
    , m_button(button)
    , m_notice(notice)
    , m_frame(new ProtectedFrame(*button.window()))
{
    connect(&button, &QPushButton::clicked, this, &Connecting::openMenu);
    connect(&workbench, &Workbench::connectionChanged, this, &Connecting::takeConnection);
    takeConnection();
}

void Connecting::takeConnection()
{
    Connection *connection = m_workbench.connection();
    m_frame->setVisible(connection && connection->isProtected());
    if (connection && m_unlocked.contains(connection->target().title))
        connection->setLocked(false);
}

void Connecting::setLocked(bool locked)
{
    Connection *connection = m_workbench.connection();
    if (!connection || !connection->isProtected())
        return;
    if (locked)
        m_unlocked.remove(connection->target().title);
    else
        m_unlocked.insert(connection->target().title);
    connection->setLocked(locked);
}

void Connecting::useProfile(const QString &name) { use({UseProfile{name}, {}}); }

void Connecting::useLocalRegistry(const QString &file)
{
    const ConnectionChoice &known = m_connector.localChoice();
    const bool isKnown = file.isEmpty() || file == std::get<UseLocalRegistry>(known.use).file;
    open(isKnown ? known : ConnectionChoice{UseLocalRegistry{file}, {}}, true);
}

void Connecting::useLocalOffer(int number)
{
    useLocalRegistry(m_connector.localOffers().at(number).file);
}

void Connecting::use(const ConnectionChoice &choice) { open(choice, false); }

void Connecting::open(const ConnectionChoice &choice, bool isChosen)
{
    whenDone(m_connector.open(choice), this,
             [this, choice, isChosen](const Result<ConnectionSettings> &settings) {
                 for (const RegistryNotice &notice : m_connector.takeNotices())
                     emit noticed([notice] { return tr("%1.").arg(registryNoticeText(notice)); });
                 if (!settings) {
                     showUnusable(choice, settings.error());
                     emit failed();
                     return;
                 }
                 if (const auto *profile = std::get_if<UseProfile>(&choice.use))
                     m_connector.profiles().setLastUsed(profile->name);
                 m_workbench.connectTo(*settings);
                 const auto *local = std::get_if<UseLocalRegistry>(&choice.use);
                 if (local && isChosen)
                     emit localRegistryChosen(local->file);
             });
}

void Connecting::showUnusable(const ConnectionChoice &choice, const Error &error)
{
    const auto *profile = std::get_if<UseProfile>(&choice.use);
    if (!profile) {
        m_notice.showError([] { return tr("The local registry could not be started"); }, error);
        return;
    }
    m_notice.showError(
        [shown = visibleText(profile->name, 40)] {
            return tr("The profile “%1” cannot be used").arg(shown);
        },
        error, [] { return tr("Open profiles"); }, [this] { showProfiles(); });
}

void Connecting::showProfiles()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new ProfilesDialog(m_connector, m_button.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const Connection *connection = m_workbench.connection();
        connection && !connection->isLocal())
        m_dialog->setInUse(connection->target().title);
    connect(m_dialog, &ProfilesDialog::useRequested, this, &Connecting::useProfile);
    m_dialog->open();
}

void Connecting::startProfile(const FoundKeys &found, const KeyOffer &offer)
{
    showProfiles();
    m_dialog->startWith(found, offer);
}

void Connecting::openMenu()
{
    if (!m_menu) {
        m_menu = new ConnectionMenu(m_workbench, m_connector, m_button.window());
        connect(m_menu, &ConnectionMenu::workspaceChosen, this, [this](const QString &id) {
            if (m_workbench.connection())
                m_workbench.connection()->setWorkspaceId(id);
        });
        connect(m_menu, &ConnectionMenu::profileChosen, this, &Connecting::useProfile);
        connect(m_menu, &ConnectionMenu::localRegistryChosen, this, &Connecting::useLocalRegistry);
        connect(m_menu, &ConnectionMenu::profilesRequested, this, &Connecting::showProfiles);
        connect(m_menu, &ConnectionMenu::lockRequested, this, &Connecting::setLocked);
    }
    m_menu->popup(m_button.mapToGlobal(QPoint(0, m_button.height() + 4)));
}

} // namespace modelscribe

#include "moc_connecting.cpp"
