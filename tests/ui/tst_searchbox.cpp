// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/browse/searchbox.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_searchbox {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SearchBox : public QObject
{
    Q_OBJECT

private slots:
    void tellsOnceAfterAPause();
    void enterTellsAtOnce();
    void aQueryFromOutsideTellsAtOnce();
    void escapeClears();
    void theButtonClears();
    void downLeavesToTheList();
    void valuesAreColoured();
    void colouringChangesNeitherTextNorUndo();
    void theCountIsShownWhileSearching();
    void whatIsNotUnderstoodIsToldAndNotSearched();
    void aMendedQueryIsSearchedAtOnce();
    void altEnterTakesTheOffer();
    void notesDoNotStopTheSearch();
    void remarksWaitForTheInputMethod();
};

void tst_SearchBox::tellsOnceAfterAPause()
{
    SearchBox box;
    QSignalSpy told(&box, &SearchBox::queryChanged);
    QTest::keyClicks(&box, u"bert"_s);
    QCOMPARE(told.count(), 0);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"bert"_s);
}

void tst_SearchBox::enterTellsAtOnce()
{
    SearchBox box;
    QSignalSpy told(&box, &SearchBox::queryChanged);
    QTest::keyClicks(&box, u"bert"_s);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(told.count(), 1);
    QTest::qWait(120);
    QCOMPARE(told.count(), 1);
}

void tst_SearchBox::aQueryFromOutsideTellsAtOnce()
{
    SearchBox box;
    QSignalSpy told(&box, &SearchBox::queryChanged);
    box.setQuery(u"type:LoRA"_s);
    QCOMPARE(told.count(), 1);
    box.setQuery(u"type:LoRA"_s);
    QCOMPARE(told.count(), 1);
}

void tst_SearchBox::escapeClears()
{
    SearchBox box;
    box.setQuery(u"bert"_s);
    QSignalSpy told(&box, &SearchBox::queryChanged);
    QTest::keyClick(&box, Qt::Key_Escape);
    QCOMPARE(box.text(), QString());
    QCOMPARE(told.count(), 1);
}

void tst_SearchBox::theButtonClears()
{
    SearchBox box;
    box.resize(500, 30);
    box.show();
    auto *button = box.findChild<QToolButton *>();
    QVERIFY(!button->isVisible());
    box.setQuery(u"bert"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(box.query(), QString());
    QVERIFY(!button->isVisible());
}

void tst_SearchBox::downLeavesToTheList()
{
    SearchBox box;
    QSignalSpy left(&box, &SearchBox::leftDownwards);
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(left.count(), 1);
}

static bool hasColour(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 40; x < 400; ++x) { // not the focus ring
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

void tst_SearchBox::valuesAreColoured()
{
    Theme::of().setMode(Theme::Mode::Light);
    SearchBox box;
    QFont large = box.font();
    large.setPointSize(20); // thick enough for pixels of the pure colour
    box.setFont(large);
    box.resize(700, 60);
    const QColor accent = Theme::of().color(ThemeColor::Accent);
    QTest::keyClicks(&box, u"llll unknown:llll"_s);
    QVERIFY(!hasColour(box, accent));
    box.clear();
    QTest::keyClicks(&box, u"task:llll"_s);
    QVERIFY(hasColour(box, accent));
}

void tst_SearchBox::colouringChangesNeitherTextNorUndo()
{
    SearchBox box;
    QTest::keyClicks(&box, u"task:a label:b=c"_s);
    QCOMPARE(box.text(), u"task:a label:b=c"_s);
    QCOMPARE(box.cursorPosition(), 16);
    box.setCursorPosition(6);
    QTest::keyClicks(&box, u"x"_s);
    QCOMPARE(box.text(), u"task:ax label:b=c"_s);
    QCOMPARE(box.cursorPosition(), 7);
    box.undo();
    QCOMPARE(box.text(), u"task:a label:b=c"_s);
}

void tst_SearchBox::theCountIsShownWhileSearching()
{
    QLocale::setDefault(QLocale::English);
    SearchBox box;
    box.resize(500, 30);
    box.show();
    QLabel *count = nullptr;
    for (QLabel *label : box.findChildren<QLabel *>(Qt::FindDirectChildrenOnly)) {
        if (label->pixmap().isNull())
            count = label;
    }
    QVERIFY(count);
    box.setCount(8412, 8412);
    QVERIFY(!count->isVisible());
    box.setQuery(u"bert"_s);
    box.setCount(14, 8412);
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), u"14 of 8,412"_s);
}

