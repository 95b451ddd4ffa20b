// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"

#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "registry/valuesinuse.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_workbench {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Do = RegistryProxy::Do;
using Outcome = SaveOutcome::Result;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

ConnectionSettings settingsOf(const RegistryProxy &registry)
{
    return {.target = {.title = u"test"_s, .endpoint = registry.endpoint()},
            .credentials = RegistryProxy::credentials()};
}

SavePlan planOf(const EditSession *session)
{
    return *SavePlan::make(session->base(), session->edited(), session->base().workspaceId);
}

} // namespace

class tst_Workbench : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void givesTheSameSessionEachTime();
    void readsAnOpenedModelInTheBackground();
    void saysWhenAnEditedModelMoved_data();
    void saysWhenAnEditedModelMoved();
    void saysNothingWhenBothChangedTheSame();
    void mergesLongTextsOnAnotherThread();
    void readsAgainWhatTheListShowsMoved();
    void savesAnEdit();
    void keepsWhatIsTypedDuringASave();
    void tellsWhatMovedBetweenCheckAndReadBack_data();
    void tellsWhatMovedBetweenCheckAndReadBack();
    void savesANewModel();
    void aSecondSaveIsTheSameRun();
    void whatWasWrittenBeforeAFailureIsNoEditAnyMore();
    void aConflictLeavesTheEdits();
    void editsStayWithTheirConnection();
    void aSaveGoesOnAfterChangingTheConnection();
    void deletes_data();
    void deletes();
    void deletesOnlyWhatWasLookedAt();
    void discards();
    void suggestsWhatIsInUse();
    void aReadingThatComesLateBringsNoDeletedModelBack();
    void canBeClosedAtAnyTime();
    void doesNothingWithoutAConnection();
    void listsFromItsCopyWithoutTheService();

private:
    SaveOutcome save(EditSession *session, bool allowSameName = false);
    QString add(const ModelMetadata &metadata);
    void load();

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Workbench> m_bench;
};

void tst_Workbench::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_bench = std::make_unique<Workbench>(quickOptions());
    m_bench->setSaveOptions(
        {.lookPauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(5)}});
    m_bench->connectTo(settingsOf(*m_registry));
}

void tst_Workbench::cleanup()
{
    m_bench.reset();
    m_registry.reset();
}

SaveOutcome tst_Workbench::save(EditSession *session, bool allowSameName)
{
    SaveProgress *run = m_bench->saving().save(session, planOf(session), allowSameName);
    if (!run)
        qFatal("no run");
    QSignalSpy finished(run, &SaveProgress::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000))
        qFatal("the save hangs");
    return finished[0][0].value<SaveOutcome>();
}

QString tst_Workbench::add(const ModelMetadata &metadata)
{
    const QString id = m_registry->create(metadata);
    load();
    return id;
}

void tst_Workbench::load()
{
    m_bench->catalogSync()->refresh();
    QTRY_COMPARE(m_bench->catalogSync()->state(), CatalogSync::State::Ready);
}

void tst_Workbench::givesTheSameSessionEachTime()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    QVERIFY(session);
    QCOMPARE(m_bench->open(id), session);
    QCOMPARE(m_bench->open(u"model-unknown"_s), nullptr);
    QVERIFY(m_bench->dirtySessions().isEmpty());
    QSignalSpy drafts(m_bench.get(), &Workbench::draftsChanged);
    session->setValue(field(u"Task"), u"qa"_s);
    session->setValue(field(u"Task"), u"qa!"_s);
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(m_bench->dirtySessions(), QList{session});
    session->revert();
    QCOMPARE(drafts.size(), 2);
    QVERIFY(m_bench->dirtySessions().isEmpty());
}

void tst_Workbench::readsAnOpenedModelInTheBackground()
{
    const QString id = add({.name = u"bert"_s});
    RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    moved.description = u"a colleague's words"_s;
    m_registry->update(base, moved);
    EditSession *session = m_bench->open(id);
    QCOMPARE(session->base().metadata.description, QString());
    QTRY_COMPARE(session->base().metadata.description, moved.description);
    QVERIFY(!session->isDirty());
    QCOMPARE(m_bench->catalog()->find(id)->metadata.description, moved.description);
}

