// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/writeoutcome.h"

#include <QMap>
#include <QString>

#include <array>

namespace modelscribe {

//! What became of one model of a batch, as window and command line sum it up, in this order.
enum class BatchEnd { Saved, Unchanged, Skipped, Conflict, Refused, Unknown, NotSent };

inline constexpr std::array allBatchEnds = {
    BatchEnd::Saved,   BatchEnd::Unchanged, BatchEnd::Skipped, BatchEnd::Conflict,
    BatchEnd::Refused, BatchEnd::Unknown,   BatchEnd::NotSent};

using BatchCounts = QMap<BatchEnd, qint64>;

BatchEnd batchEndOf(Verdict verdict);
//! "saved", "notsent": scripts and exports know it by this.
QString nameOf(BatchEnd end);
//! The same word for people.
QString endText(BatchEnd end);

} // namespace modelscribe
