// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editsession.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonloosetext.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/json/tree/jsonvaluedialog.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace tst_openeditors {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

RegisteredModel modelWith(const QByteArray &extraInfo, const QString &id = u"model-1"_s)
{
    RegisteredModel model{.id = id, .workspaceId = u"1"_s};
    model.metadata.name = u"bert"_s;
    model.metadata.accessibility = u"PRIVATE"_s;
    model.metadata.extraInfo = JsonText(extraInfo);
    return model;
}

} // namespace

//! What stands in an open editor of ExtraInfo, and what happens around it.
class tst_OpenEditors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void init();
    void cleanup();

    void typedTextIsTheSessions();
    void aColleaguesKeyIsNotWrittenTo();
    void anUntouchedLineEndsWithItsKey();
    void whatHasNoPlaceAnyMoreIsKeptAndShown();
    void anotherModelHasNoneOfIt_data();
    void anotherModelHasNoneOfIt();
    void aNumberThatIsNoneIsKept();
    void aDialogThatIsNoJsonIsKept();
    void revertTakesItBack();
    void theReviewGoesToIt();

private:
    void show(EditSession &session);
    ExtraInfoEditor &json() const { return *m_pane->findChild<ExtraInfoEditor *>(); }
    JsonTreeTable &table() const { return json().treeView().table(); }
    void openValue(const QString &path);
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<EditorPane> m_pane;
};

void tst_OpenEditors::init()
{
    m_pane = std::make_unique<EditorPane>();
    m_pane->resize(520, 700);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_OpenEditors::cleanup() { m_pane.reset(); }

void tst_OpenEditors::show(EditSession &session)
{
    m_pane->setSession(&session);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
}

void tst_OpenEditors::openValue(const QString &path)
{
    json().setFace(JsonEditor::Face::Tree);
    QTRY_VERIFY(json().document().isCurrent());
    json().treeView().setFocus();
    json().treeView().showPath(*jsonPathFromText(path));
    json().treeView().commands().action(JsonTreeCommands::Id::EditValue)->trigger();
}

void tst_OpenEditors::typedTextIsTheSessions()
{
    EditSession session(modelWith(R"({"a":"1","b":"2"})"));
    show(session);
    openValue(u"$.b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    type(u"-mine"_s);
    QCOMPARE(session.edited().extraInfo, JsonText(R"({"a":"1","b":"2-mine"})"));
    QVERIFY(table().isEditing());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!session.isDirty());
}

void tst_OpenEditors::aColleaguesKeyIsNotWrittenTo()
{
    const RegisteredModel base = modelWith(R"({"a":"1","b":"2"})");
    const RegisteredModel theirs = modelWith(R"({"a":"1","secretOfColleague":"keep me"})");
    EditSession session(base);
    show(session);
    openValue(u"$.b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    type(u"-mine"_s);
    // As a reading does it: what is typed counts, so this clashes and is asked about.
    session.flush();
    const ModelMerge merge = mergeModels(session.base().metadata, session.edited(),
                                         theirs.metadata);
    QVERIFY(!merge.clashes.isEmpty());
    // The person takes theirs.
    session.merge(theirs);
    QTRY_VERIFY(!table().isEditing());
    QCOMPARE(session.edited().extraInfo, theirs.metadata.extraInfo);
}

void tst_OpenEditors::anUntouchedLineEndsWithItsKey()
{
    const RegisteredModel theirs = modelWith(R"({"a":"1","secretOfColleague":"keep me"})");
    EditSession session(modelWith(R"({"a":"1","b":"2"})"));
    show(session);
    openValue(u"$.b"_s);
    QVERIFY(table().isEditing());
    session.rebase(theirs, session.base().metadata);
    QTRY_VERIFY(!table().isEditing());
    QCOMPARE(session.edited().extraInfo, theirs.metadata.extraInfo);
    QVERIFY(!session.isDirty());
}

void tst_OpenEditors::whatHasNoPlaceAnyMoreIsKeptAndShown()
{
    const RegisteredModel theirs = modelWith(R"({"a":1,"secretOfColleague":7})");
    EditSession session(modelWith(R"({"a":1,"b":2})"));
    show(session);
    openValue(u"$.b"_s);
    type(u"2,"_s);
    const QMap<QString, QString> held{{u"value $.b"_s, u"2,"_s}};
    QCOMPARE(session.unfinished(), held);
    session.merge(theirs);
    QTRY_VERIFY(!table().isEditing());
    QCOMPARE(session.edited().extraInfo, theirs.metadata.extraInfo);
    QCOMPARE(session.unfinished(), held);
    auto *strip = json().findChild<JsonLooseText *>();
    QVERIFY(strip->sentence().contains(u"2,"_s) && strip->sentence().contains(u"$.b"_s));
    strip->findChildren<QPushButton *>().last()->click();
    QVERIFY(session.unfinished().isEmpty() && !session.isDirty());
    QCOMPARE(strip->sentence(), QString());
}

void tst_OpenEditors::anotherModelHasNoneOfIt_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("other text") << R"({"x":1})"_ba;
    QTest::newRow("the same text") << R"({"a":1,"b":2})"_ba;
}

void tst_OpenEditors::anotherModelHasNoneOfIt()
{
    QFETCH(QByteArray, other);
    EditSession first(modelWith(R"({"a":1,"b":2})"));
    EditSession second(modelWith(other, u"model-2"_s));
    show(first);
    openValue(u"$.b"_s);
    type(u"2,"_s);
    show(second);
    QTRY_VERIFY(!table().isEditing());
    QVERIFY(second.unfinished().isEmpty() && !second.isDirty());
    QVERIFY(first.isDirty() && !maySave(first.problems()));
    show(first);
    QTRY_VERIFY(table().isEditing());
    QCOMPARE(table().editText(), u"2,"_s);
    table().focusEdit();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    type(u"5"_s);
    QCOMPARE(first.edited().extraInfo, JsonText(R"({"a":1,"b":25})"));
    QVERIFY(first.unfinished().isEmpty());
}

void tst_OpenEditors::aNumberThatIsNoneIsKept()
{
    EditSession first(modelWith(R"({"RatingCount":5})"));
    EditSession second(modelWith(R"({"RatingCount":5})", u"model-2"_s));
    show(first);
    json().setFace(JsonEditor::Face::Form);
    auto *line = qobject_cast<LineEdit *>(json().form().field(u"RatingCount")->editor());
    QVERIFY(line);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_End);
    type(u"x"_s);
    QCOMPARE(first.unfinished(), (QMap<QString, QString>{{u"field $.RatingCount"_s, u"5x"_s}}));
    show(second);
    QCOMPARE(line->text(), u"5"_s);
    QVERIFY(second.unfinished().isEmpty());
    show(first);
    QTRY_COMPARE(qobject_cast<LineEdit *>(json().form().field(u"RatingCount")->editor())->text(),
                 u"5x"_s);
    QVERIFY(!json().form().field(u"RatingCount")->problemText().isEmpty());
}

