// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/textchange.h"

#include "core/ascii.h"

#include <algorithm>
#include <cstring>

namespace modelscribe {

namespace {

constexpr qsizetype block = 4096;

//! How many of the first \p most bytes are the same; by blocks first, for long texts.
qsizetype commonHead(const QByteArray &a, const QByteArray &b, qsizetype most)
{
    qsizetype size = 0;
    while (size + block <= most
           && std::memcmp(a.constData() + size, b.constData() + size, size_t(block)) == 0)
        size += block;
    while (size < most && a[size] == b[size])
        ++size;
    return size;
}

qsizetype commonTail(const QByteArray &a, const QByteArray &b, qsizetype most)
{
    const char *endOfA = a.constData() + a.size();
    const char *endOfB = b.constData() + b.size();
    qsizetype size = 0;
    while (size + block <= most
           && std::memcmp(endOfA - size - block, endOfB - size - block, size_t(block)) == 0)
        size += block;
    while (size < most && endOfA[-1 - size] == endOfB[-1 - size])
        ++size;
    return size;
}

} // namespace

TextChange changeBetween(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = commonHead(before, after, shorter);
    const auto isInside = [](const QByteArray &text, qsizetype at) {
        return at < text.size() && continuesCharacter(text[at]);
    };
    while (head > 0 && (isInside(before, head) || isInside(after, head)))
        --head;
    qsizetype tail = commonTail(before, after, shorter - head);
    while (tail > 0 && continuesCharacter(before[before.size() - tail]))
        --tail;
    return {head, before.size() - tail, after.sliced(head, after.size() - head - tail)};
}

QByteArray changedText(const QByteArray &text, const TextChanges &changes)
{
    QByteArray result;
    qsizetype from = 0;
    for (const TextChange &change : changes) {
        result += QByteArrayView(text).sliced(from, change.begin - from);
        result += change.text;
        from = change.end;
    }
    return result + text.sliced(from);
}

} // namespace modelscribe
