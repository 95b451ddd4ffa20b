// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profiles.h"

#include "core/paths.h"
#include "core/visibletext.h"
#include "credentials/memorystore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxFileSize = 1024 * 1024;
constexpr qsizetype maxNameLength = 100;

QJsonObject toJson(const Profile &profile)
{
    QJsonObject json{{u"name"_s, profile.name}, {u"keyInKeychain"_s, profile.keyInKeychain}};
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    add(u"region"_s, profile.region);
    add(u"endpoint"_s, profile.endpoint);
    add(u"workspaceId"_s, profile.workspaceId);
    add(u"shownKeyId"_s, profile.shownKeyId);
    return json;
}

Profile fromJson(const QJsonObject &json)
{
    return {.name = json.value("name"_L1).toString(),
            .region = json.value("region"_L1).toString(),
            .endpoint = json.value("endpoint"_L1).toString(),
            .workspaceId = json.value("workspaceId"_L1).toString(),
            .shownKeyId = json.value("shownKeyId"_L1).toString(),
            .keyInKeychain = json.value("keyInKeychain"_L1).toBool(true)};
}

QList<Profile> with(QList<Profile> profiles, const Profile &profile)
{
    const auto known = std::ranges::find(profiles, profile.name, &Profile::name);
    if (known == profiles.end())
        profiles.append(profile);
    else
        *known = profile;
    return profiles;
}

Result<Endpoint> addressOf(const Profile &profile)
{
    const bool hasEndpoint = !profile.endpoint.trimmed().isEmpty() || profile.region.isEmpty();
    const auto endpoint = hasEndpoint ? Endpoint::fromText(profile.endpoint)
                                      : Endpoint::fromRegion(profile.region);
    if (endpoint)
        return endpoint;
    Error error = endpoint.error();
    error.message = std::exchange(error.detail, hasEndpoint ? u"endpoint"_s : u"region"_s);
    return failure(error);
}

} // namespace

struct Profiles::Private
{
    MemoryStore session;
    QString lastUsed;
    std::optional<Error> readError;
    bool mayWrite = true;
    ClientOptions options;
};

Profiles::Profiles(QString file, KeyStore &keychain, ClientOptions options, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_keychain(keychain)
    , d(std::make_unique<Private>())
{
    d->options = std::move(options);
    load();
}

Profiles::~Profiles() = default;

const Profile *Profiles::find(const QString &name) const
{
    const auto profile = std::ranges::find(m_profiles, name, &Profile::name);
    return profile == m_profiles.end() ? nullptr : &*profile;
}

const std::optional<Error> &Profiles::readError() const { return d->readError; }

QString Profiles::lastUsed() const { return find(d->lastUsed) ? d->lastUsed : QString(); }

void Profiles::setLastUsed(const QString &name)
{
    // Only a convenience: when it cannot be written, the next start asks again.
    if (std::exchange(d->lastUsed, name) != name)
        save(m_profiles, name);
}

Result<Endpoint> Profiles::endpointOf(const Profile &profile)
{
    const QString name = profile.name.trimmed();
    if (name.isEmpty() || name.size() > maxNameLength || !namesOfInvisible(name).isEmpty())
        return failure(Error::Kind::Invalid, u"name"_s);
    return addressOf(profile);
}

void Profiles::load()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        // What cannot be read must not be replaced either.
        d->mayWrite = false;
        d->readError = Error{.kind = Error::Kind::Storage,
                             .detail = u"%1: %2"_s.arg(m_file, file.errorString())};
        return;
    }
    const QByteArray text = file.size() <= maxFileSize ? file.readAll() : QByteArray();
    file.close();
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        const QString aside = m_file + u".damaged"_s;
        QFile::remove(aside);
        d->mayWrite = QFile::rename(m_file, aside);
        d->readError = Error{.kind = Error::Kind::Storage,
                             .detail = u"the profiles could not be read and are kept in %1"_s.arg(
                                 d->mayWrite ? aside : m_file)};
        return;
    }
    d->lastUsed = document["lastUsed"_L1].toString();
    for (const QJsonValue &value : document["profiles"_L1].toArray()) {
        const Profile profile = fromJson(value.toObject());
        if (!profile.name.isEmpty() && !find(profile.name))
            m_profiles.append(profile);
    }
}

Result<std::monostate> Profiles::save(const QList<Profile> &profiles, const QString &lastUsed)
{
    if (!d->mayWrite)
        return failure(*d->readError);
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_file).path()); !folder)
        return folder;
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(toJson(profile));
    const QJsonObject json{{u"lastUsed"_s, lastUsed}, {u"profiles"_s, array}};

    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(QJsonDocument(json).toJson()) >= 0 && file.commit();
    if (!written)
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(m_file, file.errorString()));
    return {};
}

Result<std::monostate> Profiles::put(const Profile &profile)
{
    const QList<Profile> profiles = with(m_profiles, profile);
    if (const auto saved = save(profiles, d->lastUsed); !saved)
        return saved;
    m_profiles = profiles;
    emit listChanged();
    return {};
}

