// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchrevert.h"

#include "registry/changesetrun.h"
#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "store/journal.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_batchrevert {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using State = BatchItem::State;

namespace {

//! The order of labels means nothing, and the registry gives them one of its own.
ModelMetadata inOrder(ModelMetadata metadata)
{
    std::ranges::sort(metadata.labels, {}, &Label::key);
    return metadata;
}

} // namespace

class tst_BatchRevert : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void restoresEveryModelToTheLetter();
    void leavesAloneWhatWasChangedSince();
    void whatIsGoneIsSaid();
    void takesBackEachWriteOfAModel();
    void whatCannotBeClearedIsAProblem();
    void anUnknownGroupHasNoModels();

private:
    ChangeSet someChanges();
    void apply(const ChangeSet &set);
    std::unique_ptr<BatchReview> revert(const QUuid &group);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Writer> m_writer;
};

void tst_BatchRevert::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.title = u"test"_s,
                                      .endpoint = m_registry->endpoint(),
                                      .registryKey = u"r"_s},
                           .credentials = RegistryProxy::credentials()},
        patientOptions());
    m_journal = std::make_unique<Journal>(m_folder->filePath(u"journal.db"_s));
    m_writer = std::make_unique<Writer>(m_journal.get());
}

void tst_BatchRevert::cleanup()
{
    m_writer.reset();
    m_journal.reset();
    m_connection.reset();
    m_registry.reset();
}

//! Every kind of change: fields set, changed and cleared, labels put, taken and changed, ExtraInfo
//! with members that come, go and change among others that are spelt oddly.
ChangeSet tst_BatchRevert::someChanges()
{
    ChangeSet set;
    for (int i = 0; i < 9; ++i) {
        ModelMetadata made{.name = u"model %1"_s.arg(i), .description = u"line\nend \u00a0中文"_s};
        made.task = i % 3 == 0 ? QString() : u"old"_s;
        made.labels = {{u"team"_s, u"a"_s}, {u"stage"_s, u"dev"_s}, {u"lang"_s, u"zh"_s}};
        made.extraInfo = i % 3 == 1 ? JsonText("{ }")
                                    : JsonText(R"({ "Rating": 4.90, "b":{"x":1.0 ,"y":[1,2]},)"
                                               R"( "a" : 12345678901234567890 })");
        const RegisteredModel base = m_registry->model(m_registry->create(made));
        ModelMetadata edited = base.metadata;
        edited.task = i % 3 == 2 ? QString() : u"new"_s;
        edited.description = u"other"_s;
        edited.labels = {{u"stage"_s, u"prod"_s}, {u"lang"_s, u"zh"_s}, {u"new"_s, u"1"_s}};
        edited.extraInfo = i % 3 == 1
                               ? JsonText(R"({"Rating":5})")
                               : JsonText(R"({ "b":{"x":2.0 ,"y":[1,2]}, "a" : 7, "New": null })");
        set.changes.append(
            {.ref = {.registryKey = u"r"_s, .workspaceId = base.workspaceId, .modelId = base.id},
             .base = base,
             .edited = edited});
    }
    return set;
}

