// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/edithistory.h"
#include "testclass.h"
#include "ui/edit/accessibilityedit.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/edit/panehistory.h"
#include "ui/edit/suggestionedit.h"
#include "ui/journal/journalfilterbox.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsonfindbar.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/iconbutton.h"
#include "uitest.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QInputMethodEvent>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace tst_edithistory {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_EditHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void typingIsUndoneWordByWord();
    void deletingIsUndoneWordByWord();
    void aPauseEndsTheStep();
    void anotherPlaceIsAnotherStep();
    void everyEditorIsUndoneAndRedone();
    void undoShowsThePlace();
    void undoneTextKeepsItsSpelling_data();
    void undoneTextKeepsItsSpelling();
    void undoKeepsWhatIsInSight();
    void anotherModelAndBack();
    void savingIsNoEnd();
    void whatTheRegistryChangedIsAStep();
    void undoLeavesAloneWhatOnlyTheRegistryChanged();
    void aFreshlyReadModelHasNoHistory();
    void resetAndRevertAreSteps();
    void nothingIsUndoneWhileSaving();
    void readOnlyModelHasNoUndo();
    void stepsAreLimitedInNumber();
    void stepsAreLimitedInBytes();
    void labelsAreUndoneInTheOpenCell();
    void aCellThatGoesClosesItsEditor();
    void openSuggestionsDoNotKeepTheKey();
    void menusUndoHere_data();
    void menusUndoHere();
    void searchingInTheTextKeepsItsOwnUndo();
    void filteringTheJournalKeepsItsOwnUndo();
    void aFormFieldIsOneStepHoweverItIsTyped();
    void editsOfALongTextAreStepsOfTheirOwn();
    void whatIsTypedLateIsUndoneFirst();
    void whatTheFormHoldsBackIsHandedIn();
    void composingIsNoStep();
    void theTextKeepsNoSecondHistory();
    void randomEditsAreUndoneByteForByte();
    void aLongTextCostsLittle();

private:
    enum Way { Undo, Redo };
    void press(Way way)
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, Qt::Key_Z,
                        way == Undo ? Qt::ControlModifier
                                    : Qt::ControlModifier | Qt::ShiftModifier);
    }
    QWidget *editor(QStringView key) const
    {
        return m_pane->findChild<QWidget *>("field_"_L1 + key.toString());
    }
    QLineEdit *line(QStringView key) const { return qobject_cast<QLineEdit *>(editor(key)); }
    DescriptionEdit *description() const { return m_pane->findChild<DescriptionEdit *>(); }
    ExtraInfoEditor &extraInfo() const { return *m_pane->findChild<ExtraInfoEditor *>(); }
    LabelsEditor &labels() const { return *m_pane->findChild<LabelsEditor *>(); }
    QString text(QStringView key) const { return m_session->value(*findField(key)).text(); }
    QByteArray json() const { return m_session->edited().extraInfo.utf8(); }
    EditHistory &history() const { return EditHistory::of(*m_session); }
    void use(const RegisteredModel &model)
    {
        m_pane->setSession(nullptr);
        m_session = std::make_unique<EditSession>(model);
        m_pane->setSession(m_session.get());
    }
    void typeInto(QStringView key, const QString &typed)
    {
        m_pane->setCurrentTab(EditorPane::DetailsTab);
        editor(key)->setFocus();
        if (auto *edit = line(key))
            edit->end(false);
        QTest::keyClicks(editor(key), typed);
        hidePopup();
    }
    static void hidePopup()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->hide();
    }
    QLineEdit *openCell(int row, int column)
    {
        m_pane->setCurrentTab(EditorPane::LabelsTab);
        const QModelIndex cell = labels().model().index(row, column);
        labels().table().setCurrentIndex(cell);
        labels().table().edit(cell);
        return qobject_cast<QLineEdit *>(QApplication::focusWidget());
    }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<EditorPane> m_pane;
};

