// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profiles.h"

#include "api/wiretest.h"
#include "connect/connector.h"
#include "connect/profilewording.h"
#include "credentials/memorystore.h"
#include "model/wording.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_profiles {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! A keychain whose answers the test decides.
class FickleStore : public MemoryStore
{
    Q_OBJECT

public:
    std::optional<Error> readFails;
    std::optional<Error> writeFails;
    std::optional<Error> removeFails;
    QString keeps; //!< The entry that it does not let go of.
    int calls = 0;

    QFuture<Result<AccessKey>> read(const QString &name) override
    {
        ++calls;
        return readFails ? readyResult<AccessKey>(failure(*readFails)) : MemoryStore::read(name);
    }
    QFuture<Result<std::monostate>> write(const QString &name, const AccessKey &key) override
    {
        ++calls;
        return writeFails ? readyResult<std::monostate>(failure(*writeFails))
                          : MemoryStore::write(name, key);
    }
    QFuture<Result<std::monostate>> remove(const QString &name) override
    {
        ++calls;
        if (name == keeps)
            return readyResult<std::monostate>(failure(Error::Kind::Storage, u"locked"_s));
        return removeFails ? readyResult<std::monostate>(failure(*removeFails))
                           : MemoryStore::remove(name);
    }
};

const AccessKey oldKey{.id = "LTAI-old-key-0001", .secret = "old-secret"};
const AccessKey newKey{.id = "LTAI-new-key-0002", .secret = "new-secret", .securityToken = "token"};

Error storage(const QString &detail) { return {.kind = Error::Kind::Storage, .detail = detail}; }

Profile work() { return {.name = u"work"_s, .region = u"cn-hangzhou"_s, .workspaceId = u"796"_s}; }

Profile behindProxy()
{
    Profile profile = work();
    profile.proxy = {.kind = ProxyChoice::Kind::Http,
                     .host = u"proxy.example"_s,
                     .port = 3128,
                     .user = u"me"_s,
                     .password = ProxyChoice::Password::Keychain};
    return profile;
}

} // namespace

class tst_Profiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void storesAndReadsBack();
    void theFileIsPrivateAndHoldsNoSecret();
    void aKeyForThisSessionNeverReachesTheKeychain();
    void nothingIsStoredWhenTheKeyCannotBe_data();
    void nothingIsStoredWhenTheKeyCannotBe();
    void theOldKeyComesBackWhenTheFileCannotBeWritten();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void anotherKeyUnderTheNameIsNotTaken();
    void forgets();
    void forgettingNeedsTheKeyToGo_data();
    void forgettingNeedsTheKeyToGo();
    void thePasswordOfTheProxyGoesFirst();
    void aPasswordThatIsLeftIsTold();
    void keysWithInvisibleCharactersAreRefused();
    void strangeEntriesAreLeftOut();
    void remembersTheLastUsed();
    void tellsOfAnotherKey();
    void everyMemberComesBack_data();
    void everyMemberComesBack();
    void membersOfOtherVersionsAreKept_data();
    void membersOfOtherVersionsAreKept();
    void olderFilesAreUnderstood_data();
    void olderFilesAreUnderstood();
    void whatIsNoSecretIsStoredWithoutTheKeychain();
    void aProfileWithoutItsKeyIsNotStored();
    void keysOfOtherToolsLeaveNoneHere();
    void aVpcProfileLeadsToItsOwnHost();

