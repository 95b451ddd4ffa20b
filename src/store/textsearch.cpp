// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textsearch.h"

#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <mutex>

namespace modelscribe {

namespace {

class TextSearch
{
public:
    TextSearch(const SearchedTexts &texts, QByteArrayView needle, const Bits *within,
               const std::atomic_bool &stop)
        : m_texts(texts)
        , m_needle(needle)
        , m_within(within)
        , m_stop(stop)
        , m_found(texts.slotCount)
    {
    }

    std::optional<Bits> run()
    {
        QSemaphore done;
        int helpers = 0;
        if (m_texts.segments.size() > 4 && QThreadPool::globalInstance()->tryStart([this, &done] {
                work();
                done.release();
            }))
            ++helpers;
        work();
        done.acquire(helpers);
        if (m_stop)
            return {};
        return std::move(m_found);
    }

private:
    static constexpr size_t tailStep = 256;

    //! Segment by segment and then the tail, each piece of work by whoever is free.
    void work()
    {
        Bits found(m_texts.slotCount);
        while (!m_stop) {
            const size_t next = m_next++;
            if (next < m_texts.segments.size()) {
                searchSegment(m_texts.segments[next], found);
                continue;
            }
            const size_t from = (next - m_texts.segments.size()) * tailStep;
            if (from >= m_texts.tail.size())
                break;
            searchTail(m_texts.tail.subspan(from, std::min(tailStep, m_texts.tail.size() - from)),
                       found);
        }
        const std::lock_guard guard(m_mutex);
        m_found |= found;
    }

    bool isAsked(quint32 slot) const { return !m_within || m_within->test(slot); }

    void searchSegment(const LivingSegment &part, Bits &found) const
    {
        std::vector<quint64> candidates(part.alive.begin(), part.alive.end());
        if (m_within)
            keepAsked(*part.segment, candidates);
        part.segment->find(m_needle, candidates, m_stop);
        for (quint32 i = 0; i < candidates.size(); ++i) {
            if (part.segment->isRow(64 * i))
                found.addWord(part.segment->slot(64 * i), candidates[i]);
            else
                forEach(candidates[i],
                        [&](int bit) { found.set(part.segment->slot(64 * i + quint32(bit))); });
        }
    }
    void keepAsked(const TextSegment &segment, std::vector<quint64> &candidates) const
    {
        for (quint32 i = 0; i < candidates.size(); ++i) {
            if (segment.isRow(64 * i))
                candidates[i] &= m_within->word(segment.slot(64 * i));
            else
                forEach(candidates[i], [&](int bit) {
                    if (!m_within->test(segment.slot(64 * i + quint32(bit))))
                        candidates[i] &= ~(quint64(1) << bit);
                });
        }
    }
    void searchTail(std::span<const SlotText> tail, Bits &found) const
    {
        for (const SlotText &one : tail) {
            if (!one.isRemoved && isAsked(one.slot) && m_needle.search.isIn(one.text))
                found.set(one.slot);
        }
    }

    template<typename Each>
    static void forEach(quint64 bits, Each each)
    {
        for (; bits; bits &= bits - 1)
            each(std::countr_zero(bits));
    }

    const SearchedTexts &m_texts;
    Needle m_needle;
    const Bits *m_within;
    const std::atomic_bool &m_stop;
    std::atomic<size_t> m_next = 0;
    std::mutex m_mutex;
    Bits m_found;
};

} // namespace

std::optional<Bits> searchTexts(const SearchedTexts &texts, QByteArrayView needle,
                                const Bits *within, const std::atomic_bool &stop)
{
    return TextSearch(texts, needle, within, stop).run();
}

} // namespace modelscribe
