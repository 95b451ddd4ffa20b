// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/profiles/checkpanel.h"
#include "ui/profiles/checkrow.h"
#include "ui/profiles/colourchoice.h"
#include "ui/profiles/keysfrombox.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/profiles/secretedit.h"
#include "uiworld.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStandardItemModel>

namespace tst_profilesdialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! A keychain that fails as it is told, or never answers.
class BrokenStore : public KeyStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &) override
    {
        return readyResult<AccessKey>(failure(Error::Kind::Storage, detail));
    }
    QFuture<Result<std::monostate>> write(const QString &, const AccessKey &) override
    {
        if (!isSilent)
            return readyResult<std::monostate>(failure(Error::Kind::Storage, detail));
        promise.start();
        return promise.future();
    }
    QFuture<Result<std::monostate>> remove(const QString &) override
    {
        return readyResult<std::monostate>(failure(Error::Kind::Storage, detail));
    }

    QString detail;
    bool isSilent = false;
    QPromise<Result<std::monostate>> promise;
};

class tst_ProfilesDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void testSaysHowManyWorkspaces();
    void testSaysWhatWentWrong_data();
    void testSaysWhatWentWrong();
    void invisibleCharactersOfAKeyAreNamed_data();
    void invisibleCharactersOfAKeyAreNamed();
    void whatAnotherWindowForgetsIsNoProfileAnyMore();
    void aDamagedFileIsToldAndKept();
    void savingForThisSessionNeedsNoKeychain();
    void aKeychainProblemLosesNothing_data();
    void aKeychainProblemLosesNothing();
    void aSilentKeychainDoesNotHoldTheWindow();
    void savingWithoutTypingTheKeyKeepsIt();
    void renamingForgetsTheOldName();
    void forgettingAsksFirst();
    void useSaysWhich();
    void showsWhereARegionLeads();
    void whatIsTypedStaysWhileAnotherIsLookedAt();
    void aCopyHasEverythingButTheKey();
    void keysOfOtherToolsAreOffered();
    void theNetworkIsFoldedUntilItIsSet();
    void aPasswordOfAProxyIsTypedAndKept();
    void whatIsTypedOfAProxyStaysWhileAnotherIsLookedAt();
    void aCaFileThatIsNoneIsSaid();
    void renamingTakesThePasswordOfTheProxyAlong();
    void hostileNamesAreText();
    void everythingHasAUniqueName();

private:
    void open(Profiles &profiles);
    template<typename T>
    T *part(const char *name)
    {
        return dialog->findChild<T *>(QLatin1StringView(name));
    }
    void type(const char *field, const QString &text);
    void choose(KeysFrom::Kind kind)
    {
        auto *box = part<KeysFromBox>("keysFrom");
        box->choose({.kind = kind});
    }
    const ConnectionCheck *check() { return dialog->findChild<CheckPanel *>()->check(); }
    //! What the step that failed says.
    QString failedStep()
    {
        for (const CheckRow *row : dialog->findChildren<CheckRow *>()) {
            if (check() && check()->failed() && row->property("strip") == u"error"_s)
                return row->accessibleDescription();
        }
        return {};
    }
    void typeProfile(const QString &name);
    QString message() { return part<QLabel>("message")->text(); }

    QTemporaryDir m_home;
    std::unique_ptr<UiWorld> world;
    std::unique_ptr<Connector> connector;
    std::unique_ptr<ProfilesDialog> dialog;
};

void tst_ProfilesDialog::init()
{
    world = std::make_unique<UiWorld>();
    QVERIFY(world->connectToRegistry());
    open(world->profiles);
}

void tst_ProfilesDialog::cleanup()
{
    dialog.reset();
    connector.reset();
    world.reset();
}

void tst_ProfilesDialog::open(Profiles &profiles)
{
    connector = std::make_unique<Connector>(profiles);
    dialog = std::make_unique<ProfilesDialog>(*connector);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
}

void tst_ProfilesDialog::type(const char *field, const QString &text)
{
    if (QLatin1StringView(field) == "region"_L1)
        return part<QComboBox>("region")->setCurrentText(text);
    auto *edit = part<QLineEdit>(field);
    edit->clear();
    QTest::keyClicks(edit, text);
}

