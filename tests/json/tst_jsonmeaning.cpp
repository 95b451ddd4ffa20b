// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "core/randomjson.h"
#include "testclass.h"
#include "json/jsonmeaning.h"
#include "json/jsonvalues.h"

#include <QTest>

namespace tst_jsonmeaning {

using namespace modelscribe;

class tst_JsonMeaning : public QObject
{
    Q_OBJECT

private slots:
    void sameMeaning_data();
    void sameMeaning();
    void whatMeansTheSameIsNumberedTheSame();
    void deepTextsAreCompared();
};

void tst_JsonMeaning::sameMeaning_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const QByteArray &a, const QByteArray &b, bool same) {
        QTest::newRow(name) << a << b << same;
    };
    const QByteArray bom = "\xef\xbb\xbf";
    row("same text", R"({"a":1})", R"({"a":1})", true);
    row("white space", R"({"a":1})", "{\n  \"a\": 1\n}\t", true);
    row("key order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", true);
    row("key order below", R"({"o":[{"a":1,"b":2}]})", R"({"o":[{"b":2,"a":1}]})", true);
    row("order of elements", "[1,2]", "[2,1]", false);
    row("escapes in a string", R"(["é\n\/"])", "[\"\\u00e9\\u000a/\"]", true);
    row("escapes in a key", R"({"\u0061":1})", R"({"a":1})", true);
    row("a pair of surrogates", R"(["\ud83d\ude00"])", "[\"\xf0\x9f\x98\x80\"]", true);
    row("a lone surrogate", R"(["\ud83d"])", R"(["\uD83D"])", true);
    row("a lone surrogate replaced", R"(["\ud83d"])", "[\"\xef\xbf\xbd\"]", false);
    row("composed otherwise", "[\"\xc3\xa9\"]", "[\"e\xcc\x81\"]", false);
    row("a zero character", R"(["a\u0000b"])", R"(["a"])", false);
    row("trailing zero", "[4.50]", "[4.5]", true);
    row("integer and fraction", "[1]", "[1.0]", true);
    row("exponent", "[1,100,0.001]", "[1e0,1E+2,1e-3]", true);
    row("zeros", "[0,-0,0e9]", "[0.0,0,-0.0]", true);
    row("sign", "[1]", "[-1]", false);
    row("long exact integers", "[12345678901234567890]", "[12345678901234567890.0]", true);
    row("a rounded integer", "[12345678901234567890]", "[12345678901234567000]", false);
    row("the next integer", "[9007199254740992]", "[9007199254740993]", false);
    row("a rounded fraction", "[0.1000000000000000055511151231257827]", "[0.1]", false);
    row("a huge exponent", "[1e99999999999999999999]", "[10e99999999999999999998]", true);
    row("huge exponents", "[1e99999999999999999999]", "[1e99999999999999999998]", false);
    row("number and string", "[1]", R"(["1"])", false);
    row("null and nothing", R"({"a":null})", "{}", false);
    row("true and false", "[true]", "[false]", false);
    row("object and array", "{}", "[]", false);
    row("member lost", R"({"a":1,"b":2})", R"({"a":1})", false);
    row("member added", R"({"a":1})", R"({"a":1,"b":2})", false);
    row("member renamed", R"({"a":1})", R"({"A":1})", false);
    row("element lost", "[1,1]", "[1]", false);
    row("duplicates respelled", R"({"a":1,"a":2})", R"({ "a":1.0, "\u0061":2 })", true);
    row("duplicates among others", R"({"a":1,"b":0,"a":2})", R"({"a":1,"a":2,"b":0})", true);
    row("duplicates turned round", R"({"a":1,"a":2})", R"({"a":2,"a":1})", false);
    row("duplicates collapsed", R"({"a":1,"a":2})", R"({"a":2})", false);
    row("duplicates of one value", R"({"a":1,"a":1})", R"({"a":1})", false);
    row("duplicates, first ones turned", R"({"a":1,"a":2,"a":3})", R"({"a":2,"a":1,"a":3})", false);
    row("a byte order mark", "{}", bom + "{}", false);
    row("the same mark", bom + "{}", bom + "{}", true);
    row("no JSON", "{", "{ ", false);
    row("the same, no JSON", "{", "{", true);
    row("nothing", "", "", true);
    row("nothing and blanks", "", " ", false);
    row("nothing and an empty object", "", "{}", false);
    row("no UTF-8", "[\"\xff\"]", "[ \"\xff\"]", false);
}

void tst_JsonMeaning::sameMeaning()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, same);
    QCOMPARE(sameJsonMeaning(a, b), same);
    QCOMPARE(sameJsonMeaning(b, a), same);
    QVERIFY(sameJsonMeaning(a, a));
}

void tst_JsonMeaning::whatMeansTheSameIsNumberedTheSame()
{
    int same = 0;
    for (quint32 seed = 0; seed < 2000; ++seed) {
        const JsonTree a = JsonTree::parse(RandomJson(seed).document());
        const JsonTree b = JsonTree::parse(RandomJson(seed % 7).document());
        JsonMeanings meanings;
        const bool known = meanings.add(a).meaning[0] == meanings.add(b).meaning[0];
        QCOMPARE(sameJsonMeaning(a, 0, b, 0), known);
        // Readers that take the last of the members with the same key see no difference either.
        QVERIFY(!known || canonicalJson(a, 0) == canonicalJson(b, 0));
        same += known;
        QVERIFY(sameJsonMeaning(a.text(), compactJson(a.text())));
    }
    QVERIFY(same > 0);
}

void tst_JsonMeaning::deepTextsAreCompared()
{
    const QByteArray open = QByteArray(400, '[');
    const QByteArray close = QByteArray(400, ']');
    QVERIFY(sameJsonMeaning(open + "1.0" + close, open + "1" + close));
    QVERIFY(!sameJsonMeaning(open + "1.5" + close, open + "1" + close));
}

MODELSCRIBE_TEST(tst_JsonMeaning)

} // namespace tst_jsonmeaning

#include "tst_jsonmeaning.moc"
