// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "credentials/keystore.h"
#include "localregistry/localregistry.h"
#include "registry/connection.h"

#include <QObject>

#include <memory>

namespace modelscribe {

//! The embedded registry of this process, started when it is first asked for.
class LocalService : public QObject
{
    Q_OBJECT

public:
    //! \p samples: how many sample models a newly made \p file gets.
    LocalService(QString file, int samples, KeyStore &keys, QObject *parent = nullptr);

    //! What connectTo() needs. The registry's own key is read from \p keys, or made and kept there
    //! at the first start; a keychain that does not answer at once costs nothing but that: the key
    //! then lives in memory.
    QFuture<Result<ConnectionSettings>> settings();
    //! How its file was found, in a sentence, there when settings() has ended; empty: nothing to
    //! say.
    QString notice() const;

private:
    void findKey();
    void useKey(const AccessKey &key);
    void answer();

    KeyStore &m_keys;
    QString m_file;
    LocalRegistry m_registry;
    bool m_started = false;
    AccessKey m_key;
    std::optional<Result<quint16>> m_port;
    std::vector<std::shared_ptr<QPromise<Result<ConnectionSettings>>>> m_waiting;
};

} // namespace modelscribe
