// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/databasethread.h"
#include "localregistry/router.h"
#include "localregistry/signaturecheck.h"
#include "localregistry/wire.h"

#include <QDateTime>

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
    void closeDatabase();                          //!< After the last answer().
    void addKey(const AccessKey &key);             //!< From any thread.
    WireAnswer answer(const WireRequest &request); //!< From any thread.
    //! The answer to what the HTTP server itself has refused with \p status.
    WireAnswer refuse(int status) const;
    QDateTime now() const { return m_now(); }

private:
    Result<JsonObjectWriter> handle(const WireRequest &request);
    Result<JsonObjectWriter> perform(const RouteMatch &match, ServiceCall call);
    std::optional<AccessKey> keyOf(const QByteArray &id) const;

    std::function<QDateTime()> m_now;
    mutable std::mutex m_keyMutex;
    QHash<QByteArray, AccessKey> m_keys;
    NonceMemory m_nonces;
    DatabaseThread m_thread;
    std::unique_ptr<Database> m_database; //!< Lives in m_thread.
};

} // namespace modelscribe
