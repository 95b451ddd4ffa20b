// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/memorystore.h"

namespace modelscribe {

QFuture<Result<AccessKey>> MemoryStore::read(const QString &profileName)
{
    const auto key = m_keys.constFind(profileName);
    if (key == m_keys.cend())
        return readyResult<AccessKey>(failure(Error::Kind::NotFound));
    return readyResult<AccessKey>(*key);
}

QFuture<Result<std::monostate>> MemoryStore::write(const QString &profileName, const AccessKey &key)
{
    m_keys.insert(profileName, key);
    return readyResult<std::monostate>({});
}

QFuture<Result<std::monostate>> MemoryStore::remove(const QString &profileName)
{
    if (!m_keys.remove(profileName))
        return readyResult<std::monostate>(failure(Error::Kind::NotFound));
    return readyResult<std::monostate>({});
}

} // namespace modelscribe

#include "moc_memorystore.cpp"
