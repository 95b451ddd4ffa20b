// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonformworld.h"
#include "testclass.h"
#include "ui/json/form/starsfield.h"
#include "ui/json/form/textlistfield.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_jsonform {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using modelscribe::testing::JsonFormWorld;

namespace {

//! A text in which nothing looks the way a program would write it.
const QByteArray odd = "{ \"Rating\":4.940,\n\t\"RatingCount\" : 1.0 ,\"x\":[1e5,-0],\n"
                       "  \"Note\": \"caf\\u00e9 \\/ \\ud83d\",\"x\":12000000000000000001 }\n";

} // namespace

class tst_JsonForm : public QObject
{
    Q_OBJECT

private slots:
    void showingChangesNothing();
    void numbersShowAsTheyStand();
    void numberGoesInAsTyped_data();
    void numberGoesInAsTyped();
    void whatIsNoNumberStaysOut_data();
    void whatIsNoNumberStaysOut();
    void editTouchesOnlyItsValue_data();
    void editTouchesOnlyItsValue();
    void newMembersKeepTheSchemasOrder_data();
    void newMembersKeepTheSchemasOrder();
    void absentIsNotEmpty();
    void removeTakesTheMemberOut();
    void booleanHasThreeStates();
    void choiceKeepsWhatIsNotInTheList();
    void wheelChoosesNothing();
    void longTextKeepsItsLines();
    void wrongTypeIsShownAndNotConverted();
    void hintOffersItsFix();
    void nullIsShownAsNull();
    void listIsEditedByKeyboard();
    void listShowsWhatIsNoText();
    void innerObjectIsAGroup();
    void innerObjectIsMadeWhenNeeded();
    void somethingElseThanAnObjectIsShown();
    void otherEntriesAreCounted();
    void brokenTextStopsTheForm();
    void emptyTextCanBeFilledIn();
    void withoutSchemaThereIsAWayToOne();
    void anotherSchemaMakesAnotherForm();
    void outsideChangesLeaveTheCaret();
    void outsideChangeShows();
    void undoIsOneHistory();
    void typingIsOneStepAVisit();
    void keysIntoALargeTextAllArrive();
    void duplicateKeyEditsTheLastOne();
    void readOnlyFormChangesNothing();
    void hostileTitlesArePlain();
    void everyFieldHasAName();
    void columnIsNeverTooWide();
};

