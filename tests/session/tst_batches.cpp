// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batches.h"

#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "registry/respelling.h"
#include "session/draftsreview.h"
#include "session/workbench.h"
#include "store/batchstore.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_batches {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;

using Do = RegistryProxy::Do;
using State = BatchRun::State;
using RowState = Batches::RowState;

//! One window: what it keeps its work in, and its workbench.
struct Window
{
    explicit Window(const QTemporaryDir &folder)
        : drafts(folder.filePath(u"drafts.db"_s), QUuid::createUuid(), {.writeDelay = 10})
        , journal(folder.filePath(u"journal.db"_s))
        , store(folder.filePath(u"batches.db"_s))
        , bench(patientOptions())
    {
        bench.setSaveOptions({.lookPauses = {1ms, 2ms}});
        bench.keepIn(&drafts, &journal, &store);
    }

    void connectTo(const RegistryProxy &registry, const QString &key = u"r"_s)
    {
        bench.connectTo(
            {.target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = key},
             .credentials = RegistryProxy::credentials()});
    }

    void load()
    {
        bench.catalogSync()->refresh();
        if (!QTest::qWaitFor(
                [&] { return bench.catalogSync()->state() == CatalogSync::State::Ready; }, 20'000))
            qFatal("the list does not come");
    }

    DraftStore drafts;
    Journal journal;
    BatchStore store;
    Workbench bench;
};

class tst_Batches : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listAndSessionsFollow();
    void aDraftOfTheSameModelStays();
    void aDraftThatWasSentIsGone_data();
    void aDraftThatWasSentIsGone();
    void draftsAreReviewedTogether();
    void rowsSayHowFarTheyAre();
    void oneAfterTheOther();
    void whatWasLeftIsAskedFor();
    void whatWasLeftCanBeLookedAt();
    void whatWasLeftCanBeForgotten();
    void whatAnotherWindowDoesIsNotLeft();
    void anotherConnectionEndsIt();
    void holdsWhileTheWindowCloses();
    void whatWasCutOffIsNoDraft();

private:
    ChangeSet someChanges(int count);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Window> m_window;
};

void tst_Batches::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_window = std::make_unique<Window>(*m_folder);
    m_window->connectTo(*m_registry);
}

void tst_Batches::cleanup()
{
    m_window.reset();
    m_registry.reset();
}

ChangeSet tst_Batches::someChanges(int count)
{
    ChangeSet set;
    for (int i = 0; i < count; ++i) {
        const RegisteredModel base = m_registry->model(
            m_registry->create({.name = u"model %1"_s.arg(i)}));
        ModelMetadata edited = base.metadata;
        edited.task = u"new"_s;
        set.changes.append(
            {.ref = {.registryKey = u"r"_s, .workspaceId = base.workspaceId, .modelId = base.id},
             .base = base,
             .edited = edited});
    }
    return set;
}

void tst_Batches::listAndSessionsFollow()
{
    const ChangeSet set = someChanges(3);
    m_window->load();
    const EditSession *session = m_window->bench.open(set.changes[0].base.id);
    BatchRun *run = m_window->bench.batches().start(set);
    QCOMPARE(m_window->bench.batches().current(), run);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    for (const Change &change : set.changes)
        QCOMPARE(m_window->bench.catalog()->find(change.base.id)->metadata.task, u"new"_s);
    QCOMPARE(session->base().metadata.task, u"new"_s);
    QVERIFY(!session->isDirty());
}

void tst_Batches::aDraftOfTheSameModelStays()
{
    const ChangeSet set = someChanges(1);
    m_window->load();
    EditSession *session = m_window->bench.open(set.changes[0].base.id);
    session->setValue(*findField(u"Domain"), u"mine"_s);
    BatchRun *run = m_window->bench.batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(session->base().metadata.task, u"new"_s);
    QCOMPARE(session->edited().task, u"new"_s);
    QCOMPARE(session->edited().domain, u"mine"_s);
    QVERIFY(session->isDirty());
    QCOMPARE(m_registry->model(session->modelId()).metadata.domain, QString());
}

