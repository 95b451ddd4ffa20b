// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/widgets/messagestrip.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace tst_modeltable {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ModelTable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void arrowsChooseAndEnterOpens();
    void aClickOpens();
    void focusAloneChoosesNothing();
    void typingMeansSearching();
    void theCurrentModelSurvivesAnotherQuery();
    void scrollingSurvivesAReset();
    void whatIsGoneLeavesNobodyElseChosen();
    void countsAlsoHiddenModelsThatGo();
    void stepsStopAtTheEnds();
    void tellsWhichRowsAreInSight();
    void columnsGiveWayToTheName();
    void hostileNamesAreDrawnAsText_data();
    void hostileNamesAreDrawnAsText();
    void theToolTipOfAHostileNameIsText();
    void onlyDraftsAreShownWhenAskedFor();
    void whatIsNotUnderstoodLeavesTheRows();
    void filteringManyIsFast();

private:
    void add(int number, const QString &name = {});

    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<BrowsePane> m_pane;
    ModelTable *m_table = nullptr;
};

void tst_ModelTable::init()
{
    m_workbench = std::make_unique<Workbench>(ClientOptions{.maxAttempts = 1});
    m_workbench->connectTo({.target = {.title = u"x"_s,
                                       .isLocal = true,
                                       .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)},
                            .credentials = fixedCredentials({.id = "i", .secret = "s"})});
    for (int i = 0; i < 200; ++i)
        add(i);
    m_pane = std::make_unique<BrowsePane>();
    m_table = &m_pane->table();
    m_table->sortBy(ModelTableModel::Name, Qt::AscendingOrder);
    m_pane->setCatalog(m_workbench->catalog(), m_workbench->catalogSync());
    m_pane->resize(640, 480);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QTRY_COMPARE(m_pane->shownCount(), 200);
}

void tst_ModelTable::cleanup()
{
    m_pane.reset();
    m_workbench.reset();
}

void tst_ModelTable::add(int number, const QString &name)
{
    RegisteredModel model;
    model.id = u"model-%1"_s.arg(number, 6, 10, QChar(u'0'));
    model.metadata.name = name.isEmpty() ? u"name-%1"_s.arg(number, 6, 10, QChar(u'0')) : name;
    model.metadata.task = number % 3 == 0 ? u"text-generation"_s : u"text-classification"_s;
    model.modified = u"2026-01-01T00:00:00Z"_s;
    m_workbench->catalog()->upsert(model);
}

void tst_ModelTable::arrowsChooseAndEnterOpens()
{
    QSignalSpy chosen(m_table, &ModelTable::currentIdChanged);
    QSignalSpy opened(m_table, &ModelTable::openRequested);
    m_table->setCurrentId(u"model-000003"_s);
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), u"model-000004"_s);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.first().first().toString(), u"model-000004"_s);
}

void tst_ModelTable::aClickOpens()
{
    QSignalSpy opened(m_table, &ModelTable::openRequested);
    const QRect cell = m_table->visualRect(m_table->model()->index(2, 0));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toString(), u"model-000002"_s);
}

void tst_ModelTable::focusAloneChoosesNothing()
{
    QSignalSpy chosen(m_table, &ModelTable::currentIdChanged);
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_table->setFocus();
    QVERIFY(m_table->hasFocus());
    QCOMPARE(chosen.count(), 0);
    // What assistive technology and scripts do.
    m_table->setCurrentIndex(m_table->model()->index(0, 0));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), u"model-000000"_s);
}

void tst_ModelTable::typingMeansSearching()
{
    QSignalSpy typed(m_table, &ModelTable::typed);
    m_table->setCurrentId(u"model-000000"_s);
    QTest::keyClicks(m_table, u"n"_s);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed.first().first().toString(), u"n"_s);
    QCOMPARE(m_table->currentId(), u"model-000000"_s);
}

