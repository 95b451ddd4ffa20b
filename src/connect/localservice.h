// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "localregistry/localregistry.h"
#include "registry/connection.h"

#include <QObject>

namespace modelscribe {

//! A key for one run of a local registry.
AccessKey madeUpKey();

//! The embedded registry of this process on one file, started when it is first asked for, with a
//! key that is made up for this run.
class LocalService : public QObject
{
    Q_OBJECT

public:
    //! \p samples: how many sample models a newly made \p file gets.
    LocalService(QString file, int samples, QObject *parent = nullptr);

    //! What a Connection needs; the same for everybody who asks.
    QFuture<Result<ConnectionSettings>> settings();
    //! How its file was found; there when settings() has ended.
    RegistryNotice notice() const { return m_registry.notice(); }

private:
    Result<ConnectionSettings> settingsAt(quint16 port) const;
    void answer();

    QString m_file;
    AccessKey m_key;
    LocalRegistry m_registry;
    bool m_started = false;
    std::optional<Result<quint16>> m_port;
    std::vector<std::shared_ptr<QPromise<Result<ConnectionSettings>>>> m_waiting;
};

} // namespace modelscribe
