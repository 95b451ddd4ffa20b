// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal says of what a workbench writes, and what becomes of saves that were cut off.
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "registry/savejournal.h"
#include "registry/writer.h"
#include "session/draftkeeper.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_workbenchsaving {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Do = RegistryProxy::Do;
using Outcome = SaveOutcome::Result;
using Noted = JournalHead::Outcome;
using What = JournalHead::What;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

SavePlan planOf(const EditSession *session, const ServiceRules &rules = {})
{
    return *SavePlan::make(session->base(), session->edited(), session->base().workspaceId, rules);
}

//! The journal is read while the registry's answer is held: that may take a while.
ClientOptions lessHastyOptions()
{
    ClientOptions options = quickOptions();
    options.idleTimeout = 2000ms;
    return options;
}

//! One window: what it keeps its work in, and its workbench.
struct Window
{
    Window(const QTemporaryDir &folder, const RegistryProxy &registry,
           std::chrono::milliseconds goneAfter = 2min)
        : drafts(folder.filePath(u"drafts.db"_s), QUuid::createUuid(), {.writeDelay = 10})
        , journal(folder.filePath(u"journal.db"_s))
        , bench(lessHastyOptions())
    {
        bench.setSaveOptions({.lookPauses = {1ms, 2ms}, .goneAfter = goneAfter});
        bench.keepIn(&drafts, &journal);
        connectTo(registry);
    }

    void connectTo(const RegistryProxy &registry)
    {
        bench.connectTo(
            {.target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = u"r"_s},
             .credentials = RegistryProxy::credentials()});
    }

    EditSession *open(const QString &id)
    {
        bench.catalogSync()->refresh();
        if (!QTest::qWaitFor(
                [&] { return bench.catalogSync()->state() == CatalogSync::State::Ready; }))
            qFatal("the list does not come");
        return bench.open(id);
    }

    SaveOutcome save(EditSession *session)
    {
        SaveProgress *run = bench.saving().save(session,
                                                planOf(session, bench.connection()->rules()));
        QSignalSpy finished(run, &SaveProgress::finished);
        if (!QTest::qWaitFor(
                [&] { return !finished.isEmpty() && !bench.saving().writer().isWriting(); },
                20'000))
            qFatal("the save hangs");
        return finished[0][0].value<SaveOutcome>();
    }

    QList<JournalHead> heads() { return *wait(journal.list({.limit = -1})); }
    JournalEntry only() { return *wait(journal.entry(heads().first().id)); }

    DraftStore drafts;
    Journal journal;
    Workbench bench;
};

} // namespace

class tst_WorkbenchSaving : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSaveIsNotedBeforeTheFirstWriteAndAfterTheLast();
    void aCreateIsNotedUnderItsDraft();
    void whatCameOfItIsNoted_data();
    void whatCameOfItIsNoted();
    void whatWritesNothingIsNotNoted();
    void isSavingUntilItIsNoted();
    void aDeletionIsNoted_data();
    void aDeletionIsNoted();
    void aSaveThatWasCutOffIsSettled_data();
    void aSaveThatWasCutOffIsSettled();
    void aCreateThatWasCutOffIsSettled_data();
    void aCreateThatWasCutOffIsSettled();
    void isSettledWithoutItsDraft_data();
    void isSettledWithoutItsDraft();
    void aClashWithSomebodyElseIsSaid();
    void whatWasTypedSinceStays();
    void whatCannotBeSettledIsTriedAgain();
    void aCreateThatIsNotThereYetIsLookedForAgain();
    void aSaveOfAnotherWindowIsLeftAlone();
    void aDraftDiscardedMeanwhileStaysAway();
    void aDeletionThatWasCutOffIsSettled_data();
    void aDeletionThatWasCutOffIsSettled();
    void looksAgainWhenAsked();
    void theRestAndTheRestoredLabelsCanBeSaved();

private:
    void begin() { m_window = std::make_unique<Window>(*m_folder, *m_registry); }
    void begin(std::chrono::milliseconds goneAfter)
    {
        m_window.reset(); // one that is gone holds no locks beside the next
        m_window = std::make_unique<Window>(*m_folder, *m_registry, goneAfter);
    }
    EditSession *edited();
    void cutOff(const QByteArray &verb, Do what, EditSession *session);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Window> m_window;
    QString m_id;
};

