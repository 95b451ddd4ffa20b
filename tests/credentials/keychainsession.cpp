// SPDX-License-Identifier: GPL-3.0-or-later
// The part of tst_keychainstore that runs inside a session bus of its own.
#include "credentials/keychainstore.h"

#include "credentials/credentialstest.h"
#include "credentials/heartbeat.h"
#include "credentials/privatesession.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScopeGuard>

#include <csignal>
#include <functional>

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

//! Begins a prompt as it is told and shows nothing, like one that nobody sees.
class UnseenPrompter : public QDBusVirtualObject
{
public:
    UnseenPrompter()
    {
        m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath);
        m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    }
    ~UnseenPrompter() override { QDBusConnection::disconnectFromBus(m_bus.name()); }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        prompts += message.member() == "BeginPrompting"_L1;
        connection.send(message.createReply());
        return true;
    }

    int prompts = 0;

private:
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus,
                                                          u"prompter"_s);
};

//! Something happens between "are you locked?" and the job.
class DisturbedStore : public KeychainStore
{
public:
    using KeychainStore::KeychainStore;

    std::function<void()> disturb; //!< Once.

protected:
    QFuture<Result<std::monostate>> askWhetherUsable() override
    {
        return andThen<std::monostate>(KeychainStore::askWhetherUsable(), this,
                                       [this](std::monostate) {
                                           if (const auto once = std::exchange(disturb, nullptr))
                                               once();
                                           return readyResult<std::monostate>({});
                                       });
    }
};

//! Unlike wait() it leaves the event loop running all the time.
template<typename T>
Result<T> await(const QFuture<Result<T>> &future)
{
    Result<T> result = failure(Error::Kind::Invalid, u"hangs"_s);
    QEventLoop loop;
    whenDone(future, &loop, [&](const Result<T> &done) {
        result = done;
        loop.quit();
    });
    QTimer::singleShot(15s, &loop, &QEventLoop::quit);
    loop.exec();
    return result;
}

template<typename T>
Error errorOf(const Result<T> &result)
{
    return result ? Error{.kind = Error::Kind::Invalid, .detail = u"it went well"_s}
                  : result.error();
}

//! nullopt: there is none. The daemon goes to the background before it is there.
std::optional<bool> isKeyringLocked()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        serviceName, u"/org/freedesktop/secrets/aliases/default"_s,
        u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QVariantList answer = QDBusConnection::sessionBus().call(question).arguments();
    if (answer.size() != 1 || !answer[0].canConvert<QDBusVariant>())
        return {};
    return answer[0].value<QDBusVariant>().variant().toBool();
}

pid_t keyringProcess()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"GetConnectionUnixProcessID"_s);
    question << serviceName;
    const QVariantList answer = QDBusConnection::sessionBus().call(question).arguments();
    return answer.size() == 1 ? pid_t(answer[0].toUInt()) : 0;
}

} // namespace

class KeychainSession : public QObject
{
    Q_OBJECT

private slots:
    void keepsKeys();
    void lockedIsNotMissing();
    void aPromptIsGivenUp();
    void aSlowJobIsGivenUp();
    void aKilledServiceIsSaid();
    void noServiceIsMissing();
    void aSilentServiceIsSaid();
    void aSilentJobIsGivenUp();
};

void KeychainSession::keepsKeys()
{
    QTRY_VERIFY(isKeyringLocked() == false);
    KeychainStore store;
    Heartbeat heart;
    QCOMPARE(errorOf(await(store.read(u"a"_s))).kind, Error::Kind::NotFound);
    QVERIFY(await(store.write(u"a"_s, oldKey)));
    QVERIFY(await(store.write(u"b"_s, oldKey)));
    QVERIFY(await(store.write(u"a"_s, newKey)));
    QCOMPARE(await(store.read(u"a"_s)).value_or(AccessKey()), newKey);
    KeychainStore other;
    QCOMPARE(await(other.read(u"b"_s)).value_or(AccessKey()), oldKey);
    KeychainStore anotherProgram({.service = u"another program"_s});
    QCOMPARE(errorOf(await(anotherProgram.read(u"a"_s))).kind, Error::Kind::NotFound);

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

    QVERIFY(await(store.remove(u"a"_s)));
    QCOMPARE(errorOf(await(store.read(u"a"_s))).kind, Error::Kind::NotFound);
    QVERIFY2(await(store.remove(u"a"_s)), "what is gone need not be deleted");
    QVERIFY(await(store.read(u"b"_s)));
    QVERIFY(heart.isSteady("write, read, update, delete"));
}

