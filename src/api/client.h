// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "api/networkroute.h"
#include "api/request.h"
#include "model/servicerules.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace modelscribe {

class CredentialSource;

//! The world as the client sees it; tests hand in their own.
struct ClientOptions
{
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    std::function<QByteArray()>
        nonce;                      //!< Default: 32 random hex digits from the system's generator.
    std::function<double()> random; //!< [0, 1), for jitter.
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds idleTimeout{30'000}; //!< No byte for this long.
    std::chrono::milliseconds callTimeout{60'000}; //!< All attempts, from the first on.
    std::chrono::milliseconds firstDelay{300};     //!< Back-off before the second try; full jitter.
    std::chrono::milliseconds maxDelay{20'000};
    NetworkRoute route;
    int maxAttempts = 3; //!< Of a read; of a write those that Error::againAfter allows.
    //! Half the public quota, which the whole account shares; 0 for no limit.
    double readsPerSecond = 25;
    double writesPerSecond = 10;
};

//! What came back, success or not.
struct Response
{
    int httpStatus = 0;
    QByteArray body;
    QString requestId;
    int attempts = 1; //!< More: the service was in trouble before it answered.
};

//! What was sent last and how it went, for the status bar.
struct CallReport
{
    QByteArray action;
    QString requestId;
    std::optional<Error> error;
    int attempts = 0;
};

//! Signs and sends requests to one endpoint, maps errors, retries what is safe.
//!
//! The key of each attempt is what the credential source gives just before. When it gives none, the
//! call ends with its Error and nothing is sent. A key that has ended by what the registry says is
//! renewed once for a call, if the source can.
//!
//! One thread (the one it lives in); all calls are asynchronous. Every returned future ends in
//! exactly one Result; cancelling it aborts the request. Rules: HTTPS only except loopback, no
//! redirects, no certificate exceptions, bounded answers, a write at most once on the wire for one
//! call, reads repeated as in contract section 7.4, one correction of a wrong clock from the Date
//! header.
class Client : public QObject
{
    Q_OBJECT

public:
    //! Without \p credentials every call ends with Kind::Unauthorized.
    Client(Endpoint endpoint, std::shared_ptr<CredentialSource> credentials,
           ClientOptions options = {}, QObject *parent = nullptr);
    ~Client() override;

    const Endpoint &endpoint() const { return m_endpoint; }
    //! As its options say; 0: no limit.
    double readsPerSecond() const;
    double writesPerSecond() const;
    //! Instead of what its options say, from the next attempt on.
    void setLimits(double readsPerSecond, double writesPerSecond, int maxAttempts);

    //! While it is locked every write ends with Kind::Forbidden, and nothing is sent.
    void setLocked(bool locked);
    //! What is not there, and how long to wait, is told by these.
    void setRules(const ServiceRules &rules);

    //! Starts \p operation. Large answers are decoded off this thread. \p answered sees the answer
    //! to a call that went well just before the future ends; an Error tells the same of the others.
    template<typename T>
    QFuture<Result<T>> run(const Operation<T> &operation,
                           std::function<void(const Response &)> answered = {})
    {
        const auto value = std::make_shared<std::optional<T>>();
        return start<T>(
            operation.request,
            [value, decode = operation.decode](const QByteArray &body) -> Result<void> {
                auto decoded = decode(body);
                if (!decoded)
                    return tl::unexpected(std::move(decoded.error()));
                *value = std::move(*decoded);
                return {};
            },
            [value, answered = std::move(answered)](const Response &response) {
                if (answered)
                    answered(response);
                return std::move(**value);
            });
    }

    //! For answers that nobody decodes: any JSON object is fine.
    QFuture<Result<Response>> send(const Request &request);

signals:
    //! After every call, whatever came of it.
    void callFinished(const modelscribe::CallReport &report);
    //! The local clock is off by \p seconds (server minus local); learnt from a refused request.
    void clockSkewLearnt(qint64 seconds);
    //! The service had one call too many; its headers Retry-After and x-acs-retry-after.
    void throttled(const QByteArray &retryAfter, const QByteArray &vendorRetryAfter);

private:
    using Decoder = std::function<Result<void>(const QByteArray &body)>;
    using Done = std::function<void(const Result<Response> &)>;

    template<typename T, typename Take>
    QFuture<Result<T>> start(const Request &request, Decoder decoder, Take take)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const quint64 call = startCall(
            request, std::move(decoder), [promise, take](const Result<Response> &answer) {
                if (answer)
                    promise->addResult(Result<T>(take(*answer)));
                else
                    promise->addResult(tl::unexpected<Error>(answer.error()));
                promise->finish();
            });
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::canceled, this, [this, call] { cancelCall(call); });
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(promise->future());
        return promise->future();
    }

    quint64 startCall(const Request &request, Decoder decoder, Done done);
    void cancelCall(quint64 call);

    Endpoint m_endpoint;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
