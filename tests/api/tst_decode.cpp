// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/decode.h"
#include "testclass.h"

#include <QTest>

namespace tst_decode {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Decode : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryMember();
    void extraInfoIsCutToTheByte_data();
    void extraInfoIsCutToTheByte();
    void absentAndNullAreEmpty_data();
    void absentAndNullAreEmpty();
    void unexpectedTypesAreKeptAside_data();
    void unexpectedTypesAreKeptAside();
    void keysMayBeEscaped();
    void whatIsNestedDeeplyIsKept();
    void numbersKeepTheirText_data();
    void numbersKeepTheirText();
    void labelsComeFirst_data();
    void labelsComeFirst();
    void brokenTextIsRefused_data();
    void brokenTextIsRefused();
    void anyCutIsRefused();
    void pageIsRead();
    void brokenPageIsRefused_data();
    void brokenPageIsRefused();
    void createdIdIsRead();
    void nothingWantsAnObject();
    void requestIdIsFound();
};

void tst_Decode::readsEveryMember()
{
    const auto model = decode::model(R"({"RequestId":"R","ModelId":"model-1","ModelName":"n",
        "ModelDescription":"d","Accessibility":"PUBLIC","Origin":"o","Domain":"nlp","Task":"t",
        "ModelDoc":"https://d","OrderNumber":-3,"ModelType":"LoRA","ParameterSize":7000,
        "ExtraInfo":{"a":1},"Labels":[{"Key":"k","Value":"v"}],"WorkspaceId":"796",
        "Provider":"pai","UserId":"2001","OwnerId":"1001","GmtCreateTime":"c",
        "GmtModifiedTime":"m","GmtLatestVersionModifiedTime":"l",
        "LatestVersion": {"VersionName":"0.1.0","Uri":"oss://b/m/"} ,"Fresh":[1, 2]})");
    QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
    const RegisteredModel expected{
        .id = u"model-1"_s,
        .metadata = {.name = u"n"_s,
                     .description = u"d"_s,
                     .accessibility = u"PUBLIC"_s,
                     .origin = u"o"_s,
                     .domain = u"nlp"_s,
                     .task = u"t"_s,
                     .document = u"https://d"_s,
                     .orderNumber = u"-3"_s,
                     .type = u"LoRA"_s,
                     .parameterSize = u"7000"_s,
                     .extraInfo = JsonText(R"({"a":1})"_ba),
                     .labels = {{u"k"_s, u"v"_s}}},
        .workspaceId = u"796"_s,
        .provider = u"pai"_s,
        .userId = u"2001"_s,
        .ownerId = u"1001"_s,
        .created = u"c"_s,
        .modified = u"m"_s,
        .latestVersionModified = u"l"_s,
        .latestVersionName = u"0.1.0"_s,
        .latestVersion = JsonText(R"({"VersionName":"0.1.0","Uri":"oss://b/m/"})"_ba),
        .unknown = {{u"Fresh"_s, JsonText("[1, 2]"_ba)}}};
    QCOMPARE(*model, expected);
}

void tst_Decode::extraInfoIsCutToTheByte_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("inner space") << "{ \"b\" : 1.0 ,\n\t\"a\":\r[ ] }"_ba;
    QTest::newRow("order and doubles") << R"({"z":1,"a":2,"z":3})"_ba;
    QTest::newRow("numbers") << R"({"a":1.0,"b":1e400,"c":12345678901234567890,"d":-0})"_ba;
    QTest::newRow("escapes") << R"({"\u0061":"\u4e2d\/\ud83d\ude00\\\"}"})"_ba;
    QTest::newRow("lone surrogate") << R"({"a":"\ud800"})"_ba;
    QTest::newRow("utf-8") << "{\"模\":\"型 😀\"}"_ba;
    QTest::newRow("braces in strings") << R"({"a":"}{][","b":"\\"})"_ba;
    QTest::newRow("600 levels") << R"({"a":)" + QByteArray(600, '[') + QByteArray(600, ']') + "}";
    QTest::newRow("100,000 levels")
        << R"({"a":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
}

