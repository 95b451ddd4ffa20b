// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connector.h"

#include "connect/localservice.h"
#include "connect/profileroute.h"
#include "connect/servicefacts.h"
#include "connect/toolkeys.h"
#include "core/commandparser.h"
#include "core/paths.h"
#include "credentials/environment.h"
#include "credentials/fixedcredentials.h"
#include "credentials/keptcredentials.h"
#include "credentials/memorystore.h"

#include <QFileInfo>
#include <QPointer>

#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! For when \p file is made.
int samplesOf(const QString &file) { return file == paths::ownRegistryFile() ? 0 : sampleModels; }

//! What the keychain says in one word, or another tool's file, for a person who waits for a
//! profile.
Error keyError(const Error &error, const QString &profile)
{
    if (error.kind == Error::Kind::Unauthorized && error.code.isEmpty() && error.httpStatus == 0) {
        Error named = error;
        named.detail = u"profile “%1”: %2"_s.arg(profile, error.detail);
        return named;
    }
    const bool isOfKeychain = error.kind == Error::Kind::Storage && error.code.isEmpty();
    if (!isOfKeychain && error.kind != Error::Kind::NotFound)
        return error;
    const QString why = error.kind == Error::Kind::NotFound ? u"the keychain has no key for it"_s
                                                            : u"the keychain is "_s + error.detail;
    return {.kind = Error::Kind::Unauthorized, .detail = u"profile “%1”: %2"_s.arg(profile, why)};
}

//! What somebody found out about the service counts from the first request on.
ConnectionSettings withRules(ConnectionSettings settings)
{
    const auto facts = ServiceFactsFile(paths::servicesFile()).find(registryKeyOf(settings.target));
    if (facts)
        settings.rules = facts->rules;
    return settings;
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

//! What went wrong while the key of the profile \p name was come by, for a person who waits for it.
QFuture<Result<AccessKey>> withProfileNamed(const QFuture<Result<AccessKey>> &key,
                                            const QString &name, QObject *context)
{
    auto promise = std::make_shared<QPromise<Result<AccessKey>>>();
    promise->start();
    whenDone(key, context, [promise, name](const Result<AccessKey> &result) {
        promise->addResult(result ? result : failure(keyError(result.error(), name)));
        promise->finish();
    });
    return promise->future();
}

//! The key of the profile \p name, while that leads to \p endpoint: another registry's key goes to
//! nobody else.
QFuture<Result<AccessKey>> keyFor(Profiles &profiles, ToolKeys &tools, const QString &name,
                                  const Endpoint &endpoint, const NetworkRoute &route)
{
    const Profile *profile = profiles.find(name);
    if (profile && Profiles::addressOf(*profile) != Result<Endpoint>(endpoint))
        return readyResult<AccessKey>(
            failure(Error::Kind::Unauthorized,
                    u"profile “%1”: it leads to another registry now"_s.arg(name)));
    if (!profile || profile->keysFrom.isKeptHere())
        return withProfileNamed(profiles.key(name), name, &profiles);
    return withProfileNamed(tools.key(profile->keysFrom, profile->agreedCommand, route), name,
                            &tools);
}

} // namespace

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

Result<RegistryTarget> chosenTarget(const ConnectionOptions &options,
                                    const QProcessEnvironment &environment)
{
    MemoryStore noKeychain;
    const Profiles profiles(paths::profilesFile(), noKeychain);
    const auto choice = chooseConnection(options, environment, profiles.knownLastUsed());
    if (!choice)
        return failure(choice.error());
    RegistryTarget target{.workspaceId = choice->workspaceId};
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice->use)) {
        target.isLocal = true;
        target.registryKey = localRegistryKey(local->file);
        return target;
    }
    if (const auto *direct = std::get_if<UseEndpoint>(&choice->use)) {
        target.endpoint = direct->endpoint;
        return target;
    }
    const QString &name = std::get<UseProfile>(choice->use).name;
    const Profile *profile = profiles.find(name);
    if (!profile)
        return noProfile(name, profiles);
    if (target.workspaceId.isEmpty())
        target.workspaceId = profile->workspaceId;
    return Profiles::endpointOf(*profile).transform([&target](const Endpoint &endpoint) {
        target.endpoint = endpoint;
        return target;
    });
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
    return chosenTarget(options, anyKey).transform([](const RegistryTarget &target) {
        return registryKeyOf(target);
    });
}

