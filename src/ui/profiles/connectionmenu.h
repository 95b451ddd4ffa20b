// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace modelscribe {

class Profiles;
class Workbench;

//! What the connection button opens: workspaces of this connection, other connections, profiles.
class ConnectionMenu : public QMenu
{
    Q_OBJECT

public:
    ConnectionMenu(Workbench &workbench, Profiles &profiles, QWidget *parent = nullptr);

signals:
    void workspaceChosen(const QString &workspaceId);
    void profileChosen(const QString &name);
    void localRegistryChosen();
    void profilesRequested();
    void lockRequested(bool locked);

private:
    void fill();
    void addHeading(const QString &text);
    void addWorkspaces();
    void addConnections();
    void addLock();

    Workbench &m_workbench;
    Profiles &m_profiles;
};

} // namespace modelscribe
