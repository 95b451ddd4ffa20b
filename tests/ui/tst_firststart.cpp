// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/toolkeys.h"
#include "core/paths.h"
#include "credentials/keystore.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "settings/settings.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/noticestrip.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/statusline.h"
#include "ui/firststart/firststartpage.h"
#include "ui/firststart/foundkeyrow.h"
#include "ui/firststart/foundkeyspart.h"
#include "ui/profiles/keysfrombox.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/window/mainwindow.h"
#include "uitest.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace tst_firststart {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! A keychain that counts who comes.
class CountingKeychain : public KeyStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &) override
    {
        ++calls;
        return readyResult<AccessKey>(failure(Error::Kind::NotFound));
    }
    QFuture<Result<std::monostate>> write(const QString &, const AccessKey &) override
    {
        ++calls;
        return readyResult<std::monostate>(std::monostate{});
    }
    QFuture<Result<std::monostate>> remove(const QString &) override
    {
        ++calls;
        return readyResult<std::monostate>(std::monostate{});
    }

    int calls = 0;
};

KeyOffer offerOf(const QString &name)
{
    return {.from = {.kind = KeysFrom::Kind::AliyunProfile, .name = name},
            .file = u"~/.aliyun/config.json"_s,
            .mode = KeyMode::AK,
            .shownId = u"LTAI…0001"_s};
}

//! The window of somebody who has a home of their own.
struct Desk
{
    explicit Desk(const QTemporaryDir &home, const LocalSettings &local = {})
        : profiles(home.filePath(u"profiles.json"_s), keychain)
        , connector(std::make_unique<ToolKeys>(environment(), KeyResolverOptions(), home.path()),
                    profiles)
        , window(workbench, connector, WindowSettings{.local = local}, &choices)
    {
        window.show();
    }

    static QProcessEnvironment environment()
    {
        QProcessEnvironment made;
        made.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAIinvented0"_s);
        made.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"invented"_s);
        return made;
    }
    void start()
    {
        const auto choice = connector.choose({});
        QVERIFY(choice && choice->isFallback);
        window.useWhatWasChosen(*choice);
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    FirstStartPage *page() const { return window.findChild<FirstStartPage *>(); }
    QPushButton *button(const QString &name) const
    {
        for (auto *one : window.findChildren<QPushButton *>()) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    QStringList rows() const
    {
        QStringList texts;
        for (const FoundKeyRow *row : window.findChildren<FoundKeyRow *>())
            texts.append(row->text());
        return texts;
    }
    QStringList statusTexts() const
    {
        QStringList texts;
        for (const QLabel *label : window.findChild<StatusLine *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    bool isLoaded() const
    {
        return QTest::qWaitFor(
            [this] {
                return workbench.catalogSync()
                       && workbench.catalogSync()->state() == CatalogSync::State::Ready;
            },
            20'000);
    }

    CountingKeychain keychain;
    Profiles profiles;
    Connector connector;
    Workbench workbench;
    Settings choices;
    MainWindow window;
};

} // namespace

class tst_FirstStart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void nothingIsOpenedBeforeSomebodyChooses();
    void returnPressesWhatHasTheFocus();
    void keysOfOtherToolsHaveARowEach();
    void tabGoesWhereTheEyesGo();
    void useFillsInAProfile();
    void withoutKeysNothingIsSaidOfThem();
    void manyKeysLeaveRoomForTheRest();
    void keysThatComeAtOnceHaveTheirPlace();
    void keysThatComeLateMoveNothing();
    void fitsASmallScreen();
    void theSamplesAreAsManyAsIsSaid();
    void anEmptyRegistryIsOnesOwn();
    void theNextStartOpensWhatWasChosen_data();
    void theNextStartOpensWhatWasChosen();
    void anotherLanguageIsThereAtOnce();
    void theKeysOfTheListDoNotLeaveThePage();
    void whatCannotBeOpenedIsSaid();

private:
    void writeTools();

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_dataHome;
};

void tst_FirstStart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_dataHome = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(u"data"_s)));
}

void tst_FirstStart::cleanup()
{
    qputenv("XDG_DATA_HOME", m_dataHome);
    m_home.reset();
}

void tst_FirstStart::writeTools()
{
    const QDir home(m_home->path());
    QVERIFY(home.mkdir(u".aliyun"_s));
    QFile config(home.filePath(u".aliyun/config.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"current":"train","profiles":[
        {"name":"sso","mode":"CloudSSO","access_key_id":"a","access_key_secret":"b","sts_token":"c",
         "sts_expiration":1},
        {"name":"default","mode":"AK","access_key_id":"LTAIinvented2","access_key_secret":"invented"},
        {"name":"train","mode":"RamRoleArn","access_key_id":"LTAIinvented1","access_key_secret":"invented",
         "ram_role_arn":"acs:ram::1:role/model-editor","ram_session_name":"s","region_id":"cn-shanghai"}]})");
}

