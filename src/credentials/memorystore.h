// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keystore.h"

#include <QHash>

namespace modelscribe {

//! Keeps keys until the program ends.
class MemoryStore : public KeyStore
{
    Q_OBJECT

public:
    using KeyStore::KeyStore;

    QFuture<Result<AccessKey>> read(const QString &profileName) override;
    QFuture<Result<std::monostate>> write(const QString &profileName,
                                          const AccessKey &key) override;
    QFuture<Result<std::monostate>> remove(const QString &profileName) override;

private:
    QHash<QString, AccessKey> m_keys;
};

} // namespace modelscribe
