// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/databasethread.h"
#include "localregistry/registrynotice.h"
#include "localregistry/router.h"
#include "localregistry/signaturecheck.h"
#include "localregistry/wire.h"

#include <QDateTime>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace modelscribe {

//! The registry without its network: a request in, an answer out.
class Service
{
public:
    explicit Service(std::function<QDateTime()> now);
    ~Service();

    //! Before the first answer().
    Result<void> openDatabase(const QString &file, std::optional<int> samples);
    RegistryNotice notice() const { return m_notice; } //!< After openDatabase().
    //! See holdsSamples(Database &); after openDatabase().
    bool holdsSamples() const { return m_holdsSamples; }
    //! What is being done with the database fails as soon as it can; from any thread, for good.
    void interrupt() { m_isInterrupted = true; }
    void closeDatabase();                          //!< After the last answer().
    void addKey(const AccessKey &key);             //!< From any thread.
    WireAnswer answer(const WireRequest &request); //!< From any thread.
    //! The answer to what the HTTP server itself has refused with \p status.
    WireAnswer refuse(int status) const;
    QDateTime now() const { return m_now(); }

private:
    Result<JsonObjectWriter> handle(const WireRequest &request);
    Result<void> open(std::optional<int> samples);
    Result<void> useCurrentFile();
    Result<JsonObjectWriter> perform(const RouteMatch &match, ServiceCall call);
    std::optional<AccessKey> keyOf(const QByteArray &id) const;

    std::function<QDateTime()> m_now;
    mutable std::mutex m_keyMutex;
    QHash<QByteArray, AccessKey> m_keys;
    NonceMemory m_nonces;
    DatabaseThread m_thread;
    std::atomic<bool> m_isInterrupted = false;
    // In m_thread.
    QString m_file;
    RegistryNotice m_notice;
    bool m_holdsSamples = false; //!< When it was opened first.
    std::unique_ptr<Database> m_database;
};

} // namespace modelscribe