void tst_SearchBox::whatIsNotUnderstoodIsToldAndNotSearched()
{
    SearchBox box;
    QList<QueryProblem> problems;
    connect(&box, &SearchBox::remarksChanged, &box,
            [&](const QList<QueryProblem> &now) { problems = now; });
    box.setQuery(u"task:a"_s);
    QSignalSpy told(&box, &SearchBox::queryChanged);
    QTest::keyClicks(&box, u" modified:<30x"_s);
    QTest::qWait(150);
    QVERIFY(problems.isEmpty()); // it may still become right
    const QImage plain = box.grab().toImage();
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(told.count(), 0);
    QVERIFY2(box.toolTip().contains(u"modified:&lt;30x"_s), qPrintable(box.toolTip()));
    QVERIFY(box.accessibleDescription().contains(u"modified:<30x"_s));
    QVERIFY(box.grab().toImage() != plain); // underlined
}

void tst_SearchBox::aMendedQueryIsSearchedAtOnce()
{
    SearchBox box;
    QSignalSpy remarks(&box, &SearchBox::remarksChanged);
    QSignalSpy told(&box, &SearchBox::queryChanged);
    box.setQuery(u"params:>7Q"_s);
    QCOMPARE(remarks.count(), 1);
    QCOMPARE(told.count(), 0);
    QTest::keyClick(&box, Qt::Key_Backspace);
    QCOMPARE(remarks.count(), 2); // gone before the list follows
    QTRY_COMPARE(told.count(), 1);
}

void tst_SearchBox::altEnterTakesTheOffer()
{
    SearchBox box;
    QSignalSpy told(&box, &SearchBox::queryChanged);
    box.setQuery(u"bert modified:<30x"_s);
    QTest::keyClick(&box, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(box.query(), u"bert modified:<30d"_s);
    QCOMPARE(told.count(), 1);
    box.undo();
    QCOMPARE(box.query(), u"bert modified:<30x"_s);
}

void tst_SearchBox::notesDoNotStopTheSearch()
{
    SearchBox box;
    QList<QueryProblem> notes;
    connect(&box, &SearchBox::remarksChanged, &box,
            [&](const QList<QueryProblem> &, const QList<QueryProblem> &now) { notes = now; });
    QSignalSpy told(&box, &SearchBox::queryChanged);
    box.setQuery(u"oss://bucket"_s);
    QCOMPARE(told.count(), 1);
    QCOMPARE(notes.size(), 1);
}

void tst_SearchBox::remarksWaitForTheInputMethod()
{
    SearchBox box;
    QSignalSpy remarks(&box, &SearchBox::remarksChanged);
    QTest::keyClicks(&box, u"a) "_s);
    QInputMethodEvent composing(u"zhong"_s, {});
    QCoreApplication::sendEvent(&box, &composing);
    QTest::qWait(800);
    QCOMPARE(remarks.count(), 0);
    QInputMethodEvent done;
    done.setCommitString(u"中"_s);
    QCoreApplication::sendEvent(&box, &done);
    QCOMPARE(box.text(), u"a) 中"_s);
    QTRY_COMPARE(remarks.count(), 1);
}

MODELSCRIBE_GUI_TEST(tst_SearchBox)

} // namespace tst_searchbox

#include "tst_searchbox.moc"