void tst_ProfilesDialog::typeProfile(const QString &name)
{
    type("name", name);
    type("region", world->address());
    type("keyId", QString::fromLatin1(world->key().id));
    type("secret", QString::fromLatin1(world->key().secret));
}

void tst_ProfilesDialog::testSaysHowManyWorkspaces()
{
    typeProfile(u"team"_s);
    QTest::mouseClick(part<QPushButton>("testButton"), Qt::LeftButton);
    QTRY_VERIFY(check() && check()->hasPassed());
    QVERIFY(part<QComboBox>("workspace")->count() > 1);
    QVERIFY(world->profiles.list().isEmpty()); // nothing is stored by a test
}

void tst_ProfilesDialog::testSaysWhatWentWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong secret") << u"secret"_s << u"wrong"_s << u"AccessKey"_s;
    QTest::newRow("nobody there") << u"region"_s << u"http://127.0.0.1:1"_s
                                  << u"could not be reached"_s;
    QTest::newRow("plain http elsewhere") << u"region"_s << u"http://example.com"_s << u"https"_s;
}

void tst_ProfilesDialog::testSaysWhatWentWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    typeProfile(u"team"_s);
    type(field.toLatin1().constData(), text);
    QTest::mouseClick(part<QPushButton>("testButton"), Qt::LeftButton);
    QTRY_VERIFY2(message().contains(said) || failedStep().contains(said),
                 qPrintable(message() + failedStep()));
    QCOMPARE(part<QLineEdit>("name")->text(), u"team"_s);
    QVERIFY(!failedStep().contains(QString::fromLatin1(world->key().secret)));
    QVERIFY(part<QPushButton>("testButton")->isEnabled());
}

void tst_ProfilesDialog::invisibleCharactersOfAKeyAreNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    QTest::newRow("id") << u"keyId"_s << u"The AccessKey ID contains U+200B"_s;
    QTest::newRow("secret") << u"secret"_s << u"The AccessKey secret contains U+200B"_s;
    QTest::newRow("token") << u"token"_s << u"The security token contains U+200B"_s;
}

void tst_ProfilesDialog::invisibleCharactersOfAKeyAreNamed()
{
    QFETCH(QString, field);
    QFETCH(QString, said);
    choose(KeysFrom::Kind::KeychainToken);
    typeProfile(u"team"_s);
    auto *edit = part<QLineEdit>(field.toLatin1().constData());
    edit->setText(u"fromAChat\u200B"_s);
    for (const char *button : {"testButton", "saveButton"}) {
        part<QLineEdit>("name")->setFocus();
        QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton);
        QVERIFY2(message().startsWith(said), qPrintable(message()));
        QVERIFY(edit->hasFocus());
    }
    QVERIFY(world->profiles.list().isEmpty());
}

void tst_ProfilesDialog::whatAnotherWindowForgetsIsNoProfileAnyMore()
{
    savingForThisSessionNeedsNoKeychain();
    type("name", u"typed on"_s);
    QVERIFY(UiWorld::waitFor(world->profiles.forget(u"team"_s)));
    QCOMPARE(part<QListWidget>("list")->count(), 0);
    QVERIFY(!part<QPushButton>("useButton")->isVisible());
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled()); // its key is gone
    QCOMPARE(part<QLineEdit>("name")->text(), u"typed on"_s);
}

void tst_ProfilesDialog::aDamagedFileIsToldAndKept()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"profiles.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{1") == 2);
    file.close();
    MemoryStore keys;
    Profiles profiles(file.fileName(), keys);
    open(profiles);
    QVERIFY2(message().contains(file.fileName() + u": line 1"_s), qPrintable(message()));
    typeProfile(u"team"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_COMPARE(profiles.list().size(), 1);
    QCOMPARE(QDir(folder.path()).entryList({u"profiles.json.damaged-*"_s}).size(), 1);
    dialog.reset();
}

