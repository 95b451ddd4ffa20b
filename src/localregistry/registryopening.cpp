// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryopening.h"

#include "core/paths.h"
#include "localregistry/registryrecovery.h"
#include "localregistry/samples.h"
#include "sqlite/filelook.h"
#include "sqlite/keepaside.h"
#include "sqlite/pagescan.h"
#include "sqlite/walcheck.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int newestBelievable = 9999; // a higher version is a damaged one
constexpr int mostKeptAside = 10;
constexpr qint64 mostKeptAsideSize = qint64(4) * 1024 * 1024 * 1024;
constexpr int replacingPatience = 3000; // milliseconds, for another process that replaces it
constexpr auto nextEnding = ".new"_L1;

tl::unexpected<Error> trouble(const QString &file, const QString &code, const QString &detail = {})
{
    return failure(Error{.kind = Error::Kind::Storage,
                         .detail = detail.isEmpty() ? file : u"%1: %2"_s.arg(file, detail),
                         .code = code,
                         .file = file});
}

QString folderOf(const QString &file) { return QFileInfo(file).absolutePath(); }

//! SQLite puts its own files beside the one that a symbolic link leads to.
QString realPath(const QString &file)
{
    const QString real = QFileInfo(file).canonicalFilePath();
    return real.isEmpty() ? QFileInfo(file).absoluteFilePath() : real;
}

enum class Finding { Missing, Usable, WalOfAnother, Damaged };

QString nameIn(const QString &file, bool withWal)
{
    for (const QString &name : pagescan::names(file, withWal, "view"_L1)) {
        if (name.startsWith("file_"_L1))
            return name;
    }
    return {};
}

Finding lookAtWal(const QString &file)
{
    if (pagescan::isWalBroken(file))
        return Finding::Damaged;
    const QString name = nameIn(file, false);
    if (pagescan::isWalStale(file) || (!name.isEmpty() && name != nameIn(file, true)))
        return Finding::WalOfAnother;
    return Finding::Usable;
}

Result<Finding> lookAtDatabase(const QString &file, const FileLook &look)
{
    if (!look.isBlank && look.application != Database::applicationId)
        return trouble(file, u"other-program"_s);
    if (look.version > Database::schemaVersion && look.version <= newestBelievable)
        return trouble(file, u"newer-version"_s,
                       u"it has schema %1, this program knows %2"_s.arg(look.version)
                           .arg(Database::schemaVersion));
    if (!look.isBlank && look.version != Database::schemaVersion)
        return Finding::Damaged;
    return look.hasWal ? lookAtWal(file) : Finding::Usable;
}

//! Changes nothing.
Result<Finding> lookOnce(const QString &file)
{
    using Kind = FileLook::Kind;
    const FileLook look = lookAt(file);
    switch (look.kind) {
    case Kind::Folder: return trouble(file, u"is-directory"_s);
    case Kind::Special: return trouble(file, u"no-file"_s);
    case Kind::NoRights: return trouble(file, u"no-reading"_s);
    case Kind::Database: return lookAtDatabase(file, look);
    case Kind::Missing:
    case Kind::Empty:
        if (!look.hasWal)
            return look.kind == Kind::Missing ? Finding::Missing : Finding::Usable;
        break;
    case Kind::Zeros:
        if (file == realPath(paths::localRegistryFile()))
            return Finding::Damaged;
        break;
    case Kind::Other: break;
    }
    if (holdsRegistryRows(file))
        return Finding::Damaged;
    return trouble(file, u"no-registry"_s);
}

// Another process may be writing to it just now.
Result<Finding> look(const QString &file)
{
    constexpr int looks = 4;
    constexpr int pause = 50;
    for (int count = 1;; ++count) {
        const auto found = lookOnce(file);
        if (!found || count == looks
            || (*found != Finding::Damaged && *found != Finding::WalOfAnother))
            return found;
        QThread::msleep(pause);
    }
}

