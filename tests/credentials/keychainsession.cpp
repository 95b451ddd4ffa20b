// SPDX-License-Identifier: GPL-3.0-or-later
// The part of tst_keychainstore that runs inside a session bus of its own.
#include "credentials/keychainstore.h"

#include "credentials/credentialstest.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString serviceName = u"org.freedesktop.secrets"_s;

Error storage(const QString &detail) { return {.kind = Error::Kind::Storage, .detail = detail}; }

//! Owns the name of the Secret Service and answers as little as it is told to.
class SilentService : public QDBusVirtualObject
{
public:
    explicit SilentService(bool saysUnlocked)
        : m_saysUnlocked(saysUnlocked)
    {
        m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath);
        m_bus.registerService(serviceName);
    }
    ~SilentService() override { QDBusConnection::disconnectFromBus(m_bus.name()); }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        message.setDelayedReply(true);
        if (m_saysUnlocked && message.member() == "Get"_L1)
            connection.send(message.createReply(QVariant::fromValue(QDBusVariant(false))));
        return true;
    }

private:
    bool m_saysUnlocked;
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s);
};

//! The daemon goes to the background before it is there.
bool keyringIsUp()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        serviceName, u"/org/freedesktop/secrets/aliases/default"_s,
        u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QVariantList answer = QDBusConnection::sessionBus().call(question).arguments();
    return answer.size() == 1 && answer[0].canConvert<QDBusVariant>()
           && !answer[0].value<QDBusVariant>().variant().toBool();
}

} // namespace

class KeychainSession : public QObject
{
    Q_OBJECT

private slots:
    void keepsKeys();
    void lockedIsNotMissing();
    void noServiceIsMissing();
    void aSilentServiceIsSaid();
    void aSilentJobIsGivenUp();
};

void KeychainSession::keepsKeys()
{
    QTRY_VERIFY(keyringIsUp());
    KeychainStore store;
    QCOMPARE(wait(store.read(u"a"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(wait(store.write(u"a"_s, oldKey)));
    QVERIFY(wait(store.write(u"b"_s, oldKey)));
    QVERIFY(wait(store.write(u"a"_s, newKey)));
    QCOMPARE(wait(store.read(u"a"_s)).value_or(AccessKey()), newKey);
    KeychainStore other;
    QCOMPARE(wait(other.read(u"b"_s)).value_or(AccessKey()), oldKey);
    KeychainStore anotherProgram({.service = u"another program"_s});
    QCOMPARE(wait(anotherProgram.read(u"a"_s)).error().kind, Error::Kind::NotFound);

    auto *raw = new QKeychain::ReadPasswordJob(u"modelscribe"_s);
    QString text;
    bool done = false;
    connect(raw, &QKeychain::Job::finished, this, [&] {
        text = raw->textData();
        done = true;
    });
    raw->setKey(u"b"_s);
    raw->start();
    QTRY_VERIFY(done);
    QCOMPARE(text, uR"({"id":"LTAI-old-key-0001","secret":"old secret"})"_s);

    QVERIFY(wait(store.remove(u"a"_s)));
    QCOMPARE(wait(store.read(u"a"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(wait(store.read(u"b"_s)));
}

void KeychainSession::lockedIsNotMissing()
{
    QTRY_VERIFY(keyringIsUp());
    KeychainStore store;
    QVERIFY(wait(store.write(u"a"_s, oldKey)));
    QDBusMessage lock = QDBusMessage::createMethodCall(
        serviceName, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock << QVariant::fromValue(
        QList{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)});
    const QDBusMessage locked = QDBusConnection::sessionBus().call(lock);
    QCOMPARE(locked.type(), QDBusMessage::ReplyMessage);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wait(store.read(u"a"_s)).error(), storage(u"locked"_s));
    QCOMPARE(wait(store.read(u"none"_s)).error(), storage(u"locked"_s));
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), storage(u"locked"_s));
    QCOMPARE(wait(store.remove(u"a"_s)).error(), storage(u"locked"_s));
    QVERIFY(timer.elapsed() < 2000);
}

void KeychainSession::noServiceIsMissing()
{
    KeychainStore store;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wait(store.read(u"a"_s)).error(), storage(u"missing"_s));
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), storage(u"missing"_s));
    QVERIFY(timer.elapsed() < 2000);
    // On that desktop QtKeychain has a way of its own, and says itself what is missing.
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    QCOMPARE(wait(store.read(u"a"_s)).error().kind, Error::Kind::Storage);
}

void KeychainSession::aSilentServiceIsSaid()
{
    const SilentService service(false);
    KeychainStore store({.askTimeout = 200ms});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wait(store.read(u"a"_s)).error(), storage(u"silent"_s));
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), storage(u"silent"_s));
    QVERIFY(timer.elapsed() < 2000);
}

void KeychainSession::aSilentJobIsGivenUp()
{
    auto service = std::make_unique<SilentService>(true);
    KeychainStore store({.jobTimeout = 300ms});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wait(store.read(u"a"_s)).error(), storage(u"silent"_s));
    QVERIFY(timer.elapsed() >= 290);
    timer.start();
    QCOMPARE(wait(store.write(u"a"_s, newKey)).error(), storage(u"silent"_s));
    QVERIFY2(timer.elapsed() < 200, "nothing waits behind a job that waits");
    service.reset(); // the job ends at last
    QTRY_COMPARE(wait(store.read(u"a"_s)).error(), storage(u"missing"_s));
}

QTEST_GUILESS_MAIN(KeychainSession)
#include "keychainsession.moc"
