// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/faultserver.h"
#include "api/operations.h"
#include "api/scriptedsource.h"
#include "api/wiretest.h"
#include "testclass.h"

#include <QElapsedTimer>

namespace tst_credentials {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const AccessKey first{.id = "STS.first", .secret = "one", .securityToken = "token-one"};
const AccessKey second{.id = "STS.second", .secret = "two", .securityToken = "token-two"};

FaultServer::Step good() { return FaultServer::answer(200, R"({"ModelId":"m","RequestId":"R"})"); }
FaultServer::Step busy() { return FaultServer::answer(503, R"({"Code":"ServiceUnavailable"})"); }
FaultServer::Step ended(const QByteArray &code = "InvalidSecurityToken.Expired")
{
    return FaultServer::answer(403, R"({"Code":")" + code + R"(","RequestId":"R-1"})");
}

} // namespace

//! Which key signs what, and what happens where there is none.
class tst_Credentials : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyAttemptAsksForItsKey();
    void aKeyThatWasReplacedBetweenAttemptsIsUsedByTheNext();
    void aLateKeySignsWhenItIsThere();
    void aRefusalEndsTheCallBeforeAnythingIsSent_data();
    void aRefusalEndsTheCallBeforeAnythingIsSent();
    void aSourceThatNeverAnswersIsGivenUpInTime_data();
    void aSourceThatNeverAnswersIsGivenUpInTime();
    void waitingForTheKeyCanBeCancelled();
    void aSourceThatIsSlowHoldsNobodyBack();
    void aReadWithAnEndedKeyIsRepeatedWithANewOne_data();
    void aReadWithAnEndedKeyIsRepeatedWithANewOne();
    void withoutAnotherKeyAnEndedOneIsTriedOnce();
    void aKeyIsRenewedOnceACall();
    void aRevokedKeyIsNotRenewed();
    void aRenewalThatNeverComesEndsWithTheRefusal();
    void aWriteWithAnEndedKeyIsItsCallersToRepeat_data();
    void aWriteWithAnEndedKeyIsItsCallersToRepeat();
    void secretsAreInNoError();

private:
    QList<QByteArray> tokens() const
    {
        QList<QByteArray> all;
        for (const ReceivedRequest &request : m_server->listener().requests())
            all.append(request.header("x-acs-security-token"));
        return all;
    }
    auto get() { return m_client->run(operations::getModel(u"m"_s)); }
    auto remove() { return m_client->run(operations::deleteModel(u"m"_s)); }

    std::unique_ptr<FaultServer> m_server;
    std::shared_ptr<ScriptedSource> m_source;
    std::unique_ptr<Client> m_client;
};

void tst_Credentials::init()
{
    m_client.reset();
    m_server = std::make_unique<FaultServer>();
    m_server->setScript({good()});
    m_source = std::make_shared<ScriptedSource>(first);
    m_client = std::make_unique<Client>(*Endpoint::fromText(m_server->address()), m_source,
                                        quickOptions());
}

void tst_Credentials::everyAttemptAsksForItsKey()
{
    m_server->setScript({busy(), busy(), good()});
    QCOMPARE(m_source->asked, 0);
    QVERIFY(wait(get()));
    QCOMPARE(m_source->asked, 3);
    QCOMPARE(m_source->renewals, 0);
}

void tst_Credentials::aKeyThatWasReplacedBetweenAttemptsIsUsedByTheNext()
{
    m_server->setScript({[this](QTcpSocket &socket, const ReceivedRequest &request) {
                             m_source->now = second;
                             busy()(socket, request);
                         },
                         good()});
    QVERIFY(wait(get()));
    QCOMPARE(tokens(), (QList<QByteArray>{"token-one", "token-two"}));
    const QByteArray authorization = m_server->listener().requests().last().header("authorization");
    QVERIFY2(authorization.contains("Credential=STS.second"), authorization.constData());
}

void tst_Credentials::aLateKeySignsWhenItIsThere()
{
    m_source->answers = ScriptedSource::Answers::Later;
    const auto call = get();
    QTRY_COMPARE(m_source->asked, 1);
    QTest::qWait(50);
    QCOMPARE(m_server->listener().connections(), 0);
    m_source->answer(second);
    QVERIFY(wait(call));
    QCOMPARE(tokens(), QList<QByteArray>{"token-two"});
}

