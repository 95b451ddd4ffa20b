// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/batchedit.h"

#include "model/modeldiff.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

namespace tst_batchedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Verb = FieldVerb::Kind;
using OfLabel = LabelVerb::Kind;
using OfExtra = ExtraInfoEdit::Kind;

namespace {

QList<Label> labels(const QString &text)
{
    QList<Label> result;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts))
        result.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
    return result;
}

TextReplacement replacing(const QString &pattern, const QString &with, bool isExpression = false)
{
    return {.query = {.pattern = pattern, .matchCase = true, .isExpression = isExpression},
            .with = with};
}

//! What becomes of a field whose value is \p value.
QString valueAfter(const QString &key, const FieldVerb &verb, const QString &value,
                   qsizetype place = 0)
{
    ModelMetadata metadata;
    findField(key)->write(metadata, value);
    const auto applied = BatchEdit{.fields = {{key, verb}}}.applied(metadata, place);
    return applied ? findField(key)->read(*applied).text() : applied.error().code;
}

QByteArray extraInfoAfter(const QByteArray &before, const ExtraInfoEdit &edit)
{
    const auto applied = BatchEdit{.extraInfo = {edit}}.applied({.extraInfo = JsonText(before)});
    return applied ? applied->extraInfo.utf8() : "refused: " + applied.error().code.toUtf8();
}

QList<Label> anyLabels(QRandomGenerator &random)
{
    QList<Label> result;
    for (int i = random.bounded(6); i > 0; --i) {
        result.append({u"k%1"_s.arg(random.bounded(4)), QString::number(random.bounded(3))});
    }
    return result;
}

} // namespace

class tst_BatchEdit : public QObject
{
    Q_OBJECT

private slots:
    void eachVerbOfAField_data();
    void eachVerbOfAField();
    void offersVerbsThatCanBeDone();
    void numbersInTheOrderOfTheModels();
    void eachVerbOfLabels_data();
    void eachVerbOfLabels();
    void otherLabelsStayAsTheyAre();
    void eachVerbOfExtraInfo_data();
    void eachVerbOfExtraInfo();
    void refusesWhatCanBeDoneToNoModel_data();
    void refusesWhatCanBeDoneToNoModel();
    void anExpressionThatRunsAwayEnds();
};

void tst_BatchEdit::eachVerbOfAField_data()
{
    QTest::addColumn<FieldVerb>("verb");
    QTest::addColumn<QString>("ofEmpty");
    QTest::addColumn<QString>("ofEqual"); // of "new"
    QTest::addColumn<QString>("ofOther"); // of "old $1"
    QTest::newRow("set") << FieldVerb{.kind = Verb::Set, .text = u"new"_s} << u"new"_s << u"new"_s
                         << u"new"_s;
    QTest::newRow("clear") << FieldVerb{.kind = Verb::Clear} << QString() << QString() << QString();
    QTest::newRow("only where empty") << FieldVerb{.kind = Verb::SetWhereEmpty, .text = u"new"_s}
                                      << u"new"_s << u"new"_s << u"old $1"_s;
    QTest::newRow("before") << FieldVerb{.kind = Verb::PutBefore, .text = u"x-"_s} << QString()
                            << u"x-new"_s << u"x-old $1"_s;
    QTest::newRow("behind") << FieldVerb{.kind = Verb::PutBehind, .text = u"中"_s} << QString()
                            << u"new中"_s << u"old $1中"_s;
    QTest::newRow("replace") << FieldVerb{.kind = Verb::Replace,
                                          .replacement = replacing(u"$1"_s, u"\\1$0"_s)}
                             << QString() << u"new"_s << u"old \\1$0"_s;
    QTest::newRow("replace by expression")
        << FieldVerb{.kind = Verb::Replace,
                     .replacement = replacing(u"(\\w)(\\w+)"_s, u"$2${1}"_s, true)}
        << QString() << u"ewn"_s << u"ldo $1"_s;
}

void tst_BatchEdit::eachVerbOfAField()
{
    QFETCH(const FieldVerb, verb);
    QFETCH(const QString, ofEmpty);
    QFETCH(const QString, ofEqual);
    QFETCH(const QString, ofOther);
    for (const ModelField &field : modelFields) {
        if (field.isNumber() || !FieldVerb::kindsFor(field).contains(verb.kind))
            continue;
        const QString key(field.key);
        QCOMPARE(valueAfter(key, verb, {}), ofEmpty);
        QCOMPARE(valueAfter(key, verb, u"new"_s), ofEqual);
        QCOMPARE(valueAfter(key, verb, u"old $1"_s), ofOther);
    }
}

