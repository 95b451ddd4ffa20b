// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace modelscribe {

//! What one turn of the event loop may take of a longer work, so that nobody at the keyboard feels
//! it. Begins when it is made.
class TimeSlice
{
public:
    static constexpr int length = 4; //!< In ms.

    //! \p piecesBetweenLooks: the clock is looked at after so many; 1 where one may take long.
    explicit TimeSlice(int piecesBetweenLooks = 64)
        : m_between(piecesBetweenLooks)
    {
        m_timer.start();
    }

    //! Asked before each piece of the work; the first is always done.
    bool isOver()
    {
        return m_pieces++ > 0 && m_pieces % m_between == 0 && m_timer.elapsed() >= length;
    }
    qint64 elapsed() const { return m_timer.elapsed(); } //!< In ms.

private:
    QElapsedTimer m_timer;
    int m_between;
    int m_pieces = 0;
};

} // namespace modelscribe
