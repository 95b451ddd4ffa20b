// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsoncompletion.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsoncompletion {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const JsonSchema> someSchema()
{
    return *JsonSchema::fromText(
        R"({"properties":{)"
        R"("Rating":{"type":"number","description":"Stars","examples":[4.5]},)"
        R"("RatingCount":{"title":"Ratings","type":"integer"},)"
        R"("Kind":{"enum":["LoRA","Checkpoint",1]},)"
        R"("Public":{"type":["boolean","null"]},)"
        R"("Covers":{"type":"array","items":{"enum":["oss:a/1.png"]}},)"
        R"("Base":{"type":"object","properties":{"Name":{"const":"SD 1.5"}}}}})");
}

JsonVocabulary someVocabulary()
{
    JsonVocabulary vocabulary;
    vocabulary.add(JsonTree::parse(R"({"Rating":4.5,"Own":"x","Kind":"LoRA"})"));
    vocabulary.add(JsonTree::parse(R"({"Own":"y","Kind":"LoCon","Base":{"Sha":"1"}})"));
    // No raw string: moc loses its way in escaped quotation marks there.
    vocabulary.add(JsonTree::parse("{\"Own\":\"y\",\"Own \\\"2\\\"\":1}"));
    return vocabulary;
}

//! The text with the cursor at "|".
JsonCompletion complete(QByteArray text, bool withSchema = true, bool withVocabulary = true)
{
    const qsizetype cursor = text.indexOf('|');
    text.remove(cursor, 1);
    const auto schema = someSchema();
    const JsonVocabulary vocabulary = someVocabulary();
    return completeJson(text, cursor, withSchema ? schema.get() : nullptr,
                        withVocabulary ? &vocabulary : nullptr);
}

QStringList labels(const JsonCompletion &completion)
{
    QStringList result;
    for (const JsonCompletion::Candidate &candidate : completion.candidates)
        result.append(candidate.label);
    return result;
}

} // namespace

class tst_JsonCompletion : public QObject
{
    Q_OBJECT

private slots:
    void knowsThePlace_data();
    void knowsThePlace();
    void replacesWhatWasTyped_data();
    void replacesWhatWasTyped();
    void offersKeys_data();
    void offersKeys();
    void offersValues_data();
    void offersValues();
    void tellsWhereCandidatesComeFrom();
    void worksWithoutSources();
    void takesAnyTextAtAnyPlace();
    void isFastAtTheEndOfALargeText();
};

void tst_JsonCompletion::knowsThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QByteArray &text, bool isKey, const QString &path) {
        QTest::newRow(name) << text << isKey << path;
    };
    row("nothing", "|", false, u"$"_s);
    row("first key", "{|", true, u"$"_s);
    row("key in quotes", R"({"a|)", true, u"$"_s);
    row("key in both quotes", R"({"a|"})", true, u"$"_s);
    row("key without quotes", "{a|", true, u"$"_s);
    row("next key", R"({"a":1, |})", true, u"$"_s);
    row("value", R"({"a":|})", false, u"$.a"_s);
    row("value with a blank", R"({"a": |})", false, u"$.a"_s);
    row("value in quotes", R"({"a":"x|)", false, u"$.a"_s);
    row("number", R"({"a":1|)", false, u"$.a"_s);
    row("element", "[1, |", false, u"$[1]"_s);
    row("first element", R"({"a":[|]})", false, u"$.a[0]"_s);
    row("element behind containers", R"({"a":[{"b":[1,2]},"x",|)", false, u"$.a[2]"_s);
    row("key below", R"({"a":[1,{"b":{"|)", true, u"$.a[1].b"_s);
    row("behind a closed object", R"({"a":{"b":1},|)", true, u"$"_s);
    row("brackets in texts", R"({"a":"{[\"",|)", true, u"$"_s);
    row("repeated key", R"({"a":1,"a":{"|)", true, u"$.a#2"_s);
    row("escaped key", R"({"\u0061 b":|)", false, u"$['a b']"_s);
    row("comma missing", R"({"a":1 "b":|)", false, u"$.b"_s);
    row("text not closed in an earlier line", "{\"a\":\"x,\n\"b\":|", false, u"$.b"_s);
    row("broken behind", R"({"a":{|,,,]]]})", true, u"$.a"_s);
    row("too many closed", R"(}]{"a":|)", false, u"$.a"_s);
}

void tst_JsonCompletion::knowsThePlace()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isKey);
    QFETCH(QString, path);
    const JsonCompletion completion = complete(text);
    QCOMPARE(completion.isKey, isKey);
    QCOMPARE(jsonPathText(completion.path), path);
}

