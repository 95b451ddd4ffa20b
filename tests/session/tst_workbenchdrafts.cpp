// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "session/draftkeeper.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

namespace tst_workbenchdrafts {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

//! One window: what it keeps its drafts in, and its workbench.
struct Window
{
    Window(const QString &file, const RegistryProxy &registry, const QString &registryKey = u"r"_s)
        : drafts(file, QUuid::createUuid(), {.writeDelay = 10, .pollInterval = 30})
        , bench(quickOptions())
    {
        bench.keepIn(&drafts, nullptr);
        connectTo(registry, registryKey);
    }

    void connectTo(const RegistryProxy &registry, const QString &registryKey)
    {
        const QSignalSpy restored(&bench.drafts(), &DraftKeeper::restored);
        bench.connectTo({.target = {.title = u"test"_s,
                                    .endpoint = registry.endpoint(),
                                    .registryKey = registryKey},
                         .credentials = RegistryProxy::credentials()});
        QTRY_COMPARE(restored.size(), 1);
        last = restored[0][0].value<EditSession *>();
    }

    void load()
    {
        bench.catalogSync()->refresh();
        QTRY_COMPARE(bench.catalogSync()->state(), CatalogSync::State::Ready);
    }

    //! Edits that are on the disk when this ends.
    EditSession *edit(const QString &id, QStringView key, const QString &value)
    {
        load();
        EditSession *session = bench.open(id);
        if (!session)
            qFatal("no such model");
        session->setValue(field(key), value);
        keepAll();
        return session;
    }

    void keepAll()
    {
        const auto kept = wait(bench.drafts().keepAll());
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    }

    DraftStore drafts;
    Workbench bench;
    EditSession *last = nullptr;
};

} // namespace

class tst_WorkbenchDrafts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anEditComesBack();
    void aModelThatIsNotCreatedYetComesBack();
    void comesBackWithoutARegistry();
    void comesBackOnlyInItsOwnRegistry();
    void whatIsSavedRevertedOrDiscardedDoesNotComeBack_data();
    void whatIsSavedRevertedOrDiscardedDoesNotComeBack();
    void aCreatedModelLeavesNoDraft();
    void theFirstIsTheOneEditedLast();
    void lookingAtItMakesItNoNewer();
    void saysHowItStandsToTheRegistry_data();
    void saysHowItStandsToTheRegistry();
    void theLastWriterOfTwoWindowsWins();
    void aSaveLeavesWhatAnotherWindowTyped_data();
    void aSaveLeavesWhatAnotherWindowTyped();
    void endingItHereLeavesWhatAnotherWindowTyped_data();
    void endingItHereLeavesWhatAnotherWindowTyped();
    void lookingOverwritesNothingTypedElsewhere();
    void aRevertRightAfterTakingOverIsOne();
    void followsADiscardInAnotherWindow();
    void followsASaveInAnotherWindow();
    void keepsItWhileNobodyCanSayWhatBecameOfIt();
    void unfinishedTextIsADraft();
    void aDraftOfAnotherWindowAppears();
    void saysThatItCannotKeep();
    void withoutAStoreNothingIsKept();

private:
    QString file() const { return m_folder->filePath(u"drafts.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
};

void tst_WorkbenchDrafts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
}

void tst_WorkbenchDrafts::anEditComesBack()
{
    const QString id = m_registry->create(
        {.name = u"bert"_s, .extraInfo = JsonText(R"({"z":1.0,"a":1})")});
    {
        Window window(file(), *m_registry);
        EditSession *session = window.edit(id, u"Task", u"qa"_s);
        session->setValue(field(u"ExtraInfo"), FieldValue(JsonText(R"({"z":1.00,"a":1})")));
        session->setLabels({{u"team"_s, u"a"_s}});
        session->setPlace(uR"({"tab":"Labels"})"_s);
        window.keepAll();
    }
    Window window(file(), *m_registry);
    QCOMPARE(window.bench.dirtySessions().size(), 1);
    const EditSession *session = window.bench.dirtySessions().first();
    QCOMPARE(window.last, session);
    QCOMPARE(session->modelId(), id);
    QCOMPARE(session->edited().task, u"qa"_s);
    QCOMPARE(session->edited().extraInfo, JsonText(R"({"z":1.00,"a":1})"));
    QCOMPARE(session->edited().labels, (QList<Label>{{u"team"_s, u"a"_s}}));
    QCOMPARE(session->place(), uR"({"tab":"Labels"})"_s);
    QVERIFY(window.bench.drafts().changedAt(session).isValid());
    window.load();
    QCOMPARE(window.bench.open(id), session);
}

