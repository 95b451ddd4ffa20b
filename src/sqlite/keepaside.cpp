// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/keepaside.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

const QStringList &companions()
{
    static const QStringList endings = {u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return endings;
}

bool isCompanion(const QString &name)
{
    return std::ranges::any_of(companions(),
                               [&](const QString &ending) { return name.endsWith(ending); });
}

QFileInfoList keptOf(const QString &file)
{
    const QFileInfo info(file);
    return info.absoluteDir().entryInfoList({info.fileName() + u".damaged-*"_s}, QDir::Files);
}

//! A name that nothing has yet; fails when enough is kept.
Result<QString> nextName(const QString &file, int maxCount, qint64 maxSize)
{
    int count = 0;
    qint64 size = 0;
    for (const QFileInfo &kept : keptOf(file)) {
        size += kept.size();
        if (!isCompanion(kept.fileName()))
            ++count;
    }
    if (count >= maxCount || size >= maxSize)
        return failure(Error::Kind::Storage,
                       u"%1 damaged files are kept beside it already"_s.arg(count));

    const QString stem = file + u".damaged-"_s
                         + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = stem;
    for (int again = 2; QFile::exists(name) || QFile::exists(name + u"-wal"_s); ++again)
        name = stem + u'-' + QString::number(again);
    return name;
}

Result<void> renameCompanions(const QString &file, const QString &name)
{
    for (const QString &ending : companions()) {
        if (QFile::exists(file + ending) && !QFile::rename(file + ending, name + ending))
            return failure(Error::Kind::Storage, u"%1 cannot be renamed"_s.arg(file + ending));
    }
    return {};
}

} // namespace

Result<QString> keepAside(const QString &file, int maxCount, qint64 maxSize)
{
    const auto name = nextName(file, maxCount, maxSize);
    if (!name)
        return name;
    // The file itself first: should the rest fail, nobody takes a new file's WAL for the old one's.
    if (QFile::exists(file) && !QFile::rename(file, *name))
        return failure(Error::Kind::Storage, u"%1 cannot be renamed"_s.arg(file));
    if (const auto renamed = renameCompanions(file, *name); !renamed)
        return failure(renamed.error());
    return name;
}

void dropKeptAside(const QString &file)
{
    for (const QFileInfo &kept : keptOf(file))
        QFile::remove(kept.filePath());
}

Result<QString> keepWalAside(const QString &file, int maxCount, qint64 maxSize)
{
    const auto name = nextName(file, maxCount, maxSize);
    if (!name)
        return name;
    if (const auto renamed = renameCompanions(file, *name); !renamed)
        return failure(renamed.error());
    return *name + u"-wal"_s;
}

} // namespace modelscribe