void tst_Workbench::saysWhenAnEditedModelMoved_data()
{
    QTest::addColumn<QString>("theirField");
    QTest::addColumn<bool>("clash");
    QTest::newRow("another field is merged") << u"ModelDescription"_s << false;
    QTest::newRow("the same field clashes") << u"Task"_s << true;
}

void tst_Workbench::saysWhenAnEditedModelMoved()
{
    QFETCH(QString, theirField);
    QFETCH(bool, clash);
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    findField(theirField)->write(moved, u"a colleague's words"_s);
    QTRY_COMPARE(m_registry->count("GET"), 2); // the list, and the reading on opening
    m_registry->update(base, moved);
    const QSignalSpy clashed(&m_bench->readings(), &Readings::movedInRegistry);
    const QSignalSpy merged(&m_bench->readings(), &Readings::mergedFromRegistry);
    m_bench->readings().recheck(session);
    QCOMPARE(m_registry->count("GET"), 2); // it was read just now
    m_bench->readings().recheck(session, std::chrono::milliseconds(0));
    QTRY_COMPARE(clashed.size() + merged.size(), 1);
    QCOMPARE(clashed.size(), clash ? 1 : 0);
    QCOMPARE(session->edited().task, u"qa"_s);
    QCOMPARE(session->changeCount(), 1);
    const ModelMetadata &expected = clash ? base.metadata : moved;
    QCOMPARE(session->base().metadata.description, expected.description);
    QCOMPARE(session->base().metadata.task, base.metadata.task);
}

void tst_Workbench::saysNothingWhenBothChangedTheSame()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    QTRY_COMPARE(m_registry->count("GET"), 2);
    session->setValue(field(u"Task"), u"qa"_s);
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    moved.task = u"qa"_s;
    m_registry->update(base, moved);
    const QSignalSpy merged(&m_bench->readings(), &Readings::mergedFromRegistry);
    m_bench->readings().recheck(session, std::chrono::milliseconds(0));
    QTRY_COMPARE(session->base().metadata.task, u"qa"_s);
    QVERIFY(!session->isDirty());
    QVERIFY2(merged.isEmpty(), "there is no place to name");
}

void tst_Workbench::mergesLongTextsOnAnotherThread()
{
    const QByteArray filling = '"' + QByteArray(200'000, 'x') + '"';
    const auto extraInfo = [&filling](const QByteArray &mine, const QByteArray &theirs) {
        return JsonText(R"({"mine":)" + mine + R"(,"filling":)" + filling + R"(,"theirs":)" + theirs
                        + '}');
    };
    const QString id = add({.name = u"bert"_s, .extraInfo = extraInfo("1", "1")});
    EditSession *session = m_bench->open(id);
    QTRY_COMPARE(m_registry->count("GET"), 2);
    QTRY_COMPARE(session->base().metadata.extraInfo, extraInfo("1", "1"));
    session->setValue(field(u"ExtraInfo"), FieldValue(extraInfo("2", "1")));
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    moved.extraInfo = extraInfo("1", "2");
    m_registry->update(base, moved);
    const QSignalSpy merged(&m_bench->readings(), &Readings::mergedFromRegistry);
    m_bench->readings().recheck(session, std::chrono::milliseconds(0));
    // What is typed while it is merged counts.
    connect(m_bench->catalog(), &Catalog::changed, session, [session] {
        QTimer::singleShot(0, session, [session] { session->setValue(field(u"Task"), u"qa"_s); });
    });
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(session->edited().extraInfo, extraInfo("2", "2"));
    QCOMPARE(session->base().metadata.extraInfo, extraInfo("1", "2"));
    QCOMPARE(session->edited().task, u"qa"_s);
    QCOMPARE(session->changeCount(), 2);
}

void tst_Workbench::readsAgainWhatTheListShowsMoved()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    QTRY_COMPARE(m_registry->count("GET"), 2);
    QTest::qWait(1100); // times of the service may have seconds only
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    moved.description = u"a colleague's words"_s;
    m_registry->update(base, moved);
    load();
    QTRY_COMPARE(session->base().metadata.description, moved.description);
    const qsizetype requests = m_registry->count("GET");
    load();
    QTest::qWait(50);
    QCOMPARE(m_registry->count("GET"), requests + 1);
}

