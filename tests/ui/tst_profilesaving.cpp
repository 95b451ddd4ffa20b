// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/profiles/profilesdialog.h"
#include "uiworld.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <utility>

namespace tst_profilesaving {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Done = Result<std::monostate>;

//! A keychain that, when it is told so, asks somebody before it does anything.
class AskingKeychain : public KeyStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &name) override { return m_keys.read(name); }
    QFuture<Done> write(const QString &name, const AccessKey &key) override
    {
        return whenAgreed([=, this] { return m_keys.write(name, key); });
    }
    QFuture<Done> remove(const QString &name) override
    {
        return whenAgreed([=, this] {
            removed.append(name);
            return m_keys.remove(name);
        });
    }

    //! What somebody says to the one question.
    void answer(const Done &answer = {})
    {
        asks = false;
        m_promise->addResult(answer ? std::exchange(m_step, {})().result() : answer);
        m_promise->finish();
        m_promise.reset();
    }
    bool isAsking() const { return m_promise.has_value(); }

    bool asks = false;
    QStringList removed;

private:
    QFuture<Done> whenAgreed(const std::function<QFuture<Done>()> &step)
    {
        if (!asks)
            return step();
        m_step = step;
        m_promise.emplace();
        m_promise->start();
        return m_promise->future();
    }

    MemoryStore m_keys;
    std::function<QFuture<Done>()> m_step;
    std::optional<QPromise<Done>> m_promise;
};

//! What the dialog of profiles does while the keychain takes its time.
class tst_ProfileSaving : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void savingOneLeavesTheOneThatIsShown();
    void renamingForgetsOnlyTheOldName();
    void whatIsTypedMeanwhileStays();
    void theCursorStays();
    void whatIsTypedIntoANewOneMeanwhileStays();
    void whatIsTypedMeanwhileStaysAlsoWhenAnotherIsShown();
    void whatIsTypedWhileRenamingStays();
    void aFailureElsewhereIsToldWithItsName();
    void aNameOfAnotherIsNotTaken();
    void aPasswordThatIsLeftIsTold();
    void halfTypedNewOnesComeBack();
    void removingLeavesWhatIsTypedOfANewOne();
    void removingLeavesTheOneThatIsShown();

