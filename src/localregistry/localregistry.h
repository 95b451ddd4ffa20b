// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localregistry/registrynotice.h"
#include "signing/accesskey.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace modelscribe {

struct LocalRegistryOptions
{
    //! Made when it is missing, 0600 in a folder of 0700; one that exists keeps its rights.
    QString database;
    quint16 port = 0;           //!< 0: a free one.
    QList<AccessKey> keys;      //!< More by addKey().
    std::optional<int> samples; //!< Sample models to fill a newly made database with.
    //! Called from several threads.
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

//! The embedded registry: the service's signed API on 127.0.0.1, its data in one SQLite file.
//!
//! It lives in threads of its own; nothing here blocks but stop() and the destructor, which wait
//! for the requests that are being answered, though not longer than a second.
//! docs/local-registry.md says what it does where the service's documents are silent.
class LocalRegistry : public QObject
{
    Q_OBJECT

public:
    explicit LocalRegistry(LocalRegistryOptions options, QObject *parent = nullptr);
    ~LocalRegistry() override; //!< Stops.

    //! Opens the database and listens; the port when it does. Once.
    QFuture<Result<quint16>> start();
    //! Ends every connection and closes the database. There is no second start().
    void stop();
    void addKey(const AccessKey &key); //!< From any thread.
    quint16 port() const;              //!< 0 until it listens and after stop().
    //! What a person has to know about the file; there when start() has ended.
    RegistryNotice notice() const;
    //! What is in it was made up, for the most part; known when start() has ended.
    bool holdsSamples() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
