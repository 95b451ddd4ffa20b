// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editplace.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/editplacekeeper.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/text/jsontextedit.h"
#include "uitest.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace tst_editplace {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_EditPlace : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aTextGivesItBack_data();
    void aTextGivesItBack();
    void whatMakesNoSenseIsLeftOut_data();
    void whatMakesNoSenseIsLeftOut();
    void notesTabFieldAndCursor();
    void notesBytesAndCells();
    void aFieldOnAnotherTabIsNotWhereThePersonIs();
    void aMomentLaterAndOnce();
    void leavingTheModelClosesIt();
    void goesBack();
    void goesNoFurtherThanTheText();

private:
    EditPlace noted()
    {
        m_keeper->note();
        return EditPlace::fromText(m_session->place());
    }
    template<typename T>
    T *field(const QString &key)
    {
        return m_pane->findChild<T *>(u"field_"_s + key);
    }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<EditorPane> m_pane;
    EditPlaceKeeper *m_keeper = nullptr;
};

void tst_EditPlace::init()
{
    m_session = std::make_unique<EditSession>(uitest::sampleModel());
    m_pane = std::make_unique<EditorPane>();
    m_keeper = new EditPlaceKeeper(*m_pane);
    m_keeper->setSession(m_session.get());
    m_pane->setSession(m_session.get());
    m_pane->resize(424, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_EditPlace::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

void tst_EditPlace::aTextGivesItBack_data()
{
    QTest::addColumn<EditPlace>("place");
    QTest::newRow("nothing") << EditPlace();
    QTest::newRow("open") << EditPlace{.isOpen = true};
    QTest::newRow("text") << EditPlace{
        .isOpen = true, .tab = 1, .field = u"ExtraInfo"_s, .cursor = 5'000'000'000};
    QTest::newRow("cell") << EditPlace{.tab = 2, .field = u"Labels"_s, .row = 3, .column = 1};
}

void tst_EditPlace::aTextGivesItBack()
{
    QFETCH(EditPlace, place);
    QCOMPARE(EditPlace::fromText(place.toText()), place);
}

void tst_EditPlace::whatMakesNoSenseIsLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no JSON") << u"{\"open\":"_s;
    QTest::newRow("a list") << u"[1]"_s;
    QTest::newRow("other kinds") << u"{\"open\":3,\"tab\":[],\"field\":{},\"cursor\":\"x\"}"_s;
    QTest::newRow("below zero") << u"{\"cursor\":-7,\"row\":-2,\"column\":-9}"_s;
    QTest::newRow("of a later version") << u"{\"tab\":\"Lineage\",\"zoom\":2}"_s;
}

void tst_EditPlace::whatMakesNoSenseIsLeftOut()
{
    QFETCH(QString, text);
    QCOMPARE(EditPlace::fromText(text), EditPlace());
}

void tst_EditPlace::notesTabFieldAndCursor()
{
    auto *name = field<QLineEdit>(u"ModelName"_s);
    name->setFocus();
    name->setCursorPosition(3);
    QCOMPARE(noted(), (EditPlace{.isOpen = true, .field = u"ModelName"_s, .cursor = 3}));
    auto *text = field<QPlainTextEdit>(u"ModelDescription"_s);
    text->setFocus();
    text->moveCursor(QTextCursor::End);
    QCOMPARE(noted().cursor, text->toPlainText().size());
}

void tst_EditPlace::notesBytesAndCells()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    field<ExtraInfoEditor>(u"ExtraInfo"_s)->textEdit().goTo(9);
    QCOMPARE(noted(), (EditPlace{.isOpen = true, .tab = 1, .field = u"ExtraInfo"_s, .cursor = 9}));
    m_pane->setCurrentTab(EditorPane::LabelsTab);
    auto *table = field<QTableView>(u"Labels"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 1));
    QCOMPARE(noted(),
             (EditPlace{.isOpen = true, .tab = 2, .field = u"Labels"_s, .row = 2, .column = 1}));
}

void tst_EditPlace::aFieldOnAnotherTabIsNotWhereThePersonIs()
{
    field<QLineEdit>(u"ModelName"_s)->setFocus();
    m_pane->setCurrentTab(EditorPane::LabelsTab);
    QCOMPARE(noted().tab, 2);
    QVERIFY(noted().field != u"ModelName"_s);
}

void tst_EditPlace::aMomentLaterAndOnce()
{
    m_keeper->note();
    QSignalSpy moved(m_session.get(), &EditSession::placeChanged);
    auto *name = field<QLineEdit>(u"ModelName"_s);
    name->setFocus();
    for (int at = 0; at < 5; ++at)
        name->setCursorPosition(at);
    QCOMPARE(moved.count(), 0);
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(EditPlace::fromText(m_session->place()).cursor, 4);
}

void tst_EditPlace::leavingTheModelClosesIt()
{
    field<QLineEdit>(u"ModelName"_s)->setFocus();
    QVERIFY(noted().isOpen);
    EditSession other(uitest::sampleModel());
    m_keeper->setSession(&other);
    m_pane->setSession(&other);
    QVERIFY(!EditPlace::fromText(m_session->place()).isOpen);
    QCOMPARE(EditPlace::fromText(m_session->place()).field, u"ModelName"_s);
    m_keeper->note();
    QVERIFY(EditPlace::fromText(other.place()).isOpen);
    m_keeper->setSession(nullptr);
    m_pane->setSession(nullptr);
}

void tst_EditPlace::goesBack()
{
    m_session->setPlace(
        EditPlace{.isOpen = true, .tab = 1, .field = u"ExtraInfo"_s, .cursor = 9}.toText());
    m_keeper->goBack();
    QCOMPARE(m_pane->currentTab(), EditorPane::ExtraInfoTab);
    auto &text = field<ExtraInfoEditor>(u"ExtraInfo"_s)->textEdit();
    QCOMPARE(text.caret(), 9);
    QVERIFY(text.hasFocus());
    m_session->setPlace(EditPlace{.tab = 2, .field = u"Labels"_s, .row = 1, .column = 1}.toText());
    m_keeper->goBack();
    auto *table = field<QTableView>(u"Labels"_s);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 1);
    m_pane->setCurrentTab(EditorPane::DetailsTab);
    field<QLineEdit>(u"Domain"_s)->setFocus();
    m_session->setPlace(EditPlace{.field = u"ModelName"_s, .cursor = 2}.toText());
    m_keeper->goBack(false);
    QCOMPARE(m_pane->currentTab(), EditorPane::DetailsTab);
    QVERIFY(!field<QLineEdit>(u"ModelName"_s)->hasFocus());
    QCOMPARE(field<QLineEdit>(u"ModelName"_s)->cursorPosition(), 2);
}

void tst_EditPlace::goesNoFurtherThanTheText()
{
    for (const auto &key : {u"ModelName"_s, u"ModelDescription"_s, u"ExtraInfo"_s, u"Labels"_s,
                            u"Accessibility"_s, u"NoSuchField"_s}) {
        m_session->setPlace(
            EditPlace{.field = key, .cursor = qint64(1) << 40, .row = 99, .column = 99}.toText());
        m_keeper->goBack();
    }
    QCOMPARE(field<QLineEdit>(u"ModelName"_s)->cursorPosition(), m_session->edited().name.size());
    QCOMPARE(field<ExtraInfoEditor>(u"ExtraInfo"_s)->textEdit().caret(),
             m_session->edited().extraInfo.utf8().size());
}

MODELSCRIBE_GUI_TEST(tst_EditPlace)

} // namespace tst_editplace

#include "tst_editplace.moc"
