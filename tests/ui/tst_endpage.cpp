// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each model of a run, as the window shows it.
#include "ui/batch/endpage.h"

#include "batchworld.h"
#include "testclass.h"
#include "ui/batch/clashview.h"
#include "ui/batch/runtable.h"
#include "ui/batch/runtray.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/window/batchruns.h"
#include "uitest.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_endpage {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Do = RegistryProxy::Do;
using State = BatchRun::State;
using Filter = BatchRunModel::Filter;

class tst_EndPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init() { m_world = std::make_unique<BatchWorld>(patientOptions()); }
    void cleanup() { m_world.reset(); }
    void opensByItselfOnlyWhenThereIsSomethingToLookAt();
    void leavesWhoTypesAlone();
    void segmentsNarrowTheRows();
    void showsThemLive();
    void conflictsAreDecidedHere();
    void triesAgain();
    void copiesAsTextAndJson();
    void opensAModelAndGoesBack();
    void asksToTakeItBack();
    void hostileNamesAreText();

private:
    //! Of 8 models two conflicts and one refusal.
    BatchRun *runWithTrouble()
    {
        m_set = m_world->makeModels(8);
        m_world->move(m_set.changes[1]);
        m_world->move(m_set.changes[4]);
        m_world->connectTo();
        m_world->registry.decide =
            [id = m_set.changes[6].base.id.toUtf8()](const ReceivedRequest &request) {
                return request.verb == "PUT" && request.target.contains(id) ? Do::Refuse : Do::Pass;
            };
        BatchRun *run = m_world->bench->batches().start(m_set);
        if (!QTest::qWaitFor([run] { return run->state() == State::Ended; }, 20'000))
            qFatal("it does not end");
        return run;
    }
    EndPage *page() { return m_world->window->findChild<EndPage *>(); }
    QPushButton *button(const QString &accessibleName)
    {
        for (auto *one : page()->findChildren<QPushButton *>()) {
            if (one->accessibleName() == accessibleName)
                return one;
        }
        return nullptr;
    }
    QPushButton *segment(const QString &begin)
    {
        for (auto *one : page()->findChildren<QPushButton *>()) {
            if (one->isCheckable() && one->text().startsWith(begin))
                return one;
        }
        return nullptr;
    }
    QString cell(int row, BatchRunModel::Column column)
    {
        return page()->rows().index(row, column).data().toString();
    }
    void choose(qsizetype item)
    {
        page()->table().setCurrentIndex(page()->rows().index(page()->rows().rowOf(item), 0));
    }

    ChangeSet m_set;
    std::unique_ptr<BatchWorld> m_world;
};

void tst_EndPage::opensByItselfOnlyWhenThereIsSomethingToLookAt()
{
    const ChangeSet good = m_world->makeModels(3);
    m_world->connectTo();
    BatchRun *run = m_world->bench->batches().start(good);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QVERIFY(!page());
    m_world->bench->batches().dismiss(run);
    runWithTrouble();
    QVERIFY(page() && page()->isVisible());
    QVERIFY(!m_world->window->findChild<RunTray *>()->isVisible()); // it says the same and less
    QCOMPARE(page()->rows().filter(), Filter::ToLookAt);
    QCOMPARE(page()->rows().rowCount(), 3);
    QVERIFY(page()->table().hasFocus());
    QCOMPARE(cell(0, BatchRunModel::End), u"conflict"_s);
    QVERIFY(cell(0, BatchRunModel::What).contains(u"theirs"_s));
    QCOMPARE(cell(2, BatchRunModel::Code), u"Forbidden.RAM"_s);
}

void tst_EndPage::leavesWhoTypesAlone()
{
    m_set = m_world->makeModels(2);
    m_world->move(m_set.changes[0]);
    m_world->connectTo();
    const ChangeSet other = m_world->makeModels(1);
    m_world->bench->catalog()->upsert(other.changes[0].base);
    m_world->window->showModel(other.changes[0].base.id);
    auto *editor = m_world->window->findChild<EditorPane *>();
    QTRY_VERIFY_WITH_TIMEOUT(editor->session(), 20'000);
    m_world->window->activateWindow();
    editor->focusFirstField();
    QTRY_VERIFY_WITH_TIMEOUT(editor->isAncestorOf(QApplication::focusWidget()), 20'000);
    BatchRun *run = m_world->bench->batches().start(m_set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QVERIFY(!page());
    QVERIFY(editor->isVisible());
    emit m_world->window->findChild<RunTray *>()->rowsRequested();
    QVERIFY(page()->isVisible());
}

void tst_EndPage::segmentsNarrowTheRows()
{
    runWithTrouble();
    QCOMPARE(segment(u"Needs a look"_s)->text(), u"Needs a look  3"_s);
    QVERIFY(segment(u"Needs a look"_s)->isChecked());
    QVERIFY(!segment(u"Unknown"_s)->isVisible());
    for (const auto &[name, rows] : {std::pair(u"All"_s, 8), std::pair(u"Saved"_s, 5),
                                     std::pair(u"Conflict"_s, 2), std::pair(u"Refused"_s, 1)}) {
        QTest::mouseClick(segment(name), Qt::LeftButton);
        QCOMPARE(page()->rows().rowCount(), rows);
        QVERIFY(page()->table().currentIndex().isValid());
    }
}

void tst_EndPage::showsThemLive()
{
    m_set = m_world->makeModels(8);
    m_world->connectTo();
    m_world->registry.decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Wait : Do::Pass;
    };
    BatchRun *run = m_world->bench->batches().start(m_set);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->registry.waiting().size(), size_t(4), 20'000);
    emit m_world->window->findChild<RunTray *>()->rowsRequested();
    QVERIFY(page()->isVisible());
    QVERIFY(m_world->window->findChild<RunTray *>()->isVisible()); // with its buttons
    QCOMPARE(page()->rows().rowCount(), 8);
    QCOMPARE(cell(0, BatchRunModel::End), u"saving"_s);
    QCOMPARE(cell(7, BatchRunModel::End), u"waiting"_s);
    m_world->letAllGo();
    QTRY_COMPARE_WITH_TIMEOUT(cell(7, BatchRunModel::End), u"saved"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QVERIFY(page()->isVisible());
}

void tst_EndPage::conflictsAreDecidedHere()
{
    BatchRun *run = runWithTrouble();
    choose(6);
    auto *view = page()->findChild<ClashView *>();
    QVERIFY(view->isVisible());
    QVERIFY(!button(u"Take mine"_s)->isVisible());
    choose(4);
    QVERIFY(button(u"Take mine"_s)->isVisible());
    auto *same = view->findChild<QCheckBox *>();
    QVERIFY(same->isVisible());
    QCOMPARE(same->text(), u"the same for the 2 conflicts about Task"_s);
    same->setFocus();
    QTest::keyClick(same, Qt::Key_Space);
    QTest::mouseClick(button(u"Take mine"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(run->counts().value(BatchEnd::Saved), 7, 20'000);
    for (const int index : {1, 4})
        QCOMPARE(m_world->registry.model(m_set.changes[index].base.id).metadata.task,
                 u"text-generation"_s);
    QVERIFY(page()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(page()->rows().rowCount(), 1, 20'000);
}

void tst_EndPage::triesAgain()
{
    BatchRun *run = runWithTrouble();
    QPushButton *retry = button(u"Go on or retry"_s);
    QCOMPARE(retry->text(), u"Retry the 1 refused"_s);
    m_world->registry.decide = {};
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(run->counts().value(BatchEnd::Saved), 6, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!retry->isVisible(), 20'000); // it could not help
}

void tst_EndPage::copiesAsTextAndJson()
{
    runWithTrouble();
    QMenu *menu = button(u"Copy as"_s)->menu();
    menu->actions().at(0)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(u"Model\tResult\t"_s));
    QVERIFY(lines[3].contains(u"Forbidden.RAM"_s));
    menu->actions().at(2)->trigger();
    const QJsonArray rows =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0][u"Outcome"].toString(), u"conflict"_s);
    QCOMPARE(rows[2][u"ModelId"].toString(), m_set.changes[6].base.id);
    QCOMPARE(rows[2][u"RequestId"].toString(), u"R-403"_s);
}

void tst_EndPage::opensAModelAndGoesBack()
{
    runWithTrouble();
    choose(4);
    QTest::keyClick(&page()->table(), Qt::Key_Return);
    QVERIFY(!page()->isVisible());
    auto *editor = m_world->window->findChild<EditorPane *>();
    QTRY_VERIFY_WITH_TIMEOUT(editor->session(), 20'000);
    QCOMPARE(editor->session()->modelId(), m_set.changes[4].base.id);
    auto *tray = m_world->window->findChild<RunTray *>();
    QVERIFY(tray->isVisible()); // until somebody closes it
    emit tray->rowsRequested();
    QVERIFY(page()->isVisible());
    QTest::keyClick(&page()->table(), Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
    emit tray->rowsRequested();
    emit tray->dismissRequested();
    QVERIFY(!page()->isVisible());
    QVERIFY(!tray->isVisible());
}

void tst_EndPage::asksToTakeItBack()
{
    BatchRun *run = runWithTrouble();
    auto *runs = m_world->window->findChild<BatchRuns *>();
    QSignalSpy revert(runs, &BatchRuns::revertRequested);
    QTest::mouseClick(button(u"Revert this batch"_s), Qt::LeftButton);
    QCOMPARE(revert.size(), 1);
    QCOMPARE(revert[0][0].toUuid(), run->set().id);
}

void tst_EndPage::hostileNamesAreText()
{
    m_set = m_world->makeModels(1);
    m_set.changes[0].base.metadata.name = u"<b>bold</b>\n\u202eevil"_s;
    m_set.changes[0].edited->name.clear(); // refused
    m_world->connectTo();
    BatchRun *run = m_world->bench->batches().start(m_set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QVERIFY(page()->isVisible());
    const QString shown = cell(0, BatchRunModel::Model);
    QVERIFY(shown.contains(u"<b>bold</b>"_s));
    QVERIFY(!shown.contains(u'\n'));
    QVERIFY(!shown.contains(QChar(0x202e)));
    QVERIFY(page()->rows().index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
}

MODELSCRIBE_GUI_TEST(tst_EndPage)

} // namespace tst_endpage

#include "tst_endpage.moc"
