// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saverun.h"

#include "api/scriptedsource.h"
#include "registry/registryproxy.h"
#include "testclass.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace tst_saverun {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = SaveOutcome::Result;
using State = SaveStep::State;
using Do = RegistryProxy::Do;

namespace {

QList<State> states(const SavePlan &plan)
{
    QList<State> result;
    for (const SaveStep &step : plan.steps)
        result.append(step.state);
    return result;
}

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .accessibility = u"PRIVATE"_s,
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

//! Every kind of change: a field, a label gone, one changed, one new.
ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"other words"_s;
    metadata.parameterSize = u"7B"_s;
    metadata.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    return metadata;
}

} // namespace

class tst_SaveRun : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void updatesStepByStepAndReadsBack();
    void createsAndReadsBack();
    void startedTwiceSendsOnce();
    void aSecondEditorIsNotOverwritten();
    void aModelDeletedMeanwhileIsSaid();
    void aTakenNameStopsBeforeTheWrite();
    void theSameNameCanBeWanted();
    void aRefusalStopsTheRest_data();
    void aRefusalStopsTheRest();
    void aRefusedCreateLeavesNothing();
    void aTokenThatEndsBeforeTheWriteIsRenewed_data();
    void aTokenThatEndsBeforeTheWriteIsRenewed();
    void whatCannotBeReadBackIsUnverified();
    void whatTheRegistryDidNotTakeIsSaid();
    void aRemovedLabelThatCameBackIsSaid();
    void cancels_data();
    void cancels();
    void tellsItsOutcomeWhenTheClientGoes_data();
    void tellsItsOutcomeWhenTheClientGoes();
    void aRunThatIsDeletedSaysNothing();

private:
    SaveRun *make(const RegisteredModel &base, const ModelMetadata &edited);
    SaveOutcome carryOut(SaveRun *run);
    RegisteredModel loaded() { return m_registry->model(m_registry->create(start)); }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Client> m_client;
};

void tst_SaveRun::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_client = std::make_unique<Client>(m_registry->endpoint(), RegistryProxy::credentials(),
                                        quickOptions());
}

void tst_SaveRun::cleanup()
{
    m_client.reset();
    m_registry.reset();
}

SaveRun *tst_SaveRun::make(const RegisteredModel &base, const ModelMetadata &edited)
{
    auto *run = new SaveRun(*m_client, *SavePlan::make(base, edited, {}), m_registry.get());
    run->setOptions({.lookPauses = {1ms, 5ms, 10ms}});
    return run;
}

