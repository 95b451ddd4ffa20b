// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connector.h"

#include "core/commandparser.h"
#include "core/paths.h"
#include "credentials/keychainstore.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"

#include <QRandomGenerator>

#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! A file made by this program gets as many as the window gives.
constexpr int sampleModels = 60;

QByteArray randomHex()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

//! What the keychain says in one word, for a person who waits for a profile.
Error keyError(const Error &error, const QString &profile)
{
    if (error.kind != Error::Kind::Storage && error.kind != Error::Kind::NotFound)
        return error;
    const QString why = error.kind == Error::Kind::NotFound ? u"the keychain has no key for it"_s
                                                            : u"the keychain is "_s + error.detail;
    return {.kind = Error::Kind::Unauthorized, .detail = u"profile “%1”: %2"_s.arg(profile, why)};
}

tl::unexpected<Error> noProfile(const QString &name, const Profiles &profiles)
{
    if (profiles.readError())
        return failure(*profiles.readError());
    QStringList names;
    for (const Profile &profile : profiles.list())
        names.append(profile.name);
    const QString known = names.isEmpty() ? u"there are none yet"_s
                                          : u"the profiles are "_s + names.join(u", "_s);
    return failure(Error::Kind::Invalid, u"there is no profile “%1”; %2"_s.arg(name, known));
}

} // namespace

AccessKey madeUpKey()
{
    return {.id = "LOCAL" + randomHex().first(16), .secret = randomHex() + randomHex()};
}

void addConnectionOptions(CommandParser &parser, ConnectionOptions &options)
{
    const auto add = [&parser](const char *name, std::optional<QString> &value, const char *type,
                               const char *help) {
        const auto take = [&value](const std::string &text) {
            value = QString::fromStdString(text);
        };
        parser.add({.name = name, .into = take, .help = help, .type = type, .group = "Connection"});
    };
    add("--profile", options.profile, "NAME", "a stored profile");
    add("--endpoint", options.endpoint, "URL",
        "a registry by its address; plain http only for this computer");
    add("--region", options.region, "ID", "a region's public registry, such as cn-hangzhou");
    add("--workspace", options.workspaceId, "ID", "the workspace");
    const auto takeFile = [&options](const std::string &file) {
        options.local = file.empty() ? paths::localRegistryFile() : QString::fromStdString(file);
    };
    parser.add({.name = "--local",
                .into = takeFile,
                .help = "the embedded local registry, in FILE (default: your own)",
                .type = "[FILE]",
                .mayLackValue = true,
                .group = "Connection"});
}

Result<QString> chosenRegistryKey(const ConnectionOptions &options)
{
    if (!options.chooseRegistry())
        return QString();
    // A key is not needed to look at what was kept here, so any will do.
    QProcessEnvironment anyKey;
    for (const QString &name :
         {u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s})
        anyKey.insert(name, u"-"_s);
    const auto choice = chooseConnection(options, anyKey, QString());
    if (!choice)
        return failure(choice.error());
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice->use))
        return localRegistryKey(local->file);
    if (const auto *direct = std::get_if<UseEndpoint>(&choice->use))
        return direct->endpoint.toString();
    const QString &name = std::get<UseProfile>(choice->use).name;
    MemoryStore noKeychain;
    const Profiles profiles(paths::profilesFile(), noKeychain);
    const Profile *profile = profiles.find(name);
    if (!profile)
        return noProfile(name, profiles);
    return Profiles::endpointOf(*profile).transform(
        [](const Endpoint &endpoint) { return endpoint.toString(); });
}

QString targetText(const Connection &connection, const QString &workspaceId)
{
    QStringList parts;
    const QString region = connection.endpoint().region();
    const QString address = connection.endpoint().toString();
    if (connection.title() != address)
        parts.append(connection.title());
    if (connection.isLocal())
        parts.append(connection.registryKey().section(u':', 1));
    else
        parts.append(region.isEmpty() ? address : region);
    if (!workspaceId.isEmpty())
        parts.append(u"workspace "_s + workspaceId);
    return parts.join(u", "_s);
}

Connector::Connector(ConnectionOptions options, QProcessEnvironment environment)
    : m_options(std::move(options))
    , m_environment(std::move(environment))
{
}

Connector::~Connector() = default;

QFuture<Result<ConnectionSettings>> Connector::settings()
{
    m_keychain = std::make_unique<KeychainStore>();
    m_profiles = std::make_unique<Profiles>(paths::profilesFile(), *m_keychain);
    const auto choice = chooseConnection(m_options, m_environment, m_profiles->knownLastUsed());
    if (!choice)
        return readyResult<ConnectionSettings>(failure(choice.error()));
    m_workspaceId = choice->workspaceId;
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice->use))
        return localSettings(*local);
    if (const auto *profile = std::get_if<UseProfile>(&choice->use))
        return profileSettings(profile->name);
    const auto &direct = std::get<UseEndpoint>(choice->use);
    return readyResult<ConnectionSettings>(ConnectionSettings{.title = direct.endpoint.toString(),
                                                              .endpoint = direct.endpoint,
                                                              .key = direct.key,
                                                              .workspaceId = m_workspaceId});
}

QFuture<Result<ConnectionSettings>> Connector::localSettings(const UseLocalRegistry &local)
{
    const AccessKey key = madeUpKey();
    m_registry = std::make_unique<LocalRegistry>(
        LocalRegistryOptions{.database = local.file, .keys = {key}, .samples = sampleModels});
    return andThen<ConnectionSettings>(
        m_registry->start(), this, [this, key, file = local.file](quint16 port) {
            const auto endpoint = Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(port));
            if (!endpoint)
                return readyResult<ConnectionSettings>(failure(endpoint.error()));
            return readyResult<ConnectionSettings>(
                ConnectionSettings{.title = u"Local registry"_s,
                                   .isLocal = true,
                                   .endpoint = *endpoint,
                                   .key = key,
                                   .workspaceId = m_workspaceId,
                                   .registryKey = localRegistryKey(file)});
        });
}

RegistryNotice Connector::notice() const
{
    return m_registry ? m_registry->notice() : RegistryNotice{};
}

QFuture<Result<ConnectionSettings>> Connector::profileSettings(const QString &name)
{
    if (!m_profiles->find(name))
        return readyResult<ConnectionSettings>(noProfile(name, *m_profiles));
    auto promise = std::make_shared<QPromise<Result<ConnectionSettings>>>();
    promise->start();
    whenDone(m_profiles->settingsFor(name), this,
             [this, promise, name](Result<ConnectionSettings> settings) {
                 if (!settings)
                     settings = failure(keyError(settings.error(), name));
                 else if (!m_workspaceId.isEmpty())
                     settings->workspaceId = m_workspaceId;
                 promise->addResult(settings);
                 promise->finish();
             });
    return promise->future();
}

} // namespace modelscribe

#include "moc_connector.cpp"
