// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"
#include "testclass.h"

#include <QTest>
#include <QTimeZone>

namespace tst_retrypolicy {

using namespace modelscribe;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AttemptFailure::Cause;
using Verb = Request::Verb;

class tst_RetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void repeatsWhatIsSafe_data();
    void repeatsWhatIsSafe();
    void backsOffWithFullJitter();
    void obeysTheServer();
    void budgetIsATenthBeyondABurst();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
};

void tst_RetryPolicy::repeatsWhatIsSafe_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<bool>("notExecuted");
    QTest::addColumn<QString>("first"); // which verbs may be repeated after the first attempt
    QTest::addColumn<QString>("second");
    const QString all = u"GET POST PUT DELETE"_s;
    const QString reads = u"GET"_s;
    QTest::newRow("local") << Cause::Local << true << QString() << QString();
    QTest::newRow("not reached") << Cause::NotReached << true << all << all;
    QTest::newRow("connect timeout") << Cause::ConnectTimeout << true << all << QString();
    QTest::newRow("lost") << Cause::Lost << false << reads << reads;
    QTest::newRow("refused") << Cause::Refused << true << QString() << QString();
    QTest::newRow("throttled") << Cause::Throttled << true << all << all;
    QTest::newRow("server fault") << Cause::ServerFault << false << reads << reads;
    QTest::newRow("unreadable") << Cause::Unreadable << false << reads << QString();
    QTest::newRow("foreign") << Cause::Foreign << false << QString() << QString();
    QTest::newRow("nonce") << Cause::Nonce << true << all << QString();
    QTest::newRow("clock") << Cause::Clock << true << QString() << QString();
}

void tst_RetryPolicy::repeatsWhatIsSafe()
{
    QFETCH(Cause, cause);
    QFETCH(QString, first);
    QFETCH(QString, second);
    const RetryPolicy policy;
    const AttemptFailure failure{.cause = cause};
    QTEST(failure.surelyNotExecuted(), "notExecuted");
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Put, Verb::Delete}) {
        const QString name = QString::fromLatin1(Request{.verb = verb}.verbName());
        QCOMPARE(policy.delay(verb, failure, 1, 0.5).has_value(), first.split(u' ').contains(name));
        QCOMPARE(policy.delay(verb, failure, 2, 0.5).has_value(),
                 second.split(u' ').contains(name));
        QVERIFY(!policy.delay(verb, failure, 3, 0.5));
    }
}

void tst_RetryPolicy::backsOffWithFullJitter()
{
    const RetryPolicy policy{.maxAttempts = 12};
    const AttemptFailure lost{.cause = Cause::Lost};
    QCOMPARE(policy.delay(Verb::Get, lost, 1, 0), 0ms);
    QCOMPARE(policy.delay(Verb::Get, lost, 1, 0.5), 150ms);
    QCOMPARE(policy.delay(Verb::Get, lost, 2, 0.5), 300ms);
    QCOMPARE(policy.delay(Verb::Get, lost, 3, 0.5), 600ms);
    QCOMPARE(policy.delay(Verb::Get, lost, 11, 0.5), 10'000ms); // half of the cap
    const AttemptFailure throttled{.cause = Cause::Throttled};
    QCOMPARE(policy.delay(Verb::Post, throttled, 1, 0.5), 600ms);
}

void tst_RetryPolicy::obeysTheServer()
{
    const RetryPolicy policy;
    AttemptFailure failure{.cause = Cause::Throttled, .retryAfter = 5000ms};
    QCOMPARE(policy.delay(Verb::Get, failure, 1, 0), 5000ms);
    QVERIFY(*policy.delay(Verb::Get, failure, 1, 0.9) >= 5000ms);
    failure.retryAfter = 20'000ms;
    QCOMPARE(policy.delay(Verb::Get, failure, 1, 0.9), 20'000ms);
    failure.retryAfter = 20'001ms;
    QVERIFY(!policy.delay(Verb::Get, failure, 1, 0));
}

void tst_RetryPolicy::budgetIsATenthBeyondABurst()
{
    RetryBudget budget;
    int taken = 0;
    for (int call = 0; call < 1000; ++call) {
        budget.callStarted();
        taken += budget.take() + budget.take();
    }
    QVERIFY2(taken >= 20 + 99 && taken <= 20 + 100, QByteArray::number(taken).constData());
}

void tst_RetryPolicy::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("standard");
    QTest::addColumn<QByteArray>("vendor");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("none") << ""_ba
                          << ""_ba << qint64(-1);
    QTest::newRow("seconds") << " 3 "_ba
                             << ""_ba << qint64(3000);
    QTest::newRow("date") << "Fri, 02 Jan 2026 03:04:15 GMT"_ba
                          << ""_ba << qint64(10'000);
    QTest::newRow("date gone by") << "Fri, 02 Jan 2026 03:00:00 GMT"_ba
                                  << ""_ba << qint64(0);
    QTest::newRow("vendor") << ""_ba
                            << "250"_ba << qint64(250);
    QTest::newRow("both") << "3"_ba
                          << "250"_ba << qint64(250);
    QTest::newRow("vendor of zero") << "3"_ba
                                    << "0"_ba << qint64(3000);
    QTest::newRow("nonsense") << "soon"_ba
                              << "-5"_ba << qint64(-1);
    QTest::newRow("negative") << "-1"_ba
                              << ""_ba << qint64(-1);
    QTest::newRow("endless") << "9223372036854775807"_ba
                             << ""_ba << qint64(86'400'000);
    QTest::newRow("endless for the vendor") << ""_ba
                                            << "9223372036854775807"_ba << qint64(86'400'000);
    QTest::newRow("year 9999") << "Fri, 31 Dec 9999 23:59:59 GMT"_ba
                               << ""_ba << qint64(86'400'000);
}

void tst_RetryPolicy::retryAfterIsRead()
{
    QFETCH(QByteArray, standard);
    QFETCH(QByteArray, vendor);
    QFETCH(qint64, expected);
    const auto wait = retryAfter(standard, vendor,
                                 QDateTime({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc()));
    QCOMPARE(wait ? qint64(wait->count()) : -1, expected);
}

MODELSCRIBE_TEST(tst_RetryPolicy)

} // namespace tst_retrypolicy

#include "tst_retrypolicy.moc"