void tst_WorkbenchDrafts::aModelThatIsNotCreatedYetComesBack()
{
    QString draftId;
    {
        Window window(file(), *m_registry);
        EditSession *session = window.bench.createNew();
        draftId = session->draftId();
        session->setValue(field(u"ModelName"), u"new one"_s);
        window.keepAll();
    }
    Window window(file(), *m_registry);
    const EditSession *session = window.bench.findDraft(draftId);
    QVERIFY(session && session->isNew());
    QCOMPARE(session->edited().name, u"new one"_s);
}

void tst_WorkbenchDrafts::comesBackWithoutARegistry()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    {
        Window window(file(), *m_registry);
        window.edit(id, u"Task", u"qa"_s);
    }
    m_registry->decide = [](const ReceivedRequest &) { return RegistryProxy::Do::LoseRequest; };
    Window window(file(), *m_registry);
    EditSession *session = window.bench.open(id);
    QVERIFY(session);
    session->setValue(field(u"Domain"), u"nlp"_s);
    window.keepAll();
    QCOMPARE(window.bench.readings().standing(session), DraftStanding::Unknown);
    QCOMPARE(session->changeCount(), 2);
}

void tst_WorkbenchDrafts::comesBackOnlyInItsOwnRegistry()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    {
        Window window(file(), *m_registry);
        window.edit(id, u"Task", u"qa"_s);
    }
    Window window(file(), *m_registry, u"another"_s);
    QVERIFY(window.bench.dirtySessions().isEmpty());
    QCOMPARE(window.last, nullptr);
    window.connectTo(*m_registry, u"r"_s);
    QCOMPARE(window.bench.dirtySessions().size(), 1);
}

void tst_WorkbenchDrafts::whatIsSavedRevertedOrDiscardedDoesNotComeBack_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"save", "revert", "discard", "delete"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void tst_WorkbenchDrafts::whatIsSavedRevertedOrDiscardedDoesNotComeBack()
{
    QFETCH(QString, how);
    const QString id = m_registry->create({.name = u"bert"_s});
    {
        Window window(file(), *m_registry);
        EditSession *session = window.edit(id, u"Task", u"qa"_s);
        if (how == "revert"_L1) {
            session->revert();
        } else if (how == "discard"_L1) {
            window.bench.saving().discard(session);
        } else if (how == "delete"_L1) {
            QVERIFY(wait(window.bench.saving().remove(id)));
        } else {
            const QSignalSpy ended(
                window.bench.saving().save(session,
                                           *SavePlan::make(session->base(), session->edited(), {})),
                &SaveProgress::finished);
            QTRY_COMPARE(ended.size(), 1);
            QVERIFY(!session->isDirty());
        }
        window.keepAll();
    }
    Window window(file(), *m_registry);
    QVERIFY(window.bench.dirtySessions().isEmpty());
}

void tst_WorkbenchDrafts::aCreatedModelLeavesNoDraft()
{
    {
        Window window(file(), *m_registry);
        EditSession *session = window.bench.createNew();
        session->setValue(field(u"ModelName"), u"new one"_s);
        window.keepAll();
        const QSignalSpy ended(
            window.bench.saving().save(session,
                                       *SavePlan::make(session->base(), session->edited(), {})),
            &SaveProgress::finished);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!session->isNew());
        session->setValue(field(u"Task"), u"typed later"_s);
        window.keepAll();
    }
    Window window(file(), *m_registry);
    QCOMPARE(window.bench.dirtySessions().size(), 1);
    QVERIFY(!window.last->isNew());
    QCOMPARE(window.last->edited().task, u"typed later"_s);
}