SaveOutcome tst_SaveRun::carryOut(SaveRun *run)
{
    QSignalSpy finished(run, &SaveRun::finished);
    QEventLoop loop; // QTest::qWaitFor() sleeps 10 ms a round, which adds up
    connect(run, &SaveRun::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    run->start();
    loop.exec();
    if (finished.isEmpty())
        qFatal("the run hangs");
    QTest::qWait(30);
    if (finished.size() != 1)
        qFatal("the run ends %d times", int(finished.size()));
    return finished[0][0].value<SaveOutcome>();
}

void tst_SaveRun::updatesStepByStepAndReadsBack()
{
    const RegisteredModel base = loaded();
    SaveRun *run = make(base, changed(base.metadata));
    QVERIFY(!run->isRunning());
    QList<std::pair<int, State>> seen;
    connect(run, &SaveRun::stepChanged, this, [&](int index) {
        seen.append({index, run->plan().steps[index].state});
    });
    const SaveOutcome outcome = carryOut(run);
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(!run->isRunning());
    QVERIFY(!outcome.error);
    QVERIFY(outcome.notTaken.isEmpty());
    QVERIFY(outcome.now);
    QVERIFY(sameContent(outcome.now->metadata, changed(base.metadata)));
    QCOMPARE(*outcome.now, m_registry->model(base.id));
    QCOMPARE(states(outcome.plan), QList<State>(5, State::Done));
    QCOMPARE(seen.size(), 10);
    for (int step = 0; step < 5; ++step) {
        QCOMPARE(seen[2 * step], std::pair(step, State::Running));
        QCOMPARE(seen[2 * step + 1], std::pair(step, State::Done));
    }
    QCOMPARE(m_registry->count("GET"), 2);
    QCOMPARE(m_registry->count("PUT") + m_registry->count("DELETE") + m_registry->count("POST"), 3);
}

void tst_SaveRun::createsAndReadsBack()
{
    const SaveOutcome outcome = carryOut(make({}, changed(start)));
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(!outcome.createdId.isEmpty());
    QVERIFY(!outcome.foundByName);
    QCOMPARE(outcome.now->id, outcome.createdId);
    QVERIFY(sameContent(m_registry->model(outcome.createdId).metadata, changed(start)));
    QVERIFY(outcome.plan.steps.last().request.target().endsWith(outcome.createdId.toUtf8()));
}

void tst_SaveRun::startedTwiceSendsOnce()
{
    const RegisteredModel base = loaded();
    SaveRun *update = make(base, changed(base.metadata));
    update->start();
    update->start();
    QCOMPARE(carryOut(update).result, Outcome::Saved);
    update->start();
    SaveRun *create = make({}, {.name = u"new"_s});
    create->start();
    QCOMPARE(carryOut(create).result, Outcome::Saved);
    create->start();
    QTest::qWait(50);
    QCOMPARE(m_registry->count("PUT"), 1);
    QCOMPARE(m_registry->count("DELETE"), 1);
    QCOMPARE(m_registry->count("POST"), 2); // the labels of the first, the model of the second
    QCOMPARE(m_registry->modelsNamed(u"new"_s).size(), 1);
}

void tst_SaveRun::aSecondEditorIsNotOverwritten()
{
    const RegisteredModel base = loaded();
    ModelMetadata theirs = base.metadata;
    theirs.description = u"a colleague's words"_s;
    m_registry->update(base, theirs);
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, Outcome::Conflict);
    QCOMPARE(outcome.error->kind, Error::Kind::Conflict);
    QCOMPARE(outcome.now->metadata.description, u"a colleague's words"_s);
    QCOMPARE(states(outcome.plan), QList({State::Failed, State::Skipped, State::Skipped,
                                          State::Skipped, State::Skipped}));
    QCOMPARE(m_registry->listener().requests().size(), 1);
    QCOMPARE(m_registry->model(base.id).metadata, theirs);
}

void tst_SaveRun::aModelDeletedMeanwhileIsSaid()
{
    const RegisteredModel base = loaded();
    QVERIFY(m_registry->ask(operations::deleteModel(base.id)));
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, Outcome::Failed);
    QCOMPARE(outcome.error->kind, Error::Kind::NotFound);
    QCOMPARE(m_registry->listener().requests().size(), 1);
}

void tst_SaveRun::aTakenNameStopsBeforeTheWrite()
{
    const RegisteredModel base = loaded();
    m_registry->create({.name = u"bert large"_s});
    const SaveOutcome outcome = carryOut(make({}, {.name = u"bert"_s}));
    QCOMPARE(outcome.result, Outcome::NameTaken);
    QCOMPARE(outcome.existing->id, base.id);
    QCOMPARE(m_registry->count("POST"), 0);
}

void tst_SaveRun::theSameNameCanBeWanted()
{
    const RegisteredModel base = loaded();
    SaveRun *run = make({}, {.name = u"bert"_s});
    run->allowSameName();
    int posts = 0;
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" && ++posts ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(run);
    // The service may refuse a second model of the name; ours must not be mixed up with the first.
    if (outcome.result == Outcome::Saved) {
        QVERIFY(outcome.foundByName);
        QVERIFY(outcome.createdId != base.id);
        QCOMPARE(m_registry->modelsNamed(u"bert"_s).size(), 2);
    } else {
        QCOMPARE(outcome.result, Outcome::Unknown);
        QCOMPARE(m_registry->modelsNamed(u"bert"_s).size(), 1);
    }
    QCOMPARE(posts, 1);
}

void tst_SaveRun::aRefusalStopsTheRest_data()
{
    QTest::addColumn<QByteArray>("refused");
    QTest::addColumn<Outcome>("result");
    QTest::addColumn<QList<State>>("expected");
    const State d = State::Done;
    const State f = State::Failed;
    const State s = State::Skipped;
    QTest::newRow("reading") << "GET"_ba << Outcome::Failed << QList<State>{f, s, s, s, s};
    QTest::newRow("fields") << "PUT"_ba << Outcome::Failed << QList<State>{d, f, s, s, s};
    QTest::newRow("removing labels")
        << "DELETE"_ba << Outcome::Partly << QList<State>{d, d, f, s, s};
    QTest::newRow("adding labels") << "POST"_ba << Outcome::Partly << QList<State>{d, d, d, f, s};
}

