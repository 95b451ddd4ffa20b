// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/textindex.h"

#include <QRandomGenerator>

#include <map>

//! Steps of an index that are the same for the same seed, so that another process can say what
//! should have come of them.
namespace textindexworld {

constexpr size_t segmentSize = 64;

struct Step
{
    quint32 slot = 0;
    quint64 stamp = 0; //!< 0: remove.
    bool flush = false;
};

class Steps
{
public:
    explicit Steps(quint32 seed)
        : m_random(seed)
    {
    }

    Step next()
    {
        ++m_number;
        const quint32 slot = m_random.bounded(300U);
        return {slot, m_random.bounded(5) == 0 ? 0 : m_number, m_number % 40 == 0};
    }

private:
    QRandomGenerator m_random;
    quint64 m_number = 0;
};

inline QByteArray textOf(quint32 slot, quint64 stamp)
{
    return "slot " + QByteArray::number(slot) + "; stamp " + QByteArray::number(stamp)
           + ";\nmodel 模型" + QByteArray::number(slot * stamp % 977);
}

inline void take(modelscribe::TextIndex &index, const Step &step)
{
    if (step.stamp == 0)
        index.remove(step.slot);
    else
        index.put(step.slot, step.stamp, textOf(step.slot, step.stamp));
    if (step.flush)
        index.flush();
}

using Stamps = std::map<quint32, quint64>;

inline void take(Stamps &stamps, const Step &step)
{
    if (step.stamp == 0)
        stamps.erase(step.slot);
    else
        stamps[step.slot] = step.stamp;
}

inline Stamps stampsOf(const modelscribe::TextIndex &index)
{
    Stamps result;
    for (quint32 slot = 0; slot < 300; ++slot) {
        if (const auto stamp = index.stamp(slot))
            result[slot] = *stamp;
    }
    return result;
}

} // namespace textindexworld
