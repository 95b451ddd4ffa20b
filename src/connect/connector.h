// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectionchoice.h"
#include "connect/profiles.h"
#include "core/whendone.h"
#include "localregistry/registrynotice.h"

#include <QObject>

#include <memory>

namespace modelscribe {

class CommandParser;
class LocalRegistry;

//! Declares --profile, --endpoint, --region, --workspace and --local.
void addConnectionOptions(CommandParser &parser, ConnectionOptions &options);

//! What drafts and the journal know the registry by that \p options choose, without asking it;
//! empty when they choose none.
Result<QString> chosenRegistryKey(const ConnectionOptions &options);

//! Gets from the options and the environment to a registry that can be asked, and owns what that
//! takes.
class Connector : public QObject
{
    Q_OBJECT

public:
    //! \p environment: what this program was started with, keys included.
    Connector(ConnectionOptions options, QProcessEnvironment environment);
    ~Connector() override;

    //! Once. Kind::Unauthorized when there is no key, Kind::Invalid when an option is wrong.
    QFuture<Result<ConnectionSettings>> settings();
    //! How the file of a local registry was found; there when settings() has ended.
    RegistryNotice notice() const;

private:
    QFuture<Result<ConnectionSettings>> localSettings(const UseLocalRegistry &local);
    QFuture<Result<ConnectionSettings>> profileSettings(const QString &name);

    ConnectionOptions m_options;
    QProcessEnvironment m_environment;
    QString m_workspaceId;
    std::unique_ptr<KeyStore> m_keychain;
    std::unique_ptr<Profiles> m_profiles;
    std::unique_ptr<LocalRegistry> m_registry;
};

//! "prod, cn-hangzhou, workspace 1": what is written to, for a person who looks on. \p workspaceId
//! is the one of the model; empty for one that the registry chooses.
QString targetText(const Connection &connection, const QString &workspaceId);

//! A key for one run of a local registry.
AccessKey madeUpKey();

} // namespace modelscribe
