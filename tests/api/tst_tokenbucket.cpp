// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokenbucket.h"
#include "testclass.h"

#include <QTest>

#include <deque>

namespace tst_tokenbucket {

using namespace modelscribe;
using namespace std::chrono_literals;

class tst_TokenBucket : public QObject
{
    Q_OBJECT

private slots:
    void oneAfterTheOther();
    void restSavesNothingUp();
    void noLimitNeverWaits();
    void clockThatGoesBackIsHarmless();
    void slowsDownAndRecovers();
    void noSecondHasMoreThanTheRate();
    void anotherLimitHoldsFromThenOn();
};

void tst_TokenBucket::oneAfterTheOther()
{
    TokenBucket bucket(10);
    QCOMPARE(bucket.take(0ms), 0ms);
    QCOMPARE(bucket.take(0ms), 106ms);
    QCOMPARE(bucket.take(0ms), 211ms);
    QCOMPARE(bucket.take(100ms), 216ms);
}

void tst_TokenBucket::anotherLimitHoldsFromThenOn()
{
    TokenBucket bucket(10);
    bucket.take(0ms);
    bucket.setLimit(2);
    QCOMPARE(bucket.take(0ms), 527ms); // 1.9 a second, see TokenBucket()
    bucket.slowDown(1s, 0ms);
    const double slowed = bucket.rate();
    bucket.setLimit(4);
    QCOMPARE(bucket.rate(), slowed * 2);
    bucket.setLimit(0);
    QCOMPARE(bucket.take(1s), 0ms);
}

void tst_TokenBucket::restSavesNothingUp()
{
    TokenBucket bucket(10);
    bucket.take(0ms);
    QCOMPARE(bucket.take(1h), 0ms);
    QVERIFY(bucket.take(1h) > 0ms);
    TokenBucket slow(0.5);
    QCOMPARE(slow.take(0ms), 0ms);
    QCOMPARE(slow.take(0ms), 2106ms);
}

void tst_TokenBucket::noLimitNeverWaits()
{
    TokenBucket bucket(0);
    bucket.slowDown(0ms, 5s);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(bucket.take(0ms), 0ms);
}

void tst_TokenBucket::clockThatGoesBackIsHarmless()
{
    TokenBucket bucket(10);
    bucket.take(10s);
    QCOMPARE(bucket.take(0ms), 106ms);
    QCOMPARE(bucket.take(10s), 211ms);
}

void tst_TokenBucket::slowsDownAndRecovers()
{
    TokenBucket bucket(10);
    QCOMPARE(bucket.rate(), 9.5);
    bucket.slowDown(0ms, 0ms);
    QCOMPARE(bucket.rate(), 9.5 / 2);
    QCOMPARE(bucket.take(0ms), 211ms);
    bucket.slowDown(0ms, 3s);
    QCOMPARE(bucket.take(0ms), 3000ms); // nothing before the pause is over
    for (int i = 0; i < 20; ++i)
        bucket.slowDown(0ms, 0ms);
    QCOMPARE(bucket.rate(), 9.5 / 16); // never quite to a stop
    for (int i = 0; i < 100; ++i)
        bucket.speedUp();
    QCOMPARE(bucket.rate(), 9.5);
}

void tst_TokenBucket::noSecondHasMoreThanTheRate()
{
    for (const double rate : {2.0, 10.0, 20.0, 25.0, 50.0}) {
        TokenBucket bucket(rate);
        std::deque<std::chrono::milliseconds> lastSecond;
        int sent = 0;
        auto now = 0ms;
        while (now < 60s) {
            now += bucket.take(now);
            lastSecond.push_back(now);
            ++sent;
            while (now - lastSecond.front() >= 1s)
                lastSecond.pop_front();
            QVERIFY(double(lastSecond.size()) <= rate);
        }
        QVERIFY(sent >= 0.95 * rate * 60 - 1);
    }
    TokenBucket unlimited(0);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(unlimited.take(0ms), 0ms);
}

MODELSCRIBE_TEST(tst_TokenBucket)

} // namespace tst_tokenbucket

#include "tst_tokenbucket.moc"
