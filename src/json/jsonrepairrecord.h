// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepair.h"

namespace modelscribe {

//! What was done to a text, and which of its words are meant to be missing afterwards.
class JsonRepairRecord
{
public:
    void note(JsonRepairStep::Code code, qsizetype at);
    //! Sorted by place.
    QList<JsonRepairStep> steps() const;
    //! The words of [from, to) are meant to be missing in the result, as a step says.
    void leaveOut(qsizetype from, qsizetype to);
    //! The same for words before or behind the value; there must be others then.
    void leaveOutAround(qsizetype from, qsizetype to);
    //! Whether all other words of \p text are in \p result, in their order.
    bool keepsWords(QByteArrayView text, QByteArrayView result) const;

private:
    QList<JsonRepairStep> m_steps;
    QList<std::pair<qsizetype, qsizetype>> m_leftOut;
    bool m_wordsAround = false;
};

} // namespace modelscribe