QString targetText(const Connection &connection, const QString &workspaceId)
{
    QStringList parts;
    const QString region = connection.endpoint().region();
    const QString address = connection.endpoint().toString();
    if (connection.registryName() != address)
        parts.append(connection.registryName());
    if (connection.isLocal())
        parts.append(connection.registryKey().section(u':', 1));
    else
        parts.append(region.isEmpty() ? address : region);
    if (!workspaceId.isEmpty())
        parts.append(u"workspace "_s + workspaceId);
    return parts.join(u", "_s);
}

Connector::Connector(Profiles &profiles, QProcessEnvironment environment, ClientOptions options,
                     QObject *parent)
    : Connector(std::make_unique<ToolKeys>(std::move(environment)), profiles, std::move(options),
                parent)
{
}

Connector::Connector(std::unique_ptr<ToolKeys> tools, Profiles &profiles, ClientOptions options,
                     QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_tools(std::move(tools))
    , m_options(std::move(options))
    , m_localChoice{UseLocalRegistry{paths::localRegistryFile()}, {}}
{
}

Connector::~Connector() = default;

Result<ConnectionChoice> Connector::choose(const ConnectionOptions &options)
{
    auto choice = chooseConnection(options, m_tools->environment(), m_profiles.knownLastUsed());
    if (choice && std::holds_alternative<UseLocalRegistry>(choice->use))
        m_localChoice = *choice;
    return choice;
}

QList<LocalOffer> Connector::localOffers() const
{
    using Kind = LocalOffer::Kind;
    const auto offer = [this](const QString &file) -> LocalOffer {
        const bool isFilled = samplesOf(file) > 0;
        if (!QFileInfo::exists(file))
            return {isFilled ? Kind::Samples : Kind::New, file};
        return {isKnownForSamples(file) ? Kind::Samples : Kind::Own, file};
    };
    const QString own = paths::ownRegistryFile();
    const QString &chosen = std::get<UseLocalRegistry>(m_localChoice.use).file;
    return {offer(chosen == own ? paths::localRegistryFile() : chosen), offer(own)};
}

QFuture<Result<ConnectionSettings>> Connector::open(const ConnectionChoice &choice)
{
    return andThen<ConnectionSettings>(settings(choice), this, [this](const auto &settings) {
        // A key that is not there is told now, not with the first request.
        return andThen<ConnectionSettings>(
            settings.credentials->credentials(), this,
            [settings](const AccessKey &) { return readyResult<ConnectionSettings>(settings); });
    });
}

QFuture<Result<ConnectionSettings>> Connector::settings(const ConnectionChoice &choice)
{
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice.use))
        return openLocal(local->file, choice.workspaceId);
    if (const auto *profile = std::get_if<UseProfile>(&choice.use))
        return storedSettings(profile->name, choice.workspaceId);
    return readyResult<ConnectionSettings>(
        atEndpoint(std::get<UseEndpoint>(choice.use).endpoint, choice.workspaceId).map(withRules));
}

QFuture<Result<ConnectionSettings>> Connector::settings(const Profile &profile,
                                                        const std::optional<AccessKey> &typed,
                                                        const QByteArray &proxyPassword)
{
    const auto endpoint = Profiles::addressOf(profile);
    if (!endpoint)
        return readyResult<ConnectionSettings>(failure(endpoint.error()));
    if (typed) {
        if (const auto good = Profiles::checkedKey(*typed); !good)
            return readyResult<ConnectionSettings>(failure(good.error()));
    }
    return andThen<ConnectionSettings>(
        routeOf(m_profiles, profile, proxyPassword), this, [=, this](const NetworkRoute &route) {
            return readyResult<ConnectionSettings>(ConnectionSettings{
                .target = {.title = profile.name,
                           .endpoint = *endpoint,
                           .workspaceId = profile.workspaceId},
                .credentials = typed ? fixedCredentials(*typed)
                               : profile.keysFrom.isKeptHere()
                                   ? credentialsOf(profile.name, *endpoint, route)
                                   : credentialsOf(profile, route),
                .route = route});
        });
}