void tst_EditHistory::init()
{
    m_session = std::make_unique<EditSession>(uitest::sampleModel());
    m_pane = std::make_unique<EditorPane>();
    m_pane->resize(560, 720);
    m_pane->setSession(m_session.get());
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_EditHistory::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

void tst_EditHistory::typingIsUndoneWordByWord()
{
    typeInto(u"ModelName", u" second third"_s);
    QCOMPARE(history().index(), 3);
    press(Undo);
    QCOMPARE(text(u"ModelName"), u"bert-zh-news second "_s);
    QCOMPARE(line(u"ModelName")->text(), text(u"ModelName"));
    press(Undo);
    QCOMPARE(text(u"ModelName"), u"bert-zh-news "_s);
    press(Undo);
    QCOMPARE(text(u"ModelName"), u"bert-zh-news"_s);
    QVERIFY(!m_session->isDirty());
    press(Undo); // there is nothing more
    QTest::keyClick(line(u"ModelName"), Qt::Key_Y, Qt::ControlModifier);
    press(Redo);
    QCOMPARE(text(u"ModelName"), u"bert-zh-news second "_s);
    QCOMPARE(line(u"ModelName")->cursorPosition(), 20);
    QTest::keyClicks(line(u"ModelName"), u"x"_s);
    QVERIFY(!history().canRedo());
    QCOMPARE(history().undoText(), u"change of Name"_s);
}

void tst_EditHistory::deletingIsUndoneWordByWord()
{
    m_session->setValue(*findField(u"Task"), u"one two"_s);
    line(u"Task")->setFocus();
    line(u"Task")->end(false);
    for (int i = 0; i < 7; ++i)
        QTest::keyClick(line(u"Task"), Qt::Key_Backspace);
    hidePopup();
    QCOMPARE(text(u"Task"), QString());
    press(Undo);
    QCOMPARE(text(u"Task"), u"one"_s);
    press(Undo);
    QCOMPARE(text(u"Task"), u"one two"_s);
    line(u"Task")->home(false);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(line(u"Task"), Qt::Key_Delete);
    hidePopup();
    press(Undo);
    QCOMPARE(text(u"Task"), u"one two"_s);
    QCOMPARE(line(u"Task")->cursorPosition(), 3);
}

void tst_EditHistory::aPauseEndsTheStep()
{
    EditSession session(uitest::sampleModel());
    EditHistory quick(session, {.pause = std::chrono::milliseconds(30)});
    const ModelField &task = *findField(u"Task");
    session.setValue(task, u"text-classificationa"_s);
    session.setValue(task, u"text-classificationab"_s);
    QCOMPARE(quick.count(), 1);
    QTest::qWait(60);
    session.setValue(task, u"text-classificationabc"_s);
    QCOMPARE(quick.count(), 2);
}

void tst_EditHistory::anotherPlaceIsAnotherStep()
{
    typeInto(u"Task", u"ab"_s);
    line(u"Task")->home(false);
    QTest::keyClicks(line(u"Task"), u"c"_s);
    hidePopup();
    QCOMPARE(history().index(), 2);
    typeInto(u"Domain", u"d"_s);
    typeInto(u"Task", u"e"_s);
    QCOMPARE(history().index(), 4);
    line(u"Task")->selectAll();
    QTest::keyClicks(line(u"Task"), u"xyz"_s); // what replaces the selection begins the step
    hidePopup();
    QCOMPARE(history().index(), 5);
    press(Undo);
    QCOMPARE(text(u"Task"), u"ctext-classificationabe"_s);
}

void tst_EditHistory::everyEditorIsUndoneAndRedone()
{
    QList<ModelMetadata> states{m_session->edited()};
    const auto done = [&] {
        m_session->flush();
        QVERIFY(m_session->edited() != states.last());
        states.append(m_session->edited());
        QCOMPARE(history().index(), states.size() - 1);
    };
    typeInto(u"ModelName", u"A"_s);
    done();
    typeInto(u"Task", u"B"_s);
    done();
    description()->setFocus();
    QTest::keyClicks(description(), u"C"_s);
    done();
    QTest::keyClick(description(), Qt::Key_Return);
    done();
    m_pane->findChild<AccessibilityEdit *>()->findChildren<QPushButton *>().at(1)->click();
    done();
    QTest::keyClicks(openCell(1, LabelsModel::Value), u"prod"_s);
    hidePopup();
    done();
    labels().table().setCurrentIndex(labels().model().index(0, 0));
    labels().removeOrRestore();
    done();
    labels().addLabel();
    QTest::keyClicks(QApplication::focusWidget(), u"owner"_s);
    hidePopup();
    done();

    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &jsonText = extraInfo().textEdit();
    jsonText.setFocus();
    QTest::keyClick(&jsonText, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&jsonText, u" "_s);
    done();
    extraInfo().setFace(JsonEditor::Face::Tree);
    QTRY_VERIFY(extraInfo().document().isCurrent());
    JsonTreeTable &table = extraInfo().treeView().table();
    table.setFocus();
    table.setCurrentNode(1);
    QTest::keyClick(&table, Qt::Key_Delete);
    done();
    extraInfo().setFace(JsonEditor::Face::Form);
    QTRY_VERIFY(extraInfo().document().isCurrent());
    QTRY_VERIFY(extraInfo().form().field(u"RatingCount"));
    QWidget *rating = extraInfo().form().field(u"RatingCount")->editor();
    rating->setFocus();
    QTest::keyClicks(rating, u"41"_s);
    done();
    QTRY_VERIFY(extraInfo().document().isCurrent());
    extraInfo().compact();
    done();

    for (qsizetype i = states.size() - 1; i-- > 0;) {
        press(Undo);
        QCOMPARE(m_session->edited(), states[i]);
    }
    QCOMPARE(m_session->edited(), uitest::sampleModel().metadata);
    QVERIFY(!m_session->isDirty());
    for (qsizetype i = 1; i < states.size(); ++i) {
        press(Redo);
        QCOMPARE(m_session->edited(), states[i]);
        QCOMPARE(extraInfo().value(), states[i].extraInfo.utf8());
        QCOMPARE(description()->value(), states[i].description);
        QCOMPARE(line(u"ModelName")->text(), states[i].name);
    }
}

void tst_EditHistory::undoShowsThePlace()
{
    typeInto(u"Task", u"x"_s);
    QTest::keyClicks(openCell(2, LabelsModel::Value), u"y"_s);
    hidePopup();
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &jsonText = extraInfo().textEdit();
    jsonText.goTo(12);
    QTest::keyClicks(&jsonText, u" "_s);
    typeInto(u"ModelName", u"z"_s);

    press(Undo);
    QVERIFY(line(u"ModelName")->hasFocus());
    press(Undo);
    QCOMPARE(m_pane->currentTab(), EditorPane::ExtraInfoTab);
    QVERIFY(jsonText.hasFocus());
    QCOMPARE(jsonText.caret(), 12);
    press(Undo);
    QCOMPARE(m_pane->currentTab(), EditorPane::LabelsTab);
    QVERIFY(labels().table().hasFocus());
    QCOMPARE(labels().table().currentIndex(), labels().model().index(2, LabelsModel::Value));
    press(Undo);
    QCOMPARE(m_pane->currentTab(), EditorPane::DetailsTab);
    QVERIFY(line(u"Task")->hasFocus());
    QCOMPARE(line(u"Task")->cursorPosition(), 19);
    press(Redo);
    QCOMPARE(line(u"Task")->cursorPosition(), 20);
}

void tst_EditHistory::undoneTextKeepsItsSpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("CRLF") << u"a\r\nb\r\n"_s;
    QTest::newRow("lone CR") << u"a\rb"_s;
    QTest::newRow("mixed") << u"a\r\nb\nc\rd"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s;
    QTest::newRow("frames") << u"a\uFDD0b\uFDD1c"_s;
    QTest::newRow("emoji") << u"a😀b"_s;
}

