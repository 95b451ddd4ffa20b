// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace modelscribe {

//! A set of small numbers, one bit each. What is past the end of one of two is not in it.
class Bits
{
public:
    Bits() = default;
    explicit Bits(quint32 size)
        : m_words((size + 63) / 64)
    {
    }

    bool test(quint32 number) const
    {
        return number / 64 < m_words.size() && (m_words[number / 64] >> (number % 64) & 1);
    }
    //! Grows as needed.
    void set(quint32 number);
    void reset(quint32 number);

    //! The 64 numbers from \p first on, which is a multiple of 64.
    quint64 word(quint32 first) const
    {
        return first / 64 < m_words.size() ? m_words[first / 64] : 0;
    }
    void addWord(quint32 first, quint64 word);

    bool isEmpty() const;
    quint32 count() const;
    //! Bits by 64, the lowest number first.
    const std::vector<quint64> &words() const { return m_words; }

    Bits &operator&=(const Bits &other);
    Bits &operator|=(const Bits &other);
    //! Takes out what is in \p other: "all but" is a copy of all and this.
    Bits &operator-=(const Bits &other);

    friend bool operator==(const Bits &a, const Bits &b);

private:
    std::vector<quint64> m_words;
};

} // namespace modelscribe