void tst_Workbench::savesAnEdit()
{
    const QString id = add({.name = u"bert"_s, .labels = {{u"team"_s, u"a"_s}}});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"ParameterSize"), u"7B"_s);
    session->setLabels({{u"team"_s, u"b"_s}});
    QSignalSpy drafts(m_bench.get(), &Workbench::draftsChanged);
    const SaveOutcome outcome = save(session);
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(!session->isDirty());
    QCOMPARE(session->edited().parameterSize, u"7000"_s);
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(*m_bench->catalog()->find(id), m_registry->model(id));
    QCOMPARE(m_bench->saving().runningSave(session), nullptr);
    QTRY_VERIFY(m_bench->findChildren<SaveProgress *>().isEmpty());
}

void tst_Workbench::keepsWhatIsTypedDuringASave()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "PUT")
            session->setValue(field(u"Origin"), u"HuggingFace"_s);
        return Do::Pass;
    };
    QCOMPARE(save(session).result, Outcome::Saved);
    QCOMPARE(session->changeCount(), 1);
    QCOMPARE(session->edited().origin, u"HuggingFace"_s);
    QCOMPARE(m_registry->model(id).metadata.task, u"qa"_s);
    QCOMPARE(m_registry->model(id).metadata.origin, QString());
}

void tst_Workbench::tellsWhatMovedBetweenCheckAndReadBack_data()
{
    QTest::addColumn<QString>("typedMeanwhile");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<bool>("clash");
    QTest::newRow("nothing typed") << QString() << QStringList{u"Origin"_s} << false;
    QTest::newRow("typed elsewhere") << u"Domain"_s << QStringList{u"Origin"_s} << false;
    QTest::newRow("typed there") << u"Origin"_s << QStringList() << true;
}

void tst_Workbench::tellsWhatMovedBetweenCheckAndReadBack()
{
    QFETCH(QString, typedMeanwhile);
    QFETCH(QStringList, told);
    QFETCH(bool, clash);
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    QTRY_COMPARE(m_registry->count("GET"), 2);
    session->setValue(field(u"Task"), u"qa"_s);
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata theirs = base.metadata;
    theirs.origin = u"theirs"_s;
    const QSignalSpy merged(&m_bench->readings(), &Readings::mergedFromRegistry);
    const QSignalSpy moved(&m_bench->readings(), &Readings::movedInRegistry);
    bool isDone = false;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "PUT" && !std::exchange(isDone, true)) {
            if (!typedMeanwhile.isEmpty())
                session->setValue(*findField(typedMeanwhile), u"typed meanwhile"_s);
            m_registry->update(base, theirs);
        }
        return Do::Pass;
    };
    QCOMPARE(save(session).result, Outcome::Saved);
    QCOMPARE(m_registry->model(id).metadata.task, u"qa"_s);
    QCOMPARE(merged.size(), told.isEmpty() ? 0 : 1);
    if (!told.isEmpty())
        QCOMPARE(merged[0][1].toStringList(), told);
    QCOMPARE(moved.size(), clash ? 1 : 0);
    QCOMPARE(session->changeCount(), typedMeanwhile.isEmpty() ? 0 : 1);
    QCOMPARE(session->edited().origin, clash ? u"typed meanwhile"_s : u"theirs"_s);
    if (clash) { // and nothing is written over it until that is decided
        QCOMPARE(save(session).result, Outcome::Conflict);
        QCOMPARE(m_registry->model(id).metadata.origin, u"theirs"_s);
    }
}

