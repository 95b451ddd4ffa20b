// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/sharedjsonfile.h"

#include "core/ordinaryfile.h"
#include "core/paths.h"
#include "core/platform.h"
#include "core/privatefile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxSharedBytes = 1024 * 1024;
constexpr int sharedLockPatience = 10'000; // ms; others have it for some milliseconds
constexpr auto sharedDamaged = "damaged"_L1;

tl::unexpected<Error> sharedTrouble(const QString &file, const QString &why,
                                    const QString &code = {})
{
    // Where there are words for the code, they stand in place of the detail.
    return failure(Error{.kind = Error::Kind::Storage,
                         .detail = u"%1: %2"_s.arg(file, why),
                         .code = code,
                         .file = code.isEmpty() ? QString() : file});
}

} // namespace

Error lockError(const QLockFile &lock)
{
    switch (lock.error()) {
    case QLockFile::LockFailedError:
        return {.kind = Error::Kind::Storage, .code = u"locked"_s, .file = lock.fileName()};
    case QLockFile::PermissionError:
        return {.kind = Error::Kind::Storage, .code = u"no-rights"_s, .file = lock.fileName()};
    default: return {.kind = Error::Kind::Storage, .detail = u"cannot make "_s + lock.fileName()};
    }
}

SharedJsonFile::SharedJsonFile(QString name)
    : m_name(std::move(name))
{
}

Result<QJsonObject> SharedJsonFile::read() const
{
    if (platform::isMissing(m_name))
        return QJsonObject();
    const auto text = readOrdinaryFile(m_name, maxSharedBytes);
    if (!text && text.error().code != "too-large"_L1)
        return sharedTrouble(m_name, text.error().detail);
    const QJsonDocument document = QJsonDocument::fromJson(text.value_or(QByteArray()));
    if (!document.isObject())
        return sharedTrouble(m_name, u"it is damaged"_s, sharedDamaged);
    return document.object();
}

Result<std::monostate> SharedJsonFile::change(const std::function<void(QJsonObject &)> &edit) const
{
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_name).path()); !folder)
        return folder;
    QLockFile lock(m_name + u".lock"_s);
    if (!lock.tryLock(sharedLockPatience))
        return failure(lockError(lock));
    auto held = read();
    if (!held && held.error().code != sharedDamaged)
        return failure(held.error());
    if (!held) {
        if (const auto copied = copyDamagedFile(m_name); !copied)
            return copied;
    }
    const QJsonObject before = held.value_or(QJsonObject());
    QJsonObject after = before;
    edit(after);
    if (held && after == before)
        return std::monostate();
    return writePrivateFile(m_name, QJsonDocument(after).toJson());
}

} // namespace modelscribe
