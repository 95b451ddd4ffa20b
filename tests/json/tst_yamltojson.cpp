// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/yamltojson.h"

#include "core/jsonformat.h"
#include "core/jsonscanner.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_yamltojson {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_YamlToJson : public QObject
{
    Q_OBJECT

private slots:
    void converts_data();
    void converts();
    void refuses_data();
    void refuses();
    void errorsHavePlaces();
    void jsonKeepsItsTokens();
    void hostileTextsAreBounded_data();
    void hostileTextsAreBounded();
    void manyMergesOfMergesTakeLittleTime();
    void formatsWithTwoBlanks();
    void countsLeadingZeros();
    void findsFrontMatter_data();
    void findsFrontMatter();
};

void tst_YamlToJson::converts_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *yaml, const char *json) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
    };
    row("order of keys", "z: 1\na: 2\n", R"({"z":1,"a":2})");
    row("duplicate keys", "a: 1\nb: 2\na: 3\n", R"({"a":1,"b":2,"a":3})");
    row("nested", "a:\n  - b: 1\n    c:\n      - []\n      - {}\n",
        R"({"a":[{"b":1,"c":[[],{}]}]})");
    row("flow", "{a: [1, x y], b: {c: }}", R"({"a":[1,"x y"],"b":{"c":null}})");
    row("JSON numbers", "[0, -0, 1.0, 1e5, 1E+5, 12345678901234567890123456]",
        "[0,-0,1.0,1e5,1E+5,12345678901234567890123456]");
    row("other numbers", "[+1, .5, -.5, 5., 0x1F, 0o17, 1.e3]", "[1,0.5,-0.5,5.0,31,15,1.0e3]");
    row("leading zeros", "[007, 0755, -01, 00.5, 0, 0.5, 0e1]",
        R"(["007","0755","-01","00.5",0,0.5,0e1])");
    row("a question mark in a flow", "{u: http://x?y=1, v: [a?, ?b]}",
        R"({"u":"http://x?y=1","v":["a?","?b"]})");
    row("question marks in words", "- [another ? string, {k?: v? }]\n- ? a\n  : b?\n",
        R"([["another ? string",{"k?":"v?"}],{"a":"b?"}])");
    row("line breaks at the end of quoted texts", "- 'a\n\n\n  '\n- \"\n\n  \"\n- &x \"b\n\n\n\"\n",
        R"(["a\n\n","\n","b\n\n"])");
    row("a line of tabs", "a: 1\n\t\nb: 2\n", R"({"a":1,"b":2})");
    row("a block text that ends with blanks", "- |\n  ", R"([""])");
    row("a kept block text that ends with blanks", "- |+\n   ", R"(["\n"])");
    row("no numbers",
        "[.inf, -.Inf, .nan, 1_000, 0b11, -0x1, 0x, 0xFFFFFFFFFFFFFFFFFF, 1e, ., -, 1.2.3, 10L]",
        R"([".inf","-.Inf",".nan","1_000","0b11","-0x1","0x","0xFFFFFFFFFFFFFFFFFF","1e",".","-","1.2.3","10L"])");
    row("booleans", "[true, True, FALSE, yes, on, tRUE]", R"([true,true,false,"yes","on","tRUE"])");
    row("nothing", "[null, ~, Null, NULL, '', nul]", R"([null,null,null,null,"","nul"])");
    row("empty values", "a:\nb: ~\n", R"({"a":null,"b":null})");
    row("quoted", R"(["1", 'true', "null", "\u00e9\n", 'it''s'])",
        R"(["1","true","null","é\n","it's"])");
    row("block texts", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", R"({"a":"x\ny\n","b":"x y"})");
    row("tags", "[!!str 12, !!int \"12\", !!float \"1.50\", !x 7, !!bool 'true']",
        R"(["12",12,1.50,"7",true])");
    row("keys that are no text", "1: a\ntrue: b\n~: c\n1.50: d\n",
        R"({"1":"a","true":"b","null":"c","1.50":"d"})");
    row("comments", "# x\na: 1 # y\n", R"({"a":1})");
    row("alias", "a: &x [1, 2]\nb: *x\nc: &y 1.0\nd: *y\n",
        R"({"a":[1,2],"b":[1,2],"c":1.0,"d":1.0})");
    row("alias of an alias", "- &a 1\n- &b [*a, *a]\n- *b\n", "[1,[1,1],[1,1]]");
    row("alias as a key", "- &a k\n- *a : 1\n", R"(["k",{"k":1}])");
    row("merge", "d: &d {a: 1, b: 2}\nx:\n  <<: *d\n  b: 3\n",
        R"({"d":{"a":1,"b":2},"x":{"a":1,"b":3}})");
    row("merge keeps place", "d: &d {a: 1}\nx:\n  z: 0\n  <<: *d\n  y: 1\n",
        R"({"d":{"a":1},"x":{"z":0,"a":1,"y":1}})");
    row("merge several", "- &a {k: 1, l: 1}\n- &b {k: 2, m: 2}\n- <<: [*a, *b]\n",
        R"([{"k":1,"l":1},{"k":2,"m":2},{"k":1,"l":1,"m":2}])");
    row("merge of a merge", "- &a {k: 1, l: 1}\n- &b {<<: *a, l: 2}\n- {<<: *b, m: 3}\n",
        R"([{"k":1,"l":1},{"k":1,"l":2},{"k":1,"l":2,"m":3}])");
    row("merge of nothing", "a: &a {}\nb: {<<: *a}\n", R"({"a":{},"b":{}})");
    row("no merge", "<<: 1\n", R"({"<<":1})");
    row("quoted <<", "\"<<\": {a: 1}\n", R"({"<<":{"a":1}})");
    row("document marks", "---\na: 1\n...\n", R"({"a":1})");
    row("directive", "%YAML 1.2\n---\na: 1\n", R"({"a":1})");
    row("byte order mark",
        "\xef\xbb\xbf"
        "a: 1\n",
        R"({"a":1})");
    row("scalar", "hello world", R"("hello world")");
    row("Chinese", "名字: 模型\n", R"({"名字":"模型"})");
    row("control characters", "\"\\u0001\\t\\\\\\\"\"", R"("\u0001\t\\\"")");
    row("line ends", "a: 1\r\nb: 2\r\n", R"({"a":1,"b":2})");
}

void tst_YamlToJson::converts()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto result = yamlToJson(yaml);
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QVERIFY(!checkJson(*result));
    QCOMPARE(compactJson(*result), json);
    QCOMPARE(formatJson(json), *result);
}

void tst_YamlToJson::refuses_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a comment") << QByteArray("# x\n");
    QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n");
    QTest::newRow("an open list") << QByteArray("[1, 2");
    QTest::newRow("an open text") << QByteArray("\"abc");
    QTest::newRow("a missing element") << QByteArray("[a, , b]");
    QTest::newRow("an open text as a value") << QByteArray("k: \"unterminated");
    QTest::newRow("an open text and more lines") << QByteArray("k: \"unterminated\nl: 2\n");
    QTest::newRow("an open text in single marks") << QByteArray("- 'a\n");
    QTest::newRow("bad indentation") << QByteArray("a: 1\n b: 2\n  c: 3\n");
    QTest::newRow("unknown alias") << QByteArray("a: *b\n");
    QTest::newRow("alias to itself") << QByteArray("&a [*a]\n");
    QTest::newRow("merge of itself") << QByteArray("&a {<<: *a}\n");
    QTest::newRow("a list as a key") << QByteArray("[1]: 2\n");
    QTest::newRow("a map as a key") << QByteArray("? {a: 1}\n: 2\n");
    QTest::newRow("invalid UTF-8") << QByteArray("a: \xff\n");
    QTest::newRow("over 1 MiB") << 'a' + QByteArray(1024 * 1024, ' ');
}

