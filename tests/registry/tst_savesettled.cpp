// SPDX-License-Identifier: GPL-3.0-or-later
// Saves whose end nobody saw, settled by reading: what is concluded from what the registry holds.
#include "registry/registryproxy.h"
#include "registry/saveinquiry.h"
#include "registry/saverun.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace tst_savesettled {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = SaveOutcome::Result;
using State = SaveStep::State;
using States = QList<SaveStep::State>;
using Do = RegistryProxy::Do;

namespace {

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"other words"_s;
    metadata.task = u"qa"_s;
    metadata.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    return metadata;
}

States states(const SavePlan &plan)
{
    States result;
    for (const SaveStep &step : plan.steps)
        result.append(step.state);
    return result;
}

constexpr auto d = State::Done;
constexpr auto f = State::Failed;
constexpr auto u = State::Unknown;
constexpr auto s = State::Skipped;

} // namespace

class tst_SaveSettled : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anUpdateByWhatIsHeld_data();
    void anUpdateByWhatIsHeld();
    void whatIsLeftOfAnUpdateCanBeSent();
    void anUpdateThatCannotBeReadStaysUnknown();
    void anUpdateOfADeletedModelIsNoMore();
    void aCreateIsFoundByNameAndContent();
    void aCreateThatIsNotThereIsUnknownAtFirst();
    void aCreateThatIsNotThereLongAfterFailed();
    void aCreateThatMayBeAnotherStaysUnknown_data();
    void aCreateThatMayBeAnotherStaysUnknown();
    void aCreateThatCannotBeLookedForStaysUnknown();
    void nothingIsWrittenEver();
    void canBeCancelled();
    void theClientCanGo();

private:
    SaveInquiry *make(const SavePlan &plan, const QDateTime &sentAt = now());
    SaveOutcome settle(const SavePlan &plan, const QDateTime &startedAt = now());
    SaveOutcome settle(SaveInquiry *inquiry);
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
    RegisteredModel loaded() { return m_registry->model(m_registry->create(start)); }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Client> m_client;
};

void tst_SaveSettled::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_client = std::make_unique<Client>(m_registry->endpoint(), RegistryProxy::credentials(),
                                        quickOptions());
}

void tst_SaveSettled::cleanup()
{
    m_client.reset();
    m_registry.reset();
}

SaveInquiry *tst_SaveSettled::make(const SavePlan &plan, const QDateTime &sentAt)
{
    return new SaveInquiry(*m_client, plan, sentAt, {.lookPauses = {1ms, 5ms, 10ms}},
                           m_registry.get());
}

SaveOutcome tst_SaveSettled::settle(SaveInquiry *inquiry)
{
    QSignalSpy finished(inquiry, &SaveProgress::finished);
    inquiry->start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
        qFatal("the inquiry hangs");
    QTest::qWait(20);
    if (finished.size() != 1)
        qFatal("the inquiry ends %d times", int(finished.size()));
    return finished[0][0].value<SaveOutcome>();
}

SaveOutcome tst_SaveSettled::settle(const SavePlan &plan, const QDateTime &startedAt)
{
    return settle(make(plan, startedAt));
}