void tst_ModelTable::theCurrentModelSurvivesAnotherQuery()
{
    QSignalSpy chosen(m_table, &ModelTable::currentIdChanged);
    m_table->setCurrentId(u"model-000006"_s);
    m_pane->setQuery(u"task:text-generation"_s);
    QTRY_COMPARE(m_table->currentIndex().row(), 2);
    QVERIFY(m_table->selectionModel()->isRowSelected(2));
    m_pane->setQuery(u"name-000001"_s); // hides it
    QCOMPARE(m_table->currentId(), u"model-000006"_s);
    m_pane->setQuery({});
    QTRY_COMPARE(m_table->currentIndex().row(), 6);
    QCOMPARE(chosen.count(), 0); // nobody chose anything
}

void tst_ModelTable::scrollingSurvivesAReset()
{
    m_table->verticalScrollBar()->setValue(1500);
    m_workbench->catalog()->remove(u"model-000199"_s);
    QTest::qWait(20);
    QCOMPARE(m_table->verticalScrollBar()->value(), 1500);
}

void tst_ModelTable::whatIsGoneLeavesNobodyElseChosen()
{
    m_table->setFocus();
    m_table->setCurrentId(u"model-000005"_s);
    QSignalSpy chosen(m_table, &ModelTable::currentIdChanged);
    m_workbench->catalog()->remove(u"model-000005"_s);
    QTest::qWait(20);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(m_table->currentId(), u"model-000005"_s);
    QVERIFY(!m_table->selectionModel()->hasSelection());
    m_table->goOnFromGone();
    QCOMPARE(m_table->currentId(), u"model-000006"_s);
    m_workbench->catalog()->remove(u"model-000001"_s); // another one
    QCOMPARE(m_table->currentId(), u"model-000006"_s);
    QVERIFY(m_table->selectionModel()->isRowSelected(4));
}

void tst_ModelTable::countsAlsoHiddenModelsThatGo()
{
    m_pane->setQuery(u"name-000001"_s);
    QCOMPARE(m_pane->shownCount(), 1);
    QSignalSpy told(m_pane.get(), &BrowsePane::countsChanged);
    m_workbench->catalog()->remove(u"model-000009"_s);
    QCOMPARE(m_pane->wholeCount(), 199);
    QVERIFY(told.count() > 0);
}

void tst_ModelTable::stepsStopAtTheEnds()
{
    m_table->step(1);
    QCOMPARE(m_table->currentId(), u"model-000000"_s);
    m_table->step(-1);
    QCOMPARE(m_table->currentId(), u"model-000000"_s);
    m_table->step(1);
    QCOMPARE(m_table->currentId(), u"model-000001"_s);
}

void tst_ModelTable::tellsWhichRowsAreInSight()
{
    const QStringList before = m_table->idsInSight(100);
    QVERIFY(before.size() >= 10 && before.size() < 30);
    QCOMPARE(before.first(), u"model-000000"_s);
    QCOMPARE(m_table->idsInSight(3), before.first(3));
    QTest::qWait(300);
    QSignalSpy told(m_table, &ModelTable::sightChanged);
    for (int value = 1; value <= 20; ++value)
        m_table->verticalScrollBar()->setValue(value * 30);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(m_table->idsInSight(100).first(), u"model-000020"_s);
    m_pane->setQuery(u"name:name-00015"_s);
    QTRY_COMPARE(m_pane->shownCount(), 10);
    QTRY_VERIFY(told.size() >= 2);
    QCOMPARE(m_table->idsInSight(100).size(), 10);
    m_pane->hide();
    QVERIFY(m_table->idsInSight(100).isEmpty());
}

void tst_ModelTable::columnsGiveWayToTheName()
{
    QVERIFY(!m_table->isColumnHidden(ModelTableModel::Labels));
    m_pane->resize(380, 480);
    QTRY_VERIFY(m_table->isColumnHidden(ModelTableModel::Labels));
    QVERIFY(!m_table->isColumnHidden(ModelTableModel::Name));
    QVERIFY(m_table->columnWidth(ModelTableModel::Name) >= 120);
}

void tst_ModelTable::hostileNamesAreDrawnAsText_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << u"<img src='http://127.0.0.1:1/x'><b>bold</b>"_s;
    QTest::newRow("bidi") << u"abc\u202Edef\u202C\u2066xyz"_s;
    QTest::newRow("combining flood") << u"a"_s + QString(4000, QChar(0x0301));
    QTest::newRow("long") << QString(20'000, u'W');
    QTest::newRow("controls") << u"a\nb\tc"_s + QChar(0) + u"d\u001b[31m"_s;
    QTest::newRow("surrogates") << u"😀"_s + QChar(0xD83D) + u"x"_s;
}