void tst_JsonForm::showingChangesNothing()
{
    JsonFormWorld world(odd);
    for (JsonFormField *field : world.form.fields()) {
        field->editor()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(world.bytes(), odd);
    QVERIFY(!world.document.canUndo());
}

void tst_JsonForm::numbersShowAsTheyStand()
{
    JsonFormWorld world(odd);
    QCOMPARE(world.line(u"RatingCount"_s)->text(), u"1.0"_s);
    QCOMPARE(world.editor<StarsField>(u"Rating"_s)->value(), u"4.940"_s);
    QCOMPARE(world.line(u"Note"_s)->text(), u"café / "_s + QChar(0xD83D));
}

void tst_JsonForm::numberGoesInAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed :
         {u"7"_s, u"1.0"_s, u"1e5"_s, u"-0"_s, u"12000000000000000001"_s, u"0.10"_s, u"1E+400"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void tst_JsonForm::numberGoesInAsTyped()
{
    QFETCH(QString, typed);
    JsonFormWorld world("{\"RatingCount\": 2866, \"b\":1.0}");
    world.type(u"RatingCount"_s, typed);
    QCOMPARE(world.bytes(), "{\"RatingCount\": " + typed.toUtf8() + ", \"b\":1.0}");
    QCOMPARE(world.line(u"RatingCount"_s)->text(), typed);
    QVERIFY(world.field(u"RatingCount"_s)->problemText().isEmpty());
}

void tst_JsonForm::whatIsNoNumberStaysOut_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed :
         {u"x"_s, u"-"_s, u"NaN"_s, u".5"_s, u"\"3\""_s, u"true"_s, u"[1"_s, u"+4"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void tst_JsonForm::whatIsNoNumberStaysOut()
{
    QFETCH(QString, typed);
    const QByteArray text = "{\"RatingCount\": 2866}";
    JsonFormWorld world(text);
    world.type(u"RatingCount"_s, typed);
    QCOMPARE(world.bytes(), text);
    QVERIFY(!world.field(u"RatingCount"_s)->problemText().isEmpty());
    QCOMPARE(world.line(u"RatingCount"_s)->text(), typed);
    world.type(u"RatingCount"_s, u"5"_s);
    QCOMPARE(world.bytes(), "{\"RatingCount\": 5}");
    QVERIFY(world.field(u"RatingCount"_s)->problemText().isEmpty());
}

void tst_JsonForm::editTouchesOnlyItsValue_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("number") << u"RatingCount"_s << u"2"_s << QByteArray("1.0") << QByteArray("2");
    QTest::newRow("text") << u"Note"_s << u"tea \"x\""_s << QByteArray("\"caf\\u00e9 \\/ \\ud83d\"")
                          << QByteArray("\"tea \\\"x\\\"\"");
}

void tst_JsonForm::editTouchesOnlyItsValue()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    JsonFormWorld world(odd);
    world.type(key, typed);
    QCOMPARE(world.bytes(), QByteArray(odd).replace(before, after));
}

void tst_JsonForm::newMembersKeepTheSchemasOrder_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("behind the neighbour")
        << QByteArray("{\n  \"z\": 1,\n  \"Rating\": 4,\n  \"y\": 2\n}")
        << QByteArray("{\n  \"z\": 1,\n  \"Rating\": 4,\n  \"Note\": \"a\",\n  \"y\": 2\n}");
    QTest::newRow("before the next")
        << QByteArray("{\n  \"z\": 1,\n  \"Hot\": true\n}")
        << QByteArray("{\n  \"z\": 1,\n  \"Note\": \"a\",\n  \"Hot\": true\n}");
    QTest::newRow("at the end") << QByteArray("{\n  \"z\": 1\n}")
                                << QByteArray("{\n  \"z\": 1,\n  \"Note\": \"a\"\n}");
    QTest::newRow("compact") << QByteArray("{\"Rating\":4,\"y\":2}")
                             << QByteArray("{\"Rating\":4,\"Note\":\"a\",\"y\":2}");
}

void tst_JsonForm::newMembersKeepTheSchemasOrder()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    JsonFormWorld world(before);
    world.type(u"Note"_s, u"a"_s);
    QCOMPARE(world.bytes(), after);
}

void tst_JsonForm::absentIsNotEmpty()
{
    JsonFormWorld world("{\"Note\": \"\"}");
    QVERIFY(world.field(u"Note"_s)->isSet());
    QCOMPARE(world.line(u"Note"_s)->placeholderText(), u"Empty"_s);
    QVERIFY(!world.field(u"RatingCount"_s)->isSet());
    QCOMPARE(world.line(u"RatingCount"_s)->placeholderText(), u"Not set"_s);
    world.type(u"Note"_s, u"a"_s);
    QTest::keyClick(world.line(u"Note"_s), Qt::Key_Backspace);
    QCOMPARE(world.bytes(), "{\"Note\": \"\"}");
    // Typed and taken away again where nothing was: the number goes, not a problem for ever.
    world.type(u"RatingCount"_s, u"x"_s);
    QTest::keyClick(world.line(u"RatingCount"_s), Qt::Key_Backspace);
    QVERIFY(world.field(u"RatingCount"_s)->problemText().isEmpty());
}

void tst_JsonForm::removeTakesTheMemberOut()
{
    JsonFormWorld world("{\n  \"RatingCount\": 1,\n  \"Note\": \"a\"\n}");
    auto *remove = world.field(u"Note"_s)->findChild<IconButton *>();
    QCOMPARE(remove->accessibleName(), u"Remove Note"_s);
    QTest::keyClick(remove, Qt::Key_Space);
    QCOMPARE(world.bytes(), "{\n  \"RatingCount\": 1\n}");
    QVERIFY(!world.field(u"Note"_s)->isSet());
    QVERIFY(remove->isHidden());
    QVERIFY(world.line(u"Note"_s)->text().isEmpty());
    world.document.undo();
    QTRY_COMPARE(world.line(u"Note"_s)->text(), u"a"_s);
}

void tst_JsonForm::booleanHasThreeStates()
{
    JsonFormWorld world("{\"a\": 1}");
    auto *choice = world.editor<QComboBox>(u"Hot"_s);
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentText(), u"Not set"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(world.bytes(), "{\"a\": 1, \"Hot\": true}");
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(world.bytes(), "{\"a\": 1, \"Hot\": false}");
    QTest::keyClick(choice, Qt::Key_Home);
    QCOMPARE(world.bytes(), "{\"a\": 1}");
}