void tst_EditHistory::undoneTextKeepsItsSpelling()
{
    QFETCH(QString, text);
    RegisteredModel model = uitest::sampleModel();
    model.metadata.description = text;
    use(model);
    DescriptionEdit &edit = *description();
    edit.setFocus();
    QTest::keyClick(&edit, Qt::Key_Backspace); // at the start: there is nothing before it
    QVERIFY(!m_session->isDirty());
    QTest::keyClicks(&edit, u"x"_s);
    const QString edited = this->text(u"ModelDescription");
    QVERIFY(edited != text);
    press(Undo);
    QCOMPARE(this->text(u"ModelDescription"), text);
    QCOMPARE(edit.value(), text);
    press(Redo);
    QCOMPARE(this->text(u"ModelDescription"), edited);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QCOMPARE(edit.value().size(), edited.size() - 1);
    press(Undo);
    press(Undo);
    QCOMPARE(this->text(u"ModelDescription"), text);
}

void tst_EditHistory::undoKeepsWhatIsInSight()
{
    RegisteredModel model = uitest::sampleModel();
    QStringList lines;
    QByteArray members;
    for (int i = 0; i < 400; ++i) {
        lines.append(u"line %1"_s.arg(i));
        members += "  \"key" + QByteArray::number(i) + "\": 1,\n";
    }
    model.metadata.description = lines.join(u'\n');
    model.metadata.extraInfo = JsonText("{\n" + members + "  \"end\": 1\n}");
    use(model);
    DescriptionEdit &edit = *description();
    edit.setFocus();
    edit.moveCursor(QTextCursor::End);
    QTest::keyClicks(&edit, u"x"_s);
    const int scrolled = edit.verticalScrollBar()->value();
    QVERIFY(scrolled > 300);
    press(Undo);
    QCOMPARE(edit.verticalScrollBar()->value(), scrolled);
    QVERIFY(edit.textCursor().atEnd());

    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &jsonText = extraInfo().textEdit();
    jsonText.goTo(jsonText.length() - 1);
    QTest::keyClicks(&jsonText, u" "_s);
    const int first = jsonText.firstVisibleLine();
    QVERIFY(first > 300);
    press(Undo);
    QCOMPARE(jsonText.firstVisibleLine(), first);
    QCOMPARE(jsonText.caret(), jsonText.length() - 1);
}

void tst_EditHistory::anotherModelAndBack()
{
    typeInto(u"Task", u"x"_s);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().textEdit().setFocus();
    QTest::keyClicks(&extraInfo().textEdit(), u" "_s);
    RegisteredModel model = uitest::sampleModel();
    model.id = u"model-other"_s;
    model.metadata.task = u"other"_s;
    EditSession other(model);
    m_pane->setSession(&other);
    QVERIFY(!m_pane->history().canUndo());
    typeInto(u"Task", u"y"_s);
    m_pane->setSession(m_session.get());
    press(Undo);
    press(Undo);
    QVERIFY(!m_session->isDirty());
    QCOMPARE(other.edited().task, u"othery"_s);
    press(Redo);
    press(Redo);
    QCOMPARE(text(u"Task"), u"text-classificationx"_s);
    QCOMPARE(json(), ' ' + m_session->base().metadata.extraInfo.utf8());
    m_pane->setSession(&other);
    m_pane->history().undo();
    QVERIFY(!other.isDirty());
    m_pane->setSession(nullptr);
    QVERIFY(!m_pane->history().canRedo());
}

