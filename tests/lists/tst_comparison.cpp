// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/comparison.h"

#include "lists/comparisonmodel.h"
#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace tst_comparison {

using namespace Qt::StringLiterals;
using namespace modelscribe;

static ComparedModel modelOf(const QString &id, const ModelMetadata &metadata)
{
    return {.registered = {.id = id, .metadata = metadata}, .edited = metadata};
}

static QList<ComparedModel> withTasks(const QStringList &tasks)
{
    QList<ComparedModel> models;
    for (const QString &task : tasks)
        models.append(modelOf(QString::number(models.size()), {.name = u"a"_s, .task = task}));
    return models;
}

static QList<ComparedModel> withExtraInfo(const QList<QByteArray> &texts)
{
    QList<ComparedModel> models;
    for (const QByteArray &text : texts) {
        models.append(
            modelOf(QString::number(models.size()), {.name = u"a"_s, .extraInfo = JsonText(text)}));
    }
    return models;
}

static const ComparedRow *rowOf(const Comparison &comparison, const QString &title)
{
    const auto row = std::ranges::find_if(
        comparison.rows, [&](const ComparedRow &one) { return one.place.title() == title; });
    return row == comparison.rows.end() ? nullptr : &*row;
}

static QStringList titles(const Comparison &comparison, QStringView beginning)
{
    QStringList result;
    for (const ComparedRow &row : comparison.rows) {
        if (row.place.title().startsWith(beginning))
            result.append(row.place.title());
    }
    return result;
}

class tst_Comparison : public QObject
{
    Q_OBJECT

private slots:
    void marksWhatStandsAgainstEquals_data();
    void marksWhatStandsAgainstEquals();
    void sameMeaningIsEqual();
    void shortSizesHideNoDifference();
    void labelsAreComparedByKey();
    void extraInfoIsComparedByPath();
    void textsThatLookLikeNumbersKeepTheirMarks();
    void brokenExtraInfoIsOneRow();
    void draftIsTold();
    void copiesOnePlace_data();
    void copiesOnePlace();
    void refusesAPlaceThatCannotBe();
    void labelIsCopiedWhereItStands();
    void differencesComeFirst();
    void namesHaveARowWhenADraftChangesOne();
    void manyDuplicateKeysTakeNoTime();
};

void tst_Comparison::marksWhatStandsAgainstEquals_data()
{
    QTest::addColumn<QStringList>("tasks");
    QTest::addColumn<QString>("marks");
    QTest::newRow("equal") << QStringList{u"a"_s, u"a"_s, u"a"_s} << u"---"_s;
    QTest::newRow("one of three") << QStringList{u"a"_s, u"b"_s, u"a"_s} << u"-x-"_s;
    QTest::newRow("all different") << QStringList{u"a"_s, u"b"_s, u"c"_s} << u"---"_s;
    QTest::newRow("two") << QStringList{u"a"_s, u"b"_s} << u"--"_s;
    QTest::newRow("two pairs") << QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s} << u"----"_s;
    QTest::newRow("a pair") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s} << u"-xx-"_s;
    QTest::newRow("nothing against equals") << QStringList{u""_s, u"b"_s, u"b"_s} << u"x--"_s;
}

void tst_Comparison::marksWhatStandsAgainstEquals()
{
    QFETCH(QStringList, tasks);
    QFETCH(QString, marks);
    const Comparison comparison = compareModels(withTasks(tasks));
    const ComparedRow *row = rowOf(comparison, u"Task"_s);
    QVERIFY(row);
    QString found;
    for (const ComparedValue &value : row->values)
        found += value.isMarked ? u'x' : u'-';
    QCOMPARE(found, marks);
    QCOMPARE(row->differs, std::ranges::any_of(
                               tasks, [&](const QString &task) { return task != tasks.first(); }));
}

void tst_Comparison::sameMeaningIsEqual()
{
    auto models = withExtraInfo(
        {R"({"a":{"x":1,"y":"é"},"b":[]})", R"({ "b": [ ], "a": {"y":"\u00e9","x":1.0} })"});
    models[0].edited.parameterSize = u"7B"_s;
    models[1].edited.parameterSize = u"7000"_s;
    for (const Comparison comparison = compareModels(models);
         const ComparedRow &row : comparison.rows)
        QVERIFY2(!row.differs, qPrintable(row.place.title()));
}

void tst_Comparison::shortSizesHideNoDifference()
{
    const auto texts = [](const QString &a, const QString &b) {
        const Comparison comparison = compareModels(
            {modelOf(u"1"_s, {.parameterSize = a}), modelOf(u"2"_s, {.parameterSize = b})});
        const ComparedRow &row = *rowOf(comparison, u"Parameter size"_s);
        return QStringList{row.values[0].text, row.values[1].text};
    };
    QCOMPARE(texts(u"110"_s, u"7000"_s), (QStringList{u"110M"_s, u"7B"_s}));
    const QStringList near = texts(u"7600000001"_s, u"7600000002"_s);
    QVERIFY(near[0] != near[1]);
}

