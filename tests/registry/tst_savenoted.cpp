// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a save before its first write, and what its steps keep of their answers.
#include "registry/registryproxy.h"
#include "registry/saverun.h"
#include "testclass.h"

#include <QPointer>
#include <QPromise>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace tst_savenoted {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = SaveOutcome::Result;
using State = SaveStep::State;
using Do = RegistryProxy::Do;
using Written = Result<std::monostate>;

namespace {

const ModelMetadata start{.name = u"bert"_s, .labels = {{u"team"_s, u"a"_s}}};

ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"words"_s;
    metadata.labels = {{u"team"_s, u"b"_s}};
    return metadata;
}

} // namespace

class tst_SaveNoted : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void stepsKeepWhatTheAnswersSaid();
    void aFailedStepKeepsItToo();
    void aSettledStepKeepsNothingOfTheReading();
    void theWriteWaitsForTheNote();
    void goesOnWhateverCameOfTheNote_data();
    void goesOnWhateverCameOfTheNote();
    void isNotNotedWhenNothingIsWritten();
    void canBeCancelledWhileItIsNoted();
    void canBeDeletedWhileItIsNoted();
    void theClientCanGoWhileItIsNoted();
    void aReadingOlderThanAWriteIsNotKept();

private:
    SaveRun *make(const RegisteredModel &base, const ModelMetadata &edited,
                  SaveRunOptions options = {});
    SaveRun *changing(const RegisteredModel &base, SaveRunOptions options = {})
    {
        return make(base, changed(base.metadata), std::move(options));
    }
    SaveOutcome end(SaveRun *run);
    RegisteredModel loaded() { return m_registry->model(m_registry->create(start)); }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Client> m_client;
};

void tst_SaveNoted::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_client = std::make_unique<Client>(m_registry->endpoint(), RegistryProxy::credentials(),
                                        quickOptions());
}

void tst_SaveNoted::cleanup()
{
    m_client.reset();
    m_registry.reset();
}

SaveRun *tst_SaveNoted::make(const RegisteredModel &base, const ModelMetadata &edited,
                             SaveRunOptions options)
{
    options.lookPauses = {1ms, 5ms, 10ms};
    auto *run = new SaveRun(*m_client, SavePlan::make(base, edited, {}).value(), m_registry.get());
    run->setOptions(options);
    return run;
}

SaveOutcome tst_SaveNoted::end(SaveRun *run)
{
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
        qFatal("the run hangs");
    QTest::qWait(20);
    if (finished.size() != 1)
        qFatal("the run ends %d times", int(finished.size()));
    return finished[0][0].value<SaveOutcome>();
}

void tst_SaveNoted::stepsKeepWhatTheAnswersSaid()
{
    const SaveOutcome update = end(changing(loaded()));
    QCOMPARE(update.result, Outcome::Saved);
    QSet<QString> ids;
    for (const SaveStep &step : update.plan.steps) {
        QCOMPARE(step.httpStatus, 200);
        QVERIFY(!step.requestId.isEmpty());
        ids.insert(step.requestId);
    }
    QCOMPARE(ids.size(), 4);
    const SaveOutcome create = end(make({}, {.name = u"new"_s}));
    for (const SaveStep &step : create.plan.steps)
        QVERIFY(!step.requestId.isEmpty() && step.httpStatus == 200);
}

void tst_SaveNoted::aFailedStepKeepsItToo()
{
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome outcome = end(changing(loaded()));
    QCOMPARE(outcome.plan.steps[1].requestId, u"R-403"_s);
    QCOMPARE(outcome.plan.steps[1].httpStatus, 403);
    QCOMPARE(outcome.plan.steps[2].requestId, QString());
    QCOMPARE(outcome.plan.steps[2].httpStatus, 0);
}

void tst_SaveNoted::aSettledStepKeepsNothingOfTheReading()
{
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = end(make({}, start));
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(outcome.plan.steps[1].requestId, QString());
    QCOMPARE(outcome.plan.steps[1].httpStatus, 0);
    QCOMPARE(outcome.plan.steps[2].httpStatus, 200);
}