private:
    QString file() const { return m_folder->filePath(u"modelscribe/profiles.json"_s); }
    bool write(const QByteArray &content) const
    {
        QFile out(file());
        return QDir().mkpath(QFileInfo(file()).path()) && out.open(QIODevice::WriteOnly)
               && out.write(content) == content.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Profiles::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void tst_Profiles::storesAndReadsBack()
{
    FickleStore keychain;
    {
        Profiles profiles(file(), keychain);
        QSignalSpy changed(&profiles, &Profiles::listChanged);
        QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
        QCOMPARE(changed.size(), 1);
        Profile local{.name = u" on premise "_s, .endpoint = u"https://registry.example"_s};
        QVERIFY(wait(profiles.store(local, newKey, Profiles::Keep::InKeychain)));
        QCOMPARE(profiles.list().size(), 2);
        QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain)));
        QCOMPARE(profiles.list().size(), 2);
    }
    Profiles profiles(file(), keychain);
    QVERIFY(!profiles.readError());
    QCOMPARE(profiles.list().size(), 2);
    QCOMPARE(profiles.list()[1].name, u"on premise"_s);
    Profile expected = work();
    expected.shownKeyId = QString::fromUtf8(newKey.shownId());
    expected.keysFrom = {.kind = KeysFrom::Kind::KeychainToken};
    expected.keyExpires = newKey.expires;
    QCOMPARE(profiles.list()[0], expected);
    QCOMPARE(wait(profiles.key(u"work"_s)).value_or(AccessKey()), newKey);
    QCOMPARE(wait(profiles.key(u"none"_s)).error().detail, u"profile"_s);
}

void tst_Profiles::theFileIsPrivateAndHoldsNoSecret()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain)));
    QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::ThisSession)));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(file()).permissions(), owner);
    QCOMPARE(QFileInfo(QFileInfo(file()).path()).permissions(),
             owner | QFile::ExeOwner | QFile::ExeUser);
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray text = stored.readAll();
    QVERIFY(text.contains("cn-hangzhou"));
    QVERIFY(!text.contains(newKey.secret));
    QVERIFY(!text.contains(newKey.id));
    QVERIFY(!text.contains("token"));
}

void tst_Profiles::aKeyForThisSessionNeverReachesTheKeychain()
{
    FickleStore keychain;
    {
        Profiles profiles(file(), keychain);
        QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::ThisSession)));
        QCOMPARE(wait(profiles.key(u"work"_s)).value_or(AccessKey()), newKey);
    }
    Profiles profiles(file(), keychain); // the next session
    QCOMPARE(profiles.list().size(), 1);
    const auto key = wait(profiles.key(u"work"_s));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::NotFound);
    QCOMPARE(key.error().detail, u"key"_s);
    QCOMPARE(keychain.calls, 0);
}

void tst_Profiles::nothingIsStoredWhenTheKeyCannotBe_data()
{
    QTest::addColumn<bool>("reading");
    QTest::addColumn<QString>("detail");
    for (const auto &detail : {u"missing"_s, u"locked"_s, u"silent"_s}) {
        QTest::addRow("%s on reading", qPrintable(detail)) << true << detail;
        QTest::addRow("%s on writing", qPrintable(detail)) << false << detail;
    }
}

void tst_Profiles::nothingIsStoredWhenTheKeyCannotBe()
{
    QFETCH(bool, reading);
    QFETCH(QString, detail);
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    (reading ? keychain.readFails : keychain.writeFails) = storage(detail);
    Profile changed = work();
    changed.region = u"cn-beijing"_s;
    const auto stored = wait(profiles.store(changed, newKey, Profiles::Keep::InKeychain));
    QVERIFY(!stored);
    QCOMPARE(stored.error(), storage(detail));
    QCOMPARE(profiles.find(u"work"_s)->region, u"cn-hangzhou"_s);
    keychain.readFails.reset();
    QCOMPARE(wait(keychain.read(u"work"_s)).value_or(AccessKey()), oldKey);
}

