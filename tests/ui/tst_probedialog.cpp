// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/probedialog.h"

#include "connect/probenotes.h"
#include "connect/serviceprobe.h"
#include "core/paths.h"
#include "testclass.h"
#include "ui/profiles/checkrow.h"
#include "ui/widgets/confirmname.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tst_probedialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! Tools › Check this service…, from the menu to what is remembered.
class tst_ProbeDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheCallsAndSendsNothing();
    void findsAndRemembers();
    void closingCleansUp();
    void aProtectedProfileIsUnlockedFirst();
    void whatWasLeftIsDeletedAtTheNextStart();
    void whatWasLeftIsAmongTheCalls();

private:
    ProbeDialog *open()
    {
        m_window->findChild<QAction *>(u"checkServiceAction"_s)->trigger();
        return m_window->findChild<ProbeDialog *>();
    }
    static bool start(const ProbeDialog &dialog)
    {
        QPushButton *start = button(dialog, u"startButton"_s);
        if (!QTest::qWaitFor([start] { return start->isEnabled(); }))
            return false;
        start->click();
        return true;
    }
    static QPushButton *button(const ProbeDialog &dialog, const QString &name)
    {
        return dialog.findChild<QPushButton *>(name);
    }
    qint64 modelCount()
    {
        const auto page = UiWorld::waitFor(
            m_world->workbench.connection()->client().run(operations::listModels({})));
        return page ? page->totalCount.value_or(-1) : -1;
    }
    bool connectTo(const QString &profile)
    {
        m_window->useProfile(profile);
        return QTest::qWaitFor([&] {
                   return m_world->workbench.connection()
                          && m_world->workbench.connection()->target().title == profile;
               })
               && m_world->waitLoaded();
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_ProbeDialog::init()
{
    QFile::remove(paths::probesFile());
    QFile::remove(paths::servicesFile());
    m_world = std::make_unique<UiWorld>(12);
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    QVERIFY(m_world->connectToRegistry());
    for (const bool isProtected : {true, false}) {
        QVERIFY(
            UiWorld::waitFor(m_world->profiles.store({.name = isProtected ? u"prod"_s : u"play"_s,
                                                      .endpoint = m_world->address(),
                                                      .workspaceId = u"1"_s,
                                                      .isProtected = isProtected},
                                                     m_world->key(), Profiles::Keep::ThisSession)));
    }
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(connectTo(u"play"_s));
}

void tst_ProbeDialog::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_ProbeDialog::showsTheCallsAndSendsNothing()
{
    const qint64 before = modelCount();
    ProbeDialog *dialog = open();
    QVERIFY(dialog);
    const QString calls = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(calls.contains(u"POST /api/v1/models {\"ModelName\":\"modelscribe-probe-"_s));
    QVERIFY(calls.contains(u"DELETE /api/v1/models/MODEL_ID"_s));
    QTRY_VERIFY(button(*dialog, u"startButton"_s)->isEnabled());
    QVERIFY(!button(*dialog, u"copyReportButton"_s)->isVisible());
    dialog->reject();
    QCOMPARE(modelCount(), before);
    QVERIFY(!QFile::exists(paths::servicesFile()));
}

void tst_ProbeDialog::findsAndRemembers()
{
    const qint64 before = modelCount();
    ProbeDialog *dialog = open();
    QVERIFY(start(*dialog));
    QTRY_VERIFY_WITH_TIMEOUT(button(*dialog, u"copyReportButton"_s)->isVisible(), 60'000);
    const auto rows = dialog->findChildren<CheckRow *>();
    QCOMPARE(rows.size(), probeQuestionCount);
    QVERIFY(rows[int(ProbeQuestion::ExtraInfo)]->accessibleDescription().contains(
        u"Keys that were not sent are gone."_s));
    button(*dialog, u"copyReportButton"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"# Check of a model registry"_s));
    QCOMPARE(m_world->workbench.connection()->rules().largestPage, 100);
    QTRY_VERIFY(QFile::exists(paths::servicesFile()));
    QCOMPARE(modelCount(), before);
    dialog->reject();
    QVERIFY(connectTo(u"prod"_s)); // the same service by another name
    QCOMPARE(m_world->workbench.connection()->rules().largestPage, 100);
}

void tst_ProbeDialog::closingCleansUp()
{
    const qint64 before = modelCount();
    ProbeDialog *dialog = open();
    QVERIFY(start(*dialog));
    QTRY_VERIFY_WITH_TIMEOUT(modelCount() > before, 20'000);
    dialog->reject();
    QTRY_COMPARE_WITH_TIMEOUT(modelCount(), before, 20'000);
    const ProbeNotes notes(paths::probesFile());
    const QString key = m_world->workbench.connection()->registryKey();
    QTRY_VERIFY(notes.list(key)->isEmpty());
    QTRY_VERIFY(m_window->findChild<QAction *>(u"checkServiceAction"_s)->isEnabled());
}

void tst_ProbeDialog::aProtectedProfileIsUnlockedFirst()
{
    QVERIFY(connectTo(u"prod"_s));
    ProbeDialog *dialog = open();
    QVERIFY(!button(*dialog, u"startButton"_s)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<ProbeDialog *>());
    m_world->workbench.connection()->setLocked(false);
    dialog = open();
    QVERIFY(!button(*dialog, u"startButton"_s)->isEnabled());
    auto *field = dialog->findChild<ConfirmName *>()->findChild<QLineEdit *>();
    QVERIFY(field->isVisible());
    field->setText(m_world->workbench.connection()->nameToConfirm(u"1"_s));
    QTRY_VERIFY(button(*dialog, u"startButton"_s)->isEnabled());
}

void tst_ProbeDialog::whatWasLeftIsDeletedAtTheNextStart()
{
    Connection &connection = *m_world->workbench.connection();
    const qint64 before = modelCount();
    const QString name = randomProbeName();
    const auto made = UiWorld::waitFor(
        connection.client().run(*operations::createModel({.name = name}, u"1"_s)));
    QVERIFY(made);
    QVERIFY(ProbeNotes(paths::probesFile())
                .put({.registryKey = connection.registryKey(),
                      .workspaceId = u"1"_s,
                      .name = name,
                      .began = QDateTime::currentDateTimeUtc(),
                      .isOpen = true}));
    QVERIFY(connectTo(u"prod"_s)); // which is locked
    QTest::qWait(50);
    QCOMPARE(modelCount(), before + 1);
    QVERIFY(connectTo(u"play"_s));
    QTRY_COMPARE_WITH_TIMEOUT(modelCount(), before, 20'000);
}

void tst_ProbeDialog::whatWasLeftIsAmongTheCalls()
{
    QVERIFY(connectTo(u"prod"_s)); // locked: nothing is deleted yet
    const QString name = randomProbeName();
    QVERIFY(ProbeNotes(paths::probesFile())
                .put({.registryKey = m_world->workbench.connection()->registryKey(),
                      .workspaceId = u"1"_s,
                      .name = name,
                      .began = QDateTime::currentDateTimeUtc(),
                      .isOpen = true}));
    ProbeDialog *dialog = open();
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(name));
    dialog->reject();
}

MODELSCRIBE_GUI_TEST(tst_ProbeDialog)

} // namespace tst_probedialog

#include "tst_probedialog.moc"