void tst_FirstStart::nothingIsOpenedBeforeSomebodyChooses()
{
    Desk desk(*m_home);
    desk.start();
    QVERIFY(desk.page() && desk.page()->isVisible());
    QVERIFY(!desk.window.findChild<HeaderBar *>()->isVisible());
    QVERIFY(desk.page()->firstButton()->hasFocus());
    QTRY_COMPARE(desk.rows().size(), 1);
    QCOMPARE(desk.statusTexts(),
             QStringList({u"not connected"_s, u"ModelScribe " MODELSCRIBE_VERSION ""_s}));
    QVERIFY(!desk.workbench.connection());
    QVERIFY(!QFileInfo::exists(paths::localRegistryFile()));
    QVERIFY(!QFileInfo::exists(paths::ownRegistryFile()));
    QCOMPARE(desk.keychain.calls, 0);
    QCOMPARE(desk.window.settings().local, LocalSettings());
}

void tst_FirstStart::returnPressesWhatHasTheFocus()
{
    Desk desk(*m_home);
    desk.start();
    uitest::pressKey(*desk.page(), Qt::Key_Return);
    auto *dialog = desk.window.findChild<ProfilesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"name"_s)->text(), QString());
    QCOMPARE(dialog->findChild<KeysFromBox *>()->chosen(), KeysFrom());
    dialog->close();
    QVERIFY(desk.page()->isVisible());
}

void tst_FirstStart::keysOfOtherToolsHaveARowEach()
{
    writeTools();
    Desk desk(*m_home);
    desk.start();
    QTRY_COMPARE(desk.rows().size(), 4);
    QStringList rows = desk.rows();
    QVERIFY2(rows[0].startsWith(u"ALIBABA_CLOUD_ACCESS_KEY_ID, environment of this session · "_s),
             qPrintable(rows[0]));
    QVERIFY2(rows[1].startsWith(u"~/.aliyun/config.json, profile default · AccessKey LTAI"_s),
             qPrintable(rows[1]));
    QCOMPARE(rows[2],
             u"~/.aliyun/config.json, profile train · RAM role model-editor · cn-shanghai"_s);
    QVERIFY2(rows[3].contains(u"profile sso · Expired on"_s), qPrintable(rows[3]));
    QVERIFY(!rows.join(u' ').contains(u"invented2"_s));
    QSet<QString> names;
    for (const FoundKeyRow *row : desk.window.findChildren<FoundKeyRow *>()) {
        if (row->button())
            names.insert(row->button()->accessibleName());
    }
    QCOMPARE(names.size(), 3); // one has ended
    QTRY_VERIFY(desk.button(u"Use ~/.aliyun/config.json train"_s));
    QVERIFY(!desk.workbench.connection());
    QCOMPARE(desk.keychain.calls, 0);
}

void tst_FirstStart::tabGoesWhereTheEyesGo()
{
    writeTools();
    Desk desk(*m_home);
    desk.start();
    QTRY_VERIFY(desk.button(u"Use ~/.aliyun/config.json train"_s));
    QList<QWidget *> places;
    for (auto *button : desk.page()->findChildren<QPushButton *>())
        places.append(button);
    QCOMPARE(places.size(), 8);
    QTest::qWait(50); // for their places
    std::ranges::sort(places, {}, [&desk](const QWidget *place) {
        const QPoint at = place->mapTo(desk.page(), QPoint());
        return std::pair(at.y(), at.x());
    });
    for (QWidget *place : places) {
        QCOMPARE(QApplication::focusWidget()->accessibleName(), place->accessibleName());
        uitest::pressKey(*desk.page(), Qt::Key_Tab);
    }
}

void tst_FirstStart::useFillsInAProfile()
{
    writeTools();
    Desk desk(*m_home);
    desk.start();
    QTRY_VERIFY(desk.button(u"Use ~/.aliyun/config.json train"_s));
    desk.button(u"Use ~/.aliyun/config.json train"_s)->click();
    auto *dialog = desk.window.findChild<ProfilesDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"name"_s)->text(), u"train"_s);
    QCOMPARE(dialog->findChild<QComboBox *>(u"region"_s)->currentText(), u"cn-shanghai"_s);
    const auto *keys = dialog->findChild<KeysFromBox *>();
    QCOMPARE(keys->chosen(), KeysFrom({KeysFrom::Kind::AliyunProfile, u"train"_s}));
    QVERIFY(keys->offer());
    QVERIFY(desk.profiles.list().isEmpty());
    QVERIFY(!desk.workbench.connection());
}

