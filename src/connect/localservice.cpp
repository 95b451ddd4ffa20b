// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/localservice.h"

#include "core/visibletext.h"

#include <QRandomGenerator>
#include <QTimer>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto keychainPatience = 500ms;

QString entryName() { return u"modelscribe-local-registry"_s; }

AccessKey newKey()
{
    const auto randomHex = [] {
        std::array<quint32, 4> words{};
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
    };
    return {.id = "LOCAL" + randomHex().first(16), .secret = randomHex() + randomHex()};
}

} // namespace

LocalService::LocalService(QString file, int samples, KeyStore &keys, QObject *parent)
    : QObject(parent)
    , m_keys(keys)
    , m_file(std::move(file))
    , m_registry({.database = m_file, .samples = samples})
{
}

QFuture<Result<ConnectionSettings>> LocalService::settings()
{
    auto promise = std::make_shared<QPromise<Result<ConnectionSettings>>>();
    promise->start();
    m_waiting.push_back(promise);
    if (!m_started) {
        m_started = true;
        findKey();
        whenDone(m_registry.start(), this, [this](const Result<quint16> &port) {
            m_port = port;
            answer();
        });
    }
    answer();
    return promise->future();
}

void LocalService::findKey()
{
    QTimer::singleShot(keychainPatience, this, [this] { useKey(newKey()); });
    whenDone(m_keys.read(entryName()), this, [this](const Result<AccessKey> &kept) {
        if (kept) {
            useKey(*kept);
        } else if (kept.error().kind == Error::Kind::NotFound && m_key.isEmpty()) {
            const AccessKey made = newKey();
            m_keys.write(entryName(), made); // should it fail, the next start makes another
            useKey(made);
        } else {
            useKey(newKey());
        }
    });
}

void LocalService::useKey(const AccessKey &key)
{
    if (!m_key.isEmpty())
        return;
    m_key = key;
    m_registry.addKey(key);
    answer();
}

void LocalService::answer()
{
    if (m_key.isEmpty() || !m_port)
        return;
    Result<ConnectionSettings> result = failure(Error::Kind::Storage);
    if (!*m_port) {
        result = failure(m_port->error());
    } else {
        const auto endpoint = Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(**m_port));
        if (endpoint) {
            result = ConnectionSettings{.title = tr("Local registry"),
                                        .isLocal = true,
                                        .endpoint = *endpoint,
                                        .key = m_key,
                                        .registryKey = localRegistryKey(m_file)};
        }
    }
    for (const auto &promise : std::exchange(m_waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
}

QString LocalService::notice() const
{
    using Kind = RegistryNotice::Kind;
    const RegistryNotice found = m_registry.notice();
    const QString file = visibleText(found.file, 4096);
    const QString aside = visibleText(found.keptAside, 4096);
    switch (found.kind) {
    case Kind::None: break;
    case Kind::Recovered:
        return tr("The file of the local registry was damaged. It is kept as %1; %2.",
                  "%2 says how many models could be read")
            .arg(aside, tr("%n model(s) could be read and are in a new file, with their labels and "
                           "versions",
                           nullptr, found.models));
    case Kind::ChangesAside:
        return tr("The file of the local registry, %1, was replaced. Changes that belonged to the "
                  "earlier one are kept as %2.")
            .arg(file, aside);
    case Kind::ReadOnly:
        return tr("The file of the local registry, %1, may only be read: what you save will be "
                  "refused.")
            .arg(file);
    }
    return {};
}

} // namespace modelscribe

#include "moc_localservice.cpp"