void tst_SaveRun::aRefusalStopsTheRest()
{
    QFETCH(QByteArray, refused);
    QFETCH(Outcome, result);
    QFETCH(QList<State>, expected);
    const RegisteredModel base = loaded();
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == refused ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, result);
    QCOMPARE(states(outcome.plan), expected);
    QCOMPARE(outcome.error->kind, Error::Kind::Forbidden);
    QCOMPARE(outcome.error->requestId, u"R-403"_s);
    QCOMPARE(m_registry->count(refused), 1);
    QVERIFY(sameContent(m_registry->model(base.id).metadata, outcome.plan.applied().metadata));
}

void tst_SaveRun::aRefusedCreateLeavesNothing()
{
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make({}, start));
    QCOMPARE(outcome.result, Outcome::Failed);
    QCOMPARE(outcome.createdId, QString());
    QCOMPARE(m_registry->count("POST"), 1);
    QCOMPARE(m_registry->count("GET"), 1);
    m_registry->decide = [](const ReceivedRequest &) { return Do::Refuse; };
    QCOMPARE(carryOut(make({}, start)).result, Outcome::Failed);
    QCOMPARE(m_registry->count("POST"), 1);
}

void tst_SaveRun::aTokenThatEndsBeforeTheWriteIsRenewed_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("another key") << true;
    QTest::newRow("no other key") << false;
}

void tst_SaveRun::aTokenThatEndsBeforeTheWriteIsRenewed()
{
    QFETCH(bool, isThere);
    const AccessKey good{.id = "STS.key", .secret = "secret", .securityToken = "good"};
    m_registry->addKey(good);
    const auto source = std::make_shared<ScriptedSource>(good);
    if (isThere)
        source->next = good;
    m_client = std::make_unique<Client>(m_registry->endpoint(), source, quickOptions());
    const RegisteredModel base = loaded();
    bool hasEnded = false;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && !std::exchange(hasEnded, true)) {
            AccessKey old = good;
            old.securityToken = "old";
            source->now = old;
        }
        return Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, isThere ? Outcome::Saved : Outcome::Failed);
    QCOMPARE(m_registry->count("PUT"), isThere ? 2 : 1); // the first of them was refused
    QCOMPARE(m_registry->count("GET"), isThere ? 3 : 1); // it was looked at again before the second
    QVERIFY(sameContent(m_registry->model(base.id).metadata,
                        isThere ? changed(base.metadata) : base.metadata));
    if (!isThere)
        QCOMPARE(outcome.error->code, u"InvalidSecurityToken.MismatchWithAccessKey"_s);
}

void tst_SaveRun::whatCannotBeReadBackIsUnverified()
{
    const RegisteredModel base = loaded();
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "GET" && m_registry->count("PUT") > 0 ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, Outcome::Unverified);
    QCOMPARE(outcome.error->kind, Error::Kind::Forbidden);
    QVERIFY(sameContent(outcome.plan.applied().metadata, changed(base.metadata)));
}

void tst_SaveRun::whatTheRegistryDidNotTakeIsSaid()
{
    const RegisteredModel base = loaded();
    // Between the last write and the reading back somebody else writes.
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && m_registry->count("POST") > 0) {
            const RegisteredModel now = m_registry->model(base.id);
            ModelMetadata theirs = now.metadata;
            theirs.description = u"words"_s;
            m_registry->update(now, theirs);
            m_registry->ask(operations::deleteModelLabels(base.id, {u"new"_s}));
        }
        return Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make(base, changed(base.metadata)));
    QCOMPARE(outcome.result, Outcome::NotTaken);
    QCOMPARE(outcome.notTaken.size(), 2);
    QCOMPARE(outcome.notTaken[0].field, findField(u"ModelDescription"));
    QCOMPARE(outcome.notTaken[0].sent.text(), u"other words"_s);
    QCOMPARE(outcome.notTaken[0].held.text(), u"words"_s);
    QCOMPARE(outcome.notTaken[1].field, nullptr);
    QCOMPARE(outcome.notTaken[1].sent.text(), u"new=1, team=b"_s);
    QCOMPARE(outcome.notTaken[1].held.text(), u"team=b"_s);
}

