// SPDX-License-Identifier: GPL-3.0-or-later
// Saves whose answers get lost on the way: what the registry holds in the end, and what is said.
#include "registry/catalogtest.h"
#include "registry/registryproxy.h"
#include "registry/saverun.h"

#include "api/faultserver.h"
#include "testclass.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

namespace tst_savelost {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = SaveOutcome::Result;
using State = SaveStep::State;
using Do = RegistryProxy::Do;

namespace {

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"other words"_s;
    metadata.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    return metadata;
}

SaveOutcome carryOut(Client &client, const SavePlan &plan, SaveRunOptions options = {})
{
    options.lookPauses = {1ms, 2ms, 3ms};
    SaveRun run(client, plan);
    run.setOptions(options);
    QSignalSpy finished(&run, &SaveRun::finished);
    QEventLoop loop; // QTest::qWaitFor() sleeps 10 ms a round, which adds up
    QObject::connect(&run, &SaveRun::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
    if (finished.isEmpty())
        qFatal("the run hangs");
    return finished[0][0].value<SaveOutcome>();
}

} // namespace

class tst_SaveLost : public QObject
{
    Q_OBJECT

private slots:
    void aLostCreateLeavesExactlyOneModel();
    void aCreateWhoseAnswerCannotBeReadIsFound_data();
    void aCreateWhoseAnswerCannotBeReadIsFound();
    void aCreateThatNeverArrivedIsUnknownAndNotSentAgain();
    void anotherModelOfTheNameIsNotTakenForOurs_data();
    void anotherModelOfTheNameIsNotTakenForOurs();
    void aModelThatTheListShowsInPartIsReadWhole();
    void anUpdateIsSettledByReading_data();
    void anUpdateIsSettledByReading();
    void aSecondEditorInBetweenIsSeen();
    void anUpdateThatCannotBeSettledIsUnknown();
    void aModelDeletedInBetweenIsSaid();
    void labelsThatAreGoneAlreadyAreRemoved();
};

void tst_SaveLost::aLostCreateLeavesExactlyOneModel()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    registry.decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::LoseAnswer : Do::Pass;
    };
    constexpr int runs = 100;
    int exactlyOne = 0;
    for (int i = 0; i < runs; ++i) {
        ModelMetadata metadata = start;
        metadata.name = u"bert %1"_s.arg(i);
        const SaveOutcome outcome = carryOut(client, *SavePlan::make({}, metadata, {}));
        const QList<RegisteredModel> held = registry.modelsNamed(metadata.name);
        exactlyOne += held.size() == 1 && outcome.result == Outcome::Saved && outcome.foundByName
                      && outcome.createdId == held.first().id;
    }
    qInfo("lost answers of a create: exactly one model in %d of %d runs, %lld POSTs", exactlyOne,
          runs, qlonglong(registry.count("POST")));
    QCOMPARE(exactlyOne, runs);
    QCOMPARE(registry.count("POST"), runs);
}

void tst_SaveLost::aCreateWhoseAnswerCannotBeReadIsFound_data()
{
    QTest::addColumn<Do>("fault");
    QTest::newRow("cut short") << Do::CutAnswer;
    QTest::newRow("no JSON") << Do::SpoilAnswer;
}

void tst_SaveLost::aCreateWhoseAnswerCannotBeReadIsFound()
{
    QFETCH(Do, fault);
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    registry.decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" ? fault : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make({}, start, {}));
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(outcome.foundByName);
    QCOMPARE(outcome.plan.steps[1].state, State::Done);
    QCOMPARE(registry.modelsNamed(u"bert"_s).size(), 1);
    QCOMPARE(registry.count("POST"), 1);
}

void tst_SaveLost::aCreateThatNeverArrivedIsUnknownAndNotSentAgain()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    registry.decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::LoseRequest : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make({}, start, {}));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(outcome.plan.steps[1].state, State::Unknown);
    QCOMPARE(outcome.plan.steps[2].state, State::Skipped);
    QVERIFY(outcome.error->outcomeUnknown);
    QCOMPARE(outcome.createdId, QString());
    QCOMPARE(registry.count("POST"), 1);
    QCOMPARE(registry.count("GET"), 4); // the name, and three looks
}

void tst_SaveLost::anotherModelOfTheNameIsNotTakenForOurs_data()
{
    QTest::addColumn<QString>("created");
    QTest::addColumn<QString>("description");
    QTest::addColumn<qint64>("skew");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("just made") << u"2026-01-01T12:00:01Z"_s << u"words"_s << 0LL << true;
    QTest::newRow("clocks differ a little")
        << u"2026-01-01T11:50:00Z"_s << u"words"_s << 0LL << true;
    QTest::newRow("no time at all") << QString() << u"words"_s << 0LL << true;
    QTest::newRow("older than the save") << u"2026-01-01T11:40:00Z"_s << u"words"_s << 0LL << false;
    QTest::newRow("our clock is an hour ahead")
        << u"2026-01-01T11:00:01Z"_s << u"words"_s << -3600LL << true;
    QTest::newRow("other content") << u"2026-01-01T12:00:01Z"_s << u"theirs"_s << 0LL << false;
}

