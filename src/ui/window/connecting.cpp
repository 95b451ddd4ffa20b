// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connecting.h"

#include "connect/profiles.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "session/workbench.h"
#include "ui/browse/noticestrip.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/profilesdialog.h"

namespace modelscribe {

Connecting::Connecting(Workbench &workbench, Profiles &profiles, ConnectionButton &button,
                       NoticeStrip &notice)
    : QObject(button.window())
    , m_workbench(workbench)
    , m_profiles(profiles)
    , m_button(button)
    , m_notice(notice)
{
    connect(&button, &QPushButton::clicked, this, &Connecting::openMenu);
}

void Connecting::useProfile(const QString &name)
{
    whenDone(m_profiles.settingsFor(name), this,
             [this, name](const Result<ConnectionSettings> &settings) {
                 if (settings) {
                     m_profiles.setLastUsed(name);
                     m_workbench.connectTo(*settings);
                     return;
                 }
                 m_notice.showError(
                     [shown = visibleText(name, 40)] {
                         return tr("The profile “%1” cannot be used").arg(shown);
                     },
                     settings.error(), [] { return tr("Open profiles"); },
                     [this] { showProfiles(); });
             });
}

void Connecting::showProfiles()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new ProfilesDialog(m_profiles, m_button.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ProfilesDialog::useRequested, this, &Connecting::useProfile);
    m_dialog->open();
}

void Connecting::openMenu()
{
    if (!m_menu) {
        m_menu = new ConnectionMenu(m_workbench, m_profiles, m_button.window());
        connect(m_menu, &ConnectionMenu::workspaceChosen, this, [this](const QString &id) {
            if (m_workbench.connection())
                m_workbench.connection()->setWorkspaceId(id);
        });
        connect(m_menu, &ConnectionMenu::profileChosen, this, &Connecting::useProfile);
        connect(m_menu, &ConnectionMenu::localRegistryChosen, this,
                &Connecting::localRegistryRequested);
        connect(m_menu, &ConnectionMenu::profilesRequested, this, &Connecting::showProfiles);
    }
    m_menu->popup(m_button.mapToGlobal(QPoint(0, m_button.height() + 4)));
}

} // namespace modelscribe

#include "moc_connecting.cpp"
