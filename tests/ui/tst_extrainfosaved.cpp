// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "localregistry/localregistry.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/review/reviewdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_extrainfosaved {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! From the widgets through the review to the registry's disk and back, byte by byte.
class tst_ExtraInfoSaved : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anotherFieldLeavesEveryByte();
    void oneNumberInTheTreeChangesOnlyItself();
    void whatIsTypedLastIsSavedToo();

private:
    QByteArray held();
    //! Agrees to everything that is changed.
    void save();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalRegistry> m_registry;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<EditorPane> m_pane;
    EditSession *m_session = nullptr;
    QString m_id;
};

namespace {

QByteArray hostileText()
{
    return QByteArray(
               "{\r\n\t\"z\" : 1.0,\n  \"a\":1e5, \"m\": -0 ,\"big\":1234567890123456789012345,\n"
               "\"f\":0.")
           + QByteArray(400, '7')
           + ",\"dup\":1,\"dup\":{\"dup\":[ ]},  \"lone\":\"\\ud800\",\"nul\":\"\\u0000\","
             "\"slash\":\"\\/\",\"esc\":\"\\u00e9é\",\"html\":\"<img src=x>\","
             "\"bidi\":\"\xE2\x80\xAE\",\"Rating\":4.940,\"deep\":"
           + QByteArray(200, '[') + QByteArray(200, ']') + "}";
}

} // namespace

void tst_ExtraInfoSaved::init()
{
    const AccessKey key{.id = "testid", .secret = "testsecret"};
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<LocalRegistry>(
        LocalRegistryOptions{.database = m_folder->filePath(u"r.sqlite"_s), .keys = {key}});
    const auto started = m_registry->start();
    QTRY_VERIFY(started.isFinished());
    QVERIFY(started.result());
    m_workbench = std::make_unique<Workbench>();
    m_workbench->connectTo({.target = {.title = u"Local registry"_s,
                                       .isLocal = true,
                                       .endpoint = *Endpoint::fromText(
                                           u"http://127.0.0.1:%1"_s.arg(*started.result())),
                                       .workspaceId = u"1"_s},
                            .credentials = fixedCredentials(key)});
    const ModelMetadata model{.name = u"hostile"_s, .extraInfo = JsonText(hostileText())};
    const auto created = m_workbench->connection()->client().run(
        *operations::createModel(model, u"1"_s));
    QTRY_VERIFY(created.isFinished());
    QVERIFY(created.result());
    m_id = *created.result();
    m_workbench->catalogSync()->refresh();
    QTRY_COMPARE(m_workbench->catalog()->size(), 1);
    m_session = m_workbench->open(m_id);
    QVERIFY(m_session);
    m_pane = std::make_unique<EditorPane>();
    m_pane->setWorkbench(m_workbench.get());
    m_pane->setSession(m_session);
    m_pane->resize(600, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    QCOMPARE(held(), hostileText());
}

void tst_ExtraInfoSaved::cleanup()
{
    m_pane.reset();
    m_workbench.reset();
    m_registry.reset();
    m_folder.reset();
}

QByteArray tst_ExtraInfoSaved::held()
{
    const auto answer = m_workbench->connection()->client().run(operations::getModel(m_id));
    [&] { QTRY_VERIFY(answer.isFinished()); }();
    return answer.result()->metadata.extraInfo.utf8();
}

void tst_ExtraInfoSaved::save()
{
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *m_session, nullptr);
    QVERIFY(dialog);
    const QSignalSpy saved(dialog, &ReviewDialog::saved);
    dialog->save();
    QTRY_COMPARE(saved.size(), 1);
    QTRY_VERIFY(!dialog);
}

void tst_ExtraInfoSaved::anotherFieldLeavesEveryByte()
{
    auto *task = m_pane->findChild<QWidget *>(u"field_Task"_s);
    QVERIFY(task);
    task->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"asr"_s);
    // Looking at it in every face is no change either.
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *editor = m_pane->findChild<ExtraInfoEditor *>();
    for (const auto face : {JsonEditor::Face::Form, JsonEditor::Face::Tree, JsonEditor::Face::Text})
        editor->setFace(face);
    QCOMPARE(m_session->changeCount(), 1);
    save();
    QCOMPARE(held(), hostileText());
}

void tst_ExtraInfoSaved::oneNumberInTheTreeChangesOnlyItself()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *editor = m_pane->findChild<ExtraInfoEditor *>();
    editor->setFace(JsonEditor::Face::Tree);
    QTRY_VERIFY(editor->document().isCurrent());
    JsonTreeView &tree = editor->treeView();
    tree.showPath(*jsonPathFromText(u"$.big"));
    QCOMPARE(editor->currentPath(), *jsonPathFromText(u"$.big"));
    tree.table().setFocus();
    tree.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"1234567890123456789012345"_s);
    line->selectAll();
    QTest::keyClicks(line, u"1234567890123456789012346"_s);
    QTest::keyClick(line, Qt::Key_Return);
    save();
    QCOMPARE(held(), hostileText().replace("9012345,", "9012346,"));
}

void tst_ExtraInfoSaved::whatIsTypedLastIsSavedToo()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *editor = m_pane->findChild<ExtraInfoEditor *>();
    QByteArray large = "{\"pad\":\"" + QByteArray(200'000, 'x') + "\"}";
    editor->setValue(large);
    QTest::keyClick(&editor->textEdit(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&editor->textEdit(), Qt::Key_Left);
    QTest::keyClicks(&editor->textEdit(), u",\"last\":1"_s);
    save(); // at once: the editor may hand a long text in a little later
    large.chop(1);
    QCOMPARE(held(), large + ",\"last\":1}");
}

MODELSCRIBE_GUI_TEST(tst_ExtraInfoSaved)

} // namespace tst_extrainfosaved

#include "tst_extrainfosaved.moc"