void tst_SaveLost::anotherModelOfTheNameIsNotTakenForOurs()
{
    QFETCH(QString, created);
    QFETCH(QString, description);
    QFETCH(qint64, skew);
    QFETCH(bool, isOurs);
    RegisteredModel found = modelOf(u"model-9"_s, start);
    found.metadata.description = description;
    found.created = created;
    FaultServer server;
    server.setScript({FaultServer::answer(200, pageJson({}, "0")), FaultServer::close(),
                      [&](QTcpSocket &socket, const ReceivedRequest &request) {
                          const bool isList = request.target.contains('?');
                          socket.write(
                              httpAnswer(200, isList ? pageJson({found}, "1") : modelJson(found)));
                      }});
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc());
    const SaveOutcome outcome = carryOut(client, *SavePlan::make({}, start, {}),
                                         {.now = [now] { return now; }, .clockSkew = skew});
    QCOMPARE(outcome.result, isOurs ? Outcome::Saved : Outcome::Unknown);
    QCOMPARE(outcome.createdId, isOurs ? u"model-9"_s : QString());
    QCOMPARE(server.count("POST"), 1);
}

void tst_SaveLost::aModelThatTheListShowsInPartIsReadWhole()
{
    const RegisteredModel found = modelOf(u"model-9"_s, start);
    RegisteredModel inList = found;
    inList.metadata.labels.clear();
    FaultServer server;
    server.setScript({FaultServer::answer(200, pageJson({}, "0")), FaultServer::close(),
                      FaultServer::answer(500, "{}"), // the first look fails three times
                      FaultServer::answer(500, "{}"), FaultServer::answer(500, "{}"),
                      FaultServer::answer(200, pageJson({inList}, "1")),
                      FaultServer::answer(200, modelJson(found))});
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    const SaveOutcome outcome = carryOut(client, *SavePlan::make({}, start, {}));
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(outcome.createdId, u"model-9"_s);
    QCOMPARE(server.count("POST"), 1);
}

void tst_SaveLost::anUpdateIsSettledByReading_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Do>("fault");
    QTest::addColumn<bool>("applied");
    for (const QByteArray &verb : {"PUT"_ba, "DELETE"_ba, "POST"_ba}) {
        QTest::addRow("%s, answer lost", verb.data()) << verb << Do::LoseAnswer << true;
        QTest::addRow("%s, answer cut", verb.data()) << verb << Do::CutAnswer << true;
        QTest::addRow("%s, answer spoilt", verb.data()) << verb << Do::SpoilAnswer << true;
        QTest::addRow("%s, request lost", verb.data()) << verb << Do::LoseRequest << false;
    }
}

void tst_SaveLost::anUpdateIsSettledByReading()
{
    QFETCH(QByteArray, verb);
    QFETCH(Do, fault);
    QFETCH(bool, applied);
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    const RegisteredModel base = registry.model(registry.create(start));
    registry.decide = [&](const ReceivedRequest &request) {
        return request.verb == verb ? fault : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make(base, changed(base.metadata), {}));
    const ModelMetadata held = registry.model(base.id).metadata;
    if (applied) {
        QCOMPARE(outcome.result, Outcome::Saved);
        QVERIFY(sameContent(held, changed(base.metadata)));
    } else {
        QCOMPARE(outcome.result, verb == "PUT" ? Outcome::Failed : Outcome::Partly);
        QVERIFY2(!outcome.error->outcomeUnknown, "it surely did not happen: may be sent again");
        QVERIFY(sameContent(held, outcome.plan.applied().metadata));
    }
    if (verb == "POST")
        QCOMPARE(registry.count("POST"), 1);
}

void tst_SaveLost::aSecondEditorInBetweenIsSeen()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    const RegisteredModel base = registry.model(registry.create(start));
    registry.decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && registry.count("PUT") > 0) {
            const RegisteredModel now = registry.model(base.id);
            ModelMetadata theirs = now.metadata;
            theirs.description = u"a colleague's words"_s;
            registry.update(now, theirs);
        }
        return request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(outcome.plan.steps[1].state, State::Unknown);
    QCOMPARE(outcome.now->metadata.description, u"a colleague's words"_s);
    QCOMPARE(registry.model(base.id).metadata.description, u"a colleague's words"_s);
}

void tst_SaveLost::anUpdateThatCannotBeSettledIsUnknown()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    const RegisteredModel base = registry.model(registry.create(start));
    registry.decide = [&](const ReceivedRequest &request) {
        return registry.count("PUT") > 0 || request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QVERIFY(outcome.error->outcomeUnknown);
    QCOMPARE(outcome.plan.steps[2].state, State::Skipped);
}

void tst_SaveLost::aModelDeletedInBetweenIsSaid()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    const RegisteredModel base = registry.model(registry.create(start));
    registry.decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && registry.count("PUT") > 0)
            registry.ask(operations::deleteModel(base.id));
        return request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(client, *SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(outcome.result, Outcome::Failed);
    QCOMPARE(outcome.error->kind, Error::Kind::NotFound);
}

void tst_SaveLost::labelsThatAreGoneAlreadyAreRemoved()
{
    const RegisteredModel base = modelOf(u"model-1"_s, start);
    RegisteredModel now = base;
    now.metadata.labels = {{u"team"_s, u"a"_s}};
    ModelMetadata edited = now.metadata;
    FaultServer server;
    const auto notFound = FaultServer::answer(404, R"({"Code":"201900002","RequestId":"R"})");
    server.setScript({FaultServer::answer(200, modelJson(base)), notFound,
                      FaultServer::answer(200, modelJson(now)),
                      FaultServer::answer(200, modelJson(now))});
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    QCOMPARE(carryOut(client, *SavePlan::make(base, edited, {})).result, Outcome::Saved);

    server.setScript({FaultServer::answer(200, modelJson(base)), notFound,
                      FaultServer::answer(200, modelJson(base))});
    const SaveOutcome refused = carryOut(client, *SavePlan::make(base, edited, {}));
    QCOMPARE(refused.result, Outcome::Failed);
    QCOMPARE(refused.error->kind, Error::Kind::NotFound);
}

MODELSCRIBE_TEST(tst_SaveLost)

} // namespace tst_savelost

#include "tst_savelost.moc"