void tst_BatchEdit::offersVerbsThatCanBeDone()
{
    for (const ModelField &field : modelFields) {
        const QList<Verb> kinds = FieldVerb::kindsFor(field);
        QCOMPARE(kinds.isEmpty(), field.kind == FieldKind::JsonObject);
        for (const Verb kind : kinds) {
            const FieldVerb verb{
                .kind = kind, .text = u"7"_s, .replacement = replacing(u"a"_s, u"b"_s)};
            QVERIFY(BatchEdit({.fields = {{QString(field.key), verb}}}).check());
        }
    }
    // The service unsets no number, and a model has a name.
    QVERIFY(!FieldVerb::kindsFor(*findField(u"OrderNumber")).contains(Verb::Clear));
    QVERIFY(!FieldVerb::kindsFor(*findField(u"ModelName")).contains(Verb::Clear));
}

void tst_BatchEdit::numbersInTheOrderOfTheModels()
{
    const FieldVerb verb{.kind = Verb::Number, .first = 10, .step = -5};
    QCOMPARE(valueAfter(u"OrderNumber"_s, verb, u"7"_s, 0), u"10"_s);
    QCOMPARE(valueAfter(u"OrderNumber"_s, verb, {}, 3), u"-5"_s);
    const BatchEdit tooFar{
        .fields = {
            {u"OrderNumber"_s,
             {.kind = Verb::Number, .first = 1, .step = std::numeric_limits<qint64>::max()}}}};
    QVERIFY(tooFar.applied({}, 0));
    QVERIFY(!tooFar.applied({}, 2));
}

void tst_BatchEdit::eachVerbOfLabels_data()
{
    QTest::addColumn<LabelVerb>("verb");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const LabelVerb &verb, const char *before,
                        const char *after) {
        QTest::newRow(name) << verb << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    const LabelVerb add{.kind = OfLabel::Add, .key = u"team"_s, .value = u"nlp"_s};
    row("add to none", add, "", "team=nlp");
    row("add behind others", add, "a=1 b=2", "a=1 b=2 team=nlp");
    row("add what is there", add, "team=nlp a=1", "team=nlp a=1");
    row("add where another value stands", add, "team=cv", "team=cv");
    row("add where the key is another one", add, "Team=cv", "Team=cv team=nlp");
    const LabelVerb put{.kind = OfLabel::Put, .key = u"team"_s, .value = u"nlp"_s};
    row("put where another value stands", put, "team=cv a=1", "team=nlp a=1");
    row("put of a key that stands twice", put, "team=cv a=1 team=x", "team=nlp a=1");
    const LabelVerb take{.kind = OfLabel::TakeAway, .key = u"stage"_s};
    row("take a key away", take, "a=1 stage=dev stage=x", "a=1");
    row("take what is not there", take, "a=1", "a=1");
    const LabelVerb takeOne{.kind = OfLabel::TakeAway, .key = u"stage"_s, .value = u"dev"_s};
    row("take one value away", takeOne, "stage=dev a=1", "a=1");
    row("take a value that is another one", takeOne, "stage=prod", "stage=prod");
    const LabelVerb takeEmpty{.kind = OfLabel::TakeAway, .key = u"stage"_s, .value = u""_s};
    row("take the empty value away", takeEmpty, "stage= ", "");
    row("take the empty value of another", takeEmpty, "stage=dev", "stage=dev");
    const LabelVerb change{
        .kind = OfLabel::Change, .key = u"lang"_s, .value = u"zh-CN"_s, .newText = u"zh"_s};
    row("change a value", change, "a=1 lang=zh-CN b=2", "a=1 lang=zh b=2");
    row("change another value", change, "lang=en", "lang=en");
    row("change what is not there", change, "a=zh-CN", "a=zh-CN");
    const LabelVerb rename{.kind = OfLabel::RenameKey, .key = u"团队"_s, .newText = u"team"_s};
    row("rename a key", rename, "a=1 团队=nlp b=2", "a=1 team=nlp b=2");
    row("rename where both are", rename, "团队=nlp team=cv", "team=cv");
    row("rename one that stands twice", rename, "团队=nlp 团队=cv", "team=nlp");
    row("rename what is not there", rename, "a=1", "a=1");
    row("rename to itself", {.kind = OfLabel::RenameKey, .key = u"a"_s, .newText = u"a"_s},
        "a=1 a=2", "a=1 a=2");
    const LabelVerb all{.kind = OfLabel::ReplaceAll, .labels = labels(u"x=1 y=2"_s)};
    row("replace all", all, "a=1 b=2", "x=1 y=2");
    row("replace none", {.kind = OfLabel::ReplaceAll}, "a=1", "");
}

