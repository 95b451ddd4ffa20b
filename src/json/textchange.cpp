// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/textchange.h"

#include <algorithm>

namespace modelscribe {

namespace {

bool continuesCharacter(char byte) { return (quint8(byte) & 0xC0) == 0x80; }

} // namespace

TextChange changeBetween(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto [first, second] = std::mismatch(before.begin(), before.begin() + shorter,
                                               after.begin());
    qsizetype head = first - before.begin();
    const auto isInside = [](const QByteArray &text, qsizetype at) {
        return at < text.size() && continuesCharacter(text[at]);
    };
    while (head > 0 && (isInside(before, head) || isInside(after, head)))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
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
