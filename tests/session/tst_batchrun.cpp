// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchrun.h"

#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "store/batchstore.h"
#include "store/journal.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_batchrun {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;

using Do = RegistryProxy::Do;
using State = BatchRun::State;
using ItemState = BatchRunItem::State;

//! One program: what it keeps its work in, its connection and its writer.
struct Desk
{
    Desk(const QTemporaryDir &folder, const RegistryProxy &registry)
        : store(folder.filePath(u"batches.db"_s))
        , journal(folder.filePath(u"journal.db"_s))
        , connection({.target = {.title = u"test"_s,
                                 .endpoint = registry.endpoint(),
                                 .registryKey = u"r"_s},
                      .credentials = RegistryProxy::credentials()},
                     patientOptions())
        , writer(&journal)
    {
        SaveRunOptions runs;
        runs.lookPauses = {1ms, 5ms};
        writer.setOptions({.runs = runs});
    }

    BatchRun *make(const ChangeSet &set)
    {
        run = std::make_unique<BatchRun>(writer, &store, connection, set);
        QObject::connect(run.get(), &BatchRun::stateChanged, run.get(), [this] {
            states.append(run->state());
            if (run->state() == State::Queued)
                run->run();
        });
        return run.get();
    }

    BatchRun *start(const ChangeSet &set)
    {
        make(set)->start();
        return run.get();
    }

    qsizetype keptCount() { return wait(store.list({}))->size(); }

    BatchStore store;
    Journal journal;
    Connection connection;
    Writer writer;
    std::unique_ptr<BatchRun> run;
    QList<State> states;
};

class tst_BatchRun : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isKeptBeforeTheFirstRequestAndGoneAfterTheLast();
    void sendsNothingThatCannotBeKept();
    void pausesAndGoesOn();
    void stopsAndKeepsWhatWasNotSent();
    void triesAgainWhatWasRefused();
    void whatCannotBeHelpedIsNotTriedAgain();
    void pausesByItselfOffline_data();
    void pausesByItselfOffline();
    void pausesWhenTheKeyIsRefused();
    void goesOnAfterAKill();
    void conflictsAreDecided_data();
    void conflictsAreDecided();
    void theSameForAllAboutTheSame();
    void whatIsDecidedWhileOthersRunIsSentAfterThem();
    void saysHowFastItIs();

private:
    Change changeOf(const QString &id, const QString &task);
    ChangeSet someChanges(int count);
    //! Somebody else changes the field of these.
    void move(const ChangeSet &set, const QList<int> &indexes, QString ModelMetadata::*member);
    QString heldTask(const ChangeSet &set, int index)
    {
        return m_registry->model(set.changes[index].ref.modelId).metadata.task;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Desk> m_desk;
};

void tst_BatchRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_desk = std::make_unique<Desk>(*m_folder, *m_registry);
}

void tst_BatchRun::cleanup()
{
    m_desk.reset();
    m_registry.reset();
}

Change tst_BatchRun::changeOf(const QString &id, const QString &task)
{
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata edited = base.metadata;
    edited.task = task;
    return {.ref = {.registryKey = u"r"_s, .workspaceId = base.workspaceId, .modelId = id},
            .base = base,
            .edited = edited};
}

ChangeSet tst_BatchRun::someChanges(int count)
{
    ChangeSet set;
    for (int i = 0; i < count; ++i)
        set.changes.append(changeOf(m_registry->create({.name = u"model %1"_s.arg(i)}), u"new"_s));
    return set;
}

void tst_BatchRun::move(const ChangeSet &set, const QList<int> &indexes,
                        QString ModelMetadata::*member)
{
    for (const int index : indexes) {
        const RegisteredModel now = m_registry->model(set.changes[index].ref.modelId);
        ModelMetadata theirs = now.metadata;
        theirs.*member = u"theirs"_s;
        m_registry->update(now, theirs);
    }
}