void tst_BatchEdit::eachVerbOfLabels()
{
    QFETCH(const LabelVerb, verb);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto applied = BatchEdit{.labels = {verb}}.applied({.labels = labels(before)});
    QVERIFY(applied);
    QCOMPARE(applied->labels, labels(after));
    const auto twice = BatchEdit{.labels = {verb, verb}}.applied({.labels = labels(before)});
    QCOMPARE(twice->labels, labels(after));
}

void tst_BatchEdit::otherLabelsStayAsTheyAre()
{
    QRandomGenerator random(11);
    const auto withoutKeys = [](QList<Label> labels, const QStringList &keys) {
        labels.removeIf([&](const Label &label) { return keys.contains(label.key); });
        return labels;
    };
    for (int i = 0; i < 5000; ++i) {
        const QList<Label> before = anyLabels(random);
        const LabelVerb verb{.kind = OfLabel(random.bounded(int(OfLabel::ReplaceAll))),
                             .key = u"k1"_s,
                             .value = random.bounded(2) ? std::optional(u"1"_s) : std::nullopt,
                             .newText = u"k2"_s};
        const auto applied = BatchEdit{.labels = {verb}}.applied({.labels = before});
        const bool isRenamed = verb.kind == OfLabel::RenameKey;
        const QStringList named = isRenamed ? QStringList{u"k1"_s, u"k2"_s} : QStringList{u"k1"_s};
        QCOMPARE(withoutKeys(applied->labels, named), withoutKeys(before, named));
    }
}

void tst_BatchEdit::eachVerbOfExtraInfo_data()
{
    QTest::addColumn<ExtraInfoEdit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    using Bytes = QByteArray;
    const auto row = [](const char *name, OfExtra kind, const char *path, const char *value,
                        const Bytes &before, const Bytes &after) {
        ExtraInfoEdit edit{.kind = kind, .path = *jsonPathFromText(QString::fromUtf8(path))};
        if (kind == OfExtra::Rename)
            edit.key = QString::fromUtf8(value);
        else
            edit.value = JsonText(value);
        QTest::newRow(name) << edit << before << after;
    };
    row("set", OfExtra::Set, "$.b", "4.50", "{ \"a\": 1.0,\n \"b\":2e3 }",
        "{ \"a\": 1.0,\n \"b\":4.50 }");
    row("set of none", OfExtra::Set, "$.b", "1", "", "{\n  \"b\": 1\n}");
    row("remove", OfExtra::Remove, "$.a", "", "{ \"a\": 1,\"b\":12345678901234567890 }",
        "{ \"b\":12345678901234567890 }");
    row("remove what is not there", OfExtra::Remove, "$.x.y", "", "{ \"a\": 1.00 }",
        "{ \"a\": 1.00 }");
    row("remove from none", OfExtra::Remove, "$.x", "", "", "");
    row("rename", OfExtra::Rename, "$.a.b", "中", "{\"a\":{\"b\" : 1.0}}",
        "{\"a\":{\"中\" : 1.0}}");
    row("rename what is not there", OfExtra::Rename, "$.x", "y", "{\"a\":1}", "{\"a\":1}");
    row("rename to one that is there", OfExtra::Rename, "$.a", "b", "{\"a\":1,\"b\":2}",
        "refused: KeyInUse");
    row("merge", OfExtra::Merge, "$", R"({"b":{"y":2,"z":[1]},"c":null})",
        R"({"a":1.0,"b":{"x":1,"y":9}})", R"({"a":1.0,"b":{"x":1,"y":2,"z":[1]},"c":null})");
    row("merge nothing", OfExtra::Merge, "$", "{}", "", "");
    row("merge into none", OfExtra::Merge, "$.m", R"({"x":1})", R"({"a":1})",
        R"({"a":1,"m":{"x":1}})");
    row("merge over a text", OfExtra::Merge, "$.a", R"({"x":1})", R"({"a":"t"})",
        "refused: NoSuchPlace");
    row("an object where a number was", OfExtra::Merge, "$", R"({"a":{"x":1}})", R"({"a":7})",
        R"({"a":{"x":1}})");
    row("a damaged one", OfExtra::Set, "$.a", "1", "{\"a\":", "refused: ");
}