void tst_EditHistory::savingIsNoEnd()
{
    typeInto(u"Task", u"x"_s);
    RegisteredModel saved = m_session->base();
    saved.metadata = m_session->edited();
    m_session->rebase(saved, m_session->edited());
    QVERIFY(!m_session->isDirty());
    QCOMPARE(history().index(), 1);
    QTest::keyClicks(line(u"Task"), u"y"_s); // what was saved is another step
    hidePopup();
    QCOMPARE(history().index(), 2);
    press(Undo);
    QVERIFY(!m_session->isDirty());
    press(Undo);
    QCOMPARE(text(u"Task"), u"text-classification"_s);
    QVERIFY(m_session->isDirty());
    QCOMPARE(m_session->base().metadata.task, u"text-classificationx"_s);
}

void tst_EditHistory::whatTheRegistryChangedIsAStep()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    const qsizetype at = json().indexOf("4.94");
    extraInfo().textEdit().goTo(at);
    QTest::keyClicks(&extraInfo().textEdit(), u"1"_s);
    const ModelMetadata mine = m_session->edited();
    RegisteredModel theirs = m_session->base();
    theirs.metadata.extraInfo = JsonText(
        QByteArray(json()).replace("14.94", "4.94").replace("754", "7"));
    m_session->merge(theirs);
    const ModelMetadata merged = m_session->edited();
    QVERIFY(json().contains("14.94") && !json().contains("754"));
    QCOMPARE(history().undoText(), u"change from the registry"_s);
    typeInto(u"Task", u"x"_s);
    press(Undo);
    QCOMPARE(m_session->edited(), merged);
    press(Undo);
    QCOMPARE(m_session->edited(), mine);
    QCOMPARE(m_pane->currentTab(), EditorPane::ExtraInfoTab);
    press(Undo);
    QCOMPARE(m_session->edited(), uitest::sampleModel().metadata);
    press(Redo);
    press(Redo);
    QCOMPARE(m_session->edited(), merged);
}

void tst_EditHistory::undoLeavesAloneWhatOnlyTheRegistryChanged()
{
    typeInto(u"Task", u"x"_s);
    RegisteredModel theirs = m_session->base();
    theirs.metadata.extraInfo = JsonText("{\"whole\":1}"); // such as a list that left it out
    theirs.metadata.labels = {};
    m_session->merge(theirs);
    QCOMPARE(history().undoText(), u"change of Task"_s);
    line(u"Task")->setFocus();
    press(Undo);
    QVERIFY(!m_session->isDirty());
    QCOMPARE(json(), "{\"whole\":1}");
    press(Redo);
    QCOMPARE(text(u"Task"), u"text-classificationx"_s);
    QCOMPARE(json(), "{\"whole\":1}");
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().textEdit().goTo(9);
    QTest::keyClicks(&extraInfo().textEdit(), u" "_s);
    press(Undo);
    press(Undo);
    QCOMPARE(m_session->edited(), theirs.metadata);
}

void tst_EditHistory::aFreshlyReadModelHasNoHistory()
{
    RegisteredModel whole = m_session->base();
    whole.metadata.extraInfo = JsonText("{\"more\":1}");
    m_session->replaceBase(whole);
    QVERIFY(!history().canUndo());
    typeInto(u"Task", u"x"_s);
    press(Undo);
    QVERIFY(history().canRedo());
    whole.metadata.task = u"theirs"_s;
    m_session->replaceBase(whole);
    QVERIFY(!history().canUndo());
    QVERIFY(!history().canRedo());
    QCOMPARE(line(u"Task")->text(), u"theirs"_s);
}

void tst_EditHistory::resetAndRevertAreSteps()
{
    typeInto(u"Task", u"x"_s);
    typeInto(u"Domain", u"y"_s);
    const ModelMetadata typed = m_session->edited();
    auto *frame = m_pane->findChild<FieldFrame *>(u"frame_Task"_s);
    emit frame->resetRequested();
    QCOMPARE(text(u"Task"), u"text-classification"_s);
    QCOMPARE(history().undoText(), u"reset of Task"_s);
    m_session->setLabels({});
    emit labels().findChild<FieldFrame *>()->resetRequested();
    QCOMPARE(history().undoText(), u"reset of Labels"_s);
    press(Undo);
    press(Undo);
    line(u"Task")->setFocus();
    press(Undo);
    QCOMPARE(m_session->edited(), typed);
    {
        const EditHistory::Naming naming(*m_session, EditHistory::Kind::Revert);
        m_session->revert();
    }
    QVERIFY(!m_session->isDirty());
    QCOMPARE(m_pane->history().undoText(), u"revert"_s);
    typeInto(u"Task", u"again"_s);
    QCOMPARE(m_pane->history().undoText(), u"change of Task"_s);
    m_pane->history().goBackTo(2);
    QCOMPARE(m_session->edited(), typed);
}

