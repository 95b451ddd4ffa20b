// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/filelook.h"

#include "sqlite/pages.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 largestPage = 65536;
constexpr qint64 mostZeros = 256 * 1024 * 1024;

bool isZeroToItsEnd(QFile &file, QByteArray read)
{
    if (file.size() > mostZeros) // a disk's image rather
        return false;
    const auto isZero = [](const QByteArray &bytes) {
        return std::ranges::all_of(bytes, [](char byte) { return byte == 0; });
    };
    for (; !read.isEmpty(); read = file.read(largestPage)) {
        if (!isZero(read))
            return false;
    }
    return file.atEnd();
}

// Offsets 60, 68 and 28 of the file's head, and the number of cells of its first page.
void readHead(FileLook &look, const QString &file, QByteArrayView head)
{
    using namespace pagescan;
    const Pages pages(file, look.hasWal, largestPage);
    const QByteArrayView first = pages.page(1);
    const QByteArrayView known = first.isEmpty() ? head : first;
    look.version = int(big32(known, 60));
    look.application = int(big32(known, 68));
    look.isBlank = look.version == 0 && look.application == 0 && big32(known, 28) <= 1
                   && (first.isEmpty() || big16(first, fileHead + 3) == 0);
}

} // namespace

FileLook lookAt(const QString &file)
{
    using Kind = FileLook::Kind;
    const QFileInfo info(file);
    FileLook look{.hasWal = QFileInfo(file + u"-wal"_s).size() > 0};
    if (!info.exists())
        return look;
    if (info.isDir())
        return {.kind = Kind::Folder};
    if (!info.isFile()) // opening a pipe would wait
        return {.kind = Kind::Special};
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly))
        return {.kind = Kind::NoRights};
    const QByteArray head = handle.read(pagescan::fileHead);
    if (head.isEmpty()) {
        look.kind = Kind::Empty;
    } else if (head.size() == pagescan::fileHead
               && head.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        look.kind = Kind::Database;
        readHead(look, file, head);
    } else {
        look.kind = isZeroToItsEnd(handle, head) ? Kind::Zeros : Kind::Other;
    }
    return look;
}

Result<void> makeNewFile(const QString &file)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadWrite | QIODevice::NewOnly,
                     QFile::ReadOwner | QFile::WriteOwner))
        return failure(Error::Kind::Storage, handle.errorString());
    return {};
}

} // namespace modelscribe
