// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/grams.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace modelscribe {

namespace {

using Texts = std::vector<std::vector<char32_t>>;

//! What people leave out when they look for something, or part terms by.
bool partsWords(char32_t c) { return c == U' ' || c == U',' || c == U'\u3001' || c == U'\u3002'; }

//! Across a blank or a comma only sequences up to this length are worth a column: enough to tell
//! apart the many texts that hold the words of a phrase, but not beside each other.
constexpr int longestAcross = 4;

//! In how many texts of a sample a sequence must stand to get a column of its own. Long ones are
//! many, and what is told apart by three characters needs them only where it would be everywhere.
quint32 leastTexts(qsizetype sample, int length, char32_t last)
{
    if (length == 1)
        return last < 0x80 ? 1 : quint32(sample / 64 + 1);
    return quint32(length < 4 ? sample / 32 + 1 : sample / 8 + 1);
}

struct Candidate
{
    quint32 parent = 0; //!< Among the candidates, from 1.
    char32_t last = 0;
    quint32 texts = 0;
    int length = 0;
    quint32 seenIn = 0; //!< Number of the text that was counted last, from 1.
};

//! Finds frequent sequences length by length: both ends of a frequent one are frequent.
class Learning
{
public:
    explicit Learning(const Texts &texts)
        : m_texts(texts)
        , m_here(texts.size())
    {
        for (size_t i = 0; i < texts.size(); ++i)
            m_here[i].resize(texts[i].size());
    }

    std::vector<Candidate> run()
    {
        for (int length = 1; length <= Grams::longest; ++length) {
            m_counts.clear();
            for (size_t text = 0; text < m_texts.size(); ++text)
                count(text, length);
            keepFrequent(length);
            for (size_t text = 0; text < m_texts.size(); ++text)
                mark(text, length);
        }
        return std::move(m_found);
    }

private:
    static quint64 key(quint32 parent, char32_t last) { return quint64(parent) << 32 | last; }

    bool mayGrow(size_t text, size_t i, int length) const
    {
        const auto &characters = m_texts[text];
        const size_t last = i + size_t(length) - 1;
        if (last >= characters.size() || characters[last] == U'\n')
            return false;
        if (length == 1)
            return true;
        if (m_here[text][i] == 0 || m_here[text][i + 1] == 0)
            return false;
        // Its ends were looked at when they had one character less.
        return length <= longestAcross
               || !(partsWords(characters[i]) || partsWords(characters[i + 1])
                    || partsWords(characters[last]));
    }
    void count(size_t text, int length)
    {
        for (size_t i = 0; i < m_texts[text].size(); ++i) {
            if (!mayGrow(text, i, length))
                continue;
            const char32_t last = m_texts[text][i + size_t(length) - 1];
            Candidate &one = m_counts[key(m_here[text][i], last)];
            if (one.seenIn == text + 1)
                continue;
            one = {m_here[text][i], last, one.texts + 1, length, quint32(text + 1)};
        }
    }
    void keepFrequent(int length)
    {
        for (auto it = m_counts.begin(); it != m_counts.end();) {
            Candidate &one = it->second;
            if (one.texts >= leastTexts(qsizetype(m_texts.size()), length, one.last)) {
                m_found.push_back(one);
                one.seenIn = quint32(m_found.size()); // its number from now on
                ++it;
            } else {
                it = m_counts.erase(it);
            }
        }
    }
    void mark(size_t text, int length)
    {
        auto &here = m_here[text];
        for (size_t i = 0; i < here.size(); ++i) {
            if (!mayGrow(text, i, length)) {
                here[i] = 0; // read by nobody: what is to the left was done before
                continue;
            }
            const auto one = m_counts.find(key(here[i], m_texts[text][i + size_t(length) - 1]));
            here[i] = one == m_counts.end() ? 0 : one->second.seenIn;
        }
    }

    const Texts &m_texts;
    std::vector<std::vector<quint32>> m_here; //!< The candidate that begins at each character.
    std::unordered_map<quint64, Candidate> m_counts;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<char32_t> codePointsOf(QByteArrayView utf8)
{
    std::vector<char32_t> result;
    result.reserve(size_t(utf8.size()));
    const auto *at = reinterpret_cast<const uchar *>(utf8.data());
    const auto *const end = at + utf8.size();
    while (at < end) {
        const uchar lead = *at++;
        if (lead < 0x80) {
            result.push_back(lead);
            continue;
        }
        const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        char32_t c = lead & (0x3F >> more);
        for (int i = 0; i < more && at < end; ++i)
            c = c << 6 | (*at++ & 0x3F);
        result.push_back(c & 0x1FFFFF);
    }
    return result;
}

Grams::Grams()
    : m_first(0x10000)
    , m_slots(slotCount)
    , m_goesOn(most + 1)
{
}

bool Grams::add(Node parent, char32_t c)
{
    if (size() == most || int(parent) > size() || c == 0 || c > 0x1FFFFF || next(parent, c) != 0)
        return false;
    const quint32 entry[] = {parent, c};
    m_bytes.append(reinterpret_cast<const char *>(entry), sizeof(entry));
    const auto node = Node(size());
    m_goesOn[parent] = 1;
    if (parent == 0 && c < 0x10000) {
        m_first[c] = node;
        return true;
    }
    const quint64 key = keyOf(parent, c);
    size_t i = hashOf(key);
    while (m_slots[i] != 0)
        i = (i + 1) % slotCount;
    m_slots[i] = key << 16 | node;
    return true;
}

std::shared_ptr<const Grams> Grams::learn(const Texts &texts)
{
    std::vector<Candidate> found = Learning(texts).run();
    // The most frequent ones; a beginning is at least as frequent as what it begins.
    std::vector<quint32> order(found.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = quint32(i);
    std::ranges::stable_sort(order, [&](quint32 a, quint32 b) {
        const bool single = found[a].length == 1;
        if (single != (found[b].length == 1))
            return single;
        return found[a].texts > found[b].texts;
    });
    std::shared_ptr<Grams> result(new Grams);
    std::vector<Node> nodes(found.size() + 1);
    for (const quint32 i : order) {
        const Candidate &one = found[i];
        if ((one.parent == 0 || nodes[one.parent] != 0) && result->add(nodes[one.parent], one.last))
            nodes[i + 1] = Node(result->size());
    }
    return result;
}

std::shared_ptr<const Grams> Grams::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() % 8 != 0)
        return nullptr;
    std::shared_ptr<Grams> result(new Grams);
    for (qsizetype at = 0; at < bytes.size(); at += 8) {
        quint32 entry[2];
        std::memcpy(entry, bytes.data() + at, sizeof(entry));
        if (entry[0] > most || !result->add(Node(entry[0]), entry[1]))
            return nullptr;
    }
    return result;
}

} // namespace modelscribe
