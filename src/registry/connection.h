// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "core/whendone.h"
#include "model/registeredmodel.h"
#include "model/servicerules.h"
#include "registry/listscope.h"
#include "registry/registrytarget.h"

#include <QObject>

#include <memory>
#include <optional>

namespace modelscribe {

class CredentialSource;

//! A registry that is meant, where the keys for it come from, and how it is reached.
struct ConnectionSettings
{
    RegistryTarget target;
    std::shared_ptr<CredentialSource> credentials;
    NetworkRoute route;
    ServiceRules rules; //!< As far as somebody found them out.

    //! \p options for a client of it.
    ClientOptions clientOptions(ClientOptions options) const
    {
        options.route = route;
        return options;
    }
};

//! A registry in use: one client, one workspace, what is listed of it, and what is known about how
//! it goes.
class Connection : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Good, Failing };

    explicit Connection(ConnectionSettings settings, ClientOptions options = {},
                        QObject *parent = nullptr);
    ~Connection() override;

    const RegistryTarget &target() const { return m_target; }
    //! For a person: in the language of now when it is the local registry, the host when there is
    //! no profile.
    QString title() const;
    bool isLocal() const { return m_target.isLocal; }
    bool isSamples() const { return m_target.isSamples; }
    //! Its profile is: nothing is written while it isLocked(), which it is at first.
    bool isProtected() const { return m_target.isProtected; }
    bool isLocked() const { return m_isLocked; }
    void setLocked(bool locked);
    //! What has to be typed before something is written to \p workspaceId; empty: nothing.
    QString nameToConfirm(const QString &workspaceId) const;
    const Endpoint &endpoint() const { return m_target.endpoint; }
    QString registryKey() const { return registryKeyOf(m_target); }
    //! What the journal calls it.
    QString registryName() const { return registryNameOf(m_target); }
    Client &client() { return *m_client; }
    const Client &client() const { return *m_client; }
    //! What it keeps to, of the quota that the whole account shares; 0: no limit.
    double writesPerSecond() const { return m_client->writesPerSecond(); }
    //! How long \p reads and \p writes take at least at its rates; 0 without limits.
    std::chrono::milliseconds leastTimeFor(qint64 reads, qint64 writes) const;

    //! Empty until known. Changing it is told by workspaceChanged(), and its models are listed.
    const QString &workspaceId() const { return m_target.workspaceId; }
    void setWorkspaceId(const QString &id);
    //! What is listed now: the models of the workspace, from the beginning on. New ones belong to
    //! the workspace whatever is listed.
    ListScope listScope() const { return {m_target.workspaceId, m_provider}; }
    //! Lists the public models of \p provider; empty: those of the workspace again.
    void listProvider(const QString &provider);
    //! Who is known to publish models here: PAI, and those that were found to.
    const QStringList &providers() const { return m_providers; }
    //! Asks once whether the others that may have models have any; answers by providersChanged().
    void lookForProviders();
    //! What ListWorkspaces said; empty before the answer or when it may not be asked.
    const QList<Workspace> &workspaces() const { return m_workspaces; }
    //! Its name, else its id; "All workspaces" while there is no id.
    QString workspaceTitle() const;
    //! Where a model of workspace \p id is; with an empty one, where the registry puts new models.
    QString titleOfWorkspace(const QString &id) const;
    //! Asks for the workspaces (all pages); answers by workspacesChanged() or workspacesFailed().
    void loadWorkspaces();

    //! How this service goes about what no document says; saves may find out more of it.
    const ServiceRules &rules() const { return m_rules; }
    void setRules(const ServiceRules &rules);
    void setLabelPost(LabelPost labelPost);
    //! For another one to the same registry, with the workspace and the rules of now.
    ConnectionSettings settings() const;

    State state() const { return m_state; }
    const std::optional<CallReport> &lastCall() const { return m_lastCall; }
    //! Seconds from this computer's clock to the service's, as far as it was learnt.
    qint64 clockSkew() const { return m_clockSkew; }

signals:
    void stateChanged();
    void lockChanged();
    void rulesChanged();
    void lastCallChanged();
    void workspaceChanged();
    void listScopeChanged();
    void providersChanged();
    void workspacesChanged();
    void workspacesFailed(const modelscribe::Error &error);

private:
    void requestPage(int number);
    void takePage(int number, const Result<operations::WorkspacePage> &page);
    void takeReport(const CallReport &report);

    void listFrom(const ListScope &scope);

    ConnectionSettings m_given;
    RegistryTarget m_target;
    QString m_provider; //!< Whose models are listed.
    QStringList m_providers;
    bool m_hasLookedForProviders = false;
    std::unique_ptr<Client> m_client;
    QList<Workspace> m_workspaces;
    bool m_isLocked = false;
    State m_state = State::Unknown;
    ServiceRules m_rules;
    std::optional<CallReport> m_lastCall;
    qint64 m_clockSkew = 0;
    QList<Workspace> m_loading;
    int m_loadNumber = 0;
    QFuture<Result<operations::WorkspacePage>> m_request;
};

} // namespace modelscribe