void tst_BatchRun::isKeptBeforeTheFirstRequestAndGoneAfterTheLast()
{
    const ChangeSet set = someChanges(6);
    qsizetype kept = -1;
    m_registry->decide = [&](const ReceivedRequest &) {
        if (kept < 0) {
            BatchStore other(m_folder->filePath(u"batches.db"_s));
            kept = wait(other.list(u"r"_s))->size();
        }
        return Do::Pass;
    };
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(kept, 1);
    QCOMPARE(m_desk->states,
             QList<State>({State::Keeping, State::Queued, State::Running, State::Ended}));
    QCOMPARE(run->counts().value(BatchEnd::Saved), 6);
    QCOMPARE(run->endedCount(), 6);
    QVERIFY(run->isSettled());
    QVERIFY(run->ended().isValid());
    QCOMPARE(run->fields(), QStringList{u"Task"_s});
    QCOMPARE(m_desk->keptCount(), 0);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(heldTask(set, i), u"new"_s);
}

void tst_BatchRun::sendsNothingThatCannotBeKept()
{
    const ChangeSet set = someChanges(2);
    BatchStore nowhere(u"/proc/no/batches.db"_s);
    BatchRun run(m_desk->writer, &nowhere, m_desk->connection, set);
    connect(&run, &BatchRun::stateChanged, &run, [&run] {
        if (run.state() == State::Queued)
            run.run();
    });
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Paused, 20'000);
    QCOMPARE(run.error()->kind, Error::Kind::Storage);
    QCOMPARE(m_registry->count("PUT"), 0);
    run.stop();
    QCOMPARE(run.state(), State::Ended);
    QCOMPARE(run.counts().value(BatchEnd::NotSent), 2);
}

void tst_BatchRun::pausesAndGoesOn()
{
    const ChangeSet set = someChanges(20);
    BatchRun *run = m_desk->start(set);
    connect(run, &BatchRun::itemChanged, run, [run] {
        if (run->endedCount() == 3)
            run->pause();
    });
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Paused, 20'000);
    QVERIFY(!run->error());
    QVERIFY(m_desk->states.contains(State::Pausing));
    const qsizetype ended = run->endedCount();
    QVERIFY(ended >= 3 && ended < 10);
    // What was under way came to its whole end.
    QCOMPARE(run->counts().value(BatchEnd::Saved), ended);
    QCOMPARE(m_desk->keptCount(), 1);
    run->disconnect(run);
    connect(run, &BatchRun::stateChanged, run, [run] {
        if (run->state() == State::Queued)
            run->run();
    });
    run->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 20);
    QCOMPARE(m_registry->count("PUT"), 20); // each once
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::stopsAndKeepsWhatWasNotSent()
{
    const ChangeSet set = someChanges(20);
    BatchRun *run = m_desk->start(set);
    const auto stop = connect(run, &BatchRun::itemChanged, run, [run] {
        if (run->endedCount() == 3)
            run->stop();
    });
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    disconnect(stop);
    QCOMPARE(run->endedCount(), 20);
    const qint64 saved = run->counts().value(BatchEnd::Saved);
    QVERIFY(saved >= 3);
    QCOMPARE(run->counts().value(BatchEnd::NotSent), 20 - saved);
    QCOMPARE(run->retryCount(), 20 - saved);
    QVERIFY(!run->isSettled());
    QCOMPARE(m_desk->keptCount(), 1); // somebody may still want the rest
    run->retry();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 20);
    QCOMPARE(m_registry->count("PUT"), 20);
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::triesAgainWhatWasRefused()
{
    const ChangeSet set = someChanges(5);
    const QByteArray refused = set.changes[2].ref.modelId.toUtf8();
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "PUT" && request.target.contains(refused) ? Do::Refuse : Do::Pass;
    };
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Refused), 1);
    QCOMPARE(run->item(2).end, BatchEnd::Refused);
    QCOMPARE(run->item(2).outcome.error->code, u"Forbidden.RAM"_s);
    QVERIFY(!run->item(2).why().isEmpty());
    QCOMPARE(run->retryCount(), 1);
    m_registry->decide = {};
    const qsizetype before = m_registry->listener().requests().size();
    run->retry();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 5);
    // The others are not even read.
    const auto requests = m_registry->listener().requests();
    for (qsizetype i = before; i < requests.size(); ++i)
        QVERIFY(requests[i].target.contains(refused));
    QCOMPARE(heldTask(set, 2), u"new"_s);
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::whatCannotBeHelpedIsNotTriedAgain()
{
    ChangeSet set = someChanges(2);
    set.changes[1].edited->name.clear(); // cannot be sent
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->item(1).end, BatchEnd::Refused);
    QCOMPARE(run->retryCount(), 0);
    run->retry();
    QCOMPARE(run->state(), State::Ended);
    run->forget();
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::pausesByItselfOffline_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("many") << 30;
    QTest::newRow("fewer than are under way at once") << 2;
}

