// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storechecks.h"

#include "core/paths.h"
#include "sqlite/filelook.h"
#include "sqlite/walcheck.h"
#include "store/storefile.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 almostFull = 256 * 1024;

constexpr std::array states = {
    std::pair(StoreState::Ready, "ready"),
    std::pair(StoreState::DamagedReplaced, "damaged-replaced"),
    std::pair(StoreState::NewerVersion, "newer-version"),
    std::pair(StoreState::Damaged, "damaged"),
    std::pair(StoreState::ReadOnly, "read-only"),
    std::pair(StoreState::Full, "full"),
    std::pair(StoreState::Locked, "locked"),
    std::pair(StoreState::IsDirectory, "is-directory"),
    std::pair(StoreState::NoRights, "no-rights"),
    std::pair(StoreState::SymbolicLink, "symbolic-link"),
    std::pair(StoreState::Failed, "failed"),
};

} // namespace

QString storeCode(StoreState state)
{
    for (const auto &[known, word] : states) {
        if (known == state)
            return QString::fromLatin1(word);
    }
    return {};
}

namespace storechecks {

namespace {

//! Why nothing can be written at \p path, when SQLite or the system only say that it cannot.
StoreState whyNot(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).absolutePath();
    const QStorageInfo storage(folder);
    if (storage.isReadOnly())
        return StoreState::ReadOnly;
    if (storage.isValid() && storage.bytesAvailable() < almostFull)
        return StoreState::Full;
    const QFileInfo info(path);
    if (info.exists() && info.isReadable())
        return info.isWritable() && QFileInfo(folder).isWritable() ? StoreState::Failed
                                                                   : StoreState::ReadOnly;
    return StoreState::NoRights;
}

Result<void> lookOnce(const QString &file, const StoreSchema &schema)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly))
        return failure(error(StoreState::NoRights, handle.errorString()));
    const QByteArray head = handle.read(100);
    const bool hasWal = QFileInfo(file + u"-wal"_s).size() > 0;
    if (head.isEmpty() && !hasWal)
        return {};
    if (head.size() < 100 || !head.startsWith("SQLite format 3"))
        return failure(error(StoreState::Damaged, u"the head is damaged"_s));
    const auto version = qFromBigEndian<qint32>(head.constData() + 60);
    const auto application = qFromBigEndian<qint32>(head.constData() + 68);
    if (application == schema.applicationId && version > schema.version()
        && version <= newestBelievable)
        return failure(error(StoreState::NewerVersion, u"version %1"_s.arg(version)));
    if (pagescan::isWalBroken(file))
        return failure(error(StoreState::Damaged, u"the WAL is damaged"_s));
    if (hasWal && pagescan::isWalStale(file))
        return failure(error(StoreState::Damaged, u"the WAL is of an earlier file"_s));
    return {};
}

} // namespace

Error error(StoreState state, const QString &detail)
{
    return {.kind = Error::Kind::Storage, .detail = detail, .code = storeCode(state)};
}

StoreState stateOf(const Error &error)
{
    for (const auto &[state, word] : states) {
        if (error.code == QLatin1StringView(word))
            return state;
    }
    return StoreState::Failed;
}

StoreState stateOfSqlite(int code, const QString &file)
{
    switch (code & 0xff) {
    case 1:  // ERROR: a table is not there
    case 11: // CORRUPT
    case 26: // NOTADB
        return StoreState::Damaged;
    case 3:  // PERM
    case 23: // AUTH
        return StoreState::NoRights;
    case 5: // BUSY
    case 6: // LOCKED
        return StoreState::Locked;
    case 8: return StoreState::ReadOnly;
    case 13: return StoreState::Full;
    case 10: // IOERR
    case 14: // CANTOPEN
        return file.isEmpty() ? StoreState::Failed : whyNot(file);
    default: return StoreState::Failed;
    }
}

// Another process may be writing to it just now.
Result<void> looksUsable(const QString &file, const StoreSchema &schema)
{
    constexpr int looks = 4;
    constexpr int pause = 50;
    for (int look = 1;; ++look) {
        const auto usable = lookOnce(file, schema);
        if (usable || look == looks || stateOf(usable.error()) != StoreState::Damaged)
            return usable;
        QThread::msleep(pause);
    }
}

Result<void> make(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (const auto made = paths::makePrivateFolder(folder); !made)
        return failure(error(whyNot(file), made.error().detail));
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        const QFileInfo info(file + ending);
        if (info.isSymLink())
            return failure(error(StoreState::SymbolicLink, info.symLinkTarget()));
        if (info.isDir())
            return failure(error(StoreState::IsDirectory, info.fileName()));
        if (info.exists() && !info.isFile())
            return failure(error(StoreState::Failed, u"it is no ordinary file"_s));
    }
    const auto made = makeNewFile(file);
    if (made || QFileInfo(file).isWritable())
        return {};
    return failure(error(whyNot(file), made.error().detail));
}

void restrictRights(const QString &file, const StoreSchema &schema)
{
    const FileLook look = lookAt(file);
    const bool isOurs = look.kind == FileLook::Kind::Empty
                        || (look.kind == FileLook::Kind::Database
                            && (look.isBlank || look.application == schema.applicationId));
    if (!isOurs)
        return;
    // Fails for a file that another user lent us.
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        std::ignore = paths::makeFilePrivate(file + ending);
}

} // namespace storechecks

} // namespace modelscribe
