// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copiedfields.h"

#include "testclass.h"

#include <QTest>

namespace tst_copiedfields {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_CopiedFields : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsSet();
    void ofAMemberThatStandsTwiceTheLastOne();
    void survivesTheClipboard();
    void canBeRead();
    void putsWhatWasCopiedAndLeavesTheRest();
    void spellingStays();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void aCellGoesToOthers_data();
    void aCellGoesToOthers();
    void whatIsNoCellToBeCopied_data();
    void whatIsNoCellToBeCopied();
};

namespace {

ModelMetadata sourceModel()
{
    return {.name = u"bert"_s,
            .description = u"two\r\nlines \"quoted\" \u200b"_s,
            .accessibility = u"PRIVATE"_s,
            .task = u"ner"_s,
            .orderNumber = u"7"_s,
            .parameterSize = u"7B"_s, // as somebody typed it
            .extraInfo = JsonText(
                R"({"Rating": 4.90, "Big": 12345678901234567890123, "b": {"x" : [ 1, 1.0 ]}})"),
            .labels = {{u"team"_s, u"nlp"_s}, {u"空"_s, QString(u""_s)}}};
}

BatchEdit fieldEdit(const QString &key, const QString &text)
{
    BatchEdit edit;
    edit.fields.insert(key, {.kind = FieldVerb::Kind::Set, .text = text});
    return edit;
}

} // namespace

void tst_CopiedFields::takesWhatIsSet()
{
    const CopiedFields copied = CopiedFields::of(sourceModel());
    QCOMPARE(copied.fields.keys(),
             QStringList({u"Accessibility"_s, u"ModelDescription"_s, u"ModelName"_s,
                          u"OrderNumber"_s, u"ParameterSize"_s, u"Task"_s}));
    QCOMPARE(copied.labels, sourceModel().labels);
    QCOMPARE(copied.extraInfo.size(), 3);
    QCOMPARE(copied.extraInfo[2].value.utf8(), R"({"x" : [ 1, 1.0 ]})");
    QVERIFY(CopiedFields::of({}).isEmpty());
    QVERIFY(CopiedFields::of({.extraInfo = JsonText("{\"a\": ")}).isEmpty());
}

void tst_CopiedFields::ofAMemberThatStandsTwiceTheLastOne()
{
    const CopiedFields copied = CopiedFields::of(
        {.extraInfo = JsonText(R"({"a":1,"b":2,"\u0061":3})")});
    QCOMPARE(copied.extraInfo,
             QList<RawMember>({{u"a"_s, JsonText("3")}, {u"b"_s, JsonText("2")}}));
}

void tst_CopiedFields::survivesTheClipboard()
{
    const CopiedFields copied = CopiedFields::of(sourceModel());
    const auto again = CopiedFields::fromJson(copied.toJson());
    QVERIFY(again);
    QCOMPARE(*again, copied);
    // Also as text, which is what reaches other programs.
    const auto text = CopiedFields::fromJson(QString::fromUtf8(copied.toJson()).toUtf8());
    QVERIFY(text);
    QCOMPARE(*text, copied);
    const ModelMetadata odd{.orderNumber = u"no number"_s,
                            .labels = {{QString(QChar(0xd800)), u"a\nb"_s}}};
    const auto oddAgain = CopiedFields::fromJson(CopiedFields::of(odd).toJson());
    QVERIFY(oddAgain);
    QCOMPARE(*oddAgain, CopiedFields::of(odd));
}

void tst_CopiedFields::canBeRead()
{
    const ModelMetadata model{.task = u"ner"_s,
                              .orderNumber = u"7"_s,
                              .extraInfo = JsonText(R"({"Rating":4.90})"),
                              .labels = {{u"team"_s, u"nlp"_s}}};
    QCOMPARE(CopiedFields::of(model).toJson(), QByteArray(R"({
  "Task": "ner",
  "OrderNumber": 7,
  "Labels": [
    {"Key": "team", "Value": "nlp"}
  ],
  "ExtraInfo": {
    "Rating": 4.90
  }
}
)"));
}

void tst_CopiedFields::putsWhatWasCopiedAndLeavesTheRest()
{
    const ModelMetadata other{.name = u"other"_s,
                              .origin = u"here"_s,
                              .task = u"x"_s,
                              .extraInfo = JsonText("{\n  \"keep\": 1.50,\n  \"Rating\": 1\n}"),
                              .labels = {{u"stage"_s, u"dev"_s}, {u"team"_s, u"cv"_s}}};
    CopiedFields copied = CopiedFields::of(sourceModel());
    copied.fields.remove(u"ModelName"_s);
    copied.extraInfo.resize(1);
    const BatchEdit edit = copied.edit();
    QVERIFY(edit.check());
    const auto applied = edit.applied(other);
    QVERIFY(applied);
    ModelMetadata wanted = other;
    wanted.description = sourceModel().description;
    wanted.accessibility = u"PRIVATE"_s;
    wanted.task = u"ner"_s;
    wanted.orderNumber = u"7"_s;
    wanted.parameterSize = u"7B"_s;
    wanted.extraInfo = JsonText("{\n  \"keep\": 1.50,\n  \"Rating\": 4.90\n}");
    wanted.labels = {{u"stage"_s, u"dev"_s}, {u"team"_s, u"nlp"_s}, {u"空"_s, u""_s}};
    QCOMPARE(*applied, wanted);
    // Where it comes from nothing changes.
    const auto same = CopiedFields::of(sourceModel()).edit().applied(sourceModel());
    QVERIFY(same);
    QCOMPARE(*same, sourceModel());
}

