// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/retrypolicy.h"
#include "api/tokenbucket.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

#include <functional>

namespace modelscribe {

//! What the calls of one client share.
struct Wire
{
    Wire(Endpoint where, AccessKey who, ClientOptions how)
        : endpoint(std::move(where))
        , key(std::move(who))
        , options(std::move(how))
        , policy{.maxAttempts = options.maxAttempts,
                 .firstDelay = options.firstDelay,
                 .maxDelay = options.maxDelay}
        , readBucket(options.readsPerSecond)
        , writeBucket(options.writesPerSecond)
    {
        uptime.start();
    }

    Endpoint endpoint;
    AccessKey key;
    ClientOptions options;
    RetryPolicy policy;
    RetryBudget budget;
    TokenBucket readBucket;
    TokenBucket writeBucket;
    QElapsedTimer uptime; //!< For the buckets; goes on evenly when somebody sets the clock.
    qint64 skew = 0;      //!< Seconds to add to the local clock to get the service's.
    QNetworkAccessManager reads;
    //! Writes take no connection that lay idle: the service may be closing it just then, and the
    //! outcome of the write would be unknown.
    QNetworkAccessManager writes;
    std::function<void(qint64)> skewLearnt;

    QDateTime serverNow() const { return options.now().toUTC().addSecs(skew); }
    TokenBucket &bucket(bool write) { return write ? writeBucket : readBucket; }
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(uptime.elapsed());
    }
};

} // namespace modelscribe
