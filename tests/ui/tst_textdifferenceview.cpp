// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/dialogs/textdifferencemodel.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace tst_textdifferenceview {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_TextDifferenceView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void rowsShowWhatDiffers_data();
    void rowsShowWhatDiffers();
    void foldedLinesOpenWithEnter();
    void f7GoesFromDifferenceToDifference();
    void theLayoutChangesInPlace();
    void sameTextsSaySo();
    void onlyLineEndsSaySo();
    void longTextsAreComparedElsewhere();
    void anOlderAnswerIsDropped();
    void veryLongLinesAreDrawnQuickly();
};

namespace {

QByteArray lines(int count, const QByteArray &prefix = {})
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += prefix + QByteArray::number(i) + '\n';
    return text;
}

QStringList rowsOf(const TextDifferenceModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data(Qt::AccessibleTextRole).toString();
        rows << cells.join(u" | "_s);
    }
    return rows;
}

} // namespace

void tst_TextDifferenceView::rowsShowWhatDiffers_data()
{
    QTest::addColumn<bool>("sideBySide");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("one below the other") << false
                                         << QStringList{u"6 line(s) the same"_s,
                                                        u"Line 7: 7"_s,
                                                        u"Line 8: 8"_s,
                                                        u"Line 9: 9"_s,
                                                        u"Removed, line 10: 10"_s,
                                                        u"Added, line 10: ten"_s,
                                                        u"Added, line 11: and a half"_s,
                                                        u"Line 11: 11"_s,
                                                        u"Line 12: 12"_s,
                                                        u"Line 13: "_s};
    QTest::newRow("side by side") << true
                                  << QStringList{u"6 line(s) the same | 6 line(s) the same"_s,
                                                 u"Line 7: 7 | Line 7: 7"_s,
                                                 u"Line 8: 8 | Line 8: 8"_s,
                                                 u"Line 9: 9 | Line 9: 9"_s,
                                                 u"Removed, line 10: 10 | Added, line 10: ten"_s,
                                                 u"no such line | Added, line 11: and a half"_s,
                                                 u"Line 11: 11 | Line 12: 11"_s,
                                                 u"Line 12: 12 | Line 13: 12"_s,
                                                 u"Line 13:  | Line 14: "_s};
}

void tst_TextDifferenceView::rowsShowWhatDiffers()
{
    QFETCH(bool, sideBySide);
    QFETCH(QStringList, rows);
    TextDifferenceView view;
    const QAbstractItemModelTester tester(&view.model());
    view.setSideBySide(sideBySide);
    view.compare(lines(12), lines(12).replace("10\n", "ten\nand a half\n"));
    QCOMPARE(rowsOf(view.model()), rows);
    QCOMPARE(view.differences(), 1);
    QCOMPARE(view.summary(), u"1 difference(s): − 1 line(s), + 2 line(s)"_s);
}

void tst_TextDifferenceView::foldedLinesOpenWithEnter()
{
    TextDifferenceView view;
    view.compare(lines(20) + "a\n" + lines(20, "x"), lines(20) + "b\n" + lines(20, "x"));
    view.show();
    auto *rows = view.findChild<QTreeView *>();
    QCOMPARE(view.model().rowCount(), 9);
    rows->setCurrentIndex(view.model().index(0, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    QCOMPARE(view.model().rowCount(), 25);
    QCOMPARE(rows->currentIndex().data(Qt::AccessibleTextRole).toString(), u"Line 1: 1"_s);
    QVERIFY(view.model().unfold(24));
    QCOMPARE(view.model().rowCount(), 42);
    QVERIFY(!view.model().unfold(3));
}

void tst_TextDifferenceView::f7GoesFromDifferenceToDifference()
{
    TextDifferenceView view;
    QByteArray after = lines(60);
    after.replace("\n20\n", "\ntwenty\n").replace("\n40\n", "\nforty\n");
    view.compare(lines(60), after);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    auto *rows = view.findChild<QTreeView *>();
    const auto current = [&] {
        return rows->currentIndex().data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(current(), u"Removed, line 20: 20"_s);
    QTest::keyClick(&view, Qt::Key_F7);
    QCOMPARE(current(), u"Removed, line 40: 40"_s);
    QTest::keyClick(&view, Qt::Key_F7);
    QCOMPARE(current(), u"Removed, line 40: 40"_s);
    QTest::keyClick(&view, Qt::Key_F7, Qt::ShiftModifier);
    QCOMPARE(current(), u"Removed, line 20: 20"_s);
    rows->setCurrentIndex(view.model().index(view.model().rowOfHunk(1) + 2, 0));
    view.goToPrevious();
    QCOMPARE(current(), u"Removed, line 40: 40"_s);
}

void tst_TextDifferenceView::theLayoutChangesInPlace()
{
    TextDifferenceView view;
    view.compare("a\nb\nc", "a\nx\nc");
    view.show();
    QCOMPARE(view.model().columnCount(), 2);
    view.setSideBySide(false);
    QCOMPARE(view.model().columnCount(), 1);
    QCOMPARE(view.model().rowCount(), 4);
    const auto cell = view.model().cell(view.model().index(2, 0));
    QCOMPARE(cell.kind, TextDifferenceModel::Cell::Kind::Added);
    QCOMPARE(cell.number, 0);
    QCOMPARE(cell.newNumber, 2);
}

void tst_TextDifferenceView::sameTextsSaySo()
{
    TextDifferenceView view;
    view.compare("a\nb", "a\nb");
    QCOMPARE(view.differences(), 0);
    QCOMPARE(view.model().rowCount(), 0);
    QVERIFY(!view.isComparing());
    view.goToNext();
    view.goToPrevious();
}

void tst_TextDifferenceView::onlyLineEndsSaySo()
{
    TextDifferenceView view;
    view.show();
    view.compare("a\r\nb", "a\nb");
    QCOMPARE(view.differences(), 0);
    const auto labels = view.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == "Only line ends differ."_L1;
    }));
}

void tst_TextDifferenceView::longTextsAreComparedElsewhere()
{
    TextDifferenceView view;
    QSignalSpy compared(&view, &TextDifferenceView::compared);
    const QByteArray text = lines(200'000);
    view.compare(text, QByteArray(text).replace("\n150000\n", "\nother\n"));
    QVERIFY(view.isComparing());
    QVERIFY(compared.wait());
    QVERIFY(!view.isComparing());
    QCOMPARE(view.differences(), 1);
}

void tst_TextDifferenceView::anOlderAnswerIsDropped()
{
    TextDifferenceView view;
    QSignalSpy compared(&view, &TextDifferenceView::compared);
    const QByteArray text = lines(100'000);
    view.compare(text, "x\n" + text);
    view.compare("a", "b");
    QCOMPARE(compared.size(), 1);
    QTest::qWait(300);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(view.model().difference()->after, "b"_ba);
}

void tst_TextDifferenceView::veryLongLinesAreDrawnQuickly()
{
    TextDifferenceView view;
    QSignalSpy compared(&view, &TextDifferenceView::compared);
    const QByteArray line(4'000'000, 'x');
    view.compare(line + "a", line + "b");
    QVERIFY(compared.wait());
    view.resize(800, 300);
    view.show();
    QElapsedTimer timer;
    timer.start();
    view.grab();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    const auto cell = view.model().cell(view.model().index(0, 1));
    QCOMPARE(cell.changed, (JsonRange{4'000'000, 4'000'001}));
}

MODELSCRIBE_GUI_TEST(tst_TextDifferenceView)

} // namespace tst_textdifferenceview

#include "tst_textdifferenceview.moc"
