// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychainstore.h"

#include "credentials/credentialstest.h"
#include "credentials/privatesession.h"
#include "testclass.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QHash>
#include <QProcess>

#include <cstdio>

namespace tst_keychainstore {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! A keychain that loses or changes what it is given.
class FickleKeychain : public KeychainStore
{
public:
    using KeychainStore::KeychainStore;

    QHash<QString, QString> entries;
    int failingWrite = -1; //!< Number of the write that fails.
    int changedWrite = -1; //!< Number of the write after which something else is held.
    int failingRead = -1;
    int locksAfter = -1; //!< It is asked so often before it is locked.
    int writes = 0;
    int reads = 0;

protected:
    QFuture<Result<std::monostate>> askWhetherUsable() override
    {
        if (locksAfter-- == 0) {
            locksAfter = 0;
            return readyResult<std::monostate>(failure(Error::Kind::Storage, u"locked"_s));
        }
        return readyResult<std::monostate>({});
    }
    QFuture<Result<QString>> readText(const QString &name) override
    {
        if (reads++ == failingRead)
            return readyResult<QString>(failure(Error::Kind::Storage, u"silent"_s));
        if (!entries.contains(name))
            return readyResult<QString>(failure(Error::Kind::NotFound));
        return readyResult<QString>(entries.value(name));
    }
    QFuture<Result<QString>> writeText(const QString &name, const QString &text) override
    {
        const int number = writes++;
        if (number == failingWrite)
            return readyResult<QString>(failure(Error::Kind::Storage, u"locked"_s));
        entries.insert(name, number == changedWrite ? u"something else"_s : text);
        return readyResult<QString>(QString());
    }
};

} // namespace

class tst_KeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void withoutABusItIsMissingAtOnce();
    void canBeDeletedWhileAsking();
    void aFailedWriteLeavesTheOldEntry_data();
    void aFailedWriteLeavesTheOldEntry();
    void lockedWhileItIsReadIsNotMissing();
    void anEntryThatIsNoKeyIsDamaged_data();
    void anEntryThatIsNoKeyIsDamaged();
    void inASession_data();
    void inASession();
};

void tst_KeychainStore::withoutABusItIsMissingAtOnce()
{
#ifndef MODELSCRIBE_SECRET_SERVICE
    QSKIP("this system has no Secret Service");
#endif
    if (qgetenv("DBUS_SESSION_BUS_ADDRESS") != "disabled:")
        QSKIP("needs DBUS_SESSION_BUS_ADDRESS=disabled:");
    KeychainStore store;
    QElapsedTimer timer;
    timer.start();
    const Error missing{.kind = Error::Kind::Storage, .detail = u"missing"_s};
    QCOMPARE(wait(store.read(u"a"_s)).error(), missing);
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), missing);
    QCOMPARE(wait(store.remove(u"a"_s)).error(), missing);
    QVERIFY(timer.elapsed() < 1000);
}

void tst_KeychainStore::canBeDeletedWhileAsking()
{
    auto store = std::make_unique<KeychainStore>();
    const auto reading = store->read(u"a"_s);
    store.reset();
    QTRY_VERIFY(reading.isFinished());
}

void tst_KeychainStore::aFailedWriteLeavesTheOldEntry_data()
{
    QTest::addColumn<bool>("hadEntry");
    QTest::addColumn<int>("failingWrite");
    QTest::addColumn<int>("changedWrite");
    QTest::addColumn<int>("failingRead");
    QTest::addColumn<QString>("detail");
    QTest::newRow("the old one cannot be read") << true << -1 << -1 << 0 << u"silent"_s;
    QTest::newRow("the write fails") << true << 0 << -1 << -1 << u"locked"_s;
    QTest::newRow("the first write ever fails") << false << 0 << -1 << -1 << u"locked"_s;
    QTest::newRow("something else is held") << true << -1 << 0 << -1 << u"unproven"_s;
    QTest::newRow("it cannot be read back") << true << -1 << -1 << 1 << u"silent"_s;
    QTest::newRow("something else is held at the first write")
        << false << -1 << 0 << -1 << u"unproven"_s;
}

