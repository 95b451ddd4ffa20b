// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profiles.h"

#include "api/wiretest.h"
#include "credentials/memorystore.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

namespace tst_sharedprofiles {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

const AccessKey oldKey{.id = "LTAI-old-key-0001", .secret = "old-secret"};
const AccessKey newKey{.id = "LTAI-new-key-0002", .secret = "new-secret"};

Profile named(const QString &name) { return {.name = name, .region = u"cn-hangzhou"_s}; }

Profile work() { return named(u"work"_s); }

QStringList names(const Profiles &profiles)
{
    QStringList result;
    for (const Profile &profile : profiles.list())
        result.append(profile.name);
    return result;
}

} // namespace

//! The file of the profiles, which windows, commands and people write to.
class tst_SharedProfiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void damagedFilesAreLeftAsTheyAre_data();
    void damagedFilesAreLeftAsTheyAre();
    void everyDamagedFileIsKept();
    void whatCannotBeReadIsNotReplaced();
    void whatIsNoFileIsNotWaitedFor();
    void whatWasKnownSurvivesDamage();
    void twoWindowsKeepTheProfilesOfBoth();
    void usingOneDropsNoneOfAnother();
    void unknownMembersStay();
    void anotherWindowFollows();
    void waitsForWhoWritesJustNow();