Result<void> make(const QString &file)
{
    const QDir folder(folderOf(file));
    if (!folder.exists()) {
        const QDir parent(QFileInfo(folder.path()).absolutePath());
        if (!parent.mkpath(u"."_s)
            || (!parent.mkdir(folder.dirName(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
                && !folder.exists()))
            return trouble(file, u"no-rights"_s, u"cannot make the folder "_s + folder.path());
    }
    const auto made = makeNewFile(file);
    if (!made && !QFileInfo::exists(file)) // another process may have been quicker
        return trouble(file, u"no-rights"_s, made.error().detail);
    return {};
}

Database::Access accessTo(const QString &file)
{
    const auto exists = [&file](QLatin1StringView ending) {
        return QFileInfo::exists(file + ending);
    };
    const bool hasCompanions = exists("-wal"_L1) && exists("-shm"_L1);
    if (QFileInfo(file).isWritable() && (QFileInfo(folderOf(file)).isWritable() || hasCompanions))
        return Database::Access::Write;
    // Otherwise SQLite would leave a WAL with the rights of the file, which later nobody may write.
    return exists("-wal"_L1) ? Database::Access::Read : Database::Access::ReadUnchanging;
}

//! Of one file, from looking at it to a database that can be used.
class RegistryOpening
{
public:
    RegistryOpening(const QString &file, const std::atomic<bool> *interrupted)
        : m_file(realPath(file))
        , m_interrupted(interrupted)
        , m_notice{.file = m_file}
    {
    }

    Result<OpenedRegistry> open()
    {
        // More than one round when this or another process puts another file in its place.
        constexpr int rounds = 5;
        for (int round = 1; round <= rounds; ++round) {
            endReplacing();
            const auto found = look(m_file);
            if (!found)
                return failure(found.error());
            m_identity = platform::fileIdentity(m_file);
            const auto done = act(*found);
            if (!done)
                return failure(done.error());
            if (m_database)
                return OpenedRegistry{std::move(m_database), m_notice};
        }
        return trouble(m_file, u"damaged"_s);
    }

private:
    //! What \p found asks for; m_database is there when that was opening it.
    Result<void> act(Finding found)
    {
        switch (found) {
        case Finding::Missing: return make(m_file);
        case Finding::WalOfAnother: return putWalAside();
        case Finding::Damaged: return replace(u"it cannot be read"_s);
        case Finding::Usable: break;
        }
        const auto access = accessTo(m_file);
        if (access != Database::Access::Write)
            m_notice.kind = RegistryNotice::Kind::ReadOnly;
        const bool hadWal = QFileInfo(m_file + u"-wal"_s).size() > 0;
        auto database = Database::connect(m_file, access, m_interrupted);
        if (!database)
            return trouble(m_file, u"no-rights"_s, database.error().detail);
        auto opened = (*database)->check(hadWal).and_then(
            [&] { return (*database)->prepare(platform::isOnNetwork(m_file)); });
        if (opened) {
            m_database = std::move(*database);
            return {};
        }
        if ((*database)->trouble() == "damaged"_L1)
            return replace(opened.error().detail);
        const QString word = opened.error().code == "other-program"_L1 ? opened.error().code
                                                                       : (*database)->trouble();
        return trouble(m_file, word, opened.error().detail);
    }

    // A kill at any place here leaves the damaged file, or the new one complete under its other
    // name.
    Result<void> replace(const QString &why)
    {
        if (!QFileInfo(folderOf(m_file)).isWritable())
            return trouble(m_file, u"damaged"_s, why);
        // Of two processes that find it damaged at the same time, one replaces it.
        QLockFile lock(m_file + u".lock"_s);
        lock.tryLock(replacingPatience);
        if (m_identity != platform::fileIdentity(m_file))
            return {};
        const auto models = makeNext();
        if (!models) {
            removeNext();
            return trouble(m_file, u"damaged"_s, why + u"; "_s + models.error().detail);
        }
        const auto kept = keepAside(m_file, mostKeptAside, mostKeptAsideSize);
        if (!kept) {
            removeNext();
            return trouble(m_file, u"damaged"_s, why + u"; "_s + kept.error().detail);
        }
        endReplacing();
        m_notice = {.kind = RegistryNotice::Kind::Recovered,
                    .file = m_file,
                    .keptAside = *kept,
                    .models = *models};
        return {};
    }

    Result<void> putWalAside()
    {
        const auto kept = keepWalAside(m_file, mostKeptAside, mostKeptAsideSize);
        if (!kept)
            return trouble(m_file, u"damaged"_s, kept.error().detail);
        m_notice = {.kind = RegistryNotice::Kind::ChangesAside, .file = m_file, .keptAside = *kept};
        return {};
    }

    QString next() const { return m_file + nextEnding; }

    void endReplacing() const
    {
        if (!QFileInfo::exists(m_file) && QFile::exists(next()))
            QFile::rename(next(), m_file); // another process may have done it by now
    }

    void removeNext() const
    {
        for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(next() + ending);
    }

    //! A new file with what can be read of the damaged one, and its rights.
    Result<int> makeNext() const
    {
        removeNext();
        if (const auto made = makeNewFile(next()); !made)
            return failure(made.error());
        auto database = Database::connect(next(), Database::Access::Write, m_interrupted);
        if (!database)
            return failure(database.error());
        Database &filled = **database;
        const auto models = filled.prepare(true)
                                .and_then([&] {
                                    return addSamples(filled, 0,
                                                      QDateTime::currentMSecsSinceEpoch());
                                })
                                .and_then([&] { return recoverRegistry(m_file, filled); });
        if (!models)
            return models;
        if (const auto done = filled.initialised(); !done)
            return failure(done.error());
        if (QFileInfo::exists(m_file))
            platform::copyRights(m_file, next());
        return models;
    }

    QString m_file;
    const std::atomic<bool> *m_interrupted;
    RegistryNotice m_notice;
    std::optional<platform::FileIdentity> m_identity;
    std::unique_ptr<Database> m_database;
};

} // namespace

Result<OpenedRegistry> openRegistry(const QString &file, const std::atomic<bool> *interrupted)
{
    return RegistryOpening(file, interrupted).open();
}

} // namespace modelscribe