void tst_Profiles::theOldKeyComesBackWhenTheFileCannotBeWritten()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(QFile::remove(file()));
    QVERIFY(QDir().mkpath(file() + u"/in the way"_s));
    const auto stored = wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Error::Kind::Storage);
    QCOMPARE(wait(keychain.read(u"work"_s)).value_or(AccessKey()), oldKey);

    Profile other = work();
    other.name = u"other"_s;
    QVERIFY(!wait(profiles.store(other, newKey, Profiles::Keep::InKeychain)));
    QCOMPARE(wait(keychain.read(u"other"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(!profiles.find(u"other"_s));
    QVERIFY(!wait(profiles.forget(u"work"_s)));
    QVERIFY(profiles.find(u"work"_s));
}

void tst_Profiles::refusesWhatCannotWork_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("said");
    const auto named = [](const char *row, const QString &name, const QString &said) {
        QTest::newRow(row) << name << u"cn-beijing"_s << QString() << "s"_ba << u"name"_s << said;
    };
    named("no name", u" "_s, u"The name is missing"_s);
    named("endless name", QString(101, u'x'), u"at most 100 characters"_s);
    named("name with a mark of direction", u"a\u202Eb"_s, u"The name contains U+202E: "_s);
    named("name of two lines", u"a\nb"_s,
          u"The name contains U+000A: line breaks and other control"_s);
    QTest::newRow("no address") << u"a"_s << QString() << QString() << "s"_ba << u"endpoint"_s
                                << u"The endpoint must"_s;
    QTest::newRow("plain http") << u"a"_s << QString() << u"http://example.com"_s << "s"_ba
                                << u"endpoint"_s << u"The endpoint must"_s;
    QTest::newRow("strange region")
        << u"a"_s << u"x/../y"_s << QString() << "s"_ba << u"region"_s << u"not a region"_s;
    QTest::newRow("no secret") << u"a"_s << u"cn-beijing"_s << QString() << ""_ba << u"key"_s
                               << u"both needed"_s;
}

void tst_Profiles::refusesWhatCannotWork()
{
    QFETCH(QString, name);
    QFETCH(QString, region);
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, secret);
    QFETCH(QString, detail);
    QFETCH(QString, said);
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    const Profile profile{.name = name, .region = region, .endpoint = endpoint};
    const auto stored = wait(
        profiles.store(profile, {.id = "id", .secret = secret}, Profiles::Keep::InKeychain));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Error::Kind::Invalid);
    QCOMPARE(stored.error().detail, detail);
    const QString sentence = profilewording::ofField(stored.error());
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    if (detail != u"name"_s) {
        Connector connector(profiles);
        QVERIFY(!wait(connector.settings(profile, AccessKey{.id = "id", .secret = secret})));
    }
    QCOMPARE(keychain.calls, 0);
    QVERIFY(profiles.list().isEmpty());
}

void tst_Profiles::anotherKeyUnderTheNameIsNotTaken()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(wait(keychain.write(u"work"_s, newKey)));
    const auto key = wait(profiles.key(u"work"_s));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::NotFound);
    QCOMPARE(key.error().detail, u"key"_s);
    keychain.readFails = storage(u"locked"_s);
    QCOMPARE(wait(profiles.key(u"work"_s)).error(), storage(u"locked"_s));
}

void tst_Profiles::forgets()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(wait(profiles.forget(u"work"_s)));
    QVERIFY(profiles.list().isEmpty());
    QVERIFY(!wait(keychain.read(u"work"_s)));
    QVERIFY(Profiles(file(), keychain).list().isEmpty());
    QCOMPARE(wait(profiles.forget(u"work"_s)).error().kind, Error::Kind::NotFound);
}

void tst_Profiles::forgettingNeedsTheKeyToGo_data()
{
    QTest::addColumn<bool>("inKeychain");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("locked") << true << u"locked"_s << false;
    QTest::newRow("silent") << true << u"silent"_s << false;
    QTest::newRow("no keychain, no key") << true << u"missing"_s << true;
    QTest::newRow("locked, but the key never was in it") << false << u"locked"_s << true;
}

void tst_Profiles::forgettingNeedsTheKeyToGo()
{
    QFETCH(bool, inKeychain);
    QFETCH(QString, detail);
    QFETCH(bool, forgotten);
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(
        work(), oldKey, inKeychain ? Profiles::Keep::InKeychain : Profiles::Keep::ThisSession)));
    keychain.removeFails = storage(detail);
    QCOMPARE(wait(profiles.forget(u"work"_s)).has_value(), forgotten);
    QCOMPARE(profiles.list().isEmpty(), forgotten);
}

