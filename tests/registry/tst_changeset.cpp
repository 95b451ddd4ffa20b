// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "credentials/fixedcredentials.h"
#include "registry/changesetrun.h"
#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "store/storetesting.h"
#include "testclass.h"
#include "testpaths.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

namespace tst_changeset {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using storetesting::isCampaign;
using storetesting::seed;
using Do = RegistryProxy::Do;

const QString registryKey = u"the registry"_s;

class tst_ChangeSet : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void changesStartInOrderAndNoMoreThanSoMany();
    void changesOfOneObjectFollowEachOther();
    void oneThatFailsStopsNoOther();
    void whatOthersChangedElsewhereIsKept();
    void whatOthersMadeTheSameIsNotSent();
    void aRefusedKeyStopsTheRest();
    void stopsBetweenObjects();
    void whoeverWritesFirstIsWaitedFor();
    void endsWhenTheConnectionGoes();
    void theJournalKnowsTheGroup();
    void whatWasDoneIsNotDoneAgain();
    void killedAndGoneOn();

private:
    Change changeOf(const QString &id, const QString &task);
    QList<Change> someChanges(int count);
    void fill(QRandomGenerator &random, int count);
    int killOnce(QRandomGenerator &random, bool isLast);
    void judge();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Writer> m_writer;
    QList<Draft> m_drafts; //!< The set that is carried out by a process of its own.
    QUuid m_group;
    QMap<QByteArray, int> m_done; //!< Writes that the registry carried out, by what they are.
    QMap<QString, int> m_faults;
    QMap<int, int> m_verdicts;
};

void tst_ChangeSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.title = u"test"_s,
                                      .endpoint = m_registry->endpoint(),
                                      .registryKey = registryKey},
                           .credentials = RegistryProxy::credentials()},
        quickOptions());
    m_journal = std::make_unique<Journal>(m_folder->filePath(u"journal.db"_s));
    m_writer = std::make_unique<Writer>(m_journal.get());
    SaveRunOptions runs;
    runs.lookPauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(5)};
    m_writer->setOptions({.runs = runs});
    m_drafts.clear();
    m_done.clear();
    m_faults.clear();
    m_verdicts.clear();
}

void tst_ChangeSet::cleanup()
{
    m_writer.reset();
    m_journal.reset();
    m_connection.reset();
    m_registry.reset();
}

Change tst_ChangeSet::changeOf(const QString &id, const QString &task)
{
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata edited = base.metadata;
    edited.task = task;
    return {.ref = {.registryKey = registryKey, .workspaceId = base.workspaceId, .modelId = id},
            .base = base,
            .edited = edited};
}

QList<Change> tst_ChangeSet::someChanges(int count)
{
    QList<Change> changes;
    for (int i = 0; i < count; ++i)
        changes.append(changeOf(m_registry->create({.name = u"model %1"_s.arg(i)}), u"new"_s));
    return changes;
}

void tst_ChangeSet::changesStartInOrderAndNoMoreThanSoMany()
{
    int open = 0;
    int most = 0;
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = someChanges(12)});
    QList<int> started;
    connect(run, &ChangeSetRun::started, run, [&](int index) {
        started.append(index);
        most = std::max(most, ++open);
    });
    connect(run, &ChangeSetRun::ended, run, [&](int, const WriteOutcome &outcome) {
        QCOMPARE(outcome.verdict, Verdict::Done);
        --open;
    });
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QList<int> order(12);
    std::iota(order.begin(), order.end(), 0);
    QCOMPARE(started, order);
    QCOMPARE(most, 4);
    QVERIFY(!m_writer->isWriting());
    for (const Change &change : run->set().changes)
        QCOMPARE(m_registry->model(change.ref.modelId).metadata.task, u"new"_s);
}

void tst_ChangeSet::changesOfOneObjectFollowEachOther()
{
    const QString id = m_registry->create({.name = u"a"_s});
    const Change first = changeOf(id, u"one"_s);
    Change second = first;
    second.base.metadata = *first.edited;
    second.edited->task = u"two"_s;
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = {first, second}});
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->outcome(0)->verdict, Verdict::Done);
    QCOMPARE(run->outcome(1)->verdict, Verdict::Done);
    QCOMPARE(m_registry->model(id).metadata.task, u"two"_s);
}

