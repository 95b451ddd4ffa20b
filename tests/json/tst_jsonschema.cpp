// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonschema.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

namespace tst_jsonschema {

using namespace modelscribe;
using namespace Qt::StringLiterals;

using Code = JsonHint::Code;

namespace {

QString codeName(Code code)
{
    static constexpr const char *names[] = {
        "WrongType", "TooSmall",     "TooLarge",    "NotMultiple",   "NotInList",  "TooShort",
        "TooLong",   "BadPattern",   "BadFormat",   "MissingMember", "NotAllowed", "NotUnique",
        "NoVariant", "DuplicateKey", "UnusualType", "SchemaUnusable"};
    return QString::fromLatin1(names[int(code)]);
}

//! "Code path expected,… -> fix" of each.
QStringList lines(const JsonTree &tree, const QList<JsonHint> &hints)
{
    QStringList result;
    for (const JsonHint &hint : hints) {
        QString line = codeName(hint.code) + u' ' + jsonPathText(tree.path(hint.node));
        if (!hint.expected.isEmpty())
            line += u' ' + hint.expected.join(u',');
        if (!hint.detail.isEmpty())
            line += " ("_L1 + hint.detail + u')';
        if (!hint.fix.isEmpty())
            line += " -> "_L1 + QString::fromUtf8(changedText(tree.text(), hint.fix));
        result.append(line);
    }
    return result;
}

std::shared_ptr<const JsonSchema> schemaOf(const QByteArray &text)
{
    const auto schema = JsonSchema::fromText(text);
    if (!schema)
        qWarning("%s", qPrintable(schema.error().detail));
    return schema.value_or(nullptr);
}

QByteArray repeated(const QByteArray &text, int times) { return text.repeated(times); }

} // namespace

class tst_JsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatDoesNotFit_data();
    void saysWhatDoesNotFit();
    void readsBoundsAndDivisorsExactly_data();
    void readsBoundsAndDivisorsExactly();
    void refusesSchemasThatCannotBeUsed_data();
    void refusesSchemasThatCannotBeUsed();
    void endsInTimeWhateverIsAsked_data();
    void endsInTimeWhateverIsAsked();
    void worksOnASmallStack();
    void hintsAreInDocumentOrderAndNotEndless();
    void marksTheKeyOfWhatIsNotAllowed();
    void theSameSchemaServesManyThreads();
    void knowsItsNames();
    void namesDuplicateKeys();
    void tellsTheMembersOfAPlace();
    void mergesWhatBelongsTogether();
    void findsPlacesBelow_data();
    void findsPlacesBelow();
    void propertiesOfCircularSchemasEnd();
};