void tst_BatchRevert::apply(const ChangeSet &set)
{
    ChangeSetRun *run = m_writer->write(*m_connection, set);
    const QSignalSpy finished(run, &ChangeSetRun::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    for (qsizetype i = 0; i < set.changes.size(); ++i)
        QCOMPARE(run->outcome(i)->verdict, Verdict::Done);
    delete run;
}

std::unique_ptr<BatchReview> tst_BatchRevert::revert(const QUuid &group)
{
    BatchRevert revert(*m_journal, *m_connection, group);
    const QSignalSpy ready(&revert, &BatchRevert::finished);
    revert.start();
    if (!QTest::qWaitFor([&] { return ready.size() == 1; }, 60'000) || revert.error())
        qFatal("the journal cannot be read");
    auto review = revert.review();
    if (!review)
        return nullptr;
    const QSignalSpy finished(review.get(), &BatchReview::finished);
    review->start();
    if (!QTest::qWaitFor([&] { return finished.size() == 1; }, 60'000))
        qFatal("it does not end");
    return review;
}

void tst_BatchRevert::restoresEveryModelToTheLetter()
{
    const ChangeSet set = someChanges();
    apply(set);
    for (const Change &change : set.changes)
        QVERIFY(m_registry->model(change.base.id).metadata != change.base.metadata);
    const auto back = revert(set.id);
    QVERIFY(back);
    QCOMPARE(back->size(), set.changes.size());
    QCOMPARE(back->readCount(), set.changes.size());
    const ChangeSet changes = back->changes(u"back"_s);
    QCOMPARE(changes.changes.size(), set.changes.size());
    for (qsizetype i = 0; i < back->size(); ++i) {
        QCOMPARE(back->item(i).base.id, set.changes[i].base.id); // in the order of the group
        QVERIFY(back->item(i).leftAlone.isEmpty());
    }
    apply(changes);
    for (const Change &change : set.changes) {
        const ModelMetadata now = m_registry->model(change.base.id).metadata;
        QCOMPARE(now.extraInfo.utf8(), change.base.metadata.extraInfo.utf8());
        QVERIFY(inOrder(now) == inOrder(change.base.metadata));
    }
    // And there is nothing left to take back of it.
    QVERIFY(revert(set.id)->changes({}).changes.isEmpty());
}

void tst_BatchRevert::leavesAloneWhatWasChangedSince()
{
    const ChangeSet set = someChanges();
    apply(set);
    const RegisteredModel now = m_registry->model(set.changes[1].base.id);
    ModelMetadata theirs = now.metadata;
    theirs.task = u"theirs"_s;
    theirs.origin = u"theirs"_s; // of which the group said nothing
    m_registry->update(now, theirs);
    const auto back = revert(set.id);
    QCOMPARE(back->item(1).leftAlone, QStringList{u"Task"_s});
    QCOMPARE(back->item(1).state, State::Changed);
    apply(back->changes({}));
    const ModelMetadata held = m_registry->model(set.changes[1].base.id).metadata;
    QCOMPARE(held.task, u"theirs"_s);
    QCOMPARE(held.origin, u"theirs"_s);
    QCOMPARE(held.description, set.changes[1].base.metadata.description);
    QCOMPARE(inOrder(held).labels, inOrder(set.changes[1].base.metadata).labels);
}

void tst_BatchRevert::whatIsGoneIsSaid()
{
    const ChangeSet set = someChanges();
    apply(set);
    QVERIFY(m_registry->ask(operations::deleteModel(set.changes[2].base.id)));
    const auto back = revert(set.id);
    QCOMPARE(back->item(2).state, State::Gone);
    QCOMPARE(back->item(2).base.metadata.name, u"model 2"_s);
    QCOMPARE(back->changes({}).changes.size(), set.changes.size() - 1);
    QCOMPARE(back->changes({}, {0, 1}).changes.size(), set.changes.size() - 3);
}

void tst_BatchRevert::takesBackEachWriteOfAModel()
{
    ChangeSet set = someChanges();
    set.changes = set.changes.first(1);
    Change second = set.changes[0];
    second.base.metadata = *second.edited;
    second.edited->task = u"newest"_s;
    second.edited->domain = u"newest"_s;
    set.changes.append(second);
    apply(set);
    const auto back = revert(set.id);
    QCOMPARE(back->size(), 1);
    QVERIFY(back->item(0).leftAlone.isEmpty());
    apply(back->changes({}));
    QVERIFY(inOrder(m_registry->model(second.base.id).metadata)
            == inOrder(set.changes[0].base.metadata));
}

//! No request takes a whole ExtraInfo away: the review says so, and the rest goes on.
void tst_BatchRevert::whatCannotBeClearedIsAProblem()
{
    ChangeSet set = someChanges();
    const RegisteredModel base = m_registry->model(m_registry->create({.name = u"none"_s}));
    ModelMetadata edited = base.metadata;
    edited.extraInfo = JsonText("{}");
    set.changes.append(
        {.ref = {.registryKey = u"r"_s, .workspaceId = base.workspaceId, .modelId = base.id},
         .base = base,
         .edited = edited});
    apply(set);
    const auto back = revert(set.id);
    QCOMPARE(back->item(9).state, State::Problem);
    QVERIFY(!back->item(9).problems.isEmpty());
    QCOMPARE(back->changes({}).changes.size(), 9);
}

void tst_BatchRevert::anUnknownGroupHasNoModels() { QVERIFY(!revert(QUuid::createUuid())); }

MODELSCRIBE_TEST(tst_BatchRevert)

} // namespace tst_batchrevert

#include "tst_batchrevert.moc"
