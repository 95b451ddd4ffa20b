// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profilesfile.h"
#include "credentials/keystore.h"
#include "credentials/profile.h"
#include "registry/connection.h"

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
    //! \p options are those of test().
    Profiles(QString file, KeyStore &keychain, ClientOptions options = {},
             QObject *parent = nullptr);
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
    //! Error::detail: "name", "endpoint", "region", "key".
    static Result<Endpoint> endpointOf(const Profile &profile);

    //! Writes the key first and, only when it is proven readable, the profile. On failure nothing
    //! is stored and the old profile and key stay.
    QFuture<Result<std::monostate>> store(const Profile &profile, const AccessKey &key, Keep keep);
    QFuture<Result<std::monostate>> forget(const QString &name);
    //! Reads the key and gives what connectTo() needs. NotFound: detail "profile" or "key".
    QFuture<Result<ConnectionSettings>> settingsFor(const QString &name);
    //! Calls ListWorkspaces with what was typed; stores nothing.
    QFuture<Result<QList<Workspace>>> test(const Profile &profile, const AccessKey &key);

signals:
    void listChanged();
    //! The file was changed, and cannot be read any more: readError().
    void readFailed();

private:
    using Promise = std::shared_ptr<QPromise<Result<std::monostate>>>;

    void read();
    void take(const ProfileSet &set);
    QFuture<Result<std::monostate>> change(const ProfileChange &change);
    void tryChange(const Promise &promise, const ProfileChange &change,
                   const QDeadlineTimer &deadline);
    QFuture<Result<AccessKey>> readKey(const Profile &profile);
    QFuture<Result<std::monostate>> storeKeyThenProfile(KeyStore &store, const Profile &profile,
                                                        const AccessKey &key);

    ProfilesFile m_file;
    KeyStore &m_keychain;
    ProfileSet m_known;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