void tst_Decode::extraInfoIsCutToTheByte()
{
    QFETCH(QByteArray, extra);
    for (const QByteArray &space : {""_ba, " \n\t"_ba}) {
        const auto model = decode::model(R"({"ModelId":"m","ExtraInfo":)" + space + extra + space
                                         + ",\"x\":1" + space + "}" + space);
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QCOMPARE(model->metadata.extraInfo.utf8(), extra);
        QCOMPARE(model->unknown.size(), 1);
    }
}

void tst_Decode::absentAndNullAreEmpty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("absent") << R"({"ModelId":"m"})"_ba;
    QTest::newRow("null") << R"({"ModelId":"m","ModelName":null,"OrderNumber":null,
        "ExtraInfo": null ,"Labels":null,"Tags":null,"LatestVersion":null,"Provider":null,
        "Novelty":null})"_ba;
    QTest::newRow("empty") << R"({"ModelId":"m","ModelName":"","Labels":[],"Provider":""})"_ba;
}

void tst_Decode::absentAndNullAreEmpty()
{
    QFETCH(QByteArray, body);
    const auto model = decode::model(body);
    QVERIFY(model);
    QCOMPARE(*model, RegisteredModel{.id = u"m"_s});
}

void tst_Decode::unexpectedTypesAreKeptAside_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const QList<std::pair<QByteArray, QByteArray>> rows{{"ModelName", "7"},
                                                        {"ModelName", "{\"a\":1}"},
                                                        {"Accessibility", "true"},
                                                        {"OrderNumber", "\"7\""},
                                                        {"ParameterSize", "[]"},
                                                        {"ExtraInfo", "\"{}\""},
                                                        {"ExtraInfo", "[1]"},
                                                        {"Labels", "{\"a\":1}"},
                                                        {"Labels", "[{\"Key\":1}]"},
                                                        {"Labels", "[{\"Value\":\"v\"}]"},
                                                        {"Labels", "[[]]"},
                                                        {"Tags", "7"},
                                                        {"LatestVersion", "\"1\""},
                                                        {"UserId", "2001"},
                                                        {"GmtModifiedTime", "1700000000"},
                                                        {"Unknown", "false"}};
    for (const auto &[key, value] : rows)
        QTest::addRow("%s: %s", key.constData(), value.constData()) << key << value;
}

void tst_Decode::unexpectedTypesAreKeptAside()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const auto model = decode::model(R"({"ModelId":"m",")" + key + "\": " + value + " }");
    QVERIFY(model);
    RegisteredModel expected{.id = u"m"_s};
    expected.unknown = {{QString::fromLatin1(key), JsonText(value)}};
    QCOMPARE(*model, expected);
}

void tst_Decode::keysMayBeEscaped()
{
    const auto model = decode::model(R"({"\u004dodelId":"m","Ta\u0073k":"qa","\u4e2d":1})");
    QVERIFY(model);
    QCOMPARE(model->id, u"m"_s);
    QCOMPARE(model->metadata.task, u"qa"_s);
    QCOMPARE(model->unknown, (QList<RawMember>{{u"中"_s, JsonText("1")}}));
}

void tst_Decode::whatIsNestedDeeplyIsKept()
{
    const QByteArray deep = "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
    const auto page = decode::modelPage(R"({"Models":[{"ExtraInfo":)" + deep
                                        + R"(,"ModelId":"m"}]})");
    QVERIFY(page);
    QCOMPARE(page->models.first().metadata.extraInfo.utf8(), deep);
}

void tst_Decode::numbersKeepTheirText_data()
{
    QTest::addColumn<QByteArray>("token");
    for (const char *token : {"0", "-1", "9223372036854775808", "1e308", "1E+400", "-0", "7.0",
                              "10000000000000000000000000000000000000000"})
        QTest::newRow(token) << QByteArray(token);
}

void tst_Decode::numbersKeepTheirText()
{
    QFETCH(QByteArray, token);
    const auto model = decode::model(R"({"ParameterSize": )" + token
                                     + R"( ,"ModelId":"m","OrderNumber":)" + token + "}");
    QVERIFY(model);
    QCOMPARE(model->metadata.parameterSize, QString::fromLatin1(token));
    QCOMPARE(model->metadata.orderNumber, QString::fromLatin1(token));
}

