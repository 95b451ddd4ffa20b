// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <compare>

namespace modelscribe {

//! The value of a JSON number of any length: 0.digits × 10^exponent.
struct JsonNumber
{
    bool isNegative = false;
    QByteArray digits; //!< Without zeros at either end; empty: zero.
    qint64 exponent = 0;

    //! \p raw is a JSON number. Exponents beyond ±10^15 are taken as that.
    static JsonNumber fromText(QByteArrayView raw);
    static JsonNumber fromDouble(double value);

    //! By value: 1.0 and 1e5 are integers too.
    bool isInteger() const { return digits.isEmpty() || exponent >= digits.size(); }
    //! Infinite, or zero, where a double cannot hold it.
    double toDouble() const;

    friend std::strong_ordering operator<=>(const JsonNumber &a, const JsonNumber &b);
    friend bool operator==(const JsonNumber &, const JsonNumber &) = default;
};

//! Whether \p number is a whole multiple of \p divisor, also when it is only a double's spelling of
//! one (0.30000000000000004 of 0.1); nullopt when that takes too long to find out. Everything is a
//! multiple of zero, so that such a schema says nothing.
std::optional<bool> isMultipleOf(const JsonNumber &number, const JsonNumber &divisor);

//! The same text for values that mean the same: escapes, number spellings and key order do not
//! count, and of a repeated key only the last member does.
QByteArray canonicalJson(const JsonTree &tree, JsonNodeId node);

//! "object", "array", "string", "number", "boolean", "null", as schemas name them.
QString jsonKindName(JsonKind kind);

//! The raw JSON that \p node obviously stands for when its type should be \p typeName (one of
//! jsonKindName() or "integer"): 12 for "12", "12" for 12, ["a"] for "a"; nullopt when nothing is
//! obvious.
std::optional<QByteArray> convertedJson(const JsonTree &tree, JsonNodeId node,
                                        QStringView typeName);

} // namespace modelscribe