void tst_Workbench::savesANewModel()
{
    load();
    EditSession *session = m_bench->createNew();
    QVERIFY(session->isNew());
    QVERIFY(m_bench->dirtySessions().isEmpty());
    session->setValue(field(u"ModelName"), u"new one"_s);
    QCOMPARE(m_bench->dirtySessions(), QList{session});
    const SaveOutcome outcome = save(session);
    QCOMPARE(outcome.result, Outcome::Saved);
    QVERIFY(!session->isNew());
    QVERIFY(!session->isDirty());
    QCOMPARE(session->modelId(), outcome.createdId);
    QCOMPARE(m_bench->open(outcome.createdId), session);
    QVERIFY(m_bench->catalog()->find(outcome.createdId));

    EditSession *second = m_bench->createNew();
    second->setValue(field(u"ModelName"), u"new one"_s);
    const SaveOutcome taken = save(second);
    QCOMPARE(taken.result, Outcome::NameTaken);
    QCOMPARE(taken.existing->id, outcome.createdId);
    QVERIFY(second->isNew());
    QVERIFY(second->isDirty());
    QVERIFY(save(second, true).result != Outcome::NameTaken);

    // Created, but it cannot be read back: what was sent is what is known.
    EditSession *third = m_bench->createNew();
    third->setValue(field(u"ModelName"), u"unread"_s);
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.target.startsWith("/api/v1/models/") ? Do::Refuse : Do::Pass;
    };
    const SaveOutcome unread = save(third);
    QCOMPARE(unread.result, Outcome::Unverified);
    QCOMPARE(third->modelId(), unread.createdId);
    QVERIFY(!third->isDirty());
    QCOMPARE(m_bench->catalog()->find(unread.createdId)->metadata.name, u"unread"_s);
}

void tst_Workbench::aSecondSaveIsTheSameRun()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    const SavePlan plan = planOf(session);
    SaveProgress *run = m_bench->saving().save(session, plan);
    QCOMPARE(m_bench->saving().save(session, plan), run);
    QCOMPARE(m_bench->saving().runningSave(session), run);
    QSignalSpy finished(run, &SaveProgress::finished);
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_registry->count("PUT"), 1);
    QCOMPARE(finished.size(), 1);
}

void tst_Workbench::whatWasWrittenBeforeAFailureIsNoEditAnyMore()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    session->setLabels({{u"team"_s, u"b"_s}});
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::Refuse : Do::Pass;
    };
    QCOMPARE(save(session).result, Outcome::Partly);
    QCOMPARE(session->changeCount(), 1);
    QVERIFY(session->areLabelsChanged());
    QCOMPARE(session->base().metadata.task, u"qa"_s);
    QTRY_COMPARE(session->base().modified, m_registry->model(id).modified);
    m_registry->decide = {};
    QCOMPARE(save(session).result, Outcome::Saved); // the rest, and no conflict with ourselves
    QCOMPARE(m_registry->model(id).metadata.labels, QList<Label>({{u"team"_s, u"b"_s}}));
}

void tst_Workbench::aConflictLeavesTheEdits()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    QTRY_COMPARE(m_registry->count("GET"), 2);
    session->setValue(field(u"Task"), u"qa"_s);
    const RegisteredModel base = m_registry->model(id);
    ModelMetadata moved = base.metadata;
    moved.description = u"a colleague's words"_s;
    m_registry->update(base, moved);
    const SaveOutcome outcome = save(session);
    QCOMPARE(outcome.result, Outcome::Conflict);
    QCOMPARE(session->changeCount(), 1);
    QCOMPARE(m_bench->catalog()->find(id)->metadata.description, moved.description);
    session->rebase(*outcome.now, ModelMetadata(session->base().metadata));
    QCOMPARE(save(session).result, Outcome::Saved);
    moved.task = u"qa"_s;
    QVERIFY(sameContent(m_registry->model(id).metadata, moved));
}

void tst_Workbench::editsStayWithTheirConnection()
{
    const QString id = add({.name = u"bert"_s});
    const QString other = add({.name = u"cat"_s});
    EditSession *session = m_bench->open(id);
    const QPointer<EditSession> clean = m_bench->open(other);
    session->setValue(field(u"Task"), u"qa"_s);
    RegistryProxy elsewhere;
    QSignalSpy changed(m_bench.get(), &Workbench::connectionChanged);
    m_bench->connectTo(settingsOf(elsewhere));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_bench->dirtySessions().isEmpty());
    QCOMPARE(m_bench->dirtySessionsElsewhere(), QList{session});
    QCOMPARE(m_bench->open(id), nullptr);
    QCOMPARE(m_bench->saving().save(session, planOf(session)), nullptr);
    QTRY_VERIFY(!clean);

    m_bench->connectTo(settingsOf(*m_registry));
    load();
    QCOMPARE(m_bench->dirtySessions(), QList{session});
    QVERIFY(m_bench->dirtySessionsElsewhere().isEmpty());
    QCOMPARE(m_bench->open(id), session);
    QCOMPARE(session->edited().task, u"qa"_s);
}