void tst_Decode::labelsComeFirst_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("unknown");
    const QByteArray labels = R"("Labels":[{"Key":"k","Value":"labels"}])";
    const QByteArray tags = R"("Tags":[{"Key":"k","Value":"tags"}])";
    QTest::newRow("only labels") << labels << u"labels"_s << 0;
    QTest::newRow("only tags") << tags << u"tags"_s << 0;
    QTest::newRow("null labels") << R"("Labels":null,)" + tags << u"tags"_s << 0;
    QTest::newRow("different") << tags + "," + labels << u"labels"_s << 1;
    QTest::newRow("alike") << labels + R"(,"Tags":[{"Value":"labels","Key":"k","New":1}])"
                           << u"labels"_s << 0;
    QTest::newRow("null value") << R"("Labels":[{"Key":"k","Value":null}])"_ba << QString() << 0;
}

void tst_Decode::labelsComeFirst()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, value);
    const auto model = decode::model(R"({"ModelId":"m",)" + members + "}");
    QVERIFY(model);
    QCOMPARE(model->metadata.labels, (QList<Label>{{u"k"_s, value}}));
    QTEST(int(model->unknown.size()), "unknown");
}

void tst_Decode::brokenTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blank") << "  \n"_ba;
    QTest::newRow("page") << "<html></html>"_ba;
    QTest::newRow("list") << R"([{"ModelId":"m"}])"_ba;
    QTest::newRow("string") << R"("ModelId")"_ba;
    QTest::newRow("no id") << R"({"RequestId":"R"})"_ba;
    QTest::newRow("id of another type") << R"({"ModelId":7})"_ba;
    QTest::newRow("text behind") << R"({"ModelId":"m"} x)"_ba;
    QTest::newRow("second object") << R"({"ModelId":"m"}{})"_ba;
    QTest::newRow("brace behind") << R"({"ModelId":"m"}})"_ba;
    QTest::newRow("bad literal") << R"({"ModelId":"m","a":tru})"_ba;
    QTest::newRow("bad literal in the depth") << R"({"ModelId":"m","ExtraInfo":{"a":[nul]}})"_ba;
    QTest::newRow("bad number") << R"({"ModelId":"m","OrderNumber":01})"_ba;
    QTest::newRow("bad number in the depth") << R"({"ModelId":"m","ExtraInfo":{"a":1.}})"_ba;
    QTest::newRow("missing comma") << R"({"ModelId":"m" "a":1})"_ba;
    QTest::newRow("missing colon") << R"({"ModelId" "m"})"_ba;
    QTest::newRow("trailing comma") << R"({"ModelId":"m",})"_ba;
    QTest::newRow("trailing comma in the depth") << R"({"ModelId":"m","ExtraInfo":{"a":1,}})"_ba;
    QTest::newRow("single quotes") << R"({'ModelId':'m'})"_ba;
    QTest::newRow("wrong bracket") << R"({"ModelId":"m","ExtraInfo":{"a":[1}]})"_ba;
    QTest::newRow("bad escape") << R"({"ModelId":"m","ModelName":"\x"})"_ba;
    QTest::newRow("bad escape in a key") << R"({"ModelId":"m","\x":1})"_ba;
    QTest::newRow("line break in a string") << "{\"ModelId\":\"m\",\"ModelName\":\"a\nb\"}"_ba;
    QTest::newRow("NUL in a string") << QByteArray("{\"ModelId\":\"m\",\"a\":\"\0\"}", 24);
    QTest::newRow("invalid UTF-8") << "{\"ModelId\":\"m\",\"a\":\"\xff\"}"_ba;
    QTest::newRow("overlong UTF-8") << "{\"ModelId\":\"m\",\"a\":\"\xc0\xaf\"}"_ba;
    QTest::newRow("comment") << R"({"ModelId":"m"/* */})"_ba;
    QTest::newRow("half a label list") << R"({"ModelId":"m","Labels":[{"Key":"k"})"_ba;
}