void tst_Batches::aDraftThatWasSentIsGone_data()
{
    QTest::addColumn<bool>("isLong");
    QTest::newRow("short") << false;
    QTest::newRow("long") << true; // compared on another thread
}

//! Also where the registry spells it otherwise, and others changed something else.
void tst_Batches::aDraftThatWasSentIsGone()
{
    QFETCH(bool, isLong);
    m_registry->rewrite = [](const ReceivedRequest &, const QByteArray &body) {
        return respelled(body, Respelling::Order | Respelling::Numbers);
    };
    const QByteArray rest = ", \"b\": \""
                            + QByteArray(isLong ? EditSession::checkHereLimit + 1 : 1, 'x') + "\"}";
    ChangeSet set = someChanges(1);
    set.changes[0].base = m_registry->model(
        m_registry->create({.name = u"spelled"_s, .extraInfo = JsonText("{\"a\": 1.5" + rest)}));
    m_window->load();
    EditSession *session = m_window->bench.open(set.changes[0].base.id);
    session->setValue(*findField(u"Task"), u"new"_s);
    session->setValue(*findField(u"ExtraInfo"), JsonText("{\"a\": 1.50" + rest));
    ModelMetadata theirs = set.changes[0].base.metadata;
    theirs.domain = u"theirs"_s;
    m_registry->update(set.changes[0].base, theirs);
    const DraftsReview drafts = reviewOfDrafts(m_window->bench, m_window->bench.dirtySessions());
    const auto derived = drafts.derive(m_registry->model(session->modelId()), 0);
    QVERIFY(derived && !derived->isSetAside);
    set.changes[0].ref.modelId = session->modelId();
    set.changes[0].base = m_registry->model(session->modelId());
    set.changes[0].edited = derived->edited;
    BatchRun *run = m_window->bench.batches().start(set);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QTRY_VERIFY(!session->isDirty());
    const ModelMetadata held = m_registry->model(session->modelId()).metadata;
    QCOMPARE(held.task, u"new"_s);
    QCOMPARE(held.domain, u"theirs"_s);
    QCOMPARE(session->base().metadata.domain, u"theirs"_s);
}

void tst_Batches::draftsAreReviewedTogether()
{
    const ChangeSet set = someChanges(5);
    m_window->load();
    Workbench &bench = m_window->bench;
    QList<EditSession *> sessions;
    for (const Change &change : set.changes) {
        sessions.append(bench.open(change.base.id));
        sessions.last()->setValue(*findField(u"Task"), u"mine"_s);
    }
    sessions[3]->setUnfinished({{u"$.a"_s, u"12e"_s}});
    bench.createNew()->setValue(*findField(u"ModelName"), u"new"_s);
    sessions.append(bench.dirtySessions().last());
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Wait : Do::Pass;
    };
    bench.batches().start({.changes = {set.changes[4]}});
    const DraftsReview review = reviewOfDrafts(bench, sessions);
    QCOMPARE(review.models.size(), 3);
    QCOMPARE(review.newModels, 1);
    QCOMPARE(review.unfinished, 1);
    QCOMPARE(review.busy, 1);
    sessions[0]->setValue(*findField(u"Task"), u"typed later"_s);
    RegisteredModel now = set.changes[0].base;
    now.metadata.domain = u"theirs"_s;
    auto derived = review.derive(now, 0);
    QCOMPARE(derived->edited.task, u"mine"_s);
    QCOMPARE(derived->edited.domain, u"theirs"_s);
    QVERIFY(!derived->isSetAside);
    now.metadata.task = u"theirs"_s;
    derived = review.derive(now, 0);
    QVERIFY(derived->isSetAside);
    QCOMPARE(derived->leftAlone, QStringList{u"Task"_s});
}

