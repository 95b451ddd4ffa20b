// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/walcheck.h"

#include "sqlite/pages.h"

#include <QDateTime>
#include <QFileInfo>

#include <limits>

using namespace Qt::StringLiterals;

namespace modelscribe::pagescan {

namespace {

//! The check sum of the WAL, section 4.2: of \p bytes, going on from \p sum.
struct WalSum
{
    quint32 a = 0;
    quint32 b = 0;

    void add(QByteArrayView bytes, bool bigEndian)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            a += word(bytes, i, bigEndian) + b;
            b += word(bytes, i + 4, bigEndian) + a;
        }
    }
    bool isAt(QByteArrayView bytes, qsizetype at) const
    {
        return a == big32(bytes, at) && b == big32(bytes, at + 4);
    }

private:
    static quint32 word(QByteArrayView bytes, qsizetype at, bool bigEndian)
    {
        return bigEndian ? big32(bytes, at) : qFromLittleEndian<quint32>(bytes.data() + at);
    }
};

} // namespace

bool isWalBroken(const QString &file)
{
    const QByteArray bytes = readFile(file + u"-wal"_s, mostRead);
    const QByteArrayView wal(bytes);
    if (wal.size() < walHead + frameHead)
        return false;
    const auto page = qsizetype(big32(wal, 8));
    WalSum sum;
    const bool bigEndian = big32(wal, 0) & 1;
    sum.add(wal.first(24), bigEndian);
    if (!isWalMagic(wal) || !isPageSize(page) || !sum.isAt(wal, 24))
        return true;
    bool wasWrong = false;
    for (qsizetype at = walHead; at + frameHead + page <= wal.size(); at += frameHead + page) {
        const bool ofThisRun = wal.sliced(at + 8, 8) == wal.sliced(16, 8);
        if (wasWrong && ofThisRun && big32(wal, at + 4) != 0)
            return true;
        sum.add(wal.sliced(at, 8), bigEndian);
        sum.add(wal.sliced(at + frameHead, page), bigEndian);
        wasWrong = wasWrong || !ofThisRun || !sum.isAt(wal, at + 16);
    }
    return false;
}

// Only taking over from the WAL, page after page from the lowest, makes the file newer. So the
// lowest of the pages that had been written up to some moment stands in the file, or nothing has
// been taken over and the file is older.
bool isWalStale(const QString &file)
{
    const QFileInfo main(file);
    const QFileInfo wal(file + u"-wal"_s);
    if (wal.size() == 0 || main.lastModified() <= wal.lastModified())
        return false;
    const Pages pages(file, false, mostRead);
    const QByteArray bytes = readFile(wal.filePath(), mostRead);
    const QByteArrayView frames(bytes);
    const qsizetype size = pages.size();
    if (frames.size() < walHead + frameHead + size || qsizetype(big32(frames, 8)) != size)
        return false; // nothing that could be taken over, or broken
    quint32 lowest = std::numeric_limits<quint32>::max();
    for (qsizetype at = walHead; at + frameHead + size <= frames.size(); at += frameHead + size) {
        const quint32 number = big32(frames, at);
        if (frames.sliced(at + 8, 8) != frames.sliced(16, 8))
            break; // of an earlier run
        if (number > lowest)
            continue;
        lowest = number;
        if (pages.page(number) == frames.sliced(at + frameHead, size))
            return false;
    }
    return lowest != std::numeric_limits<quint32>::max();
}

} // namespace modelscribe::pagescan