void tst_WorkbenchDrafts::theFirstIsTheOneEditedLast()
{
    const QString first = m_registry->create({.name = u"a"_s});
    const QString second = m_registry->create({.name = u"b"_s});
    {
        Window window(file(), *m_registry);
        window.edit(first, u"Task", u"qa"_s);
        window.edit(second, u"Task", u"qa"_s);
        QTest::qWait(5);
        window.edit(first, u"Task", u"asr"_s);
    }
    const Window window(file(), *m_registry);
    QVERIFY(window.last);
    QCOMPARE(window.last->modelId(), first);
}

void tst_WorkbenchDrafts::lookingAtItMakesItNoNewer()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window window(file(), *m_registry);
    EditSession *session = window.edit(id, u"Task", u"qa"_s);
    const QDateTime before = window.bench.drafts().changedAt(session);
    QTest::qWait(5);
    session->setPlace(uR"({"tab":"Labels"})"_s);
    QCOMPARE(window.bench.drafts().changedAt(session), before);
    session->setValue(field(u"Task"), u"asr"_s);
    QVERIFY(window.bench.drafts().changedAt(session) > before);
}

void tst_WorkbenchDrafts::saysHowItStandsToTheRegistry_data()
{
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<DraftStanding>("standing");
    QTest::newRow("as it was") << QString() << DraftStanding::Applies;
    QTest::newRow("another field") << u"ModelDescription"_s << DraftStanding::Applies;
    QTest::newRow("the same field") << u"Task"_s << DraftStanding::Clashes;
    QTest::newRow("deleted") << u"deleted"_s << DraftStanding::Gone;
}

void tst_WorkbenchDrafts::saysHowItStandsToTheRegistry()
{
    QFETCH(QString, theirs);
    QFETCH(DraftStanding, standing);
    const QString id = m_registry->create({.name = u"bert"_s});
    {
        Window window(file(), *m_registry);
        window.edit(id, u"Task", u"qa"_s);
    }
    if (theirs == "deleted"_L1) {
        QVERIFY(m_registry->ask(operations::deleteModel(id)));
    } else if (!theirs.isEmpty()) {
        const RegisteredModel base = m_registry->model(id);
        ModelMetadata moved = base.metadata;
        findField(theirs)->write(moved, u"a colleague's words"_s);
        m_registry->update(base, moved);
    }
    Window window(file(), *m_registry);
    QVERIFY(window.last);
    QTRY_COMPARE(window.bench.readings().standing(window.last), standing);
    QCOMPARE(window.last->edited().task, u"qa"_s);
    QVERIFY(window.last->isDirty());
    if (standing == DraftStanding::Gone) {
        const EditSession *copy = window.bench.copyAsNew(*window.last);
        QVERIFY(copy->isNew());
        QCOMPARE(copy->edited(), window.last->edited());
    }
}

void tst_WorkbenchDrafts::theLastWriterOfTwoWindowsWins()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    EditSession *theirs = two.edit(id, u"Task", u"asr"_s);
    const QSignalSpy told(&one.bench.drafts(), &DraftKeeper::takenOver);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<EditSession *>(), mine);
    QCOMPARE(told[0][1].value<Edits>().values.task, u"qa"_s);
    QCOMPARE(mine->edited().task, u"asr"_s);
    QCOMPARE(theirs->edited().task, u"asr"_s);
    const QSignalSpy back(&two.bench.drafts(), &DraftKeeper::takenOver);
    mine->bringBack(told[0][1].value<Edits>()); // "take mine back"
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(theirs->edited().task, u"qa"_s);
}

void tst_WorkbenchDrafts::aSaveLeavesWhatAnotherWindowTyped_data()
{
    QTest::addColumn<bool>("isNoticed");
    QTest::newRow("typed while the save ran, and seen") << true;
    QTest::newRow("typed right before the end") << false;
}

