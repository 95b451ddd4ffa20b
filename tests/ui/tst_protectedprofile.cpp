// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/browse/headerbar.h"
#include "ui/edit/editorpane.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/confirmname.h"
#include "ui/window/protectedframe.h"
#include "uitest.h"
#include "uiworld.h"

#include <QLineEdit>
#include <QPushButton>

namespace tst_protectedprofile {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! A profile that is read-only until somebody unlocks it.
class tst_ProtectedProfile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsWrittenWhileLocked();
    void theWindowShowsIt();
    void theFormIsReadOnlyUntilUnlocked();
    void everySaveAsksForTheWorkspace();
    void unlockingHoldsForTheSession();

private:
    QAction *menuAction(const QString &text)
    {
        m_window->findChild<ConnectionButton *>()->click();
        auto *menu = m_window->findChild<ConnectionMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    void trigger(const QString &text)
    {
        QAction *action = menuAction(text);
        QVERIFY(action);
        action->trigger();
        m_window->findChild<ConnectionMenu *>()->close();
    }
    bool use(const QString &profile)
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

void tst_ProtectedProfile::init()
{
    m_world = std::make_unique<UiWorld>(12);
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    QVERIFY(m_world->connectToRegistry());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (const bool isProtected : {true, false}) {
        QVERIFY(
            UiWorld::waitFor(m_world->profiles.store({.name = isProtected ? u"prod"_s : u"play"_s,
                                                      .endpoint = m_world->address(),
                                                      .workspaceId = u"1"_s,
                                                      .colour = u"red"_s,
                                                      .isProtected = isProtected},
                                                     m_world->key(), Profiles::Keep::ThisSession)));
    }
    QVERIFY(use(u"prod"_s));
}

void tst_ProtectedProfile::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_ProtectedProfile::nothingIsWrittenWhileLocked()
{
    Connection &connection = *m_world->workbench.connection();
    QVERIFY(connection.isProtected() && connection.isLocked());
    const QString id = m_world->workbench.catalog()->models().front().id;
    const auto refused = UiWorld::waitFor(connection.client().run(operations::deleteModel(id)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    QVERIFY(UiWorld::waitFor(connection.client().run(operations::getModel(id))));
    connection.setLocked(false);
    QVERIFY(UiWorld::waitFor(connection.client().run(operations::deleteModel(id))));
}

void tst_ProtectedProfile::theWindowShowsIt()
{
    auto *frame = m_window->findChild<ProtectedFrame *>();
    QVERIFY(frame->isVisible());
    QCOMPARE(frame->geometry(), m_window->rect());
    m_window->resize(900, 700);
    QTRY_COMPARE(frame->geometry(), m_window->rect());
    QVERIFY(m_window->findChild<ConnectionButton *>()->accessibleDescription().contains(
        u"protected"_s));
    QVERIFY(use(u"play"_s));
    QVERIFY(!frame->isVisible());
    QVERIFY(!menuAction(u"Unlock play for this session"_s));
}

void tst_ProtectedProfile::theFormIsReadOnlyUntilUnlocked()
{
    auto *pane = m_window->findChild<EditorPane *>();
    pane->setSession(m_world->workbench.open(m_world->workbench.catalog()->models().front().id));
    auto *name = pane->findChild<QLineEdit *>(u"field_ModelName"_s);
    QVERIFY(name->isReadOnly());
    trigger(u"Unlock prod for this session"_s);
    QVERIFY(!name->isReadOnly());
    trigger(u"Protect prod again"_s);
    QVERIFY(name->isReadOnly());
}

void tst_ProtectedProfile::everySaveAsksForTheWorkspace()
{
    trigger(u"Unlock prod for this session"_s);
    EditSession *session = m_world->workbench.open(
        m_world->workbench.catalog()->models().front().id);
    session->setValue(*findField(u"Task"), u"changed"_s);
    QTRY_VERIFY(!m_world->workbench.connection()->workspaces().isEmpty());
    auto *review = ReviewDialog::makeFor(m_world->workbench, *session, m_window.get());
    QVERIFY(review);
    review->show();
    auto *confirm = review->findChild<ConfirmName *>();
    auto *save = review->findChild<QPushButton *>(u"save"_s);
    QVERIFY(confirm->isVisible());
    QVERIFY(!save->isEnabled());
    review->save(); // as Ctrl+Return does
    QCOMPARE(review->stage(), ReviewDialog::Stage::Asking);
    auto *field = confirm->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"defaul"_s);
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(field, u"t"_s);
    QVERIFY(save->isEnabled());
    delete review;
}

void tst_ProtectedProfile::unlockingHoldsForTheSession()
{
    trigger(u"Unlock prod for this session"_s);
    QVERIFY(use(u"play"_s));
    QVERIFY(!m_world->workbench.connection()->isLocked());
    QVERIFY(use(u"prod"_s));
    QVERIFY(!m_world->workbench.connection()->isLocked());
    trigger(u"Protect prod again"_s);
    QVERIFY(use(u"play"_s));
    QVERIFY(use(u"prod"_s));
    QVERIFY(m_world->workbench.connection()->isLocked());
}

MODELSCRIBE_GUI_TEST(tst_ProtectedProfile)

} // namespace tst_protectedprofile

#include "tst_protectedprofile.moc"
