// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <functional>

namespace modelscribe {

class Connector;
class Workbench;

//! What the connection button opens: workspaces of this connection, other connections, profiles.
class ConnectionMenu : public QMenu
{
    Q_OBJECT

public:
    ConnectionMenu(Workbench &workbench, Connector &connector, QWidget *parent = nullptr);

signals:
    void workspaceChosen(const QString &workspaceId);
    void profileChosen(const QString &name);
    void localRegistryChosen(const QString &file);
    void profilesRequested();
    void lockRequested(bool locked);

private:
    void fill();
    void addHeading(const QString &text);
    void addWorkspaces();
    void addConnections();
    void addLocal();
    void addConnection(const QString &text, bool isInUse, const std::function<void()> &choose);
    void addLock();

    Workbench &m_workbench;
    Connector &m_connector;
};

} // namespace modelscribe