void tst_Comparison::labelsAreComparedByKey()
{
    const Comparison comparison = compareModels(
        {modelOf(u"1"_s, {.labels = {{u"team"_s, u"nlp"_s}, {u"stage"_s, u"dev"_s}}}),
         modelOf(u"2"_s, {.labels = {{u"stage"_s, u""_s}, {u"team"_s, u"nlp"_s}}})});
    QCOMPARE(titles(comparison, u"label:"), (QStringList{u"label:team"_s, u"label:stage"_s}));
    QVERIFY(!rowOf(comparison, u"label:team"_s)->differs);
    const ComparedRow &stage = *rowOf(comparison, u"label:stage"_s);
    QVERIFY(stage.differs);
    QVERIFY(stage.values[1].isSet);
    QCOMPARE(comparedText(stage.place, stage.values[1]), u"(empty)"_s);
}

void tst_Comparison::extraInfoIsComparedByPath()
{
    const Comparison comparison = compareModels(
        withExtraInfo({R"({"Rating":4.9,"M":{"acc":1},"Uris":["a","b"]})",
                       R"({"M":{"f1":2,"acc":1},"Uris":["a"],"New":null})"}));
    QCOMPARE(titles(comparison, u"extra"),
             (QStringList{u"extra.Rating"_s, u"extra.M.acc"_s, u"extra.M.f1"_s, u"extra.Uris[0]"_s,
                          u"extra.Uris[1]"_s, u"extra.New"_s}));
    QVERIFY(!rowOf(comparison, u"extra.M.acc"_s)->differs);
    QVERIFY(!rowOf(comparison, u"extra.Uris[0]"_s)->differs);
    const ComparedRow &rating = *rowOf(comparison, u"extra.Rating"_s);
    QCOMPARE(comparedText(rating.place, rating.values[0]), u"4.9"_s);
    QCOMPARE(comparedText(rating.place, rating.values[1]), u"—"_s);
}

void tst_Comparison::textsThatLookLikeNumbersKeepTheirMarks()
{
    const Comparison comparison = compareModels(
        withExtraInfo({R"({"a":"4.9","b":"plain"})", R"({"a":4.9,"b":""})"}));
    const ComparedRow &a = *rowOf(comparison, u"extra.a"_s);
    QVERIFY(a.differs);
    QCOMPARE(a.values[0].text, u"\"4.9\""_s);
    QCOMPARE(a.values[1].text, u"4.9"_s);
    QCOMPARE(rowOf(comparison, u"extra.b"_s)->values[0].text, u"plain"_s);
    QCOMPARE(rowOf(comparison, u"extra.b"_s)->values[1].text, u"\"\""_s);
}

void tst_Comparison::brokenExtraInfoIsOneRow()
{
    for (const QByteArray broken : {"{oops", "[1]", "5"}) {
        const Comparison comparison = compareModels(withExtraInfo({"{\"a\":1}", broken}));
        QCOMPARE(titles(comparison, u"extra"), QStringList());
        QVERIFY(rowOf(comparison, u"ExtraInfo"_s)->differs);
    }
}

void tst_Comparison::draftIsTold()
{
    auto models = withExtraInfo({R"({"a":1,"b":2})", R"({"a":1})"});
    models[0].edited.task = u"qa"_s;
    models[0].edited.extraInfo = JsonText(R"({"a":1,"b":3})");
    const Comparison comparison = compareModels(models);
    QVERIFY(rowOf(comparison, u"Task"_s)->values[0].isChanged);
    QVERIFY(!rowOf(comparison, u"Task"_s)->values[1].isChanged);
    QVERIFY(rowOf(comparison, u"extra.b"_s)->values[0].isChanged);
    QVERIFY(!rowOf(comparison, u"extra.a"_s)->values[0].isChanged);
}

void tst_Comparison::copiesOnePlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("wanted");
    using Bytes = QByteArray;
    QTest::newRow("a member") << u"$.a"_s << Bytes(R"({"a":1.0})") << Bytes(R"({ "b": 2, "a": 3 })")
                              << Bytes(R"({ "b": 2, "a": 1.0 })");
    QTest::newRow("what lies between") << u"$.M.acc"_s << Bytes(R"({"M":{"acc":1}})")
                                       << Bytes("{ }") << Bytes("{\n  \"M\": {\"acc\":1}\n}");
    QTest::newRow("into no ExtraInfo")
        << u"$.a"_s << Bytes(R"({"a":"é"})") << Bytes() << Bytes("{\n  \"a\": \"é\"\n}");
    QTest::newRow("first of a list") << u"$.U[0]"_s << Bytes(R"({"U":["x","y"]})")
                                     << Bytes(R"({"b":1})") << Bytes(R"({"b":1,"U":["x"]})");
    QTest::newRow("behind a list") << u"$.U[1]"_s << Bytes(R"({"U":["x","y"]})")
                                   << Bytes(R"({"U":["z"]})") << Bytes(R"({"U":["z","y"]})");
    QTest::newRow("nothing") << u"$.a"_s << Bytes("{}") << Bytes(R"({"a":1,"b":2})")
                             << Bytes(R"({"b":2})");
    QTest::newRow("nothing over nothing")
        << u"$.a"_s << Bytes() << Bytes(R"({"b":2})") << Bytes(R"({"b":2})");
}

