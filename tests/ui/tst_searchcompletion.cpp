// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchcompletion.h"

#include "testclass.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/searchofferdelegate.h"

#include <QApplication>
#include <QListView>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_searchcompletion {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! A window with the search box; fields come from the language, tasks from here.
class tst_SearchCompletion : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void opensWithTheSecondLetter();
    void opensWhenAsked();
    void nothingIsChosenUntilDown();
    void tabAndEnterTake_data();
    void tabAndEnterTake();
    void aFieldThatIsTakenOffersItsValues();
    void escapeClosesThenClears();
    void neverOverAComposition();
    void neverHasTheFocus();
    void closesWithTheFocusAndOutsideClicks();
    void headingsAreSkipped();
    void aClickTakes();
    void hasRowsOfTheirHeight();
    void staysOnTheScreenAndInANarrowWindow();
    void downGoesToTheListWhileClosed();
    void countsThatComeLaterMoveNothingAway();

private:
    QWidget &popup() const { return *m_box->completion().list().window(); }
    QModelIndex chosen() const { return m_box->completion().list().currentIndex(); }
    void type(const QString &text);

    std::unique_ptr<QWidget> m_window;
    SearchBox *m_box = nullptr;
    OfferSource m_language;
};

void tst_SearchCompletion::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_box = new SearchBox;
    column->addWidget(m_box);
    column->addWidget(new QLineEdit);
    column->addStretch(1);
    m_box->completion().setSource([this](const QString &query, qsizetype cursor) {
        SearchOffers found = m_language.at(query, cursor);
        if (found.completion.kind == QueryCompletion::Kind::Value)
            found.offers = {{.section = SearchOffer::Section::Value,
                             .text = u"text-generation"_s,
                             .insert = u"text-generation"_s,
                             .count = 7}};
        else if (found.completion.prefix == u"mix"_s)
            found.offers = {
                {.text = u"a:"_s, .insert = u"a:"_s},
                {.section = SearchOffer::Section::Value, .text = u"b"_s, .insert = u"b"_s}};
        return found;
    });
    m_window->resize(700, 500);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_box->setFocus();
}

void tst_SearchCompletion::type(const QString &text)
{
    QTest::keyClicks(m_box, text);
    QCoreApplication::processEvents();
}

void tst_SearchCompletion::opensWithTheSecondLetter()
{
    type(u"t"_s);
    QVERIFY(!m_box->completion().isOpen());
    type(u"a"_s);
    QVERIFY(m_box->completion().isOpen());
    type(u" "_s); // a new word
    QVERIFY(!m_box->completion().isOpen());
    type(u"task:"_s);
    QVERIFY(m_box->completion().isOpen());
    m_box->setQuery(u"ta"_s); // by a click somewhere
    QCoreApplication::processEvents();
    QVERIFY(!m_box->completion().isOpen());
}

