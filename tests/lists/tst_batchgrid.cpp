// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchgrid.h"

#include "registry/registryproxy.h"
#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_batchgrid {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using Filter = BatchGrid::Filter;
using RowState = BatchGrid::RowState;

class tst_BatchGrid : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void hasAColumnForEachThingThatChanges();
    void columnsComeWithWhatEachBecomes();
    void showsWhatBecomesOfEach();
    void saysWhatChangesInACell_data();
    void saysWhatChangesInACell();
    void aLongExtraInfoIsNotRead();
    void filtersAndFinds();
    void whatMatchesNoMoreStaysBelowTheHand();
    void leavesOut();
    void aTakenNameIsLeftOutUntilSomebodyTicksIt();
    void countsWhatIsToBeSent();
    void countsWhatBecomesPublic();
    void rowsFillInWhileItReads();

private:
    QString create(const ModelMetadata &metadata) { return m_registry->create(metadata); }
    void review(const BatchEdit &edit, const QStringList &ids, const QSet<QString> &leftOut = {})
    {
        start(std::make_unique<BatchReview>(*m_connection, edit, known(ids)), leftOut);
    }
    void start(std::unique_ptr<BatchReview> review, const QSet<QString> &leftOut = {})
    {
        m_review = std::move(review);
        m_grid->setReview(m_review.get(), leftOut);
        const QSignalSpy finished(m_review.get(), &BatchReview::finished);
        m_review->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QTRY_COMPARE(m_grid->count(Filter::All), m_review->size());
        QTest::qWait(60); // it counts once for many
    }
    static QList<RegisteredModel> known(const QStringList &ids)
    {
        QList<RegisteredModel> models;
        for (const QString &id : ids)
            models.append({.id = id});
        return models;
    }
    QString cell(int row, int column) const { return m_grid->index(row, column).data().toString(); }
    QStringList titles() const
    {
        QStringList titles = m_grid->headerTexts();
        titles.removeAt(1);
        return titles;
    }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchReview> m_review;
    std::unique_ptr<BatchGrid> m_grid;
};

void tst_BatchGrid::init()
{
    m_registry = std::make_unique<RegistryProxy>();
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.title = u"test"_s,
                                      .endpoint = m_registry->endpoint(),
                                      .registryKey = u"the registry"_s},
                           .credentials = RegistryProxy::credentials()},
        patientOptions());
    m_grid = std::make_unique<BatchGrid>();
    new QAbstractItemModelTester(m_grid.get(), m_grid.get());
}

void tst_BatchGrid::cleanup()
{
    m_grid.reset();
    m_review.reset();
    m_connection.reset();
    m_registry.reset();
}

void tst_BatchGrid::hasAColumnForEachThingThatChanges()
{
    review({.fields = {{u"Task"_s, {.text = u"t"_s}}, {u"ModelName"_s, {.text = u"n"_s}}},
            .labels = {{.key = u"a"_s, .value = u"b"_s}},
            .extraInfo = {{.path = *jsonPathFromText(u"$.Rating"), .value = JsonText("1")},
                          {.kind = ExtraInfoEdit::Kind::Rename,
                           .path = *jsonPathFromText(u"$.a.b"),
                           .key = u"c"_s}}},
           {create({.name = u"a"_s})});
    QCOMPARE(titles(),
             QStringList({u"Model"_s, u"Name"_s, u"Task"_s, u"Labels"_s, u"extra.Rating"_s,
                          u"extra.a.b"_s, u"extra.a.c"_s, u"State"_s}));
}

void tst_BatchGrid::columnsComeWithWhatEachBecomes()
{
    const QStringList ids{create({.name = u"a"_s}), create({.name = u"b"_s})};
    start(std::make_unique<BatchReview>(
        *m_connection,
        [](const RegisteredModel &model, qsizetype place) -> Result<Derived> {
            ModelMetadata edited = model.metadata;
            (place == 0 ? edited.task : edited.description) = u"x"_s;
            edited.labels = {{u"k"_s, u"v"_s}};
            return Derived{.edited = edited};
        },
        known(ids)));
    QCOMPARE(titles(),
             QStringList({u"Model"_s, u"Description"_s, u"Task"_s, u"Labels"_s, u"State"_s}));
    QCOMPARE(cell(0, 1), u"—"_s);
    QCOMPARE(cell(0, 2), u"(empty) → x"_s);
    QCOMPARE(cell(1, 1), u"(empty) → x"_s);
}

void tst_BatchGrid::showsWhatBecomesOfEach()
{
    const QString changed = create({.name = u"a"_s});
    const QString same = create({.name = u"b"_s, .task = u"t"_s});
    m_review = std::make_unique<BatchReview>(
        *m_connection, BatchEdit{.fields = {{u"Task"_s, {.text = u"t"_s}}}},
        QList<RegisteredModel>{
            {.id = changed}, {.id = same}, {.id = u"p"_s, .provider = u"pai"_s}, {.id = u"no"_s}});
    start(std::move(m_review));
    QCOMPARE(m_grid->stateAt(0), RowState::ToSave);
    QCOMPARE(m_grid->stateAt(1), RowState::Unchanged);
    QCOMPARE(m_grid->stateAt(2), RowState::ReadOnly);
    QCOMPARE(m_grid->stateAt(3), RowState::Gone);
    QCOMPARE(cell(0, 1), u"(empty) → t"_s);
    QCOMPARE(cell(1, 1), u"—"_s);
    QCOMPARE(cell(3, 0), u"no"_s); // nobody knows its name
    QVERIFY(!m_grid->detailText(2).isEmpty());
    QVERIFY(m_grid->asText().contains(changed));
}

