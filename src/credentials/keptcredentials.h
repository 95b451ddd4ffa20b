// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsource.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace modelscribe {

//! A key that lies somewhere else, mostly in the keychain: asked for once and kept in memory.
//!
//! Asks again after forget(), when the key is refused, 180 s before it ends if that is known, and
//! after a failure, because a keychain may have been unlocked. Everybody who asks meanwhile waits
//! for the same answer.
class KeptCredentials : public QObject, public CredentialSource
{
    Q_OBJECT

public:
    //! Must end in exactly one Result within its own limit of time.
    using Read = std::function<QFuture<Result<AccessKey>>()>;
    using Clock = std::function<QDateTime()>;

    explicit KeptCredentials(
        Read read, Clock now = [] { return QDateTime::currentDateTimeUtc(); });

    QFuture<Result<AccessKey>> credentials() override;
    QFuture<Result<AccessKey>> renewed(const AccessKey &refused) override;
    //! What was read before is not used any more, nor what is being read now.
    void forget();

private:
    using Promise = std::shared_ptr<QPromise<Result<AccessKey>>>;

    QFuture<Result<AccessKey>> ask();
    void read();
    void take(const Result<AccessKey> &key);
    bool hasTime(const AccessKey &key) const;
    bool isPastAsking() const;

    Read m_read;
    Clock m_now;
    std::optional<AccessKey> m_key;
    QDateTime m_askFrom;    //!< Invalid: m_key is good until forget().
    Promise m_asking;       //!< While it is being read.
    bool m_isStale = false; //!< Forgotten while it was being read.
};

} // namespace modelscribe