void tst_JsonSchema::saysWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &document,
                        const QStringList &expected = {}) {
        QTest::newRow(name) << schema << document << expected;
    };

    row("fits", R"({"properties":{"a":{"type":"integer"}}})", R"({"a":1,"b":"x"})");
    row("text for number", R"({"properties":{"DownloadCount":{"type":"number"}}})",
        R"({"DownloadCount":"606056"})",
        {u"WrongType $.DownloadCount number -> {\"DownloadCount\":606056}"_s});
    row("text for integer", R"({"type":"integer"})", R"(" 12 ")", {u"WrongType $ integer -> 12"_s});
    row("no integer in the text", R"({"type":"integer"})", R"("4.95")", {u"WrongType $ integer"_s});
    row("fraction in the text", R"({"type":"number"})", R"("4.95")",
        {u"WrongType $ number -> 4.95"_s});
    row("no number in the text", R"({"type":"number"})", R"("12 MB")", {u"WrongType $ number"_s});
    row("text for boolean", R"({"type":"boolean"})", R"("True")",
        {u"WrongType $ boolean -> true"_s});
    row("text for null", R"({"type":"null"})", R"("null")", {u"WrongType $ null -> null"_s});
    row("number for text", R"({"type":"string"})", "1.0", {u"WrongType $ string -> \"1.0\""_s});
    row("boolean for text", R"({"type":"string"})", "true", {u"WrongType $ string -> \"true\""_s});
    row("text for list", R"({"type":"array"})", R"("a")", {u"WrongType $ array -> [\"a\"]"_s});
    row("quoted list", R"({"type":"array"})", R"("[1, 2]")", {u"WrongType $ array -> [1, 2]"_s});
    row("quoted object", R"({"type":"object"})", R"("{\"a\":1}")",
        {u"WrongType $ object -> {\"a\":1}"_s});
    row("object for text", R"({"type":"string"})", "{}", {u"WrongType $ string"_s});
    row("null for text", R"({"type":"string"})", "null", {u"WrongType $ string"_s});
    row("several types", R"({"type":["string","null"]})", "5",
        {u"WrongType $ null,string -> \"5\""_s});
    row("fraction for integer", R"({"type":"integer"})", "4.5", {u"WrongType $ integer"_s});
    row("1.0 is an integer", R"({"type":"integer"})", "1.0");
    row("1e5 is an integer", R"({"type":"integer"})", "1e5");
    row("15e-1 is none", R"({"type":"integer"})", "15e-1", {u"WrongType $ integer"_s});
    row("25 digits are an integer", R"({"type":"integer"})", "1234567890123456789012345");
    row("1e400 is an integer", R"({"type":"integer"})", "1e400");
    row("1e999999999999999999999 too", R"({"type":"integer"})", "1e999999999999999999999");
    row("-0 is an integer", R"({"type":"integer","minimum":0})", "-0");
    row("400 digits behind the point", R"({"type":"number","maximum":1})",
        "0." + repeated("9", 400));
    row("too large by the 400th digit", R"({"maximum":1})", "1." + repeated("0", 399) + "1",
        {u"TooLarge $ 1"_s});
    row("1e400 is large", R"({"maximum":5})", "1e400", {u"TooLarge $ 5"_s});
    row("-1e400 is small", R"({"minimum":0})", "-1e400", {u"TooSmall $ 0"_s});
    row("1e-400 is more than nothing", R"({"exclusiveMinimum":0})", "1e-400");
    row("bounds", R"({"properties":{"Rating":{"minimum":0,"maximum":5}}})", R"({"Rating":5.1})",
        {u"TooLarge $.Rating 5"_s});
    row("on the bound", R"({"minimum":0.1,"maximum":0.1})", "0.10");
    row("exclusive bound", R"({"exclusiveMaximum":1.5})", "1.50",
        {u"TooLarge $ 1.5 (exclusive)"_s});
    row("bounds are for numbers", R"({"minimum":5})", R"("1")");
    row("multiple", R"({"multipleOf":5})", "12345678901234567890123450");
    row("no multiple", R"({"multipleOf":5})", "12345678901234567890123452", {u"NotMultiple $ 5"_s});
    row("multiple of a fraction", R"({"multipleOf":0.01})", "4.35");
    row("no multiple of a fraction", R"({"multipleOf":0.01})", "4.355", {u"NotMultiple $ 0.01"_s});
    row("1e400 as a multiple", R"({"multipleOf":7})", "1e400", {u"NotMultiple $ 7"_s});
    row("in the list", R"({"enum":["LoRA",1,null,{"a":[1.0]}]})", R"({"a":[1]})");
    row("not in the list", R"({"enum":["LoRA","Checkpoint"]})", R"("lora ")",
        {u"NotInList $ \"LoRA\",\"Checkpoint\" -> \"LoRA\""_s});
    row("number in the list as text", R"({"enum":[1,2]})", R"("2")", {u"NotInList $ 1,2 -> 2"_s});
    row("nothing like it", R"({"enum":["a"]})", R"("b")", {u"NotInList $ \"a\""_s});
    row("long integers differ", R"({"const":1234567890123456789012345})",
        "1234567890123456789012346", {u"NotInList $ 1234567890123456789012345"_s});
    row("const by value", R"({"const":{"b":1.0,"a":"A"}})", R"({"a":"A","b":10e-1})");
    row("text too short", R"({"minLength":3})", R"("ab")", {u"TooShort $ 3"_s});
    row("text too long", R"({"maxLength":1})", R"("ab")", {u"TooLong $ 1"_s});
    row("emoji count once", R"({"maxLength":1})", "\"\xf0\x9f\x98\x80\"");
    row("a lone surrogate counts once", R"({"maxLength":1,"pattern":"x"})", R"("\ud800")");
    row("list too short", R"({"minItems":1})", "[]", {u"TooShort $ 1"_s});
    row("list too long", R"({"maxItems":1})", "[1,2]", {u"TooLong $ 1"_s});
    row("object too small", R"({"minProperties":1})", "{}", {u"TooShort $ 1"_s});
    row("object too large", R"({"maxProperties":1})", R"({"a":1,"b":2})", {u"TooLong $ 1"_s});
    row("a key twice is one member", R"({"maxProperties":1})", R"({"a":1,"a":2})");
    row("pattern", R"({"pattern":"^[a-z]+$"})", R"("a1")", {u"BadPattern $ ^[a-z]+$"_s});
    row("pattern in ECMAScript's spelling", R"({"pattern":"^\\u00e4\\/$"})", "\"\xc3\xa4/\"");
    row("format", R"({"properties":{"u":{"format":"uri"}}})", R"({"u":"no address"})",
        {u"BadFormat $.u uri"_s});
    row("OSS address", R"({"format":"uri"})", R"("oss://bucket.oss-cn-hangzhou.aliyuncs.com/m/")");
    row("date-time", R"({"format":"date-time"})", R"("2025-02-29T10:00:00Z")",
        {u"BadFormat $ date-time"_s});
    row("good date-time", R"({"format":"date-time"})", R"("2024-02-29T10:00:00.5+08:00")");
    row("unknown format", R"({"format":"color"})", R"("?")");
    row("formats are for text", R"({"format":"date"})", "5");
    row("required", R"({"properties":{"a":{"required":["x","y"]}}})", R"({"a":{"y":1}})",
        {u"MissingMember $.a x"_s});
    row("forbidden member", R"({"properties":{"a":{}},"additionalProperties":false})",
        R"({"a":1,"b":2})", {u"NotAllowed $.b"_s});
    row("member with schema false", R"({"properties":{"old":false}})", R"({"old":1})",
        {u"NotAllowed $.old"_s});
    row("other members", R"({"additionalProperties":{"type":"number"}})", R"({"a":1,"b":"2"})",
        {u"WrongType $.b number -> {\"a\":1,\"b\":2}"_s});
    row("members by pattern",
        R"({"patternProperties":{"Count$":{"type":"integer"}},"additionalProperties":false})",
        R"({"ACount":"x","B":1})", {u"WrongType $.ACount integer"_s, u"NotAllowed $.B"_s});
    row("names of members", R"({"propertyNames":{"pattern":"^[A-Z]"}})", R"({"A":1,"b":2})",
        {u"NotAllowed $.b"_s});
    row("elements", R"({"items":{"type":"string"}})", R"(["a",1])",
        {u"WrongType $[1] string -> [\"a\",\"1\"]"_s});
    row("elements one by one", R"({"items":[{"type":"string"}],"additionalItems":false})",
        R"([1,2])", {u"WrongType $[0] string -> [\"1\",2]"_s, u"NotAllowed $[1]"_s});
    row("contains", R"({"contains":{"const":1}})", "[2,3]", {u"NoVariant $"_s});
    row("unique", R"({"uniqueItems":true})", R"([1,{"a":1},1.0,{"a":1e0}])",
        {u"NotUnique $[2]"_s, u"NotUnique $[3]"_s});
    row("dependency", R"({"dependencies":{"a":["b"]}})", R"({"a":1})", {u"MissingMember $ b"_s});
    row("dependent schema", R"({"dependencies":{"a":{"required":["c"]}}})", R"({"a":1})",
        {u"MissingMember $ c"_s});
    row("types of alternatives", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "5",
        {u"WrongType $ string,null -> \"5\""_s});
    row("the alternative of this type",
        R"({"oneOf":[{"type":"string"},{"type":"object","required":["a"]}]})", "{}",
        {u"MissingMember $ a"_s});
    row("no alternative", R"({"anyOf":[{"required":["a"]},{"required":["b"]}]})", "{}",
        {u"NoVariant $"_s});
    row("too many alternatives", R"({"oneOf":[{"type":"number"},{"type":"integer"}]})", "1",
        {u"NoVariant $"_s});
    row("all of", R"({"allOf":[{"minimum":3},{"multipleOf":2}]})", "1",
        {u"TooSmall $ 3"_s, u"NotMultiple $ 2"_s});
    row("not", R"({"not":{"type":"string"}})", R"("a")", {u"NotAllowed $"_s});
    row("if", R"({"if":{"properties":{"t":{"const":1}}},"then":{"required":["x"]},"else":false})",
        R"({"t":1})", {u"MissingMember $ x"_s});
    row("reference",
        R"({"$id":"urn:x","properties":{"a":{"$ref":"urn:x#/definitions/a~1b"}},
            "definitions":{"a/b":{"type":"string"}}})",
        R"({"a":1})", {u"WrongType $.a string -> {\"a\":\"1\"}"_s});
    row("reference to a reference",
        R"({"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},
            "b":{"type":"string"}}})",
        "1", {u"WrongType $ string -> \"1\""_s});
    row("tree of the same", R"({"properties":{"n":{"$ref":"#"},"v":{"type":"integer"}}})",
        R"({"n":{"n":{"v":"x"}}})", {u"WrongType $.n.n.v integer"_s});
    row("members named like keywords",
        R"({"properties":{"id":{"type":"string"},"$ref":{"type":"string"},"pattern":{"type":"string"}}})",
        R"({"id":1,"$ref":"(","pattern":"("})",
        {u"WrongType $.id string -> {\"id\":\"1\",\"$ref\":\"(\",\"pattern\":\"(\"}"_s});
    row("the last of a repeated key counts", R"({"properties":{"a":{"type":"number"}}})",
        R"({"a":"x","a":1})");
    row("the last of a repeated keyword counts", R"({"type":"string","type":"number"})", "1");
    row("escaped keys", R"({"properties":{"a\u0062":{"type":"number"}}})", R"({"\u0061b":null})",
        {u"WrongType $.ab number"_s});
    row("lone surrogates in keys", R"({"properties":{"\ud800":{"type":"number"}}})",
        R"({"\ud800":null})", {u"WrongType $.\xd800 number"_s});
    row("a zero in a key", R"({"additionalProperties":{"type":"number"}})", R"({"a\u0000b":null})",
        {u"WrongType $['a\\u0000b'] number"_s});
    row("huge bounds", R"({"maximum":1e400,"minimum":-1e400,"maxLength":9223372036854775807})",
        "5");
    row("a list that is no array of texts", R"({"enum":[{"$ref":"http://x/"}]})",
        R"({"$ref":"http://x/"})");
}

void tst_JsonSchema::saysWhatDoesNotFit()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, document);
    QFETCH(QStringList, expected);
    const auto read = schemaOf(schema);
    QVERIFY(read);
    const JsonTree tree = JsonTree::parse(document);
    QVERIFY(tree.isValid());
    QCOMPARE(lines(tree, read->check(tree)), expected);
}