void tst_BatchRun::pausesByItselfOffline()
{
    QFETCH(int, count);
    const ChangeSet set = someChanges(count);
    m_registry->setReachable(false);
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Paused, 30'000);
    QVERIFY(run->error());
    QVERIFY(run->error()->kind == Error::Kind::Network
            || run->error()->kind == Error::Kind::Timeout);
    QCOMPARE(run->endedCount(), 0); // nothing is wrong with any of them
    QCOMPARE(m_desk->keptCount(), 1);
    m_registry->setReachable(true);
    run->goOn();
    QVERIFY(!run->error());
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 30'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), count);
}

void tst_BatchRun::pausesWhenTheKeyIsRefused()
{
    const ChangeSet set = someChanges(12);
    Connection wrong({.target = {.endpoint = m_registry->endpoint(), .registryKey = u"r"_s},
                      .credentials = fixedCredentials(
                          {.id = "LTAI-test-key", .secret = "another", .securityToken = {}})},
                     patientOptions());
    BatchRun run(m_desk->writer, &m_desk->store, wrong, set);
    connect(&run, &BatchRun::stateChanged, &run, [&run] {
        if (run.state() == State::Queued)
            run.run();
    });
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Paused, 20'000);
    QCOMPARE(run.error()->kind, Error::Kind::Unauthorized);
    QCOMPARE(run.endedCount(), 0);
    QCOMPARE(m_registry->count("PUT"), 0);
}

