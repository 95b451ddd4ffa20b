// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/call.h"
#include "api/decode.h"
#include "api/wire.h"
#include "credentials/fixedcredentials.h"

#include <QHash>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QByteArray randomNonce()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex();
}

ClientOptions complete(ClientOptions options)
{
    if (!options.nonce)
        options.nonce = randomNonce;
    if (!options.random)
        options.random = [] { return QRandomGenerator::system()->generateDouble(); };
    return options;
}

} // namespace

struct Client::Private
{
    Wire wire;
    QHash<quint64, std::pair<Call *, Done>> calls;
    quint64 lastCall = 0;
    bool isLocked = false;
};

Client::Client(Endpoint endpoint, std::shared_ptr<CredentialSource> credentials,
               ClientOptions options, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , d(new Private{.wire = Wire(m_endpoint,
                                 credentials ? std::move(credentials) : fixedCredentials({}),
                                 complete(std::move(options)))})
{
    Wire &wire = d->wire;
    wire.skewLearnt = [this](qint64 seconds) { emit clockSkewLearnt(seconds); };
    const QNetworkProxy proxy = wire.options.route.proxyTo(m_endpoint.url());
    wire.reads.manager.setProxy(proxy);
    wire.writes.manager.setProxy(proxy);
    wire.throttled = [this](const QByteArray &retryAfter, const QByteArray &vendorRetryAfter) {
        emit throttled(retryAfter, vendorRetryAfter);
    };
}

Client::~Client()
{
    const auto calls = std::exchange(d->calls, {});
    for (const auto &[call, done] : calls) {
        call->disconnect(this);
        call->cancel();
        done(call->result());
        delete call;
    }
}

double Client::readsPerSecond() const { return d->wire.options.readsPerSecond; }

double Client::writesPerSecond() const { return d->wire.options.writesPerSecond; }

void Client::setLimits(double readsPerSecond, double writesPerSecond, int maxAttempts)
{
    Wire &wire = d->wire;
    wire.options.readsPerSecond = readsPerSecond;
    wire.options.writesPerSecond = writesPerSecond;
    wire.options.maxAttempts = maxAttempts;
    wire.policy.maxAttempts = maxAttempts;
    wire.reads.bucket.setLimit(readsPerSecond);
    wire.writes.bucket.setLimit(writesPerSecond);
}

void Client::setLocked(bool locked) { d->isLocked = locked; }

void Client::setRules(const ServiceRules &rules) { d->wire.rules = rules; }

QFuture<Result<Response>> Client::send(const Request &request)
{
    return start<Response>(
        request,
        [](const QByteArray &body) { return decode::nothing(body).transform([](auto) {}); },
        [](const Response &response) { return response; });
}

quint64 Client::startCall(const Request &request, Decoder decoder, Done done)
{
    const quint64 id = ++d->lastCall;
    if (d->isLocked && request.isWrite()) {
        done(failure(Error{.kind = Error::Kind::Forbidden,
                           .detail = u"the profile is protected"_s,
                           .code = u"ProtectedProfile"_s}));
        return id;
    }
    auto *call = new Call(d->wire, request, std::move(decoder), this);
    d->calls.insert(id, {call, std::move(done)});
    connect(call, &Call::finished, this, [this, id, call] {
        const Done tell = d->calls.take(id).second;
        call->deleteLater();
        const CallReport report = call->report();
        tell(call->result());
        emit callFinished(report);
    });
    call->start();
    return id;
}

void Client::cancelCall(quint64 call)
{
    if (Call *running = d->calls.value(call).first)
        running->cancel();
}

} // namespace modelscribe

#include "moc_client.cpp"
