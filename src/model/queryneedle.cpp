// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryneedle.h"

#include "core/foldedtext.h"

#include <QByteArrayView>

#include <algorithm>

namespace modelscribe {

namespace {

char16_t unit(QChar c) { return c.unicode(); }
char16_t unit(char c) { return static_cast<unsigned char>(c); }

//! Folding such a character changes nothing but its case, whatever stands around it in ASCII.
bool isPlain(char16_t c) { return c >= u' ' && c < 0x7F; }

char16_t inSmall(char16_t c) { return c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c; }

template<typename View>
bool isAllPlain(View value)
{
    char16_t last = 0;
    return std::ranges::all_of(value, [&last](auto raw) {
        const char16_t c = unit(raw);
        const bool plain = isPlain(c) && !(c == u' ' && last == u' '); // a run of blanks is one
        last = c;
        return plain;
    });
}

//! \p value isAllPlain().
template<typename View>
bool containsPlain(View value, QStringView needle)
{
    const auto same = [](auto a, QChar b) { return inSmall(unit(a)) == b.unicode(); };
    return std::search(value.begin(), value.end(), needle.begin(), needle.end(), same)
           != value.end();
}

template<typename View>
std::optional<bool> isSamePlain(View value, QStringView needle)
{
    char16_t last = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t c = unit(value[i]);
        if (!isPlain(c) || (c == u' ' && last == u' '))
            return {};
        if (i == needle.size() || inSmall(c) != needle[i].unicode()) {
            // The next one may be an accent of this one.
            const bool isSure = i + 1 == value.size() || isPlain(unit(value[i + 1]));
            return isSure ? std::optional(false) : std::nullopt;
        }
        last = c;
    }
    return value.size() == needle.size();
}

} // namespace

QueryNeedle::QueryNeedle(QStringView text)
    : m_folded(foldedText(text))
    , m_isAscii(std::ranges::all_of(m_folded, [](QChar c) { return isPlain(c.unicode()); }))
{
}

bool QueryNeedle::isWhole(QStringView value) const
{
    if (const auto known = isSamePlain(value, m_folded))
        return *known;
    return foldedText(value) == m_folded;
}

std::optional<bool> QueryNeedle::isWholeAscii(QByteArrayView text) const
{
    return isSamePlain(text, m_folded);
}

bool QueryNeedle::isPartOf(QStringView value) const
{
    if (isAllPlain(value))
        return m_isAscii && containsPlain(value, m_folded);
    return foldedText(value).contains(m_folded);
}

bool QueryNeedle::isPartOf(const QByteArray &utf8) const
{
    if (isAllPlain(QByteArrayView(utf8)))
        return m_isAscii && containsPlain(QByteArrayView(utf8), m_folded);
    return foldedText(QString::fromUtf8(utf8)).contains(m_folded);
}

} // namespace modelscribe
