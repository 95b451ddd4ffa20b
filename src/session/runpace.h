// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace modelscribe {

//! How fast something of many parts goes on now, and how long the rest takes at that. Times are of
//! any clock that does not jump.
class RunPace
{
public:
    using Time = std::chrono::milliseconds;

    //! From here on; what was before is forgotten.
    void begin(Time now);
    //! One part has ended, for which so many requests were sent.
    void note(Time now, int requests);

    //! nullopt while too little is known.
    std::optional<double> requestsPerSecond(Time now) const;
    std::optional<std::chrono::seconds> left(Time now, qint64 parts) const;

private:
    struct Ended
    {
        Time at;
        int requests = 0;
    };

    //! Of what is counted; nullopt while too little is known.
    std::optional<double> seconds(Time now) const;

    QList<Ended> m_ended; //!< Of the last while.
    Time m_since{0};      //!< What is in it ended after that.
};

} // namespace modelscribe