QFuture<Result<std::monostate>> Profiles::store(const Profile &profile, const AccessKey &key,
                                                Keep keep)
{
    if (const auto endpoint = endpointOf(profile); !endpoint)
        return readyResult<std::monostate>(failure(endpoint.error()));
    if (key.isEmpty())
        return readyResult<std::monostate>(failure(Error::Kind::Invalid, u"key"_s));
    Profile stored = profile;
    stored.name = profile.name.trimmed();
    stored.shownKeyId = QString::fromUtf8(key.shownId());
    stored.keyInKeychain = keep == Keep::InKeychain;
    if (!stored.keyInKeychain)
        return storeKeyThenProfile(d->session, stored, key);
    return andThen<std::monostate>(storeKeyThenProfile(m_keychain, stored, key), this,
                                   [this, name = stored.name](std::monostate) {
                                       d->session.remove(name);
                                       return readyResult<std::monostate>({});
                                   });
}

QFuture<Result<std::monostate>>
Profiles::storeKeyThenProfile(KeyStore &store, const Profile &profile, const AccessKey &key)
{
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto end = [promise](const Result<std::monostate> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const auto putBack = [this, &store, end, profile](const Result<AccessKey> &old,
                                                      const Error &error) {
        const auto done = [end, error](const auto &) { end(failure(error)); };
        whenDone(old ? store.write(profile.name, *old) : store.remove(profile.name), this, done);
    };
    whenDone(store.read(profile.name), this, [=, this, &store](const Result<AccessKey> &old) {
        if (!old && old.error().kind == Error::Kind::Storage
            && old.error().detail != "damaged"_L1) {
            end(failure(old.error()));
            return;
        }
        whenDone(store.write(profile.name, key), this,
                 [=, this](const Result<std::monostate> &written) {
                     if (!written)
                         end(written);
                     else if (const auto saved = put(profile); !saved)
                         putBack(old, saved.error());
                     else
                         end({});
                 });
    });
    return promise->future();
}

QFuture<Result<std::monostate>> Profiles::forget(const QString &name)
{
    const Profile *profile = find(name);
    if (!profile)
        return readyResult<std::monostate>(failure(Error::Kind::NotFound, u"profile"_s));
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const bool mustGo = profile->keyInKeychain;
    whenDone(m_keychain.remove(name), this,
             [this, promise, name, mustGo](const Result<std::monostate> &removed) {
                 // Without a keychain there is no key in it.
                 Result<std::monostate> result;
                 if (!removed && mustGo && removed.error().kind != Error::Kind::NotFound
                     && removed.error().detail != "missing"_L1) {
                     result = removed;
                 } else {
                     QList<Profile> left = m_profiles;
                     left.removeIf([&](const Profile &p) { return p.name == name; });
                     result = save(left, d->lastUsed);
                     if (result) {
                         d->session.remove(name);
                         m_profiles = left;
                         emit listChanged();
                     }
                 }
                 promise->addResult(result);
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<AccessKey>> Profiles::readKey(const Profile &profile)
{
    if (!profile.keyInKeychain)
        return d->session.read(profile.name);
    return andThen<AccessKey>(m_keychain.read(profile.name), this, [profile](const AccessKey &key) {
        // Another key under this name was not put there by us.
        if (QString::fromUtf8(key.shownId()) != profile.shownKeyId)
            return readyResult<AccessKey>(failure(Error::Kind::NotFound));
        return readyResult<AccessKey>(key);
    });
}

QFuture<Result<ConnectionSettings>> Profiles::settingsFor(const QString &name)
{
    const Profile *found = find(name);
    if (!found)
        return readyResult<ConnectionSettings>(failure(Error::Kind::NotFound, u"profile"_s));
    const auto endpoint = endpointOf(*found);
    if (!endpoint)
        return readyResult<ConnectionSettings>(failure(endpoint.error()));
    auto promise = std::make_shared<QPromise<Result<ConnectionSettings>>>();
    promise->start();
    whenDone(readKey(*found), this,
             [promise, profile = *found, endpoint](const Result<AccessKey> &key) {
                 if (key) {
                     promise->addResult(ConnectionSettings{.title = profile.name,
                                                           .endpoint = *endpoint,
                                                           .key = *key,
                                                           .workspaceId = profile.workspaceId});
                 } else {
                     Error error = key.error();
                     if (error.kind == Error::Kind::NotFound)
                         error.detail = u"key"_s;
                     promise->addResult(Result<ConnectionSettings>(failure(error)));
                 }
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<QList<Workspace>>> Profiles::test(const Profile &profile, const AccessKey &key)
{
    const auto endpoint = addressOf(profile);
    if (!endpoint)
        return readyResult<QList<Workspace>>(failure(endpoint.error()));
    if (key.isEmpty())
        return readyResult<QList<Workspace>>(failure(Error::Kind::Invalid, u"key"_s));
    auto promise = std::make_shared<QPromise<Result<QList<Workspace>>>>();
    promise->start();
    auto *connection = new Connection({.endpoint = *endpoint, .key = key}, d->options, this);
    const auto end = [promise, connection](const Result<QList<Workspace>> &result) {
        promise->addResult(result);
        promise->finish();
        connection->deleteLater();
    };
    connect(connection, &Connection::workspacesChanged, connection,
            [end, connection] { end(connection->workspaces()); });
    connect(connection, &Connection::workspacesFailed, connection,
            [end](const Error &error) { end(failure(error)); });
    auto *watcher = new QFutureWatcher<Result<QList<Workspace>>>(connection);
    connect(watcher, &QFutureWatcherBase::canceled, connection, &QObject::deleteLater);
    watcher->setFuture(promise->future());
    connection->loadWorkspaces();
    return promise->future();
}

} // namespace modelscribe

#include "moc_profiles.cpp"