void tst_SaveSettled::anUpdateByWhatIsHeld_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("task");
    QTest::addColumn<QList<Label>>("labels");
    QTest::addColumn<States>("expected");
    QTest::addColumn<Outcome>("result");
    const QList<Label> before = start.labels;
    const QList<Label> after = changed(start).labels;
    QTest::newRow("nothing") << u"words"_s << QString() << before << States{d, f, f, f, s}
                             << Outcome::Failed;
    QTest::newRow("fields") << u"other words"_s << u"qa"_s << before << States{d, d, f, f, s}
                            << Outcome::Partly;
    QTest::newRow("labels removed") << u"other words"_s << u"qa"_s << QList<Label>{before.first()}
                                    << States{d, d, d, f, s} << Outcome::Partly;
    // Nothing of the plan removes it.
    QTest::newRow("a label is gone that was to be changed")
        << u"other words"_s << u"qa"_s << QList<Label>() << States{d, d, d, u, s}
        << Outcome::Unknown;
    QTest::newRow("everything") << u"other words"_s << u"qa"_s << after << States{d, d, d, d, d}
                                << Outcome::Saved;
    QTest::newRow("a field of somebody else's")
        << u"theirs"_s << u"qa"_s << before << States{d, u, f, f, s} << Outcome::Unknown;
    QTest::newRow("one of two fields")
        << u"other words"_s << QString() << after << States{d, u, d, d, s} << Outcome::Unknown;
    QTest::newRow("a label of somebody else's")
        << u"other words"_s << u"qa"_s << QList<Label>{{u"team"_s, u"c"_s}, {u"old"_s, u"1"_s}}
        << States{d, d, f, u, s} << Outcome::Unknown;
    QTest::newRow("an old label is back")
        << u"other words"_s << u"qa"_s << after + QList<Label>{{u"old"_s, u"1"_s}}
        << States{d, d, f, d, s} << Outcome::Partly;
    QTest::newRow("another label does not matter")
        << u"other words"_s << u"qa"_s << after + QList<Label>{{u"x"_s, u"1"_s}}
        << States{d, d, d, d, d} << Outcome::Saved;
}