private:
    QString file() const { return m_folder->filePath(u"modelscribe/profiles.json"_s); }
    QStringList files() const
    {
        return QDir(QFileInfo(file()).path())
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                       QDir::Name);
    }
    bool write(const QByteArray &content) const
    {
        QFile out(file());
        return QDir().mkpath(QFileInfo(file()).path()) && out.open(QIODevice::WriteOnly)
               && out.write(content) == content.size();
    }
    static QByteArray read(const QString &name)
    {
        QFile in(name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SharedProfiles::damagedFilesAreLeftAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << ""_ba << u"empty"_s;
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe", 4) << u"line 1"_s;
    QTest::newRow("half") << R"({"profiles":[{"name":"a")"_ba << u"line 1"_s;
    QTest::newRow("a comma too many")
        << "{\"profiles\":[\n {\"name\":\"a\"},]}"_ba << u"line 2, column "_s;
    QTest::newRow("a list") << "[]"_ba << u"not a JSON object"_s;
    QTest::newRow("an object for the list") << R"({"profiles":{}})"_ba << u"not a list"_s;
    QTest::newRow("another program's") << R"({"name":"a","version":1})"_ba << u"no “profiles”"_s;
    QTest::newRow("huge") << '{' + QByteArray(2 * 1024 * 1024, ' ') + '}' << u"1 MiB"_s;
}

void tst_SharedProfiles::damagedFilesAreLeftAsTheyAre()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    QVERIFY(write(content));
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(profiles.list().isEmpty());
    QVERIFY(profiles.readError());
    QCOMPARE(profiles.readError()->kind, Error::Kind::Storage);
    QVERIFY2(profiles.readError()->detail.contains(file() + u": "_s)
                 && profiles.readError()->detail.contains(why),
             qPrintable(profiles.readError()->detail));
    QVERIFY(!profiles.knownLastUsed());
    QCOMPARE(wait(profiles.key(u"a"_s)).error(), *profiles.readError());
    profiles.setLastUsed(u"a"_s);
    QCOMPARE(read(file()), content);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void tst_SharedProfiles::everyDamagedFileIsKept()
{
    MemoryStore keychain;
    for (const QByteArray &content : {"{1"_ba, "{2"_ba, "{3"_ba}) {
        QVERIFY(write(content));
        Profiles profiles(file(), keychain);
        QVERIFY(profiles.readError());
        QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
        QVERIFY(!profiles.readError());
        QCOMPARE(Profiles(file(), keychain).list().size(), 1);
    }
    QByteArrayList kept;
    for (const QString &name : files().filter(u".damaged-"_s))
        kept.append(read(QFileInfo(file()).path() + u'/' + name));
    std::ranges::sort(kept);
    QCOMPARE(kept, (QByteArrayList{"{1", "{2", "{3"}));
}

void tst_SharedProfiles::whatCannotBeReadIsNotReplaced()
{
    QVERIFY(QDir().mkpath(file() + u"/in the way"_s));
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(profiles.readError());
    QCOMPARE(profiles.readError()->code, u"profiles-no-file"_s);
    QVERIFY(profiles.readError()->detail.contains(u"folder"_s));
    QVERIFY(!wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(!wait(keychain.read(u"work"_s)));
    QVERIFY(QFileInfo(file()).isDir());
    // Somebody who links the file from elsewhere has profiles, also while they are not reachable.
    QVERIFY(QDir(file()).removeRecursively());
    QVERIFY(QFile::link(m_folder->filePath(u"not there"_s), file()));
    QCOMPARE(Profiles(file(), keychain).readError()->code, u"profiles-unreadable"_s);
}

void tst_SharedProfiles::whatIsNoFileIsNotWaitedFor()
{
    QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    QCOMPARE(mkfifo(QFile::encodeName(file()).constData(), 0600), 0);
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(profiles.readError());
    QCOMPARE(profiles.readError()->code, u"profiles-no-file"_s);
    QVERIFY(!wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(!wait(keychain.read(u"work"_s)));
    QCOMPARE(files(), (QStringList{u"profiles.json"_s}));
}

void tst_SharedProfiles::whatWasKnownSurvivesDamage()
{
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(wait(profiles.store(work(), oldKey, Profiles::Keep::InKeychain)));
    profiles.follow();
    QSignalSpy failed(&profiles, &Profiles::readFailed);
    QVERIFY(write("{\"profiles\":"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(profiles.readError());
    QVERIFY(profiles.find(u"work"_s));
    QVERIFY(wait(profiles.store(named(u"second"_s), newKey, Profiles::Keep::InKeychain)));
    QCOMPARE(names(Profiles(file(), keychain)), (QStringList{u"work"_s, u"second"_s}));
    QCOMPARE(files().filter(u".damaged-"_s).size(), 1);
}

void tst_SharedProfiles::twoWindowsKeepTheProfilesOfBoth()
{
    MemoryStore keychain;
    Profiles first(file(), keychain);
    Profiles second(file(), keychain);
    QVERIFY(wait(first.store(named(u"from first"_s), oldKey, Profiles::Keep::InKeychain)));
    QVERIFY(wait(second.store(named(u"from second"_s), newKey, Profiles::Keep::InKeychain)));
    const QStringList both{u"from first"_s, u"from second"_s};
    QCOMPARE(names(Profiles(file(), keychain)), both);
    QCOMPARE(names(second), both);
    for (const QString &name : both) // no key is left that no profile leads to
        QVERIFY(wait(second.key(name)));
    QVERIFY(wait(second.forget(u"from second"_s)));
    QVERIFY(wait(first.store(named(u"third"_s), oldKey, Profiles::Keep::InKeychain)));
    QCOMPARE(names(Profiles(file(), keychain)), (QStringList{u"from first"_s, u"third"_s}));
}

void tst_SharedProfiles::usingOneDropsNoneOfAnother()
{
    MemoryStore keychain;
    Profiles first(file(), keychain);
    QVERIFY(wait(first.store(named(u"a"_s), oldKey, Profiles::Keep::InKeychain)));
    Profiles second(file(), keychain);
    QVERIFY(wait(second.store(named(u"b"_s), newKey, Profiles::Keep::InKeychain)));
    first.setLastUsed(u"a"_s);
    QCOMPARE(names(Profiles(file(), keychain)), (QStringList{u"a"_s, u"b"_s}));
    second.setLastUsed(u"b"_s);
    first.setLastUsed(u"a"_s); // for it nothing changed, in the file it did
    QCOMPARE(Profiles(file(), keychain).lastUsed(), u"a"_s);
    QVERIFY(wait(second.forget(u"a"_s)));
    first.setLastUsed(u"a"_s); // which is not there any more
    QCOMPARE(Profiles(file(), keychain).lastUsed(), QString());
}

void tst_SharedProfiles::unknownMembersStay()
{
    QVERIFY(write(R"({"later":{"a":1},"lastUsed":"x","profiles":[7,
        {"name":"work","region":"cn-beijing","color":"red"},{"name":"x","new":[1,2]}]})"));
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    Profile changed = work();
    changed.region.clear();
    changed.endpoint = u"https://registry.example"_s;
    QVERIFY(wait(profiles.store(changed, newKey, Profiles::Keep::InKeychain)));
    profiles.setLastUsed(u"work"_s);
    const QJsonObject json = QJsonDocument::fromJson(read(file())).object();
    QCOMPARE(json["later"_L1].toObject(), (QJsonObject{{u"a"_s, 1}}));
    QCOMPARE(json["lastUsed"_L1].toString(), u"work"_s);
    const QJsonArray list = json["profiles"_L1].toArray();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].toInt(), 7);
    QCOMPARE(list[1]["color"_L1].toString(), u"red"_s);
    QCOMPARE(list[1]["endpoint"_L1].toString(), changed.endpoint);
    QVERIFY(list[1]["region"_L1].isUndefined());
    QCOMPARE(list[2].toObject(), (QJsonObject{{u"name"_s, u"x"_s}, {u"new"_s, QJsonArray{1, 2}}}));
}

void tst_SharedProfiles::anotherWindowFollows()
{
    MemoryStore keychain;
    Profiles first(file(), keychain);
    QVERIFY(wait(first.store(named(u"a"_s), oldKey, Profiles::Keep::InKeychain)));
    Profiles second(file(), keychain);
    second.follow();
    QSignalSpy changed(&second, &Profiles::listChanged);
    QVERIFY(wait(first.store(named(u"b"_s), newKey, Profiles::Keep::InKeychain)));
    QTRY_COMPARE(names(second), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(wait(first.forget(u"a"_s))); // the file is another one by now
    QTRY_COMPARE(names(second), QStringList{u"b"_s});
    QCOMPARE(changed.size(), 2);
    first.setLastUsed(u"b"_s);
    QTRY_COMPARE(second.lastUsed(), u"b"_s);
    QCOMPARE(changed.size(), 2);
}

void tst_SharedProfiles::waitsForWhoWritesJustNow()
{
    MemoryStore keychain;
    Profiles profiles(file(), keychain);
    QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    QLockFile other(file() + u".lock"_s);
    QVERIFY(other.tryLock());
    const auto stored = profiles.store(work(), oldKey, Profiles::Keep::InKeychain);
    QTest::qWait(100);
    QVERIFY(!stored.isFinished());
    QVERIFY(write(R"({"profiles":[{"name":"theirs","region":"cn-beijing"}]})"));
    other.unlock();
    QVERIFY(wait(stored));
    QCOMPARE(names(profiles), (QStringList{u"theirs"_s, u"work"_s}));
}

MODELSCRIBE_TEST(tst_SharedProfiles)

} // namespace tst_sharedprofiles

#include "tst_sharedprofiles.moc"
