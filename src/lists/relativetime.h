// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace modelscribe {

//! How relativeTime() writes a time; Locale is the short form of the language in use.
enum class DateStyle { Relative, Exact, Locale };

//! Holds for the whole program, as the default locale does.
void setDateStyle(DateStyle style);
DateStyle dateStyle();

//! Every time is shown, and every day counted, as if this one were now: pictures are the same on
//! any day. How long ago something was stays the same. Holds for the whole program.
void showTimesAsIfNowWere(const QDateTime &now);

//! How long ago \p when was, in few translated letters: "just now", "2 min", "3 h", "today",
//! "yesterday", "Tue", "15 Nov", "15 Nov 2024"; "—" when it is invalid. Days are those of
//! \p now's time zone. With another DateStyle the date and the time to the minute.
QString relativeTime(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTime());

//! Date, time to the second and time zone, local; for tool tips.
QString exactTime(const QDateTime &when);

} // namespace modelscribe