void tst_WorkbenchSaving::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_id = m_registry->create({.name = u"bert"_s, .labels = {{u"team"_s, u"a"_s}}});
    begin();
}

void tst_WorkbenchSaving::cleanup()
{
    m_window.reset();
    m_registry.reset();
}

//! A session with a field and a label changed, which is a draft on the disk.
EditSession *tst_WorkbenchSaving::edited()
{
    EditSession *session = m_window->open(m_id);
    session->setValue(field(u"Task"), u"qa"_s);
    session->setLabels({{u"team"_s, u"b"_s}});
    return session;
}

//! The program ends while \p verb is under way, and everything that it had open with it.
void tst_WorkbenchSaving::cutOff(const QByteArray &verb, Do what, EditSession *session)
{
    QVERIFY(wait(m_window->bench.drafts().keepAll()));
    bool reached = false;
    m_registry->decide = [&](const ReceivedRequest &request) {
        reached = reached || request.verb == verb;
        return request.verb == verb ? what : Do::Pass;
    };
    m_window->bench.saving().save(session, planOf(session, m_window->bench.connection()->rules()));
    QTRY_VERIFY(reached);
    QTest::qWait(what == Do::HoldAnswer ? 100 : 10); // for the registry to do it
    m_window.reset();
    m_registry->decide = {};
}

void tst_WorkbenchSaving::aSaveIsNotedBeforeTheFirstWriteAndAfterTheLast()
{
    EditSession *session = edited();
    const RegisteredModel base = session->base();
    std::optional<JournalEntry> begun;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "PUT") {
            Journal other(m_folder->filePath(u"journal.db"_s));
            const auto heads = wait(other.list({.onlyBegun = true}));
            begun = *wait(other.entry(heads->first().id));
        }
        return Do::Pass;
    };
    const SaveOutcome outcome = m_window->save(session);
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(begun);
    QCOMPARE(begun->head.outcome, Noted::Begun);
    QCOMPARE(begun->head.modelId, m_id);
    QCOMPARE(begun->head.registryKey, u"r"_s);
    QCOMPARE(begun->head.profile, u"test"_s);
    QCOMPARE(m_window->heads().size(), 1);
    const JournalEntry entry = m_window->only();
    QCOMPARE(entry.head.id, begun->head.id);
    QCOMPARE(entry.head.outcome, Noted::Saved);
    QVERIFY(entry.head.finished >= entry.head.began);
    QCOMPARE(*entry.before, base);
    QCOMPARE(entry.after->task, u"qa"_s);
    QCOMPARE(*entry.held, m_registry->model(m_id));
    QCOMPARE(entry.requests.size(), 4);
    for (const JournalRequest &request : entry.requests) {
        QCOMPARE(request.state, JournalRequest::State::Done);
        QVERIFY(!request.requestId.isEmpty());
        QCOMPARE(request.httpStatus, 200);
    }
    const QByteArray json = *wait(m_window->journal.exportJson({}));
    QVERIFY(!json.contains(RegistryProxy::key().secret));
    QVERIFY(!json.contains(RegistryProxy::key().id));
}

void tst_WorkbenchSaving::aCreateIsNotedUnderItsDraft()
{
    EditSession *session = m_window->bench.createNew();
    session->setValue(field(u"ModelName"), u"new"_s);
    const QString draftId = session->draftId();
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::Refuse : Do::Pass;
    };
    QCOMPARE(m_window->save(session).result, Outcome::Failed);
    QCOMPARE(m_window->only().head.modelId, draftId);
    QCOMPARE(m_window->only().head.what, What::Create);
    QCOMPARE(m_window->only().head.outcome, Noted::Failed);
    m_registry->decide = {};
    const SaveOutcome outcome = m_window->save(session);
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(m_window->heads().size(), 2);
    QCOMPARE(m_window->only().head.modelId, outcome.createdId);
}