void tst_WorkbenchDrafts::aSaveLeavesWhatAnotherWindowTyped()
{
    QFETCH(bool, isNoticed);
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    two.load();
    EditSession *theirs = two.bench.open(id);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? RegistryProxy::Do::Wait : RegistryProxy::Do::Pass;
    };
    const auto plan = *SavePlan::make(mine->base(), mine->edited(), {});
    const QSignalSpy ended(one.bench.saving().save(mine, plan), &SaveProgress::finished);
    QTRY_COMPARE(m_registry->waiting().size(), size_t(1));
    theirs->setValue(field(u"Task"), u"asr"_s);
    theirs->setValue(field(u"Origin"), u"typed in the other window"_s);
    two.keepAll();
    if (isNoticed)
        QTest::qWait(100); // several polls
    m_registry->letGo(m_registry->waiting().front());
    m_registry->deliver(m_registry->waiting().front());
    QTRY_COMPARE(ended.size(), 1);
    one.keepAll();
    const auto kept = *wait(one.drafts.load(u"r"_s, id));
    QVERIFY(kept);
    QCOMPARE(kept->edited.task, u"asr"_s);
    QCOMPARE(kept->edited.origin, u"typed in the other window"_s);
    QCOMPARE(theirs->edited().task, u"asr"_s);
    QTRY_COMPARE(mine->edited().origin, u"typed in the other window"_s); // it follows
    two.keepAll(); // quitting the other window
    QCOMPARE((*wait(one.drafts.load(u"r"_s, id)))->edited.task, u"asr"_s);
}

void tst_WorkbenchDrafts::endingItHereLeavesWhatAnotherWindowTyped_data()
{
    QTest::addColumn<bool>("isRevert");
    QTest::newRow("revert") << true;
    QTest::newRow("discard") << false;
}

void tst_WorkbenchDrafts::endingItHereLeavesWhatAnotherWindowTyped()
{
    QFETCH(bool, isRevert);
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    two.load();
    EditSession *theirs = two.bench.open(id);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    // In the same moment, before either can know.
    theirs->setValue(field(u"Task"), u"asr"_s);
    const auto put = two.drafts.flush();
    while (!put.isFinished())
        QThread::msleep(1);
    if (isRevert)
        mine->revert();
    else
        one.bench.saving().discard(mine);
    one.keepAll();
    QCOMPARE((*wait(one.drafts.load(u"r"_s, id)))->edited.task, u"asr"_s);
    QTRY_COMPARE(one.bench.dirtySessions().size(), 1); // it follows
    QCOMPARE(one.bench.dirtySessions().first()->edited().task, u"asr"_s);
    QCOMPARE(theirs->edited().task, u"asr"_s);
}

void tst_WorkbenchDrafts::lookingOverwritesNothingTypedElsewhere()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    EditSession *theirs = two.bench.dirtySessions().first();
    mine->setValue(field(u"Task"), u"asr"_s);
    const auto put = one.drafts.flush();
    while (!put.isFinished())
        QThread::msleep(1);
    theirs->setPlace(u"looked at"_s); // the person goes to the other window
    two.keepAll();
    QCOMPARE((*wait(one.drafts.load(u"r"_s, id)))->edited.task, u"asr"_s);
    QTRY_COMPARE(theirs->edited().task, u"asr"_s);
    QCOMPARE(mine->edited().task, u"asr"_s);
}

void tst_WorkbenchDrafts::aRevertRightAfterTakingOverIsOne()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    EditSession *taken = two.bench.dirtySessions().first();
    taken->setValue(field(u"Task"), u"asr"_s); // not on the disk yet
    taken->revert();
    two.keepAll();
    QVERIFY(!*wait(one.drafts.load(u"r"_s, id)));
    QTRY_VERIFY(one.bench.dirtySessions().isEmpty());
}

void tst_WorkbenchDrafts::followsADiscardInAnotherWindow()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    const QMap<QString, QString> typed{{u"field $.n"_s, u"1e"_s}}; // no value yet
    mine->setUnfinished(typed);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    QTRY_COMPARE(two.bench.dirtySessions().first()->unfinished(), typed);
    const QSignalSpy told(&one.bench.drafts(), &DraftKeeper::endedElsewhere);
    two.bench.saving().discard(two.bench.dirtySessions().first());
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(mine->edited().task, QString());
    QCOMPARE(told[0][1].value<Edits>().values.task, u"qa"_s);
    one.keepAll();
    QVERIFY(!*wait(one.drafts.load(u"r"_s, id)));
    mine->bringBack(told[0][1].value<Edits>()); // "take mine back"
    one.keepAll();
    QCOMPARE((*wait(one.drafts.load(u"r"_s, id)))->edited.task, u"qa"_s);
    QCOMPARE(mine->unfinished(), typed);
}

