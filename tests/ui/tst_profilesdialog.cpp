// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/profiles/secretedit.h"
#include "uiworld.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

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

    void secretsAreMaskedUntilHeld();
    void aWindowThatIsLeftMasksAgain();
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
    void theEndpointWinsOverTheRegion();
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
    void typeProfile(const QString &name);
    QString message() { return part<QLabel>("message")->text(); }

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
    auto *edit = part<QLineEdit>(field);
    edit->clear();
    QTest::keyClicks(edit, text);
}

void tst_ProfilesDialog::typeProfile(const QString &name)
{
    type("name", name);
    type("endpoint", world->address());
    type("keyId", QString::fromLatin1(world->key().id));
    type("secret", QString::fromLatin1(world->key().secret));
}

void tst_ProfilesDialog::secretsAreMaskedUntilHeld()
{
    auto *secret = part<SecretEdit>("secret");
    QTest::keyClicks(secret, u"hush"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    auto *reveal = secret->findChild<QToolButton *>();
    QTest::mousePress(reveal, Qt::LeftButton);
    QCOMPARE(secret->echoMode(), QLineEdit::Normal);
    QTest::mouseRelease(reveal, Qt::LeftButton);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
}

void tst_ProfilesDialog::aWindowThatIsLeftMasksAgain()
{
    auto *secret = part<SecretEdit>("secret");
    QTest::mousePress(secret->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(secret->echoMode(), QLineEdit::Normal);
    dialog->hide();
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
}

void tst_ProfilesDialog::testSaysHowManyWorkspaces()
{
    typeProfile(u"team"_s);
    QTest::mouseClick(part<QPushButton>("testButton"), Qt::LeftButton);
    QTRY_VERIFY2(message().startsWith(u"It works:"_s), qPrintable(message()));
    QVERIFY(part<QComboBox>("workspace")->count() > 1);
    QVERIFY(world->profiles.list().isEmpty()); // nothing is stored by a test
}

void tst_ProfilesDialog::testSaysWhatWentWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong secret") << u"secret"_s << u"wrong"_s << u"AccessKey"_s;
    QTest::newRow("nobody there") << u"endpoint"_s << u"http://127.0.0.1:1"_s
                                  << u"could not be reached"_s;
    QTest::newRow("plain http elsewhere") << u"endpoint"_s << u"http://example.com"_s << u"https"_s;
}

void tst_ProfilesDialog::testSaysWhatWentWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    typeProfile(u"team"_s);
    type(field.toLatin1().constData(), text);
    QTest::mouseClick(part<QPushButton>("testButton"), Qt::LeftButton);
    QTRY_VERIFY2(message().contains(said), qPrintable(message()));
    QCOMPARE(part<QLineEdit>("name")->text(), u"team"_s);
    QVERIFY(!message().contains(QString::fromLatin1(world->key().secret)));
    QVERIFY(part<QPushButton>("testButton")->isEnabled());
}

void tst_ProfilesDialog::invisibleCharactersOfAKeyAreNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    QTest::newRow("id") << u"keyId"_s << u"The AccessKey ID has U+200B"_s;
    QTest::newRow("secret") << u"secret"_s << u"The AccessKey secret has U+200B"_s;
    QTest::newRow("token") << u"token"_s << u"The security token has U+200B"_s;
}

void tst_ProfilesDialog::invisibleCharactersOfAKeyAreNamed()
{
    QFETCH(QString, field);
    QFETCH(QString, said);
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
    part<QRadioButton>("keepThisSession")->click();
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
    QTest::newRow("silent") << u"silent"_s << u"does not answer"_s;
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
    part<QRadioButton>("keepThisSession")->click();
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
    QCOMPARE(part<QPushButton>("reallyForgetButton")->text(), u"Forget team"_s);
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

void tst_ProfilesDialog::theEndpointWinsOverTheRegion()
{
    auto *region = part<QComboBox>("region");
    QVERIFY(region->isEnabled());
    region->setCurrentText(u"eu-central-1"_s);
    QCOMPARE(part<QLineEdit>("endpoint")->placeholderText(),
             u"https://aiworkspace.eu-central-1.aliyuncs.com"_s);
    type("endpoint", world->address());
    QVERIFY(!region->isEnabled());
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
