// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemaformats.h"

#include <QDate>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Longer texts are in none of these formats, and need not be searched.
constexpr qsizetype maxLength = 64 * 1024;

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isDate(const QString &text)
{
    return matches(u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s, text)
           && QDate::fromString(text, u"yyyy-MM-dd"_s).isValid();
}

bool isTime(const QString &text)
{
    return matches(u"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
                   "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"_s,
                   text);
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && (text[10] == u'T' || text[10] == u't') && isDate(text.first(10))
           && isTime(text.sliced(11));
}

bool isUri(const QString &text, bool mayBeRelative)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (mayBeRelative || !url.scheme().isEmpty());
}

bool isHostName(const QString &text)
{
    return text.size() <= 253
           && matches(u"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
                      "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"_s,
                      text);
}

bool isEmail(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at > 0 && isHostName(text.sliced(at + 1))
           && std::ranges::none_of(text.first(at), [](QChar c) { return c.isSpace(); });
}

bool isIpv4(const QString &text)
{
    return matches(u"((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}"_s, text);
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
        {u"uri", [](const QString &t) { return isUri(t, false); }},
        {u"iri", [](const QString &t) { return isUri(t, false); }},
        {u"uri-reference", [](const QString &t) { return t.isEmpty() || isUri(t, true); }},
        {u"iri-reference", [](const QString &t) { return t.isEmpty() || isUri(t, true); }},
        {u"hostname", isHostName},
        {u"email", isEmail},
        {u"ipv4", isIpv4},
        {u"uuid", [](const QString &t) { return t.size() == 36 && !QUuid(t).isNull(); }},
        {u"regex", [](const QString &t) { return QRegularExpression(t).isValid(); }},
        {u"json-pointer", [](const QString &t) { return matches(u"(/([^~/]|~0|~1)*)*"_s, t); }},
    };
    const auto check = std::ranges::find(checks, QStringView(format), &Check::format);
    return check == std::end(checks) || (text.size() <= maxLength && check->fits(text));
}

} // namespace modelscribe
