// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bits.h"

#include <algorithm>
#include <bit>

namespace modelscribe {

void Bits::set(quint32 number)
{
    if (number / 64 >= m_words.size())
        m_words.resize(number / 64 + 1);
    m_words[number / 64] |= quint64(1) << (number % 64);
}

void Bits::reset(quint32 number)
{
    if (number / 64 < m_words.size())
        m_words[number / 64] &= ~(quint64(1) << (number % 64));
}

void Bits::addWord(quint32 first, quint64 word)
{
    if (first / 64 >= m_words.size())
        m_words.resize(first / 64 + 1);
    m_words[first / 64] |= word;
}

bool Bits::isEmpty() const
{
    return std::ranges::all_of(m_words, [](quint64 word) { return word == 0; });
}

quint32 Bits::count() const
{
    quint32 result = 0;
    for (const quint64 word : m_words)
        result += quint32(std::popcount(word));
    return result;
}

Bits &Bits::operator&=(const Bits &other)
{
    m_words.resize(std::min(m_words.size(), other.m_words.size()));
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
    return *this;
}

Bits &Bits::operator|=(const Bits &other)
{
    m_words.resize(std::max(m_words.size(), other.m_words.size()));
    for (size_t i = 0; i < other.m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
    return *this;
}

Bits &Bits::operator-=(const Bits &other)
{
    for (size_t i = 0; i < std::min(m_words.size(), other.m_words.size()); ++i)
        m_words[i] &= ~other.m_words[i];
    return *this;
}

bool operator==(const Bits &a, const Bits &b)
{
    const auto &shorter = a.m_words.size() < b.m_words.size() ? a.m_words : b.m_words;
    const auto &longer = a.m_words.size() < b.m_words.size() ? b.m_words : a.m_words;
    const auto rest = longer.begin() + std::ptrdiff_t(shorter.size());
    return std::equal(shorter.begin(), shorter.end(), longer.begin())
           && std::all_of(rest, longer.end(), [](quint64 word) { return word == 0; });
}

} // namespace modelscribe