Result<ConnectionSettings> Connector::atEndpoint(const Endpoint &endpoint,
                                                 const QString &workspaceId) const
{
    return ConnectionSettings{.target = {.endpoint = endpoint, .workspaceId = workspaceId},
                              .credentials = fixedCredentials(accessKeyOf(m_tools->environment()))};
}

QFuture<Result<ConnectionSettings>> Connector::openLocal(const QString &file,
                                                         const QString &workspaceId)
{
    auto &service = m_local[file];
    if (!service)
        service = std::make_unique<LocalService>(file, samplesOf(file));
    auto promise = std::make_shared<QPromise<Result<ConnectionSettings>>>();
    promise->start();
    whenDone(service->settings(), this,
             [this, promise, file, workspaceId](Result<ConnectionSettings> settings) {
                 takeLocal(file, settings.has_value());
                 if (settings) {
                     settings->target.workspaceId = workspaceId;
                     noteSamples(file, settings->target.isSamples);
                 }
                 promise->addResult(settings.map(withRules));
                 promise->finish();
             });
    return promise->future();
}

void Connector::takeLocal(const QString &file, bool hasStarted)
{
    const auto service = m_local.find(file);
    if (service == m_local.end())
        return;        // somebody else asked at the same time
    if (!hasStarted) { // the next one who asks tries again
        service->second.release()->deleteLater();
        m_local.erase(service);
    } else if (!m_toldOf.contains(file)) {
        m_toldOf.append(file);
        if (const RegistryNotice notice = service->second->notice();
            notice.kind != RegistryNotice::Kind::None)
            m_notices.append(notice);
    }
}

QList<RegistryNotice> Connector::takeNotices() { return std::exchange(m_notices, {}); }

QFuture<Result<ConnectionSettings>> Connector::storedSettings(const QString &name,
                                                              const QString &workspaceId)
{
    const Profile *profile = m_profiles.find(name);
    if (!profile)
        return readyResult<ConnectionSettings>(noProfile(name, m_profiles));
    const auto endpoint = Profiles::endpointOf(*profile);
    if (!endpoint)
        return readyResult<ConnectionSettings>(failure(endpoint.error()));
    const RegistryTarget target{.title = profile->name,
                                .endpoint = *endpoint,
                                .workspaceId = workspaceId.isEmpty() ? profile->workspaceId
                                                                     : workspaceId,
                                .isProtected = profile->isProtected,
                                .colour = profile->colour};
    return andThen<ConnectionSettings>(
        routeOf(m_profiles, *profile), this, [this, target](const NetworkRoute &route) {
            return readyResult<ConnectionSettings>(
                withRules({.target = target,
                           .credentials = credentialsOf(target.title, target.endpoint, route),
                           .route = route}));
        });
}

//! Of a profile that need not be stored.
std::shared_ptr<CredentialSource> Connector::credentialsOf(const Profile &profile,
                                                           const NetworkRoute &route)
{
    return std::make_shared<KeptCredentials>(
        [tools = QPointer(m_tools.get()), from = profile.keysFrom, agreed = profile.agreedCommand,
         route] {
            return tools ? tools->key(from, agreed, route)
                         : readyResult<AccessKey>(failure(Error::Kind::Cancelled));
        },
        m_options.now);
}

std::shared_ptr<CredentialSource>
Connector::credentialsOf(const QString &name, const Endpoint &endpoint, const NetworkRoute &route)
{
    auto source = std::make_shared<KeptCredentials>(
        [known = QPointer(&m_profiles), tools = QPointer(m_tools.get()), name, endpoint, route] {
            return known && tools ? keyFor(*known, *tools, name, endpoint, route)
                                  : readyResult<AccessKey>(failure(Error::Kind::Cancelled));
        },
        m_options.now);
    connect(&m_profiles, &Profiles::keyChanged, source.get(),
            [&profiles = m_profiles, name, endpoint, kept = source.get()](const QString &changed) {
                const Profile *profile = profiles.find(name);
                // What was connected with a profile goes on when that is gone.
                if (changed == name && profile
                    && Profiles::addressOf(*profile) == Result<Endpoint>(endpoint))
                    kept->forget();
            });
    return source;
}

} // namespace modelscribe

#include "moc_connector.cpp"
