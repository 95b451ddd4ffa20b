// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "testclass.h"
#include "ui/browse/statusline.h"
#include "ui/firststart/samplesstrip.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/window/localregistries.h"
#include "uiworld.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>

namespace tst_localregistries {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_LocalRegistries : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void theSamplesSayThatTheyAre();
    void theStripGoesForGood();
    void theStripLeadsAway();
    void onlySamplesAreCountedAsSuch();
    void aFilteredListIsCountedPlainly();
    void whatAPersonMadeIsNotCalledSamples();
    void theMenusOfferBoth_data();
    void theMenusOfferBoth();
    void aFileOfTheCommandLineIsNotRemembered();

private:
    void open(const QString &file, const LocalSettings &settings = {});
    SamplesStrip *strip() const { return m_window->findChild<SamplesStrip *>(); }
    QString stripText() const { return strip()->findChild<QLabel *>()->text(); }
    void press(const QString &name) const
    {
        for (auto *button : strip()->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name)
                return button->click();
        }
        QFAIL(qPrintable(u"no button "_s + name));
    }
    QStringList statusTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_window->findChild<StatusLine *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    QStringList menuTexts() const
    {
        ConnectionMenu menu(m_world->workbench, m_world->connector);
        emit menu.aboutToShow();
        QStringList texts;
        for (const QAction *action : menu.actions())
            texts.append((action->isChecked() ? u"✓ "_s : QString()) + action->text());
        return texts;
    }
    QString actionText(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1StringView(name))->text().remove(u'&');
    }
    void addModel(const QString &name)
    {
        QVERIFY(!m_world->addModel({.name = name}, QDateTime::currentDateTimeUtc()).isEmpty());
        m_world->workbench.catalogSync()->refresh();
        QVERIFY(m_world->waitLoaded());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_dataHome;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_LocalRegistries::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_dataHome = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->path()));
    m_world = std::make_unique<UiWorld>();
}

void tst_LocalRegistries::cleanup()
{
    m_window.reset();
    m_world.reset();
    qputenv("XDG_DATA_HOME", m_dataHome);
    m_home.reset();
}

void tst_LocalRegistries::open(const QString &file, const LocalSettings &settings)
{
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{.local = settings});
    m_window->resize(1280, 800);
    m_window->show();
    const auto choice = m_world->connector.choose({.local = file});
    QVERIFY(choice);
    m_window->use(*choice);
    QTRY_VERIFY(m_world->workbench.connection()
                && m_world->workbench.connection()->registryKey() == localRegistryKey(file));
    QVERIFY(m_world->waitLoaded());
}

void tst_LocalRegistries::theSamplesSayThatTheyAre()
{
    open(paths::localRegistryFile());
    const Connection &connection = *m_world->workbench.connection();
    QCOMPARE(connection.title(), u"Samples"_s);
    QCOMPARE(connection.registryName(), u"Local registry"_s); // for scripts, as ever
    QVERIFY(strip()->isVisible());
    QCOMPARE(stripText(),
             u"These 60 model(s) are samples on this machine: change and delete what you like."_s);
    QTRY_VERIFY2(statusTexts().contains(u"60 sample model(s)"_s),
                 qPrintable(statusTexts().join(u'|')));
    QVERIFY2(statusTexts().contains(u"kept on this machine only"_s),
             qPrintable(statusTexts().join(u'|')));
    const QString pill = m_window->findChild<ConnectionButton *>()->accessibleDescription();
    QVERIFY2(pill.startsWith(u"Samples, on this machine, "_s), qPrintable(pill));
}

void tst_LocalRegistries::theStripGoesForGood()
{
    open(paths::localRegistryFile());
    QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    press(u"Do not show again"_s);
    QVERIFY(!strip()->isVisible());
    QVERIFY(!changed.isEmpty());
    const LocalSettings kept = m_window->settings().local;
    QVERIFY(kept.isStripClosed);
    open(paths::localRegistryFile(), kept);
    QVERIFY(!strip()->isVisible());
    QCOMPARE(m_world->workbench.connection()->title(), u"Samples"_s); // which stays
}

