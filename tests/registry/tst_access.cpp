// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/access.h"

#include "registry/connection.h"
#include "registry/registryproxy.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_access {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using Verdict = Access::Verdict;

class tst_Access : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void ownersMayChangeAll();
    void developersMayChangeTheirOwn();
    void asksOnlyOnce();
    void aCallerWhoIsKnownNeedsNoQuestion();
    void whereItMayNotBeAskedNothingIsMarked_data();
    void whereItMayNotBeAskedNothingIsMarked();
    void knowsPeopleByName();
    void modelsOfProvidersAreNoQuestion();

private:
    static RegisteredModel modelOf(const QString &userId, const QString &workspaceId = u"2"_s)
    {
        return {.id = u"m-"_s + userId,
                .metadata = {.name = u"m"_s, .accessibility = u"PUBLIC"_s},
                .workspaceId = workspaceId,
                .userId = userId};
    }
    Verdict mayUpdate(const RegisteredModel &model)
    {
        return QTest::qWaitFor([&] { return m_access->mayUpdate(model) != Verdict::Unknown; })
                   ? m_access->mayUpdate(model)
                   : Verdict::Unknown;
    }
    qsizetype calls(const QByteArray &part) const
    {
        return std::ranges::count_if(
            m_proxy->listener().requests(),
            [&](const ReceivedRequest &request) { return request.target.contains(part); });
    }

    std::unique_ptr<RegistryProxy> m_proxy;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Access> m_access;
};

void tst_Access::init()
{
    m_proxy = std::make_unique<RegistryProxy>(4);
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.endpoint = m_proxy->endpoint()},
                           .credentials = RegistryProxy::credentials()},
        patientOptions());
    m_access = std::make_unique<Access>(*m_connection);
}

void tst_Access::cleanup()
{
    m_access.reset();
    m_connection.reset();
    m_proxy.reset();
}

void tst_Access::ownersMayChangeAll()
{
    QCOMPARE(mayUpdate(modelOf(u"1001"_s, u"1"_s)), Verdict::Yes);
    QCOMPARE(mayUpdate(modelOf(u"1002"_s, u"1"_s)), Verdict::Yes);
    QCOMPARE(m_access->mayPublish(modelOf(u"1002"_s, u"1"_s)), Verdict::Yes);
    QCOMPARE(m_access->callerId(), QString()); // nothing told
}

void tst_Access::developersMayChangeTheirOwn()
{
    QSignalSpy changed(m_access.get(), &Access::changed);
    QCOMPARE(mayUpdate(modelOf(u"1002"_s)), Verdict::No);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_access->callerId(), QString());
    QCOMPARE(mayUpdate(modelOf(u"1001"_s)), Verdict::Yes);
    QCOMPARE(m_access->callerId(), u"1001"_s); // who alone may
    QCOMPARE(m_access->mayDelete(modelOf(u"1002"_s)), Verdict::No);
    QCOMPARE(m_access->mayPublish(modelOf(u"1001"_s)), Verdict::No);
    // Found out by a check: whoever may change a model may publish it.
    m_connection->setRules({.publishNeedsPermission = false});
    QCOMPARE(m_access->mayPublish(modelOf(u"1001"_s)), Verdict::Yes);
    QCOMPARE(m_access->mayPublish(modelOf(u"1002"_s)), Verdict::No);
}

void tst_Access::asksOnlyOnce()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(mayUpdate(modelOf(u"1002"_s)), Verdict::No);
        QCOMPARE(mayUpdate(modelOf(u"1001"_s)), Verdict::Yes);
        QCOMPARE(mayUpdate(modelOf(u"1003"_s)), Verdict::No);
    }
    QTRY_COMPARE(calls("/members"), 1);
    QCOMPARE(calls("/permissions/"), 2); // the third is not the one who is known by then
    QCOMPARE(calls("/permissions"), 3);
}

void tst_Access::aCallerWhoIsKnownNeedsNoQuestion()
{
    m_access->noteCaller(u"1001"_s);
    QCOMPARE(mayUpdate(modelOf(u"1002"_s)), Verdict::No);
    QCOMPARE(mayUpdate(modelOf(u"1001"_s)), Verdict::Yes);
    QCOMPARE(calls("/permissions/"), 0);
}

void tst_Access::whereItMayNotBeAskedNothingIsMarked_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<RegistryProxy::Do>("answer");
    using Do = RegistryProxy::Do;
    QTest::newRow("the list is refused") << "/permissions"_ba << Do::Refuse;
    QTest::newRow("the list is not known here") << "/permissions"_ba << Do::NotFound;
    QTest::newRow("the list is no list") << "/permissions"_ba << Do::SpoilAnswer;
    QTest::newRow("the question breaks") << "/permissions/"_ba << Do::Break;
    QTest::newRow("the question is no question") << "/permissions/"_ba << Do::BadRequest;
}

void tst_Access::whereItMayNotBeAskedNothingIsMarked()
{
    QFETCH(QByteArray, part);
    QFETCH(RegistryProxy::Do, answer);
    m_proxy->decide = [&](const ReceivedRequest &request) {
        return request.target.contains(part) ? answer : RegistryProxy::Do::Pass;
    };
    const bool isQuestion = part.endsWith('/');
    QSignalSpy ended(&m_connection->client(), &Client::callFinished);
    QCOMPARE(m_access->mayUpdate(modelOf(u"1002"_s)), Verdict::Unknown);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(m_access->mayUpdate(modelOf(u"1002"_s)), Verdict::Unknown);
    QTRY_COMPARE(ended.size(), isQuestion ? 3 : 2);
    QVERIFY(calls(part) > 0);
    QCOMPARE(m_access->mayUpdate(modelOf(u"1002"_s)), Verdict::Unknown);
    QCOMPARE(m_access->nameOf(u"1002"_s), u"林悦"_s); // of the other call
}

void tst_Access::knowsPeopleByName()
{
    m_access->lookAt(u"2"_s);
    QTRY_COMPARE(m_access->nameOf(u"1002"_s), u"林悦"_s);
    QCOMPARE(m_access->nameOf(u"9"_s), QString());
    QCOMPARE(m_access->administrators(u"2"_s), QStringList{u"林悦"_s});
    QCOMPARE(m_access->administrators(u"1"_s), QStringList());
}

void tst_Access::modelsOfProvidersAreNoQuestion()
{
    RegisteredModel model = modelOf(u"1002"_s);
    model.provider = u"pai"_s;
    QCOMPARE(m_access->mayUpdate(model), Verdict::Unknown);
    QVERIFY(m_proxy->listener().requests().isEmpty());
}

MODELSCRIBE_TEST(tst_Access)

} // namespace tst_access

#include "tst_access.moc"
