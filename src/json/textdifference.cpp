// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/textdifference.h"

#include "core/ascii.h"
#include "core/visibletext.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype piece = 1024;

//! The begin of the character around \p at.
qsizetype characterBegin(QByteArrayView text, qsizetype at)
{
    // Four bytes are the longest character; more of them is no UTF-8 anyway.
    for (int i = 0; i < 3 && at > 0 && at < text.size() && continuesCharacter(text[at]); ++i)
        --at;
    return at;
}

qsizetype characterEnd(QByteArrayView text, qsizetype at)
{
    for (int i = 0; i < 3 && at < text.size() && continuesCharacter(text[at]); ++i)
        ++at;
    return at;
}

QString shown(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    text.replace(u'\t', "    "_L1);
    return visibleText(text, std::numeric_limits<qsizetype>::max());
}

} // namespace

std::shared_ptr<const TextDifference> TextDifference::make(QByteArray before, QByteArray after)
{
    auto result = std::make_shared<TextDifference>();
    result->before = std::move(before);
    result->after = std::move(after);
    result->beforeLines = byteLinesOf(result->before);
    result->afterLines = byteLinesOf(result->after);
    result->isTooLong = std::max(result->beforeLines.size(), result->afterLines.size()) > maxLines;
    if (!result->isTooLong)
        result->hunks = diffLines(result->beforeLines, result->afterLines);
    return result;
}

qsizetype TextDifference::removedLines() const
{
    qsizetype count = 0;
    for (const LineHunk &hunk : hunks)
        count += hunk.beforeCount;
    return count;
}

qsizetype TextDifference::addedLines() const
{
    qsizetype count = 0;
    for (const LineHunk &hunk : hunks)
        count += hunk.afterCount;
    return count;
}

JsonRange changedPart(QByteArrayView line, QByteArrayView other)
{
    const qsizetype shorter = std::min(line.size(), other.size());
    // Whole blocks first: a line may be megabytes long.
    qsizetype head = 0;
    while (head + piece <= shorter && line.sliced(head, piece) == other.sliced(head, piece))
        head += piece;
    while (head < shorter && line[head] == other[head])
        ++head;
    const qsizetype begin = characterBegin(line, head);
    qsizetype end = line.size();
    qsizetype otherEnd = other.size();
    while (end - piece >= begin && otherEnd - piece >= begin
           && line.sliced(end - piece, piece) == other.sliced(otherEnd - piece, piece)) {
        end -= piece;
        otherEnd -= piece;
    }
    while (end > begin && otherEnd > begin && line[end - 1] == other[otherEnd - 1]) {
        --end;
        --otherEnd;
    }
    return {begin, std::max(begin, characterEnd(line, end))};
}

ShownLine shownLine(QByteArrayView line, JsonRange changed, qsizetype limit)
{
    qsizetype begin = 0;
    qsizetype end = line.size();
    if (line.size() > limit) {
        const qsizetype before = std::min<qsizetype>(limit / 4, 40);
        if (changed.end > limit)
            begin = std::min(changed.begin - before, line.size() - limit);
        begin = characterBegin(line, std::max<qsizetype>(0, begin));
        end = characterBegin(line, std::min(line.size(), begin + limit));
    }
    const qsizetype markBegin = std::clamp(changed.begin, begin, end);
    const qsizetype markEnd = std::clamp(changed.end, markBegin, end);
    ShownLine result;
    result.text = (begin > 0 ? u"…"_s : QString()) + shown(line.sliced(begin, markBegin - begin));
    result.markBegin = result.text.size();
    result.text += shown(line.sliced(markBegin, markEnd - markBegin));
    result.markLength = result.text.size() - result.markBegin;
    result.text += shown(line.sliced(markEnd, end - markEnd));
    if (end < line.size())
        result.text += u'…';
    return result;
}

} // namespace modelscribe