void tst_WorkbenchDrafts::followsASaveInAnotherWindow()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    two.load();
    EditSession *theirs = two.bench.dirtySessions().first();
    const QSignalSpy told(&one.bench.drafts(), &DraftKeeper::endedElsewhere);
    const QSignalSpy ended(
        two.bench.saving().save(theirs, *SavePlan::make(theirs->base(), theirs->edited(), {})),
        &SaveProgress::finished);
    QTRY_COMPARE(ended.size(), 1);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(!mine->isDirty());
    QCOMPARE(mine->base().metadata.task, u"qa"_s);
    QCOMPARE(told[0][1].value<Edits>(), mine->edits()); // nothing to take back
}

void tst_WorkbenchDrafts::keepsItWhileNobodyCanSayWhatBecameOfIt()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    EditSession *mine = one.edit(id, u"Task", u"qa"_s);
    QTRY_COMPARE(two.bench.dirtySessions().size(), 1);
    m_registry->decide = [](const ReceivedRequest &) { return RegistryProxy::Do::Hold; };
    two.bench.saving().discard(two.bench.dirtySessions().first());
    two.keepAll();
    QTest::qWait(200); // several polls
    QCOMPARE(mine->edited().task, u"qa"_s);
    mine->setPlace(u"elsewhere"_s); // looking at it is no reason to keep it again
    QVERIFY(!*wait(two.drafts.load(u"r"_s, id)));
    one.keepAll(); // but quitting is
    QCOMPARE((*wait(one.drafts.load(u"r"_s, id)))->edited.task, u"qa"_s);
}

void tst_WorkbenchDrafts::unfinishedTextIsADraft()
{
    const QString id = m_registry->create({.name = u"bert"_s});
    const QMap<QString, QString> typed{{u"value $.a"_s, u"12,"_s}};
    {
        Window window(file(), *m_registry);
        window.load();
        EditSession *session = window.bench.open(id);
        session->setUnfinished(typed);
        window.keepAll();
    }
    {
        Window window(file(), *m_registry);
        QCOMPARE(window.bench.dirtySessions().size(), 1);
        EditSession *session = window.bench.dirtySessions().first();
        QCOMPARE(session->unfinished(), typed);
        QVERIFY(!maySave(session->problems()));
        session->revert();
        QVERIFY(session->unfinished().isEmpty() && !session->isDirty());
        window.keepAll();
    }
    const Window window(file(), *m_registry);
    QVERIFY(window.bench.dirtySessions().isEmpty());
}

void tst_WorkbenchDrafts::aDraftOfAnotherWindowAppears()
{
    Window one(file(), *m_registry);
    Window two(file(), *m_registry);
    const QSignalSpy changed(&two.bench, &Workbench::draftsChanged);
    EditSession *session = one.bench.createNew();
    session->setValue(field(u"ModelName"), u"new one"_s);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(two.bench.dirtySessions().first()->draftId(), session->draftId());
    QCOMPARE(two.bench.dirtySessions().first()->edited().name, u"new one"_s);
}

void tst_WorkbenchDrafts::saysThatItCannotKeep()
{
    QVERIFY(QDir().mkpath(file()));
    DraftStore drafts(file());
    Workbench bench;
    const QSignalSpy failed(&bench.drafts(), &DraftKeeper::keepingFailed);
    bench.keepIn(&drafts, nullptr);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, u"is-directory"_s);
    bench.connectTo({.target = {.endpoint = m_registry->endpoint()},
                     .credentials = RegistryProxy::credentials()});
    EditSession *session = bench.createNew();
    session->setValue(field(u"ModelName"), u"new one"_s);
    const auto kept = wait(bench.drafts().keepAll());
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(session->edited().name, u"new one"_s);
}

void tst_WorkbenchDrafts::withoutAStoreNothingIsKept()
{
    Workbench bench;
    bench.connectTo({.target = {.endpoint = m_registry->endpoint()},
                     .credentials = RegistryProxy::credentials()});
    QVERIFY(wait(bench.drafts().keepAll()));
    bench.createNew()->setValue(field(u"ModelName"), u"new one"_s);
    QVERIFY(!wait(bench.drafts().keepAll()));
}

MODELSCRIBE_TEST(tst_WorkbenchDrafts)

} // namespace tst_workbenchdrafts

#include "tst_workbenchdrafts.moc"
