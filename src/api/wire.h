// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/retrypolicy.h"
#include "api/tokenbucket.h"
#include "credentials/credentialsource.h"
#include "model/servicerules.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

#include <functional>

namespace modelscribe {

class Call;

//! One of the two ways to the service: reads and writes wait for each other only among themselves.
struct Lane
{
    explicit Lane(TokenBucket rate)
        : bucket(rate)
    {
    }

    //! As many as Qt opens connections to a host. So an attempt that was handed to Qt has one, and
    //! its time to connect can run from that moment.
    static constexpr int maxBusy = 6;

    QNetworkAccessManager manager;
    TokenBucket bucket;
    int busy = 0;
    QList<Call *> waiting;
};

//! What the calls of one client share.
struct Wire
{
    Wire(Endpoint where, std::shared_ptr<CredentialSource> who, ClientOptions how)
        : endpoint(std::move(where))
        , credentials(std::move(who))
        , options(std::move(how))
        , policy{.maxAttempts = options.maxAttempts,
                 .firstDelay = options.firstDelay,
                 .maxDelay = options.maxDelay}
        , reads(TokenBucket(options.readsPerSecond))
        , writes(TokenBucket(options.writesPerSecond))
    {
        uptime.start();
    }

    Endpoint endpoint;
    std::shared_ptr<CredentialSource> credentials;
    ClientOptions options;
    RetryPolicy policy;
    RetryBudget budget;
    QElapsedTimer uptime; //!< For the buckets; goes on evenly when somebody sets the clock.
    qint64 skew = 0;      //!< Seconds to add to the local clock to get the service's.
    Lane reads;
    //! Writes take no connection that lay idle: the service may be closing it just then, and the
    //! outcome of the write would be unknown.
    Lane writes;
    std::function<void(qint64)> skewLearnt;
    std::function<void(const QByteArray &, const QByteArray &)> throttled; //!< See Client.
    ServiceRules rules;

    QDateTime serverNow() const { return options.now().toUTC().addSecs(skew); }
    Lane &lane(const Request &request) { return request.isWrite() ? writes : reads; }
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(uptime.elapsed());
    }
};

} // namespace modelscribe