void tst_Profiles::thePasswordOfTheProxyGoesFirst()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(behindProxy(), oldKey, Profiles::Keep::InKeychain, "password")));
    const ProxyChoice proxy = profiles.find(u"work"_s)->proxy;
    keychain.keeps = u" proxy of work"_s;
    QVERIFY(!wait(profiles.forget(u"work"_s)));
    QVERIFY(profiles.find(u"work"_s));
    QCOMPARE(wait(profiles.key(u"work"_s)).value_or(AccessKey()), oldKey); // it can be used still
    keychain.keeps = u"work"_s;
    QVERIFY(!wait(profiles.forget(u"work"_s)));
    QVERIFY(!wait(profiles.proxyPassword(u"work"_s, proxy)));
    QCOMPARE(wait(profiles.key(u"work"_s)).value_or(AccessKey()), oldKey);
    keychain.keeps.clear();
    QVERIFY(wait(profiles.forget(u"work"_s))); // that one of them is gone already does not matter
    QVERIFY(profiles.list().isEmpty());
    QVERIFY(!wait(keychain.read(u"work"_s)));
}

void tst_Profiles::aPasswordThatIsLeftIsTold()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(behindProxy(), oldKey, Profiles::Keep::InKeychain, "password")));
    keychain.keeps = u" proxy of work"_s;
    const auto stored = wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain));
    QVERIFY(!stored);
    QVERIFY(Profiles::wasStored(stored.error()));
    QVERIFY2(wording::whole(stored.error()).contains(u"The profile was stored"_s),
             qPrintable(wording::whole(stored.error())));
    QCOMPARE(profiles.find(u"work"_s)->proxy, ProxyChoice());
    QCOMPARE(wait(profiles.key(u"work"_s)).value_or(AccessKey()), newKey);
    // The same when only the proxy is stored.
    Profile other = behindProxy();
    other.keysFrom = profiles.find(u"work"_s)->keysFrom;
    QVERIFY(wait(profiles.store(other, "again")));
    other.proxy = {};
    const auto storedAgain = wait(profiles.store(other));
    QVERIFY(!storedAgain && Profiles::wasStored(storedAgain.error()));
    QCOMPARE(profiles.find(u"work"_s)->proxy, ProxyChoice());
    // What is not there any more is not left.
    keychain.keeps.clear();
    QVERIFY(wait(profiles.store(behindProxy(), oldKey, Profiles::Keep::InKeychain, "password")));
    QVERIFY(wait(keychain.remove(u" proxy of work"_s)));
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
}

void tst_Profiles::keysWithInvisibleCharactersAreRefused()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    const AccessKey strange{.id = "LTAI-key", .secret = "secret\u200B"};
    const auto stored = wait(profiles.store(work(), strange, Profiles::Keep::InKeychain));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Error::Kind::Invalid);
    QVERIFY(stored.error().message.contains(u"U+200B"_s));
    Connector connector(profiles);
    QVERIFY(!wait(connector.settings(work(), strange)));
    QCOMPARE(keychain.calls, 0);
    // One that an older version took.
    Profile kept = work();
    kept.shownKeyId = QString::fromUtf8(strange.shownId());
    QVERIFY(write(R"({"profiles":[{"name":"work","region":"cn-hangzhou","shownKeyId":")"
                  + kept.shownKeyId.toUtf8() + R"("}]})"));
    QVERIFY(wait(keychain.write(u"work"_s, strange)));
    const auto key = wait(Profiles(file(), keychain).key(u"work"_s));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::Unauthorized);
    QVERIFY(key.error().detail.contains(u"secret has U+200B"_s));
}