void tst_ChangeSet::oneThatFailsStopsNoOther()
{
    QList<Change> changes = someChanges(6);
    const RegisteredModel moved = changes[1].base;
    ModelMetadata theirs = moved.metadata;
    theirs.task = u"theirs"_s;
    m_registry->update(moved, theirs);
    changes[3].edited->name.clear(); // cannot be sent
    m_registry->decide = [&](const ReceivedRequest &request) {
        const bool isFourth = request.target.contains(changes[4].ref.modelId.toUtf8());
        return request.verb == "PUT" && isFourth ? Do::Refuse : Do::Pass;
    };
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = changes});
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->outcome(0)->verdict, Verdict::Done);
    QCOMPARE(run->outcome(1)->verdict, Verdict::Conflict);
    QCOMPARE(run->outcome(2)->verdict, Verdict::Done);
    QCOMPARE(run->outcome(3)->verdict, Verdict::Failed);
    QCOMPARE(run->outcome(4)->verdict, Verdict::Failed);
    QCOMPARE(run->outcome(5)->verdict, Verdict::Done);
    QCOMPARE(m_registry->model(moved.id).metadata.task, u"theirs"_s);
}

void tst_ChangeSet::whatOthersChangedElsewhereIsKept()
{
    const QList<Change> changes = someChanges(3);
    const QString moved = changes[1].ref.modelId;
    ModelMetadata theirs = changes[1].base.metadata;
    theirs.domain = u"theirs"_s;
    m_registry->update(changes[1].base, theirs);
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = changes});
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(run->outcome(i)->verdict, Verdict::Done);
    const ModelMetadata now = m_registry->model(moved).metadata;
    QCOMPARE(now.task, u"new"_s);
    QCOMPARE(now.domain, u"theirs"_s);
    // Only the task was sent.
    QCOMPARE(run->set().changes[1].edited->domain, u"theirs"_s);
    const auto noted = storetesting::wait(m_journal->list({.modelId = moved}));
    QCOMPARE(noted->size(), 1);
    QCOMPARE(noted->first().changeCount, 1);
}

void tst_ChangeSet::whatOthersMadeTheSameIsNotSent()
{
    const QList<Change> changes = someChanges(1);
    m_registry->update(changes[0].base, *changes[0].edited);
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = changes});
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->outcome(0)->verdict, Verdict::Unchanged);
    QVERIFY(storetesting::wait(m_journal->list({}))->isEmpty());
}

void tst_ChangeSet::aRefusedKeyStopsTheRest()
{
    const QList<Change> changes = someChanges(20);
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{
            .target = {.endpoint = m_registry->endpoint(), .registryKey = registryKey},
            .credentials = fixedCredentials({.id = "LTAI-test-key", .secret = "another"})},
        quickOptions());
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = changes});
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    int notStarted = 0;
    for (int i = 0; i < 20; ++i) {
        if (run->outcome(i)->verdict == Verdict::NotStarted)
            ++notStarted;
        else
            QCOMPARE(run->outcome(i)->verdict, Verdict::Failed);
        QCOMPARE(run->outcome(i)->error->kind, Error::Kind::Unauthorized);
    }
    QVERIFY(notStarted >= 16);
    QCOMPARE(m_registry->count("PUT"), 0);
}

void tst_ChangeSet::stopsBetweenObjects()
{
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = someChanges(30)});
    connect(run, &ChangeSetRun::ended, run, [run](int, const WriteOutcome &) {
        if (run->endedCount() == 3)
            run->stop();
    });
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QMap<Verdict, int> verdicts;
    for (int i = 0; i < 30; ++i) {
        const Verdict verdict = run->outcome(i)->verdict;
        ++verdicts[verdict];
        const QString held = m_registry->model(run->set().changes[i].ref.modelId).metadata.task;
        const bool isWritten = verdict == Verdict::Done || verdict == Verdict::Unverified;
        QCOMPARE(held, isWritten ? u"new"_s : QString());
    }
    QVERIFY(verdicts[Verdict::NotStarted] >= 20);
    QVERIFY(verdicts[Verdict::Done] >= 3);
}

void tst_ChangeSet::whoeverWritesFirstIsWaitedFor()
{
    const QList<Change> changes = someChanges(2);
    ChangeSetRun *run = m_writer->write(*m_connection, {.changes = changes});
    int starts = 0;
    connect(run, &ChangeSetRun::started, run, [&](int index) {
        if (index == 0 && ++starts == 1)
            m_writer->save(*m_connection, changes[0].ref, *changes[0].plan());
    });
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->outcome(0)->verdict, Verdict::Unchanged); // it is so by then
    QCOMPARE(run->outcome(1)->verdict, Verdict::Done);
    QCOMPARE(m_registry->count("PUT"), 2);
}