void tst_SaveSettled::anUpdateByWhatIsHeld()
{
    QFETCH(QString, description);
    QFETCH(QString, task);
    QFETCH(QList<Label>, labels);
    QFETCH(States, expected);
    QFETCH(Outcome, result);
    const RegisteredModel base = loaded();
    ModelMetadata held = base.metadata;
    held.description = description;
    held.task = task;
    if (!sameContent(held, base.metadata))
        m_registry->update(base, held);
    const LabelChanges changes = labelChanges(base.metadata.labels, labels);
    QStringList gone;
    for (const Label &label : changes.removed)
        gone.append(label.key);
    if (!gone.isEmpty())
        QVERIFY(m_registry->ask(operations::deleteModelLabels(base.id, gone)));
    if (!changes.added.isEmpty())
        QVERIFY(m_registry->ask(operations::createModelLabels(base.id, changes.added)));

    const SaveOutcome outcome = settle(*SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(states(outcome.plan), expected);
    QCOMPARE(outcome.result, result);
    QCOMPARE(*outcome.now, m_registry->model(base.id));
    QCOMPARE(m_registry->listener().requests().size(), 1);
    QCOMPARE(outcome.plan.steps[0].httpStatus, 200);
    for (const SaveStep &step : outcome.plan.steps) {
        if (step.state == State::Failed)
            QVERIFY(!step.error->outcomeUnknown);
        if (step.state == State::Unknown)
            QVERIFY(step.error->outcomeUnknown);
    }
}

void tst_SaveSettled::whatIsLeftOfAnUpdateCanBeSent()
{
    const RegisteredModel base = loaded();
    ModelMetadata fields = changed(base.metadata);
    fields.labels = base.metadata.labels;
    m_registry->update(base, fields);
    const SaveOutcome partly = settle(*SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(partly.result, Outcome::Partly);
    auto *run = new SaveRun(*m_client, *partly.plan.rest(), m_registry.get());
    QSignalSpy finished(run, &SaveRun::finished);
    run->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Saved);
    QCOMPARE(m_registry->count("PUT"), 0);
    QVERIFY(sameContent(m_registry->model(base.id).metadata, changed(base.metadata)));
}

void tst_SaveSettled::anUpdateThatCannotBeReadStaysUnknown()
{
    const RegisteredModel base = loaded();
    m_registry->decide = [](const ReceivedRequest &) { return Do::Refuse; };
    const SaveOutcome outcome = settle(*SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(states(outcome.plan), States({f, u, u, u, s}));
    QCOMPARE(outcome.error->kind, Error::Kind::Forbidden);
    QVERIFY(!outcome.now);
}

void tst_SaveSettled::anUpdateOfADeletedModelIsNoMore()
{
    const RegisteredModel base = loaded();
    QVERIFY(m_registry->ask(operations::deleteModel(base.id)));
    const SaveOutcome outcome = settle(*SavePlan::make(base, changed(base.metadata), {}));
    QCOMPARE(outcome.result, Outcome::Failed);
    QCOMPARE(outcome.error->kind, Error::Kind::NotFound);
}

void tst_SaveSettled::aCreateIsFoundByNameAndContent()
{
    const QDateTime before = now();
    const QString id = m_registry->create(start);
    m_registry->create({.name = u"bert large"_s});
    const SaveOutcome outcome = settle(*SavePlan::make({}, start, {}), before);
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(outcome.createdId, id);
    QVERIFY(outcome.foundByName);
    QCOMPARE(states(outcome.plan), States({d, d, d}));
    QCOMPARE(*outcome.now, m_registry->model(id));
}

void tst_SaveSettled::aCreateThatIsNotThereIsUnknownAtFirst()
{
    const SaveOutcome outcome = settle(*SavePlan::make({}, start, {}));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(states(outcome.plan), States({d, u, s}));
    QCOMPARE(m_registry->count("GET"), 4); // at once, and three times more
}

void tst_SaveSettled::aCreateThatIsNotThereLongAfterFailed()
{
    const SaveOutcome outcome = settle(*SavePlan::make({}, start, {}), now().addSecs(-121));
    QCOMPARE(outcome.result, Outcome::Failed);
    QCOMPARE(states(outcome.plan), States({d, f, s}));
    QVERIFY(!outcome.error->outcomeUnknown);
}

void tst_SaveSettled::aCreateThatMayBeAnotherStaysUnknown_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<int>("startedAgo");
    QTest::addColumn<Outcome>("result");
    QTest::newRow("changed since") << u"edited"_s << 121 << Outcome::Unknown;
    // Its clock would have to be off by more than the service takes.
    QTest::newRow("made long before") << u"words"_s << -16 * 60 << Outcome::Unknown;
    QTest::newRow("made a little before") << u"words"_s << -60 << Outcome::Saved;
}

void tst_SaveSettled::aCreateThatMayBeAnotherStaysUnknown()
{
    QFETCH(QString, description);
    QFETCH(int, startedAgo);
    QFETCH(Outcome, result);
    ModelMetadata held = start;
    held.description = description;
    m_registry->create(held);
    QCOMPARE(settle(*SavePlan::make({}, start, {}), now().addSecs(-startedAgo)).result, result);
}

void tst_SaveSettled::aCreateThatCannotBeLookedForStaysUnknown()
{
    m_registry->decide = [](const ReceivedRequest &) { return Do::Refuse; };
    const SaveOutcome outcome = settle(*SavePlan::make({}, start, {}), now().addSecs(-121));
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(outcome.error->kind, Error::Kind::Forbidden);
    QVERIFY(outcome.error->outcomeUnknown);
}

void tst_SaveSettled::nothingIsWrittenEver()
{
    const RegisteredModel base = loaded();
    SaveInquiry *inquiry = make(*SavePlan::make(base, changed(base.metadata), {}));
    settle(inquiry);
    inquiry->start(); // too late
    settle(*SavePlan::make({}, {.name = u"other"_s}, {}));
    QCOMPARE(m_registry->count("GET"), m_registry->listener().requests().size());
}

void tst_SaveSettled::canBeCancelled()
{
    const RegisteredModel base = loaded();
    SaveInquiry *update = make(*SavePlan::make(base, changed(base.metadata), {}));
    QTimer::singleShot(1, update, &SaveProgress::cancel);
    m_registry->decide = [](const ReceivedRequest &) { return Do::Hold; };
    const SaveOutcome outcome = settle(update);
    QCOMPARE(outcome.result, Outcome::Unknown);
    QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
    SaveInquiry *create = make(*SavePlan::make({}, start, {}));
    create->cancel();
    QCOMPARE(settle(create).result, Outcome::Unknown);
}

void tst_SaveSettled::theClientCanGo()
{
    const RegisteredModel base = loaded();
    m_registry->decide = [](const ReceivedRequest &) { return Do::Hold; };
    SaveInquiry *update = make(*SavePlan::make(base, changed(base.metadata), {}));
    QTimer::singleShot(5, this, [this] { m_client.reset(); });
    const SaveOutcome outcome = settle(update);
    QCOMPARE(outcome.result, Outcome::Unknown);
    QVERIFY(!outcome.now);
}

MODELSCRIBE_TEST(tst_SaveSettled)

} // namespace tst_savesettled

#include "tst_savesettled.moc"
