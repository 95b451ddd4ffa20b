// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bits.h"
#include "store/textsegment.h"

#include <atomic>
#include <optional>
#include <span>
#include <vector>

namespace modelscribe {

//! A segment and which of its texts count.
struct LivingSegment
{
    const TextSegment *segment = nullptr;
    std::span<const quint64> alive; //!< A bit for each text.
};

//! All that one search goes through; nothing of it may change meanwhile.
struct SearchedTexts
{
    std::vector<LivingSegment> segments;
    std::span<const SlotText> tail; //!< Looked through one by one.
    quint32 slotCount = 0;          //!< All slots are below.
};

//! The slots whose text holds \p needle, among \p within if it is given. Nothing when \p stop
//! became true before the end. Takes a second thread of the global pool when one is free.
std::optional<Bits> searchTexts(const SearchedTexts &texts, QByteArrayView needle,
                                const Bits *within, const std::atomic_bool &stop);

} // namespace modelscribe