//! All objects go while requests are under way, and others take their place.
void tst_BatchRun::goesOnAfterAKill()
{
    const ChangeSet set = someChanges(15);
    BatchRun *run = m_desk->start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() >= 4, 20'000);
    m_desk.reset();

    m_desk = std::make_unique<Desk>(*m_folder, *m_registry);
    const auto left = wait(m_desk->store.interrupted(u"r"_s));
    QCOMPARE(left->size(), 1);
    QCOMPARE(left->first().id, set.id);
    QCOMPARE(left->first().count, 15);
    const auto claimed = wait(m_desk->store.claim(set.id));
    QVERIFY(claimed);
    ChangeSet again{.id = claimed->head.id};
    for (const auto &one : claimed->changes)
        again.changes.append({.ref = {.registryKey = u"r"_s,
                                      .workspaceId = one.base.workspaceId,
                                      .modelId = one.base.id},
                              .base = one.base,
                              .edited = one.edited});
    run = m_desk->make(again);
    run->start(true);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 30'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved) + run->counts().value(BatchEnd::Unchanged), 15);
    QMap<QByteArray, int> puts;
    for (const ReceivedRequest &request : m_registry->listener().requests()) {
        if (request.verb == "PUT")
            ++puts[request.target];
    }
    for (const int count : puts)
        QCOMPARE(count, 1);
    for (int i = 0; i < 15; ++i)
        QCOMPARE(heldTask(set, i), u"new"_s);
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::conflictsAreDecided_data()
{
    QTest::addColumn<bool>("mine");
    QTest::addColumn<bool>("more"); // the change is about another field, too
    QTest::newRow("mine") << true << false;
    QTest::newRow("theirs") << false << false;
    QTest::newRow("mine, and more") << true << true;
    QTest::newRow("theirs, and more") << false << true;
}

void tst_BatchRun::conflictsAreDecided()
{
    QFETCH(bool, mine);
    QFETCH(bool, more);
    ChangeSet set = someChanges(3);
    if (more)
        set.changes[1].edited->domain = u"new"_s;
    move(set, {1}, &ModelMetadata::task);
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 2);
    QVERIFY(run->item(1).isConflict());
    QVERIFY(run->item(1).merge);
    QCOMPARE(run->item(1).merge->clashes.size(), 1);
    QCOMPARE(run->item(1).merge->clashes[0].theirs, u"theirs"_s);
    QVERIFY(run->item(1).why().contains(u"theirs"_s));
    QCOMPARE(m_desk->keptCount(), 1);
    if (mine)
        run->takeMine({1});
    else
        run->keepTheirs({1});
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    const ModelMetadata held = m_registry->model(set.changes[1].ref.modelId).metadata;
    QCOMPARE(held.task, mine ? u"new"_s : u"theirs"_s);
    QCOMPARE(held.domain, more ? u"new"_s : QString());
    QCOMPARE(run->item(1).end, mine || more ? BatchEnd::Saved : BatchEnd::Skipped);
    QVERIFY(run->isSettled());
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::theSameForAllAboutTheSame()
{
    ChangeSet set = someChanges(5);
    set.changes[3].edited->domain = u"new"_s;
    move(set, {0, 1, 4}, &ModelMetadata::task);
    move(set, {3}, &ModelMetadata::domain);
    BatchRun *run = m_desk->start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Conflict), 4);
    QCOMPARE(run->conflictsLike(1), (QList<qsizetype>{0, 1, 4}));
    QCOMPARE(run->conflictsLike(3), (QList<qsizetype>{3}));
    run->takeMine(run->conflictsLike(1));
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Conflict), 1);
    for (const int index : {0, 1, 2, 4})
        QCOMPARE(heldTask(set, index), u"new"_s);
    QVERIFY(!run->isSettled());
    run->keepTheirs({3});
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(heldTask(set, 3), u"new"_s);
    QCOMPARE(m_desk->keptCount(), 0);
}

void tst_BatchRun::whatIsDecidedWhileOthersRunIsSentAfterThem()
{
    const ChangeSet set = someChanges(12);
    move(set, {0}, &ModelMetadata::task);
    BatchRun *run = m_desk->start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->item(0).merge, 20'000);
    QVERIFY(run->state() == State::Running);
    run->takeMine({0});
    QCOMPARE(run->item(0).state, ItemState::Waiting);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 12);
    QCOMPARE(heldTask(set, 0), u"new"_s);
    // It was kept anew before it was sent.
    QCOMPARE(m_desk->states.count(State::Keeping), 2);
}

void tst_BatchRun::saysHowFastItIs()
{
    RunPace pace;
    pace.begin(1000ms);
    QVERIFY(!pace.left(1000ms, 10));
    for (int i = 1; i <= 20; ++i)
        pace.note(1000ms + i * 500ms, 2); // two models a second, two writes each
    QCOMPARE(pace.requestsPerSecond(11'000ms).value(), 4.0);
    QCOMPARE(pace.left(11'000ms, 10).value(), 5s);
    for (int i = 1; i <= 40; ++i)
        pace.note(11'000ms + i * 1000ms, 1); // then slower: only that counts
    QVERIFY(qAbs(pace.requestsPerSecond(51'000ms).value() - 1) < 0.1);
}

MODELSCRIBE_TEST(tst_BatchRun)

} // namespace tst_batchrun

#include "tst_batchrun.moc"