void tst_WorkbenchSaving::whatCameOfItIsNoted_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Do>("fault");
    QTest::addColumn<Noted>("noted");
    QTest::newRow("nothing written") << "PUT"_ba << Do::Refuse << Noted::Failed;
    QTest::newRow("a part") << "POST"_ba << Do::Refuse << Noted::Partly;
    QTest::newRow("nobody knows") << "PUT"_ba << Do::Hold << Noted::Unknown;
}

void tst_WorkbenchSaving::whatCameOfItIsNoted()
{
    QFETCH(QByteArray, verb);
    QFETCH(Do, fault);
    QFETCH(Noted, noted);
    EditSession *session = edited();
    m_registry->decide = [&](const ReceivedRequest &request) {
        const bool lost = fault == Do::Hold && m_registry->count("PUT") > 0;
        return request.verb == verb || lost ? fault : Do::Pass;
    };
    m_window->save(session);
    const JournalEntry entry = m_window->only();
    QCOMPARE(entry.head.outcome, noted);
    QVERIFY(entry.error);
    QVERIFY(!entry.held);
}

void tst_WorkbenchSaving::whatWritesNothingIsNotNoted()
{
    EditSession *session = edited();
    const RegisteredModel base = m_registry->model(m_id);
    ModelMetadata theirs = base.metadata;
    theirs.task = u"theirs"_s;
    m_registry->update(base, theirs);
    QCOMPARE(m_window->save(session).result, Outcome::Conflict);
    EditSession *fresh = m_window->bench.createNew();
    fresh->setValue(field(u"ModelName"), u"bert"_s);
    QCOMPARE(m_window->save(fresh).result, Outcome::NameTaken);
    QVERIFY(m_window->heads().isEmpty());
}

void tst_WorkbenchSaving::isSavingUntilItIsNoted()
{
    EditSession *session = edited();
    QSignalSpy changed(&m_window->bench.saving().writer(), &Writer::writingChanged);
    std::optional<bool> atTheEnd;
    connect(&m_window->bench.saving().writer(), &Writer::writingChanged, this, [&] {
        if (!m_window->bench.saving().writer().isWriting())
            atTheEnd = wait(m_window->journal.list({.onlyBegun = true}))->isEmpty();
    });
    QVERIFY(!m_window->bench.saving().writer().isWriting());
    SaveProgress *run = m_window->bench.saving().save(session, planOf(session));
    QVERIFY(m_window->bench.saving().writer().isWriting());
    QCOMPARE(changed.size(), 1);
    QSignalSpy finished(run, &SaveProgress::finished);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(atTheEnd, true);
    // Looking is no saving.
    session->setValue(field(u"Task"), u"x"_s);
    run = m_window->bench.saving().settle(session, planOf(session), QDateTime::currentDateTimeUtc(),
                                          {});
    QVERIFY(run->isRunning());
    QVERIFY(!m_window->bench.saving().writer().isWriting());
}

void tst_WorkbenchSaving::aDeletionIsNoted_data()
{
    QTest::addColumn<Do>("fault");
    QTest::addColumn<Noted>("noted");
    QTest::newRow("well") << Do::Pass << Noted::Saved;
    QTest::newRow("answers lost") << Do::LoseAnswer << Noted::Saved;
    QTest::newRow("refused") << Do::Refuse << Noted::Failed;
    QTest::newRow("gone already") << Do::NotFound << Noted::Failed;
    QTest::newRow("nobody answers") << Do::Hold << Noted::Unknown;
}