void KeychainSession::lockedIsNotMissing()
{
    QTRY_VERIFY(isKeyringLocked() == false);
    KeychainStore store;
    QVERIFY(await(store.write(u"a"_s, oldKey)));
    const auto lock = [] {
        QDBusMessage message = QDBusMessage::createMethodCall(
            serviceName, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s,
            u"Lock"_s);
        message << QVariant::fromValue(
            QList{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)});
        return QDBusConnection::sessionBus().call(message).type() == QDBusMessage::ReplyMessage;
    };
    DisturbedStore disturbed;
    disturbed.disturb = lock; // after the answer that it is not
    QCOMPARE(errorOf(await(disturbed.read(u"a"_s))), storage(u"locked"_s));
    QVERIFY(isKeyringLocked() == true);
    QElapsedTimer timer;
    timer.start();
    Heartbeat heart;
    QCOMPARE(errorOf(await(store.read(u"a"_s))), storage(u"locked"_s));
    QCOMPARE(errorOf(await(store.read(u"none"_s))), storage(u"locked"_s));
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"locked"_s));
    QCOMPARE(errorOf(await(store.remove(u"a"_s))), storage(u"locked"_s));
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(heart.isSteady("locked"));
}

void KeychainSession::aPromptIsGivenUp()
{
    QTRY_VERIFY(keyringProcess() != 0);
    QVERIFY(!isKeyringLocked()); // there is no collection to be locked
    const UnseenPrompter prompter;
    KeychainStore store({.jobTimeout = 1s});
    QElapsedTimer timer;
    Heartbeat heart;
    timer.start();
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"silent"_s));
    QVERIFY(prompter.prompts > 0);
    QVERIFY(timer.elapsed() >= 900 && timer.elapsed() < 3000);
    timer.start();
    QCOMPARE(errorOf(await(store.read(u"a"_s))), storage(u"silent"_s));
    QVERIFY2(timer.elapsed() < 200, "nothing waits behind a job that waits");
    QVERIFY(heart.isSteady("a prompt that nobody answers"));
}

void KeychainSession::aSlowJobIsGivenUp()
{
    QTRY_VERIFY(isKeyringLocked() == false);
    const pid_t keyring = keyringProcess();
    QVERIFY(keyring > 0);
    const auto goesOn = qScopeGuard([keyring] { kill(keyring, SIGCONT); });
    DisturbedStore store({.askTimeout = 500ms, .jobTimeout = 500ms});
    QVERIFY(await(store.write(u"a"_s, oldKey)));
    store.disturb = [keyring] { kill(keyring, SIGSTOP); };
    QElapsedTimer timer;
    Heartbeat heart;
    timer.start();
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"silent"_s));
    QVERIFY(timer.elapsed() >= 450 && timer.elapsed() < 2000);
    KeychainStore another({.askTimeout = 500ms, .jobTimeout = 500ms});
    QCOMPARE(errorOf(await(another.read(u"a"_s))), storage(u"silent"_s));
    QVERIFY(heart.isSteady("a service that does not answer"));
    QVERIFY(kill(keyring, SIGCONT) == 0);
    QTRY_VERIFY(await(store.read(u"a"_s)));
    QCOMPARE(await(store.read(u"a"_s)).value_or(AccessKey()), oldKey);
}