void tst_JsonCompletion::replacesWhatWasTyped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("replaced");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &replaced) {
        QTest::newRow(name) << text << replaced;
    };
    row("nothing", "{|", "");
    row("open text", R"({"Ra|)", R"("Ra)");
    row("closed text", R"({"Ra|"})", R"("Ra")");
    row("middle of a text", R"({"Ra|ting": 1})", R"("Rating")");
    row("the next text is another", "{\"Ra| \"b\": 1}", R"("Ra)");
    row("line ends", "{\"Ra|\n\"b\": 1}", R"("Ra)");
    row("word", R"({"Public":tr|ue})", "true");
    row("number", "[4.|5]", "4.5");
    row("escape", R"({"a\"b|"})", R"("a\"b")");
}

void tst_JsonCompletion::replacesWhatWasTyped()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, replaced);
    const JsonRange range = complete(text).replaces;
    QCOMPARE(text.remove(text.indexOf('|'), 1).sliced(range.begin, range.size()), replaced);
}

void tst_JsonCompletion::offersKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("all") << QByteArray("{|")
                         << QStringList{u"Rating"_s, u"RatingCount"_s, u"Kind"_s, u"Public"_s,
                                        u"Covers"_s, u"Base"_s,        u"Own"_s,  u"Own \"2\""_s};
    QTest::newRow("those that contain it")
        << QByteArray(R"({"count|)") << QStringList{u"RatingCount"_s};
    QTest::newRow("without quotes") << QByteArray("{Own|") << QStringList{u"Own"_s, u"Own \"2\""_s};
    QTest::newRow("not those before")
        << QByteArray(R"({"Rating":1,"ra|)") << QStringList{u"RatingCount"_s};
    QTest::newRow("not those behind") << QByteArray(R"({"ra|","b":{"RatingCount":1},"Rating":1})")
                                      << QStringList{u"RatingCount"_s};
    QTest::newRow("itself") << QByteArray(R"({"ratingc|":1})") << QStringList{u"RatingCount"_s};
    QTest::newRow("below") << QByteArray(R"({"Base":{|}})") << QStringList{u"Name"_s, u"Sha"_s};
    QTest::newRow("unknown place") << QByteArray(R"({"x":{|}})") << QStringList();
    QTest::newRow("nothing like it") << QByteArray(R"({"zzz|)") << QStringList();
    QTest::newRow("behind a key") << QByteArray(R"({"Rating"|)") << QStringList();
    QTest::newRow("behind a value") << QByteArray(R"({"Rating":1 |})") << QStringList();
    QTest::newRow("half an escape") << QByteArray(R"({"Own \"2\|)") << QStringList{u"Own \"2\""_s};
}

void tst_JsonCompletion::offersKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, keys);
    QCOMPARE(labels(complete(text)), keys);
}

void tst_JsonCompletion::offersValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("list") << QByteArray(R"({"Kind":|})")
                          << QStringList{u"LoRA"_s, u"Checkpoint"_s, u"1"_s, u"LoCon"_s};
    QTest::newRow("texts only") << QByteArray(R"({"Kind":"|"})")
                                << QStringList{u"LoRA"_s, u"Checkpoint"_s, u"LoCon"_s};
    QTest::newRow("typed") << QByteArray(R"({"Kind":"lo|"})") << QStringList{u"LoRA"_s, u"LoCon"_s};
    QTest::newRow("type") << QByteArray(R"({"Public":|})")
                          << QStringList{u"true"_s, u"false"_s, u"null"_s};
    QTest::newRow("half a word") << QByteArray(R"({"Public":fa|})") << QStringList{u"false"_s};
    QTest::newRow("example") << QByteArray(R"({"Rating":|})") << QStringList{u"4.5"_s};
    QTest::newRow("constant") << QByteArray(R"({"Base":{"Name":"sd|)") << QStringList{u"SD 1.5"_s};
    QTest::newRow("element") << QByteArray(R"({"Covers":["x","|)") << QStringList{u"oss:a/1.png"_s};
    QTest::newRow("container") << QByteArray(R"({"Covers":|)") << QStringList{u"[]"_s};
    QTest::newRow("from other texts") << QByteArray(R"({"Own":|)") << QStringList{u"y"_s, u"x"_s};
}

