// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/twoeditors.h"
#include "testclass.h"

#include <QTest>

namespace tst_twoeditors {

using namespace Qt::StringLiterals;
using namespace modelscribe::testing;

//! MODELSCRIBE_SEED=… tries another one, MODELSCRIBE_CAMPAIGN=1 goes on for long,
//! MODELSCRIBE_TRACE=1 prints every step.
class tst_TwoEditors : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostOrMadeUp_data();
    void nothingIsLostOrMadeUp();
};

void tst_TwoEditors::nothingIsLostOrMadeUp_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("steps");
    const bool isCampaign = qEnvironmentVariableIsSet("MODELSCRIBE_CAMPAIGN");
    bool isGiven = false;
    const uint seed = qEnvironmentVariable("MODELSCRIBE_SEED").toUInt(&isGiven);
    const int steps = qEnvironmentVariableIntValue("MODELSCRIBE_STEPS");
    if (isGiven || steps > 0 || isCampaign) {
        QTest::newRow("asked for") << (isGiven ? seed : 20261122u)
                                   << (steps > 0    ? steps
                                       : isCampaign ? 10'000
                                                    : 600);
        return;
    }
    // Each of these found something.
    QTest::newRow("typed during a save where another wrote then") << 1u << 600;
    QTest::newRow("ExtraInfo typed during a save, another member written then") << 2u << 100;
    QTest::newRow("cleared during a save what another wrote then") << 6u << 200;
    QTest::newRow("a removed label put back by another was not told") << 100u << 800;
}

void tst_TwoEditors::nothingIsLostOrMadeUp()
{
    QFETCH(quint32, seed);
    QFETCH(int, steps);
    qInfo("seed %u, %d steps", seed, steps);
    TwoEditors editors(seed, 50);
    editors.run(steps);
    if (editors.problem().isEmpty())
        editors.end();
    const EditorsTruth::Counts &counts = editors.counts();
    qInfo("%d saves, %d conflicts, %d changes accepted, %d overwritten knowingly", counts.saves,
          counts.conflicts, counts.accepted, counts.knowingly);
    qInfo("between check and write: %d elsewhere and taken over, %d at the same place and not to "
          "be seen (+ %d in an ExtraInfo that is sent whole); between write and read-back: %d "
          "found and reported",
          counts.takenOver, counts.unseen, counts.undone, counts.reported);
    if (!editors.problem().isEmpty())
        qInfo("%s", qPrintable(editors.story()));
    QVERIFY2(editors.problem().isEmpty(), qPrintable(editors.problem()));
    if (steps < 800)
        return;
    // Otherwise this shows nothing.
    QVERIFY(counts.saves > steps / 20);
    QVERIFY(counts.conflicts > 0);
    QVERIFY(counts.knowingly > 0);
    QVERIFY(counts.takenOver > 0);
    QVERIFY(counts.unseen > 0);
    QVERIFY(counts.reported > 0);
}

MODELSCRIBE_TEST(tst_TwoEditors)

} // namespace tst_twoeditors

#include "tst_twoeditors.moc"