void tst_BatchGrid::saysWhatChangesInACell_data()
{
    QTest::addColumn<BatchColumn>("column");
    QTest::addColumn<ModelMetadata>("before");
    QTest::addColumn<ModelMetadata>("after");
    QTest::addColumn<QString>("text");
    const auto field = [](const QString &key) {
        return BatchColumn{.kind = BatchColumn::Kind::Field, .field = findField(key)};
    };
    const BatchColumn labels{.kind = BatchColumn::Kind::Labels};
    const BatchColumn rating{.kind = BatchColumn::Kind::Place,
                             .path = *jsonPathFromText(u"$.Rating")};
    QTest::newRow("set") << field(u"Task"_s) << ModelMetadata{} << ModelMetadata{.task = u"t"_s}
                         << u"(empty) → t"_s;
    QTest::newRow("cleared") << field(u"Task"_s) << ModelMetadata{.task = u"t"_s} << ModelMetadata{}
                             << u"t → (empty)"_s;
    QTest::newRow("the same") << field(u"Task"_s) << ModelMetadata{.task = u"t"_s}
                              << ModelMetadata{.task = u"t"_s} << u"—"_s;
    QTest::newRow("the same size")
        << field(u"ParameterSize"_s) << ModelMetadata{.parameterSize = u"7000"_s}
        << ModelMetadata{.parameterSize = u"7B"_s} << u"—"_s;
    QTest::newRow("bidirectional") << field(u"ModelName"_s) << ModelMetadata{.name = u"a"_s}
                                   << ModelMetadata{.name = u"b\u202ec"_s} << u"a → b⟦U+202E⟧c"_s;
    QTest::newRow("labels") << labels
                            << ModelMetadata{.labels = {{u"a"_s, u"1"_s}, {u"b"_s, u"1"_s}}}
                            << ModelMetadata{.labels = {{u"b"_s, u"2"_s}, {u"c"_s, u""_s}}}
                            << u"+ b=2, + c=, − a=1, − b=1"_s;
    QTest::newRow("place") << rating << ModelMetadata{.extraInfo = JsonText("{\"Rating\": 4.10}")}
                           << ModelMetadata{.extraInfo = JsonText("{\"Rating\": 5}")}
                           << u"4.10 → 5"_s;
    QTest::newRow("a new place") << rating << ModelMetadata{}
                                 << ModelMetadata{.extraInfo = JsonText("{\"Rating\":\"x\"}")}
                                 << u"(empty) → \"x\""_s;
    QTest::newRow("another place")
        << rating << ModelMetadata{.extraInfo = JsonText("{\"Rating\":1}")}
        << ModelMetadata{.extraInfo = JsonText("{\"Rating\":1,\"b\":2}")} << u"—"_s;
    QTest::newRow("broken") << rating << ModelMetadata{.extraInfo = JsonText("{\"Rating")}
                            << ModelMetadata{.extraInfo = JsonText("{\"Rating\":1}")}
                            << u"(empty) → 1"_s;
}

void tst_BatchGrid::saysWhatChangesInACell()
{
    QFETCH(const BatchColumn, column);
    QFETCH(const ModelMetadata, before);
    QFETCH(const ModelMetadata, after);
    QTEST(batchCell(column, before, after).text(), "text");
}

