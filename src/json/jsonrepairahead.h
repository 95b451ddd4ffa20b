// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepairtext.h"

namespace modelscribe {

//! What ends the container that a place is in.
struct RepairAhead
{
    char closer = '\0'; //!< } ] or ); 0 behind the end, or too far away to be looked for.
    qsizetype at = 0;   //!< Its place.
    int commas = 0;     //!< Between the place and it, not counting those of inner containers.
    bool colon = false; //!< One between the place and it, or an =
};

//! np.float64(0.913)
struct RepairCall
{
    qsizetype inner = 0; //!< Behind the (.
    qsizetype close = 0; //!< The place of the ).
    bool isOneValue = false;
};

//! Looks further into a text than the next few characters. Only so often: after some bytes for each
//! byte of the text the answer is that nothing was found, so that repairing stays linear.
class JsonRepairLookahead
{
public:
    explicit JsonRepairLookahead(const JsonRepairText &text)
        : m_text(text)
    {
    }

    //! Looks for the end of the container that \p i is in.
    RepairAhead containerEnd(qsizetype i);
    //! The brackets that close what is open at \p i.
    QByteArray closersAhead(qsizetype i);
    //! \p isOutermost: not inside of a container.
    std::optional<RepairCall> callAt(qsizetype i, bool isOutermost);
    //! Behind the object or array of valid JSON at \p i that has words in quotation marks; -1:
    //! none.
    qsizetype afterJsonAt(qsizetype i);

private:
    bool mayLookAhead(qsizetype bytes);
    char stepAhead(qsizetype &i, QByteArray &open);

    JsonRepairText m_text;
    qsizetype m_lookedAhead = 0; //!< Bytes.
};

} // namespace modelscribe