void tst_JsonSchema::readsBoundsAndDivisorsExactly_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("fits");
    const auto row = [](const QByteArray &schema, const QByteArray &document, bool fits) {
        QTest::addRow("%s %s", schema.constData(), document.constData())
            << schema << document << fits;
    };
    row(R"({"maximum":9223372036854775807})", "9223372036854775807", true);
    row(R"({"maximum":9223372036854775807})", "9223372036854775808", false);
    row(R"({"exclusiveMaximum":9223372036854775807})", "9223372036854775806.9", true);
    row(R"({"exclusiveMaximum":9223372036854775807})", "9223372036854775807.0", false);
    row(R"({"minimum":-9007199254740993})", "-9007199254740993", true);
    row(R"({"minimum":-9007199254740993})", "-9007199254740994", false);
    row(R"({"exclusiveMinimum":0.1})", "0.1000000000000000000000001", true);
    row(R"({"maximum":1e400})", "1e400", true);
    row(R"({"maximum":1e400})", "1.0000001e400", false);
    row(R"({"multipleOf":9223372036854775807})", "18446744073709551614", true);
    row(R"({"multipleOf":100000000000000003})", "200000000000000006", true);
    row(R"({"multipleOf":100000000000000003})", "200000000000000007", false);
    row(R"({"multipleOf":0.0001})", "0.0075", true);
    row(R"({"multipleOf":0.0001})", "0.00751", false);
    row(R"({"multipleOf":0.1})", "0.3", true);
    row(R"({"multipleOf":0.1})", "0.30000000000000004", true); // what a double makes of it
    row(R"({"multipleOf":0.5})", "1e308", true);
    row(R"({"multipleOf":1e300})", "3e300", true);
    row(R"({"multipleOf":0})", "3", true);
}

