// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/displaywidth.h"

#include <QList>

#include <utf8proc.h>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using CodePoints = std::span<const uint>;

constexpr uint emojiPresentation = 0xFE0F;

utf8proc_boundclass_t kindOf(uint c)
{
    return utf8proc_boundclass_t(utf8proc_get_property(utf8proc_int32_t(c))->boundclass);
}

int ownWidth(uint c) { return utf8proc_charwidth(utf8proc_int32_t(c)); }

bool isKeycapBase(uint c) { return (c >= '0' && c <= '9') || c == '#' || c == '*'; }

//! Vowels and final consonants stand in the square of the consonant before them.
bool isWithinSyllable(uint c)
{
    const auto kind = kindOf(c);
    return kind == UTF8PROC_BOUNDCLASS_V || kind == UTF8PROC_BOUNDCLASS_T;
}

//! Of what is seen as one character.
int clusterWidth(CodePoints cluster)
{
    const uint first = cluster.front();
    const bool isPicture = kindOf(first) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
    const bool asEmoji = (isPicture || isKeycapBase(first))
                         && std::ranges::find(cluster, emojiPresentation) != cluster.end();
    if (asEmoji)
        return 2;
    if (kindOf(first) == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR)
        return int(std::min<size_t>(cluster.size(), 2)); // a flag, or half of one
    int width = ownWidth(first);
    for (const uint c : cluster.subspan(1)) {
        if (isPicture) // what is joined to it is one picture with it
            width = std::max(width, ownWidth(c));
        else if (!isWithinSyllable(c))
            width += ownWidth(c);
    }
    return width;
}

//! Calls \p take with each character that is seen as one and where it ends, until that is false.
void forEachCluster(const QList<uint> &text, auto take)
{
    utf8proc_int32_t state = 0;
    for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end) {
        for (++end; end < text.size(); ++end) {
            if (utf8proc_grapheme_break_stateful(utf8proc_int32_t(text[end - 1]),
                                                 utf8proc_int32_t(text[end]), &state))
                break;
        }
        if (!take(CodePoints(text).subspan(size_t(begin), size_t(end - begin)), end))
            return;
    }
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    forEachCluster(text.toUcs4(), [&](CodePoints cluster, qsizetype) {
        width += clusterWidth(cluster);
        return true;
    });
    return width;
}

QString cutToWidth(const QString &text, int width)
{
    const QList<uint> all = text.toUcs4();
    int used = 0;
    qsizetype fits = 0; // beside the dots
    forEachCluster(all, [&](CodePoints cluster, qsizetype end) {
        used += clusterWidth(cluster);
        if (used < width)
            fits = end;
        return used <= width;
    });
    if (used <= width)
        return text;
    if (width < 1)
        return {};
    const CodePoints kept = CodePoints(all).first(size_t(fits));
    QString result;
    for (const uint c : kept)
        result += QChar::fromUcs4(c);
    return result + u'…';
}

} // namespace modelscribe
