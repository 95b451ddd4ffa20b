// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonschema.h"

#include <QTest>

namespace tst_schemadocument {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const JsonSchema> schemaOf(const QByteArray &text)
{
    return JsonSchema::fromText(text).value_or(nullptr);
}

//! "$.a $.b": what is hinted at.
QString places(const JsonTree &tree, const QList<JsonHint> &hints)
{
    QStringList places;
    for (const JsonHint &hint : hints)
        places.append(jsonPathText(tree.path(hint.node)));
    return places.join(u' ');
}

} // namespace

//! By the schemas made of them.
class tst_SchemaDocument : public QObject
{
    Q_OBJECT

private slots:
    void followsReferences_data();
    void followsReferences();
    void leavesOutWhatCannotBeUsed_data();
    void leavesOutWhatCannotBeUsed();
    void whatRestsOnAGapIsNoHint_data();
    void whatRestsOnAGapIsNoHint();
};

void tst_SchemaDocument::followsReferences_data()
{
    QTest::addColumn<QByteArray>("schema"); // 1 does not fit it, "a" does
    const auto row = [](const char *name, const QByteArray &schema) {
        QTest::newRow(name) << schema;
    };
    row("by the name of a part",
        R"({"allOf":[{"$ref":"#text"}],"definitions":{"t":{"$id":"#text","type":"string"}}})");
    row("by the address of a part", R"({"$id":"https://a.example/s.json",
        "allOf":[{"$ref":"https://a.example/t.json"}],
        "definitions":{"t":{"$id":"https://a.example/t.json","type":"string"}}})");
    row("relative to the address", R"({"$id":"https://a.example/x/s.json",
        "allOf":[{"$ref":"t.json"}],"definitions":{"t":{"$id":"t.json","type":"string"}}})");
    row("relative without an address", R"({"allOf":[{"$ref":"t.json"}],
        "definitions":{"t":{"$id":"t.json","type":"string"}}})");
    row("into a part with an address", R"({"$id":"https://a.example/s.json",
        "allOf":[{"$ref":"t.json#/definitions/u"}],"definitions":{"t":{"$id":"t.json",
        "definitions":{"u":{"type":"string"}}}}})");
    row("from within a part with an address", R"({"allOf":[{"$ref":"#/definitions/t"}],
        "definitions":{"u":{"type":"number"},"t":{"$id":"t.json","allOf":[
        {"$ref":"#/definitions/u"}],"definitions":{"u":{"type":"string"}}}}})");
    row("to a name within a part", R"({"allOf":[{"$ref":"t.json#u"}],"definitions":{"t":{
        "$id":"t.json","definitions":{"u":{"$id":"#u","type":"string"}}}}})");
    row("URN", R"({"$id":"urn:example:s","allOf":[{"$ref":"urn:example:t"}],
        "definitions":{"t":{"$id":"urn:example:t","type":"string"}}})");
    row("its own address", R"({"$id":"https://a.example/s.json",
        "allOf":[{"$ref":"s.json#/definitions/t"}],"definitions":{"t":{"type":"string"}}})");
    row("address with a fragment that is empty", R"({"$id":"https://a.example/s#",
        "allOf":[{"$ref":"https://a.example/s#/definitions/t"}],
        "definitions":{"t":{"type":"string"}}})");
    row("what stands beside a reference does not count", R"({"$id":"https://a.example/",
        "allOf":[{"$id":"https://b.example/","$ref":"t.json"}],"definitions":{
        "t":{"$id":"https://a.example/t.json","type":"string"},
        "u":{"$id":"https://b.example/t.json","type":"number"}}})");
    row("an id in an enum is none", R"({"allOf":[{"$ref":"t.json"}],"definitions":{
        "a":{"enum":[{"$id":"t.json","type":"number"}]},"t":{"$id":"t.json","type":"string"},
        "z":{"const":{"$id":"t.json","type":"number"}}}})");
    row("through an empty key",
        R"({"allOf":[{"$ref":"#/definitions//t"}],"definitions":{"":{"t":{"type":"string"}}}})");
    row("through keys with signs", R"({"allOf":[{"$ref":"#/definitions/a~1b~0c%25d%22"}],
        "definitions":{"a/b~c%d\"":{"type":"string"}}})");
    row("to where no keyword leads", R"({"allOf":[{"$ref":"#/parts/0"}],
        "parts":[{"allOf":[{"$ref":"#/parts/1"}]},{"type":"string"}]})");
    row("from where no keyword leads to a base", R"({"$id":"https://a.example/s.json",
        "allOf":[{"$ref":"#/parts/t"}],"parts":{"t":{"allOf":[{"$ref":"u.json"}]}},
        "definitions":{"u":{"$id":"u.json","type":"string"}}})");
    row("to a boolean",
        R"({"not":{"$ref":"#/definitions/t"},"definitions":{"t":{"type":"number"},"f":true}})");
}

void tst_SchemaDocument::followsReferences()
{
    QFETCH(QByteArray, schema);
    const auto read = schemaOf(schema);
    QVERIFY(read);
    QVERIFY(read->gaps().isEmpty());
    QVERIFY(!read->check(JsonTree::parse("1")).isEmpty());
    QVERIFY(read->check(JsonTree::parse("\"a\"")).isEmpty());
}