void tst_JsonForm::choiceKeepsWhatIsNotInTheList()
{
    const QByteArray text = "{\"Stage\": \"te\\u0073t\"}";
    JsonFormWorld world(text);
    auto *choice = world.editor<QComboBox>(u"Stage"_s);
    QCOMPARE(choice->currentText(), u"test"_s);
    QCOMPARE(world.bytes(), text);
    world.document.setBytes("{\"Stage\": \"p\\u0072od\"}");
    QCOMPARE(choice->currentText(), u"prod"_s);
    emit choice->activated(choice->currentIndex()); // chosen again: nothing to do
    QCOMPARE(world.bytes(), "{\"Stage\": \"p\\u0072od\"}");
    choice->setFocus();
    QTest::keyClicks(choice, u"3"_s);
    QCOMPARE(world.bytes(), "{\"Stage\": 3}");
}

void tst_JsonForm::wheelChoosesNothing()
{
    JsonFormWorld world("{\"Hot\": true}");
    auto *choice = world.editor<QComboBox>(u"Hot"_s);
    QWheelEvent wheel(QPointF(5, 5), choice->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(choice, &wheel);
    QCOMPARE(world.bytes(), "{\"Hot\": true}");
}

void tst_JsonForm::longTextKeepsItsLines()
{
    JsonFormWorld world("{\"Note\": \"a\\r\\nb\\u00a0c\"}");
    auto *edit = world.editor<DescriptionEdit>(u"Note"_s);
    QVERIFY(edit);
    edit->setFocus();
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, u"!"_s);
    QCOMPARE(world.bytes(), "{\"Note\": \"a\\r\\nb\u00a0c!\"}");
}