void tst_WorkbenchSaving::aDeletionIsNoted()
{
    QFETCH(Do, fault);
    QFETCH(Noted, noted);
    m_window->open(m_id);
    // The list does not say how it is by now: the journal keeps what was there at the end.
    const RegisteredModel before = m_registry->model(m_id);
    Noted atTheRequest = Noted::Failed;
    m_registry->decide = [&](const ReceivedRequest &request) {
        const bool deletes = request.verb == "DELETE";
        if (deletes)
            atTheRequest = m_window->only().head.outcome;
        return deletes || (fault == Do::Hold && m_registry->count("DELETE") > 0) ? fault : Do::Pass;
    };
    const bool gone = wait(m_window->bench.saving().remove(m_id)).has_value();
    QCOMPARE(gone, fault == Do::Pass || fault == Do::LoseAnswer || fault == Do::NotFound);
    QTRY_VERIFY(!m_window->bench.saving().writer().isWriting());
    QCOMPARE(atTheRequest, Noted::Begun);
    const JournalEntry entry = m_window->only();
    QCOMPARE(entry.head.what, What::Delete);
    QCOMPARE(entry.head.outcome, noted);
    QCOMPARE(*entry.before, before);
    QCOMPARE(entry.requests.size(), 1);
    if (fault == Do::Pass)
        QVERIFY(!entry.requests[0].requestId.isEmpty());
    if (fault == Do::Refuse)
        QCOMPARE(entry.requests[0].requestId, u"R-403"_s);
}

void tst_WorkbenchSaving::aSaveThatWasCutOffIsSettled_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Do>("what");
    QTest::addColumn<Outcome>("result");
    QTest::addColumn<Noted>("noted");
    QTest::addColumn<qsizetype>("left");
    QTest::newRow("before the fields")
        << "PUT"_ba << Do::Hold << Outcome::Failed << Noted::Failed << qsizetype(2);
    QTest::newRow("after the fields")
        << "PUT"_ba << Do::HoldAnswer << Outcome::Partly << Noted::Partly << qsizetype(1);
    QTest::newRow("between the labels")
        << "DELETE"_ba << Do::HoldAnswer << Outcome::Partly << Noted::Partly << qsizetype(1);
    QTest::newRow("after the labels")
        << "POST"_ba << Do::HoldAnswer << Outcome::Saved << Noted::Saved << qsizetype(0);
}

void tst_WorkbenchSaving::aSaveThatWasCutOffIsSettled()
{
    QFETCH(QByteArray, verb);
    QFETCH(Do, what);
    QFETCH(Outcome, result);
    QFETCH(Noted, noted);
    QFETCH(qsizetype, left);
    EditSession *cut = edited();
    if (verb == "DELETE")
        m_window->bench.connection()->setLabelPost(LabelPost::KeepsOld);
    cutOff(verb, what, cut);

    begin();
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTRY_COMPARE(settled.size(), 1);
    const auto *session = settled[0][0].value<EditSession *>();
    const auto outcome = settled[0][1].value<SaveOutcome>();
    QCOMPARE(outcome.result, result);
    QCOMPARE(session->modelId(), m_id);
    QCOMPARE(session->changeCount(), left);
    QCOMPARE(session->edited().task, u"qa"_s);
    QCOMPARE(session->edited().labels, QList<Label>({{u"team"_s, u"b"_s}}));
    QVERIFY(sameContent(session->base().metadata, m_registry->model(m_id).metadata));
    QTRY_VERIFY(!m_window->bench.saving().writer().isWriting());
    QCOMPARE(m_window->heads().size(), 1);
    QCOMPARE(m_window->only().head.outcome, noted);

    // What is left is saved like any draft, and then there is nothing left to settle.
    if (left > 0)
        QCOMPARE(m_window->save(m_window->bench.findDraft(m_id)).result, Outcome::Saved);
    const ModelMetadata held = m_registry->model(m_id).metadata;
    QCOMPARE(held.task, u"qa"_s);
    QCOMPARE(held.labels, QList<Label>({{u"team"_s, u"b"_s}}));
    m_window.reset();
    begin();
    QSignalSpy again(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTest::qWait(100);
    QCOMPARE(again.size(), 0);
    QVERIFY(m_window->bench.dirtySessions().isEmpty());
}

void tst_WorkbenchSaving::aCreateThatWasCutOffIsSettled_data()
{
    QTest::addColumn<Do>("what");
    QTest::addColumn<Outcome>("result");
    QTest::newRow("before it") << Do::Hold << Outcome::Failed;
    QTest::newRow("after it") << Do::HoldAnswer << Outcome::Saved;
}

void tst_WorkbenchSaving::aCreateThatWasCutOffIsSettled()
{
    QFETCH(Do, what);
    QFETCH(Outcome, result);
    EditSession *fresh = m_window->bench.createNew();
    fresh->setValue(field(u"ModelName"), u"new"_s);
    const QString draftId = fresh->draftId();
    cutOff("POST", what, fresh);

    begin(0ms); // so that what is not there was not created
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTRY_COMPARE(settled.size(), 1);
    auto *session = settled[0][0].value<EditSession *>();
    QCOMPARE(settled[0][1].value<SaveOutcome>().result, result);
    if (result == Outcome::Failed) {
        QCOMPARE(session->draftId(), draftId);
        QCOMPARE(m_window->save(session).result, Outcome::Saved);
    }
    QCOMPARE(m_registry->modelsNamed(u"new"_s).size(), 1);
    QCOMPARE(session->modelId(), m_registry->modelsNamed(u"new"_s).first().id);
    QVERIFY(!session->isDirty());
    QTRY_VERIFY(!m_window->bench.saving().writer().isWriting());
    QCOMPARE(m_window->only().head.modelId, session->modelId());
    QVERIFY(m_window->bench.dirtySessions().isEmpty());
    QVERIFY(wait(m_window->drafts.all())->drafts.isEmpty());
}

void tst_WorkbenchSaving::isSettledWithoutItsDraft_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Do>("what");
    QTest::addColumn<bool>("isCreate");
    QTest::addColumn<bool>("isDirty");
    QTest::newRow("update, nothing held") << "PUT"_ba << Do::Hold << false << true;
    QTest::newRow("update, held") << "POST"_ba << Do::HoldAnswer << false << false;
    QTest::newRow("create, nothing held") << "POST"_ba << Do::Hold << true << true;
    QTest::newRow("create, held") << "POST"_ba << Do::HoldAnswer << true << false;
}