void tst_BatchGrid::aLongExtraInfoIsNotRead()
{
    const BatchColumn rating{.kind = BatchColumn::Kind::Place,
                             .path = *jsonPathFromText(u"$.Rating")};
    const QByteArray filler(100'000, 'x');
    const BatchCell cell = batchCell(
        rating, {.extraInfo = JsonText("{\"a\":\"" + filler + "\"}")},
        {.extraInfo = JsonText("{\"Rating\":1,\"a\":\"" + filler + "\"}")});
    QCOMPARE(cell.kind, BatchCell::Kind::Long);
    QCOMPARE(cell.text(), u"changed"_s);
}

void tst_BatchGrid::filtersAndFinds()
{
    const QStringList ids{create({.name = u"bert"_s}), create({.name = u"qwen"_s, .task = u"t"_s}),
                          create({.name = u"ＢＥＲＴ-2"_s})};
    review({.fields = {{u"Task"_s, {.text = u"t"_s}}}}, ids);
    QCOMPARE(m_grid->count(Filter::ToSave), 2);
    QCOMPARE(m_grid->count(Filter::Unchanged), 1);
    m_grid->setFilter(Filter::Unchanged);
    QCOMPARE(m_grid->rowCount(), 1);
    QCOMPARE(m_grid->itemAt(0).base.id, ids[1]);
    m_grid->setFilter(Filter::All);
    m_grid->setNeedle(u" Bert"_s);
    QCOMPARE(m_grid->rowCount(), 2); // as names are searched everywhere
    m_grid->setNeedle(ids[1].right(8));
    QCOMPARE(m_grid->rowCount(), 1);
    QCOMPARE(m_grid->rowOf(1), 0);
    QCOMPARE(m_grid->rowOf(0), -1);
}

void tst_BatchGrid::whatMatchesNoMoreStaysBelowTheHand()
{
    review({.fields = {{u"Task"_s, {.text = u"t"_s}}}},
           {create({.name = u"a"_s}), create({.name = u"b"_s})});
    m_grid->setFilter(Filter::ToSave);
    m_grid->leaveOut({0}, true);
    QCOMPARE(m_grid->rowCount(), 2);
    QCOMPARE(m_grid->count(Filter::ToSave), 1);
    m_grid->setFilter(Filter::ToSave);
    QCOMPARE(m_grid->rowCount(), 1);
}

void tst_BatchGrid::leavesOut()
{
    const QStringList ids{create({.name = u"a"_s}), create({.name = u"b"_s}),
                          create({.name = u"c"_s, .task = u"t"_s})};
    review({.fields = {{u"Task"_s, {.text = u"t"_s}}}}, ids, {ids[1]});
    QCOMPARE(m_grid->stateAt(1), RowState::LeftOut);
    QCOMPARE(m_grid->checkState(), Qt::PartiallyChecked);
    const QSignalSpy told(m_grid.get(), &BatchGrid::leftOutChanged);
    const QModelIndex first = m_grid->index(0, 0);
    QVERIFY(m_grid->flags(first) & Qt::ItemIsUserCheckable);
    QVERIFY(!(m_grid->flags(m_grid->index(2, 0)) & Qt::ItemIsUserCheckable));
    QVERIFY(m_grid->setData(first, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0], QVariantList({ids[0], true}));
    QCOMPARE(m_grid->checkState(), Qt::Unchecked);
    QCOMPARE(m_grid->totals().models, 0);
    m_grid->leaveOut({0, 1, 2}, false);
    QCOMPARE(m_grid->checkState(), Qt::Checked);
    QVERIFY(m_review->changes({}, m_grid->leftOut()).changes.size() == 2);
}

void tst_BatchGrid::aTakenNameIsLeftOutUntilSomebodyTicksIt()
{
    review({.fields = {{u"ModelName"_s, {.text = u"same"_s}}}},
           {create({.name = u"a"_s}), create({.name = u"b"_s})});
    m_grid->setTakenNames({1});
    QCOMPARE(m_grid->stateAt(1), RowState::LeftOut);
    QCOMPARE(m_grid->stateText(1), u"name is taken"_s);
    QVERIFY(!m_grid->detailText(1).isEmpty());
    m_grid->leaveOut({1}, false);
    QCOMPARE(m_grid->stateAt(1), RowState::ToSave);
}

void tst_BatchGrid::countsWhatIsToBeSent()
{
    review({.fields = {{u"Task"_s, {.text = u"t"_s}}},
            .labels = {{.key = u"a"_s, .value = u"b"_s},
                       {.kind = LabelVerb::Kind::TakeAway, .key = u"gone"_s}}},
           {create({.name = u"a"_s, .labels = {{u"gone"_s, u"1"_s}}}), create({.name = u"b"_s})});
    QCOMPARE(m_grid->totals().models, 2);
    QCOMPARE(m_grid->totals().requests, 5 + 4);
    QCOMPARE(m_grid->totals().writes, 3 + 2);
    m_grid->leaveOut({0}, true);
    QCOMPARE(m_grid->totals().requests, 4);
}

void tst_BatchGrid::countsWhatBecomesPublic()
{
    review({.fields = {{u"Accessibility"_s, {.text = u"PUBLIC"_s}}}},
           {create({.name = u"a"_s, .accessibility = u"PRIVATE"_s}),
            create({.name = u"b"_s, .accessibility = u"PUBLIC"_s}), create({.name = u"c"_s})});
    QCOMPARE(m_grid->totals().published, 2);
}

void tst_BatchGrid::rowsFillInWhileItReads()
{
    QStringList ids;
    for (int i = 0; i < 30; ++i)
        ids.append(create({.name = u"model %1"_s.arg(i)}));
    m_review = std::make_unique<BatchReview>(
        *m_connection, BatchEdit{.fields = {{u"Task"_s, {.text = u"t"_s}}}}, known(ids));
    m_grid->setReview(m_review.get());
    QCOMPARE(m_grid->rowCount(), 30);
    QCOMPARE(m_grid->stateAt(0), RowState::Waiting);
    m_grid->setFilter(Filter::ToSave);
    QCOMPARE(m_grid->rowCount(), 0);
    m_review->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_grid->rowCount(), 30, 30'000);
    for (int row = 0; row < 30; ++row)
        QCOMPARE(m_grid->indexAt(row), row);
}

MODELSCRIBE_TEST(tst_BatchGrid)

} // namespace tst_batchgrid

#include "tst_batchgrid.moc"