void tst_JsonSchema::readsBoundsAndDivisorsExactly()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, document);
    QFETCH(bool, fits);
    const auto read = schemaOf(schema);
    QVERIFY(read);
    QCOMPARE(read->check(JsonTree::parse(document)).isEmpty(), fits);
}

void tst_JsonSchema::refusesSchemasThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no JSON") << QByteArray("{") << u"unexpected end"_s;
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("array") << QByteArray("[]") << u"not an object"_s;
    QTest::newRow("text") << QByteArray("\"true\"") << u"not an object"_s;
    QTest::newRow("large") << '"' + repeated("a", 2 * 1024 * 1024) + '"' << u"2 MiB"_s;
    QTest::newRow("other document")
        << QByteArray(R"({"$ref":"https://example.com/s.json"})") << u"another document"_s;
    QTest::newRow("itself") << QByteArray(R"({"$ref":"#"})") << u"circle"_s;
    QTest::newRow("circle") << QByteArray(
        R"({"$ref":"#/definitions/a",
            "definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}})")
                            << u"circle"_s;
    QTest::newRow("to what leads elsewhere")
        << QByteArray(R"({"$ref":"#/definitions/a","definitions":{"a":{"$ref":"b.json"}}})")
        << u"another document"_s;
    QTest::newRow("type name") << QByteArray(R"({"type":"text"})") << u"text"_s;
    QTest::newRow("type of type") << QByteArray(R"({"type":5})") << u"string"_s;
    QTest::newRow("type of enum") << QByteArray(R"({"enum":5})") << u"array"_s;
    QTest::newRow("type of maximum") << QByteArray(R"({"maximum":"x"})") << u"maximum"_s;
    QTest::newRow("number as text") << QByteArray(R"({"maximum":"5"})") << u"maximum"_s;
    QTest::newRow("negative length") << QByteArray(R"({"minLength":-1})") << u"minLength"_s;
    QTest::newRow("length of 25 digits")
        << QByteArray(R"({"minLength":1234567890123456789012345})") << u"minLength"_s;
    QTest::newRow("required of draft 3") << QByteArray(R"({"required":true})") << u"array"_s;
    QTest::newRow("schema that is none") << QByteArray(R"({"properties":{"a":5}})") << u"schema"_s;
    QTest::newRow("all of nothing") << QByteArray(R"({"allOf":5})") << u"allOf"_s;
    QTest::newRow("lone surrogate") << QByteArray(R"({"type":"\ud800"})") << u"ud800"_s;
}

void tst_JsonSchema::refusesSchemasThatCannotBeUsed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, reason);
    const auto read = JsonSchema::fromText(schema);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Decode);
    QVERIFY2(read.error().detail.contains(reason), qPrintable(read.error().detail));
}

