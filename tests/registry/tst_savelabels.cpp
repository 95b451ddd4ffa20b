// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that get another value, at registries that overwrite and at others.
#include "registry/registryproxy.h"
#include "registry/saveinquiry.h"
#include "registry/savejournal.h"
#include "registry/saverun.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace tst_savelabels {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = SaveOutcome::Result;
using State = SaveStep::State;
using Do = RegistryProxy::Do;

namespace {

//! Nothing is held here: what takes long is a busy machine.
ClientOptions patientOptions()
{
    ClientOptions options = quickOptions();
    options.idleTimeout = 10s;
    return options;
}

const ModelMetadata start{.name = u"bert"_s,
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}, {u"x"_s, u"y"_s}}};

//! One gone, one changed, one new.
const QList<Label> wanted{{u"team"_s, u"b"_s}, {u"x"_s, u"y"_s}, {u"new"_s, u"1"_s}};

bool isLabels(const ReceivedRequest &request) { return request.target.contains("/labels"); }

} // namespace

class tst_SaveLabels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aChangedLabelIsNeverAway();
    void whatWasKeptIsReplaced();
    void aValueBesideTheOldOneIsReplaced();
    void aRegistryThatTakesNeitherIsNotAskedForEver();
    void anothersValueIsLeftAlone();
    void theReplacementIsTriedAgain();
    void aReplacementThatFailsCanBeUndone();
    void whoStopsIsNotSentMore();
    void lookingSendsNothing();
    void aPlanOfTheJournalIsOfTheSameKind();

private:
    RegisteredModel loaded() { return m_registry->model(m_registry->create(start)); }
    SaveRun *make(const RegisteredModel &base, const QList<Label> &labels);
    SaveOutcome ended(SaveRun *run);
    QByteArrayList verbs() const
    {
        QByteArrayList result;
        for (const ReceivedRequest &request : m_registry->listener().requests())
            result.append(request.verb);
        return result;
    }
    //! Posting leaves labels alone that are there; \p then says what else happens.
    void keepOld(const std::function<Do(const ReceivedRequest &)> &then = {})
    {
        m_registry->decide = [this, then](const ReceivedRequest &request) {
            const Do what = then ? then(request) : Do::Pass;
            return what == Do::Pass ? m_registry->keepOldLabels(request) : what;
        };
    }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Client> m_client;
};

void tst_SaveLabels::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_client = std::make_unique<Client>(m_registry->endpoint(), RegistryProxy::credentials(),
                                        patientOptions());
}

void tst_SaveLabels::cleanup()
{
    m_client.reset();
    m_registry.reset();
}

SaveRun *tst_SaveLabels::make(const RegisteredModel &base, const QList<Label> &labels)
{
    ModelMetadata edited = base.metadata;
    edited.labels = labels;
    auto *run = new SaveRun(*m_client, *SavePlan::make(base, edited, {}), m_registry.get());
    run->setOptions({.lookPauses = {1ms, 5ms}});
    return run;
}

SaveOutcome tst_SaveLabels::ended(SaveRun *run)
{
    QSignalSpy finished(run, &SaveProgress::finished);
    run->start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
        qFatal("the run hangs");
    return finished[0][0].value<SaveOutcome>();
}

void tst_SaveLabels::aChangedLabelIsNeverAway()
{
    const RegisteredModel base = loaded();
    bool wasAway = false;
    m_registry->decide = [&](const ReceivedRequest &) {
        const QList<Label> held = m_registry->model(base.id).metadata.labels;
        wasAway = wasAway || labelValues(held, u"team"_s).isEmpty();
        return Do::Pass;
    };
    SaveRun *run = make(base, wanted);
    QSignalSpy kept(run, &SaveRun::oldLabelsKept);
    QCOMPARE(ended(run).result, Outcome::Saved);
    QCOMPARE(verbs(), QByteArrayList({"GET", "DELETE", "POST", "GET"}));
    QVERIFY(m_registry->listener().requests()[1].target.endsWith("LabelKeys=old"));
    QVERIFY(!wasAway);
    QVERIFY(kept.isEmpty());
    QVERIFY(labelChanges(m_registry->model(base.id).metadata.labels, wanted).isEmpty());
}

void tst_SaveLabels::whatWasKeptIsReplaced()
{
    const RegisteredModel base = loaded();
    keepOld();
    SaveRun *run = make(base, wanted);
    QSignalSpy kept(run, &SaveRun::oldLabelsKept);
    const SaveOutcome outcome = ended(run);
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(outcome.notTaken.isEmpty());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(verbs(), QByteArrayList({"GET", "DELETE", "POST", "GET", "DELETE", "POST", "GET"}));
    QVERIFY(m_registry->listener().requests()[4].target.endsWith("LabelKeys=team"));
    QVERIFY(sameContent(outcome.plan.applied().metadata, outcome.plan.edited));
    QCOMPARE(*outcome.now, m_registry->model(base.id));
    QVERIFY(labelChanges(m_registry->model(base.id).metadata.labels, wanted).isEmpty());
    for (const SaveStep &step : outcome.plan.steps)
        QCOMPARE(step.state, State::Done);
    QCOMPARE(outcome.plan.rules.labelPost, LabelPost::KeepsOld);
}