void tst_ModelTable::hostileNamesAreDrawnAsText()
{
    QFETCH(QString, name);
    add(0, name);
    m_table->verticalScrollBar()->setValue(0);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!m_pane->grab().isNull());
    QVERIFY2(timer.elapsed() < 500, "a page of rows took too long");
    for (int row = 0; row < 5; ++row)
        QCOMPARE(m_table->rowHeight(row), 30);
    QCOMPARE(m_workbench->catalog()->find(u"model-000000"_s)->metadata.name, name);
}

void tst_ModelTable::theToolTipOfAHostileNameIsText()
{
    add(0, u"<b>bold</b> &amp; <img src='x'>"_s);
    m_pane->setQuery(u"bold"_s);
    QTRY_COMPARE(m_pane->shownCount(), 1);
    const QPoint place = m_table->visualRect(m_table->model()->index(0, 0)).center();
    QHelpEvent help(QEvent::ToolTip, place, m_table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(m_table->viewport(), &help);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;bold&lt;/b&gt; &amp;amp; &lt;img"_s),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void tst_ModelTable::onlyDraftsAreShownWhenAskedFor()
{
    m_pane->setWorkbench(m_workbench.get());
    for (const QString &id : {u"model-000003"_s, u"model-000004"_s})
        m_workbench->open(id)->setValue(*findField(u"Origin"), FieldValue(u"edited"_s));
    m_pane->setQuery(u"is:draft"_s);
    QCOMPARE(m_pane->shownCount(), 2);
    m_pane->setQuery(u"is:draft task:text-generation"_s);
    QCOMPARE(m_pane->shownCount(), 1);
    for (EditSession *draft : m_workbench->dirtySessions())
        draft->revert();
    QCOMPARE(m_pane->shownCount(), 0);
    m_pane->setQuery({});
    QCOMPARE(m_pane->shownCount(), 200);
}

void tst_ModelTable::whatIsNotUnderstoodLeavesTheRows()
{
    m_pane->show();
    m_pane->setQuery(u"name-00001"_s);
    const qsizetype before = m_pane->shownCount();
    const auto *strip = m_pane->findChild<MessageStrip *>();
    const ParsedQuery parsed = parseQuery(u"modified:<30x oss://a"_s);
    m_pane->showRemarks(parsed.problems, parsed.notes);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->kind(), MessageStrip::Kind::Error);
    for (const QString &said : {u"modified:<30x"_s, u"oss:"_s, u"name-00001"_s})
        QVERIFY2(strip->text().contains(said), qPrintable(strip->text()));
    QCOMPARE(m_pane->shownCount(), before);
    QSignalSpy taken(m_pane.get(), &BrowsePane::offerTaken);
    strip->findChild<QPushButton *>()->click();
    QCOMPARE(taken.count(), 1);
    m_pane->showRemarks({}, {});
    QVERIFY(!strip->isVisible());
}

void tst_ModelTable::filteringManyIsFast()
{
    m_pane->setCatalog(nullptr, nullptr); // filled without the list, as after a restart
    for (int i = 200; i < 100'000; ++i)
        add(i);
    m_pane->setCatalog(m_workbench->catalog(), m_workbench->catalogSync());
    QTRY_COMPARE_WITH_TIMEOUT(m_pane->shownCount(), 100'000, 60'000);
    QElapsedTimer timer;
    for (const QString &query : {u"name-0123"_s, u"task:text-generation"_s, u""_s}) {
        timer.start();
        m_pane->setQuery(query);
        m_table->repaint();
        qInfo("filter “%s” over 100,000 rows: %lld ms, %lld rows", qPrintable(query),
              timer.elapsed(), qint64(m_pane->shownCount()));
    }
    QCOMPARE(m_pane->shownCount(), 100'000);
}

MODELSCRIBE_GUI_TEST(tst_ModelTable)

} // namespace tst_modeltable

#include "tst_modeltable.moc"
