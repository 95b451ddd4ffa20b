// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/pages.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace modelscribe::pagescan {

namespace {

constexpr qsizetype usualPage = 4096;

} // namespace

bool isPageSize(qsizetype size)
{
    return size >= 512 && size <= 65536 && std::has_single_bit(size_t(size));
}

bool isWalMagic(QByteArrayView wal) { return (big32(wal, 0) & ~1U) == 0x377f0682; }

QByteArray readFile(const QString &name, qint64 maxSize)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.read(
        std::min(maxSize, file.size())); // room for all that is asked for is made first
}

Pages::Pages(const QString &file, bool withWal, qint64 maxSize)
    : m_file(file)
    , m_wal(withWal ? readFile(file + u"-wal"_s, mostRead) : QByteArray())
    , m_size(usualPage)
{
    if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        m_fileSize = std::min(m_file.size(), maxSize);
    const QByteArray head = m_fileSize >= fileHead ? m_file.read(fileHead) : QByteArray();
    if (head.size() == fileHead) {
        const qsizetype size = big16(head, 16) == 1 ? 65536 : big16(head, 16);
        if (isPageSize(size))
            m_size = size;
    }
    findFrames();
}

QByteArrayView Pages::page(quint32 number) const
{
    if (const auto frame = m_frames.constFind(number); frame != m_frames.constEnd())
        return QByteArrayView(m_wal).sliced(*frame, m_size);
    const qint64 from = (qint64(number) - 1) * m_size;
    if (number == 0 || from + m_size > m_fileSize)
        return {};
    if (const auto known = m_read.constFind(number); known != m_read.constEnd())
        return *known;
    if (!m_file.seek(from))
        return {};
    const QByteArray read = m_file.read(m_size);
    if (read.size() != m_size)
        return {};
    return *m_read.insert(number, read);
}

// Frames of an earlier run stand behind those of the last (the salts tell them apart), and
// those of a change that was never committed at the end. Check sums are not looked at: one bad
// frame must not hide those behind it.
void Pages::findFrames()
{
    if (m_wal.size() < walHead + frameHead + m_size)
        return;
    const QByteArrayView wal(m_wal);
    const QByteArrayView salts = wal.sliced(isWalMagic(wal) ? 16 : walHead + 8, 8);
    QHash<quint32, qsizetype> open;
    for (qsizetype at = walHead; at + frameHead + m_size <= wal.size(); at += frameHead + m_size) {
        const quint32 number = big32(wal, at);
        if (wal.sliced(at + 8, 8) != salts || number == 0 || number > mostPages)
            continue;
        open.insert(number, at + frameHead);
        if (big32(wal, at + 4) == 0) // not the last of a change
            continue;
        m_frames.insert(open);
        open.clear();
    }
    for (auto frame = m_frames.cbegin(); frame != m_frames.cend(); ++frame)
        m_lastFramed = std::max(m_lastFramed, frame.key());
}

} // namespace modelscribe::pagescan
