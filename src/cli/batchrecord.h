// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/batchend.h"
#include "registry/batchreview.h"
#include "registry/writeoutcome.h"

namespace modelscribe {

//! What a command over many models tells of one of them.
struct BatchLine
{
    using Outcome = BatchEnd;

    QString modelId;
    QString name;
    Outcome outcome = Outcome::NotSent;
    QString why; //!< A sentence; empty where there is nothing to say.
    QString code;
    QString requestId;
    std::optional<Error> error;

    //! Of one that is not to be written; nullopt of one that is.
    static std::optional<BatchLine> of(const BatchItem &item);
    static BatchLine of(const Change &change, const WriteOutcome &outcome);
    //! Of one that nobody agreed to.
    static BatchLine notSent(const Change &change)
    {
        return {.modelId = change.base.id, .name = change.base.metadata.name};
    }

    QByteArray json() const;
    QString text() const;
};

//! {"Run":…, "Saved":…, "Unchanged":…, …}
QByteArray countsJson(const QString &run, const BatchCounts &counts);
//! "Saved 3, unchanged 1"
QString countsText(const BatchCounts &counts);

} // namespace modelscribe
