// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bytesearch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace modelscribe {

namespace {

constexpr qsizetype cacheLine = 64;
constexpr qsizetype fetchedAhead = 2048;

//! How often each byte stands in English and Chinese texts in UTF-8, roughly.
constexpr auto frequencies = [] {
    std::array<uchar, 256> table{};
    for (size_t byte = 0x80; byte < 0xC0; ++byte) // inside of a character
        table[byte] = 10;
    for (size_t byte = 0xE4; byte < 0xEA; ++byte) // begins a Chinese one
        table[byte] = 28;
    constexpr std::string_view letters = "qzjxkvbywgpfmucdlhrsniaote ";
    for (size_t i = 0; i < letters.size(); ++i)
        table[uchar(letters[i])] = uchar(4 + i);
    for (const char digit : std::string_view("0123456789-_.,"))
        table[uchar(digit)] = 8;
    return table;
}();

bool plainlyHolds(const char *text, qsizetype size, QByteArrayView needle)
{
    for (const char *const end = text + size - needle.size() + 1; text < end; ++text) {
        text = static_cast<const char *>(std::memchr(text, needle[0], size_t(end - text)));
        if (!text)
            return false;
        if (std::memcmp(text, needle.data(), size_t(needle.size())) == 0)
            return true;
    }
    return false;
}

} // namespace

ByteSearch::ByteSearch(QByteArrayView needle)
    : m_needle(needle)
{
    const auto isRarer = [&](qsizetype a, qsizetype b) {
        return frequencies[uchar(needle[a])] < frequencies[uchar(needle[b])];
    };
    if (needle.size() < 2)
        return;
    m_second = 1;
    if (isRarer(m_second, m_first))
        std::swap(m_first, m_second);
    for (qsizetype at = 2; at < needle.size(); ++at) {
        if (isRarer(at, m_first))
            m_second = std::exchange(m_first, at);
        else if (isRarer(at, m_second))
            m_second = at;
    }
    if (m_first > m_second)
        std::swap(m_first, m_second);
}

bool ByteSearch::isIn(QByteArrayView text, const char *next) const
{
    const qsizetype size = m_needle.size();
    if (size == 0)
        return true;
    if (size > text.size())
        return false;
    qsizetype at = 0;
#ifdef __SSE2__
    // Sixteen places at a time: where both rare bytes fit, all are compared.
    const __m128i first = _mm_set1_epi8(m_needle[m_first]);
    const __m128i second = _mm_set1_epi8(m_needle[m_second]);
    const auto block = [&](qsizetype from) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + from));
    };
    const auto fits = [&](qsizetype from) {
        return quint64(unsigned(
            _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(first, block(from + m_first)),
                                            _mm_cmpeq_epi8(second, block(from + m_second))))));
    };
    const auto fetch = [&](qsizetype from) {
        const char *const where = from < text.size() ? text.data() + from
                                                     : next + (from - text.size());
        _mm_prefetch(where, _MM_HINT_T0);
    };
    for (; at + size - 1 + cacheLine <= text.size(); at += cacheLine) {
        if (next)
            fetch(at + fetchedAhead);
        quint64 places = fits(at) | fits(at + 16) << 16 | fits(at + 32) << 32 | fits(at + 48) << 48;
        for (; places; places &= places - 1) {
            const char *place = text.data() + at + std::countr_zero(places);
            if (std::memcmp(place, m_needle.data(), size_t(size)) == 0)
                return true;
        }
    }
#endif
    return plainlyHolds(text.data() + at, text.size() - at, m_needle);
}

} // namespace modelscribe