void tst_Credentials::aRefusalEndsTheCallBeforeAnythingIsSent_data()
{
    QTest::addColumn<bool>("isWrite");
    QTest::addColumn<bool>("isLate");
    QTest::newRow("read") << false << false;
    QTest::newRow("read, late") << false << true;
    QTest::newRow("write") << true << false;
    QTest::newRow("write, late") << true << true;
}

void tst_Credentials::aRefusalEndsTheCallBeforeAnythingIsSent()
{
    QFETCH(bool, isWrite);
    QFETCH(bool, isLate);
    const Error locked{.kind = Error::Kind::Storage, .detail = u"locked"_s};
    m_source->now = failure(locked);
    if (isLate)
        m_source->answers = ScriptedSource::Answers::Later;
    std::optional<CallReport> report;
    connect(m_client.get(), &Client::callFinished, this,
            [&report](const CallReport &done) { report = done; });
    const auto read = isWrite ? QFuture<Result<RegisteredModel>>() : get();
    const auto write = isWrite ? remove() : QFuture<Result<std::monostate>>();
    QTRY_COMPARE(m_source->asked, 1);
    if (isLate)
        m_source->answer(failure(locked));
    QCOMPARE(isWrite ? wait(write).error() : wait(read).error(), locked);
    QCOMPARE(m_source->asked, 1);
    QCOMPARE(m_server->listener().connections(), 0);
    QVERIFY(report);
    QCOMPARE(report->attempts, 0);
    QCOMPARE(report->error, locked);
}

void tst_Credentials::aSourceThatNeverAnswersIsGivenUpInTime_data()
{
    QTest::addColumn<bool>("isWrite");
    QTest::newRow("read") << false;
    QTest::newRow("write") << true;
}

void tst_Credentials::aSourceThatNeverAnswersIsGivenUpInTime()
{
    QFETCH(bool, isWrite);
    m_source->answers = ScriptedSource::Answers::Later;
    QElapsedTimer timer;
    timer.start();
    const Error error = isWrite ? wait(remove()).error() : wait(get()).error();
    QCOMPARE(error.kind, Error::Kind::Timeout);
    QCOMPARE(error.detail, u"no access key within 1.5 s"_s);
    QVERIFY(!error.outcomeUnknown);
    QVERIFY(!error.againAfter);
    QVERIFY(timer.elapsed() >= 1400);
    QCOMPARE(m_server->listener().connections(), 0);
    m_source->answer(first); // when nobody waits any more
    QTest::qWait(50);
    QCOMPARE(m_server->listener().connections(), 0);
    m_source->answers = ScriptedSource::Answers::AtOnce;
    QVERIFY(wait(get()));
}

void tst_Credentials::waitingForTheKeyCanBeCancelled()
{
    m_source->answers = ScriptedSource::Answers::Later;
    auto call = get();
    QTRY_COMPARE(m_source->asked, 1);
    call.cancel();
    QTRY_VERIFY(call.isFinished());
    m_source->answer(first);
    QTest::qWait(50);
    QCOMPARE(m_server->listener().connections(), 0);
}

void tst_Credentials::aSourceThatIsSlowHoldsNobodyBack()
{
    m_source->answers = ScriptedSource::Answers::Later;
    QList<QFuture<Result<RegisteredModel>>> calls;
    for (int i = 0; i < 20; ++i) // more than there are connections
        calls.append(get());
    QTRY_COMPARE(m_source->asked, 6);
    for (int i = 0; i < 3; ++i)
        m_source->answer(failure(Error::Kind::Storage, u"locked"_s));
    QTRY_COMPARE(m_source->asked, 9);
    m_source->answers = ScriptedSource::Answers::AtOnce;
    for (int i = 0; i < 6; ++i)
        m_source->answer(first);
    int good = 0;
    for (const auto &call : calls)
        good += wait(call) ? 1 : 0;
    QCOMPARE(good, 17);
}

void tst_Credentials::aReadWithAnEndedKeyIsRepeatedWithANewOne_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("isLate");
    for (const char *code :
         {"InvalidSecurityToken.Expired", "InvalidSecurityToken.MismatchWithAccessKey",
          "InvalidSecurityToken.Malformed", "MissingSecurityToken"})
        QTest::newRow(code) << QByteArray(code) << false;
    QTest::newRow("later") << QByteArray("InvalidSecurityToken.Expired") << true;
}

