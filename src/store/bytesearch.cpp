// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bytesearch.h"

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace modelscribe {

namespace {

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

bool holdsBytes(QByteArrayView text, QByteArrayView needle)
{
    const qsizetype size = needle.size();
    if (size == 0)
        return true;
    qsizetype at = 0;
#ifdef __SSE2__
    // Sixteen places at a time: where the first and the last byte fit, all are compared.
    const auto block = [&](qsizetype from) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + from));
    };
    const __m128i first = _mm_set1_epi8(needle[0]);
    const __m128i last = _mm_set1_epi8(needle[size - 1]);
    for (; at + size - 1 + 16 <= text.size(); at += 16) {
        const __m128i fits = _mm_and_si128(_mm_cmpeq_epi8(first, block(at)),
                                           _mm_cmpeq_epi8(last, block(at + size - 1)));
        for (auto places = unsigned(_mm_movemask_epi8(fits)); places; places &= places - 1) {
            const char *place = text.data() + at + std::countr_zero(places);
            if (std::memcmp(place, needle.data(), size_t(size)) == 0)
                return true;
        }
    }
#endif
    return plainlyHolds(text.data() + at, text.size() - at, needle);
}

} // namespace modelscribe
