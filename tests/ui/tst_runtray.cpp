// SPDX-License-Identifier: GPL-3.0-or-later
// A run of many models as the window shows it while it goes on.
#include "ui/batch/runtray.h"

#include "batchworld.h"
#include "lists/draftsmodel.h"
#include "lists/modeltablemodel.h"
#include "session/batchkeeper.h"
#include "testclass.h"
#include "ui/batch/leftstrip.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batchruns.h"
#include "uitest.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace tst_runtray {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Do = RegistryProxy::Do;
using State = BatchRun::State;

class tst_RunTray : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup() { m_world.reset(); }
    void saysHowFarItIs();
    void leavesByItselfWhenAllWentWell();
    void pausesAndGoesOnByItsButtons();
    void saysWhyItPausedByItself();
    void theRowSaysItAndTheEditorIsLocked();
    void dropsTheRateWhereThereIsNoRoom();
    void theWindowClosesWithoutAsking();
    void asksAboutARunThatWasLeft();
    void listsTheDraftOfMany();

private:
    QPushButton *button(const QString &accessibleName)
    {
        for (auto *one : m_world->window->findChildren<QPushButton *>()) {
            if (one->accessibleName() == accessibleName)
                return one;
        }
        return nullptr;
    }
    RunTray *tray() { return m_world->window->findChild<RunTray *>(); }
    QStringList words()
    {
        QStringList texts;
        for (const QLabel *label : tray()->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                texts.append(label->text());
        }
        return texts;
    }
    //! The first so many pass, others wait.
    void passOnly(int count)
    {
        m_world->registry.decide = [count, puts = 0](const ReceivedRequest &request) mutable {
            return request.verb == "PUT" && ++puts > count ? Do::Wait : Do::Pass;
        };
    }

    std::unique_ptr<BatchWorld> m_world;
};

void tst_RunTray::init() { m_world = std::make_unique<BatchWorld>(patientOptions()); }

void tst_RunTray::saysHowFarItIs()
{
    const ChangeSet set = m_world->makeModels(12);
    m_world->connectTo();
    QVERIFY(!tray()->isVisible());
    passOnly(5);
    BatchRun *run = m_world->bench->batches().start(set);
    QVERIFY(tray()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->registry.waiting().size(), size_t(4), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"5 of 12"_s), 20'000);
    QVERIFY(words().contains(u"Saving 12 model(s)"_s));
    QVERIFY(words().contains(u"Origin, Task"_s));
    QVERIFY(words().contains(u"5 saved"_s));
    m_world->letAllGo();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"12 model(s) saved"_s), 20'000);
    QTest::mouseClick(button(u"Close the run"_s), Qt::LeftButton);
    QVERIFY(!tray()->isVisible());
    QVERIFY(m_world->bench->batches().runs().isEmpty());
}

void tst_RunTray::leavesByItselfWhenAllWentWell()
{
    const ChangeSet set = m_world->makeModels(3);
    m_world->connectTo();
    tray()->setLifetime(std::chrono::milliseconds(50));
    m_world->bench->batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->bench->batches().runs().isEmpty(), 20'000);
    QVERIFY(!tray()->isVisible());
}

