// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/keyresolver.h"

#include "api/keyaddress.h"
#include "api/sts.h"
#include "core/backgroundwork.h"
#include "credentials/fixedcredentials.h"
#include "credentials/keycommand.h"
#include "credentials/toolfile.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto centralSts = "sts.aliyuncs.com"_L1;

Result<Endpoint> stsEndpoint(const QString &address)
{
    const auto endpoint = Endpoint::fromText(address.isEmpty() ? QString(centralSts) : address);
    if (!endpoint)
        return failure(Error::Kind::Unauthorized,
                       u"sts_endpoint: "_s + endpoint.error().detail.section(u": "_s, 1));
    return endpoint;
}

Result<QByteArray> tokenIn(const QString &file)
{
    const auto refuse = [&file](const QString &why) {
        return failure(Error::Kind::Unauthorized, u"oidc_token_file %1: %2"_s.arg(file, why));
    };
    const auto text = readToolFile(file);
    if (!text)
        return refuse(text.error().text());
    if (!*text)
        return refuse(u"there is no such file"_s);
    const QByteArray token = (*text)->trimmed();
    if (token.isEmpty())
        return refuse(u"it is empty"_s);
    return token;
}

//! What STS said, as what it means to somebody who wants a key.
Error stsError(Error error, const QByteArray &action)
{
    error.outcomeUnknown = false; // another key is as good
    error.againAfter.reset();
    switch (error.kind) {
    case Error::Kind::Forbidden:
        if (error.action.isEmpty())
            error.action = u"sts:"_s + QString::fromLatin1(action);
        break;
    case Error::Kind::NotFound:
    case Error::Kind::Conflict: error.kind = Error::Kind::Unauthorized; break;
    case Error::Kind::Service:
        if (error.httpStatus < 500 && !error.clockOffset)
            error.kind = Error::Kind::Unauthorized;
        break;
    default: break;
    }
    return error;
}

//! One question to STS with a client of its own, asked again when it surely or possibly got lost.
class StsQuestion : public QObject
{
public:
    StsQuestion(const Endpoint &endpoint, const AccessKey &key, const ClientOptions &options,
                Operation<AccessKey> operation, QObject *parent)
        : QObject(parent)
        , m_client(endpoint, fixedCredentials(key), options)
        , m_operation(std::move(operation))
        , m_attempts(options.maxAttempts)
    {
        m_promise.start();
    }

    QFuture<Result<AccessKey>> ask()
    {
        send();
        return m_promise.future();
    }

private:
    void send()
    {
        whenDone(m_client.run(m_operation), this, [this](const Result<AccessKey> &key) {
            if (key)
                return end(key);
            const Error &error = key.error();
            const bool isWorthwhile = error.againAfter || error.outcomeUnknown;
            if (!isWorthwhile || m_operation.request.attempt >= m_attempts)
                return end(failure(stsError(error, m_operation.request.action)));
            ++m_operation.request.attempt;
            QTimer::singleShot(error.againAfter.value_or(std::chrono::milliseconds(0)), this,
                               [this] { send(); });
        });
    }

    void end(const Result<AccessKey> &key)
    {
        m_promise.addResult(key);
        m_promise.finish();
        deleteLater();
    }

    Client m_client;
    Operation<AccessKey> m_operation;
    int m_attempts;
    QPromise<Result<AccessKey>> m_promise;
};

} // namespace

KeyResolver::KeyResolver(KeyResolverOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

QFuture<Result<AccessKey>> KeyResolver::resolve(const KeyRecipe &recipe, const NetworkRoute &route)
{
    return andThen<AccessKey>(startingKey(recipe, route), this,
                              [this, roles = recipe.roles, route](const AccessKey &key) {
                                  return withRoles(key, roles, route);
                              });
}

QFuture<Result<AccessKey>> KeyResolver::startingKey(const KeyRecipe &recipe,
                                                    const NetworkRoute &route)
{
    if (const auto *key = std::get_if<AccessKey>(&recipe.start))
        return readyResult<AccessKey>(*key);
    if (const auto *program = std::get_if<KeyCommand>(&recipe.start))
        return runKeyCommand(program->command, this, m_options.commandLimit);
    if (const auto *address = std::get_if<KeyAddress>(&recipe.start))
        return fetchKey(address->url, route, this, m_options.addressLimit);
    return login(std::get<OidcLogin>(recipe.start), route);
}

//! The token is read each time: whoever runs the computer renews it. On another thread, as its disk
//! may be slow.
QFuture<Result<AccessKey>> KeyResolver::login(const OidcLogin &login, const NetworkRoute &route)
{
    auto reading = std::make_shared<QPromise<Result<QByteArray>>>();
    reading->start();
    runAside(
        this, false, [file = login.tokenFile] { return tokenIn(file); },
        [reading](const Result<QByteArray> &token) {
            reading->addResult(token);
            reading->finish();
        });
    return andThen<AccessKey>(reading->future(), this, [=, this](const QByteArray &token) {
        // As a key it signs nothing, and is kept out of every error text.
        return ask(login.role.stsAddress, {.securityToken = token},
                   sts::assumeRoleWithOidc(login, token, m_options.client.now()), route);
    });
}

QFuture<Result<AccessKey>> KeyResolver::withRoles(const AccessKey &key, const QList<RamRole> &roles,
                                                  const NetworkRoute &route)
{
    if (roles.isEmpty())
        return readyResult<AccessKey>(key);
    const RamRole &role = roles.first();
    return andThen<AccessKey>(ask(role.stsAddress, key, sts::assumeRole(role), route), this,
                              [this, rest = roles.sliced(1), route](const AccessKey &taken) {
                                  return withRoles(taken, rest, route);
                              });
}

QFuture<Result<AccessKey>> KeyResolver::ask(const QString &stsAddress, const AccessKey &key,
                                            const Operation<AccessKey> &operation,
                                            const NetworkRoute &route)
{
    const Result<Endpoint> endpoint = m_options.sts ? Result<Endpoint>(*m_options.sts)
                                                    : stsEndpoint(stsAddress);
    if (!endpoint)
        return readyResult<AccessKey>(failure(endpoint.error()));
    ClientOptions options = m_options.client;
    options.route = route;
    return (new StsQuestion(*endpoint, key, options, operation, this))->ask();
}

} // namespace modelscribe

#include "moc_keyresolver.cpp"