void tst_EditHistory::nothingIsUndoneWhileSaving()
{
    typeInto(u"Task", u"x"_s);
    const QSignalSpy changed(&m_pane->history(), &PaneHistory::changed);
    m_pane->setReadOnly(true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_pane->history().canUndo());
    QCOMPARE(m_pane->history().undoText(), QString());
    press(Undo);
    extraInfo().undo();
    QCOMPARE(text(u"Task"), u"text-classificationx"_s);
    m_pane->setReadOnly(false);
    press(Undo);
    QVERIFY(!m_session->isDirty());
    m_pane->setReadOnly(true);
    press(Redo);
    QVERIFY(!m_session->isDirty());
}

void tst_EditHistory::readOnlyModelHasNoUndo()
{
    RegisteredModel model = uitest::sampleModel();
    model.provider = u"pai"_s;
    use(model);
    model.metadata.task = u"theirs"_s;
    m_session->replaceBase(model);
    QVERIFY(!m_pane->history().canUndo());
    QVERIFY(!history().undo());
    QVERIFY(!history().redo());
}

void tst_EditHistory::stepsAreLimitedInNumber()
{
    EditSession session(uitest::sampleModel());
    EditHistory few(session, {.steps = 3});
    for (int i = 0; i < 10; ++i)
        session.setValue(*findField(u"Task"), u"task %1"_s.arg(i));
    QCOMPARE(few.count(), 3);
    const qsizetype bytes = few.bytes();
    while (few.undo()) { }
    QCOMPARE(session.edited().task, u"task 6"_s);
    while (few.redo()) { }
    QCOMPARE(session.edited().task, u"task 9"_s);
    session.setValue(*findField(u"Task"), u"task a"_s);
    QCOMPARE(few.bytes(), bytes); // nothing is counted twice
}

void tst_EditHistory::stepsAreLimitedInBytes()
{
    EditSession session(uitest::sampleModel());
    EditHistory small(session, {.steps = 20, .bytes = 20'000});
    const auto put = [&session](char filling, qsizetype size) {
        session.setValue(*findField(u"ExtraInfo"),
                         JsonText("{\"a\":\"" + QByteArray(size, filling) + "\"}"));
    };
    for (int i = 0; i < 30; ++i) {
        put(char('a' + i % 20), 1500);
        QVERIFY(small.bytes() <= 20'000);
    }
    int undone = 0;
    while (small.undo())
        ++undone;
    QCOMPARE(undone, 4); // each takes out 1500 bytes and puts in others
    QCOMPARE(session.edited().extraInfo.utf8().at(6), char('a' + 25 % 20));
    QVERIFY(!small.canUndo());
    while (small.redo()) { }
    put('x', 100'000);
    QVERIFY(small.undo()); // the newest is there, whatever it weighs
    QCOMPARE(session.edited().extraInfo.utf8().at(6), char('a' + 29 % 20));
    for (int i = 0; i < 30; ++i)
        session.setValue(*findField(u"Task"), u"task %1"_s.arg(i));
    QCOMPARE(small.count(), 20);
    while (small.undo()) { }
    QCOMPARE(session.edited().task, u"task 9"_s);
}

void tst_EditHistory::labelsAreUndoneInTheOpenCell()
{
    QLineEdit *cell = openCell(1, LabelsModel::Value);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"staging area"_s);
    hidePopup();
    QCOMPARE(history().index(), 2);
    press(Undo);
    QCOMPARE(m_session->edited().labels[1].value, u"staging "_s);
    cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(cell); // the cell is open again
    QCOMPARE(cell->text(), u"staging "_s);
    QCOMPARE(cell->cursorPosition(), 8);
    press(Undo);
    QCOMPARE(m_session->edited().labels, uitest::sampleModel().metadata.labels);
    press(Redo);
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    hidePopup();
    QCOMPARE(m_session->edited().labels[1].value, u"staging x"_s);
}

void tst_EditHistory::aCellThatGoesClosesItsEditor()
{
    m_pane->setCurrentTab(EditorPane::LabelsTab);
    labels().table().setCurrentIndex(labels().model().index(0, 0));
    labels().removeOrRestore();
    labels().addLabel();
    QTest::keyClicks(QApplication::focusWidget(), u"owner"_s);
    hidePopup();
    QCOMPARE(m_session->edited().labels.size(), 3);
    press(Undo);
    QCOMPARE(m_session->edited().labels.size(), 2);
    QCOMPARE(QApplication::focusWidget(), &labels().table());
    press(Undo);
    QCOMPARE(m_session->edited().labels, uitest::sampleModel().metadata.labels);
    QCOMPARE(history().redoText(), u"change of Labels"_s);
}

void tst_EditHistory::openSuggestionsDoNotKeepTheKey()
{
    auto *task = m_pane->findChild<SuggestionEdit *>(u"field_Task"_s);
    task->setSuggestions([] { return QList<Suggestion>{{u"quiz"_s, {}}, {u"quill"_s, {}}}; });
    task->setFocus();
    task->selectAll();
    QTest::keyClicks(task, u"qu"_s);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!popup->isVisible());
    QCOMPARE(text(u"Task"), u"text-classification"_s);
    QVERIFY(history().canRedo());
    task->selectAll();
    QTest::keyClicks(task, u"qu"_s);
    popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(text(u"Task"), u"quiz"_s);
    press(Undo);
    QCOMPARE(text(u"Task"), u"qu"_s); // what was chosen is another step than what was typed
}

void tst_EditHistory::menusUndoHere_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("line") << u"Task"_s;
    QTest::newRow("text") << u"ModelDescription"_s;
    QTest::newRow("JSON") << u"ExtraInfo"_s;
}

void tst_EditHistory::menusUndoHere()
{
    QFETCH(QString, key);
    typeInto(u"ModelName", u"x"_s);
    QWidget *target = editor(key);
    if (key == "ExtraInfo"_L1) {
        m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
        target = extraInfo().textEdit().viewport();
    } else if (key == "ModelDescription"_L1) {
        target = description()->viewport();
    }
    const auto choose = [target](int row) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, target->mapToGlobal(QPoint(5, 5)),
                                Qt::NoModifier);
        QApplication::sendEvent(target, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return false;
        QAction *action = menu->actions().at(row);
        const bool isRight = action->text().contains(row == 0 ? u"&Undo"_s : u"&Redo"_s)
                             && action->isEnabled() && !menu->actions().at(1 - row)->isEnabled();
        action->trigger();
        menu->close();
        return isRight;
    };
    QVERIFY(choose(0));
    QVERIFY(!m_session->isDirty());
    if (key == "ExtraInfo"_L1)
        m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    QVERIFY(choose(1));
    QCOMPARE(text(u"ModelName"), u"bert-zh-newsx"_s);
}