void tst_WorkbenchSaving::isSettledWithoutItsDraft()
{
    QFETCH(QByteArray, verb);
    QFETCH(Do, what);
    QFETCH(bool, isCreate);
    QFETCH(bool, isDirty);
    EditSession *before = nullptr;
    if (isCreate) {
        before = m_window->bench.createNew();
        before->setValue(field(u"ModelName"), u"new"_s);
    } else {
        before = edited();
    }
    const ModelMetadata wanted = before->edited();
    cutOff(verb, what, before);
    QVERIFY(QFile::remove(m_folder->filePath(u"drafts.db"_s)));

    begin(0ms);
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTRY_COMPARE(settled.size(), 1);
    const auto *session = settled[0][0].value<EditSession *>();
    QCOMPARE(session->isDirty(), isDirty);
    QCOMPARE(session->edited().name, wanted.name);
    QCOMPARE(session->edited().task, wanted.task);
    QCOMPARE(session->edited().labels, wanted.labels);
    QCOMPARE(m_window->bench.dirtySessions().contains(session), isDirty);
    QCOMPARE(session->isNew(), isCreate && isDirty);
}

void tst_WorkbenchSaving::aClashWithSomebodyElseIsSaid()
{
    cutOff("PUT", Do::Hold, edited());
    const RegisteredModel base = m_registry->model(m_id);
    ModelMetadata theirs = base.metadata;
    theirs.task = u"theirs"_s;
    m_registry->update(base, theirs);

    begin();
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    const QSignalSpy moved(&m_window->bench.readings(), &Readings::movedInRegistry);
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled[0][1].value<SaveOutcome>().result, Outcome::Unknown);
    QVERIFY(!moved.isEmpty());
    auto *session = settled[0][0].value<EditSession *>();
    QCOMPARE(session->edited().task, u"qa"_s);
    QTRY_VERIFY(!m_window->bench.saving().writer().isWriting());
    // It was read, so there is no more to be learnt.
    QCOMPARE(m_window->only().head.outcome, Noted::Unknown);
    QCOMPARE(m_window->only().held->metadata.task, u"theirs"_s);
    QCOMPARE(m_window->save(session).result, Outcome::Conflict);
    QCOMPARE(m_registry->model(m_id).metadata.task, u"theirs"_s);
}