void tst_SaveNoted::theWriteWaitsForTheNote()
{
    QPromise<Written> promise;
    promise.start();
    int notes = 0;
    const RegisteredModel base = loaded();
    SaveRun *run = changing(base, {.beforeWrites = [&](const SavePlan &plan) {
                                ++notes;
                                Q_ASSERT(plan.steps[0].state == State::Done);
                                return promise.future();
                            }});
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    QTRY_COMPARE(notes, 1);
    QTest::qWait(50);
    QCOMPARE(m_registry->listener().requests().size(), 1);
    QCOMPARE(run->plan().steps[1].state, State::Waiting);
    QVERIFY(run->isRunning());
    promise.addResult(std::monostate());
    promise.finish();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Saved);
    QCOMPARE(notes, 1); // for three writes
}

void tst_SaveNoted::goesOnWhateverCameOfTheNote_data()
{
    QTest::addColumn<int>("note");
    QTest::newRow("written at once") << 0;
    QTest::newRow("not written") << 1;
    QTest::newRow("no future") << 2;
    QTest::newRow("cancelled and ended") << 3;
    QTest::newRow("cancelled and never ended") << 4;
}

void tst_SaveNoted::goesOnWhateverCameOfTheNote()
{
    QFETCH(int, note);
    QPromise<Written> open;
    open.start();
    const auto before = [&](const SavePlan &) -> QFuture<Written> {
        if (note == 0)
            return readyResult<std::monostate>(std::monostate());
        if (note == 1)
            return readyResult<std::monostate>(failure(Error::Kind::Storage));
        if (note == 2)
            return {};
        if (note == 3) {
            QPromise<Written> dropped;
            dropped.start();
            return dropped.future();
        }
        open.future().cancel();
        return open.future();
    };
    const RegisteredModel base = loaded();
    QCOMPARE(end(changing(base, {.beforeWrites = before})).result, Outcome::Saved);
    QCOMPARE(m_registry->count("PUT"), 1);
}

void tst_SaveNoted::isNotNotedWhenNothingIsWritten()
{
    int notes = 0;
    const SaveRunOptions options{.beforeWrites = [&](const SavePlan &) {
        ++notes;
        return readyResult<std::monostate>(std::monostate());
    }};
    const RegisteredModel base = loaded();
    ModelMetadata theirs = base.metadata;
    theirs.task = u"qa"_s;
    m_registry->update(base, theirs);
    QCOMPARE(end(changing(base, options)).result, Outcome::Conflict);
    QCOMPARE(end(make({}, start, options)).result, Outcome::NameTaken);
    m_registry->decide = [](const ReceivedRequest &) { return Do::Refuse; };
    QCOMPARE(end(changing(base, options)).result, Outcome::Failed);
    SaveRun *cancelled = changing(base, options);
    cancelled->cancel();
    QCOMPARE(end(cancelled).result, Outcome::Cancelled);
    QCOMPARE(notes, 0);
}

void tst_SaveNoted::canBeCancelledWhileItIsNoted()
{
    QPromise<Written> promise;
    promise.start();
    bool noted = false;
    SaveRun *run = changing(loaded(), {.beforeWrites = [&](const SavePlan &) {
                                noted = true;
                                return promise.future();
                            }});
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    QTRY_VERIFY(noted);
    run->cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Cancelled);
    promise.addResult(std::monostate());
    promise.finish();
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_registry->count("PUT"), 0);
}

void tst_SaveNoted::canBeDeletedWhileItIsNoted()
{
    QPromise<Written> promise;
    promise.start();
    bool noted = false;
    QPointer run = changing(loaded(), {.beforeWrites = [&](const SavePlan &) {
                                noted = true;
                                return promise.future();
                            }});
    run->start();
    QTRY_VERIFY(noted);
    delete run;
    promise.addResult(std::monostate());
    promise.finish();
    QTest::qWait(50);
    QCOMPARE(m_registry->count("PUT"), 0);
}

void tst_SaveNoted::theClientCanGoWhileItIsNoted()
{
    QPromise<Written> promise;
    promise.start();
    bool noted = false;
    SaveRun *run = changing(loaded(), {.beforeWrites = [&](const SavePlan &) {
                                noted = true;
                                return promise.future();
                            }});
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    QTRY_VERIFY(noted);
    m_client.reset();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Failed);
    promise.finish();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

void tst_SaveNoted::aReadingOlderThanAWriteIsNotKept()
{
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome partly = end(changing(loaded()));
    QCOMPARE(partly.result, Outcome::Partly);
    QVERIFY(!partly.now);
}

MODELSCRIBE_TEST(tst_SaveNoted)

} // namespace tst_savenoted

#include "tst_savenoted.moc"