void tst_SaveRun::aRemovedLabelThatCameBackIsSaid()
{
    const RegisteredModel base = loaded();
    ModelMetadata edited = base.metadata;
    const Label removed = edited.labels.takeFirst();
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && m_registry->count("DELETE") > 0)
            m_registry->ask(operations::createModelLabels(base.id, {{removed.key, u"theirs"_s}}));
        return Do::Pass;
    };
    const SaveOutcome outcome = carryOut(make(base, edited));
    QCOMPARE(outcome.result, Outcome::NotTaken);
    QCOMPARE(outcome.notTaken.size(), 1);
    QVERIFY(outcome.notTaken[0].held.text().contains(removed.key + u"=theirs"_s));
}

void tst_SaveRun::cancels_data()
{
    QTest::addColumn<int>("whenRunning"); // the step; -1: before start()
    QTest::addColumn<Outcome>("result");
    QTest::addColumn<qsizetype>("writes");
    QTest::newRow("before the start") << -1 << Outcome::Cancelled << qsizetype(0);
    QTest::newRow("while checking") << 0 << Outcome::Cancelled << qsizetype(0);
    QTest::newRow("while writing fields") << 1 << Outcome::Partly << qsizetype(1);
    QTest::newRow("while writing labels") << 3 << Outcome::Unverified << qsizetype(3);
    QTest::newRow("while reading back") << 4 << Outcome::Saved << qsizetype(3);
}

void tst_SaveRun::cancels()
{
    QFETCH(int, whenRunning);
    QFETCH(Outcome, result);
    QFETCH(qsizetype, writes);
    const RegisteredModel base = loaded();
    SaveRun *run = make(base, changed(base.metadata));
    if (whenRunning < 0)
        run->cancel();
    connect(run, &SaveRun::stepChanged, this, [&](int index) {
        if (index == whenRunning && run->plan().steps[index].state == State::Running)
            QTimer::singleShot(0, run, &SaveRun::cancel);
    });
    const SaveOutcome outcome = carryOut(run);
    QCOMPARE(outcome.result, result);
    QCOMPARE(m_registry->listener().requests().size() - m_registry->count("GET"), writes);
    QVERIFY(sameContent(m_registry->model(base.id).metadata, outcome.plan.applied().metadata));
    if (result != Outcome::Saved)
        QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
    run->cancel(); // too late, and harmless
    QCOMPARE(outcome.plan.steps.size(), 5);
}

void tst_SaveRun::tellsItsOutcomeWhenTheClientGoes_data()
{
    QTest::addColumn<int>("whenRunning");
    QTest::addColumn<Outcome>("result");
    QTest::newRow("before the start") << -1 << Outcome::Failed;
    QTest::newRow("while checking") << 0 << Outcome::Failed;
    QTest::newRow("while writing fields") << 1 << Outcome::Unknown;
    QTest::newRow("while removing labels") << 2 << Outcome::Unknown;
    QTest::newRow("while reading back") << 4 << Outcome::Unverified;
}

void tst_SaveRun::tellsItsOutcomeWhenTheClientGoes()
{
    QFETCH(int, whenRunning);
    QFETCH(Outcome, result);
    const RegisteredModel base = loaded();
    SaveRun *run = make(base, changed(base.metadata));
    QTimer later;
    later.setSingleShot(true);
    connect(&later, &QTimer::timeout, this, [this] { m_client.reset(); });
    connect(run, &SaveRun::stepChanged, this, [&](int index) {
        if (index == whenRunning && run->plan().steps[index].state == State::Running)
            later.start(0);
    });
    if (whenRunning < 0)
        m_client.reset();
    const SaveOutcome outcome = carryOut(run);
    QCOMPARE(outcome.result, result);
    QVERIFY(outcome.error);
    for (const State state : states(outcome.plan))
        QVERIFY(state != State::Running && state != State::Waiting);
}

void tst_SaveRun::aRunThatIsDeletedSaysNothing()
{
    const RegisteredModel base = loaded();
    SaveRun *run = make(base, changed(base.metadata));
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    QTRY_COMPARE(run->plan().steps[0].state, State::Running);
    delete run;
    QTest::qWait(50);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(m_registry->count("PUT"), 0);
}

MODELSCRIBE_TEST(tst_SaveRun)

} // namespace tst_saverun

#include "tst_saverun.moc"