void tst_OpenEditors::aDialogThatIsNoJsonIsKept()
{
    EditSession first(modelWith(R"({"a":[1]})"));
    EditSession second(modelWith("{}", u"model-2"_s));
    show(first);
    openValue(u"$.a"_s);
    auto *dialog = json().treeView().findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    dialog->textEdit().setBytes("[1,", true);
    const QMap<QString, QString> held{{u"dialog $.a"_s, u"[1,"_s}};
    QCOMPARE(first.unfinished(), held);
    show(second);
    QVERIFY(second.unfinished().isEmpty());
    QCOMPARE(first.unfinished(), held);
    show(first);
    QTRY_VERIFY(json().treeView().findChild<JsonValueDialog *>());
    QTRY_COMPARE(first.unfinished(), held);
}

void tst_OpenEditors::revertTakesItBack()
{
    EditSession session(modelWith(R"({"a":1,"b":2})"));
    show(session);
    openValue(u"$.b"_s);
    type(u"2,"_s);
    QVERIFY(session.isDirty());
    session.revert();
    QVERIFY(!session.isDirty());
    QVERIFY(!table().isEditing());
    QCOMPARE(json().findChild<JsonLooseText *>()->sentence(), QString());
}

void tst_OpenEditors::theReviewGoesToIt()
{
    EditSession session(modelWith(R"({"a":1,"b":2})"));
    show(session);
    openValue(u"$.b"_s);
    type(u"2,"_s);
    m_pane->setCurrentTab(EditorPane::DetailsTab);
    m_pane->focusFirstField();
    QVERIFY(m_pane->showFirstProblem());
    QCOMPARE(m_pane->currentTab(), EditorPane::ExtraInfoTab);
    QCOMPARE(json().face(), JsonEditor::Face::Tree);
    QVERIFY(table().isAncestorOf(QApplication::focusWidget()));
}

MODELSCRIBE_GUI_TEST(tst_OpenEditors)

} // namespace tst_openeditors

#include "tst_openeditors.moc"
