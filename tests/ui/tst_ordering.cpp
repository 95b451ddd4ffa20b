// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ordering.h"

#include "batchworld.h"
#include "lists/batchgrid.h"
#include "lists/draftterm.h"
#include "lists/modeltablemodel.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/orderbar.h"
#include "ui/browse/searchbox.h"
#include "ui/many/manypane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batching.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/batchruns.h"
#include "ui/window/manyediting.h"
#include "ui/window/windowpanes.h"
#include "uitest.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace tst_ordering {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Numbers = QHash<QString, QString>;

class tst_Ordering : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theMenuListsByOrderNumber();
    void keysMoveARow();
    void keysMoveNothingInAnotherOrder();
    void theMouseMovesARow();
    void escapeLeavesADraggedRow();
    void shiftStillChoosesRows();
    void draggingChoosesRowsInAnotherOrder();
    void isSavedThroughTheReview();
    void isTakenBack();
    void survivesTheWindow();
    void isNoFormOverItsModels();
    void isOpenedFromDrafts();
    void saysWhatASearchLeaves();
    void severalRowsMoveTogether();

private:
    Ordering &ordering() { return *m_world->window->findChild<Ordering *>(); }
    BrowsePane &browse() { return *m_world->window->findChild<BrowsePane *>(); }
    ModelTable &table() { return browse().table(); }
    BatchPage *page() { return m_world->window->findChild<Batching *>()->reviewing().page(); }
    MessageStrip &strip() { return m_world->window->findChild<WindowPanes *>()->strip(); }
    void trigger(const QString &name) { m_world->window->findChild<QAction *>(name)->trigger(); }
    void make()
    {
        for (const QString &number : {u"10"_s, u"20"_s, u"30"_s, QString()})
            m_ids.append(m_world->registry.create({.name = u"m"_s + QString::number(m_ids.size()),
                                                   .task = u"t"_s + number,
                                                   .orderNumber = number}));
        m_world->connectTo();
        QTRY_COMPARE(table().model()->rowCount(), m_ids.size());
        trigger(u"orderByHandAction"_s);
        QTRY_COMPARE(order(), u"0123"_s);
        QTest::qWait(20); // the table finds its place
    }
    //! Of the rows, by the numbers of the models.
    QString order()
    {
        QString result;
        for (int row = 0; row < browse().models().rowCount(); ++row)
            result += QString::number(m_ids.indexOf(browse().models().modelAt(row).id));
        return result;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::AltModifier | Qt::ShiftModifier)
    {
        QTest::keyClick(&table(), Qt::Key(key), modifiers);
    }
    QPoint middleOf(int row) { return table().visualRect(table().model()->index(row, 0)).center(); }
    //! Without letting go.
    void drag(int row, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(table().viewport(), Qt::LeftButton, modifiers, middleOf(row));
        for (const QPoint &at : {(middleOf(row) + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, table().viewport()->mapToGlobal(at),
                             Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(table().viewport(), &move);
        }
    }
    void letGo(const QPoint &at)
    {
        QTest::mouseRelease(table().viewport(), Qt::LeftButton, {}, at);
    }
    QString barText() { return browse().orderBar().findChild<QLabel *>()->text(); }
    QString held(int model) { return m_world->registry.model(m_ids[model]).metadata.orderNumber; }
    Numbers numbers(const QMap<int, QString> &byModel)
    {
        Numbers result;
        for (const auto &[model, number] : byModel.asKeyValueRange())
            result.insert(m_ids[model], number);
        return result;
    }

    std::unique_ptr<BatchWorld> m_world;
    QStringList m_ids;
};

void tst_Ordering::init()
{
    m_ids.clear();
    m_world = std::make_unique<BatchWorld>();
    QVERIFY(QTest::qWaitForWindowActive(m_world->window.get()));
}

void tst_Ordering::cleanup() { m_world.reset(); }

void tst_Ordering::theMenuListsByOrderNumber()
{
    make();
    const ModelColumn column = *ModelColumn::of(u"OrderNumber"_s);
    QCOMPARE(browse().models().indexOf(column), 1); // beside the name
    QVERIFY(browse().models().isByOrderNumber());
    QVERIFY(table().hasFocus());
    QVERIFY(strip().isVisible());
    QVERIFY(!browse().orderBar().isVisible());
}

void tst_Ordering::keysMoveARow()
{
    make();
    table().setCurrentIndex(table().model()->index(0, 0));
    press(Qt::Key_Up); // is at the top
    QCOMPARE(order(), u"0123"_s);
    press(Qt::Key_Down);
    QCOMPARE(order(), u"1023"_s);
    QCOMPARE(ordering().order().numbers(), numbers({{0, u"25"_s}}));
    QCOMPARE(table().currentId(), m_ids[0]);
    QCOMPARE(table().currentIndex().row(), 1);
    QVERIFY(browse().orderBar().isVisible());
    QCOMPARE(barText(), u"1 order number(s) change"_s);
    press(Qt::Key_Down);
    QCOMPARE(order(), u"1203"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QTRY_COMPARE(order(), u"0123"_s);
    QVERIFY(ordering().order().numbers().isEmpty());
    QTRY_VERIFY(!browse().orderBar().isVisible());
    QCOMPARE(m_world->registry.count("PUT"), 0);
}

void tst_Ordering::keysMoveNothingInAnotherOrder()
{
    make();
    table().sortBy(0, Qt::DescendingOrder);
    QTRY_COMPARE(order(), u"3210"_s);
    table().setCurrentIndex(table().model()->index(0, 0));
    press(Qt::Key_Down);
    QCOMPARE(order(), u"3210"_s);
    QVERIFY(ordering().order().numbers().isEmpty());
}

void tst_Ordering::theMouseMovesARow()
{
    make();
    const QPoint to = middleOf(0) - QPoint(0, 10);
    drag(2, to);
    QCOMPARE(order(), u"0123"_s); // not before it is let go
    QCOMPARE(table().selectedCount(), 1);
    letGo(to);
    QCOMPARE(order(), u"2013"_s);
    QCOMPARE(ordering().order().numbers(), numbers({{2, u"9"_s}}));
    // Below all rows.
    const QPoint below(middleOf(0).x(), middleOf(3).y() + 100);
    drag(1, below);
    letGo(below);
    QCOMPARE(order(), u"2130"_s);
}

void tst_Ordering::escapeLeavesADraggedRow()
{
    make();
    const QPoint to = middleOf(0) - QPoint(0, 10);
    drag(2, to);
    press(Qt::Key_Escape, Qt::NoModifier);
    letGo(to);
    QCOMPARE(order(), u"0123"_s);
    QCOMPARE(table().selectedCount(), 1);
    QVERIFY(ordering().order().numbers().isEmpty());
}

void tst_Ordering::shiftStillChoosesRows()
{
    make();
    table().setCurrentIndex(table().model()->index(0, 0));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf(2));
    QCOMPARE(table().selectedCount(), 3);
}

void tst_Ordering::draggingChoosesRowsInAnotherOrder()
{
    make();
    table().sortBy(0, Qt::AscendingOrder);
    drag(0, middleOf(2));
    letGo(middleOf(2));
    QCOMPARE(table().selectedCount(), 3);
    QVERIFY(ordering().order().numbers().isEmpty());
}

void tst_Ordering::isSavedThroughTheReview()
{
    make();
    table().setCurrentIndex(table().model()->index(3, 0));
    press(Qt::Key_Up);
    QCOMPARE(order(), u"0132"_s);
    QCOMPARE(ordering().order().numbers(), numbers({{3, u"25"_s}}));
    browse().orderBar().findChild<QPushButton *>(u"reviewOrder"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isVisible() && page()->currentReview()
                                 && !page()->currentReview()->isRunning()
                                 && page()->grid().totals().models == 1,
                             20'000);
    QCOMPARE(m_world->registry.count("PUT"), 0);
    page()->save();
    QCOMPARE(order(), u"0132"_s); // and so it stays
    QTRY_COMPARE_WITH_TIMEOUT(held(3), u"25"_s, 20'000);
    QTRY_VERIFY(ordering().order().numbers().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_world->bench->batches().current()
                                 && m_world->bench->batches().current()->state()
                                        == BatchRun::State::Ended,
                             20'000);
    QCOMPARE(order(), u"0132"_s);
    QVERIFY(m_world->bench->batchDrafts().drafts().isEmpty());
    const int column = browse().models().indexOf(*ModelColumn::of(u"OrderNumber"_s));
    QTRY_COMPARE(browse().models().index(2, column).data().toString(), u"25"_s);
    QCOMPARE(held(0), u"10"_s);
}

void tst_Ordering::isTakenBack()
{
    make();
    table().setCurrentIndex(table().model()->index(2, 0));
    press(Qt::Key_Up);
    const Numbers before = ordering().order().numbers();
    browse().orderBar().findChild<QPushButton *>(u"takeOrderBack"_s)->click();
    QTRY_COMPARE(order(), u"0123"_s);
    QVERIFY(!browse().orderBar().isVisible());
    QVERIFY(m_world->bench->batchDrafts().drafts().isEmpty());
    for (QPushButton *button : strip().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Undo"_s)
            button->click();
    }
    QCOMPARE(ordering().order().numbers(), before);
    QCOMPARE(order(), u"0213"_s);
}

void tst_Ordering::survivesTheWindow()
{
    make();
    table().setCurrentIndex(table().model()->index(2, 0));
    press(Qt::Key_Up);
    const Numbers before = ordering().order().numbers();
    QVERIFY(QTest::qWaitFor(
        [kept = m_world->bench->batchDrafts().keepAll()] { return kept.isFinished(); }, 10'000));
    m_world->open();
    m_world->connectTo();
    QTRY_COMPARE(ordering().order().numbers(), before);
    QTRY_VERIFY(browse().orderBar().isVisible());
    trigger(u"orderByHandAction"_s);
    QTRY_COMPARE(order(), u"0213"_s);
}

void tst_Ordering::isNoFormOverItsModels()
{
    make();
    table().setCurrentIndex(table().model()->index(0, 0));
    press(Qt::Key_Down);
    table().setCurrentIndex(table().model()->index(3, 0));
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    const Numbers before = ordering().order().numbers();
    QCOMPARE(before.size(), 2);
    table().selectIds(before.keys()); // exactly its models
    auto &many = *m_world->window->findChild<ManyEditing *>();
    QTRY_VERIFY(many.session());
    QVERIFY(many.session() != ordering().order().session());
    QVERIFY(many.session()->edit().isEmpty());
    QCOMPARE(ordering().order().numbers(), before);
}

void tst_Ordering::isOpenedFromDrafts()
{
    make();
    table().setCurrentIndex(table().model()->index(2, 0));
    press(Qt::Key_Up);
    const QUuid id = ordering().order().session()->id();
    table().sortBy(0, Qt::DescendingOrder);
    m_world->window->findChild<SearchBox *>()->setQuery(draftTerm);
    QTRY_VERIFY(browse().showsDrafts());
    QVERIFY(!browse().orderBar().isVisible());
    emit browse().drafts().batchOpenRequested(id);
    QTRY_VERIFY(!browse().showsDrafts());
    QTRY_COMPARE(order(), u"0213"_s);
    QVERIFY(browse().orderBar().isVisible());
    QVERIFY(!m_world->window->findChild<WindowPanes *>()->many());
}

void tst_Ordering::saysWhatASearchLeaves()
{
    make();
    m_world->window->findChild<SearchBox *>()->setQuery(u"task:(t10 OR t30)"_s);
    QTRY_COMPARE(order(), u"02"_s);
    QTest::qWait(20); // the table finds its place
    table().setCurrentIndex(table().model()->index(0, 0));
    press(Qt::Key_Down);
    QCOMPARE(order(), u"20"_s);
    QCOMPARE(ordering().order().numbers().size(), 1);
    QVERIFY(browse().orderBar().isVisible());
    const auto labels = browse().orderBar().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"keep their numbers"_s)
               || label->accessibleName().contains(u"keep their numbers"_s);
    }));
}

void tst_Ordering::severalRowsMoveTogether()
{
    make();
    table().setCurrentIndex(table().model()->index(1, 0));
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table().selectedCount(), 2);
    press(Qt::Key_Up);
    QCOMPARE(order(), u"1203"_s);
    QCOMPARE(ordering().order().numbers(), numbers({{0, u"31"_s}}));
    QCOMPARE(table().selectedCount(), 2);
}

MODELSCRIBE_GUI_TEST(tst_Ordering)

} // namespace tst_ordering

#include "tst_ordering.moc"