//! At any moment, also while what an earlier run left is looked up.
void tst_ChangeSet::endsWhenTheConnectionGoes()
{
    for (const int delay : {0, 1, 2, 3, 5, 8, 20}) {
        cleanup();
        init();
        const ChangeSet set{.changes = someChanges(6)};
        {
            Journal killed(m_folder->filePath(u"journal.db"_s));
            for (int place = 0; place < 3; ++place) {
                JournalEntry entry{.after = *set.changes[place].edited};
                entry.before = set.changes[place].base;
                entry.head.registryKey = registryKey;
                entry.head.modelId = set.changes[place].ref.modelId;
                entry.head.group = set.id;
                entry.head.place = place;
                QVERIFY(storetesting::wait(killed.begin(entry)));
            }
        }
        ChangeSetRun *run = m_writer->write(*m_connection, set);
        const QSignalSpy finished(run, &ChangeSetRun::finished);
        QTimer::singleShot(delay, this, [this] { m_connection.reset(); });
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(run->endedCount(), 6);
    }
}

void tst_ChangeSet::theJournalKnowsTheGroup()
{
    const ChangeSet set{.changes = someChanges(5)};
    ChangeSetRun *run = m_writer->write(*m_connection, set);
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    const auto heads = storetesting::wait(m_journal->list({.group = set.id}));
    QVERIFY(heads);
    QCOMPARE(heads->size(), 5);
    for (const JournalHead &head : *heads) {
        QCOMPARE(head.outcome, JournalHead::Outcome::Saved);
        QCOMPARE(head.modelId, set.changes[head.place].ref.modelId);
    }
    const auto page = storetesting::wait(
        m_journal->list({.group = set.id, .offset = 1, .limit = 2}));
    QCOMPARE(*page, heads->mid(1, 2));
    const auto none = storetesting::wait(m_journal->list({.group = QUuid::createUuid()}));
    QVERIFY(none->isEmpty());
}

void tst_ChangeSet::whatWasDoneIsNotDoneAgain()
{
    ChangeSet set{.changes = someChanges(4)};
    const ChangeSet first{.id = set.id, .changes = set.changes.first(2)};
    ChangeSetRun *run = m_writer->write(*m_connection, first);
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_registry->count("PUT"), 2);
    ChangeSetRun *whole = m_writer->write(*m_connection, set);
    const QSignalSpy ended(whole, &ChangeSetRun::finished);
    QTRY_COMPARE(ended.size(), 1);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(whole->outcome(i)->verdict, Verdict::Done);
        QCOMPARE(whole->outcome(i)->save.has_value(), i >= 2);
    }
    QCOMPARE(m_registry->count("PUT"), 4);
}

//! Models as they are and as they shall be, some new, some to go; as drafts for another process.
void tst_ChangeSet::fill(QRandomGenerator &random, int count)
{
    for (int i = 0; i < count; ++i) {
        Draft draft{.registryKey = registryKey};
        const QString name = u"model %1"_s.arg(i);
        if (random.bounded(5) == 0) {
            draft.modelId = Draft::newModelId();
            draft.edited = {.name = name, .task = u"new"_s, .labels = {{u"team"_s, u"b"_s}}};
        } else {
            const QString id = m_registry->create(
                {.name = name, .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"x"_s}}});
            draft.base = m_registry->model(id);
            draft.modelId = id;
            draft.edited = draft.base.metadata;
            draft.edited.task = random.bounded(8) == 0 ? u"delete"_s : u"new"_s;
            if (random.bounded(2) == 0)
                draft.edited.labels = {{u"team"_s, u"b"_s}};
            if (random.bounded(2) == 0)
                draft.edited.extraInfo = JsonText("{\"Rating\": " + QByteArray::number(i) + "}");
        }
        draft.workspaceId = draft.base.workspaceId;
        m_drafts.append(draft);
    }
    std::ranges::sort(m_drafts, {}, &Draft::modelId); // as the process does
}

//! Runs the process, which is killed at some request unless it is the last; requests meet faults
//! of all kinds unless it is the last. How many changes were told as ended.
int tst_ChangeSet::killOnce(QRandomGenerator &random, bool isLast)
{
    static const QList<Do> faults{Do::LoseRequest, Do::LoseAnswer, Do::CutAnswer, Do::SpoilAnswer,
                                  Do::Refuse,      Do::BadRequest, Do::Throttle,  Do::Break,
                                  Do::DoThenBusy,  Do::DoThenLate, Do::Hold,      Do::HoldAnswer};
    static const QSet<Do> carriedOut{Do::Pass,       Do::LoseAnswer, Do::CutAnswer, Do::SpoilAnswer,
                                     Do::DoThenBusy, Do::DoThenLate, Do::HoldAnswer};
    QProcess process;
    int requests = isLast ? -1 : int(random.bounded(60)) + 1;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (--requests == 0) {
            ++m_faults[u"killed"_s];
            process.kill();
            return Do::Hold;
        }
        const bool isFaulty = !isLast && random.bounded(12) == 0;
        const Do what = isFaulty ? faults[random.bounded(faults.size())] : Do::Pass;
        if (isFaulty)
            ++m_faults[QString::number(int(what))];
        if (request.verb != "GET" && carriedOut.contains(what))
            ++m_done[request.verb + ' ' + request.target + ' '
                     + (request.verb == "POST" && request.target.endsWith("/models")
                            ? request.body
                            : QByteArray())];
        return what;
    };
    process.start(buildPath(u"tests/registry/changer"_s),
                  {m_registry->endpoint().url().toString(), m_folder->path(), m_group.toString()});
    if (!process.waitForStarted())
        return -1;
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && timer.elapsed() < 120'000)
        QTest::qWait(2);
    process.kill();
    process.waitForFinished();
    m_registry->decide = {};
    m_verdicts.clear();
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words[0] == "ended")
            m_verdicts[words[1].toInt()] = words[2].toInt();
    }
    return int(m_verdicts.size());
}