void tst_ProfilesDialog::savingForThisSessionNeedsNoKeychain()
{
    typeProfile(u"team"_s);
    choose(KeysFrom::Kind::Session);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_COMPARE(world->profiles.list().size(), 1);
    QTRY_VERIFY2(message().startsWith(u"Saved."_s), qPrintable(message()));
    QVERIFY(part<QLineEdit>("secret")->text().isEmpty()); // no longer needed here
    QVERIFY(part<QPushButton>("useButton")->isVisible());
}

void tst_ProfilesDialog::aKeychainProblemLosesNothing_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << u"missing"_s << u"no keychain"_s;
    QTest::newRow("locked") << u"locked"_s << u"is locked"_s;
    QTest::newRow("silent") << u"silent"_s << u"does not respond"_s;
}

void tst_ProfilesDialog::aKeychainProblemLosesNothing()
{
    QFETCH(QString, detail);
    QFETCH(QString, said);
    QTemporaryDir folder;
    BrokenStore store;
    store.detail = detail;
    Profiles profiles(folder.filePath(u"profiles.json"_s), store);
    open(profiles);
    typeProfile(u"team"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY2(message().contains(said), qPrintable(message()));
    QVERIFY(message().contains(u"This session only"_s));
    QCOMPARE(part<QLineEdit>("name")->text(), u"team"_s);
    QCOMPARE(part<QLineEdit>("secret")->text(), QString::fromLatin1(world->key().secret));
    QVERIFY(profiles.list().isEmpty());
    choose(KeysFrom::Kind::Session);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_COMPARE(profiles.list().size(), 1);
    dialog.reset();
}

void tst_ProfilesDialog::aSilentKeychainDoesNotHoldTheWindow()
{
    QTemporaryDir folder;
    BrokenStore store;
    store.isSilent = true;
    Profiles profiles(folder.filePath(u"profiles.json"_s), store);
    open(profiles);
    typeProfile(u"team"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    QVERIFY(message().contains(u"keychain"_s));
    type("name", u"still typing"_s);
    QCOMPARE(part<QLineEdit>("name")->text(), u"still typing"_s);
    dialog.reset(); // while it waits
    store.promise.addResult(failure(Error::Kind::Storage, u"silent"_s));
    store.promise.finish();
    QTest::qWait(10);
}

void tst_ProfilesDialog::savingWithoutTypingTheKeyKeepsIt()
{
    savingForThisSessionNeedsNoKeychain();
    part<QComboBox>("workspace")->setCurrentText(u"12345"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_COMPARE(world->profiles.find(u"team"_s)->workspaceId, u"12345"_s);
    QCOMPARE(UiWorld::waitFor(world->profiles.key(u"team"_s)).value_or(AccessKey()), world->key());
}

void tst_ProfilesDialog::renamingForgetsTheOldName()
{
    savingForThisSessionNeedsNoKeychain();
    type("name", u"better"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY(world->profiles.find(u"better"_s));
    QTRY_VERIFY(!world->profiles.find(u"team"_s));
    QVERIFY(UiWorld::waitFor(world->profiles.key(u"better"_s)));
}

void tst_ProfilesDialog::forgettingAsksFirst()
{
    savingForThisSessionNeedsNoKeychain();
    QTest::mouseClick(part<QPushButton>("forgetButton"), Qt::LeftButton);
    QVERIFY(part<QPushButton>("keepButton")->hasFocus());
    QTest::mouseClick(part<QPushButton>("keepButton"), Qt::LeftButton);
    QCOMPARE(world->profiles.list().size(), 1);
    QTest::mouseClick(part<QPushButton>("forgetButton"), Qt::LeftButton);
    QCOMPARE(part<QPushButton>("reallyForgetButton")->text(), u"Remove team"_s);
    QTest::mouseClick(part<QPushButton>("reallyForgetButton"), Qt::LeftButton);
    QTRY_COMPARE(world->profiles.list().size(), 0);
    QTRY_VERIFY(part<QLineEdit>("name")->text().isEmpty());
    QVERIFY(!part<QPushButton>("useButton")->isVisible());
    QVERIFY(part<QPushButton>("saveButton")->isVisible());
}

void tst_ProfilesDialog::useSaysWhich()
{
    savingForThisSessionNeedsNoKeychain();
    QSignalSpy used(dialog.get(), &ProfilesDialog::useRequested);
    QCOMPARE(part<QPushButton>("useButton")->text(), u"Use team"_s);
    QTest::mouseClick(part<QPushButton>("useButton"), Qt::LeftButton);
    QCOMPARE(used.first().first().toString(), u"team"_s);
    QVERIFY(!dialog->isVisible());
}

void tst_ProfilesDialog::showsWhereARegionLeads()
{
    const auto host = [this] { return part<QLabel>("host")->text(); };
    type("region", u"eu-central-1"_s);
    QCOMPARE(host(), u"https://aiworkspace.eu-central-1.aliyuncs.com"_s);
    part<QPushButton>("vpcNetwork")->click();
    QCOMPARE(host(), u"https://aiworkspace-vpc.eu-central-1.aliyuncs.com"_s);
    type("region", world->address());
    QVERIFY(host().isEmpty()); // it says so itself
    QVERIFY(!part<QPushButton>("vpcNetwork")->isEnabled());
}

void tst_ProfilesDialog::whatIsTypedStaysWhileAnotherIsLookedAt()
{
    savingForThisSessionNeedsNoKeychain();
    QTest::mouseClick(part<QPushButton>("newButton"), Qt::LeftButton);
    type("name", u"second"_s);
    type("secret", u"half a secr"_s);
    dialog->showProfile(u"team"_s);
    QCOMPARE(part<QLineEdit>("name")->text(), u"team"_s);
    QVERIFY(part<QLineEdit>("secret")->text().isEmpty());
    type("name", u"team two"_s);
    dialog->showProfile({});
    QCOMPARE(part<QLineEdit>("name")->text(), u"second"_s);
    QCOMPARE(part<QLineEdit>("secret")->text(), u"half a secr"_s);
    dialog->showProfile(u"team"_s);
    QCOMPARE(part<QLineEdit>("name")->text(), u"team two"_s);
}

void tst_ProfilesDialog::aCopyHasEverythingButTheKey()
{
    typeProfile(u"team"_s);
    part<QAbstractButton>("isProtected")->click();
    part<ColourChoice>("colour")->setColour(u"red"_s);
    choose(KeysFrom::Kind::Session);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_COMPARE(world->profiles.list().size(), 1);
    QTRY_VERIFY(part<QPushButton>("duplicateButton")->isEnabled());
    QTest::mouseClick(part<QPushButton>("duplicateButton"), Qt::LeftButton);
    QCOMPARE(part<QLineEdit>("name")->text(), u"team copy"_s);
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    type("keyId", u"another"_s);
    type("secret", u"other"_s);
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY(world->profiles.find(u"team copy"_s));
    QCOMPARE(world->profiles.find(u"team copy"_s)->colour, u"red"_s);
    QVERIFY(world->profiles.find(u"team copy"_s)->isProtected);
    const auto kept = UiWorld::waitFor(world->profiles.key(u"team"_s));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    QCOMPARE(kept->id, world->key().id);
}

void tst_ProfilesDialog::keysOfOtherToolsAreOffered()
{
    const QDir home(m_home.path());
    QVERIFY(home.mkdir(u".aliyun"_s));
    QFile config(home.filePath(u".aliyun/config.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"current":"train","profiles":[
        {"name":"train","mode":"AK","access_key_id":"LTAItrain","access_key_secret":"invented"},
        {"name":"old","mode":"BearerToken","bearer_token":"x"},
        {"name":"run","mode":"External","process_command":"/bin/print-keys --all"}]})");
    config.close();
    connector = std::make_unique<Connector>(
        std::make_unique<ToolKeys>(QProcessEnvironment(), KeyResolverOptions(), home.path()),
        world->profiles);
    dialog = std::make_unique<ProfilesDialog>(*connector);
    dialog->show();
    auto *box = part<KeysFromBox>("keysFrom");
    QTRY_VERIFY(box->findText(u"Aliyun CLI, profile train"_s) > 0);
    const auto *items = qobject_cast<QStandardItemModel *>(box->model());
    QVERIFY(items->item(box->findText(u"Aliyun CLI, profile train"_s))->isEnabled());
    QVERIFY(!items->item(box->findText(u"Aliyun CLI, profile old"_s))->isEnabled());

    type("name", u"tool"_s);
    type("region", world->address());
    box->choose({.kind = KeysFrom::Kind::AliyunProfile, .name = u"train"_s});
    QVERIFY(!part<QLineEdit>("keyId")->isVisible());
    QVERIFY(part<QPushButton>("saveButton")->isEnabled());
    // A program is run only after somebody agreed to just this one.
    box->choose({.kind = KeysFrom::Kind::AliyunProfile, .name = u"run"_s});
    QVERIFY(part<QLabel>("keysNote")->text().contains(u"/bin/print-keys --all"_s));
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    part<QAbstractButton>("agree")->click();
    QVERIFY(part<QPushButton>("saveButton")->isEnabled());
    QTest::mouseClick(part<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY(world->profiles.find(u"tool"_s));
    QVERIFY(!world->profiles.find(u"tool"_s)->agreedCommand.isEmpty());
    QVERIFY(!world->profiles.find(u"tool"_s)->agreedCommand.contains(u"print-keys"_s));
    dialog.reset();
}

void tst_ProfilesDialog::theNetworkIsFoldedUntilItIsSet()
{
    auto *fold = part<QPushButton>("showNetwork");
    QVERIFY(!part<QWidget>("networkForm")->isVisible());
    QTest::keyClick(fold, Qt::Key_Space);
    QVERIFY(part<QComboBox>("proxy")->isVisible());
    QVERIFY(!part<QLineEdit>("proxyAddress")->isVisible()); // the system has its own
    part<QComboBox>("proxy")->setCurrentIndex(2);
    QVERIFY(part<QLineEdit>("proxyAddress")->isVisible());
    typeProfile(u"team"_s);
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    QVERIFY(part<QPushButton>("saveButton")->toolTip().contains("host and a port"_L1));
    type("proxyAddress", u"proxy.example:99999"_s);
    QCOMPARE(part<QPushButton>("saveButton")->toolTip(),
             u"The port of the proxy must be 1 to 65535"_s);
    type("proxyAddress", u"proxy.example:3128"_s);
    QVERIFY(part<QPushButton>("saveButton")->isEnabled());
    QTest::keyClick(fold, Qt::Key_Space);
    QVERIFY(!part<QWidget>("networkForm")->isVisible());
    QCOMPARE(part<QLabel>("networkSummary")->text(), u"proxy.example:3128"_s);
}

void tst_ProfilesDialog::aPasswordOfAProxyIsTypedAndKept()
{
    const QByteArray secret = "CanaryProxyPassword";
    part<QPushButton>("showNetwork")->click();
    typeProfile(u"team"_s);
    part<QComboBox>("proxy")->setCurrentIndex(3);
    type("proxyAddress", u"proxy.example:1080"_s);
    type("proxyUser", u"me"_s);
    type("proxyPassword", QString::fromLatin1(secret));
    QCOMPARE(part<SecretEdit>("proxyPassword")->echoMode(), QLineEdit::Password);
    part<QPushButton>("saveButton")->click();
    QTRY_COMPARE(world->profiles.list().size(), 1);
    const Profile stored = world->profiles.list().first();
    QCOMPARE(stored.proxy.text(), u"socks5://me@proxy.example:1080"_s);
    QCOMPARE(stored.proxy.password, ProxyChoice::Password::Keychain);
    QCOMPARE(*UiWorld::waitFor(world->profiles.proxyPassword(u"team"_s, stored.proxy)), secret);
    QTRY_VERIFY(part<QLineEdit>("proxyPassword")->text().isEmpty());
    QCOMPARE(part<QLineEdit>("proxyPassword")->placeholderText(), u"stored; type to replace"_s);
    QVERIFY(part<QWidget>("networkForm")->isVisible()); // what is set is seen
    // For another proxy it has to be typed again; for the same one it comes back.
    type("proxyAddress", u"other.example:1080"_s);
    QCOMPARE(part<QLineEdit>("proxyPassword")->placeholderText(), QString());
    type("proxyAddress", u"proxy.example:1080"_s);
    QCOMPARE(part<QLineEdit>("proxyPassword")->placeholderText(), u"stored; type to replace"_s);
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    // For this session only.
    type("proxyPassword", u"another"_s);
    part<QCheckBox>("isSessionOnly")->click();
    part<QPushButton>("saveButton")->click();
    QTRY_COMPARE(world->profiles.list().first().proxy.password, ProxyChoice::Password::Session);
    QTRY_COMPARE(*UiWorld::waitFor(world->profiles.proxyPassword(
                     u"team"_s, world->profiles.list().first().proxy)),
                 "another"_ba);
}

void tst_ProfilesDialog::whatIsTypedOfAProxyStaysWhileAnotherIsLookedAt()
{
    savingForThisSessionNeedsNoKeychain();
    part<QPushButton>("showNetwork")->click();
    part<QComboBox>("proxy")->setCurrentIndex(2);
    type("proxyAddress", u"half-a-prox"_s);
    type("proxyUser", u"me"_s);
    type("proxyPassword", u"secret"_s);
    type("caFile", u"/not/yet"_s);
    dialog->showProfile(QString());
    QCOMPARE(part<QComboBox>("proxy")->currentIndex(), 0);
    QVERIFY(part<QLineEdit>("proxyPassword")->text().isEmpty());
    dialog->showProfile(u"team"_s);
    QCOMPARE(part<QComboBox>("proxy")->currentIndex(), 2);
    QCOMPARE(part<QLineEdit>("proxyAddress")->text(), u"half-a-prox"_s);
    QCOMPARE(part<QLineEdit>("proxyUser")->text(), u"me"_s);
    QCOMPARE(part<QLineEdit>("proxyPassword")->text(), u"secret"_s);
    QCOMPARE(part<QLineEdit>("caFile")->text(), u"/not/yet"_s);
}

void tst_ProfilesDialog::aCaFileThatIsNoneIsSaid()
{
    const QString file = m_home.filePath(u"ca.pem"_s);
    typeProfile(u"team"_s);
    part<QPushButton>("showNetwork")->click();
    type("caFile", file);
    for (const char *button : {"saveButton", "testButton"}) {
        part<QLineEdit>("name")->setFocus();
        part<QPushButton>(button)->click();
        QTRY_VERIFY2(message().contains(file + u": There is no such CA file"_s),
                     qPrintable(message()));
        QVERIFY(part<QLineEdit>("caFile")->hasFocus());
    }
    QVERIFY(world->profiles.list().isEmpty());
}

void tst_ProfilesDialog::renamingTakesThePasswordOfTheProxyAlong()
{
    aPasswordOfAProxyIsTypedAndKept();
    type("name", u"crew"_s);
    part<QPushButton>("saveButton")->click();
    QTRY_VERIFY(world->profiles.find(u"crew"_s) && !world->profiles.find(u"team"_s));
    const ProxyChoice proxy = world->profiles.find(u"crew"_s)->proxy;
    QCOMPARE(*UiWorld::waitFor(world->profiles.proxyPassword(u"crew"_s, proxy)), "another"_ba);
}

void tst_ProfilesDialog::hostileNamesAreText()
{
    const QString name = u"<b>&x"_s;
    QVERIFY(UiWorld::waitFor(world->profiles.store({.name = name, .endpoint = world->address()},
                                                   world->key(), Profiles::Keep::ThisSession)));
    dialog->showProfile(name);
    QCOMPARE(part<QLineEdit>("name")->text(), name); // editing keeps every code point
    QVERIFY(part<QPushButton>("useButton")->text().contains(u"<b>&&x"_s));
}

void tst_ProfilesDialog::everythingHasAUniqueName()
{
    savingForThisSessionNeedsNoKeychain();
    QSet<QString> names;
    for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || qobject_cast<const QLabel *>(widget)
            || qobject_cast<QComboBox *>(widget->parentWidget())
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!names.contains(widget->accessibleName()), qPrintable(widget->accessibleName()));
        names.insert(widget->accessibleName());
    }
    QVERIFY(names.contains(u"AccessKey secret"_s));
}

MODELSCRIBE_GUI_TEST(tst_ProfilesDialog)

} // namespace tst_profilesdialog

#include "tst_profilesdialog.moc"