void tst_LocalRegistries::theStripLeadsAway()
{
    open(paths::localRegistryFile());
    press(u"Connect to PAI…"_s);
    auto *dialog = m_window->findChild<ProfilesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->close();
    press(u"Start empty"_s);
    QTRY_COMPARE(m_world->workbench.connection()->title(), u"Local registry"_s);
    QVERIFY(m_world->waitLoaded());
    QVERIFY(m_world->workbench.catalog()->isEmpty());
    QVERIFY(!strip()->isVisible());
    QCOMPARE(m_window->settings().local.chosen, LocalSettings::Chosen::Own);
    m_window->findChild<QAction *>(u"localRegistryAction"_s)->trigger();
    QTRY_COMPARE(m_world->workbench.connection()->title(), u"Samples"_s);
    QCOMPARE(m_window->settings().local.chosen, LocalSettings::Chosen::Samples);
    QVERIFY(m_world->waitLoaded());
    QVERIFY(strip()->isVisible());
    press(u"Local registry"_s); // it is there by now
    QTRY_COMPARE(m_world->workbench.connection()->title(), u"Local registry"_s);
}

void tst_LocalRegistries::onlySamplesAreCountedAsSuch()
{
    open(paths::localRegistryFile());
    addModel(u"mine"_s);
    QCOMPARE(m_world->workbench.catalog()->size(), 61);
    QTRY_VERIFY2(statusTexts().contains(u"61 model(s)"_s), qPrintable(statusTexts().join(u'|')));
    QCOMPARE(stripText(),
             u"The sample models are on this machine: change and delete what you like."_s);
}

void tst_LocalRegistries::aFilteredListIsCountedPlainly()
{
    open(paths::localRegistryFile());
    m_window->search(u"name:bert-zh-news"_s);
    QTRY_VERIFY2(statusTexts().contains(u"1 of 60 model(s)"_s),
                 qPrintable(statusTexts().join(u'|')));
}

void tst_LocalRegistries::whatAPersonMadeIsNotCalledSamples()
{
    open(paths::ownRegistryFile());
    addModel(u"mine"_s);
    m_window.reset();
    m_world.reset();
    // Whatever the file is called, and whoever opens it.
    QVERIFY(QFile::rename(paths::ownRegistryFile(), paths::localRegistryFile()));
    m_world = std::make_unique<UiWorld>();
    open(paths::localRegistryFile(), {.holdsSamples = true});
    QCOMPARE(m_world->workbench.connection()->title(), u"Local registry"_s);
    QVERIFY(!strip()->isVisible());
    QTRY_VERIFY2(statusTexts().contains(u"1 model(s)"_s), qPrintable(statusTexts().join(u'|')));
    QVERIFY(!m_window->settings().local.holdsSamples);
    QCOMPARE(menuTexts().filter(u"Samples"_s), QStringList());
    QCOMPARE(actionText("localRegistryAction"), u"Open the local registry"_s);
    QCOMPARE(actionText("ownRegistryAction"), u"Start an empty local registry"_s);
}

void tst_LocalRegistries::theMenusOfferBoth_data()
{
    QTest::addColumn<QStringList>("opened");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("samples alone")
        << QStringList{u"local.db"_s}
        << QStringList{u"✓ Samples"_s, u"Start an empty local registry"_s}
        << QStringList{u"Open the samples"_s, u"Start an empty local registry"_s};
    QTest::newRow("one's own alone")
        << QStringList{u"own.db"_s} << QStringList{u"Samples"_s, u"✓ Local registry"_s}
        << QStringList{u"Open the samples"_s, u"Open the local registry"_s};
    QTest::newRow("both") << QStringList{u"own.db"_s, u"local.db"_s}
                          << QStringList{u"✓ Samples"_s, u"Local registry"_s}
                          << QStringList{u"Open the samples"_s, u"Open the local registry"_s};
}

void tst_LocalRegistries::theMenusOfferBoth()
{
    QFETCH(QStringList, opened);
    QFETCH(QStringList, offered);
    QFETCH(QStringList, actions);
    for (const QString &file : opened)
        open(paths::dataFolder() + u'/' + file);
    const QStringList texts = menuTexts();
    const qsizetype heading = texts.indexOf(u"Connect to"_s);
    QVERIFY(heading >= 0);
    QCOMPARE(texts.mid(heading + 1, 2), offered);
    QCOMPARE(QStringList({actionText("localRegistryAction"), actionText("ownRegistryAction")}),
             actions);
}

void tst_LocalRegistries::aFileOfTheCommandLineIsNotRemembered()
{
    open(m_home->filePath(u"other.db"_s));
    m_window->useLocalRegistry();
    QTest::qWait(100);
    QVERIFY(m_world->waitLoaded());
    QCOMPARE(m_window->settings().local.chosen, LocalSettings::Chosen::Nothing);
    QCOMPARE(m_world->workbench.connection()->title(), u"Samples"_s); // it was new
}

MODELSCRIBE_GUI_TEST(tst_LocalRegistries)

} // namespace tst_localregistries

#include "tst_localregistries.moc"