void tst_Workbench::aSaveGoesOnAfterChangingTheConnection()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    SaveProgress *run = m_bench->saving().save(session, planOf(session));
    QSignalSpy finished(run, &SaveProgress::finished);
    RegistryProxy elsewhere;
    m_bench->connectTo(settingsOf(elsewhere));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SaveOutcome>().result, Outcome::Saved);
    QVERIFY(!session->isDirty());
    QCOMPARE(m_registry->model(id).metadata.task, u"qa"_s);
    QVERIFY(!m_bench->catalog()->find(id));
}

void tst_Workbench::deletes_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("gone");
    QTest::newRow("well") << QString() << true;
    QTest::newRow("already gone") << u"gone"_s << true;
    QTest::newRow("refused") << u"refused"_s << false;
    QTest::newRow("every answer lost") << u"lost"_s << true;
    QTest::newRow("never arrived") << u"unsent"_s << false;
}

void tst_Workbench::deletes()
{
    QFETCH(QString, fault);
    QFETCH(bool, gone);
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb != "DELETE")
            return Do::Pass;
        if (fault == "gone"_L1)
            m_registry->ask(operations::deleteModel(id));
        return fault == "refused"_L1  ? Do::Refuse
               : fault == "lost"_L1   ? Do::LoseAnswer
               : fault == "unsent"_L1 ? Do::LoseRequest
                                      : Do::Pass;
    };
    QCOMPARE(wait(m_bench->saving().remove(id)).has_value(), gone);
    QCOMPARE(m_bench->catalog()->find(id) == nullptr, gone);
    QCOMPARE(m_bench->dirtySessions().isEmpty(), gone);
    QCOMPARE(m_registry->model(id).id.isEmpty(), gone);
}

void tst_Workbench::deletesOnlyWhatWasLookedAt()
{
    const QString id = add({.name = u"bert"_s, .task = u"old"_s});
    EditSession *session = m_bench->open(id);
    const RegisteredModel seen = session->base();
    ModelMetadata theirs = seen.metadata;
    theirs.task = u"a colleague's"_s;
    m_registry->update(seen, theirs);

    const auto refused = wait(m_bench->saving().remove(seen));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QCOMPARE(m_registry->count("DELETE"), 0);
    QCOMPARE(m_registry->model(id).metadata.task, u"a colleague's"_s);
    // It is known now, so the person can be told what it was and asked again.
    QCOMPARE(m_bench->catalog()->find(id)->metadata.task, u"a colleague's"_s);
    QCOMPARE(session->base().metadata.task, u"a colleague's"_s);
    QVERIFY(wait(m_bench->saving().remove(*m_bench->catalog()->find(id))));
    QCOMPARE(m_registry->count("DELETE"), 1);
    QVERIFY(m_registry->model(id).id.isEmpty());
}

void tst_Workbench::discards()
{
    const QString id = add({.name = u"bert"_s});
    const QPointer<EditSession> session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    QSignalSpy drafts(m_bench.get(), &Workbench::draftsChanged);
    m_bench->saving().discard(session);
    QCOMPARE(drafts.size(), 1);
    QTRY_VERIFY(!session);
    EditSession *fresh = m_bench->open(id);
    QVERIFY(!fresh->isDirty());
    m_bench->saving().discard(nullptr);

    // While it is being saved: the running request ends, the session is gone.
    fresh->setValue(field(u"Task"), u"qa"_s);
    const QPointer<SaveProgress> run = m_bench->saving().save(fresh, planOf(fresh));
    QSignalSpy finished(run, &SaveProgress::finished);
    m_bench->saving().discard(fresh);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_VERIFY(!run);
    QVERIFY(m_bench->dirtySessions().isEmpty());
}

