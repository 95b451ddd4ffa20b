// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace modelscribe {

//! The seeds of one run of a test with random documents.
struct PropertyRuns
{
    quint32 first = 0; //!< MODELSCRIBE_SEED
    quint32 count = 0; //!< MODELSCRIBE_PROPERTY_RUNS

    static PropertyRuns fromEnvironment(quint32 usual)
    {
        bool given = false;
        const int count = qEnvironmentVariableIntValue("MODELSCRIBE_PROPERTY_RUNS", &given);
        const PropertyRuns runs{quint32(qEnvironmentVariableIntValue("MODELSCRIBE_SEED")),
                                given ? quint32(count) : usual};
        qInfo("seeds %u to %u", runs.first, runs.first + runs.count - 1);
        return runs;
    }
};

} // namespace modelscribe
