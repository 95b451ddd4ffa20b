// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/batcheditjson.h"

#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

namespace tst_batcheditjson {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

template<typename T>
T oneOf(QRandomGenerator &random, const QList<T> &all)
{
    return all[random.bounded(int(all.size()))];
}

QString someText(QRandomGenerator &random)
{
    return oneOf<QString>(random, {{},
                                   u"a"_s,
                                   u"中文 “quoted”"_s,
                                   u"line\r\nend\t\\ \" /"_s,
                                   u"\u2028\u00a0\u200b"_s,
                                   QString(QChar(0xd800)) + u"half"_s,
                                   u"😀"_s,
                                   QString(QChar(0)),
                                   u"^(.*)-\\d+$"_s,
                                   u"$1"_s});
}

JsonText someValue(QRandomGenerator &random)
{
    return oneOf<JsonText>(random,
                           {JsonText(), JsonText("1.0"), JsonText("12345678901234567890123456"),
                            JsonText(R"({"b":1,"a":1,"b":2})"), JsonText(" [ 1 , 2 ] "),
                            JsonText("\"\\u00e9\""), JsonText("{\"unfinished\": "),
                            JsonText("\xff\xfe not utf8"), JsonText("null")});
}

FieldVerb someFieldVerb(QRandomGenerator &random)
{
    FieldVerb verb{.kind = FieldVerb::Kind(random.bounded(int(FieldVerb::Kind::Number) + 1)),
                   .text = someText(random)};
    verb.replacement.query = {.pattern = someText(random),
                              .matchCase = random.bounded(2) == 0,
                              .wholeWord = random.bounded(2) == 0,
                              .isExpression = random.bounded(2) == 0};
    verb.replacement.with = someText(random);
    verb.first = oneOf<qint64>(random, {1, 0, -7, std::numeric_limits<qint64>::max()});
    verb.step = oneOf<qint64>(random, {1, 0, -1, std::numeric_limits<qint64>::min()});
    return verb;
}

LabelVerb someLabelVerb(QRandomGenerator &random)
{
    LabelVerb verb{.kind = LabelVerb::Kind(random.bounded(int(LabelVerb::Kind::ReplaceAll) + 1)),
                   .key = someText(random),
                   .newText = someText(random)};
    if (random.bounded(2) == 0)
        verb.value = someText(random);
    for (int i = random.bounded(3); i > 0; --i)
        verb.labels.append({someText(random), someText(random)});
    return verb;
}

ExtraInfoEdit someExtraInfoEdit(QRandomGenerator &random)
{
    ExtraInfoEdit edit{
        .kind = ExtraInfoEdit::Kind(random.bounded(int(ExtraInfoEdit::Kind::Merge) + 1)),
        .value = someValue(random),
        .key = someText(random)};
    for (int i = random.bounded(4); i > 0; --i) {
        JsonStep step;
        if (random.bounded(3) == 0)
            step.index = random.bounded(100);
        else
            step = {.key = someText(random), .occurrence = random.bounded(3)};
        edit.path.append(step);
    }
    return edit;
}

BatchEdit someEdit(QRandomGenerator &random)
{
    BatchEdit edit;
    for (int i = random.bounded(4); i > 0; --i)
        edit.fields.insert(oneOf<QString>(random, {u"ModelName"_s, u"Task"_s, u"不知道"_s}),
                           someFieldVerb(random));
    for (int i = random.bounded(4); i > 0; --i)
        edit.labels.append(someLabelVerb(random));
    for (int i = random.bounded(4); i > 0; --i)
        edit.extraInfo.append(someExtraInfoEdit(random));
    return edit;
}

} // namespace

class tst_BatchEditJson : public QObject
{
    Q_OBJECT

private slots:
    void comesBackToTheLetter();
    void standsInFilesAsItIs();
    void refusesWhatItDidNotMake_data();
    void refusesWhatItDidNotMake();
};

void tst_BatchEditJson::comesBackToTheLetter()
{
    QRandomGenerator random(20261129);
    for (int i = 0; i < 5000; ++i) {
        const BatchEdit edit = someEdit(random);
        const QByteArray json = toJson(edit);
        const auto back = batchEditFromJson(json);
        QVERIFY2(back, json.constData());
        QVERIFY2(*back == edit, json.constData());
        QCOMPARE(toJson(*back), json);
    }
}

//! What an earlier version kept is read by every later one.
void tst_BatchEditJson::standsInFilesAsItIs()
{
    BatchEdit edit;
    edit.fields.insert(u"Task"_s, {.kind = FieldVerb::Kind::SetWhereEmpty, .text = u"qa"_s});
    edit.labels.append({.kind = LabelVerb::Kind::TakeAway, .key = u"old"_s, .value = QString()});
    edit.extraInfo.append({.kind = ExtraInfoEdit::Kind::Set,
                           .path = {{.key = u"a"_s, .occurrence = 1}, {.index = 0}},
                           .value = JsonText("1.0")});
    const QByteArray json = R"({"Fields":{"Task":{"Verb":"setwhereempty","Text":"qa"}},)"
                            R"("Labels":[{"Verb":"takeaway","Key":"old","Value":""}],)"
                            R"("ExtraInfo":[{"Verb":"set","Path":[["a",1],0],"Value":"1.0"}]})";
    QCOMPARE(toJson(edit), json);
    QVERIFY(*batchEditFromJson(json) == edit);
}

void tst_BatchEditJson::refusesWhatItDidNotMake_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("no JSON") << "{\"Fields\":"_ba;
    QTest::newRow("another verb")
        << R"({"Fields":{"Task":{"Verb":"guess"}},"Labels":[],"ExtraInfo":[]})"_ba;
    QTest::newRow("no verb") << R"({"Fields":{},"Labels":[{"Key":"a"}],"ExtraInfo":[]})"_ba;
    QTest::newRow("another member")
        << R"({"Fields":{"Task":{"Verb":"set","Unless":"x"}},"Labels":[],"ExtraInfo":[]})"_ba;
    QTest::newRow("a number for a text")
        << R"({"Fields":{"Task":{"Verb":"set","Text":7}},"Labels":[],"ExtraInfo":[]})"_ba;
    QTest::newRow("no path")
        << R"({"Fields":{},"Labels":[],"ExtraInfo":[{"Verb":"set","Path":[{}]}]})"_ba;
}

void tst_BatchEditJson::refusesWhatItDidNotMake()
{
    QFETCH(QByteArray, json);
    const auto read = batchEditFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Decode);
}

MODELSCRIBE_TEST(tst_BatchEditJson)

} // namespace tst_batcheditjson

#include "tst_batcheditjson.moc"
