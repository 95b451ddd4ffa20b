// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localregistry/wire.h"
#include "signing/accesskey.h"

#include <QDateTime>
#include <QHash>

#include <chrono>
#include <functional>
#include <mutex>

namespace modelscribe {

//! How far a request's date may be off (contract section 6.2).
inline constexpr std::chrono::minutes maxClockDifference{15};

using KeyLookup = std::function<std::optional<AccessKey>(const QByteArray &id)>;

//! What a well signed request says about itself.
struct SignedCall
{
    QByteArray keyId;
    QByteArray action;
    QByteArray version;
    QByteArray nonce;
    QDateTime date;
};

//! Checks everything of contract section 6 but the nonce, which needs a memory. Pure.
Result<SignedCall> checkSignature(const WireRequest &request, const KeyLookup &keyOf,
                                  const QDateTime &now);

//! Remembers nonces for as long as their date would be accepted. Thread-safe.
class NonceMemory
{
public:
    //! False when \p call was seen before.
    bool take(const SignedCall &call, const QDateTime &now);

private:
    void forgetOld(qint64 now);

    std::mutex m_mutex;
    QHash<QByteArray, qint64> m_seen; //!< Key id and nonce, to the time when it may be forgotten.
    qint64 m_nextSweep = 0;
};

} // namespace modelscribe
