// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonmembers.h"
#include "testclass.h"

#include <QTest>

namespace tst_jsonmembers {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QString lone(char16_t unit) { return QString(QChar(unit)); }

} // namespace

class tst_JsonMembers : public QObject
{
    Q_OBJECT

private slots:
    void membersKeepOrderAndText();
    void elementsKeepOrderAndText();
    void membersAndElementsFailOnOtherTypes();
    void readsStrings_data();
    void readsStrings();
    void namesDuplicateKeys();
    void duplicateKeysOfHostileTextsStaySmall();
};

void tst_JsonMembers::membersKeepOrderAndText()
{
    const auto members = jsonMembers(
        R"( { "b" : 1.0 , "a\u0041" : { "x" : [ 1 ] } , "b":[],"":"", "n" : null } )");
    QVERIFY(members);
    const QList<RawMember> wanted{{u"b"_s, JsonText("1.0")},
                                  {u"aA"_s, JsonText(R"({ "x" : [ 1 ] })")},
                                  {u"b"_s, JsonText("[]")},
                                  {u""_s, JsonText("\"\"")},
                                  {u"n"_s, JsonText("null")}};
    QCOMPARE(*members, wanted);
    QVERIFY(jsonMembers("{}")->isEmpty());
}

void tst_JsonMembers::elementsKeepOrderAndText()
{
    const auto elements = jsonElements(R"([ 1.0, [ 2, {"a":3} ] ,{},"x",true])");
    QVERIFY(elements);
    const QList<JsonText> wanted{JsonText("1.0"), JsonText(R"([ 2, {"a":3} ])"), JsonText("{}"),
                                 JsonText("\"x\""), JsonText("true")};
    QCOMPARE(*elements, wanted);
    QVERIFY(jsonElements("[]")->isEmpty());
}

void tst_JsonMembers::membersAndElementsFailOnOtherTypes()
{
    for (const char *text : {"[]", "1", "", "{", "{\"a\":1", "{\"a\":01}", "{} x"}) {
        const auto members = jsonMembers(text);
        QVERIFY2(!members, text);
        QCOMPARE(members.error().kind, Error::Kind::Decode);
        QVERIFY(!members.error().detail.isEmpty());
    }
    for (const char *text : {"{}", "1", "", "[", "[1", "[1,]", "[] []"}) {
        const auto elements = jsonElements(text);
        QVERIFY2(!elements, text);
        QCOMPARE(elements.error().kind, Error::Kind::Decode);
    }
}

void tst_JsonMembers::readsStrings_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isString");
    QTest::newRow("plain") << QByteArray("\"abc\"") << u"abc"_s << true;
    QTest::newRow("empty") << QByteArray("\"\"") << u""_s << true;
    QTest::newRow("blanks around") << QByteArray(" \"a\" ") << u"a"_s << true;
    QTest::newRow("all escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t\u0041")")
                                 << u"\"\\/\b\f\n\r\tA"_s << true;
    QTest::newRow("text around escapes") << QByteArray(R"("中\n😀\n")") << u"中\n😀\n"_s << true;
    QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00")") << u"😀"_s << true;
    QTest::newRow("lone high") << QByteArray(R"("\ud83d")") << lone(0xD83D) << true;
    QTest::newRow("lone low") << QByteArray(R"("\ude00")") << lone(0xDE00) << true;
    QTest::newRow("NUL") << QByteArray(R"("\u0000")") << lone(0) << true;
    QTest::newRow("byte order mark") << QByteArray("\"\xEF\xBB\xBFx\"") << u"\uFEFFx"_s << true;
    QTest::newRow("number") << QByteArray("1") << QString() << false;
    QTest::newRow("two") << QByteArray("\"a\" \"b\"") << QString() << false;
    QTest::newRow("bad") << QByteArray("\"a") << QString() << false;
    QTest::newRow("nothing") << QByteArray() << QString() << false;
}

void tst_JsonMembers::readsStrings()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    QFETCH(bool, isString);
    const auto value = jsonStringValue(token);
    QCOMPARE(value.has_value(), isString);
    QCOMPARE(value.value_or(QString()), text);
}

void tst_JsonMembers::namesDuplicateKeys()
{
    QCOMPARE(duplicateJsonKeys(R"({"a":1,"b":{"a":2}})"), QStringList());
    QCOMPARE(duplicateJsonKeys(R"({"a":1,"a":2,"b":{"c":[1,{"d":1,"\u0064":2}]},"a":3})"),
             (QStringList{u"$.a"_s, u"$.b.c[1].d"_s, u"$.a"_s}));
    QCOMPARE(duplicateJsonKeys(R"([{"x":1},{"x":1,"x":2}])"), QStringList{u"$[1].x"_s});
    QCOMPARE(duplicateJsonKeys(R"([[1,[{"x":1,"x":2}]]])"), QStringList{u"$[0][1][0].x"_s});
    // A lone surrogate is not the text of its escape.
    QCOMPARE(duplicateJsonKeys(R"({"\\ud800":1,"\ud800":2})"), QStringList());
    QCOMPARE(duplicateJsonKeys(R"({"\ud800":1,"\uD800":2})").size(), 1);
}

void tst_JsonMembers::duplicateKeysOfHostileTextsStaySmall()
{
    QByteArray key = '"' + QByteArray(15'000, 'k') + '"';
    QByteArray text;
    for (int i = 0; i < 511; ++i)
        text += '{' + key + ':';
    text += "{\"a\":0";
    for (int i = 0; i < 5000; ++i)
        text += ",\"a\":0";
    text += QByteArray(512, '}');
    const QStringList duplicates = duplicateJsonKeys(text);
    QCOMPARE(duplicates.size(), 100);
    QVERIFY(duplicates.first().size() < 512 * 100);
    QVERIFY(duplicates.first().endsWith(u"….a"_s));
}

MODELSCRIBE_TEST(tst_JsonMembers)

} // namespace tst_jsonmembers

#include "tst_jsonmembers.moc"