void tst_Profiles::strangeEntriesAreLeftOut()
{
    QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    QFile strange(file());
    QVERIFY(strange.open(QIODevice::WriteOnly));
    strange.write(R"({"lastUsed":7,"more":1,"profiles":[1,null,{},{"name":3},
        {"name":"a","region":["x"],"shownKeyId":null,"new":true},{"name":"a","region":"b"}]})");
    strange.close();
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(!profiles.readError());
    QCOMPARE(profiles.list(), QList<Profile>{{.name = u"a"_s}});
    QCOMPARE(profiles.lastUsed(), QString());
    QVERIFY(!Profiles::endpointOf(profiles.list().first()));
}

void tst_Profiles::remembersTheLastUsed()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    profiles.setLastUsed(u"work"_s);
    QCOMPARE(Profiles(file(), keychain).lastUsed(), u"work"_s);
    QVERIFY(wait(profiles.forget(u"work"_s)));
    QCOMPARE(profiles.lastUsed(), QString());
    QCOMPARE(Profiles(file(), keychain).lastUsed(), QString());
}

void tst_Profiles::tellsOfAnotherKey()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    Profiles other(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    other.follow();
    QSignalSpy here(&profiles, &Profiles::keyChanged);
    QSignalSpy there(&other, &Profiles::keyChanged);
    QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain)));
    QVERIFY(!here.isEmpty());
    QCOMPARE(here.last().first().toString(), u"work"_s);
    QTRY_VERIFY(!there.isEmpty());
    QCOMPARE(there.last().first().toString(), u"work"_s);
    here.clear();
    profiles.setLastUsed(u"work"_s);
    QVERIFY(wait(profiles.forget(u"work"_s)));
    QVERIFY(here.isEmpty());
}

void tst_Profiles::everyMemberComesBack_data()
{
    QTest::addColumn<QString>("keysFrom");
    for (const QString &text : {u"environment"_s, u"aliyun:train"_s, u"aliyun:训 练:1"_s,
                                u"ini:default"_s, u"a newer version's"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_Profiles::everyMemberComesBack()
{
    QFETCH(QString, keysFrom);
    const Profile whole{.name = u"vpc"_s,
                        .region = u"cn-wulanchabu"_s,
                        .workspaceId = u"7"_s,
                        .network = Network::Vpc,
                        .keysFrom = KeysFrom::fromText(keysFrom),
                        .agreedCommand = u"0123"_s,
                        .colour = u"red"_s,
                        .isProtected = true,
                        .proxy = *ProxyChoice::fromText(u"socks5://me@proxy.example:1080"_s),
                        .caFile = sourcePath(u"tests/api/data/tls/ca.pem"_s)};
    FickleStore keychain;
    {
        Profiles profiles(file(), keychain);
        QVERIFY(wait(profiles.store(whole)));
    }
    const Profiles profiles(file(), keychain);
    QCOMPARE(profiles.list(), QList<Profile>{whole});
    QCOMPARE(keychain.calls, 0);
}

void tst_Profiles::membersOfOtherVersionsAreKept_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("unknown") << "future"_ba
                             << "[1]"_ba;
    QTest::newRow("network") << "network"_ba
                             << "\"private-link\""_ba;
    QTest::newRow("keys") << "keysFrom"_ba
                          << "\"passkey:x\""_ba;
    QTest::newRow("keys as object") << "keysFrom"_ba
                                    << "{\"a\":1}"_ba;
    QTest::newRow("colour") << "colour"_ba
                            << "\"plaid\""_ba;
    QTest::newRow("protected") << "protected"_ba
                               << "\"by-two\""_ba;
}

void tst_Profiles::membersOfOtherVersionsAreKept()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    QVERIFY(write("{\"profiles\":[{\"name\":\"work\",\"region\":\"cn-hangzhou\",\"keysFrom\":"
                  "\"environment\",\""
                  + member + "\":" + value + "}]}"));
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QCOMPARE(profiles.list().size(), 1);
    Profile changed = profiles.list().first();
    changed.workspaceId = u"9"_s;
    QVERIFY(wait(profiles.store(changed)));
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QJsonObject entry =
        QJsonDocument::fromJson(stored.readAll())["profiles"_L1][0].toObject();
    QCOMPARE(entry.value("workspaceId"_L1).toString(), u"9"_s);
    const QJsonObject wanted = QJsonDocument::fromJson("{\"v\":" + value + '}').object();
    QCOMPARE(entry.value(QString::fromLatin1(member)), wanted.value("v"_L1));
}

void tst_Profiles::olderFilesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<int>("kind");
    QTest::newRow("in the keychain")
        << "\"keyInKeychain\":true"_ba << int(KeysFrom::Kind::Keychain);
    QTest::newRow("for a session") << "\"keyInKeychain\":false"_ba << int(KeysFrom::Kind::Session);
    QTest::newRow("not said") << "\"shownKeyId\":\"x\""_ba << int(KeysFrom::Kind::Keychain);
}

