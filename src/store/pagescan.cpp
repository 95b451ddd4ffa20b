// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagescan.h"

#include <QFile>
#include <QHash>
#include <QtEndian>

#include <bit>

using namespace Qt::StringLiterals;

// The format is described at https://www.sqlite.org/fileformat2.html, to which the comments refer.
namespace modelscribe::pagescan {

namespace {

constexpr qsizetype walHead = 32;
constexpr qsizetype frameHead = 24;
constexpr qsizetype usualPage = 4096;
constexpr qsizetype largestValue = 64 * 1024 * 1024;
constexpr qint64 mostRead = 256 * 1024 * 1024;
constexpr quint32 mostPages = 1 << 24;
constexpr uchar tableLeaf = 0x0d;

quint32 big32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

quint16 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

bool isPageSize(qsizetype size)
{
    return size >= 512 && size <= 65536 && std::has_single_bit(size_t(size));
}

bool isWalMagic(QByteArrayView wal) { return (big32(wal, 0) & ~1U) == 0x377f0682; }

QByteArray readFile(const QString &name, qint64 maxSize)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(maxSize) : QByteArray();
}

struct Varint
{
    quint64 value = 0;
    qsizetype size = 0; //!< 0: it does not end.
};

//! Section 1.6: up to nine bytes, high ones first, all eight bits of the ninth.
Varint varintAt(QByteArrayView bytes, qsizetype at)
{
    Varint result;
    for (qsizetype i = 0; i < 9 && at + i < bytes.size(); ++i) {
        const auto byte = quint8(bytes[at + i]);
        if (i == 8) {
            result.value = result.value << 8 | byte;
            result.size = 9;
            return result;
        }
        result.value = result.value << 7 | (byte & 0x7f);
        if (byte < 0x80) {
            result.size = i + 1;
            return result;
        }
    }
    return {};
}

//! A file's pages by number, the WAL's instead of the file's where it has them.
class Pages
{
public:
    Pages(const QString &file, bool withWal, qint64 maxSize)
        : m_main(readFile(file, maxSize))
        , m_wal(withWal ? readFile(file + u"-wal"_s, maxSize) : QByteArray())
    {
        if (m_main.size() >= 100) {
            const qsizetype size = big16(m_main, 16) == 1 ? 65536 : big16(m_main, 16);
            if (isPageSize(size))
                m_size = size;
        }
        findFrames();
    }

    qsizetype count() const { return std::max(m_main.size() / m_size, qsizetype(m_lastFramed)); }
    qsizetype size() const { return m_size; }