void tst_JsonCompletion::offersValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, values);
    QCOMPARE(labels(complete(text)), values);
}

void tst_JsonCompletion::tellsWhereCandidatesComeFrom()
{
    const JsonCompletion keys = complete("{|");
    QCOMPARE(keys.candidates.first(), (JsonCompletion::Candidate{.insert = "\"Rating\"",
                                                                 .label = u"Rating"_s,
                                                                 .uses = 1,
                                                                 .fromSchema = true,
                                                                 .description = u"Stars"_s}));
    QCOMPARE(keys.candidates[1].description, u"Ratings"_s);
    QCOMPARE(keys.candidates.last(),
             (JsonCompletion::Candidate{
                 .insert = R"("Own \"2\"")", .label = u"Own \"2\""_s, .uses = 1}));
    const JsonCompletion values = complete(R"({"Kind":|)");
    QCOMPARE(values.candidates.first().insert, "\"LoRA\"");
    QCOMPARE(values.candidates.first().uses, 1);
}

void tst_JsonCompletion::worksWithoutSources()
{
    QVERIFY(complete("{|", false, false).candidates.isEmpty());
    QCOMPARE(labels(complete("{|", false, true)),
             (QStringList{u"Own"_s, u"Kind"_s, u"Base"_s, u"Own \"2\""_s, u"Rating"_s}));
    QCOMPARE(labels(complete(R"({"Public":|)", true, false)),
             (QStringList{u"true"_s, u"false"_s, u"null"_s}));
}

void tst_JsonCompletion::takesAnyTextAtAnyPlace()
{
    const QByteArray texts[] = {QByteArray(),
                                QByteArray("\0\"\0:{\0", 6),
                                QByteArray("\xff\xfe{\"\xff\":\"\xc3"),
                                QByteArray(R"({"a\ud800\":[1,{"b\\":"c\)"),
                                QByteArray("\"\\"),
                                QByteArray(",,,:::]]]}}}"),
                                QByteArray(2000, '['),
                                QByteArray(2000, '"')};
    const auto schema = someSchema();
    const JsonVocabulary vocabulary = someVocabulary();
    for (const QByteArray &text : texts) {
        for (qsizetype cursor = -1; cursor <= text.size() + 1;
             cursor += text.size() > 100 ? 99 : 1) {
            const JsonCompletion completion = completeJson(text, cursor, schema.get(), &vocabulary);
            QVERIFY(completion.replaces.begin >= 0);
            QVERIFY(completion.replaces.begin <= completion.replaces.end);
            QVERIFY(completion.replaces.end <= text.size());
        }
    }
}

void tst_JsonCompletion::isFastAtTheEndOfALargeText()
{
    QByteArray text = "{\"list\":[";
    while (text.size() < 8 * 1024 * 1024)
        text += R"({"name":"some text of some length","size":[1,2,3],"nested":{"a":true}},)"
                "\n";
    text += "{}],\"Ki";
    const auto schema = someSchema();
    QElapsedTimer timer;
    timer.start();
    const JsonCompletion completion = completeJson(text, text.size(), schema.get(), nullptr);
    const qint64 time = timer.elapsed();
    QCOMPARE(labels(completion), QStringList{u"Kind"_s});
    qInfo("%lld ms", time);
    QVERIFY2(time < 2000, "50 ms are wanted of an optimised build");
}

MODELSCRIBE_TEST(tst_JsonCompletion)

} // namespace tst_jsoncompletion

#include "tst_jsoncompletion.moc"