void tst_WorkbenchSaving::whatWasTypedSinceStays()
{
    EditSession *session = edited();
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::HoldAnswer : Do::Pass;
    };
    m_window->bench.saving().save(session, planOf(session));
    QTRY_COMPARE(m_registry->count("POST"), 1);
    session->setValue(field(u"Task"), u"later"_s);
    session->setValue(field(u"Origin"), u"HuggingFace"_s);
    QVERIFY(wait(m_window->bench.drafts().keepAll()));
    QTest::qWait(100);
    m_window.reset();
    m_registry->decide = {};

    begin();
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled[0][1].value<SaveOutcome>().result, Outcome::Saved);
    session = settled[0][0].value<EditSession *>();
    QCOMPARE(session->changeCount(), 2);
    QCOMPARE(session->base().metadata.task, u"qa"_s);
    QCOMPARE(session->edited().task, u"later"_s);
}

void tst_WorkbenchSaving::whatCannotBeSettledIsTriedAgain()
{
    cutOff("POST", Do::HoldAnswer, edited());
    m_registry->decide = [](const ReceivedRequest &) { return Do::Refuse; };
    begin();
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    QTRY_VERIFY(m_registry->count("GET") > 1);
    QTest::qWait(100);
    QCOMPARE(settled.size(), 0);
    QCOMPARE(m_window->only().head.outcome, Noted::Begun);
    QCOMPARE(m_window->bench.dirtySessions().size(), 1);

    m_registry->decide = {};
    m_window->connectTo(*m_registry);
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled[0][1].value<SaveOutcome>().result, Outcome::Saved);
    QTRY_COMPARE(m_window->only().head.outcome, Noted::Saved);
}

void tst_WorkbenchSaving::aCreateThatIsNotThereYetIsLookedForAgain()
{
    EditSession *fresh = m_window->bench.createNew();
    fresh->setValue(field(u"ModelName"), u"new"_s);
    const ModelMetadata wanted = fresh->edited();
    cutOff("POST", Do::Hold, fresh);
    begin(2000ms);
    QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    const qsizetype before = m_registry->count("GET");
    QTRY_COMPARE(m_registry->count("GET"), before + 3);
    QTest::qWait(50);
    QCOMPARE(settled.size(), 0);
    QCOMPARE(m_window->only().head.outcome, Noted::Begun);
    const QString id = m_registry->create(wanted); // it was on its way
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled[0][1].value<SaveOutcome>().createdId, id);
    QCOMPARE(settled[0][0].value<EditSession *>()->modelId(), id);
}

void tst_WorkbenchSaving::aSaveOfAnotherWindowIsLeftAlone()
{
    EditSession *session = edited();
    bool reached = false;
    m_registry->decide = [&](const ReceivedRequest &request) {
        reached = reached || request.verb == "PUT";
        return request.verb == "PUT" ? Do::Hold : Do::Pass;
    };
    m_window->bench.saving().save(session, planOf(session));
    QTRY_VERIFY(reached);
    Window other(*m_folder, *m_registry);
    const QSignalSpy settled(&other.bench.saving(), &Saving::interruptedSaveSettled);
    QTest::qWait(150);
    QCOMPARE(settled.size(), 0);
    QCOMPARE(other.only().head.outcome, Noted::Begun);
    m_window.reset();
    m_registry->decide = {};
    other.connectTo(*m_registry);
    QTRY_COMPARE(settled.size(), 1);
}

void tst_WorkbenchSaving::aDraftDiscardedMeanwhileStaysAway()
{
    cutOff("PUT", Do::HoldAnswer, edited());
    m_registry->decide = [](const ReceivedRequest &) { return Do::Hold; };
    begin();
    const QSignalSpy settled(&m_window->bench.saving(), &Saving::interruptedSaveSettled);
    EditSession *session = nullptr;
    QTRY_VERIFY((session = m_window->bench.findDraft(m_id)));
    QTRY_VERIFY(m_window->bench.saving().runningSave(session));
    m_window->bench.saving().discard(session);
    QTest::qWait(50);
    QCOMPARE(settled.size(), 0);
    QVERIFY(m_window->bench.dirtySessions().isEmpty());
    QCOMPARE(m_window->only().head.outcome, Noted::Begun); // nobody knows yet
}

