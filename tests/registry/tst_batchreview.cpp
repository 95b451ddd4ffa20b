// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchreview.h"

#include "registry/registryproxy.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_batchreview {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using Do = RegistryProxy::Do;
using State = BatchItem::State;

class tst_BatchReview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void tellsWhatBecomesOfEach();
    void looksAtWhatTheRegistryHoldsNow();
    void eachMayBecomeSomethingOfItsOwn();
    void numbersInTheGivenOrder();
    void aPatternThatRunsAwayIsNotTriedWithAll();
    void oneThatCannotBeReadStopsNoOther();
    void endsWhenNothingAnswers();
    void stops();
    void outlivesTheConnection();

private:
    RegisteredModel create(const ModelMetadata &metadata)
    {
        return {.id = m_registry->create(metadata)};
    }
    void review(const BatchEdit &edit, const QList<RegisteredModel> &known)
    {
        m_review = std::make_unique<BatchReview>(*m_connection, edit, known);
        const QSignalSpy finished(m_review.get(), &BatchReview::finished);
        m_review->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    }
    static BatchEdit setTask(const QString &task)
    {
        return {.fields = {{u"Task"_s, {.text = task}}}};
    }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchReview> m_review;
};

void tst_BatchReview::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.title = u"test"_s,
                                      .endpoint = m_registry->endpoint(),
                                      .registryKey = u"the registry"_s},
                           .credentials = RegistryProxy::credentials()},
        patientOptions());
}

void tst_BatchReview::cleanup()
{
    m_review.reset();
    m_connection.reset();
    m_registry.reset();
}

void tst_BatchReview::tellsWhatBecomesOfEach()
{
    const BatchEdit edit{.fields = {{u"Task"_s, {.text = u"t"_s}},
                                    {u"ModelName"_s,
                                     {.kind = FieldVerb::Kind::Replace,
                                      .replacement = {.query = {.pattern = u"bad"_s}}}}}};
    const QList<RegisteredModel> known{
        create({.name = u"a"_s}),
        create({.name = u"b"_s, .task = u"t"_s}),
        create({.name = u"bad"_s}), // has no name then
        {.id = u"model-public"_s, .provider = u"pai"_s},
        {.id = u"model-missing"_s},
    };
    review(edit, known);
    QCOMPARE(m_review->readCount(), 5);
    QCOMPARE(m_review->item(0).state, State::Changed);
    QCOMPARE(m_review->item(0).edited.task, u"t"_s);
    QCOMPARE(m_review->item(0).requests, 3); // read, write, read back
    QCOMPARE(m_review->item(0).writes, 1);
    QCOMPARE(m_review->item(1).requests, 0);
    QCOMPARE(m_review->item(1).state, State::Unchanged);
    QCOMPARE(m_review->item(2).state, State::Problem);
    QCOMPARE(m_review->item(2).problems.first().code, Problem::Code::Missing);
    QCOMPARE(m_review->item(3).state, State::ReadOnly);
    QCOMPARE(m_review->item(4).state, State::Gone);
    QCOMPARE(m_registry->count("PUT"), 0);

    const ChangeSet set = m_review->changes(u"title"_s);
    QCOMPARE(set.title, u"title"_s);
    QCOMPARE(set.changes.size(), 1);
    QCOMPARE(set.changes[0].ref.registryKey, u"the registry"_s);
    QCOMPARE(set.changes[0].ref.modelId, known[0].id);
    QVERIFY(set.changes[0].plan());
    QVERIFY(m_review->changes({}, {0}).changes.isEmpty());
}

void tst_BatchReview::looksAtWhatTheRegistryHoldsNow()
{
    const QString id = m_registry->create({.name = u"a"_s, .labels = {{u"team"_s, u"nlp"_s}}});
    RegisteredModel old = m_registry->model(id);
    old.metadata.labels.clear(); // as a copy of the list may have it
    review({.labels = {{.kind = LabelVerb::Kind::Add, .key = u"team"_s, .value = u"x"_s}}}, {old});
    QCOMPARE(m_review->item(0).state, State::Unchanged);
    QCOMPARE(m_review->item(0).base.metadata.labels.size(), 1);
}

