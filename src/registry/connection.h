// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "core/whendone.h"
#include "model/registeredmodel.h"

#include <QObject>

#include <memory>
#include <optional>

namespace modelscribe {

//! Everything needed to talk to one registry in one workspace.
struct ConnectionSettings
{
    QString title; //!< "Local registry" or the profile's name.
    bool isLocal = false;
    Endpoint endpoint;
    AccessKey key;
    QString workspaceId; //!< Empty: the default workspace, or all.
    //! What drafts and the journal know the registry by; empty: its endpoint. The local registry's
    //! endpoint is another one each time, its file is not: localRegistryKey().
    QString registryKey;
};

QString localRegistryKey(const QString &databaseFile);

//! A profile in use: one client, one workspace, and what is known about how it goes.
class Connection : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Good, Failing };

    explicit Connection(ConnectionSettings settings, ClientOptions options = {},
                        QObject *parent = nullptr);
    ~Connection() override;

    //! In the language of now when it is the local registry.
    QString title() const { return isLocal() ? tr("Local registry") : m_settings.title; }
    bool isLocal() const { return m_settings.isLocal; }
    const Endpoint &endpoint() const { return m_settings.endpoint; }
    //! See ConnectionSettings; never empty.
    QString registryKey() const;
    Client &client() { return *m_client; }

    //! Empty until known. Changing it is told by workspaceChanged().
    const QString &workspaceId() const { return m_settings.workspaceId; }
    void setWorkspaceId(const QString &id);
    //! What ListWorkspaces said; empty before the answer or when it may not be asked.
    const QList<Workspace> &workspaces() const { return m_workspaces; }
    //! Its name, else its id; "All workspaces" while there is no id.
    QString workspaceTitle() const;
    //! Where a model of workspace \p id is; with an empty one, where the registry puts new models.
    QString titleOfWorkspace(const QString &id) const;
    //! Asks for the workspaces (all pages); answers by workspacesChanged() or workspacesFailed().
    void loadWorkspaces();

    State state() const { return m_state; }
    const std::optional<CallReport> &lastCall() const { return m_lastCall; }
    //! Seconds from this computer's clock to the service's, as far as it was learnt.
    qint64 clockSkew() const { return m_clockSkew; }

signals:
    void stateChanged();
    void lastCallChanged();
    void workspaceChanged();
    void workspacesChanged();
    void workspacesFailed(const modelscribe::Error &error);

private:
    void requestPage(int number);
    void takePage(int number, const Result<operations::WorkspacePage> &page);
    void takeReport(const CallReport &report);

    ConnectionSettings m_settings;
    std::unique_ptr<Client> m_client;
    QList<Workspace> m_workspaces;
    State m_state = State::Unknown;
    std::optional<CallReport> m_lastCall;
    qint64 m_clockSkew = 0;
    QList<Workspace> m_loading;
    int m_loadNumber = 0;
    QFuture<Result<operations::WorkspacePage>> m_request;
};

} // namespace modelscribe