void tst_Comparison::copiesOnePlace()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, wanted);
    const ComparedPlace place{.field = findField(u"ExtraInfo"), .path = *jsonPathFromText(path)};
    const auto made = withCopied(place, {.extraInfo = JsonText(source)},
                                 {.task = u"qa"_s, .extraInfo = JsonText(target)});
    QVERIFY(made);
    QCOMPARE(made->extraInfo.utf8(), wanted);
    QCOMPARE(made->task, u"qa"_s);
}

void tst_Comparison::refusesAPlaceThatCannotBe()
{
    const auto refuses = [](const QString &path, const QByteArray &source,
                            const QByteArray &target) {
        const ComparedPlace place{.field = findField(u"ExtraInfo"),
                                  .path = *jsonPathFromText(path)};
        const auto made = withCopied(place, {.extraInfo = JsonText(source)},
                                     {.extraInfo = JsonText(target)});
        return !made && made.error().kind == Error::Kind::Invalid;
    };
    QVERIFY(refuses(u"$.U[2]"_s, R"({"U":[1,2,3]})", R"({"U":[1]})"));
    QVERIFY(refuses(u"$.U[2]"_s, R"({"U":[1,2,3]})", "{}"));
    QVERIFY(refuses(u"$.a.b"_s, R"({"a":{"b":1}})", R"({"a":5})"));
    QVERIFY(refuses(u"$.a"_s, R"({"a":1})", "{oops"));
}

void tst_Comparison::labelIsCopiedWhereItStands()
{
    const ComparedPlace place{.labelKey = u"k"_s};
    const ModelMetadata target{.labels = {{u"k"_s, u"1"_s}, {u"b"_s, u"2"_s}}};
    const auto put = withCopied(place, {.labels = {{u"k"_s, u"9"_s}}}, target);
    QCOMPARE(put->labels, (QList<Label>{{u"k"_s, u"9"_s}, {u"b"_s, u"2"_s}}));
    QCOMPARE(withCopied(place, {}, target)->labels, (QList<Label>{{u"b"_s, u"2"_s}}));
    QCOMPARE(withCopied(place, target, {})->labels, (QList<Label>{{u"k"_s, u"1"_s}}));
}

void tst_Comparison::differencesComeFirst()
{
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model);
    auto models = withTasks({u"a"_s, u"b"_s, u"a"_s});
    models[1].edited.name = u"b|\t"_s;
    model.setComparison(compareModels(models));
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"Different, 2"_s);
    QCOMPARE(model.headerData(1, Qt::Vertical).toString(), u"Name"_s);
    QCOMPARE(model.headerData(3, Qt::Vertical).toString(), u"Same, 8"_s);
    QCOMPARE(model.data(model.index(2, 1), Qt::AccessibleTextRole).toString(),
             u"Task, b, differs from the others"_s);
    QVERIFY(model.data(model.index(3, 0), ComparisonModel::SectionRole).toBool());
    model.setOnlyDifferences(true);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.asText(false), u"Field\ta\tb| \ta\nName\ta\tb| \ta\nTask\ta\tb\ta\n"_s);
    QVERIFY(model.asText(true).startsWith(u"| Field | a | b\\|  | a |\n| --- |"_s));
}

void tst_Comparison::namesHaveARowWhenADraftChangesOne()
{
    auto models = withTasks({u"a"_s, u"b"_s});
    models[1].registered.metadata.name = models[1].edited.name = u"other"_s;
    QVERIFY(!rowOf(compareModels(models), u"Name"_s));
    models[1].edited.name = u"another"_s;
    const Comparison comparison = compareModels(models);
    QVERIFY(rowOf(comparison, u"Name"_s));
    QVERIFY(rowOf(comparison, u"Name"_s)->values[1].isChanged);
}

void tst_Comparison::manyDuplicateKeysTakeNoTime()
{
    QByteArray text("{");
    for (int i = 0; i < 50'000; ++i)
        text += "\"a\":" + QByteArray::number(i) + ',';
    text.back() = '}';
    QElapsedTimer timer;
    timer.start();
    const Comparison comparison = compareModels(withExtraInfo({text, text}));
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(comparison.rows.size(), 9 + 50'000);
    QCOMPARE(comparison.rows.last().place.title(), u"extra.a#50000"_s);
}

MODELSCRIBE_TEST(tst_Comparison)

} // namespace tst_comparison

#include "tst_comparison.moc"
