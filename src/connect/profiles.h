// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "connect/keptstep.h"
#include "connect/profilesfile.h"
#include "credentials/keystore.h"
#include "credentials/profile.h"

#include <QDeadlineTimer>
#include <QObject>

namespace modelscribe {

//! The stored profiles and what can be done with them. Plain parts live in a file that all windows
//! of a user share, keys in the KeyStore, or for "this session only" in memory.
class Profiles : public QObject
{
    Q_OBJECT

public:
    enum class Keep { InKeychain, ThisSession };

    //! \p file: the settings file of the profiles (JSON, 0600). \p keychain is owned elsewhere.
    Profiles(QString file, KeyStore &keychain, QObject *parent = nullptr);
    ~Profiles() override;

    //! Storage: the file could not be read, or is damaged; detail says where and why. What was read
    //! of it before stays known.
    const std::optional<Error> &readError() const;

    const QList<Profile> &list() const { return m_known.profiles; }
    const Profile *find(const QString &name) const;
    QString lastUsed() const { return m_known.lastUsed; }
    //! lastUsed(), or readError(): where the file cannot be read nobody knows which that was.
    Result<QString> knownLastUsed() const;
    //! Only a convenience: when it cannot be written, the next start takes the one before.
    void setLastUsed(const QString &name);
    //! From now on takes over what other windows and people write into the file.
    void follow();

    //! Checks what was typed without touching the network. Invalid names the field in
    //! Error::detail: "name", "endpoint", "region", "key"; code says what is wrong with a name:
    //! "missing", "too-long", or "invisible" with the characters in message.
    static Result<Endpoint> endpointOf(const Profile &profile);
    //! The same of a profile that has no name yet.
    static Result<Endpoint> addressOf(const Profile &profile);
    //! Invalid with detail "key" for one that cannot be a key.
    static Result<std::monostate> checkedKey(const AccessKey &key);

    //! Writes the key first and, only when it is proven readable, the profile. On failure nothing
    //! is stored and the old profile and key stay. \p proxyPassword: typed for its proxy, to be
    //! kept where that says; without one, the one that is kept stays with an unchanged proxy, and
    //! goes with another. A CA file that cannot be used is Kind::Tls. See wasStored().
    QFuture<Result<std::monostate>> store(const Profile &profile, const AccessKey &key, Keep keep,
                                          const QByteArray &proxyPassword = {});
    //! Stores what is no secret. The key stays where it is: with another tool, or as it is kept
    //! here. Invalid with detail "key" when the profile is to have one here and has none. What the
    //! keychain had for it goes when its keys come from elsewhere now.
    QFuture<Result<std::monostate>> store(const Profile &profile,
                                          const QByteArray &proxyPassword = {});
    //! Of an error of store(): all was stored, just a password that its proxy had before is still
    //! in the keychain.
    static bool wasStored(const Error &error);
    //! The password of its proxy first, then its key, then the profile; it stays as long as one of
    //! them cannot be removed.
    QFuture<Result<std::monostate>> forget(const QString &name);
    //! The key that is kept here. NotFound: detail "profile" or "key". Unauthorized: no key looks
    //! like what is kept.
    QFuture<Result<AccessKey>> key(const QString &name);
    //! The password that is kept for \p proxy of the profile \p name; empty when it has none,
    //! NotFound when there is none any more.
    QFuture<Result<QByteArray>> proxyPassword(const QString &name, const ProxyChoice &proxy);

signals:
    void listChanged();
    //! The file was changed, and cannot be read any more: readError().
    void readFailed();
    //! The profile has another key than before, stored here or by another window.
    void keyChanged(const QString &name);

private:
    using Promise = std::shared_ptr<QPromise<Result<std::monostate>>>;

    void read();
    void take(const ProfileSet &set);
    QFuture<Result<std::monostate>> change(const ProfileChange &change);
    void tryChange(const Promise &promise, const ProfileChange &change,
                   const QDeadlineTimer &deadline);
    QFuture<Result<AccessKey>> readKey(const Profile &profile);
    void dropKeptKey(const QString &name, const KeysFrom &keptIn);
    QFuture<Result<std::monostate>> withCaFile(const Profile &profile, const KeptStep &next);
    ProxyChoice proxyOf(const QString &name) const;
    QFuture<Result<std::monostate>> putProfile(const Profile &profile,
                                               const QByteArray &proxyPassword);

    ProfilesFile m_file;
    KeyStore &m_keychain;
    ProfileSet m_known;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