void tst_RunTray::pausesAndGoesOnByItsButtons()
{
    const ChangeSet set = m_world->makeModels(12);
    m_world->connectTo();
    passOnly(2);
    BatchRun *run = m_world->bench->batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->registry.waiting().size(), size_t(4), 20'000);
    button(u"Pause the run"_s)->setFocus();
    QTest::keyClick(button(u"Pause the run"_s), Qt::Key_Space);
    QCOMPARE(run->state(), State::Pausing);
    QVERIFY(!button(u"Pause the run"_s)->isEnabled());
    m_world->letAllGo(); // what was under way comes to its end
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Paused, 20'000);
    QCOMPARE(run->endedCount(), 6);
    QVERIFY(words().contains(u"Paused, 6 model(s) to go"_s));
    QVERIFY(!button(u"Pause the run"_s)->isVisible());
    QTest::mouseClick(button(u"Go on with the run"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 12);
}

void tst_RunTray::saysWhyItPausedByItself()
{
    const ChangeSet set = m_world->makeModels(8);
    m_world->connectTo();
    m_world->registry.setReachable(false);
    BatchRun *run = m_world->bench->batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Paused, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"Paused, 8 model(s) to go"_s), 20'000);
    QVERIFY(words().join(u' ').contains(u"connect"_s, Qt::CaseInsensitive));
    QVERIFY(!words().contains(u"Origin, Task"_s));
    m_world->registry.setReachable(true);
    QTest::mouseClick(button(u"Go on with the run"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
}

void tst_RunTray::theRowSaysItAndTheEditorIsLocked()
{
    const ChangeSet set = m_world->makeModels(8);
    m_world->connectTo();
    const QString last = set.changes.last().base.id;
    m_world->window->showModel(last);
    auto *editor = m_world->window->findChild<EditorPane *>();
    QTRY_VERIFY_WITH_TIMEOUT(editor->session(), 20'000);
    auto *name = editor->findChild<QLineEdit *>(u"field_ModelName"_s);
    QVERIFY(name && !name->isReadOnly());
    passOnly(0);
    m_world->bench->batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->registry.waiting().size(), size_t(4), 20'000);
    QVERIFY(name->isReadOnly());
    ModelTableModel &models = m_world->window->findChild<BrowsePane *>()->models();
    const int column = models.indexOf(*ModelColumn::of(u"GmtModifiedTime"_s));
    const auto said = [&](const QString &id) {
        return models.index(models.rowOf(id), column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(said(last), u"waiting"_s);
    QCOMPARE(said(set.changes.first().base.id), u"saving"_s);
    m_world->letAllGo();
    QTRY_COMPARE_WITH_TIMEOUT(said(last), u"saved"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!name->isReadOnly(), 20'000);
    QCOMPARE(editor->session()->edited().task, u"text-generation"_s);
}

void tst_RunTray::dropsTheRateWhereThereIsNoRoom()
{
    const ChangeSet set = m_world->makeModels(12);
    m_world->connectTo();
    passOnly(8);
    m_world->bench->batches().start(set);
    const auto rate = [this] { return words().join(u' ').contains(u"writes a second"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(rate(), 20'000);
    m_world->window->resize(800, 600);
    QTRY_VERIFY_WITH_TIMEOUT(!rate(), 20'000);
    QVERIFY(button(u"Stop the run"_s)->isVisible());
    QVERIFY(tray()->geometry().right() <= m_world->window->width());
    m_world->letAllGo();
}

void tst_RunTray::theWindowClosesWithoutAsking()
{
    const ChangeSet set = m_world->makeModels(30);
    m_world->connectTo();
    BatchRun *run = m_world->bench->batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    m_world->window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->window->isVisible(), 20'000);
    QVERIFY(run->endedCount() < 30);
    m_world->open();
    m_world->connectTo();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->bench->batches().left().size(), 1, 20'000);
}

void tst_RunTray::asksAboutARunThatWasLeft()
{
    const ChangeSet set = m_world->makeModels(10);
    m_world->connectTo();
    passOnly(3);
    m_world->bench->batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->registry.waiting().size(), size_t(4), 20'000);
    m_world->open();
    m_world->registry.decide = {};
    m_world->registry.waiting().clear();
    auto *strip = m_world->window->findChild<LeftStrip *>();
    QVERIFY(!strip->isVisible());
    m_world->connectTo();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 20'000);
    QVERIFY(strip->findChild<QLabel *>()->text().startsWith(u"A run of 10 model(s)"_s));
    QVERIFY(m_world->bench->batches().runs().isEmpty());
    QTest::mouseClick(button(u"Go on with the interrupted run"_s), Qt::LeftButton);
    QVERIFY(!strip->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(tray()->run() && tray()->run()->state() == State::Ended, 20'000);
    QVERIFY(tray()->run()->isSettled());
}

void tst_RunTray::listsTheDraftOfMany()
{
    const ChangeSet set = m_world->makeModels(3);
    m_world->connectTo();
    QStringList ids;
    for (const Change &change : set.changes)
        ids.append(change.base.id);
    BatchSession *session = m_world->bench->batchDrafts().create(ids);
    BatchEdit edit;
    edit.fields.insert(u"Task"_s, {.text = u"qa"_s});
    session->setEdit(edit);
    const QUuid id = session->id();
    QVERIFY(wait(m_world->bench->batchDrafts().keepAll()));
    m_world->open();
    m_world->move(set.changes[1]);
    m_world->connectTo();
    m_world->window->search(u"is:draft"_s);
    DraftsList &list = m_world->window->findChild<BrowsePane *>()->drafts();
    QTRY_COMPARE_WITH_TIMEOUT(list.drafts().rowCount(), 1, 20'000);
    const auto cell = [&list](int column) {
        return list.drafts().index(0, column).data().toString();
    };
    QCOMPARE(cell(DraftsModel::Name), u"3 model(s): Task"_s);
    QCOMPARE(cell(DraftsModel::Changes), u"1 change(s)"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(DraftsModel::Standing), u"models changed since"_s, 20'000);
    auto *runs = m_world->window->findChild<BatchRuns *>();
    QSignalSpy opened(runs, &BatchRuns::batchOpenRequested);
    list.table().setCurrentIndex(list.drafts().index(0, 0));
    list.table().setFocus();
    QTest::keyClick(&list.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toUuid(), id);
    QVERIFY(m_world->bench->batchDrafts().find(id));
    bool isSaid = false;
    for (const MessageStrip *strip : m_world->window->findChildren<MessageStrip *>())
        isSaid = isSaid || (strip->isVisible() && strip->text().startsWith(u"1 of them changed"_s));
    QVERIFY(isSaid);
    QTest::keyClick(&list.table(), Qt::Key_Delete);
    auto *box = m_world->window->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *one : box->buttons()) {
        if (box->buttonRole(one) == QMessageBox::AcceptRole)
            one->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(list.drafts().rowCount(), 0, 20'000);
    QVERIFY(!m_world->bench->batchDrafts().find(id));
}

MODELSCRIBE_GUI_TEST(tst_RunTray)

} // namespace tst_runtray

#include "tst_runtray.moc"