void tst_WorkbenchSaving::aDeletionThatWasCutOffIsSettled_data()
{
    QTest::addColumn<Do>("what");
    QTest::addColumn<Noted>("noted");
    QTest::newRow("before it") << Do::Hold << Noted::Failed;
    QTest::newRow("after it") << Do::HoldAnswer << Noted::Saved;
}

void tst_WorkbenchSaving::aDeletionThatWasCutOffIsSettled()
{
    QFETCH(Do, what);
    QFETCH(Noted, noted);
    m_window->open(m_id);
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "DELETE" ? what : Do::Pass;
    };
    m_window->bench.saving().remove(m_id);
    QTRY_COMPARE(m_registry->count("DELETE"), 1);
    QTest::qWait(100);
    m_window.reset();
    m_registry->decide = {};
    begin();
    QTRY_COMPARE(m_window->only().head.outcome, noted);
    QCOMPARE(m_registry->model(m_id).id.isEmpty(), noted == Noted::Saved);
}

void tst_WorkbenchSaving::looksAgainWhenAsked()
{
    EditSession *session = edited();
    m_registry->decide = [&](const ReceivedRequest &request) {
        const bool lost = request.verb == "GET" && m_registry->count("PUT") > 0;
        return lost ? Do::LoseRequest : request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome unknown = m_window->save(session);
    QCOMPARE(unknown.result, Outcome::Unknown);
    const JournalHead noted = m_window->only().head;
    QCOMPARE(noted.outcome, Noted::Unknown);

    const auto look = [&] {
        SaveProgress *run = m_window->bench.saving().settle(session, unknown.plan, noted.began,
                                                            noted.id);
        QSignalSpy finished(run, &SaveProgress::finished);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
            qFatal("looking hangs");
        return finished[0][0].value<SaveOutcome>();
    };
    QCOMPARE(look().result, Outcome::Unknown); // still no answer
    QCOMPARE(m_window->only().head.outcome, Noted::Unknown);
    m_registry->decide = {};
    QCOMPARE(look().result, Outcome::Partly);
    QTRY_COMPARE(m_window->only().head.outcome, Noted::Partly);
    QCOMPARE(session->changeCount(), 1);
    QCOMPARE(m_window->bench.saving().runningSave(session), nullptr);
    QCOMPARE(m_window->bench.saving().settle(nullptr, unknown.plan, noted.began, noted.id),
             nullptr);
}

void tst_WorkbenchSaving::theRestAndTheRestoredLabelsCanBeSaved()
{
    EditSession *session = edited();
    m_window->bench.connection()->setLabelPost(LabelPost::KeepsOld);
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome partly = m_window->save(session);
    QCOMPARE(partly.result, Outcome::Partly);
    m_registry->decide = {};
    const auto carryOut = [&](const SavePlan &plan) {
        SaveProgress *run = m_window->bench.saving().save(session, plan);
        QSignalSpy finished(run, &SaveProgress::finished);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
            qFatal("the save hangs");
        return finished[0][0].value<SaveOutcome>().result;
    };
    QCOMPARE(carryOut(*partly.plan.restoringLabels()), Outcome::Saved);
    QCOMPARE(m_registry->model(m_id).metadata.labels, QList<Label>({{u"team"_s, u"a"_s}}));
    QCOMPARE(session->changeCount(), 1); // the label is still wanted
    QCOMPARE(session->edited().labels, QList<Label>({{u"team"_s, u"b"_s}}));
    // The rest is of before the labels came back: their coming back is seen.
    QCOMPARE(carryOut(*partly.plan.rest()), Outcome::Conflict);
    QCOMPARE(carryOut(planOf(session)), Outcome::Saved);
    QCOMPARE(m_registry->model(m_id).metadata.labels, QList<Label>({{u"team"_s, u"b"_s}}));
    QVERIFY(!session->isDirty());
}

MODELSCRIBE_TEST(tst_WorkbenchSaving)

} // namespace tst_workbenchsaving

#include "tst_workbenchsaving.moc"
