// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/pagescan.h"

#include "sqlite/pages.h"

#include <QSet>
#include <QStringList>

#include <bit>

using namespace Qt::StringLiterals;

// The comments refer to sections of https://www.sqlite.org/fileformat2.html.
namespace modelscribe::pagescan {

namespace {

constexpr qsizetype largestValue = 64 * 1024 * 1024;
constexpr uchar tableLeaf = 0x0d;
constexpr uchar tableInterior = 0x05;

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
    const QString text = type % 2 == 0 ? QString() : QString::fromUtf8(bytes);
    return type % 2 == 0 || text.toUtf8() != bytes ? QVariant(bytes.toByteArray()) : text;
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

qsizetype headOf(quint32 page) { return page == 1 ? fileHead : 0; }

bool isLeaf(const Pages &pages, quint32 number)
{
    const QByteArrayView page = pages.page(number);
    return !page.isEmpty() && uchar(page[headOf(number)]) == tableLeaf;
}

//! Section 1.6: the pages that a table's root leads to, itself included.
QList<quint32> tree(const Pages &pages, quint32 root)
{
    QList<quint32> found;
    QSet<quint32> known;
    QList<quint32> open{root};
    while (!open.isEmpty()) {
        const quint32 number = open.takeLast();
        const QByteArrayView page = pages.page(number);
        if (page.isEmpty() || known.contains(number))
            continue;
        known.insert(number);
        found.append(number);
        const qsizetype head = headOf(number);
        if (uchar(page[head]) != tableInterior)
            continue;
        const qsizetype cells = std::min<qsizetype>(big16(page, head + 3),
                                                    (page.size() - head - 12) / 2);
        for (qsizetype i = 0; i < cells; ++i) {
            const qsizetype at = big16(page, head + 12 + i * 2);
            if (at + 4 <= page.size())
                open.append(big32(page, at));
        }
        open.append(big32(page, head + 8));
    }
    return found;
}

struct Entry // of the list of tables
{
    QString type;
    QString name;
    quint32 root = 0;
};

QList<Entry> entries(const Pages &pages)
{
    QList<Entry> found;
    for (const quint32 number : tree(pages, 1)) {
        if (!isLeaf(pages, number))
            continue;
        scanLeaf(pages, pages.page(number), headOf(number), [&found](const QVariantList &row) {
            if (row.size() == 5)
                found.append({row[0].toString(), row[1].toString(), row[3].toUInt()});
        });
    }
    return found;
}

//! Section 1.5.
QSet<quint32> freePages(const Pages &pages)
{
    QSet<quint32> found;
    const QByteArrayView first = pages.page(1);
    if (first.isEmpty())
        return found;
    for (quint32 trunk = big32(first, 32); trunk != 0 && !found.contains(trunk);) {
        const QByteArrayView page = pages.page(trunk);
        if (page.isEmpty())
            break;
        found.insert(trunk);
        const qsizetype count = std::min<qsizetype>(big32(page, 4), page.size() / 4 - 2);
        for (qsizetype i = 0; i < count; ++i)
            found.insert(big32(page, 8 + i * 4));
        trunk = big32(page, 0);
    }
    return found;
}

} // namespace

void forEachRow(const QString &file, bool withWal, qint64 maxSize,
                const std::function<void(const QVariantList &)> &take)
{
    const Pages pages(file, withWal, maxSize);
    for (quint32 number = 1; number <= quint32(pages.count()); ++number) {
        if (isLeaf(pages, number))
            scanLeaf(pages, pages.page(number), headOf(number), take);
    }
}

void forEachTableRow(const QString &file, bool withWal, qint64 maxSize,
                     const std::function<void(const RowPlace &, const QVariantList &)> &take)
{
    const Pages pages(file, withWal, maxSize);
    QHash<quint32, QString> owners;
    for (const Entry &entry : entries(pages)) {
        for (const quint32 number :
             entry.type == "table"_L1 ? tree(pages, entry.root) : QList<quint32>())
            owners.insert(number, entry.name);
    }
    QSet<quint32> unread = freePages(pages);
    for (const quint32 number : tree(pages, 1))
        unread.insert(number);
    for (quint32 number = 1; number <= quint32(pages.count()); ++number) {
        if (!isLeaf(pages, number) || unread.contains(number))
            continue;
        const RowPlace place{owners.value(number), number};
        scanLeaf(pages, pages.page(number), headOf(number),
                 [&](const QVariantList &row) { take(place, row); });
    }
}

QStringList names(const QString &file, bool withWal, QLatin1StringView type)
{
    QStringList found;
    for (const Entry &entry : entries(Pages(file, withWal, mostRead))) {
        if (entry.type == type)
            found.append(entry.name);
    }
    return found;
}

qsizetype pageCount(const QString &file) { return Pages(file, true, mostRead).count(); }

} // namespace modelscribe::pagescan