void tst_BatchReview::eachMayBecomeSomethingOfItsOwn()
{
    const QList<RegisteredModel> known{create({.name = u"a"_s}), create({.name = u"b"_s})};
    m_review = std::make_unique<BatchReview>(
        *m_connection,
        [](const RegisteredModel &model, qsizetype place) -> Result<Derived> {
            if (place == 1)
                return failure(Error::Kind::Invalid, u"no"_s);
            ModelMetadata edited = model.metadata;
            edited.task = model.metadata.name + u"-task"_s;
            return Derived{.edited = edited};
        },
        known);
    const QSignalSpy finished(m_review.get(), &BatchReview::finished);
    m_review->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(m_review->item(0).edited.task, u"a-task"_s);
    QCOMPARE(m_review->item(1).state, State::Problem);
    QCOMPARE(m_review->changes({}).changes.size(), 1);
}

void tst_BatchReview::numbersInTheGivenOrder()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 20; ++i)
        known.append(create({.name = u"model %1"_s.arg(i)}));
    review({.fields = {{u"OrderNumber"_s,
                        {.kind = FieldVerb::Kind::Number, .first = 10, .step = 10}}}},
           known);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m_review->item(i).edited.orderNumber, QString::number(10 * (i + 1)));
}

void tst_BatchReview::aPatternThatRunsAwayIsNotTriedWithAll()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 40; ++i)
        known.append(create({.name = u"a"_s, .description = QString(60, u'a') + u'b'}));
    review({.fields = {{u"ModelDescription"_s,
                        {.kind = FieldVerb::Kind::Replace,
                         .replacement = {.query = {.pattern = u"(a+)+$"_s, .isExpression = true},
                                         .with = u"x"_s}}}}},
           known);
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(m_review->item(i).state, State::Problem);
        QCOMPARE(m_review->item(i).error->code, u"TakesTooLong"_s);
    }
}

void tst_BatchReview::oneThatCannotBeReadStopsNoOther()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 9; ++i)
        known.append(create({.name = u"model %1"_s.arg(i)}));
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.target.contains(known[3].id.toUtf8()) ? Do::Refuse : Do::Pass;
    };
    review(setTask(u"t"_s), known);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(m_review->item(i).state, i == 3 ? State::Unread : State::Changed);
    QCOMPARE(m_review->item(3).error->kind, Error::Kind::Forbidden);
}

void tst_BatchReview::endsWhenNothingAnswers()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 50; ++i)
        known.append(create({.name = u"model %1"_s.arg(i)}));
    m_registry->setReachable(false);
    review(setTask(u"t"_s), known);
    QVERIFY(m_review->readCount() < 20);
    QVERIFY(m_review->changes({}).changes.isEmpty());
    QCOMPARE(m_review->item(49).state, State::Waiting);

    m_registry->setReachable(true);
    const QSignalSpy finished(m_review.get(), &BatchReview::finished);
    m_review->readRest();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(m_review->readCount(), 50);
    QCOMPARE(m_review->changes({}).changes.size(), 50);
}

void tst_BatchReview::stops()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 30; ++i)
        known.append(create({.name = u"model %1"_s.arg(i)}));
    BatchReview review(*m_connection, setTask(u"t"_s), known);
    const QSignalSpy finished(&review, &BatchReview::finished);
    connect(&review, &BatchReview::itemChanged, &review, [&review] {
        if (review.readCount() == 5)
            review.stop();
    });
    review.start();
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(50);
    QCOMPARE(review.readCount(), 5);
    QCOMPARE(review.changes({}).changes.size(), 5);
    QCOMPARE(finished.size(), 1);
}

void tst_BatchReview::outlivesTheConnection()
{
    QList<RegisteredModel> known;
    for (int i = 0; i < 30; ++i)
        known.append(create({.name = u"model %1"_s.arg(i)}));
    BatchReview review(*m_connection, setTask(u"t"_s), known);
    const QSignalSpy finished(&review, &BatchReview::finished);
    connect(
        &review, &BatchReview::itemChanged, this, [this] { m_connection.reset(); },
        Qt::QueuedConnection);
    review.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(review.readCount() < 30);
}

MODELSCRIBE_TEST(tst_BatchReview)

} // namespace tst_batchreview

#include "tst_batchreview.moc"
