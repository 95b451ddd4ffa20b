// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace modelscribe {

//! Code points of valid UTF-8; other bytes become something, always the same.
std::vector<char32_t> codePointsOf(QByteArrayView utf8);

//! The short sequences of characters that stand in many texts. Each has a number; if a sequence is
//! in, its beginnings are too, so they are found character by character. A value that never
//! changes, shared between threads.
class Grams
{
public:
    using Node = quint16; //!< 0: none, and where each sequence begins.
    static constexpr int longest = 8;
    static constexpr int most = 6144;

    //! What is frequent among \p texts. Any sample is right; a poor one makes searches slower.
    static std::shared_ptr<const Grams> learn(const std::vector<std::vector<char32_t>> &texts);
    //! Nothing when \p bytes are none of ours.
    static std::shared_ptr<const Grams> fromBytes(QByteArrayView bytes);
    const QByteArray &bytes() const { return m_bytes; }

    //! Numbers 1 to size().
    int size() const { return int(m_bytes.size() / 8); }
    Node next(Node node, char32_t c) const
    {
        if (node == 0 && c < 0x10000)
            return m_first[c];
        const quint64 key = keyOf(node, c);
        for (size_t i = hashOf(key);; i = (i + 1) % slotCount) {
            if (m_slots[i] >> 16 == key)
                return Node(m_slots[i]);
            if (m_slots[i] == 0)
                return 0;
        }
    }
    //! Whether there are longer ones that begin with \p node.
    bool goesOn(Node node) const { return m_goesOn[node] != 0; }

private:
    Grams();
    static constexpr size_t slotCount = 4 * most;
    static quint64 keyOf(Node node, char32_t c) { return quint64(node) << 21 | c; }
    static size_t hashOf(quint64 key)
    {
        return size_t((key * 0x9E37'79B9'7F4A'7C15) >> 40) % slotCount;
    }
    bool add(Node parent, char32_t c);

    QByteArray m_bytes; //!< Parent and character of each, 32 bits each.
    std::vector<Node> m_first;
    std::vector<quint64> m_slots; //!< A hash table: key and node; 0 is free.
    std::vector<quint8> m_goesOn; //!< By node.
};

//! Columns that are shared by all sequences that are not in Grams.
inline constexpr quint32 sharedColumns = 2048;

//! Calls \p add with each column that \p run sets: one for each frequent sequence in it, and some
//! of the shared ones for each rare one of up to three characters. A text that holds \p run sets at
//! least these. \p run has no '\n'.
template<typename Add>
void forEachColumn(const Grams &grams, std::span<const char32_t> run, Add add)
{
    const auto shared = [&](quint64 hash, int count) {
        for (int i = 0; i < count; ++i) {
            hash = (hash + 0x632B'E59B'D9B4'E019) * 0x9E37'79B9'7F4A'7C15;
            add(quint32(grams.size()) + quint32(hash >> 53));
        }
    };
    static_assert(sharedColumns == 1 << (64 - 53));
    for (size_t i = 0; i < run.size(); ++i) {
        size_t depth = 0;
        Grams::Node node = 0;
        for (; depth < Grams::longest && i + depth < run.size(); ++depth) {
            node = grams.next(node, run[i + depth]);
            if (node == 0)
                break;
            add(quint32(node - 1));
            if (!grams.goesOn(node)) {
                ++depth;
                break;
            }
        }
        // The fewer characters, the less else there is to tell texts apart by.
        const quint64 one = run[i];
        if (depth < 1)
            shared(one, 3);
        if (depth < 2 && i + 1 < run.size())
            shared(one << 21 | run[i + 1] | 1ULL << 62, 2);
        if (depth < 3 && i + 2 < run.size())
            shared((one << 42) ^ (quint64(run[i + 1]) << 21) ^ run[i + 2] ^ 1ULL << 63, 1);
    }
}

} // namespace modelscribe