void tst_CopiedFields::spellingStays()
{
    const auto applied = CopiedFields::of(sourceModel()).edit().applied({});
    QVERIFY(applied);
    for (const char *part : {"4.90", "12345678901234567890123", R"({"x" : [ 1, 1.0 ]})"})
        QVERIFY2(applied->extraInfo.utf8().contains(part), applied->extraInfo.utf8().constData());
}

void tst_CopiedFields::refusesAnythingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("bert");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a whole model") << QByteArray(R"({"ModelId":"m","Task":"x"})");
    QTest::newRow("an unknown field") << QByteArray(R"({"Task":"x","Owner":"y"})");
    QTest::newRow("a field twice") << QByteArray(R"({"Task":"x","Task":"y"})");
    QTest::newRow("a number for a text") << QByteArray(R"({"Task":1})");
    QTest::newRow("an empty text, which would clear") << QByteArray(R"({"Task":""})");
    QTest::newRow("null") << QByteArray(R"({"Task":null})");
    QTest::newRow("an object for a number") << QByteArray(R"({"OrderNumber":{}})");
    QTest::newRow("labels that are none") << QByteArray(R"({"Labels":{"a":"b"}})");
    QTest::newRow("a label without a key") << QByteArray(R"({"Labels":[{"Key":"","Value":"b"}]})");
    QTest::newRow("a label without a value") << QByteArray(R"({"Labels":[{"Key":"a"}]})");
    QTest::newRow("a label with more")
        << QByteArray(R"({"Labels":[{"Key":"a","Value":"b","x":1}]})");
    QTest::newRow("a label of numbers") << QByteArray(R"({"Labels":[{"Key":"a","Value":1}]})");
    QTest::newRow("no object for ExtraInfo") << QByteArray(R"({"ExtraInfo":"{}"})");
    QTest::newRow("a member twice") << QByteArray(R"({"ExtraInfo":{"a":1,"\u0061":2}})");
    QTest::newRow("no UTF-8") << QByteArray("{\"Task\":\"\xff\"}");
    QTest::newRow("text behind it") << QByteArray(R"({"Task":"x"} y)");
    QTest::newRow("a bottomless pit")
        << QByteArray(R"({"ExtraInfo":{"a":)" + QByteArray(100'000, '['));
    QTest::newRow("too long") << QByteArray("{\"Task\":\"" + QByteArray(9'000'000, 'x') + "\"}");
}

void tst_CopiedFields::refusesAnythingElse()
{
    QFETCH(const QByteArray, json);
    const auto copied = CopiedFields::fromJson(json);
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, Error::Kind::Decode);
}

void tst_CopiedFields::aCellGoesToOthers_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<BatchEdit>("edit");
    QTest::newRow("a text") << u"Task"_s << fieldEdit(u"Task"_s, u"ner"_s);
    QTest::newRow("a size as it was typed")
        << u"ParameterSize"_s << fieldEdit(u"ParameterSize"_s, u"7B"_s);
    QTest::newRow("a choice") << u"Accessibility"_s << fieldEdit(u"Accessibility"_s, u"PRIVATE"_s);
    BatchEdit labels;
    for (const Label &label : sourceModel().labels)
        labels.labels.append(
            {.kind = LabelVerb::Kind::Put, .key = label.key, .value = label.value});
    QTest::newRow("labels") << u"Labels"_s << labels;
    BatchEdit place;
    place.extraInfo = {
        {.path = {{.key = u"b"_s}, {.key = u"x"_s}}, .value = JsonText("[ 1, 1.0 ]")}};
    QTest::newRow("a place of ExtraInfo") << u"extra.b.x"_s << place;
    BatchEdit all;
    all.extraInfo = CopiedFields::of(sourceModel()).edit().extraInfo;
    QTest::newRow("all of ExtraInfo") << u"ExtraInfo"_s << all;
}

void tst_CopiedFields::aCellGoesToOthers()
{
    QFETCH(const QString, column);
    QFETCH(const BatchEdit, edit);
    const auto made = editFromCell(*ModelColumn::of(column), sourceModel());
    QVERIFY(made);
    QCOMPARE(*made, edit);
    QVERIFY(made->check());
}

void tst_CopiedFields::whatIsNoCellToBeCopied_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("code");
    for (const auto *id : {"Origin", "ModelType", "extra.c", "extra.Rating.x", "extra.b.x.y"})
        QTest::newRow(id) << QString::fromLatin1(id) << u"NothingThere"_s;
    for (const auto *id : {"GmtModifiedTime", "ModelId", "OwnerId", "WorkspaceId"})
        QTest::newRow(id) << QString::fromLatin1(id) << u"NotEditable"_s;
}

void tst_CopiedFields::whatIsNoCellToBeCopied()
{
    QFETCH(const QString, column);
    QFETCH(const QString, code);
    const auto made = editFromCell(*ModelColumn::of(column), sourceModel());
    QVERIFY(!made);
    QCOMPARE(made.error().code, code);
    const auto empty = editFromCell(*ModelColumn::of(column), {});
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, code);
}

MODELSCRIBE_TEST(tst_CopiedFields)

} // namespace tst_copiedfields

#include "tst_copiedfields.moc"
