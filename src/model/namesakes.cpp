// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/namesakes.h"

#include "core/foldedtext.h"

namespace modelscribe {

Namesakes::Key Namesakes::keyOf(const QString &name)
{
    const QString folded = foldedText(name);
    if constexpr (sizeof(size_t) == sizeof(Key))
        return Key(qHash(folded));
    else
        return Key(qHash(folded, 1)) << 32 | Key(qHash(folded, 2));
}

void Namesakes::remove(Key name)
{
    const auto count = m_counts.find(name);
    if (count != m_counts.end() && --*count == 0)
        m_counts.erase(count);
}

} // namespace modelscribe