void tst_JsonSchema::endsInTimeWhateverIsAsked_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("pattern that searches forever")
        << QByteArray(R"({"pattern":"^(a+)+$"})") << '"' + repeated("a", 5000) + "!\"";
    QTest::newRow("pattern that lifts its bound")
        << QByteArray(R"({"pattern":"(*LIMIT_MATCH=4000000000)^(a|aa)+$"})")
        << '"' + repeated("a", 5000) + "!\"";
    QTest::newRow("pattern on a long text")
        << QByteArray(R"({"pattern":"(x+x+)+y"})") << '"' + repeated("x", 4'000'000) + '"';
    QTest::newRow("format of a long text")
        << QByteArray(R"({"format":"hostname"})") << '"' + repeated("x.", 2'000'000) + '"';
    QTest::newRow("all of itself") << QByteArray(R"({"allOf":[{"$ref":"#"}]})") << QByteArray("{}");
    QTest::newRow("any of itself, twice")
        << QByteArray(R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}],"minimum":1})") << QByteArray("0");
    QTest::newRow("not itself") << QByteArray(R"({"not":{"$ref":"#"}})") << QByteArray("0");
    QTest::newRow("doubling alternatives") << [] {
        QByteArray text = R"({"$ref":"#/definitions/d0","definitions":{)";
        for (int i = 0; i < 60; ++i) {
            const QByteArray next = "{\"$ref\":\"#/definitions/d" + QByteArray::number(i + 1)
                                    + "\"}";
            text += "\"d" + QByteArray::number(i) + R"(":{"anyOf":[)" + next + ',' + next + "]},";
        }
        return text + R"("d60":{"type":"string"}}})";
    }() << QByteArray("1");
    QTest::newRow("all elements differ") << QByteArray(R"({"uniqueItems":true})") << [] {
        QByteArray text = "[0";
        for (int i = 1; i < 200'000; ++i)
            text += ',' + QByteArray::number(i);
        return text + ']';
    }();
    QTest::newRow("deep document, each level unique")
        << QByteArray(R"({"uniqueItems":true,"items":{"$ref":"#"}})")
        << repeated("[", 512) + repeated("]", 512);
    QTest::newRow("deep document of members")
        << QByteArray(R"({"additionalProperties":{"$ref":"#"}})")
        << repeated("{\"a\":", 511) + "{}" + repeated("}", 511);
    QTest::newRow("many members, many properties") <<
        [] {
            QByteArray text = R"({"properties":{"x":{})";
            for (int i = 0; i < 50'000; ++i)
                text += ",\"k" + QByteArray::number(i) + "\":{}";
            return text + "}}";
        }() <<
        [] {
            QByteArray text = R"({"x":1)";
            for (int i = 0; i < 50'000; ++i)
                text += ",\"k" + QByteArray::number(i) + "\":0";
            return text + '}';
        }();
    QTest::newRow("many hints") << QByteArray(R"({"items":{"type":"string"}})")
                                << "[0" + repeated(",0", 100'000) + ']';
    QTest::newRow("deep schema") << repeated("{\"not\":", 511) + "{}" + repeated("}", 511)
                                 << QByteArray("1");
    QTest::newRow("deep schema of references") << [] {
        QByteArray text = R"({"$ref":"#/definitions/d0","definitions":{)";
        for (int i = 0; i < 20'000; ++i) {
            text += "\"d" + QByteArray::number(i) + R"(":{"items":{"$ref":"#/definitions/d)"
                    + QByteArray::number(i + 1) + "\"}},";
        }
        return text + R"("d20000":{}}})";
    }() << repeated("[", 512) + repeated("]", 512);
}

void tst_JsonSchema::endsInTimeWhateverIsAsked()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, document);
    const JsonTree tree = JsonTree::parse(document);
    QVERIFY(tree.isValid());
    QElapsedTimer timer;
    timer.start();
    const auto read = JsonSchema::fromText(schema);
    if (read)
        QVERIFY((*read)->check(tree).size() <= 1000);
    else
        QVERIFY2(read.error().detail.contains("too "_L1), qPrintable(read.error().detail));
    qInfo("%lld ms, schema %s", timer.elapsed(), read ? "used" : "refused");
    QVERIFY2(timer.elapsed() < 100'000, "an unoptimised build with sanitizers needs seconds");
}

void tst_JsonSchema::worksOnASmallStack()
{
    QList<JsonHint> hints;
    const std::unique_ptr<QThread> thread(QThread::create([&hints] {
        const auto schema = JsonSchema::fromText(R"({"items":{"$ref":"#"},"maxItems":0})");
        const JsonTree tree = JsonTree::parse(repeated("[", 512) + repeated("]", 512));
        hints = (*schema)->check(tree);
    }));
    thread->setStackSize(512 * 1024);
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(hints.size(), 511);
}

void tst_JsonSchema::hintsAreInDocumentOrderAndNotEndless()
{
    const auto schema = schemaOf(
        R"({"properties":{"a":{"type":"array","items":{"type":"string"}},"b":{"minimum":5}},
            "required":["c"]})");
    const JsonTree tree = JsonTree::parse(R"({"b":1,"a":[0)" + repeated(",0", 5000) + "]}");
    const QList<JsonHint> hints = schema->check(tree);
    QCOMPARE(hints.size(), 1000);
    QCOMPARE(hints[0].code, Code::MissingMember);
    QCOMPARE(hints[1].code, Code::TooSmall);
    for (qsizetype i = 1; i < hints.size(); ++i)
        QVERIFY(hints[i - 1].range.begin <= hints[i].range.begin);
}

void tst_JsonSchema::marksTheKeyOfWhatIsNotAllowed()
{
    const auto schema = schemaOf(R"({"additionalProperties":false,"required":["b"]})");
    const QList<JsonHint> hints = schema->check(JsonTree::parse(R"( {"a":1})"));
    QCOMPARE(hints.size(), 2);
    QCOMPARE(hints[0].range, (JsonRange{1, 2}));
    QCOMPARE(hints[1].range, (JsonRange{2, 5}));
    QVERIFY(schema->check(JsonTree::parse("{")).isEmpty());
}

void tst_JsonSchema::theSameSchemaServesManyThreads()
{
    const auto schema = schemaOf(R"({"items":{"pattern":"^a+$"}})");
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<int> hints = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int turn = 0; turn < 20; ++turn)
                hints += int(schema->check(JsonTree::parse(R"(["aa","b","a"])")).size());
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(hints, 80);
}

void tst_JsonSchema::knowsItsNames()
{
    const auto schema = schemaOf(R"({"$id":"urn:a","title":"A \u00e4"})");
    QCOMPARE(schema->id(), u"urn:a"_s);
    QCOMPARE(schema->title(), u"A ä"_s);
    QCOMPARE(schemaOf("{}")->id(), QString());
    QCOMPARE(schemaOf("{}")->title(), QString());
}

void tst_JsonSchema::namesDuplicateKeys()
{
    const JsonTree tree = JsonTree::parse(R"({"a":1,"b":{"c":1,"\u0063":2},"a":3})");
    QCOMPARE(lines(tree, duplicateKeyHints(tree)),
             (QStringList{u"DuplicateKey $.a a"_s, u"DuplicateKey $.b.c c"_s,
                          u"DuplicateKey $.b.c#2 c"_s, u"DuplicateKey $.a#2 a"_s}));
    QCOMPARE(duplicateKeyHints(tree)[1].range, tree.keyRange(3));
    QVERIFY(duplicateKeyHints(JsonTree::parse("{")).isEmpty());
}

void tst_JsonSchema::tellsTheMembersOfAPlace()
{
    const auto schema = schemaOf(R"({"required":["Rating"],"properties":{
        "Rating":{"title":"T","description":"D","type":"number","minimum":0,"maximum":5,
                  "x-widget":"stars","examples":[4.50]},
        "Kind":{"enum":["a",1.0],"type":["string","integer","null"]},
        "Covers":{"type":"array","items":{"type":"string","format":"uri"},"x-widget":"pictures"},
        "When":{"type":"string","format":"date-time"},
        "Any":true}})");
    const QList<SchemaProperty> properties = schema->properties({});
    QCOMPARE(properties.size(), 5);
    QCOMPARE(properties[0], (SchemaProperty{.key = u"Rating"_s,
                                            .title = u"T"_s,
                                            .description = u"D"_s,
                                            .kinds = {JsonKind::Number},
                                            .isRequired = true,
                                            .widget = u"stars"_s,
                                            .examples = {"4.50"},
                                            .minimum = 0,
                                            .maximum = 5}));
    QCOMPARE(properties[1],
             (SchemaProperty{.key = u"Kind"_s,
                             .kinds = {JsonKind::String, JsonKind::Number, JsonKind::Null},
                             .isInteger = true,
                             .values = {"\"a\"", "1.0"}}));
    QCOMPARE(properties[2], (SchemaProperty{.key = u"Covers"_s,
                                            .kinds = {JsonKind::Array},
                                            .widget = u"pictures"_s,
                                            .elementKinds = {JsonKind::String},
                                            .elementFormat = u"uri"_s}));
    QCOMPARE(properties[3].format, u"date-time"_s);
    QCOMPARE(properties[4], SchemaProperty{.key = u"Any"_s});
}

void tst_JsonSchema::mergesWhatBelongsTogether()
{
    const auto schema = schemaOf(R"({
        "allOf":[{"$ref":"#/definitions/base"},{"properties":{"b":{"maximum":9}},"required":["b"]}],
        "properties":{"a":{"$ref":"#/definitions/text"},
                      "b":{"type":"integer","minimum":1,"exclusiveMinimum":2},
                      "c":{"oneOf":[{"const":"x"},{"const":"y"},{"type":"null"}]}},
        "anyOf":[{"properties":{"d":{}},"required":["d"]}],
        "definitions":{"base":{"properties":{"e":{},"b":{"type":"number","title":"B"}}},
                       "text":{"type":"string","title":"Text"}}})");
    QStringList keys;
    for (const SchemaProperty &property : schema->properties({}))
        keys.append(property.key + (property.isRequired ? u"!"_s : QString()));
    QCOMPARE(keys, (QStringList{u"a"_s, u"b!"_s, u"c"_s, u"e"_s, u"d"_s}));
    const QList<SchemaProperty> properties = schema->properties({});
    QCOMPARE(properties[0].title, u"Text"_s);
    QCOMPARE(properties[1], (SchemaProperty{.key = u"b"_s,
                                            .title = u"B"_s,
                                            .kinds = {JsonKind::Number},
                                            .isInteger = true,
                                            .isRequired = true,
                                            .minimum = 2,
                                            .maximum = 9}));
    QCOMPARE(properties[2].values, (QList<QByteArray>{"\"x\"", "\"y\""}));
}

void tst_JsonSchema::findsPlacesBelow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("title");
    QTest::newRow("root") << u"$"_s << u"Root"_s;
    QTest::newRow("member") << u"$.a"_s << u"A"_s;
    QTest::newRow("second of a repeated key") << u"$.a#2"_s << u"A"_s;
    QTest::newRow("element") << u"$.a[3]"_s << u"Element"_s;
    QTest::newRow("first element") << u"$.t[0]"_s << u"First"_s;
    QTest::newRow("further element") << u"$.t[7]"_s << u"Rest"_s;
    QTest::newRow("by pattern") << u"$.xCount"_s << u"Count"_s;
    QTest::newRow("other") << u"$.unknown"_s << u"Other"_s;
    QTest::newRow("deep") << u"$.self.self.a[0]"_s << u"Element"_s;
    QTest::newRow("nothing") << u"$.a[3].b"_s << QString();
}

