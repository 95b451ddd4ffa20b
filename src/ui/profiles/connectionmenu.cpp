// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/connectionmenu.h"

#include "connect/connector.h"
#include "core/visibletext.h"
#include "session/workbench.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Data of others in a menu: no mnemonics, no control characters, no endless line.
QString connectionText(const QString &text) { return visibleText(text, 60).replace(u'&', "&&"_L1); }

} // namespace

ConnectionMenu::ConnectionMenu(Workbench &workbench, Connector &connector, QWidget *parent)
    : QMenu(parent)
    , m_workbench(workbench)
    , m_connector(connector)
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
    addHeading(tr("Connect to"));
    addLocal();
    const Connection *connection = m_workbench.connection();
    for (const Profile &profile : m_connector.profiles().list()) {
        const bool isInUse = connection && !connection->isLocal()
                             && connection->title() == profile.name;
        addConnection(connectionText(profile.name), isInUse,
                      [this, name = profile.name] { emit profileChosen(name); });
    }
}

void ConnectionMenu::addLocal()
{
    const Connection *connection = m_workbench.connection();
    const QList<LocalOffer> offers = m_connector.localOffers();
    const auto isInUse = [connection](const LocalOffer &offer) {
        return connection && connection->registryKey() == localRegistryKey(offer.file);
    };
    for (const LocalOffer &offer : offers) {
        QString text;
        switch (offer.kind) {
        case LocalOffer::Kind::Samples: text = tr("Samples"); break;
        case LocalOffer::Kind::Own: text = tr("Local registry"); break;
        case LocalOffer::Kind::New: text = tr("Start an empty local registry"); break;
        }
        const auto isSame = [&offer](const LocalOffer &other) { return other.kind == offer.kind; };
        if (std::ranges::all_of(offers, isSame)) // two of a name
            text = tr("%1 (%2)", "name, file").arg(text, QFileInfo(offer.file).fileName());
        addConnection(connectionText(text), isInUse(offer),
                      [this, file = offer.file] { emit localRegistryChosen(file); });
    }
}

void ConnectionMenu::addConnection(const QString &text, bool isInUse,
                                   const std::function<void()> &choose)
{
    QAction *action = addAction(text);
    action->setCheckable(true);
    action->setChecked(isInUse);
    connect(action, &QAction::triggered, this, choose);
}

} // namespace modelscribe

#include "moc_connectionmenu.cpp"
