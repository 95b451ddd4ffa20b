// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "model/registeredmodel.h"
#include "registry/connection.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace modelscribe {

class HostProbe;

//! One line of the checklist, as facts; connect/checkwording.h has the words.
struct CheckStep
{
    enum class Kind {
        Name, //!< The host's name leads to an address.
        Tls,  //!< Somebody answers there, and proves who it is.
        Keys, //!< There is a key to sign with.
        Clock,
        Signature, //!< The registry takes the key and what it signs.
        Workspaces,
        Models
    };
    enum class State {
        Waiting,
        Running,
        Passed,
        Warned, //!< It works, but there is something to say: `error`, or the clock's offset.
        Failed, //!< `error` says why.
        NotTried
    };

    Kind kind = Kind::Name;
    State state = State::Waiting;
    std::optional<Error> error;

    // What was found, where it is known:
    QString subject; //!< Name: the address, or the proxy that looks names up. Tls: who signed the
                     //!< certificate; empty: plain. Keys: AccessKey::shownId(). Models: the
                     //!< workspace asked for.
    bool isProxy = false;              //!< Name.
    std::chrono::milliseconds time{0}; //!< Name: how long it took.
    QDateTime until;                   //!< Tls, Keys: when it ends.
    std::optional<qint64> clockOffset; //!< Clock: seconds that the registry's is ahead.
    std::optional<qint64> count;       //!< Workspaces, Models.

    friend bool operator==(const CheckStep &, const CheckStep &) = default;
};

//! Tries a connection step by step, from the host's name to a list of models, and stops at the
//! first step that fails. Reads only; the key goes to nobody but the registry, and not before its
//! identity is known.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionCheck(ConnectionSettings settings, ClientOptions options = {},
                             QObject *parent = nullptr);
    ~ConnectionCheck() override;

    //! Begins; again: from the beginning.
    void start();
    //! Steps that have not ended will not be tried. Ends with finished() when it was running.
    void cancel();

    const RegistryTarget &target() const { return m_settings.target; }
    //! All of them, in their order.
    const QList<CheckStep> &steps() const { return m_steps; }
    bool isRunning() const { return m_current >= 0; }
    //! The step that failed.
    const CheckStep *failed() const;
    //! Nothing failed and everything was tried.
    bool hasPassed() const;
    //! What ListWorkspaces said, for a person to choose one.
    const QList<Workspace> &workspaces() const { return m_workspaces; }

signals:
    void stepChanged(int index);
    void finished();

private:
    CheckStep &step(CheckStep::Kind kind) { return m_steps[int(kind)]; }
    void begin(CheckStep::Kind kind);
    void end(CheckStep::Kind kind, CheckStep::State state, std::optional<Error> error = {});
    void stop();
    void takeProbe();
    void askForKey();
    void takeKey(const Result<AccessKey> &key);
    void askForWorkspaces();
    void takeWorkspaces(const Result<operations::WorkspacePage> &page);
    void refusedWorkspaces(const Error &error);
    void askForModels();
    void takeModels(const Result<operations::ModelPage> &page);

    ConnectionSettings m_settings;
    ClientOptions m_options;
    QList<CheckStep> m_steps;
    int m_current = -1; //!< The step that runs.
    int m_run = 0;      //!< Answers to an earlier one are of no interest.
    std::unique_ptr<HostProbe> m_probe;
    std::unique_ptr<Client> m_client;
    QList<Workspace> m_workspaces;
};

} // namespace modelscribe