    QByteArrayView page(quint32 number) const
    {
        if (const auto frame = m_frames.constFind(number); frame != m_frames.constEnd())
            return QByteArrayView(m_wal).sliced(*frame, m_size);
        const qsizetype from = (qsizetype(number) - 1) * m_size;
        if (number == 0 || from + m_size > m_main.size())
            return {};
        return QByteArrayView(m_main).sliced(from, m_size);
    }

private:
    // Frames of an earlier run stand behind those of the last (the salts tell them apart), and
    // those of a change that was never committed at the end. Check sums are not looked at: one bad
    // frame must not hide those behind it.
    void findFrames()
    {
        if (m_wal.size() < walHead + frameHead + m_size)
            return;
        const QByteArrayView wal(m_wal);
        const QByteArrayView salts = wal.sliced(isWalMagic(wal) ? 16 : walHead + 8, 8);
        QHash<quint32, qsizetype> open;
        for (qsizetype at = walHead; at + frameHead + m_size <= wal.size();
             at += frameHead + m_size) {
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

    QByteArray m_main;
    QByteArray m_wal;
    qsizetype m_size = usualPage;
    QHash<quint32, qsizetype> m_frames; //!< Page number to place in the WAL.
    quint32 m_lastFramed = 0;
};

//! Section 1.6 of cells, 1.7 of overflow pages. Empty when it is cut or absurd.
QByteArray payloadAt(const Pages &pages, QByteArrayView page, qsizetype at, quint64 size)
{
    if (size > quint64(largestValue))
        return {};
    const qsizetype usable = pages.size();
    const auto whole = qsizetype(size);
    qsizetype local = whole;
    if (whole > usable - 35) {
        const qsizetype least = (usable - 12) * 32 / 255 - 23;
        const qsizetype some = least + (whole - least) % (usable - 4);
        local = some <= usable - 35 ? some : least;
    }
    if (at + local + (local < whole ? 4 : 0) > page.size())
        return {};
    QByteArray payload = page.sliced(at, local).toByteArray();
    if (local == whole)
        return payload;
    payload.reserve(whole);
    for (quint32 next = big32(page, at + local); payload.size() < whole;) {
        const QByteArrayView overflow = pages.page(next);
        if (overflow.isEmpty())
            return {};
        payload.append(overflow.sliced(4).first(std::min(usable - 4, whole - payload.size())));
        next = big32(overflow, 0);
    }
    return payload;
}

qsizetype storedSize(quint64 type)
{
    constexpr qsizetype sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 10)
        return sizes[type];
    if (type < 12 || type > quint64(largestValue) * 2 + 13)
        return -1;
    return qsizetype(type - 12) / 2;
}

QVariant storedValue(quint64 type, QByteArrayView bytes)
{
    if (type == 0)
        return {};
    if (type == 8 || type == 9)
        return qint64(type - 8);
    if (type == 7)
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data()));
    if (type < 7) {
        qint64 value = qint8(bytes.front());
        for (const char byte : bytes.sliced(1))
            value = value * 256 + quint8(byte);
        return value;
    }
    return type % 2 == 0 ? QVariant(bytes.toByteArray()) : QVariant(QString::fromUtf8(bytes));
}

//! Section 2.1, the record format. Empty when it is none.
QVariantList valuesOf(QByteArrayView payload, qint64 key)
{
    const Varint head = varintAt(payload, 0);
    if (head.size == 0 || head.value > quint64(payload.size()))
        return {};
    QVariantList values;
    auto data = qsizetype(head.value);
    for (qsizetype at = head.size; at < qsizetype(head.value);) {
        const Varint type = varintAt(payload, at);
        const qsizetype size = type.size == 0 ? -1 : storedSize(type.value);
        if (size < 0 || size > payload.size() - data)
            return {};
        values.append(storedValue(type.value, payload.sliced(data, size)));
        data += size;
        at += type.size;
    }
    // A column that is the row's number is stored as NULL.
    if (!values.isEmpty() && values.front().isNull())
        values.front() = key;
    return values;
}

void scanLeaf(const Pages &pages, QByteArrayView page, qsizetype head,
              const std::function<void(const QVariantList &)> &take)
{
    const qsizetype cells = std::min<qsizetype>(big16(page, head + 3),
                                                (page.size() - head - 8) / 2);
    for (qsizetype i = 0; i < cells; ++i) {
        const qsizetype at = big16(page, head + 8 + i * 2);
        const Varint size = varintAt(page, at);
        const Varint key = varintAt(page, at + size.size);
        if (size.size == 0 || key.size == 0)
            continue;
        const QVariantList row = valuesOf(
            payloadAt(pages, page, at + size.size + key.size, size.value), qint64(key.value));
        if (!row.isEmpty())
            take(row);
    }
}

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

void forEachRow(const QString &file, bool withWal, qint64 maxSize,
                const std::function<void(const QVariantList &)> &take)
{
    const Pages pages(file, withWal, maxSize);
    for (quint32 number = 1; number <= quint32(pages.count()); ++number) {
        const QByteArrayView page = pages.page(number);
        const qsizetype head = number == 1 ? 100 : 0;
        if (!page.isEmpty() && uchar(page[head]) == tableLeaf)
            scanLeaf(pages, page, head, take);
    }
}

qsizetype pageCount(const QString &file) { return Pages(file, true, mostRead).count(); }

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

} // namespace modelscribe::pagescan