void tst_Credentials::aReadWithAnEndedKeyIsRepeatedWithANewOne()
{
    QFETCH(QByteArray, code);
    QFETCH(bool, isLate);
    m_server->setScript({ended(code), good()});
    m_source->next = second;
    if (isLate)
        m_source->renewing = ScriptedSource::Answers::Later;
    const auto call = get();
    QTRY_COMPARE(m_source->renewals, 1);
    QCOMPARE(m_source->lastRefused, first);
    if (isLate) {
        m_source->now = second;
        m_source->answer(second);
    }
    QVERIFY(wait(call));
    QCOMPARE(tokens(), (QList<QByteArray>{"token-one", "token-two"}));
}

void tst_Credentials::withoutAnotherKeyAnEndedOneIsTriedOnce()
{
    m_server->setScript({ended()});
    const auto read = wait(get());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(read.error().code, u"InvalidSecurityToken.Expired"_s);
    QCOMPARE(read.error().requestId, u"R-1"_s);
    QCOMPARE(m_server->count("GET"), 1);
}

void tst_Credentials::aKeyIsRenewedOnceACall()
{
    m_server->setScript({ended()});
    m_source->next = second;
    QCOMPARE(wait(get()).error().code, u"InvalidSecurityToken.Expired"_s);
    QCOMPARE(m_server->count("GET"), 2);
    QCOMPARE(m_source->renewals, 1);
}

void tst_Credentials::aRevokedKeyIsNotRenewed()
{
    m_server->setScript({ended("InvalidAccessKeyId.Inactive")});
    m_source->next = second;
    QVERIFY(!wait(get()));
    QCOMPARE(m_server->count("GET"), 1);
    QCOMPARE(m_source->renewals, 0);
}

void tst_Credentials::aRenewalThatNeverComesEndsWithTheRefusal()
{
    m_server->setScript({ended()});
    m_source->renewing = ScriptedSource::Answers::Later;
    const auto write = wait(remove());
    QVERIFY(!write);
    QCOMPARE(write.error().code, u"InvalidSecurityToken.Expired"_s);
    QVERIFY(!write.error().outcomeUnknown);
    QVERIFY(!write.error().againAfter);
    m_source->answer(second);
    QTest::qWait(20);
}

void tst_Credentials::aWriteWithAnEndedKeyIsItsCallersToRepeat_data()
{
    QTest::addColumn<bool>("isRenewed");
    QTest::newRow("another key") << true;
    QTest::newRow("no other key") << false;
}

void tst_Credentials::aWriteWithAnEndedKeyIsItsCallersToRepeat()
{
    QFETCH(bool, isRenewed);
    m_server->setScript({ended(), good()});
    if (isRenewed)
        m_source->next = second;
    const auto written = wait(remove());
    QVERIFY(!written);
    QCOMPARE(m_server->count("DELETE"), 1); // not by itself
    QVERIFY(!written.error().outcomeUnknown);
    QCOMPARE(written.error().againAfter,
             isRenewed ? std::optional<std::chrono::milliseconds>(0ms) : std::nullopt);
    QVERIFY(wait(remove()));
    QCOMPARE(tokens().last(), isRenewed ? second.securityToken : first.securityToken);
}

void tst_Credentials::secretsAreInNoError()
{
    AccessKey renewed = canaryKey();
    renewed.id = "LTAI5tOtherCanary9876543";
    renewed.securityToken = "CAISOtherCanary+zyx/WVU==0123";
    m_source->now = canaryKey();
    m_source->next = renewed;
    const QByteArray told = canaryKey().securityToken + ' ' + canaryKey().id + ' '
                            + renewed.securityToken + ' ' + renewed.id;
    m_server->setScript({FaultServer::answer(
        403, R"({"Code":"InvalidSecurityToken.Expired","Message":"of )" + told + R"("})")});
    for (const auto &[isLast, key] : {std::pair(false, canaryKey()), std::pair(true, renewed)}) {
        const Error error = wait(get()).error(); // each time the key that signed last
        if (isLast)
            QCOMPARE(m_source->now, Result<AccessKey>(renewed));
        for (const QString &text : {error.message, error.detail, error.code, error.requestId}) {
            QVERIFY2(!text.contains(QString::fromLatin1(renewed.id)), qPrintable(text));
            QVERIFY2(!text.contains(QString::fromLatin1(renewed.securityToken)), qPrintable(text));
        }
    }
}

MODELSCRIBE_TEST(tst_Credentials)

} // namespace tst_credentials

#include "tst_credentials.moc"