void tst_EditHistory::searchingInTheTextKeepsItsOwnUndo()
{
    typeInto(u"Task", u"x"_s);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().find();
    auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(search);
    QTest::keyClicks(search, u"Rating"_s);
    QVERIFY(!m_pane->history().handles(search));
    press(Undo);
    QCOMPARE(search->text(), QString());
    QCOMPARE(text(u"Task"), u"text-classificationx"_s);
}

void tst_EditHistory::filteringTheJournalKeepsItsOwnUndo()
{
    typeInto(u"ModelName", u"x"_s);
    m_pane->setCurrentTab(EditorPane::JournalTab);
    auto *filter = m_pane->findChild<JournalFilterBox *>();
    QVERIFY(filter);
    filter->setFocus();
    QTest::keyClicks(filter, u"vad"_s);
    press(Undo);
    QVERIFY(filter->text().isEmpty());
    QCOMPARE(text(u"ModelName"), u"bert-zh-newsx"_s);
    QVERIFY(!m_pane->history().handles(filter));
}

void tst_EditHistory::aFormFieldIsOneStepHoweverItIsTyped()
{
    use([] {
        RegisteredModel model = uitest::sampleModel();
        model.metadata.extraInfo = JsonText("{\"Note\":1.0}");
        return model;
    }());
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().setFace(JsonEditor::Face::Form);
    QTRY_VERIFY(extraInfo().form().field(u"CommentCount"));
    QTRY_VERIFY(extraInfo().document().isCurrent());
    QWidget *count = extraInfo().form().field(u"CommentCount")->editor();
    count->setFocus();
    QTest::keyClicks(count, u"4711"_s);
    QTest::keyClick(count, Qt::Key_Backspace);
    QTest::keyClicks(count, u"2"_s);
    QVERIFY(json().contains("4712"));
    QWidget *rating = extraInfo().form().field(u"RatingCount")->editor();
    rating->setFocus();
    QTest::keyClicks(rating, u"8"_s);
    QCOMPARE(history().index(), 2);
    press(Undo);
    QVERIFY(json().contains("4712") && !json().contains('8'));
    QTRY_VERIFY(extraInfo().document().isCurrent());
    press(Undo);
    QCOMPARE(json(), "{\"Note\":1.0}");
    QCOMPARE(extraInfo().face(), JsonEditor::Face::Form);
    QTRY_VERIFY(count->hasFocus()); // where it was
    rating->setFocus();
    QTRY_COMPARE(qobject_cast<QLineEdit *>(count)->text(), QString());
    press(Redo);
    QVERIFY(json().contains("4712"));
    QTRY_COMPARE(qobject_cast<QLineEdit *>(count)->text(), u"4712"_s);
    QTRY_VERIFY(count->hasFocus()); // the field of what came back
}