private:
    template<typename T>
    T *part(const char *name)
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void click(const char *button) { part<QPushButton>(button)->click(); }
    void choose(const QString &name)
    {
        auto *list = part<QListWidget>("list");
        list->setCurrentItem(list->findItems(name, Qt::MatchExactly).value(0));
    }
    void type(const char *field, const QString &text)
    {
        auto *edit = part<QLineEdit>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void typeKey(const QString &id)
    {
        type("keyId", id);
        type("secret", id + u"-secret"_s);
    }
    QString typed(const char *field) { return part<QLineEdit>(field)->text(); }
    QString message() { return part<QLabel>("message")->text(); }
    //! The id of the key that is kept for it.
    QByteArray keptKey(const QString &name)
    {
        return UiWorld::waitFor(m_profiles->key(name)).value_or(AccessKey()).id;
    }
    //! Until the keychain asks.
    void beginSaving()
    {
        m_keychain->asks = true;
        click("saveButton");
        QTRY_VERIFY(m_keychain->isAsking());
        QVERIFY(message().contains(u"keychain"_s));
    }
    void endSaving(const Done &answer = {})
    {
        m_keychain->answer(answer);
        QTRY_VERIFY(part<QPushButton>("useButton")->isEnabled());
    }
    bool isUnsaved() { return part<QPushButton>("saveButton")->isEnabled(); }
    void saveAgain()
    {
        click("saveButton");
        QTRY_VERIFY2(message().startsWith(u"Saved. "_s), qPrintable(message()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AskingKeychain> m_keychain;
    std::unique_ptr<Profiles> m_profiles;
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<ProfilesDialog> m_dialog;
};

//! With two profiles, of which "first" is shown.
void tst_ProfileSaving::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<AskingKeychain>();
    m_profiles = std::make_unique<Profiles>(m_folder->filePath(u"profiles.json"_s), *m_keychain);
    for (const QString &name : {u"first"_s, u"second"_s}) {
        const AccessKey key{.id = name.toUtf8(), .secret = "kept"};
        QVERIFY(UiWorld::waitFor(m_profiles->store({.name = name, .region = u"cn-hangzhou"_s}, key,
                                                   Profiles::Keep::InKeychain)));
    }
    m_connector = std::make_unique<Connector>(*m_profiles);
    m_dialog = std::make_unique<ProfilesDialog>(*m_connector);
    m_dialog->showProfile(u"first"_s);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void tst_ProfileSaving::cleanup()
{
    m_dialog.reset();
    m_connector.reset();
    m_profiles.reset();
}

void tst_ProfileSaving::savingOneLeavesTheOneThatIsShown()
{
    typeKey(u"another"_s);
    beginSaving();
    choose(u"second"_s);
    endSaving();
    QCOMPARE(typed("name"), u"second"_s);
    QCOMPARE(m_keychain->removed, QStringList());
    QCOMPARE(keptKey(u"first"_s), "another"_ba);
    QCOMPARE(keptKey(u"second"_s), "second"_ba);
    choose(u"first"_s);
    QCOMPARE(typed("keyId"), QString()); // it is stored
}

void tst_ProfileSaving::renamingForgetsOnlyTheOldName()
{
    type("name", u"renamed"_s);
    beginSaving();
    choose(u"second"_s);
    endSaving();
    QTRY_VERIFY(!m_profiles->find(u"first"_s));
    QCOMPARE(typed("name"), u"second"_s);
    QCOMPARE(m_keychain->removed, {u"first"_s});
    QCOMPARE(keptKey(u"renamed"_s), "first"_ba);
    QCOMPARE(keptKey(u"second"_s), "second"_ba);
}

void tst_ProfileSaving::whatIsTypedMeanwhileStays()
{
    typeKey(u"another"_s);
    beginSaving();
    part<QComboBox>("workspace")->setCurrentText(u"77"_s);
    type("secret", u"typed-on"_s);
    endSaving();
    QVERIFY2(message().contains(u"not what was typed since"_s), qPrintable(message()));
    QCOMPARE(part<QComboBox>("workspace")->currentText(), u"77"_s);
    QCOMPARE(typed("keyId"), u"another"_s);
    QCOMPARE(typed("secret"), u"typed-on"_s);
    QVERIFY(isUnsaved());
    QCOMPARE(m_profiles->find(u"first"_s)->workspaceId, QString());
    QCOMPARE(keptKey(u"first"_s), "another"_ba);
    choose(u"second"_s);
    choose(u"first"_s);
    QCOMPARE(typed("secret"), u"typed-on"_s);
    saveAgain();
    QCOMPARE(m_profiles->find(u"first"_s)->workspaceId, u"77"_s);
    QCOMPARE(UiWorld::waitFor(m_profiles->key(u"first"_s))->secret, "typed-on"_ba);
    QVERIFY(!isUnsaved());
}

void tst_ProfileSaving::theCursorStays()
{
    typeKey(u"another"_s);
    beginSaving();
    auto *name = part<QLineEdit>("name");
    name->setFocus();
    type("name", u"first of all "_s); // with a blank, as somebody goes on
    name->setCursorPosition(3);
    endSaving();
    QCOMPARE(name->text(), u"first of all "_s);
    QCOMPARE(name->cursorPosition(), 3);
    QVERIFY(name->hasFocus());
    QCOMPARE(typed("keyId"), QString()); // that is stored
    QCOMPARE(typed("secret"), QString());
    QVERIFY(isUnsaved());
}

void tst_ProfileSaving::whatIsTypedIntoANewOneMeanwhileStays()
{
    click("newButton");
    type("name", u"third"_s);
    typeKey(u"another"_s);
    beginSaving();
    type("name", u"third one"_s);
    endSaving();
    QCOMPARE(typed("name"), u"third one"_s);
    QCOMPARE(typed("keyId"), QString());
    QCOMPARE(part<QPushButton>("useButton")->text(), u"Use third"_s);
    QVERIFY(isUnsaved());
    saveAgain();
    QTRY_VERIFY(!m_profiles->find(u"third"_s));
    QCOMPARE(keptKey(u"third one"_s), "another"_ba);
    QCOMPARE(m_profiles->list().size(), 3);
}

void tst_ProfileSaving::whatIsTypedMeanwhileStaysAlsoWhenAnotherIsShown()
{
    typeKey(u"another"_s);
    beginSaving();
    part<QComboBox>("workspace")->setCurrentText(u"77"_s);
    choose(u"second"_s);
    endSaving();
    QVERIFY(!isUnsaved());
    choose(u"first"_s);
    QCOMPARE(part<QComboBox>("workspace")->currentText(), u"77"_s);
    QCOMPARE(typed("keyId"), QString());
    QVERIFY(isUnsaved());
    saveAgain();
    QCOMPARE(m_profiles->find(u"first"_s)->workspaceId, u"77"_s);
    QCOMPARE(keptKey(u"first"_s), "another"_ba);
}

void tst_ProfileSaving::whatIsTypedWhileRenamingStays()
{
    type("name", u"renamed"_s);
    beginSaving();
    type("name", u"renamed again"_s);
    endSaving();
    QTRY_VERIFY(!m_profiles->find(u"first"_s));
    QCOMPARE(typed("name"), u"renamed again"_s);
    QVERIFY(isUnsaved());
    saveAgain();
    QTRY_VERIFY(!m_profiles->find(u"renamed"_s));
    QCOMPARE(keptKey(u"renamed again"_s), "first"_ba);
    QCOMPARE(keptKey(u"second"_s), "second"_ba);
}

void tst_ProfileSaving::aFailureElsewhereIsToldWithItsName()
{
    typeKey(u"another"_s);
    beginSaving();
    choose(u"second"_s);
    part<QLineEdit>("name")->setFocus();
    endSaving(failure(Error::Kind::Storage, u"locked"_s));
    QVERIFY2(message().startsWith(u"“first” was not saved"_s), qPrintable(message()));
    QVERIFY(message().contains(u"locked"_s));
    QVERIFY(part<QLineEdit>("name")->hasFocus());
    QCOMPARE(keptKey(u"first"_s), "first"_ba);
    choose(u"first"_s);
    QCOMPARE(typed("keyId"), u"another"_s);
}

void tst_ProfileSaving::aNameOfAnotherIsNotTaken()
{
    type("name", u"second"_s);
    QVERIFY(!isUnsaved());
    QCOMPARE(part<QPushButton>("saveButton")->toolTip(), u"Another profile has this name"_s);
    click("newButton");
    type("name", u"first"_s);
    typeKey(u"another"_s);
    QVERIFY(!isUnsaved());
    part<QLineEdit>("name")->setText(u"a\u202Eb"_s);
    click("saveButton");
    QTRY_VERIFY2(message().startsWith(u"The name contains U+202E: line breaks and other control"_s),
                 qPrintable(message()));
}

void tst_ProfileSaving::aPasswordThatIsLeftIsTold()
{
    Profile profile = *m_profiles->find(u"first"_s);
    profile.proxy = {.kind = ProxyChoice::Kind::Http,
                     .host = u"proxy.example"_s,
                     .port = 3128,
                     .user = u"me"_s,
                     .password = ProxyChoice::Password::Keychain};
    QVERIFY(UiWorld::waitFor(m_profiles->store(profile, "password")));
    choose(u"second"_s);
    choose(u"first"_s);
    part<QComboBox>("proxy")->setCurrentIndex(0);
    m_keychain->asks = true;
    click("saveButton");
    QTRY_VERIFY(m_keychain->isAsking());
    endSaving(failure(Error::Kind::Storage, u"locked"_s));
    QVERIFY2(message().startsWith(u"The profile was stored, but the previous password"_s),
             qPrintable(message()));
    QCOMPARE(m_profiles->find(u"first"_s)->proxy, ProxyChoice());
    QVERIFY(!isUnsaved());
}

void tst_ProfileSaving::halfTypedNewOnesComeBack()
{
    click("newButton");
    type("name", u"half"_s);
    type("secret", u"half a secr"_s);
    choose(u"second"_s);
    click("newButton");
    QCOMPARE(typed("name"), u"half"_s);
    QCOMPARE(typed("secret"), u"half a secr"_s);
    QVERIFY2(message().contains(u"not saved yet"_s), qPrintable(message()));
    click("newButton"); // it is the one that is new
    QCOMPARE(typed("name"), u"half"_s);
    choose(u"second"_s);
    click("duplicateButton");
    QCOMPARE(typed("name"), u"second copy"_s);
    QCOMPARE(typed("secret"), QString());
    typeKey(u"of-the-copy"_s);
    click("newButton");
    QCOMPARE(typed("name"), u"half"_s);
    click("newButton");
    QCOMPARE(typed("name"), u"second copy"_s);
    saveAgain();
    QCOMPARE(keptKey(u"second copy"_s), "of-the-copy"_ba);
    m_dialog->startWith({});
    QCOMPARE(typed("name"), QString());
    click("newButton");
    QCOMPARE(typed("name"), u"half"_s);
    // One that is emptied is none any more.
    type("name", {});
    type("secret", {});
    click("newButton");
    choose(u"second"_s);
    click("newButton");
    QCOMPARE(typed("name"), QString());
    QCOMPARE(message(), QString());
}

void tst_ProfileSaving::removingLeavesWhatIsTypedOfANewOne()
{
    click("newButton");
    type("name", u"half"_s);
    type("secret", u"half a secr"_s);
    choose(u"second"_s);
    type("name", u"of no use any more"_s);
    click("forgetButton");
    click("reallyForgetButton");
    QTRY_COMPARE(message(), u"Removed."_s);
    QCOMPARE(typed("name"), u"half"_s);
    QCOMPARE(typed("secret"), u"half a secr"_s);
    QCOMPARE(m_keychain->removed.filter(u"proxy"_s, Qt::CaseInsensitive), QStringList());
    // What another window removes is kept: nobody here has agreed to that.
    choose(u"first"_s);
    type("name", u"first, better"_s);
    click("newButton");
    QVERIFY(UiWorld::waitFor(m_profiles->forget(u"first"_s)));
    click("newButton");
    QCOMPARE(typed("name"), u"first, better"_s);
    click("newButton");
    QCOMPARE(typed("name"), u"half"_s);
}

void tst_ProfileSaving::removingLeavesTheOneThatIsShown()
{
    click("forgetButton");
    m_keychain->asks = true;
    click("reallyForgetButton");
    QTRY_VERIFY(m_keychain->isAsking());
    choose(u"second"_s);
    type("name", u"second, better"_s);
    m_keychain->answer();
    QTRY_VERIFY(!m_profiles->find(u"first"_s));
    QTRY_COMPARE(message(), u"Removed."_s);
    QCOMPARE(typed("name"), u"second, better"_s);
    QVERIFY(isUnsaved());
    QCOMPARE(keptKey(u"second"_s), "second"_ba);
}

MODELSCRIBE_GUI_TEST(tst_ProfileSaving)

} // namespace tst_profilesaving

#include "tst_profilesaving.moc"
