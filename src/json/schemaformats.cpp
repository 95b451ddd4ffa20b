// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemaformats.h"

#include "core/ascii.h"
#include "json/ecmapattern.h"
#include "json/schemahosts.h"
#include "json/schemauris.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The captured numbers of \p pattern when all of \p text fits it.
QRegularExpressionMatch matchOf(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
}

bool isDate(const QString &text)
{
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto match = matchOf(u"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})"_s, text);
    if (!match.hasMatch())
        return false;
    const int year = match.capturedView(1).toInt();
    const int month = match.capturedView(2).toInt();
    const int day = match.capturedView(3).toInt();
    const bool isLeapYear = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= days[month - 1] + (month == 2 && isLeapYear);
}

bool isTime(const QString &text)
{
    const auto match = matchOf(u"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)(?:\\.[0-9]+)?"
                               "(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))"_s,
                               text);
    if (!match.hasMatch() || match.capturedView(3) != "60"_L1)
        return match.hasMatch();
    // Leap seconds come at the end of a day in Greenwich.
    constexpr int minutesOfDay = 24 * 60;
    const auto minutes = [&](int hour) {
        return match.capturedView(hour).toInt() * 60 + match.capturedView(hour + 1).toInt();
    };
    const int offset = match.capturedView(4) == "-"_L1 ? -minutes(5) : minutes(5);
    return (minutes(1) - offset + minutesOfDay) % minutesOfDay == minutesOfDay - 1;
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && (text[10] == u'T' || text[10] == u't') && isDate(text.first(10))
           && isTime(text.sliced(11));
}

bool isJsonPointer(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'~'
            && (i + 1 == text.size() || (text[i + 1] != u'0' && text[i + 1] != u'1')))
            return false;
    }
    return text.isEmpty() || text.startsWith(u'/');
}

bool isRelativeJsonPointer(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, [](QChar c) { return isDigit(c); });
    const qsizetype digits = end - text.begin();
    if (digits == 0 || (digits > 1 && text.front() == u'0'))
        return false;
    return text.sliced(digits) == "#"_L1 || isJsonPointer(text.sliced(digits));
}

bool isRegex(const QString &text)
{
    const auto pattern = EcmaPattern::fromText(text);
    return pattern && pattern->isStrict;
}

} // namespace

bool fitsFormat(const QString &format, const QString &text)
{
    struct Check
    {
        QStringView format;
        bool (*fits)(const QString &text);
    };
    static constexpr Check checks[] = {
        {u"date", isDate},
        {u"time", isTime},
        {u"date-time", isDateTime},
        {u"uri", [](const QString &t) { return isUri(t, UriAlphabet::Ascii); }},
        {u"iri", [](const QString &t) { return isUri(t, UriAlphabet::Unicode); }},
        {u"uri-reference", [](const QString &t) { return isUriReference(t, UriAlphabet::Ascii); }},
        {u"iri-reference",
         [](const QString &t) { return isUriReference(t, UriAlphabet::Unicode); }},
        {u"uri-template", isUriTemplate},
        {u"hostname", isHostName},
        {u"idn-hostname", isIdnHostName},
        {u"email", [](const QString &t) { return isEmail(t, false); }},
        {u"idn-email", [](const QString &t) { return isEmail(t, true); }},
        {u"ipv4", [](const QString &t) { return isIpv4(t); }},
        {u"ipv6", [](const QString &t) { return isIpv6(t); }},
        {u"uuid", [](const QString &t) { return t.size() == 36 && !QUuid(t).isNull(); }},
        {u"regex", isRegex},
        {u"json-pointer", [](const QString &t) { return isJsonPointer(t); }},
        {u"relative-json-pointer", [](const QString &t) { return isRelativeJsonPointer(t); }},
    };
    const auto check = std::ranges::find(checks, QStringView(format), &Check::format);
    return check == std::end(checks) || check->fits(text);
}

} // namespace modelscribe