void tst_Workbench::suggestsWhatIsInUse()
{
    m_registry->create(
        {.name = u"a"_s, .domain = u"nlp"_s, .labels = {{u"team"_s, u"x"_s}, {u"rare"_s, u"1"_s}}});
    m_registry->create({.name = u"b"_s, .domain = u"cv"_s, .labels = {{u"team"_s, u"y"_s}}});
    m_registry->create({.name = u"c"_s, .domain = u"nlp"_s, .labels = {{u"team"_s, u"y"_s}}});
    load();
    const ValuesInUse &values = *m_bench->valuesInUse();
    QCOMPARE(values.mostUsedLabelKeys(), QStringList({u"team"_s, u"rare"_s}));
    QCOMPARE(values.mostUsedLabelValues(u"team"_s), QStringList({u"y"_s, u"x"_s}));
    QCOMPARE(values.mostUsed(field(u"Domain")), QStringList({u"nlp"_s, u"cv"_s}));
    QCOMPARE(values.mostUsed(field(u"Task")), QStringList());
}

void tst_Workbench::aReadingThatComesLateBringsNoDeletedModelBack()
{
    const QString id = add({.name = u"bert"_s});
    m_bench->open(id);              // asks for the model once more
    m_bench->catalog()->remove(id); // as a deletion does that is answered first
    QTest::qWait(200);
    QVERIFY(!m_bench->catalog()->find(id));
}

void tst_Workbench::canBeClosedAtAnyTime()
{
    const QString id = add({.name = u"bert"_s});
    EditSession *session = m_bench->open(id);
    session->setValue(field(u"Task"), u"qa"_s);
    m_bench->saving().save(session, planOf(session));
    m_bench->saving().remove(id);
    m_bench->catalogSync()->refresh();
    QTest::qWait(5);
    m_bench.reset();
    QTest::qWait(50);
    QVERIFY(!m_bench);
}

void tst_Workbench::doesNothingWithoutAConnection()
{
    Workbench bench;
    QCOMPARE(bench.open(u"model-1"_s), nullptr);
    EditSession *session = bench.createNew();
    session->setValue(field(u"ModelName"), u"x"_s);
    QCOMPARE(bench.saving().save(session, planOf(session)), nullptr);
    QCOMPARE(bench.dirtySessions(), QList{session});
    QVERIFY(!wait(bench.saving().remove(u"model-1"_s)));
    QVERIFY(!bench.catalogSync());
    QVERIFY(!bench.valuesInUse());
}

void tst_Workbench::listsFromItsCopyWithoutTheService()
{
    const QString kept = m_registry->create({.name = u"kept"_s});
    const QString gone = m_registry->create({.name = u"gone"_s});
    const QTemporaryDir folder;
    ConnectionSettings settings = settingsOf(*m_registry);
    settings.target.registryKey = u"the registry"_s;
    m_bench->keepCopiesIn(folder.path());
    m_bench->connectTo(settings);
    load();
    EditSession *session = m_bench->open(kept);
    session->setValue(field(u"Task"), u"qa"_s);
    QCOMPARE(save(session).result, Outcome::Saved);
    QVERIFY(wait(m_bench->saving().remove(gone)));

    m_bench = std::make_unique<Workbench>(quickOptions()); // another start
    m_registry->setReachable(false);
    m_bench->keepCopiesIn(folder.path());
    m_bench->connectTo(settings);
    m_bench->catalogSync()->refresh();
    QTRY_COMPARE(m_bench->catalogSync()->state(), CatalogSync::State::Failed);
    QVERIFY(m_bench->catalogSync()->loadedAt().isValid());
    QCOMPARE(m_bench->catalog()->find(kept)->metadata.task, u"qa"_s);
    QVERIFY(!m_bench->catalog()->find(gone));
    QVERIFY(m_bench->open(kept));
}

MODELSCRIBE_TEST(tst_Workbench)

} // namespace tst_workbench

#include "tst_workbench.moc"