void tst_YamlToJson::refuses()
{
    QFETCH(QByteArray, yaml);
    const auto result = yamlToJson(yaml);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Decode);
    QVERIFY2(result.error().detail.contains(u"line "_s), qPrintable(result.error().detail));
}

void tst_YamlToJson::errorsHavePlaces()
{
    const auto open = yamlToJson("a: 1\nb: *c\n");
    QVERIFY(open.error().detail.endsWith(u"at line 2 column 4"_s));
    const auto key = yamlToJson("a: 1\nb:\n  [1]: 2\n");
    QCOMPARE(key.error().detail, u"a key that is no text at line 3 column 3"_s);
}

void tst_YamlToJson::jsonKeepsItsTokens()
{
    const QByteArray json = R"({"a":"\ud83d\/","b":[1.0,-0,1e400],"a":"\u00e9"})";
    QCOMPARE(*yamlToJson(json), formatJson(json));
}

void tst_YamlToJson::hostileTextsAreBounded_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray last = "*a" + QByteArray::number(i - 1);
        const QByteArray name = 'a' + QByteArray::number(i);
        bomb += name + ": &" + name + " [" + (last + ',').repeated(9) + last + "]\n";
    }
    QByteArray deep = "a0: &a0 []\n";
    for (int i = 1; i < 2000; ++i) {
        const QByteArray name = 'a' + QByteArray::number(i);
        deep += name + ": &" + name + " [*a" + QByteArray::number(i - 1) + "]\n";
    }
    QTest::newRow("aliases of aliases") << bomb;
    QTest::newRow("depth by aliases") << deep;
    QTest::newRow("lists") << QByteArray(30'000, '[');
    QTest::newRow("maps") << QByteArray("{a: ").repeated(30'000);
    QTest::newRow("blocks") << QByteArray("- ").repeated(30'000);
    QTest::newRow("keys") << QByteArray("? ").repeated(30'000);
    QTest::newRow("values") << QByteArray(": ").repeated(30'000);
    QTest::newRow("anchors") << QByteArray("&a ").repeated(30'000);
    QTest::newRow("tags") << QByteArray("!a ").repeated(30'000);
    QTest::newRow("directives") << QByteArray("%a b\n").repeated(30'000);
    QTest::newRow("quotation marks") << QByteArray(30'001, '"');
    QTest::newRow("513 closed lists") << QByteArray(513, '[') + QByteArray(513, ']') + " # no JSON";
}

void tst_YamlToJson::hostileTextsAreBounded()
{
    QFETCH(QByteArray, yaml);
    QElapsedTimer timer;
    timer.start();
    const auto result = yamlToJson(yaml);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Decode);
    QVERIFY(timer.elapsed() < 60'000);
}

void tst_YamlToJson::manyMergesOfMergesTakeLittleTime()
{
    QByteArray yaml = "a0: &a0 {k: 1}\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray last = "*a" + QByteArray::number(i - 1);
        const QByteArray name = 'a' + QByteArray::number(i);
        yaml += name + ": &" + name + " {<<: [" + (last + ',').repeated(9) + last + "]}\n";
    }
    const auto result = yamlToJson(yaml);
    QVERIFY(result);
    QVERIFY(compactJson(*result).endsWith(R"("a29":{"k":1}})"));
}

void tst_YamlToJson::formatsWithTwoBlanks()
{
    QCOMPARE(*yamlToJson("a:\n- 1\n- b: {}\n"),
             QByteArray("{\n  \"a\": [\n    1,\n    {\n      \"b\": {}\n    }\n  ]\n}"));
    const QByteArray list = "[" + QByteArray("[").repeated(400) + "~"
                            + QByteArray("]").repeated(401);
    QVERIFY(yamlToJson(list));
}

void tst_YamlToJson::countsLeadingZeros()
{
    YamlNotes notes;
    QVERIFY(yamlToJson("a: 0755\nb: [00812, '007', 0.5, 10]\n", &notes));
    QCOMPARE(notes.leadingZeros, 2);
}

void tst_YamlToJson::findsFrontMatter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *text, const char *yaml, const char *body) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(yaml) << QByteArray(body);
    };
    row("alone", "---\na: 1\n---\n", "a: 1\n", "");
    row("without a last line break", "---\na: 1\n---", "a: 1\n", "");
    row("with a body", "---\na: 1\n---\n\n# B\n---\n", "a: 1\n", "\n# B\n---\n");
    row("blanks", "\n--- \t\na: 1\n---  \nB", "a: 1\n", "B");
    row("other ends", "---\r\na: 1\r\n...\r\nB", "a: 1\r\n", "B");
    row("byte order mark", "\xef\xbb\xbf---\na: 1\n---\n", "a: 1\n", "");
    row("a block text", "---\na: |\n  ---\n---\n", "a: |\n  ---\n", "");
    row("no end", "---\na: 1\n", "", "");
    row("no begin", "a: 1\n---\n", "", "");
    row("more than a mark", "--- a\nb: 1\n---\n", "", "");
    row("four", "----\nb: 1\n----\n", "", "");
    row("nothing", "", "", "");
}

void tst_YamlToJson::findsFrontMatter()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, body);
    const auto found = frontMatter(text);
    QCOMPARE(found.has_value(), !yaml.isEmpty());
    if (found) {
        QCOMPARE(found->yaml.toByteArray(), yaml);
        QCOMPARE(found->body.toByteArray(), body);
    }
}

MODELSCRIBE_TEST(tst_YamlToJson)

} // namespace tst_yamltojson

#include "tst_yamltojson.moc"
