// SPDX-License-Identifier: GPL-3.0-or-later
// Every step of a save with every fault: what the registry holds, what is said, what going on does.
#include "session/savefaults.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

namespace tst_savetable {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Kind = SaveStep::Kind;
using Outcome = SaveOutcome::Result;

class tst_SaveTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPromiseIsKept_data() { eachRow(); }
    void everyPromiseIsKept();
    void saysWhatItIs_data() { eachRow(); }
    void saysWhatItIs();

private:
    void eachRow();

    QList<SaveFaultRow> m_rows;
};

void tst_SaveTable::initTestCase()
{
    QElapsedTimer time;
    time.start();
    m_rows = allSaveFaults();
    QCOMPARE(m_rows.size(), 4 * 12 + 4 * 14);
    runSaveFaults(m_rows);
    const QByteArray table = saveFaultTable(m_rows).toUtf8();
    std::fwrite(table.constData(), 1, size_t(table.size()), stdout);
    std::fflush(stdout);
    qInfo("%lld rows in %lld ms", qlonglong(m_rows.size()), qlonglong(time.elapsed()));
}

void tst_SaveTable::eachRow()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows[i].name())) << i;
}

void tst_SaveTable::everyPromiseIsKept()
{
    QFETCH(qsizetype, index);
    const SaveFaultRow &row = m_rows[index];
    QVERIFY2(row.broken.isEmpty(), qPrintable(row.broken.join(u"; "_s)));
    QVERIFY(row.outcome || row.isKill());
}

//! Where neither the order of events nor the time they take matters.
void tst_SaveTable::saysWhatItIs()
{
    QFETCH(qsizetype, index);
    const SaveFaultRow &row = m_rows[index];
    const bool isVerify = row.step == Kind::Verify;
    const bool isFirst = row.step == Kind::UpdateFields || row.step == Kind::Create;
    const bool isCheck = row.step == Kind::CheckName || row.step == Kind::CheckUnchanged;
    const Outcome refused = isVerify             ? Outcome::Unverified
                            : isFirst || isCheck ? Outcome::Failed
                                                 : Outcome::Partly;
    switch (row.fault) {
    case SaveFault::Refused:
    case SaveFault::BadRequest:
    case SaveFault::Forbidden:
    case SaveFault::NotFound:
    case SaveFault::Conflict: QCOMPARE(row.outcome->result, refused); break;
    case SaveFault::ThrottledOnce: QCOMPARE(row.outcome->result, Outcome::Saved); break;
    case SaveFault::Reset:
    case SaveFault::Garbage:
        QCOMPARE(row.outcome->result, isVerify || isCheck ? refused : Outcome::Saved);
        break;
    case SaveFault::KilledBefore: QCOMPARE(row.journal, isCheck ? u"–"_s : u"Begun"_s); break;
    case SaveFault::KilledAfter: QCOMPARE(row.journal, u"Begun"_s); break;
    case SaveFault::BrokenOnce:
    case SaveFault::Broken:
    case SaveFault::SilentBefore:
    case SaveFault::SilentAfter: break;
    }
}

MODELSCRIBE_TEST(tst_SaveTable)

} // namespace tst_savetable

#include "tst_savetable.moc"
