// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/localservice.h"

#include "credentials/fixedcredentials.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QByteArray randomHex()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

AccessKey madeUpKey()
{
    return {.id = "LOCAL" + randomHex().first(16), .secret = randomHex() + randomHex()};
}

LocalService::LocalService(QString file, int samples, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_key(madeUpKey())
    , m_registry({.database = m_file, .keys = {m_key}, .samples = samples})
{
}

QFuture<Result<ConnectionSettings>> LocalService::settings()
{
    auto promise = std::make_shared<QPromise<Result<ConnectionSettings>>>();
    promise->start();
    m_waiting.push_back(promise);
    if (!std::exchange(m_started, true)) {
        whenDone(m_registry.start(), this, [this](const Result<quint16> &port) {
            m_port = port;
            answer();
        });
    }
    answer();
    return promise->future();
}

Result<ConnectionSettings> LocalService::settingsAt(quint16 port) const
{
    const auto endpoint = Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(port));
    if (!endpoint)
        return failure(endpoint.error());
    return ConnectionSettings{.target = {.isLocal = true,
                                         .isSamples = m_registry.holdsSamples(),
                                         .endpoint = *endpoint,
                                         .registryKey = localRegistryKey(m_file)},
                              .credentials = fixedCredentials(m_key)};
}

void LocalService::answer()
{
    if (!m_port)
        return;
    const Result<ConnectionSettings> result = *m_port ? settingsAt(**m_port)
                                                      : failure(m_port->error());
    for (const auto &promise : std::exchange(m_waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
}

} // namespace modelscribe

#include "moc_localservice.cpp"
