// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectionchoice.h"
#include "connect/localoffer.h"
#include "connect/profiles.h"
#include "core/whendone.h"
#include "localregistry/registrynotice.h"
#include "registry/connection.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace modelscribe {

class CommandParser;
class LocalService;
class ToolKeys;

//! Declares --profile, --endpoint, --region, --workspace and --local.
void addConnectionOptions(CommandParser &parser, ConnectionOptions &options);

//! The registry and workspace that are chosen, see chooseConnection(), without asking anybody for
//! anything: neither keychain nor network. An endpoint needs some key in \p environment.
Result<RegistryTarget> chosenTarget(const ConnectionOptions &options,
                                    const QProcessEnvironment &environment);

//! What drafts and the journal know the registry by that \p options choose, without asking it;
//! empty when they choose none.
Result<QString> chosenRegistryKey(const ConnectionOptions &options);

//! The one way from what was chosen to what a Connection needs, for the window and the command
//! line. Owns the local registries that it started.
//!
//! A key of a profile is come by once, from wherever the profile says, and kept in memory; again
//! when the profile gets another one, before it ends, and when the registry says that it has ended.
class Connector : public QObject
{
    Q_OBJECT

public:
    //! \p environment: what this program was started with, keys included. \p profiles must outlive
    //! the connections that come of this. Of \p options the clock counts, for keys that end.
    explicit Connector(Profiles &profiles, QProcessEnvironment environment = {},
                       ClientOptions options = {}, QObject *parent = nullptr);
    //! Comes by keys of other tools with \p tools, which is of this environment.
    Connector(std::unique_ptr<ToolKeys> tools, Profiles &profiles, ClientOptions options = {},
              QObject *parent = nullptr);
    ~Connector() override;

    Profiles &profiles() const { return m_profiles; }
    //! What other tools keep on this computer.
    ToolKeys &toolKeys() const { return *m_tools; }

    //! See chooseConnection(). A local registry that is chosen becomes localChoice().
    Result<ConnectionChoice> choose(const ConnectionOptions &options);
    //! What "the local registry" means: the one that was chosen, else the user's own.
    const ConnectionChoice &localChoice() const { return m_localChoice; }
    //! That one and then the user's own that began empty, as far as it is known what is in them.
    QList<LocalOffer> localOffers() const;
    //! What was found in \p file when it was opened last; forgotten at the end of the program.
    bool isKnownForSamples(const QString &file) const { return m_samplesIn.value(file); }
    void noteSamples(const QString &file, bool holdsSamples) { m_samplesIn[file] = holdsSamples; }

    //! Starts the local registry or reads the key. Fails with Kind::Unauthorized when there is no
    //! key, with Kind::Invalid when there is no such profile or it leads nowhere, with readError()
    //! when nobody knows the profiles.
    QFuture<Result<ConnectionSettings>> open(const ConnectionChoice &choice);
    //! The same without asking for the key: what a check begins with.
    QFuture<Result<ConnectionSettings>> settings(const ConnectionChoice &choice);
    //! What \p profile, as it was typed, leads to. \p typed: its key; without one, the key that is
    //! kept for the profile of its name, which goes to that profile's address only, or the one that
    //! another tool has. The same of the password of its proxy. Stores nothing.
    QFuture<Result<ConnectionSettings>> settings(const Profile &profile,
                                                 const std::optional<AccessKey> &typed,
                                                 const QByteArray &proxyPassword = {});
    //! What there is to say about the files of the local registries that were opened; each once.
    QList<RegistryNotice> takeNotices();

private:
    std::shared_ptr<CredentialSource> credentialsOf(const QString &name, const Endpoint &endpoint,
                                                    const NetworkRoute &route);
    std::shared_ptr<CredentialSource> credentialsOf(const Profile &profile,
                                                    const NetworkRoute &route);
    QFuture<Result<ConnectionSettings>> storedSettings(const QString &name,
                                                       const QString &workspaceId);
    QFuture<Result<ConnectionSettings>> openLocal(const QString &file, const QString &workspaceId);
    Result<ConnectionSettings> atEndpoint(const Endpoint &endpoint,
                                          const QString &workspaceId) const;
    void takeLocal(const QString &file, bool hasStarted);

    Profiles &m_profiles;
    std::unique_ptr<ToolKeys> m_tools;
    ClientOptions m_options;
    ConnectionChoice m_localChoice;
    std::map<QString, std::unique_ptr<LocalService>> m_local; //!< By file; those that run.
    QHash<QString, bool> m_samplesIn;                         //!< By file.
    QStringList m_toldOf;                                     //!< Files of m_local.
    QList<RegistryNotice> m_notices;
};

//! "prod, cn-hangzhou, workspace 1": what is written to, for a person who looks on. \p workspaceId
//! is the one of the model; empty for one that the registry chooses.
QString targetText(const Connection &connection, const QString &workspaceId);

} // namespace modelscribe