void tst_Decode::brokenTextIsRefused()
{
    QFETCH(QByteArray, body);
    const auto model = decode::model(body);
    QVERIFY(!model);
    QCOMPARE(model.error().kind, Error::Kind::Decode);
    QVERIFY(!model.error().detail.isEmpty());
    QVERIFY(!decode::modelPage("{\"Models\":[" + body + "]").has_value());
}

void tst_Decode::anyCutIsRefused()
{
    const QByteArray body =
        R"({"ModelId":"m","Labels":[{"Key":"k","Value":"v"}],"ExtraInfo":{"a":1.5}})";
    QVERIFY(decode::model(body));
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY2(!decode::model(body.first(length)), body.first(length).constData());
}

void tst_Decode::pageIsRead()
{
    const auto page = decode::modelPage(R"({"RequestId":"R","TotalCount":51,"More":{"a":[]},
        "Models":[{"ModelId":"a","ExtraInfo":{"x": 1.0}},{"ModelId":"b"},{}]})");
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->totalCount, std::optional<qint64>(51));
    QCOMPARE(page->models.size(), 3);
    QCOMPARE(page->models[0].metadata.extraInfo.utf8(), R"({"x": 1.0})"_ba);
    QCOMPARE(page->models[1].id, u"b"_s);
    QVERIFY(page->models[2].id.isEmpty());
    const auto bare = decode::modelPage(R"({"Models":null,"TotalCount":null})");
    QVERIFY(bare && bare->models.isEmpty() && !bare->totalCount);
    QVERIFY(decode::modelPage("{}"));
    QVERIFY(!decode::modelPage(R"({"TotalCount":9223372036854775808})")->totalCount);
    QCOMPARE(decode::modelPage(R"({"TotalCount":-1})")->totalCount, std::optional<qint64>(-1));
}

void tst_Decode::brokenPageIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object for a list") << R"({"Models":{}})"_ba;
    QTest::newRow("string for a list") << R"({"Models":"no"})"_ba;
    QTest::newRow("list of numbers") << R"({"Models":[1]})"_ba;
    QTest::newRow("list of lists") << R"({"Models":[[]]})"_ba;
    QTest::newRow("not quite null") << R"({"Models":nul})"_ba;
    QTest::newRow("broken entry") << R"({"Models":[{"ModelId":"a"},{"ModelId":]})"_ba;
    QTest::newRow("broken count") << R"({"Models":[],"TotalCount":1x})"_ba;
    QTest::newRow("missing comma") << R"({"Models":[{} {}]})"_ba;
}

void tst_Decode::brokenPageIsRefused()
{
    QFETCH(QByteArray, body);
    const auto page = decode::modelPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Error::Kind::Decode);
}

void tst_Decode::createdIdIsRead()
{
    QCOMPARE(decode::createdModelId(R"({"RequestId":"R","ModelId":"m"})").value(), u"m"_s);
    for (const QByteArray &body :
         {R"({"RequestId":"R"})"_ba, R"({"ModelId":""})"_ba, R"({"ModelId":7})"_ba, "[]"_ba, ""_ba})
        QCOMPARE(decode::createdModelId(body).error().kind, Error::Kind::Decode);
}

void tst_Decode::nothingWantsAnObject()
{
    QVERIFY(decode::nothing(R"({"RequestId":"R"})"));
    QVERIFY(decode::nothing("{}"));
    for (const QByteArray &body : {""_ba, "[]"_ba, "{"_ba, "{} {}"_ba, "<html>"_ba})
        QCOMPARE(decode::nothing(body).error().kind, Error::Kind::Decode);
}

void tst_Decode::requestIdIsFound()
{
    QCOMPARE(decode::requestId(R"({"ExtraInfo":{"RequestId":"no"},"RequestId":"R-1"})"), u"R-1"_s);
    QCOMPARE(decode::requestId(R"({"RequestId":7})"), QString());
    QCOMPARE(decode::requestId("<html>"), QString());
}

MODELSCRIBE_TEST(tst_Decode)

} // namespace tst_decode

#include "tst_decode.moc"