void tst_EditHistory::editsOfALongTextAreStepsOfTheirOwn()
{
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText("{\"a\":\"" + QByteArray(200'000, 'x') + "\"}");
    use(model);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &edit = extraInfo().textEdit();
    JsonDocument &document = extraInfo().document();
    edit.setFocus();
    QTest::keyClicks(&edit, u" "_s);
    document.replaceAll(' ' + edit.bytes());
    document.replaceAll(' ' + edit.bytes());
    QTest::keyClicks(&edit, u" "_s);
    m_session->flush();
    QCOMPARE(history().index(), 4);
    for (int i = 0; i < 4; ++i)
        press(Undo);
    QCOMPARE(json(), model.metadata.extraInfo.utf8());
}

void tst_EditHistory::whatIsTypedLateIsUndoneFirst()
{
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText("{\"a\":\"" + QByteArray(200'000, 'x') + "\"}");
    use(model);
    typeInto(u"Task", u"x"_s);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().textEdit().setFocus();
    QTest::keyClicks(&extraInfo().textEdit(), u" "_s);
    QCOMPARE(m_session->edited().extraInfo, model.metadata.extraInfo); // not handed in yet
    press(Undo);
    QCOMPARE(extraInfo().value(), model.metadata.extraInfo.utf8());
    QCOMPARE(text(u"Task"), u"text-classificationx"_s);
    press(Redo);
    QCOMPARE(extraInfo().value(), ' ' + model.metadata.extraInfo.utf8());
}

void tst_EditHistory::whatTheFormHoldsBackIsHandedIn()
{
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText("{\"a\":\"" + QByteArray(200'000, 'x')
                                        + "\",\"RatingCount\":1}");
    use(model);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    extraInfo().setFace(JsonEditor::Face::Form);
    QTRY_VERIFY(extraInfo().document().isCurrent());
    QTRY_VERIFY(extraInfo().form().field(u"RatingCount"));
    JsonFormField *field = extraInfo().form().field(u"RatingCount");
    QTRY_COMPARE(qobject_cast<QLineEdit *>(field->editor())->text(), u"1"_s);
    field->editor()->setFocus();
    qobject_cast<QLineEdit *>(field->editor())->end(false);
    QTest::keyClicks(field->editor(), u"234"_s); // the text has to be read before the 3
    QVERIFY(field->isWaiting());
    m_session->flush();
    QVERIFY(json().endsWith("\"RatingCount\":1234}"));
    QCOMPARE(history().index(), 1);
    QTest::keyClicks(field->editor(), u"5"_s);
    QVERIFY(field->isWaiting());
    press(Undo);
    QCOMPARE(json(), model.metadata.extraInfo.utf8());
    QTRY_COMPARE(qobject_cast<QLineEdit *>(field->editor())->text(), u"1"_s);
    QCOMPARE(json(), model.metadata.extraInfo.utf8());
}

void tst_EditHistory::composingIsNoStep()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &edit = extraInfo().textEdit();
    edit.goTo(3);
    const QByteArray before = json();
    const auto compose = [&edit](const QString &preedit, const QString &commit = {}) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(&edit, &event);
    };
    compose(u"ni"_s);
    compose(u"ni h"_s);
    QCOMPARE(json(), before);
    QCOMPARE(history().count(), 0);
    compose({}, u"你好"_s);
    QCOMPARE(json(), QByteArray(before).insert(3, "你好"));
    QCOMPARE(history().count(), 1);
    compose(u"shi"_s);
    press(Undo); // drops what is not chosen
    QCOMPARE(json(), before);
    QCOMPARE(extraInfo().value(), before);
    compose(u"shi"_s);
    compose({}); // given up
    QCOMPARE(extraInfo().value(), before);
    QVERIFY(history().canRedo());

    typeInto(u"Task", u"x"_s);
    QInputMethodEvent event(u"ni"_s, {});
    QApplication::sendEvent(line(u"Task"), &event);
    press(Undo);
    QCOMPARE(line(u"Task")->text(), u"text-classification"_s);
    QCOMPARE(text(u"Task"), u"text-classification"_s);
}

void tst_EditHistory::theTextKeepsNoSecondHistory()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    JsonTextEdit &edit = extraInfo().textEdit();
    edit.goTo(0);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, u"  "_s);
    QVERIFY(!edit.isUndoAvailable());
    extraInfo().format();
    QVERIFY(!edit.isUndoAvailable());
    press(Undo);
    QVERIFY(!edit.isUndoAvailable() && !edit.isRedoAvailable());
    QTest::keyClick(&edit, Qt::Key_Backspace, Qt::AltModifier); // Scintilla's own key
    QTest::keyClick(&edit, Qt::Key_Backspace, Qt::AltModifier);
    QVERIFY(!m_session->isDirty());
    edit.redo();
    QVERIFY(m_session->isDirty());

    JsonEditor alone; // as in dialogs
    alone.setValue("{}");
    QTest::keyClicks(&alone.textEdit(), u" "_s);
    QVERIFY(alone.textEdit().isUndoAvailable());
    alone.undo();
    QCOMPARE(alone.value(), "{}");
}

void tst_EditHistory::randomEditsAreUndoneByteForByte()
{
    bool given = false;
    quint32 seed = quint32(qEnvironmentVariableIntValue("MODELSCRIBE_SEED", &given));
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto below = [&random](qsizetype end) { return qsizetype(random.bounded(qint64(end))); };
    const QStringList bits{u"a"_s,  u" "_s,      u"word"_s, u"\n"_s, u"\r\n"_s,   u"é"_s,
                           u"漢"_s, u"😀"_s,      u"😁"_s,    u"\""_s, u"\u00A0"_s, u"aa"_s,
                           u"\r"_s, u"\u2029"_s, u"{"_s,    u","_s};
    const auto mutate = [&](QString text) {
        const qsizetype at = below(text.size() + 1);
        const qsizetype size = below(3) == 0 ? below(text.size() - at + 1) : 0;
        return text.replace(at, size, below(4) == 0 ? QString() : bits[below(bits.size())]);
    };
    ModelMetadata start = m_session->edited();
    for (int i = 0; i < 1000; ++i) {
        const auto what = below(20);
        if (what < 10) {
            const ModelField &field = modelFields[size_t(below(modelFields.size() - 1))];
            m_session->setValue(field, mutate(m_session->value(field).text()));
        } else if (what < 15) {
            const QString text = mutate(m_session->edited().extraInfo.toString());
            m_session->setValue(*findField(u"ExtraInfo"), JsonText::fromString(text));
        } else if (what < 18) {
            QList<Label> some = m_session->edited().labels;
            if (!some.isEmpty() && below(3) == 0)
                some.removeAt(below(some.size()));
            else if (below(2) == 0)
                some.append({mutate(u"k"_s), mutate(u"v"_s)});
            else if (!some.isEmpty())
                some[below(some.size())].value = mutate(u"value"_s);
            m_session->setLabels(some);
        } else if (what == 18) {
            RegisteredModel now = m_session->base();
            now.metadata.domain = mutate(now.metadata.domain);
            now.metadata.extraInfo = JsonText("{\"n\":" + QByteArray::number(i) + '}');
            const bool domainIsTouched = history().touches(findField(u"Domain"));
            const bool jsonIsTouched = history().touches(findField(u"ExtraInfo"));
            m_session->merge(now);
            if (history().count() == 0 || !domainIsTouched) // then it begins there
                start.domain = m_session->edited().domain;
            if (history().count() == 0 || !jsonIsTouched)
                start.extraInfo = m_session->edited().extraInfo;
        } else {
            for (auto n = below(5); n > 0 && m_pane->history().canUndo(); --n)
                m_pane->history().undo();
        }
    }
    QVERIFY(history().count() > 500);
    while (m_pane->history().canRedo())
        m_pane->history().redo();
    const ModelMetadata end = m_session->edited();
    QList<ModelMetadata> back;
    while (m_pane->history().canUndo()) {
        back.append(m_session->edited());
        m_pane->history().undo();
    }
    QCOMPARE(history().index(), 0);
    QCOMPARE(m_session->edited(), start);
    QCOMPARE(description()->value(), start.description);
    QCOMPARE(extraInfo().value(), start.extraInfo.utf8());
    while (m_pane->history().canRedo()) {
        m_pane->history().redo();
        QCOMPARE(m_session->edited(), back.takeLast());
    }
    QCOMPARE(m_session->edited(), end);
    QCOMPARE(description()->value(), end.description);
    QCOMPARE(extraInfo().value(), end.extraInfo.utf8());
}

namespace {

qint64 residentKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &row : status.readAll().split('\n')) {
        if (row.startsWith("VmRSS:"))
            return row.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

} // namespace

void tst_EditHistory::aLongTextCostsLittle()
{
    QByteArray text("{\n");
    for (int i = 0; text.size() < 5 * 1024 * 1024; ++i)
        text += "  \"key" + QByteArray::number(i) + "\": \"value of it, 1.50\",\n";
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText(text + "  \"end\": 1\n}");
    const auto typeKeys = [](JsonEditor &editor, const std::function<void()> &flush) {
        editor.textEdit().goTo(2'500'000);
        QElapsedTimer timer;
        qint64 spent = 0;
        for (int i = 0; i < 200; ++i) {
            timer.start();
            QTest::keyClicks(&editor.textEdit(), i % 5 == 4 ? u" "_s : u"a"_s);
            if (i % 5 == 4)
                flush();
            spent += timer.nsecsElapsed();
        }
        return double(spent) / 200e6;
    };
    const auto start = [&] {
        use(model);
        m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
        return QTest::qWaitFor([this] { return extraInfo().document().isCurrent(); }, 20'000);
    };
    const auto flush = [this] { m_session->flush(); };
    QVERIFY(start());
    m_session->disconnect(&history()); // the same without one
    const double without = typeKeys(extraInfo(), flush);
    QVERIFY(start());
    const qint64 before = residentKiB();
    const double with = typeKeys(extraInfo(), flush);
    const qint64 grown = residentKiB() - before;
    qInfo("a key in 5 MiB: %.2f ms without a history, %.2f ms with one; %lld KiB more, "
          "the history says %lld bytes in %d steps",
          without, with, static_cast<long long>(grown), static_cast<long long>(history().bytes()),
          history().count());
    QVERIFY(history().bytes() < 64 * 1024);
    // 200 copies were a gigabyte; a sanitizer holds a quarter of one back.
    QVERIFY(grown < 400 * 1024);
    QElapsedTimer timer;
    timer.start();
    const int steps = history().index();
    while (m_pane->history().canUndo())
        m_pane->history().undo();
    qInfo("%d steps undone, %.1f ms each", steps, double(timer.elapsed()) / steps);
    QCOMPARE(m_session->edited().extraInfo, model.metadata.extraInfo);
    QCOMPARE(extraInfo().value(), model.metadata.extraInfo.utf8());
}

MODELSCRIBE_GUI_TEST(tst_EditHistory)

} // namespace tst_edithistory

#include "tst_edithistory.moc"