void tst_Profiles::olderFilesAreUnderstood()
{
    QFETCH(QByteArray, member);
    QFETCH(int, kind);
    QVERIFY(
        write("{\"profiles\":[{\"name\":\"work\",\"region\":\"cn-hangzhou\"," + member + "}]}"));
    FickleStore keychain;
    const Profiles profiles(file(), keychain);
    QCOMPARE(int(profiles.list().value(0).keysFrom.kind), kind);
}

void tst_Profiles::whatIsNoSecretIsStoredWithoutTheKeychain()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), newKey, Profiles::Keep::InKeychain)));
    QCOMPARE(int(profiles.list()[0].keysFrom.kind), int(KeysFrom::Kind::KeychainToken));
    QCOMPARE(profiles.list()[0].keyExpires, newKey.expires);
    keychain.calls = 0;
    QSignalSpy changed(&profiles, &Profiles::keyChanged);
    Profile recoloured = *profiles.find(work().name);
    recoloured.colour = u"green"_s;
    recoloured.isProtected = true;
    recoloured.shownKeyId.clear(); // nobody takes the key away by leaving it out
    QVERIFY(wait(profiles.store(recoloured)));
    QCOMPARE(keychain.calls, 0);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(profiles.list()[0].colour, u"green"_s);
    QCOMPARE(profiles.list()[0].shownKeyId, QString::fromUtf8(newKey.shownId()));
    QCOMPARE(wait(profiles.key(work().name)).value_or(AccessKey()), newKey);
}

void tst_Profiles::aProfileWithoutItsKeyIsNotStored()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    for (const char *kind : {"keychain", "keychain-token", "session"}) {
        Profile profile = work();
        profile.keysFrom = KeysFrom::fromText(QString::fromLatin1(kind));
        const auto stored = wait(profiles.store(profile));
        QVERIFY(!stored);
        QCOMPARE(stored.error(), (Error{.kind = Error::Kind::Invalid, .detail = u"key"_s}));
    }
    QCOMPARE(profiles.list(), QList<Profile>());
}

void tst_Profiles::keysOfOtherToolsLeaveNoneHere()
{
    FickleStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QSignalSpy changed(&profiles, &Profiles::keyChanged);
    Profile other = *profiles.find(work().name);
    other.keysFrom = KeysFrom::fromText(u"aliyun:train"_s);
    QVERIFY(wait(profiles.store(other)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(profiles.list()[0].shownKeyId, QString());
    QTRY_VERIFY(!wait(keychain.read(work().name)));
    QCOMPARE(wait(profiles.key(work().name)).error().kind, Error::Kind::NotFound);
    keychain.calls = 0;
    QVERIFY(wait(profiles.forget(work().name)));
    QCOMPARE(keychain.calls, 0); // it is asked for nothing that it does not have
}

void tst_Profiles::aVpcProfileLeadsToItsOwnHost()
{
    Profile profile{.name = u"n"_s, .region = u"cn-beijing"_s, .network = Network::Vpc};
    QCOMPARE(Profiles::endpointOf(profile)->toString(),
             u"https://aiworkspace-vpc.cn-beijing.aliyuncs.com"_s);
}

MODELSCRIBE_TEST(tst_Profiles)

} // namespace tst_profiles

#include "tst_profiles.moc"