void tst_FirstStart::withoutKeysNothingIsSaidOfThem()
{
    FirstStartPage page;
    page.resize(1000, 600);
    page.show();
    page.setOffers({});
    QVERIFY(!page.findChild<FoundKeysPart *>());
}

void tst_FirstStart::manyKeysLeaveRoomForTheRest()
{
    QList<KeyOffer> offers;
    for (int i = 0; i < 40; ++i)
        offers.append(offerOf(u"profile%1"_s.arg(i)));
    FirstStartPage page;
    page.resize(1000, 800);
    page.show();
    page.setOffers(offers);
    QCOMPARE(page.findChildren<FoundKeyRow *>().size(), 6);
    QSignalSpy profiles(&page, &FirstStartPage::connectRequested);
    for (auto *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"34 more in Profiles…"_s)
            button->click();
    }
    QCOMPARE(profiles.size(), 1);
}

namespace {

QPushButton *samplesButton(const FirstStartPage &page)
{
    const auto buttons = page.findChildren<QPushButton *>();
    const auto found = std::ranges::find(buttons, u"Open the samples"_s,
                                         &QPushButton::accessibleName);
    return found == buttons.end() ? nullptr : *found;
}

QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

} // namespace

void tst_FirstStart::keysThatComeAtOnceHaveTheirPlace()
{
    FirstStartPage page;
    page.resize(1000, 600);
    page.setOffers({offerOf(u"default"_s)});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QRect keys = placeOf(*page.findChild<FoundKeysPart *>());
    QVERIFY(placeOf(*page.firstButton()).bottom() < keys.top());
    QVERIFY(keys.bottom() < placeOf(*samplesButton(page)).top());
}

void tst_FirstStart::keysThatComeLateMoveNothing()
{
    FirstStartPage page;
    page.resize(1000, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTest::qWait(250); // somebody looks at it by then
    const auto places = [&page] {
        QList<QRect> result;
        for (const QPushButton *button : page.findChildren<QPushButton *>()) {
            if (!button->text().startsWith(u"Use"_s))
                result.append(placeOf(*button));
        }
        return result;
    };
    const QList<QRect> before = places();
    page.setOffers({offerOf(u"default"_s), offerOf(u"train"_s)});
    QTest::qWait(100);
    QCOMPARE(places(), before);
    const auto *keys = page.findChild<FoundKeysPart *>();
    QVERIFY(keys->isVisible());
    for (const QRect &place : before)
        QVERIFY(place.bottom() < placeOf(*keys).top());
}

void tst_FirstStart::fitsASmallScreen()
{
    writeTools();
    Desk desk(*m_home);
    desk.window.resize(1000, 560); // 1024 × 600 without frames
    desk.start();
    QTRY_COMPARE(desk.rows().size(), 4);
    QTest::qWait(50);
    const auto *area = desk.page()->findChild<QScrollArea *>();
    QVERIFY(area->horizontalScrollBar()->maximum() == 0);
    const QPushButton *last = desk.button(u"English / 中文"_s);
    QVERIFY2(area->verticalScrollBar()->maximum() < 60, "the last links are nearly in sight");
    QVERIFY(last);
    for (const auto *button : desk.page()->findChildren<QPushButton *>())
        QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                 qPrintable(button->accessibleName()));
}