void tst_KeychainStore::aFailedWriteLeavesTheOldEntry()
{
    QFETCH(bool, hadEntry);
    QFETCH(int, failingWrite);
    QFETCH(int, changedWrite);
    QFETCH(int, failingRead);
    QFETCH(QString, detail);
    FickleKeychain store;
    if (hadEntry)
        QVERIFY(wait(store.write(u"a"_s, oldKey)));
    store.writes = store.reads = 0;
    store.failingWrite = failingWrite;
    store.changedWrite = changedWrite;
    store.failingRead = failingRead;
    const auto written = wait(store.write(u"a"_s, newKey));
    QVERIFY(!written);
    QCOMPARE(written.error(), (Error{.kind = Error::Kind::Storage, .detail = detail}));
    store.failingRead = -1;
    const auto held = wait(store.read(u"a"_s));
    QCOMPARE(held.value_or(AccessKey()), hadEntry ? oldKey : AccessKey());

    store.failingWrite = store.changedWrite = -1;
    QVERIFY(wait(store.write(u"a"_s, newKey)));
    QCOMPARE(wait(store.read(u"a"_s)).value_or(AccessKey()), newKey);
}

//! To QtKeychain a locked collection is one without entries.
void tst_KeychainStore::lockedWhileItIsReadIsNotMissing()
{
    const Error locked{.kind = Error::Kind::Storage, .detail = u"locked"_s};
    FickleKeychain store;
    store.locksAfter = 1;
    QCOMPARE(wait(store.read(u"a"_s)).error(), locked);
    store.locksAfter = 1;
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), locked);
    QCOMPARE(store.writes, 0);
    store.locksAfter = -1;
    QCOMPARE(wait(store.read(u"a"_s)).error().kind, Error::Kind::NotFound);
}

void tst_KeychainStore::anEntryThatIsNoKeyIsDamaged_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no JSON") << u"hunter2"_s;
    QTest::newRow("half a key") << uR"({"id":"LTAI"})"_s;
    QTest::newRow("numbers") << uR"({"id":1,"secret":2})"_s;
}

void tst_KeychainStore::anEntryThatIsNoKeyIsDamaged()
{
    QFETCH(QString, text);
    FickleKeychain store;
    store.entries.insert(u"a"_s, text);
    const auto key = wait(store.read(u"a"_s));
    QVERIFY(!key);
    QCOMPARE(key.error(), (Error{.kind = Error::Kind::Storage, .detail = u"damaged"_s}));
    QVERIFY2(wait(store.write(u"a"_s, newKey)), "it can be replaced");
}

void tst_KeychainStore::inASession_data()
{
    QTest::addColumn<QString>("slot");
    QTest::addColumn<PrivateSession::Keyring>("keyring");
    using Keyring = PrivateSession::Keyring;
    QTest::newRow("keeps keys") << u"keepsKeys"_s << Keyring::Unlocked;
    QTest::newRow("locked is not missing") << u"lockedIsNotMissing"_s << Keyring::Unlocked;
    QTest::newRow("a prompt that nobody answers") << u"aPromptIsGivenUp"_s << Keyring::Empty;
    QTest::newRow("slow") << u"aSlowJobIsGivenUp"_s << Keyring::Unlocked;
    QTest::newRow("killed in a job") << u"aKilledServiceIsSaid"_s << Keyring::Unlocked;
    QTest::newRow("no service") << u"noServiceIsMissing"_s << Keyring::None;
    QTest::newRow("a service that does not say whether it is locked")
        << u"aSilentServiceIsSaid"_s << Keyring::None;
    QTest::newRow("a service that does nothing else") << u"aSilentJobIsGivenUp"_s << Keyring::None;
}

//! Each in a bus and a home of its own, with the keyring of GNOME.
void tst_KeychainStore::inASession()
{
#ifdef MODELSCRIBE_SECRET_SERVICE
    QFETCH(QString, slot);
    QFETCH(PrivateSession::Keyring, keyring);
    const PrivateSession session;
    QVERIFY2(session.missing().isEmpty(), qPrintable(session.missing()));
    QProcess process;
    process.setProcessEnvironment(session.environment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    session.start(
        process, keyring,
        u"'%1' %2"_s.arg(testing::buildPath(u"tests/credentials/keychainsession"_s), slot));
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("0 failed"), output.constData());
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("longest gap"))
            std::printf("%s: %s\n", QTest::currentDataTag(), line.constData());
    }
#else
    QSKIP("this system has no Secret Service");
#endif
}

MODELSCRIBE_TEST(tst_KeychainStore)

} // namespace tst_keychainstore

#include "tst_keychainstore.moc"
