// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/connectionmenu.h"

#include "connect/profiles.h"
#include "core/visibletext.h"
#include "session/workbench.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Data of others in a menu: no mnemonics, no control characters, no endless line.
QString connectionText(const QString &text) { return visibleText(text, 60).replace(u'&', "&&"_L1); }

} // namespace

ConnectionMenu::ConnectionMenu(Workbench &workbench, Profiles &profiles, QWidget *parent)
    : QMenu(parent)
    , m_workbench(workbench)
    , m_profiles(profiles)
{
    connect(this, &QMenu::aboutToShow, this, &ConnectionMenu::fill);
}

void ConnectionMenu::addHeading(const QString &text) { addAction(text)->setEnabled(false); }

void ConnectionMenu::fill()
{
    clear();
    addLock();
    if (m_workbench.connection())
        addWorkspaces();
    addConnections();
    addSeparator();
    connect(addAction(tr("Profiles…")), &QAction::triggered, this,
            &ConnectionMenu::profilesRequested);
}

void ConnectionMenu::addLock()
{
    const Connection *connection = m_workbench.connection();
    if (!connection || !connection->isProtected())
        return;
    const bool isLocked = connection->isLocked();
    connect(addAction(
                isLocked ? tr("Unlock %1 for this session").arg(connectionText(connection->title()))
                         : tr("Protect %1 again").arg(connectionText(connection->title()))),
            &QAction::triggered, this, [this, isLocked] { emit lockRequested(!isLocked); });
    addSeparator();
}

void ConnectionMenu::addWorkspaces()
{
    const Connection &connection = *m_workbench.connection();
    addHeading(tr("Workspace"));
    const auto add = [&](const QString &title, const QString &id) {
        QAction *action = addAction(connectionText(title));
        action->setCheckable(true);
        action->setChecked(connection.workspaceId() == id);
        connect(action, &QAction::triggered, this, [this, id] { emit workspaceChosen(id); });
    };
    add(tr("All workspaces"), {});
    bool isListed = connection.workspaceId().isEmpty();
    for (const Workspace &workspace : connection.workspaces()) {
        add(workspace.title(), workspace.id);
        isListed = isListed || workspace.id == connection.workspaceId();
    }
    if (!isListed) // the list may be forbidden or still on its way
        add(connection.workspaceTitle(), connection.workspaceId());
    addSeparator();
}

void ConnectionMenu::addConnections()
{
    const Connection *connection = m_workbench.connection();
    addHeading(tr("Connect to"));
    QAction *local = addAction(tr("Local registry"));
    local->setCheckable(true);
    local->setChecked(connection && connection->isLocal());
    connect(local, &QAction::triggered, this, &ConnectionMenu::localRegistryChosen);
    for (const Profile &profile : m_profiles.list()) {
        QAction *action = addAction(connectionText(profile.name));
        action->setCheckable(true);
        action->setChecked(connection && !connection->isLocal()
                           && connection->title() == profile.name);
        connect(action, &QAction::triggered, this,
                [this, name = profile.name] { emit profileChosen(name); });
    }
}

} // namespace modelscribe

#include "moc_connectionmenu.cpp"