void tst_FirstStart::theSamplesAreAsManyAsIsSaid()
{
    Desk desk(*m_home);
    desk.start();
    QStringList said;
    for (const QLabel *label : desk.page()->findChildren<QLabel *>())
        said.append(label->text());
    QPushButton *open = desk.button(u"Open the samples"_s);
    open->setFocus();
    uitest::pressKey(*open, Qt::Key_Return);
    QVERIFY(desk.isLoaded());
    QCOMPARE(said.filter(u"%1 made-up model(s)"_s.arg(desk.workbench.catalog()->size())).size(), 1);
    QTRY_VERIFY(!desk.page());
    QVERIFY(desk.window.findChild<HeaderBar *>()->isVisible());
    QVERIFY(desk.window.findChild<SearchBox *>()->hasFocus()
            || desk.window.findChild<SearchBox *>()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(desk.window.settings().local.chosen, LocalSettings::Chosen::Samples);
    QCOMPARE(desk.keychain.calls, 0);
}

void tst_FirstStart::anEmptyRegistryIsOnesOwn()
{
    Desk desk(*m_home);
    desk.start();
    desk.button(u"Start an empty local registry"_s)->click();
    QVERIFY(desk.isLoaded());
    QVERIFY(desk.workbench.catalog()->isEmpty());
    QCOMPARE(desk.workbench.connection()->title(), u"Local registry"_s);
    QCOMPARE(desk.window.windowTitle(), u"[*]Local registry — ModelScribe"_s);
    QVERIFY(QFileInfo::exists(paths::ownRegistryFile()));
    QVERIFY(!QFileInfo::exists(paths::localRegistryFile()));
    QCOMPARE(desk.window.settings().local.chosen, LocalSettings::Chosen::Own);
    QVERIFY2(desk.statusTexts().filter(u"sample"_s).isEmpty(),
             qPrintable(desk.statusTexts().join(u'|')));
}

void tst_FirstStart::theNextStartOpensWhatWasChosen_data()
{
    using Chosen = LocalSettings::Chosen;
    QTest::addColumn<int>("chosen");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("opened");
    QTest::newRow("the samples") << int(Chosen::Samples) << QString() << u"Samples"_s;
    QTest::newRow("one's own") << int(Chosen::Own) << QString() << u"Local registry"_s;
    QTest::newRow("one's own beside the samples")
        << int(Chosen::Own) << u"local.db"_s << u"Local registry"_s;
    QTest::newRow("used before there was a choice")
        << int(Chosen::Nothing) << u"local.db"_s << u"Samples"_s;
    QTest::newRow("settings are lost")
        << int(Chosen::Nothing) << u"own.db"_s << u"Local registry"_s;
    QTest::newRow("nothing") << int(Chosen::Nothing) << QString() << QString();
}

void tst_FirstStart::theNextStartOpensWhatWasChosen()
{
    QFETCH(int, chosen);
    QFETCH(QString, there);
    QFETCH(QString, opened);
    if (!there.isEmpty()) {
        Desk before(*m_home);
        before.window.use({UseLocalRegistry{paths::dataFolder() + u'/' + there}, {}});
        QVERIFY(before.isLoaded());
    }
    Desk desk(*m_home, {.chosen = LocalSettings::Chosen(chosen)});
    desk.start();
    QCOMPARE(desk.page() != nullptr, opened.isEmpty());
    if (opened.isEmpty())
        return;
    QVERIFY(desk.isLoaded());
    QCOMPARE(desk.workbench.connection()->title(), opened);
}

void tst_FirstStart::anotherLanguageIsThereAtOnce()
{
    Desk desk(*m_home);
    desk.start();
    const auto actions = desk.button(u"English / 中文"_s)->menu()->actions();
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions[0]->isChecked());
    actions[1]->trigger();
    QCOMPARE(desk.choices.text(SettingId::Language), u"zh_CN"_s);
    QVERIFY(desk.window.findChild<QAction *>(u"languageChineseAction"_s)->isChecked());
}

void tst_FirstStart::theKeysOfTheListDoNotLeaveThePage()
{
    Desk desk(*m_home);
    desk.start();
    for (const char *name :
         {"findAction", "draftsAction", "clearSearchAction", "sidebarAction", "figuresAction"}) {
        desk.window.findChild<QAction *>(QLatin1StringView(name))->trigger();
        QVERIFY2(desk.page()->isVisible(), name);
        QVERIFY2(!desk.window.findChild<HeaderBar *>()->isVisible(), name);
    }
    uitest::pressKey(*desk.page(), Qt::Key_Escape);
    uitest::pressKey(*desk.page(), Qt::Key_F6);
    QVERIFY(desk.page()->isVisible());
    QVERIFY(desk.page()->isAncestorOf(QApplication::focusWidget()));
}

void tst_FirstStart::whatCannotBeOpenedIsSaid()
{
    Desk desk(*m_home);
    desk.start();
    QVERIFY(desk.page());
    QVERIFY(QDir().mkpath(paths::ownRegistryFile())); // a folder in place of the file
    desk.button(u"Start an empty local registry"_s)->click();
    QTRY_VERIFY(desk.window.findChild<BrowsePane *>()->notice().isVisible());
    QTRY_VERIFY(!desk.page());
    QCOMPARE(desk.window.settings().local.chosen, LocalSettings::Chosen::Nothing);
}

MODELSCRIBE_GUI_TEST(tst_FirstStart)

} // namespace tst_firststart

#include "tst_firststart.moc"