void tst_ChangeSet::judge()
{
    // Nothing twice: each write reached the registry at most once.
    for (auto it = m_done.cbegin(); it != m_done.cend(); ++it)
        QVERIFY2(*it == 1, QByteArray(it.key() + ": " + QByteArray::number(*it)).constData());
    Journal journal(m_folder->filePath(u"journal.db"_s));
    const auto heads = storetesting::wait(journal.list({.group = m_group, .limit = -1}));
    QVERIFY(heads);
    QMap<Verdict, int> counts;
    for (qsizetype i = 0; i < m_drafts.size(); ++i) {
        const Draft &draft = m_drafts[i];
        QVERIFY2(m_verdicts.contains(int(i)), qPrintable(u"nothing was said of %1"_s.arg(i)));
        const auto verdict = Verdict(m_verdicts[int(i)]);
        ++counts[verdict];
        const auto head = std::ranges::find(*heads, i, &JournalHead::place); // the newest
        QVERIFY(head != heads->end());
        const QList<RegisteredModel> held = m_registry->modelsNamed(draft.edited.name);
        QVERIFY2(held.size() <= 1, qPrintable(draft.edited.name + u" is there twice"_s));
        const bool isDeletion = draft.edited.task == "delete"_L1;
        const QString task = held.isEmpty() ? QString() : held.first().metadata.task;
        if (verdict == Verdict::Done || verdict == Verdict::Unverified) {
            QCOMPARE(head->outcome, verdict == Verdict::Done ? JournalHead::Outcome::Saved
                                                             : JournalHead::Outcome::Unverified);
            QCOMPARE(held.size(), isDeletion ? 0 : 1);
            if (isDeletion)
                continue;
            const ModelMetadata now = m_registry->model(held.first().id).metadata;
            QVERIFY2(labelChanges(now.labels, draft.edited.labels).isEmpty() && task == "new"_L1
                         && now.extraInfo == draft.edited.extraInfo,
                     qPrintable(draft.edited.name));
        } else {
            // Said so: nothing else may be told of a run without faults.
            QVERIFY2(verdict == Verdict::Unknown || verdict == Verdict::GoneAlready,
                     qPrintable(u"%1: %2"_s.arg(draft.edited.name).arg(int(verdict))));
        }
    }
    QStringList said;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        said.append(u"%1 × %2"_s.arg(int(it.key())).arg(*it));
    QStringList faults;
    for (auto it = m_faults.cbegin(); it != m_faults.cend(); ++it)
        faults.append(u"%1 × %2"_s.arg(it.key()).arg(*it));
    qInfo("%d objects, %d kills; faults %s; verdicts %s; %d writes carried out",
          int(m_drafts.size()), m_faults[u"killed"_s], qPrintable(faults.join(u", "_s)),
          qPrintable(said.join(u", "_s)), int(m_done.size()));
    QVERIFY(counts[Verdict::Done] * 10 > m_drafts.size() * 9);
}

//! MODELSCRIBE_CAMPAIGN=1: 500 objects, 50 kills.
void tst_ChangeSet::killedAndGoneOn()
{
    QRandomGenerator random(seed());
    m_group = QUuid::createUuid();
    m_journal.reset();
    fill(random, isCampaign() ? 500 : 60);
    {
        DraftStore drafts(m_folder->filePath(u"drafts.db"_s));
        for (const Draft &draft : std::as_const(m_drafts))
            drafts.put(draft);
        QVERIFY(storetesting::wait(drafts.flush()));
    }
    for (int kill = 0; kill < (isCampaign() ? 50 : 8); ++kill)
        QVERIFY(killOnce(random, false) >= 0);
    for (int again = 0; again < 3; ++again) // what failed by a fault is tried again
        QVERIFY(killOnce(random, true) >= 0);
    judge();
}

MODELSCRIBE_TEST(tst_ChangeSet)

} // namespace tst_changeset

#include "tst_changeset.moc"
