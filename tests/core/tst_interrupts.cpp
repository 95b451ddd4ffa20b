// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interrupts.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace tst_interrupts {

using namespace modelscribe;

class tst_Interrupts : public QObject
{
    Q_OBJECT

private slots:
    void becomesASignalOfTheLoop_data();
    void becomesASignalOfTheLoop();
    void whoIgnoresTheTerminalGoesOn();
    void afterwardsTheSystemDecidesAgain();
};

void tst_Interrupts::becomesASignalOfTheLoop_data()
{
#ifdef Q_OS_UNIX
    QTest::addColumn<int>("number");
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
#else
    QSKIP("There are no signals here");
#endif
}

void tst_Interrupts::becomesASignalOfTheLoop()
{
#ifdef Q_OS_UNIX
    QFETCH(int, number);
    Interrupts interrupts;
    QSignalSpy interrupted(&interrupts, &Interrupts::interrupted);
    raise(number);
    QCOMPARE(interrupted.count(), 0); // not from within the handler
    QTRY_COMPARE(interrupted.count(), 1);
    raise(number);
    QTRY_COMPARE(interrupted.count(), 2);
#endif
}

void tst_Interrupts::whoIgnoresTheTerminalGoesOn()
{
#ifdef Q_OS_UNIX
    signal(SIGHUP, SIG_IGN); // as nohup does
    {
        Interrupts interrupts;
        QSignalSpy interrupted(&interrupts, &Interrupts::interrupted);
        raise(SIGHUP);
        QTest::qWait(50);
        QCOMPARE(interrupted.count(), 0);
    }
    signal(SIGHUP, SIG_DFL);
#endif
}

void tst_Interrupts::afterwardsTheSystemDecidesAgain()
{
#ifdef Q_OS_UNIX
    {
        const Interrupts interrupts;
    }
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now = {};
        QCOMPARE(sigaction(number, nullptr, &now), 0);
        QVERIFY(now.sa_handler == SIG_DFL);
    }
#endif
}

MODELSCRIBE_TEST(tst_Interrupts)

} // namespace tst_interrupts

#include "tst_interrupts.moc"