void tst_SchemaDocument::leavesOutWhatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<SchemaGap::Kind>("kind");
    QTest::addColumn<QString>("place");
    using Kind = SchemaGap::Kind;
    const auto row = [](const char *name, const QByteArray &part, Kind kind,
                        const QString &place = u"$.properties.a['$ref']"_s) {
        QTest::newRow(name) << part << kind << place;
    };
    const auto pattern = u"$.properties.a.pattern"_s;
    row("looks behind at any length", R"({"pattern":"(?<=a+)b"})", Kind::Pattern, pattern);
    row("open group", R"({"pattern":"("})", Kind::Pattern, pattern);
    row("not ECMAScript", R"({"pattern":"(?i)a"})", Kind::Pattern, pattern);
    row("Python's anchor", R"({"pattern":"a\\Z"})", Kind::Pattern, pattern);
    row("possessive", R"({"pattern":"a++"})", Kind::Pattern, pattern);
    row("PCRE's verbs", R"({"pattern":"(*LIMIT_MATCH=4000000000)a"})", Kind::Pattern, pattern);
    row("half of a pair", R"({"pattern":"[\\uD800-\\uDBFF]"})", Kind::Pattern, pattern);
    row("no such group", R"({"pattern":"(a)\\2"})", Kind::Pattern, pattern);
    row("no such property", R"({"pattern":"\\p{Nonsense}"})", Kind::Pattern, pattern);
    row("range that runs back", R"({"pattern":"[b-a]"})", Kind::Pattern, pattern);
    row("open class", R"({"pattern":"[a"})", Kind::Pattern, pattern);
    row("backslash at the end", R"({"pattern":"a\\"})", Kind::Pattern, pattern);
    row("pattern of keys", R"({"patternProperties":{"[":{}}})", Kind::Pattern,
        u"$.properties.a.patternProperties['[']"_s);
    row("other file", R"({"$ref":"file:///etc/passwd#"})", Kind::Reference);
    row("relative", R"({"$ref":"other.json"})", Kind::Reference);
    row("to nothing", R"({"$ref":"#/definitions/z"})", Kind::Reference);
    row("by name", R"({"$ref":"#z"})", Kind::Reference);
    row("no text", R"({"$ref":5})", Kind::Reference);
    row("to a number", R"({"$ref":"#/properties/b/maximum"})", Kind::Reference);
    row("to itself", R"({"$ref":"#/properties/a"})", Kind::Circle);
}

void tst_SchemaDocument::leavesOutWhatCannotBeUsed()
{
    QFETCH(QByteArray, part);
    QFETCH(SchemaGap::Kind, kind);
    QFETCH(QString, place);
    const auto read = schemaOf("{\"properties\":{\"a\":" + part
                               + R"(,"b":{"maximum":3}},"required":["c"]})");
    QVERIFY(read);
    QCOMPARE(read->gaps().size(), 1);
    QCOMPARE(read->gaps()[0].kind, kind);
    QCOMPARE(jsonPathText(read->gaps()[0].path), place);
    const JsonTree tree = JsonTree::parse(R"({"a":"x","b":4})");
    QCOMPARE(places(tree, read->check(tree)), u"$ $.b"_s);
    QVERIFY(!read->properties({}).isEmpty());
}

void tst_SchemaDocument::whatRestsOnAGapIsNoHint_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &document,
                        bool fits = true) {
        QByteArray text = schema;
        QTest::newRow(name) << text.replace("GAP", R"("pattern":"(?<=a+)b")") << document << fits;
    };
    row("not", R"({"not":{GAP}})", R"("x")");
    row("not not", R"({"not":{"not":{GAP}}})", R"("x")");
    row("not, and more that misses", R"({"not":{GAP,"maxLength":0}})", R"("x")");
    row("not a lost reference", R"({"not":{"$ref":"z.json"}})", R"("x")");
    row("any of", R"({"anyOf":[{GAP},{"type":"number"}]})", R"("x")");
    row("one of", R"({"oneOf":[{GAP},{"type":"string"}]})", R"("x")");
    row("one of two that fit besides", R"({"oneOf":[{GAP},{"type":"string"},{}]})", R"("x")",
        false);
    row("all of", R"({"allOf":[{GAP},{"maxLength":0}]})", R"("x")", false);
    row("if", R"({"if":{GAP},"then":{"maxLength":0},"else":{"minLength":9}})", R"("x")");
    row("contains", R"({"contains":{"type":"string",GAP}})", R"([1,"x"])");
    row("contains none", R"({"contains":{"type":"number",GAP}})", R"(["x"])", false);
    row("names", R"({"not":{"propertyNames":{GAP}}})", R"({"x":1})");
    row("other members", R"({"patternProperties":{"(?<=a+)b":{}},"additionalProperties":false})",
        R"({"x":1})");
    row("deep in alternatives",
        R"({"anyOf":[{"anyOf":[{"anyOf":[{"anyOf":[{"anyOf":[{"not":{GAP}}]}]}]}]}]})", R"("x")");
    row("a text too long to search", R"({"not":{"pattern":"x"}})",
        '"' + QByteArray(70'000, 'x') + '"');
    row("a search that is given up", R"({"not":{"pattern":"^(a+)+$"}})",
        '"' + QByteArray(5000, 'a') + "!\"");
    row("a text too long for a format", R"({"format":"uri"})",
        "\"data:,{" + QByteArray(70'000, 'x') + '"');
}

void tst_SchemaDocument::whatRestsOnAGapIsNoHint()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, document);
    QFETCH(bool, fits);
    const auto read = schemaOf(schema);
    QVERIFY(read);
    const JsonTree tree = JsonTree::parse(document);
    QVERIFY(tree.isValid());
    QCOMPARE(read->check(tree).isEmpty(), fits);
}

MODELSCRIBE_TEST(tst_SchemaDocument)

} // namespace tst_schemadocument

#include "tst_schemadocument.moc"