void tst_Batches::rowsSayHowFarTheyAre()
{
    const ChangeSet set = someChanges(6);
    const auto id = [&set](int index) { return set.changes[index].base.id; };
    ModelMetadata theirs = set.changes[1].base.metadata;
    theirs.task = u"theirs"_s;
    m_registry->update(set.changes[1].base, theirs);
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb != "PUT")
            return Do::Pass;
        return request.target.contains(id(2).toUtf8()) ? Do::Refuse : Do::Wait;
    };
    Batches &batches = m_window->bench.batches();
    QSignalSpy rows(&batches, &Batches::rowsChanged);
    QCOMPARE(batches.rowState(id(0)), RowState::None);
    BatchRun *run = batches.start(set);
    QCOMPARE(batches.rowState(id(5)), RowState::Waiting);
    QVERIFY(batches.isBusy(id(5)));
    QTRY_COMPARE_WITH_TIMEOUT(batches.rowState(id(1)), RowState::Conflict, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(batches.rowState(id(2)), RowState::Refused, 20'000);
    QCOMPARE(batches.rowState(id(0)), RowState::UnderWay);
    QVERIFY(batches.isBusy(id(0)));
    QVERIFY(!batches.isBusy(id(1)));
    const auto isTold = [&] {
        return std::ranges::any_of(
            rows, [&](const QVariantList &one) { return one[0].toStringList().contains(id(1)); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20'000);
    m_registry->decide = {};
    for (auto &waiting : m_registry->waiting()) {
        m_registry->letGo(waiting);
        m_registry->deliver(waiting);
    }
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(batches.rowState(id(5)), RowState::Saved);
    QVERIFY(!batches.isBusy(id(5)));
    batches.dismiss(run);
    QCOMPARE(batches.rowState(id(5)), RowState::None);
    QVERIFY(!batches.current());
    QVERIFY(wait(m_window->store.list({}))->isEmpty());
}

void tst_Batches::oneAfterTheOther()
{
    const ChangeSet first = someChanges(8);
    const ChangeSet second = someChanges(3);
    Batches &batches = m_window->bench.batches();
    BatchRun *one = batches.start(first);
    BatchRun *two = batches.start(second);
    bool isApart = true;
    connect(two, &BatchRun::itemChanged, two,
            [&] { isApart = isApart && one->state() == State::Ended; });
    QTRY_COMPARE_WITH_TIMEOUT(one->state(), State::Running, 20'000);
    QCOMPARE(batches.current(), one);
    QTRY_COMPARE_WITH_TIMEOUT(two->state(), State::Ended, 20'000);
    QCOMPARE(one->state(), State::Ended);
    QVERIFY(isApart);
    QCOMPARE(batches.current(), two);
}

void tst_Batches::whatWasLeftIsAskedFor()
{
    const ChangeSet set = someChanges(10);
    BatchRun *run = m_window->bench.batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    m_window.reset();
    m_window = std::make_unique<Window>(*m_folder);
    m_window->connectTo(*m_registry, u"another"_s);
    Batches &batches = m_window->bench.batches();
    QSignalSpy left(&batches, &Batches::leftChanged);
    QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, 20'000);
    QVERIFY(batches.left().isEmpty()); // it is of another registry
    m_window->connectTo(*m_registry);
    QTRY_COMPARE_WITH_TIMEOUT(batches.left().size(), 1, 20'000);
    QCOMPARE(batches.left().first().id, set.id);
    QCOMPARE(batches.left().first().count, 10);
    QTest::qWait(50);
    QVERIFY(!batches.current()); // not by itself
    batches.goOnWith(set.id);
    QVERIFY(batches.left().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(batches.current() && batches.current()->state() == State::Ended,
                             20'000);
    QVERIFY(batches.current()->isSettled());
    for (const Change &change : set.changes)
        QCOMPARE(m_registry->model(change.base.id).metadata.task, u"new"_s);
    QVERIFY(wait(m_window->store.list({}))->isEmpty());
}

void tst_Batches::whatWasLeftCanBeLookedAt()
{
    const ChangeSet set = someChanges(10);
    BatchRun *run = m_window->bench.batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    m_window.reset();
    m_window = std::make_unique<Window>(*m_folder);
    m_window->connectTo(*m_registry);
    Batches &batches = m_window->bench.batches();
    QTRY_COMPARE_WITH_TIMEOUT(batches.left().size(), 1, 20'000);
    QSignalSpy opened(&batches, &Batches::opened);
    batches.lookAt(set.id);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20'000);
    run = batches.current();
    QCOMPARE(run->state(), State::Paused);
    QVERIFY(run->counts().value(BatchEnd::Saved) >= 3);
    QVERIFY(run->endedCount() < 10);
    const qsizetype puts = m_registry->count("PUT");
    run->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QVERIFY(m_registry->count("PUT") <= puts + 10 - 3);
    QVERIFY(run->isSettled());
}

void tst_Batches::whatWasLeftCanBeForgotten()
{
    const ChangeSet set = someChanges(10);
    BatchRun *run = m_window->bench.batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    m_window.reset();
    m_window = std::make_unique<Window>(*m_folder);
    m_window->connectTo(*m_registry);
    Batches &batches = m_window->bench.batches();
    QTRY_COMPARE_WITH_TIMEOUT(batches.left().size(), 1, 20'000);
    batches.forget(set.id);
    QVERIFY(batches.left().isEmpty());
    QVERIFY(wait(m_window->store.list({}))->isEmpty());
}

void tst_Batches::whatAnotherWindowDoesIsNotLeft()
{
    const ChangeSet set = someChanges(4);
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Wait : Do::Pass;
    };
    m_window->bench.batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(!m_registry->waiting().empty(), 20'000);
    Window other(*m_folder);
    QSignalSpy left(&other.bench.batches(), &Batches::leftChanged);
    other.connectTo(*m_registry);
    QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, 20'000);
    QVERIFY(other.bench.batches().left().isEmpty());
}

void tst_Batches::anotherConnectionEndsIt()
{
    const ChangeSet set = someChanges(20);
    Batches &batches = m_window->bench.batches();
    BatchRun *run = batches.start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    m_window->connectTo(*m_registry, u"another"_s);
    QVERIFY(batches.runs().isEmpty());
    QVERIFY(!batches.current());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->bench.saving().writer().isWriting(), 20'000);
    const qsizetype puts = m_registry->count("PUT");
    QVERIFY(puts < 20);
    m_window->connectTo(*m_registry);
    QTRY_COMPARE_WITH_TIMEOUT(batches.left().size(), 1, 20'000);
    batches.goOnWith(set.id);
    QTRY_VERIFY_WITH_TIMEOUT(batches.current() && batches.current()->state() == State::Ended,
                             20'000);
    QCOMPARE(m_registry->count("PUT"), 20);
}

void tst_Batches::holdsWhileTheWindowCloses()
{
    const ChangeSet set = someChanges(20);
    Batches &batches = m_window->bench.batches();
    BatchRun *run = batches.start(set);
    QTRY_VERIFY_WITH_TIMEOUT(run->endedCount() > 2, 20'000);
    batches.hold();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->bench.saving().writer().isWriting(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Paused, 20'000);
    QVERIFY(run->endedCount() < 20);
    batches.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(run->state() == State::Running, 20'000);
    batches.hold();
    batches.letGo(); // before what was under way has ended
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 20'000);
    QCOMPARE(run->counts().value(BatchEnd::Saved), 20);
}

//! A write of a batch that its program did not see the end of is settled like any other, and what
//! is left of it is the batch's.
void tst_Batches::whatWasCutOffIsNoDraft()
{
    const ChangeSet set = someChanges(2);
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Hold : Do::Pass;
    };
    m_window->bench.batches().start(set);
    QTRY_VERIFY_WITH_TIMEOUT(m_registry->count("PUT") > 0, 20'000);
    m_window.reset();
    m_registry->decide = {};
    m_window = std::make_unique<Window>(*m_folder);
    m_window->connectTo(*m_registry);
    QTRY_VERIFY_WITH_TIMEOUT(wait(m_window->journal.list({.onlyBegun = true}))->isEmpty(), 20'000);
    QVERIFY(m_window->bench.dirtySessions().isEmpty());
    Batches &batches = m_window->bench.batches();
    QTRY_COMPARE_WITH_TIMEOUT(batches.left().size(), 1, 20'000);
    batches.goOnWith(set.id);
    QTRY_VERIFY_WITH_TIMEOUT(batches.current() && batches.current()->state() == State::Ended,
                             20'000);
    QCOMPARE(batches.current()->counts().value(BatchEnd::Saved), 2);
}

MODELSCRIBE_TEST(tst_Batches)

} // namespace tst_batches

#include "tst_batches.moc"
