// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/operations.h"
#include "connect/connector.h"
#include "credentials/fixedcredentials.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "ui/window/mainwindow.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <optional>

namespace modelscribe::testing {

//! A registry on loopback, a workbench that uses it, and profiles that keep keys in memory.
class UiWorld
{
public:
    explicit UiWorld(std::optional<int> samples = {})
        : m_key{.id = "test-id", .secret = "test-secret", .securityToken = {}}
        , profiles(m_folder.filePath(QStringLiteral("profiles.json")), m_keys)
        , m_registry({.database = m_folder.filePath(QStringLiteral("registry/db.sqlite")),
                      .port = 0,
                      .keys = {m_key},
                      .samples = samples,
                      .now = [this] { return QDateTime::fromSecsSinceEpoch(m_now).toUTC(); }})
    {
        setNow(QDateTime::currentDateTimeUtc());
    }

    //! False when the registry does not answer.
    bool connectToRegistry()
    {
        if (m_registry.port() == 0) {
            const auto port = m_registry.start();
            if (!QTest::qWaitFor([&port] { return port.isFinished(); }) || !port.result())
                return false;
        }
        connectTo(address());
        return true;
    }

    //! From now on drafts are kept in draftsFile(); before connecting.
    void keepDrafts(const StoreOptions &options = {})
    {
        drafts = std::make_unique<DraftStore>(draftsFile(), QUuid::createUuid(), options);
        workbench.keepIn(drafts.get(), nullptr);
    }
    QString draftsFile() const { return m_folder.filePath(QStringLiteral("drafts.db")); }
    //! What stands in the file, read by somebody else.
    QList<Draft> keptDrafts() const
    {
        DraftStore other(draftsFile());
        return waitFor(other.all()).value_or(DraftList()).drafts;
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_registry.port()); }
    void stopRegistry() { m_registry.stop(); }

    ConnectionSettings settings(const QString &address) const
    {
        return {.target = {.title = QStringLiteral("Local registry"),
                           .isLocal = true,
                           .endpoint = *Endpoint::fromText(address),
                           .workspaceId = {},
                           .registryKey = QStringLiteral("test")},
                .credentials = fixedCredentials(m_key)};
    }
    void connectTo(const QString &address) { workbench.connectTo(settings(address)); }

    //! Connected to a server that takes connections and never says a word.
    void connectToSilence()
    {
        m_silent.listen(QHostAddress::LocalHost);
        connectTo(QStringLiteral("http://127.0.0.1:%1").arg(m_silent.serverPort()));
    }

    bool waitLoaded()
    {
        return QTest::qWaitFor([this] {
            return workbench.catalog()
                   && workbench.catalogSync()->state() == CatalogSync::State::Ready;
        });
    }

    //! Creates a model as if it were \p when; its id, empty when the registry refused.
    QString addModel(const ModelMetadata &metadata, const QDateTime &when)
    {
        setNow(when);
        const auto operation = operations::createModel(metadata, {});
        QString id;
        if (operation)
            id = waitFor(workbench.connection()->client().run(*operation)).value_or(QString());
        setNow(QDateTime::currentDateTimeUtc());
        return id;
    }

    template<typename T>
    static Result<T> waitFor(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            return failure(Error::Kind::Timeout);
        return future.result();
    }

    void setNow(const QDateTime &now) { m_now = now.toSecsSinceEpoch(); }
    const AccessKey &key() const { return m_key; }

    ClientOptions clientOptions()
    {
        ClientOptions options;
        // The clock of the registry, so that its requests are not refused as too old.
        options.now = [this] { return QDateTime::fromSecsSinceEpoch(m_now).toUTC(); };
        options.maxAttempts = 3;
        options.firstDelay = std::chrono::milliseconds(20);
        options.readsPerSecond = 0;
        options.writesPerSecond = 0;
        return options;
    }

private:
    QTemporaryDir m_folder;
    MemoryStore m_keys;
    AccessKey m_key;
    std::atomic<qint64> m_now = 0;
    QTcpServer m_silent;

public:
    std::unique_ptr<DraftStore> drafts;
    Workbench workbench{clientOptions()};
    Profiles profiles;
    Connector connector{profiles};

private:
    LocalRegistry m_registry;
};

} // namespace modelscribe::testing
