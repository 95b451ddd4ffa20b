// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/replacedpart.h"

#include "json/textchange.h"

#include <algorithm>

namespace modelscribe {

namespace {

bool isInsideCharacter(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate()
           && text[at - 1].isHighSurrogate();
}

} // namespace

ReplacedText replacedBetween(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first
                     - before.begin();
    if (isInsideCharacter(before, head) || isInsideCharacter(after, head))
        --head;
    qsizetype tail =
        std::mismatch(before.rbegin(), before.rbegin() + (shorter - head), after.rbegin()).first
        - before.rbegin();
    if (tail > 0
        && (isInsideCharacter(before, before.size() - tail)
            || isInsideCharacter(after, after.size() - tail)))
        --tail;
    return {head, before.sliced(head, before.size() - head - tail),
            after.sliced(head, after.size() - head - tail)};
}

ReplacedBytes replacedBetween(const QByteArray &before, const QByteArray &after)
{
    const TextChange change = changeBetween(before, after);
    return {change.begin, before.sliced(change.begin, change.end - change.begin), change.text};
}

} // namespace modelscribe