void tst_SearchCompletion::opensWhenAsked()
{
    QTest::keyClick(m_box, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(m_box->completion().isOpen());
    QCOMPARE(m_box->text(), QString());
    type(u"t"_s); // stays open
    QVERIFY(m_box->completion().isOpen());
}

void tst_SearchCompletion::nothingIsChosenUntilDown()
{
    QSignalSpy told(m_box, &SearchBox::queryChanged);
    type(u"ta"_s);
    QVERIFY(!chosen().isValid());
    QTest::keyClick(m_box, Qt::Key_Return);
    QVERIFY(!m_box->completion().isOpen());
    QCOMPARE(m_box->text(), u"ta"_s);
    QCOMPARE(told.count(), 1);
    type(u"s"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QVERIFY(chosen().isValid());
    QTest::keyClick(m_box, Qt::Key_Up);
    QVERIFY(!chosen().isValid());
}

void tst_SearchCompletion::tabAndEnterTake_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Tab") << Qt::Key_Tab;
    QTest::newRow("Enter") << Qt::Key_Return;
}

void tst_SearchCompletion::tabAndEnterTake()
{
    QFETCH(Qt::Key, key);
    type(u"bert task:te"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QTest::keyClick(m_box, key);
    QCOMPARE(m_box->text(), u"bert task:text-generation"_s);
    QVERIFY(m_box->hasFocus());
    QVERIFY(!m_box->completion().isOpen());
    m_box->undo();
    QVERIFY(m_box->text() != u"bert task:text-generation"_s);
}

void tst_SearchCompletion::aFieldThatIsTakenOffersItsValues()
{
    type(u"tas"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QTest::keyClick(m_box, Qt::Key_Tab);
    QCOMPARE(m_box->text(), u"task:"_s);
    QVERIFY(m_box->completion().isOpen());
    QVERIFY(!chosen().isValid());
}

void tst_SearchCompletion::escapeClosesThenClears()
{
    type(u"ta"_s);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QVERIFY(!m_box->completion().isOpen());
    QCOMPARE(m_box->text(), u"ta"_s);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QCOMPARE(m_box->text(), QString());
}

void tst_SearchCompletion::neverOverAComposition()
{
    type(u"ta"_s);
    QInputMethodEvent composing(u"shang"_s, {});
    QCoreApplication::sendEvent(m_box, &composing);
    QVERIFY(!m_box->completion().isOpen());
    QTest::keyClick(m_box, Qt::Key_Space, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QVERIFY(!m_box->completion().isOpen());
    QInputMethodEvent done;
    done.setCommitString(u"sk"_s);
    QCoreApplication::sendEvent(m_box, &done);
    QTRY_VERIFY(m_box->completion().isOpen());
    QCOMPARE(m_box->text(), u"task"_s);
}

void tst_SearchCompletion::neverHasTheFocus()
{
    type(u"ta"_s);
    QVERIFY(m_box->completion().isOpen());
    QCOMPARE(QApplication::focusWidget(), m_box);
    QCOMPARE(QApplication::activeWindow(), m_window.get());
    QTest::keyClick(m_box, Qt::Key_Tab); // nothing is chosen: it goes on as ever
    QVERIFY(!m_box->hasFocus());
    QVERIFY(!m_box->completion().isOpen());
}

void tst_SearchCompletion::closesWithTheFocusAndOutsideClicks()
{
    type(u"ta"_s);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(5, 400));
    QVERIFY(!m_box->completion().isOpen());
    type(u"s"_s);
    QVERIFY(m_box->completion().isOpen());
    m_window->findChildren<QLineEdit *>().last()->setFocus();
    QVERIFY(!m_box->completion().isOpen());
}

void tst_SearchCompletion::headingsAreSkipped()
{
    type(u"mix"_s);
    QCOMPARE(m_box->completion().list().model()->rowCount(), 4);
    QTest::keyClick(m_box, Qt::Key_Down);
    QCOMPARE(chosen().data().toString(), u"a:"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QCOMPARE(chosen().data().toString(), u"b"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QVERIFY(!chosen().isValid());
    QTest::keyClick(m_box, Qt::Key_Up);
    QCOMPARE(chosen().data().toString(), u"b"_s);
}

void tst_SearchCompletion::aClickTakes()
{
    type(u"task:t"_s);
    QListView &list = m_box->completion().list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(list.model()->index(0, 0)).center());
    QCOMPARE(m_box->text(), u"task:text-generation"_s);
    QVERIFY(m_box->hasFocus());
}

void tst_SearchCompletion::hasRowsOfTheirHeight()
{
    type(u"ta"_s);
    const QListView &list = m_box->completion().list();
    QCOMPARE(list.visualRect(list.model()->index(0, 0)).height(), 28);
}

void tst_SearchCompletion::staysOnTheScreenAndInANarrowWindow()
{
    const QRect screen = m_box->screen()->availableGeometry();
    m_window->resize(260, 300);
    m_window->move(screen.right() - 120, screen.bottom() - 80);
    QCoreApplication::processEvents();
    QTest::keyClick(m_box, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(m_box->completion().isOpen());
    QVERIFY(screen.contains(popup().geometry()));
    QVERIFY(!popup().geometry().intersects(
        QRect(m_box->mapToGlobal(QPoint()), m_box->size()))); // the query is seen
    QVERIFY(popup().width() <= 260);
}

void tst_SearchCompletion::downGoesToTheListWhileClosed()
{
    QSignalSpy left(m_box, &SearchBox::leftDownwards);
    type(u"ta"_s);
    QTest::keyClick(m_box, Qt::Key_Down);
    QCOMPARE(left.count(), 0);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QTest::keyClick(m_box, Qt::Key_Down);
    QCOMPARE(left.count(), 1);
}

void tst_SearchCompletion::countsThatComeLaterMoveNothingAway()
{
    SearchCompletion &completion = m_box->completion();
    QStringList texts{u"one"_s, u"two"_s, u"three"_s};
    int count = -1;
    completion.setSource([&](const QString &query, qsizetype cursor) {
        SearchOffers found{.completion = queryCompletion(query, cursor)};
        for (const QString &text : std::as_const(texts))
            found.offers.append({.section = SearchOffer::Section::Value,
                                 .text = text,
                                 .insert = text,
                                 .count = count});
        return found;
    });
    completion.refresh();
    QVERIFY(!completion.isOpen());
    type(u"task:"_s);
    QVERIFY(completion.isOpen());
    const QAbstractItemModel &rows = *completion.list().model();
    QCOMPARE(rows.index(0, 0).data(SearchOfferDelegate::CountRole), QString());
    QTest::keyClick(m_box, Qt::Key_Down);
    QTest::keyClick(m_box, Qt::Key_Down);
    QCOMPARE(chosen().data(), u"two"_s);
    count = 7;
    texts = {u"two"_s, u"three"_s, u"one"_s};
    completion.refresh();
    QVERIFY(completion.isOpen());
    QCOMPARE(chosen().data(), u"two"_s);
    QCOMPARE(chosen().row(), 0);
    QCOMPARE(rows.index(2, 0).data(), u"one"_s);
    QCOMPARE(rows.index(2, 0).data(SearchOfferDelegate::CountRole), u"7"_s);
    texts = {u"one"_s};
    completion.refresh();
    QVERIFY(!chosen().isValid());
}

MODELSCRIBE_GUI_TEST(tst_SearchCompletion)

} // namespace tst_searchcompletion

#include "tst_searchcompletion.moc"
