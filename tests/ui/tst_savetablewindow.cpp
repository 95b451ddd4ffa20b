// SPDX-License-Identifier: GPL-3.0-or-later
// Every step of a save with every fault in a real review: what the registry holds, what the journal
// says, what the window shows, and what pressing its first button does.
#include "testclass.h"
#include "windowtrial.h"

#include <QTest>

#include <cstdio>

namespace tst_savetablewindow {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_SaveTableWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPromiseIsKept_data() { eachRow(); }
    void everyPromiseIsKept();
    void whatIsNotSavedOffersANextStep_data() { eachRow(); }
    void whatIsNotSavedOffersANextStep();

private:
    void eachRow();

    static constexpr qsizetype atATime = 12; // most of the time they wait
    QList<SaveFaultRow> m_rows;
    QStringList m_shown;
};

void tst_SaveTableWindow::initTestCase()
{
    QElapsedTimer time;
    time.start();
    m_rows = allSaveFaults();
    m_shown.resize(m_rows.size());
    std::vector<std::pair<qsizetype, std::unique_ptr<WindowTrial>>> running;
    qsizetype begun = 0;
    while (begun < m_rows.size() || !running.empty()) {
        while (begun < m_rows.size() && qsizetype(running.size()) < atATime) {
            running.emplace_back(begun, std::make_unique<WindowTrial>(m_rows[begun]));
            ++begun;
        }
        std::erase_if(running, [this](const auto &one) {
            const bool isOver = !one.second->advance();
            if (isOver)
                m_shown[one.first] = one.second->shown();
            return isOver;
        });
        QTest::qWait(1);
    }
    const auto window = [this](const SaveFaultRow &row) {
        return m_shown.at(&row - m_rows.constData());
    };
    const QByteArray table = saveFaultTable(m_rows, window).toUtf8();
    std::fwrite(table.constData(), 1, size_t(table.size()), stdout);
    std::fflush(stdout);
    qInfo("%lld rows in %lld ms", qlonglong(m_rows.size()), qlonglong(time.elapsed()));
}

void tst_SaveTableWindow::eachRow()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows[i].name())) << i;
}

void tst_SaveTableWindow::everyPromiseIsKept()
{
    QFETCH(qsizetype, index);
    const SaveFaultRow &row = m_rows[index];
    QVERIFY2(row.broken.isEmpty(), qPrintable(row.broken.join(u"; "_s)));
    QVERIFY(row.outcome || row.isKill());
}

void tst_SaveTableWindow::whatIsNotSavedOffersANextStep()
{
    QFETCH(qsizetype, index);
    const QString &shown = m_shown[index];
    QVERIFY(!shown.isEmpty());
    const bool isAllWell = shown == u"saved"_s || shown.contains(u"All of it is in the registry"_s)
                           || shown == u"the draft, as it was"_s;
    QVERIFY2(isAllWell || shown.contains(u" ["_s), qPrintable(shown));
    if (shown.contains(u"not known"_s))
        QVERIFY2(!shown.contains(u"[Try again]"_s) && !shown.contains(u"[Retry the rest]"_s),
                 qPrintable(shown));
}

MODELSCRIBE_GUI_TEST(tst_SaveTableWindow)

} // namespace tst_savetablewindow

#include "tst_savetablewindow.moc"