void tst_JsonSchema::findsPlacesBelow()
{
    QFETCH(QString, path);
    QFETCH(QString, title);
    const auto schema = schemaOf(R"({"title":"Root","properties":{
        "a":{"title":"A","items":{"title":"Element"}},
        "t":{"items":[{"title":"First"}],"additionalItems":{"title":"Rest"}},
        "self":{"$ref":"#"}},
        "patternProperties":{"Count$":{"title":"Count"}},
        "additionalProperties":{"title":"Other"}})");
    const auto property = schema->property(*jsonPathFromText(path));
    QCOMPARE(property.has_value(), !title.isEmpty());
    if (property)
        QCOMPARE(property->title, title);
}

void tst_JsonSchema::propertiesOfCircularSchemasEnd()
{
    const auto schema = schemaOf(
        R"({"allOf":[{"$ref":"#"},{"properties":{"a":{"allOf":[{"$ref":"#"}]}}}]})");
    QVERIFY(schema);
    QCOMPARE(schema->properties({}).size(), 1);
    QCOMPARE(schema->properties(*jsonPathFromText(u"$.a.a.a.a")).size(), 1);
}

MODELSCRIBE_TEST(tst_JsonSchema)

} // namespace tst_jsonschema

#include "tst_jsonschema.moc"
