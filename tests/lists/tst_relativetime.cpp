// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/relativetime.h"
#include "testclass.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

namespace tst_relativetime {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_RelativeTime : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void picturesAreTheSameOnAnyDay();
    void daysAreThoseOfThePersonsTimeZone();
    void exactTimeNamesItsZone();
    void aPersonMayWantDatesInstead();
};

void tst_RelativeTime::saysHowLongAgo_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("text");
    QTest::newRow("a moment") << u"2026-11-20T13:59:30Z"_s << u"just now"_s;
    QTest::newRow("clock a little ahead") << u"2026-11-20T14:02:00Z"_s << u"just now"_s;
    QTest::newRow("a minute") << u"2026-11-20T13:59:00Z"_s << u"1 min"_s;
    QTest::newRow("minutes") << u"2026-11-20T13:00:01Z"_s << u"59 min"_s;
    QTest::newRow("an hour") << u"2026-11-20T13:00:00Z"_s << u"1 h"_s;
    QTest::newRow("hours") << u"2026-11-20T08:00:01Z"_s << u"5 h"_s;
    QTest::newRow("today") << u"2026-11-20T08:00:00Z"_s << u"today"_s;
    QTest::newRow("later today") << u"2026-11-20T23:00:00Z"_s << u"today"_s;
    QTest::newRow("yesterday") << u"2026-11-19T23:59:59Z"_s << u"yesterday"_s;
    QTest::newRow("this week") << u"2026-11-17T10:00:00Z"_s << u"Tue"_s;
    QTest::newRow("six days") << u"2026-11-14T10:00:00Z"_s << u"Sat"_s;
    QTest::newRow("a week") << u"2026-11-13T10:00:00Z"_s << u"13 Nov"_s;
    QTest::newRow("another year") << u"2024-11-15T10:00:00Z"_s << u"15 Nov 2024"_s;
    QTest::newRow("tomorrow") << u"2026-11-21T10:00:00Z"_s << u"21 Nov"_s;
    QTest::newRow("year 9999") << u"9999-12-31T23:59:59Z"_s << u"31 Dec 9999"_s;
    QTest::newRow("no time") << u"soon"_s << u"—"_s;
}

void tst_RelativeTime::saysHowLongAgo()
{
    QFETCH(QString, when);
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0), QTimeZone::utc());
    QCOMPARE(relativeTime(QDateTime::fromString(when, Qt::ISODate), now), text);
}

void tst_RelativeTime::aPersonMayWantDatesInstead()
{
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0), QTimeZone::utc());
    const QDateTime when(QDate(2026, 11, 20), QTime(13, 5, 7), QTimeZone::utc());
    setDateStyle(DateStyle::Exact);
    QCOMPARE(relativeTime(when, now), u"2026-11-20 13:05"_s);
    QCOMPARE(relativeTime(QDateTime(), now), u"—"_s);
    setDateStyle(DateStyle::Locale);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(relativeTime(when, now), u"20.11.26 13:05"_s);
    QLocale::setDefault(QLocale::c());
    setDateStyle(DateStyle::Relative);
    QCOMPARE(relativeTime(when, now), u"54 min"_s);
}

void tst_RelativeTime::picturesAreTheSameOnAnyDay()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    showTimesAsIfNowWere(QDateTime(QDate(2026, 11, 20), QTime(14, 0), QTimeZone::utc()));
    QCOMPARE(relativeTime(now.addSecs(-3 * 60), now), u"3 min"_s);
    QCOMPARE(relativeTime(now.addSecs(-13 * 3600), now), u"today"_s);
    QCOMPARE(relativeTime(now.addSecs(-15 * 3600), now), u"yesterday"_s);
    QCOMPARE(relativeTime(now.addDays(-3), now), u"Tue"_s);
    QCOMPARE(relativeTime(now.addDays(-30), now), u"21 Oct"_s);
    QVERIFY(exactTime(now).startsWith("2026-11-20 "_L1));
    showTimesAsIfNowWere(QDateTime::currentDateTimeUtc());
    QCOMPARE(relativeTime(now.addSecs(-3 * 60), now), u"3 min"_s);
}

void tst_RelativeTime::daysAreThoseOfThePersonsTimeZone()
{
    const QTimeZone shanghai(8 * 3600);
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0), shanghai);
    const QDateTime when(QDate(2026, 11, 19), QTime(17, 0), QTimeZone::utc()); // 01:00 there
    QCOMPARE(relativeTime(when, now), u"today"_s);
}

void tst_RelativeTime::exactTimeNamesItsZone()
{
    QCOMPARE(exactTime(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::utc())),
             u"2026-01-02 03:04:05 UTC"_s);
    QCOMPARE(exactTime({}), QString());
}

MODELSCRIBE_TEST(tst_RelativeTime)

} // namespace tst_relativetime

#include "tst_relativetime.moc"
