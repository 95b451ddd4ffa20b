// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/parametersize.h"

#include "core/ascii.h"

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return isDigit(c); });
}

tl::unexpected<Error> notWhole(QStringView text)
{
    return failure(Error::Kind::Invalid,
                   u"not a whole number in range: "_s + text.left(40).toString());
}

//! Powers of ten from one unit to one million parameters.
std::optional<int> unitExponent(QStringView unit)
{
    if (unit.isEmpty() || unit.compare(u"M", Qt::CaseInsensitive) == 0)
        return 0;
    if (unit.compare(u"K", Qt::CaseInsensitive) == 0)
        return -3;
    if (unit.compare(u"B", Qt::CaseInsensitive) == 0
        || unit.compare(u"G", Qt::CaseInsensitive) == 0)
        return 3;
    if (unit.compare(u"T", Qt::CaseInsensitive) == 0)
        return 6;
    return {};
}

} // namespace

Result<qint64> parseInteger(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const QStringView digits = trimmed.startsWith(u'-') ? trimmed.mid(1) : trimmed;
    bool ok = allDigits(digits);
    const qint64 value = ok ? trimmed.toLongLong(&ok) : 0;
    if (!ok)
        return notWhole(text);
    return value;
}

Result<qint64> parseParameterSize(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const bool negative = trimmed.startsWith(u'-');
    const QStringView unsignedText = negative ? trimmed.mid(1) : trimmed;
    qsizetype end = 0;
    while (end < unsignedText.size() && (isDigit(unsignedText[end]) || unsignedText[end] == u'.'))
        ++end;
    const QStringView number = unsignedText.left(end);
    const auto exponent = unitExponent(unsignedText.mid(end).trimmed());
    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.left(point);
    QString fraction = point < 0 ? QString() : number.mid(point + 1).toString();
    if (!exponent || !allDigits(whole) || (point >= 0 && !allDigits(fraction)))
        return notWhole(text);

    // Shift the decimal point as text, so that no digit is rounded away.
    QString digits = whole.toString();
    if (*exponent >= 0) {
        fraction = fraction.leftJustified(*exponent, u'0');
        digits += fraction.left(*exponent);
        fraction = fraction.mid(*exponent);
    } else {
        digits = digits.rightJustified(1 - *exponent, u'0');
        fraction = digits.right(-*exponent) + fraction;
        digits.chop(-*exponent);
    }
    if (std::ranges::any_of(fraction, [](QChar c) { return c != u'0'; }))
        return notWhole(text);
    return parseInteger(negative ? u'-' + digits : digits);
}

QString shortParameterSize(const QString &millions)
{
    const auto value = parseParameterSize(millions);
    if (!value)
        return millions;
    const auto scaled = [&](double divisor, QChar unit) {
        const double number = double(*value) / divisor;
        QString text = QString::number(number, 'f', number < 100 ? 1 : 0);
        if (text.endsWith(u".0"))
            text.chop(2);
        return text + unit;
    };
    const qint64 size = *value == std::numeric_limits<qint64>::min() ? 0 : std::abs(*value);
    if (size >= 1'000'000)
        return scaled(1e6, u'T');
    if (size >= 1'000)
        return scaled(1e3, u'B');
    return QString::number(*value) + u'M';
}

} // namespace modelscribe
