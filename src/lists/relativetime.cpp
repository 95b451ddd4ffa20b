// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/relativetime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;

DateStyle styleInUse = DateStyle::Relative;
qint64 secondsAhead = 0; // of the clock, of what is shown

} // namespace

void setDateStyle(DateStyle style) { styleInUse = style; }

DateStyle dateStyle() { return styleInUse; }

void showTimesAsIfNowWere(const QDateTime &now)
{
    secondsAhead = QDateTime::currentDateTimeUtc().secsTo(now);
}

QString relativeTime(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return u"—"_s;
    const QDateTime local = when.toTimeZone(now.timeZone()).addSecs(secondsAhead);
    const QDate today = now.addSecs(secondsAhead).date();
    if (styleInUse == DateStyle::Exact)
        return local.toString("yyyy-MM-dd HH:mm"_L1);
    if (styleInUse == DateStyle::Locale)
        return QLocale().toString(local, QLocale::ShortFormat);
    const qint64 seconds = when.secsTo(now);
    const qint64 days = local.date().daysTo(today);
    const QLocale locale;
    // Two clocks never agree to the second.
    if (seconds < minute && seconds > -5 * minute)
        return RelativeTime::tr("just now");
    if (seconds > 0 && seconds < hour)
        return RelativeTime::tr("%1 min").arg(seconds / minute);
    if (seconds > 0 && seconds < 6 * hour)
        return RelativeTime::tr("%1 h").arg(seconds / hour);
    if (days == 0)
        return RelativeTime::tr("today");
    if (days == 1)
        return RelativeTime::tr("yesterday");
    if (days > 1 && days < 7)
        return locale.dayName(local.date().dayOfWeek(), QLocale::ShortFormat);
    //: Date of this year, see QLocale::toString()
    const QString format = local.date().year() == today.year()
                               ? RelativeTime::tr("d MMM")
                               //: Date of another year, see QLocale::toString()
                               : RelativeTime::tr("d MMM yyyy");
    return locale.toString(local.date(), format);
}

QString exactTime(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime().addSecs(secondsAhead);
    return u"%1 %2"_s.arg(local.toString("yyyy-MM-dd HH:mm:ss"_L1), local.timeZoneAbbreviation());
}

} // namespace modelscribe