void tst_SaveLabels::aValueBesideTheOldOneIsReplaced()
{
    const RegisteredModel base = loaded();
    bool isBoth = true; // until the key is deleted
    m_registry->decide = [&](const ReceivedRequest &request) {
        isBoth = isBoth && !(request.verb == "DELETE" && request.target.contains("team"));
        return Do::Pass;
    };
    m_registry->rewrite = [&](const ReceivedRequest &, QByteArray body) {
        const QByteArray now = R"({"Key":"team","Value":"b"})";
        return isBoth ? body.replace(now, R"({"Key":"team","Value":"a"},)" + now) : body;
    };
    const SaveOutcome outcome = ended(make(base, wanted));
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(verbs(), QByteArrayList({"GET", "DELETE", "POST", "GET", "DELETE", "POST", "GET"}));
}

void tst_SaveLabels::aRegistryThatTakesNeitherIsNotAskedForEver()
{
    const RegisteredModel base = loaded();
    m_registry->rewrite = [&](const ReceivedRequest &, QByteArray body) {
        return body.replace(R"({"Key":"team","Value":"b"})", R"({"Key":"team","Value":"a"})");
    };
    const SaveOutcome outcome = ended(make(base, wanted));
    QCOMPARE(outcome.result, Outcome::NotTaken);
    QCOMPARE(outcome.notTaken.size(), 1);
    QCOMPARE(verbs(), QByteArrayList({"GET", "DELETE", "POST", "GET", "DELETE", "POST", "GET"}));
}

void tst_SaveLabels::anothersValueIsLeftAlone()
{
    const RegisteredModel base = loaded();
    m_registry->rewrite = [&](const ReceivedRequest &, QByteArray body) {
        return body.replace(R"({"Key":"team","Value":"b"})", R"({"Key":"team","Value":"c"})");
    };
    SaveRun *run = make(base, wanted);
    QSignalSpy kept(run, &SaveRun::oldLabelsKept);
    QCOMPARE(ended(run).result, Outcome::NotTaken);
    QVERIFY(kept.isEmpty());
    QCOMPARE(m_registry->count("DELETE"), 1);
}

void tst_SaveLabels::theReplacementIsTriedAgain()
{
    const RegisteredModel base = loaded();
    int throttled = 0;
    keepOld([&](const ReceivedRequest &request) {
        const bool isReplacing = m_registry->count("GET") >= 2 && isLabels(request);
        return isReplacing && throttled++ % 2 == 0 ? Do::Throttle : Do::Pass;
    });
    const SaveOutcome outcome = ended(make(base, wanted));
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(throttled > 1);
    QVERIFY(labelChanges(m_registry->model(base.id).metadata.labels, wanted).isEmpty());
}

void tst_SaveLabels::aReplacementThatFailsCanBeUndone()
{
    const RegisteredModel base = loaded();
    keepOld([&](const ReceivedRequest &request) {
        return m_registry->count("DELETE") == 2 && request.verb == "POST" ? Do::Refuse : Do::Pass;
    });
    const SaveOutcome outcome = ended(make(base, wanted));
    QCOMPARE(outcome.result, Outcome::Partly);
    QVERIFY(!outcome.now); // what was read was before the removal
    QVERIFY(sameContent(outcome.plan.applied().metadata, m_registry->model(base.id).metadata));
    const auto restoring = outcome.plan.restoringLabels();
    QVERIFY(restoring);
    m_registry->decide = {};
    SaveRun restore(*m_client, *restoring);
    QCOMPARE(ended(&restore).result, Outcome::Saved);
    QCOMPARE(labelValues(m_registry->model(base.id).metadata.labels, u"team"_s),
             QStringList{u"a"_s});
    SaveRun rest(*m_client, *outcome.plan.rest());
    QCOMPARE(ended(&rest).result, Outcome::Conflict); // it was put back meanwhile
}

void tst_SaveLabels::whoStopsIsNotSentMore()
{
    const RegisteredModel base = loaded();
    SaveRun *run = make(base, wanted);
    keepOld([&](const ReceivedRequest &request) {
        if (request.verb == "GET" && m_registry->count("GET") == 2)
            run->cancel();
        return Do::Pass;
    });
    QVERIFY(ended(run).result != Outcome::Saved);
    QCOMPARE(m_registry->count("DELETE"), 1);
}

void tst_SaveLabels::lookingSendsNothing()
{
    const RegisteredModel base = loaded();
    const SavePlan plan = make(base, wanted)->plan();
    SaveInquiry inquiry(*m_client, plan, QDateTime::currentDateTimeUtc(), {});
    QSignalSpy finished(&inquiry, &SaveProgress::finished);
    inquiry.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Failed);
    QCOMPARE(verbs(), QByteArrayList{"GET"});
}

void tst_SaveLabels::aPlanOfTheJournalIsOfTheSameKind()
{
    RegisteredModel base = loaded();
    ModelMetadata edited = base.metadata;
    edited.labels = wanted;
    for (const LabelPost labelPost : {LabelPost::Overwrites, LabelPost::KeepsOld}) {
        const SavePlan plan = *SavePlan::make(base, edited, {}, {.labelPost = labelPost});
        const auto again = planOf(journalEntryFor(plan, {}, {}), {}, {});
        QVERIFY(again);
        QCOMPARE(again->rules.labelPost, labelPost);
        QCOMPARE(again->steps[1].request.target(), plan.steps[1].request.target());
    }
}

MODELSCRIBE_TEST(tst_SaveLabels)

} // namespace tst_savelabels

#include "tst_savelabels.moc"