void tst_JsonForm::wrongTypeIsShownAndNotConverted()
{
    const QByteArray text = "{\"RatingCount\": \"606056\", \"Tags\": {\"a\": 1}, \"Hot\": 1}";
    JsonFormWorld world(text);
    for (const QString &key : {u"RatingCount"_s, u"Tags"_s, u"Hot"_s})
        QCOMPARE(world.field(key)->kind(), JsonFieldKind::Raw);
    auto *line = world.field(u"RatingCount"_s)->findChild<LineEdit *>();
    QCOMPARE(line->text(), u"\"606056\""_s);
    QVERIFY(line->isReadOnly());
    QCOMPARE(world.bytes(), text);
    QSignalSpy show(&world.form, &JsonForm::showInTextRequested);
    QTest::mouseClick(world.field(u"Tags"_s)->editor()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(show.value(0).value(0).toLongLong(), text.indexOf("{\"a\""));
}

void tst_JsonForm::hintOffersItsFix()
{
    JsonFormWorld world("{\"RatingCount\": \"606056\", \"x\":1.0}");
    QVERIFY(world.waitForHints());
    QPushButton *fix = nullptr;
    for (QPushButton *button : world.field(u"RatingCount"_s)->findChildren<QPushButton *>()) {
        if (button->text().contains(u"606056"))
            fix = button;
    }
    QVERIFY(fix);
    QTest::keyClick(fix, Qt::Key_Space);
    QCOMPARE(world.bytes(), "{\"RatingCount\": 606056, \"x\":1.0}");
    QCOMPARE(world.line(u"RatingCount"_s)->text(), u"606056"_s);
}

void tst_JsonForm::nullIsShownAsNull()
{
    JsonFormWorld world("{\"Limit\": null, \"Note\": null}");
    QCOMPARE(world.line(u"Limit"_s)->text(), QString());
    QCOMPARE(world.line(u"Limit"_s)->placeholderText(), u"null"_s);
    QCOMPARE(world.field(u"Note"_s)->kind(), JsonFieldKind::Raw); // the schema has no null there
    world.type(u"Limit"_s, u"3"_s);
    QCOMPARE(world.bytes(), "{\"Limit\": 3, \"Note\": null}");
}

void tst_JsonForm::listIsEditedByKeyboard()
{
    JsonFormWorld world("{\"Tags\": [\"a\", \"b\"]}");
    auto *list = world.editor<TextListField>(u"Tags"_s);
    list->line(0)->setFocus();
    QTest::keyClick(list->line(0), Qt::Key_Return);
    QCOMPARE(world.bytes(), "{\"Tags\": [\"a\", \"\", \"b\"]}");
    QVERIFY(list->line(1)->hasFocus());
    QTest::keyClicks(list->line(1), u"new"_s);
    QCOMPARE(world.bytes(), "{\"Tags\": [\"a\", \"new\", \"b\"]}");
    QTest::keyClick(list->line(1), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(world.bytes(), "{\"Tags\": [\"a\", \"b\", \"new\"]}");
    QVERIFY(list->line(2)->hasFocus());
    QTest::keyClick(list->line(2), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(list->line(1), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(world.bytes(), "{\"Tags\": [\"a\", \"b\"]}");
    world.document.setBytes("{}");
    emit list->insertRequested(0);
    QCOMPARE(world.bytes(), "{\n  \"Tags\": [\"\"]\n}");
}

void tst_JsonForm::listShowsWhatIsNoText()
{
    const QByteArray text = "{\"Tags\": [\"a\", 1.0, {\"b\": []}]}";
    JsonFormWorld world(text);
    auto *list = world.editor<TextListField>(u"Tags"_s);
    QCOMPARE(list->line(1)->text(), u"1.0"_s);
    QVERIFY(list->line(1)->isReadOnly());
    QVERIFY(list->line(2)->isReadOnly());
    QVERIFY(!list->line(0)->isReadOnly());
    emit list->removeRequested(2);
    QCOMPARE(world.bytes(), "{\"Tags\": [\"a\", 1.0]}");
}

void tst_JsonForm::innerObjectIsAGroup()
{
    JsonFormWorld world("{\"Author\": {\"Name\": \"Li\", \"z\": 1}}");
    QCOMPARE(world.line(u"Name"_s)->text(), u"Li"_s);
    world.type(u"Age"_s, u"33"_s);
    QCOMPARE(world.bytes(), "{\"Author\": {\"Name\": \"Li\", \"Age\": 33, \"z\": 1}}");
}

void tst_JsonForm::innerObjectIsMadeWhenNeeded()
{
    JsonFormWorld world("{\n  \"Note\": \"a\"\n}");
    world.type(u"Age"_s, u"3"_s);
    QCOMPARE(world.bytes(), "{\n  \"Note\": \"a\",\n  \"Author\": {\"Age\": 3}\n}");
}

void tst_JsonForm::somethingElseThanAnObjectIsShown()
{
    const QByteArray text = "{\"Author\": \"Li\"}";
    JsonFormWorld world(text);
    QVERIFY(!world.field(u"Name"_s)->isVisible());
    bool isShown = false;
    for (const LineEdit *line : world.form.findChildren<LineEdit *>())
        isShown = isShown || (line->isVisible() && line->text() == u"\"Li\""_s);
    QVERIFY(isShown);
    QCOMPARE(world.bytes(), text);
}

void tst_JsonForm::otherEntriesAreCounted()
{
    JsonFormWorld world("{\"a\":1,\"Note\":\"x\",\"b\":2}");
    bool isSaid = false;
    for (const QLabel *label : world.form.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(u"Other entries: 2"));
    QVERIFY(isSaid);
}

void tst_JsonForm::brokenTextStopsTheForm()
{
    JsonFormWorld world("{\"Note\": \"x\"}");
    QVERIFY(world.form.notice().isEmpty());
    world.text.setBytes("{\"Note\": \"x\",\n oops}", true);
    QTRY_VERIFY(!world.form.notice().isEmpty());
    QVERIFY(world.form.notice().contains(u"line 2"));
    QVERIFY(!world.line(u"Note"_s)->isEnabled());
    QSignalSpy goTo(&world.form, &JsonForm::goToProblemRequested);
    for (QPushButton *button : world.form.findChildren<QPushButton *>()) {
        if (button->text() == u"Go to problem"_s)
            button->click();
    }
    QCOMPARE(goTo.count(), 1);
    world.document.undo();
    QTRY_VERIFY(world.form.notice().isEmpty());
    QVERIFY(world.line(u"Note"_s)->isEnabled());
}

void tst_JsonForm::emptyTextCanBeFilledIn()
{
    JsonFormWorld world("");
    QVERIFY(world.line(u"Note"_s)->isEnabled());
    world.type(u"Note"_s, u"x"_s);
    QCOMPARE(world.bytes(), "{\n  \"Note\": \"x\"\n}");
}

void tst_JsonForm::withoutSchemaThereIsAWayToOne()
{
    JsonFormWorld world("{\"Note\": \"x\"}");
    world.document.setSchema(nullptr);
    QVERIFY(world.form.fields().isEmpty());
    QVERIFY(world.form.notice().contains(u"No schema"));
    QSignalSpy choose(&world.form, &JsonForm::chooseSchemaRequested);
    for (QPushButton *button : world.form.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Choose schema…"_s)
            button->click();
    }
    QCOMPARE(choose.count(), 1);
}

void tst_JsonForm::anotherSchemaMakesAnotherForm()
{
    JsonFormWorld world("{\"Note\": \"x\", \"Other\": 1}");
    world.document.setSchema(
        *JsonSchema::fromText(R"({"properties":{"Other":{"type":"integer"}}})"));
    QCOMPARE(world.form.fields().size(), 1);
    QCOMPARE(world.line(u"Other"_s)->text(), u"1"_s);
}

void tst_JsonForm::outsideChangesLeaveTheCaret()
{
    JsonFormWorld world("{\"Note\": \"abcdef\", \"RatingCount\": 1}");
    LineEdit *line = world.line(u"Note"_s);
    line->setFocus();
    line->setCursorPosition(3);
    world.document.edit([](const JsonTree &tree) -> Result<TextChanges> {
        const JsonRange range = tree.valueRange(*tree.member(0, u"RatingCount"));
        return TextChanges{{range.begin, range.end, "2"}};
    });
    QCOMPARE(world.line(u"RatingCount"_s)->text(), u"2"_s);
    QCOMPARE(line->cursorPosition(), 3);
    QTest::keyClicks(line, u"X"_s);
    QCOMPARE(line->text(), u"abcXdef"_s);
    QCOMPARE(line->cursorPosition(), 4);
    QVERIFY(line->hasFocus());
}

void tst_JsonForm::outsideChangeShows()
{
    JsonFormWorld world("{\"Note\": \"a\"}");
    world.text.setBytes("{\"Note\": \"b\", \"Hot\": false}", true);
    QTRY_COMPARE(world.line(u"Note"_s)->text(), u"b"_s);
    QCOMPARE(world.editor<QComboBox>(u"Hot"_s)->currentText(), u"false"_s);
}

void tst_JsonForm::undoIsOneHistory()
{
    JsonFormWorld world("{\"Note\": \"a\", \"RatingCount\": 1}");
    world.type(u"Note"_s, u"bcd"_s);
    world.type(u"RatingCount"_s, u"22"_s);
    QCOMPARE(world.bytes(), "{\"Note\": \"bcd\", \"RatingCount\": 22}");
    LineEdit *line = world.line(u"RatingCount"_s);
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.bytes(), "{\"Note\": \"bcd\", \"RatingCount\": 1}");
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.bytes(), "{\"Note\": \"a\", \"RatingCount\": 1}");
    QTRY_COMPARE(world.line(u"Note"_s)->text(), u"a"_s);
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(world.bytes(), "{\"Note\": \"bcd\", \"RatingCount\": 1}");
}

void tst_JsonForm::typingIsOneStepAVisit()
{
    JsonFormWorld world("{\"Note\": \"\"}");
    world.type(u"Note"_s, u"one"_s);
    world.line(u"RatingCount"_s)->setFocus();
    world.line(u"Note"_s)->setFocus();
    QTest::keyClick(world.line(u"Note"_s), Qt::Key_End);
    QTest::keyClicks(world.line(u"Note"_s), u" two"_s);
    QCOMPARE(world.bytes(), "{\"Note\": \"one two\"}");
    world.document.undo();
    QCOMPARE(world.bytes(), "{\"Note\": \"one\"}");
    world.document.undo();
    QCOMPARE(world.bytes(), "{\"Note\": \"\"}");
    QVERIFY(!world.document.canUndo());
    world.document.redo();
    QCOMPARE(world.bytes(), "{\"Note\": \"one\"}");
}

void tst_JsonForm::keysIntoALargeTextAllArrive()
{
    const QByteArray filling = "\"x\": \"" + QByteArray(300'000, 'y') + "\"";
    JsonFormWorld world("{\"Note\": \"\", " + filling + ", \"Tags\": [\"\"]}");
    QTRY_VERIFY(world.document.isCurrent());
    QTRY_VERIFY(world.field(u"Note"_s)->isSet());
    LineEdit *line = world.line(u"Note"_s);
    QString shortest = u"quick brown fox"_s;
    connect(line, &QLineEdit::textChanged, this,
            [&shortest, was = QString()](const QString &now) mutable {
                if (now.size() < was.size())
                    shortest = now; // an old tree took typed text back
                was = now;
            });
    for (const QChar key : u"quick brown fox"_s) {
        QTest::keyClick(line, key.toLatin1());
        QTest::qWait(20);
    }
    QTRY_COMPARE(world.bytes(),
                 "{\"Note\": \"quick brown fox\", " + filling + ", \"Tags\": [\"\"]}");
    QTRY_VERIFY(world.document.isCurrent());
    QCOMPARE(line->text(), u"quick brown fox"_s);
    QCOMPARE(shortest, u"quick brown fox"_s);
    auto *list = world.editor<TextListField>(u"Tags"_s);
    list->line(0)->setFocus();
    QTest::keyClicks(list->line(0), u"abc"_s);
    QTest::keyClick(list->line(0), Qt::Key_Return);
    QTRY_VERIFY(world.bytes().endsWith(", \"Tags\": [\"abc\", \"\"]}"));
    QTRY_COMPARE(list->rowCount(), 2);
    QTRY_VERIFY(list->line(1)->hasFocus());
}

void tst_JsonForm::duplicateKeyEditsTheLastOne()
{
    JsonFormWorld world("{\"Note\": \"a\", \"Note\": \"b\"}");
    QCOMPARE(world.line(u"Note"_s)->text(), u"b"_s);
    world.type(u"Note"_s, u"c"_s);
    QCOMPARE(world.bytes(), "{\"Note\": \"a\", \"Note\": \"c\"}");
}

void tst_JsonForm::readOnlyFormChangesNothing()
{
    const QByteArray text = "{\"Note\": \"a\", \"Hot\": true, \"Tags\": [\"a\", \"b\"], "
                            "\"Rating\": 3}";
    JsonFormWorld world(text);
    world.form.setReadOnly(true);
    world.type(u"Note"_s, u"b"_s);
    QTest::keyClick(world.editor<QComboBox>(u"Hot"_s), Qt::Key_Down);
    auto *list = world.editor<TextListField>(u"Tags"_s);
    QTest::keyClick(list->line(0), Qt::Key_Return);
    QTest::keyClick(list->line(0), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&world.editor<StarsField>(u"Rating"_s)->stars(), Qt::Key_Up);
    QCOMPARE(world.bytes(), text);
    QVERIFY(!world.field(u"Note"_s)->findChild<IconButton *>()->isVisible());
}

void tst_JsonForm::hostileTitlesArePlain()
{
    JsonFormWorld world("{\"<b>k</b>\": \"<img src=x>\"}",
                        R"({"properties":{"<b>k</b>":{"title":"<img src=file:///etc/passwd>\u202e",
                            "description":"<a href=x>y</a>","type":"string"}}})");
    for (const QLabel *label : world.form.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    const auto *label = world.form.fields().constFirst()->findChild<QLabel *>();
    QVERIFY(label->text().contains(u"⟦U+202E⟧"));
    QVERIFY(!label->toolTip().contains(u"<a"));
}

void tst_JsonForm::everyFieldHasAName()
{
    JsonFormWorld world(odd);
    for (const QWidget *widget : world.form.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->inherits("QScrollBar") || widget->inherits("QAbstractItemView"))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(world.line(u"RatingCount"_s)->accessibleDescription().contains(u"How many people"));
}

void tst_JsonForm::columnIsNeverTooWide()
{
    JsonFormWorld world(odd);
    world.form.resize(1400, 700);
    QTest::qWait(10);
    for (JsonFormField *field : world.form.fields())
        QVERIFY(field->width() <= 480);
    world.form.resize(300, 700);
    QTest::qWait(10);
    for (JsonFormField *field : world.form.fields())
        QVERIFY2(field->width() <= 300, qPrintable(field->property().key));
}

MODELSCRIBE_GUI_TEST(tst_JsonForm)

} // namespace tst_jsonform

#include "tst_jsonform.moc"