void tst_BatchEdit::eachVerbOfExtraInfo()
{
    QFETCH(const ExtraInfoEdit, edit);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QVERIFY(BatchEdit({.extraInfo = {edit}}).check());
    QCOMPARE(extraInfoAfter(before, edit), after);
    if (!after.startsWith("refused"))
        QCOMPARE(extraInfoAfter(after, edit), after);
}

void tst_BatchEdit::refusesWhatCanBeDoneToNoModel_data()
{
    QTest::addColumn<BatchEdit>("edit");
    const auto field = [](const char *key, const FieldVerb &verb) {
        return BatchEdit{.fields = {{QString::fromUtf8(key), verb}}};
    };
    const auto extra = [](const ExtraInfoEdit &edit) { return BatchEdit{.extraInfo = {edit}}; };
    const JsonPath member = *jsonPathFromText(u"$.a");
    QTest::newRow("no field") << field("Nothing", {.text = u"x"_s});
    QTest::newRow("ExtraInfo whole") << field("ExtraInfo", {.text = u"{}"_s});
    QTest::newRow("no name") << field("ModelName", {.kind = Verb::Clear});
    QTest::newRow("a number taken away") << field("OrderNumber", {.kind = Verb::Clear});
    QTest::newRow("no number") << field("OrderNumber", {.text = u"seven"_s});
    QTest::newRow("an empty number") << field("ParameterSize", {.text = u""_s});
    QTest::newRow("nothing to look for")
        << field("Task", {.kind = Verb::Replace, .replacement = replacing({}, u"x"_s)});
    QTest::newRow("no expression")
        << field("Task", {.kind = Verb::Replace, .replacement = replacing(u"("_s, u"x"_s, true)});
    const auto labels = [](const LabelVerb &verb) { return BatchEdit{.labels = {verb}}; };
    QTest::newRow("a label without a key") << labels({.value = u"nlp"_s});
    QTest::newRow("a key renamed to none")
        << labels({.kind = OfLabel::RenameKey, .key = u"team"_s});
    QTest::newRow("all labels by one without a key")
        << labels({.kind = OfLabel::ReplaceAll, .labels = {{u"a"_s, u"1"_s}, {{}, u"2"_s}}});
    QTest::newRow("all of it") << extra({.value = JsonText("1")});
    QTest::newRow("no JSON") << extra({.path = member, .value = JsonText("nope")});
    QTest::newRow("no value") << extra({.path = member});
    QTest::newRow("a merged number")
        << extra({.kind = OfExtra::Merge, .path = member, .value = JsonText("1")});
    QTest::newRow("the name of an element")
        << extra({.kind = OfExtra::Rename, .path = *jsonPathFromText(u"$.a[0]"), .key = u"x"_s});
}

void tst_BatchEdit::refusesWhatCanBeDoneToNoModel()
{
    QFETCH(const BatchEdit, edit);
    const auto fine = edit.check();
    QVERIFY(!fine);
    QVERIFY(fine.error().kind == Error::Kind::Invalid);
    QVERIFY(!fine.error().detail.isEmpty());
}

void tst_BatchEdit::anExpressionThatRunsAwayEnds()
{
    const FieldVerb verb{.kind = Verb::Replace,
                         .replacement = replacing(u"(a+)+$"_s, u"x"_s, true)};
    QCOMPARE(valueAfter(u"Task"_s, verb, QString(60, u'a') + u'b'), u"TakesTooLong"_s);
    QCOMPARE(valueAfter(u"Task"_s, verb, u"aaa"_s), u"x"_s);
    // Half of a character would come back as another one.
    QCOMPARE(valueAfter(u"Task"_s, verb, QString(QChar(0xD800)) + u"aaa"_s), u"NotText"_s);
}

MODELSCRIBE_TEST(tst_BatchEdit)

} // namespace tst_batchedit

#include "tst_batchedit.moc"