void KeychainSession::aKilledServiceIsSaid()
{
    using Job = std::function<Result<std::monostate>(KeychainStore &)>;
    const auto withoutValue = [](const auto &result) {
        return result ? Result<std::monostate>() : Result<std::monostate>(failure(result.error()));
    };
    const QList<Job> jobs{
        [&](KeychainStore &store) { return withoutValue(await(store.read(u"a"_s))); },
        [&](KeychainStore &store) { return withoutValue(await(store.read(u"none"_s))); },
        [&](KeychainStore &store) { return await(store.write(u"a"_s, newKey)); },
        [&](KeychainStore &store) { return await(store.remove(u"a"_s)); }};
    QTRY_VERIFY(isKeyringLocked() == false);
    KeychainStore calm;
    QVERIFY(await(calm.write(u"a"_s, oldKey)));
    for (const Job &job : jobs) {
        const pid_t keyring = keyringProcess();
        QVERIFY(keyring > 0);
        DisturbedStore store({.jobTimeout = 2s});
        store.disturb = [this, keyring] {
            kill(keyring, SIGSTOP); // so that the job has surely begun
            QTimer::singleShot(100ms, this, [keyring] { kill(keyring, SIGKILL); });
        };
        QElapsedTimer timer;
        Heartbeat heart;
        timer.start();
        const auto done = job(store);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Storage);
        QVERIFY2(done.error().detail == "missing"_L1 || done.error().detail == "silent"_L1,
                 qPrintable(done.error().detail));
        QVERIFY(timer.elapsed() < 6000);
        QCOMPARE(errorOf(await(calm.read(u"a"_s))), storage(u"missing"_s));
        QVERIFY(heart.isSteady("a service that is killed in a job"));
        QProcess again;
        again.start(u"sh"_s,
                    {u"-c"_s, PrivateSession::keyringCommand(PrivateSession::Keyring::Unlocked)});
        QVERIFY(again.waitForFinished());
        QTRY_VERIFY(isKeyringLocked() == false);
        const auto after = await(calm.read(u"a"_s));
        QVERIFY2(after, qPrintable(errorOf(after).detail + errorOf(after).message));
        QCOMPARE(*after, oldKey);
    }
}

void KeychainSession::noServiceIsMissing()
{
    KeychainStore store;
    QElapsedTimer timer;
    Heartbeat heart;
    timer.start();
    QCOMPARE(errorOf(await(store.read(u"a"_s))), storage(u"missing"_s));
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"missing"_s));
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(heart.isSteady("no service"));
    // On that desktop QtKeychain has a way of its own, and says itself what is missing.
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    QCOMPARE(errorOf(await(store.read(u"a"_s))).kind, Error::Kind::Storage);
}

void KeychainSession::aSilentServiceIsSaid()
{
    const SilentService service(false);
    KeychainStore store({.askTimeout = 200ms});
    QElapsedTimer timer;
    Heartbeat heart;
    timer.start();
    QCOMPARE(errorOf(await(store.read(u"a"_s))), storage(u"silent"_s));
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"silent"_s));
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(heart.isSteady("a service that does not say whether it is locked"));
}

void KeychainSession::aSilentJobIsGivenUp()
{
    auto service = std::make_unique<SilentService>(true);
    KeychainStore store({.jobTimeout = 300ms});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(errorOf(await(store.read(u"a"_s))), storage(u"silent"_s));
    QVERIFY(timer.elapsed() >= 270); // a coarse timer
    timer.start();
    QCOMPARE(errorOf(await(store.write(u"a"_s, newKey))), storage(u"silent"_s));
    QVERIFY2(timer.elapsed() < 200, "nothing waits behind a job that waits");
    service.reset(); // the job ends at last
    QTRY_COMPARE(errorOf(await(store.read(u"a"_s))), storage(u"missing"_s));
}

QTEST_GUILESS_MAIN(KeychainSession)
#include "keychainsession.moc"
