// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worddiff.h"

#include "core/linediff.h"

#include <QStringList>

#include <numeric>

namespace modelscribe {

namespace {

//! Runs of letters and digits are words; of what is between them each character is one.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    bool inWord = false;
    for (const QChar c : text) {
        // Chinese has no blanks between words: each character counts.
        const bool isPart = (c.isLetterOrNumber() && c.script() != QChar::Script_Han)
                            || c.isSurrogate() || c.isMark();
        if (isPart && inWord)
            words.last().append(c);
        else
            words.append(c);
        inWord = isPart;
    }
    return words;
}

void append(QList<WordRange> &ranges, int begin, const QStringList &words, qsizetype first,
            qsizetype count)
{
    int length = 0;
    for (qsizetype i = first; i < first + count; ++i)
        length += int(words[i].size());
    if (length > 0)
        ranges.append({begin, length});
}

bool isMost(const QList<WordRange> &ranges, const QString &text)
{
    const int marked = std::accumulate(ranges.begin(), ranges.end(), 0,
                                       [](int sum, const WordRange &r) { return sum + r.length; });
    return marked * 5 > text.size() * 4;
}

} // namespace

WordDifference wordDifference(const QString &before, const QString &after)
{
    const QStringList was = wordsOf(before);
    const QStringList is = wordsOf(after);
    WordDifference result;
    qsizetype wasAt = 0;
    qsizetype isAt = 0;
    int wasOffset = 0;
    int isOffset = 0;
    const auto advance = [](const QStringList &words, qsizetype &at, int &offset, qsizetype to) {
        for (; at < to; ++at)
            offset += int(words[at].size());
    };
    for (const LineHunk &hunk : diffLines(was, is)) {
        advance(was, wasAt, wasOffset, hunk.beforeBegin);
        advance(is, isAt, isOffset, hunk.afterBegin);
        append(result.before, wasOffset, was, hunk.beforeBegin, hunk.beforeCount);
        append(result.after, isOffset, is, hunk.afterBegin, hunk.afterCount);
    }
    if (isMost(result.before, before) || isMost(result.after, after))
        return {};
    return result;
}

} // namespace modelscribe
