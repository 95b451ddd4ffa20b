// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace modelscribe {

//! Reads an int64 written in decimal digits with an optional minus sign; anything else is
//! Kind::Invalid.
Result<qint64> parseInteger(QStringView text);

//! Reads a number of parameters as people write it and gives millions, which is what the service
//! stores (contract section 2.3): "7B" is 7000, "350M" and "350" are 350, "0.5B" is 500, "1.2T" is
//! 1200000, "500K" is refused because it is no whole number of millions.
//! \p text without a unit is already millions.
Result<qint64> parseParameterSize(QStringView text);

//! Millions of parameters as a short text for people: 110 is "110M", 7600 is "7.6B". A text that is
//! no number is returned as it is.
QString shortParameterSize(const QString &millions);

} // namespace modelscribe
