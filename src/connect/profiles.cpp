// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profiles.h"

#include "api/authorities.h"
#include "connect/proxypasswords.h"
#include "core/visibletext.h"
#include "credentials/memorystore.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::chrono::seconds lockPatience{10};
constexpr std::chrono::milliseconds lockPause{20};
constexpr std::chrono::milliseconds followPause{100}; // a file is written in several steps
constexpr qsizetype maxNameLength = 100;

bool hasOtherKey(const Profile &now, const Profile &before)
{
    return now.shownKeyId != before.shownKeyId || now.keysFrom != before.keysFrom
           || now.keyExpires != before.keyExpires || now.agreedCommand != before.agreedCommand;
}

Error wrongName(const QString &why, const QString &characters = {})
{
    return {.kind = Error::Kind::Invalid, .detail = u"name"_s, .code = why, .message = characters};
}

} // namespace

struct Profiles::Private
{
    explicit Private(KeyStore &keychain)
        : proxyPasswords(keychain)
    {
    }

    MemoryStore session;
    ProxyPasswords proxyPasswords;
    std::optional<Error> readError;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer reading;
};

Profiles::Profiles(QString file, KeyStore &keychain, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_keychain(keychain)
    , d(std::make_unique<Private>(keychain))
{
    d->reading.setSingleShot(true);
    d->reading.setInterval(followPause);
    connect(&d->reading, &QTimer::timeout, this, &Profiles::read);
    read();
}

Profiles::~Profiles() = default;

const Profile *Profiles::find(const QString &name) const
{
    const auto profile = std::ranges::find(m_known.profiles, name, &Profile::name);
    return profile == m_known.profiles.end() ? nullptr : &*profile;
}

const std::optional<Error> &Profiles::readError() const { return d->readError; }

Result<QString> Profiles::knownLastUsed() const
{
    if (d->readError)
        return failure(*d->readError);
    return lastUsed();
}

void Profiles::setLastUsed(const QString &name) { change({.lastUsed = name}); }

void Profiles::follow()
{
    if (d->watcher)
        return;
    d->watcher = std::make_unique<QFileSystemWatcher>();
    const auto readSoon = [this] { d->reading.start(); };
    connect(d->watcher.get(), &QFileSystemWatcher::directoryChanged, this, readSoon);
    connect(d->watcher.get(), &QFileSystemWatcher::fileChanged, this, readSoon);
    read();
}

void Profiles::read()
{
    if (d->watcher) // of a file that was replaced it knows nothing any more
        d->watcher->addPaths({m_file.name(), QFileInfo(m_file.name()).path()});
    const Result<ProfileSet> set = m_file.read();
    if (set) {
        d->readError.reset();
        take(*set);
    } else if (d->readError != set.error()) {
        d->readError = set.error();
        emit readFailed();
    }
}

void Profiles::take(const ProfileSet &set)
{
    const ProfileSet before = std::exchange(m_known, set);
    for (const Profile &old : before.profiles) {
        const Profile *now = find(old.name);
        if (now && hasOtherKey(*now, old))
            emit keyChanged(old.name);
    }
    if (before.profiles != set.profiles)
        emit listChanged();
}

Result<Endpoint> Profiles::endpointOf(const Profile &profile)
{
    const QString name = profile.name.trimmed();
    if (name.isEmpty())
        return failure(wrongName(u"missing"_s));
    if (name.size() > maxNameLength)
        return failure(wrongName(u"too-long"_s));
    if (const QString characters = namesOfInvisible(name); !characters.isEmpty())
        return failure(wrongName(u"invisible"_s, characters));
    return addressOf(profile);
}

Result<Endpoint> Profiles::addressOf(const Profile &profile)
{
    const bool hasEndpoint = !profile.endpoint.trimmed().isEmpty() || profile.region.isEmpty();
    const auto endpoint = hasEndpoint ? Endpoint::fromText(profile.endpoint)
                                      : Endpoint::fromRegion(profile.region, profile.network);
    if (endpoint)
        return endpoint;
    Error error = endpoint.error();
    error.message = std::exchange(error.detail, hasEndpoint ? u"endpoint"_s : u"region"_s);
    return failure(error);
}

Result<std::monostate> Profiles::checkedKey(const AccessKey &key)
{
    if (key.isEmpty())
        return failure(Error::Kind::Invalid, u"key"_s);
    if (const auto strange = key.strangeCharacters())
        return failure(
            Error{.kind = Error::Kind::Invalid, .detail = u"key"_s, .message = strange->text()});
    return {};
}

bool Profiles::wasStored(const Error &error) { return ProxyPasswords::isLeft(error); }

QFuture<Result<std::monostate>> Profiles::change(const ProfileChange &change)
{
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    tryChange(promise, change, QDeadlineTimer(lockPatience));
    return promise->future();
}

void Profiles::tryChange(const Promise &promise, const ProfileChange &change,
                         const QDeadlineTimer &deadline)
{
    const auto changed = m_file.change(change, m_known);
    if (!changed && !deadline.hasExpired()) {
        QTimer::singleShot(lockPause, this, [=, this] { tryChange(promise, change, deadline); });
        return;
    }
    Result<std::monostate> result;
    if (!changed) {
        result = failure(
            Error{.kind = Error::Kind::Storage, .detail = m_file.name(), .code = u"locked"_s});
    } else if (!*changed) {
        result = failure(changed->error());
    } else {
        d->readError.reset();
        take(**changed);
    }
    promise->addResult(result);
    promise->finish();
}

//! A file that is of no use is not stored, so that nobody connects without it unawares.
QFuture<Result<std::monostate>> Profiles::withCaFile(const Profile &profile, const KeptStep &next)
{
    if (profile.caFile.isEmpty())
        return next();
    return andThen<std::monostate>(checkedCaFile(profile.caFile, this), this,
                                   [next](std::monostate) { return next(); });
}

QFuture<Result<std::monostate>> Profiles::store(const Profile &profile, const AccessKey &key,
                                                Keep keep, const QByteArray &proxyPassword)
{
    if (const auto endpoint = endpointOf(profile); !endpoint)
        return readyResult<std::monostate>(failure(endpoint.error()));
    if (const auto good = checkedKey(key); !good)
        return readyResult<std::monostate>(failure(good.error()));
    Profile stored = profile;
    stored.name = profile.name.trimmed();
    stored.shownKeyId = QString::fromUtf8(key.shownId());
    stored.keyExpires = key.expires;
    stored.agreedCommand.clear();
    stored.keysFrom = {.kind = KeysFrom::Kind::Session};
    if (keep == Keep::InKeychain)
        stored.keysFrom = {.kind = key.securityToken.isEmpty() ? KeysFrom::Kind::Keychain
                                                               : KeysFrom::Kind::KeychainToken};
    const bool isKept = keep == Keep::InKeychain;
    const ProxyChoice before = proxyOf(stored.name);
    stored.proxy = ProxyPasswords::withKept(stored.proxy, before, proxyPassword);
    const KeptStep put = [=, this] { return putProfile(stored, proxyPassword); };
    const KeptStep write = [=, this] {
        return writeThen(isKept ? m_keychain : d->session, stored.name, key, this, put);
    };
    return andThen<std::monostate>(withCaFile(stored, write), this,
                                   [this, stored, before, isKept](std::monostate) {
                                       if (isKept)
                                           d->session.remove(stored.name);
                                       emit keyChanged(stored.name);
                                       return d->proxyPasswords.drop(stored, before, this);
                                   });
}

QFuture<Result<std::monostate>> Profiles::store(const Profile &profile,
                                                const QByteArray &proxyPassword)
{
    if (const auto endpoint = endpointOf(profile); !endpoint)
        return readyResult<std::monostate>(failure(endpoint.error()));
    Profile stored = profile;
    stored.name = profile.name.trimmed();
    const Profile *known = find(stored.name);
    const KeysFrom before = known ? known->keysFrom : KeysFrom{.kind = KeysFrom::Kind::Unknown};
    if (stored.keysFrom.isKeptHere()) {
        if (before != stored.keysFrom)
            return readyResult<std::monostate>(failure(Error::Kind::Invalid, u"key"_s));
        stored.shownKeyId = known->shownKeyId;
        stored.keyExpires = known->keyExpires;
    } else {
        stored.shownKeyId.clear();
        stored.keyExpires = {};
    }
    const bool isDropped = before.isKeptHere() && !stored.keysFrom.isKeptHere();
    const ProxyChoice proxyBefore = proxyOf(stored.name);
    stored.proxy = ProxyPasswords::withKept(stored.proxy, proxyBefore, proxyPassword);
    const KeptStep put = [=, this] { return putProfile(stored, proxyPassword); };
    return andThen<std::monostate>(withCaFile(stored, put), this,
                                   [this, isDropped, before, proxyBefore, stored](std::monostate) {
                                       if (isDropped)
                                           dropKeptKey(stored.name, before);
                                       return d->proxyPasswords.drop(stored, proxyBefore, this);
                                   });
}

//! A keychain that does not let go of it keeps what nobody uses any more.
void Profiles::dropKeptKey(const QString &name, const KeysFrom &keptIn)
{
    if (keptIn.isInKeychain())
        m_keychain.remove(name);
    d->session.remove(name);
}

ProxyChoice Profiles::proxyOf(const QString &name) const
{
    const Profile *known = find(name);
    return known ? known->proxy : ProxyChoice();
}

//! Stores it with the password of its proxy, if one was typed.
QFuture<Result<std::monostate>> Profiles::putProfile(const Profile &profile,
                                                     const QByteArray &proxyPassword)
{
    const KeptStep write = [this, profile] { return change({.put = profile}); };
    if (proxyPassword.isEmpty())
        return write();
    return writeThen(d->proxyPasswords.storeOf(profile.proxy),
                     ProxyPasswords::entryOf(profile.name),
                     ProxyPasswords::entry(profile.proxy, proxyPassword), this, write);
}

//! The key goes last of the secrets, so that a profile that has to stay can still be used.
QFuture<Result<std::monostate>> Profiles::forget(const QString &name)
{
    const Profile *profile = find(name);
    if (!profile)
        return readyResult<std::monostate>(failure(Error::Kind::NotFound, u"profile"_s));
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto end = [promise](const Result<std::monostate> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const auto removeProfile = [this, end, name] {
        whenDone(change({.remove = name}), this,
                 [this, end, name](const Result<std::monostate> &changed) {
                     if (changed)
                         d->session.remove(name);
                     end(changed);
                 });
    };
    const auto removeKey = [=, this, from = profile->keysFrom] {
        // What was typed for a session may have taken the place of a key in the keychain.
        const auto gone = from.isKeptHere() ? m_keychain.remove(name)
                                            : readyResult<std::monostate>({});
        whenDone(gone, this, [=](const Result<std::monostate> &removed) {
            if (from.isInKeychain() && isLeftBehind(removed))
                end(removed);
            else
                removeProfile();
        });
    };
    whenDone(d->proxyPasswords.remove(name, profile->proxy), this,
             [=](const Result<std::monostate> &removed) {
                 if (isLeftBehind(removed))
                     end(removed);
                 else
                     removeKey();
             });
    return promise->future();
}

QFuture<Result<QByteArray>> Profiles::proxyPassword(const QString &name, const ProxyChoice &proxy)
{
    return d->proxyPasswords.read(name, proxy, this);
}

QFuture<Result<AccessKey>> Profiles::readKey(const Profile &profile)
{
    if (!profile.keysFrom.isKeptHere())
        return readyResult<AccessKey>(failure(Error::Kind::NotFound));
    if (!profile.keysFrom.isInKeychain())
        return d->session.read(profile.name);
    return andThen<AccessKey>(m_keychain.read(profile.name), this, [profile](const AccessKey &key) {
        // Another key under this name was not put there by us.
        if (QString::fromUtf8(key.shownId()) != profile.shownKeyId)
            return readyResult<AccessKey>(failure(Error::Kind::NotFound));
        return readyResult<AccessKey>(key);
    });
}

QFuture<Result<AccessKey>> Profiles::key(const QString &name)
{
    const Profile *found = find(name);
    if (!found)
        return readyResult<AccessKey>(d->readError ? failure(*d->readError)
                                                   : failure(Error::Kind::NotFound, u"profile"_s));
    auto promise = std::make_shared<QPromise<Result<AccessKey>>>();
    promise->start();
    whenDone(readKey(*found), this, [promise](Result<AccessKey> key) {
        const auto strange = key ? key->strangeCharacters() : std::nullopt;
        if (strange) {
            key = failure(Error::Kind::Unauthorized, strange->text());
        } else if (!key && key.error().kind == Error::Kind::NotFound) {
            Error error = key.error();
            error.detail = u"key"_s;
            key = failure(error);
        }
        promise->addResult(key);
        promise->finish();
    });
    return promise->future();
}

} // namespace modelscribe

#include "moc_profiles.cpp"
