// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace modelscribe {

// Counts by the numbers of FacetCodes; what was never counted is 0.

inline void addOne(std::vector<int> &counts, quint32 code)
{
    if (code >= counts.size())
        counts.resize(size_t(code) + 1);
    ++counts[code];
}

inline int countAt(const std::vector<int> &counts, quint32 code)
{
    return code < counts.size() ? counts[code] : 0;
}

} // namespace modelscribe
