// SPDX-License-Identifier: GPL-3.0-or-later
// What each edit makes of a text is in tst_jsonedittable; here is what no row of a table can say.
#include "testclass.h"
#include "json/jsonedit.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsonedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QByteArray nested(int levels, const QByteArray &inner = {})
{
    return QByteArray(levels, '[') + inner + QByteArray(levels, ']');
}

template<typename T>
QString codeOf(const Result<T> &result)
{
    return result ? u"done"_s : result.error().code;
}

} // namespace

class tst_JsonEdit : public QObject
{
    Q_OBJECT

private slots:
    void onlyOneJsonValueIsTaken_data();
    void onlyOneJsonValueIsTaken();
    void depthIsBounded();
    void placesThatAreNotThereAreRefused();
    void aRefusalSaysWhere();
    void severalAreRemovedAsTheyComeOnce();
    void loneSurrogatesBecomeEscapes();
    void keysThatAreFree();
    void insertedAtFindsTheNewEntry();
    void manySiblingsAreNoTrouble();
    void deepestTextsAreSorted();
};

void tst_JsonEdit::onlyOneJsonValueIsTaken_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw : {"", " ", "1 2", "1,", ",1", "{", "nul", "'a'", "\"a", "// 1", "1]",
                            "\"\xff\"", "01", "NaN", "[1,]"})
        QTest::newRow(raw) << QByteArray(raw);
}

void tst_JsonEdit::onlyOneJsonValueIsTaken()
{
    QFETCH(QByteArray, raw);
    const JsonTree tree = JsonTree::parse("[1]");
    QCOMPARE(codeOf(jsonedit::setValue(tree, 1, raw)), u"NotJson"_s);
    QCOMPARE(codeOf(jsonedit::insert(tree, 0, 0, {}, raw)), u"NotJson"_s);
}

void tst_JsonEdit::depthIsBounded()
{
    const JsonTree tree = JsonTree::parse(nested(511, "1, " + nested(1)));
    QVERIFY(tree.isValid());
    const JsonNodeId innermost = 510;
    const JsonNodeId one = 511;
    const JsonNodeId empty = 512;
    QCOMPARE(tree.rawValue(one), QByteArrayView("1"));
    QCOMPARE(codeOf(jsonedit::setValue(tree, one, "[2]")), u"done"_s);
    QCOMPARE(codeOf(jsonedit::setValue(tree, one, "[[]]")), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::setValue(tree, 0, nested(512))), u"done"_s);
    QCOMPARE(codeOf(jsonedit::setValue(tree, 0, nested(513))), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::insert(tree, innermost, 0, {}, "{}")), u"done"_s);
    QCOMPARE(codeOf(jsonedit::insert(tree, innermost, 0, {}, "[{}]")), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::insert(tree, empty, 0, {}, "1")), u"done"_s);
    QCOMPARE(codeOf(jsonedit::insert(tree, empty, 0, {}, "[]")), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::changeType(tree, one, JsonKind::Array)), u"done"_s);

    const JsonTree full = JsonTree::parse(nested(512, "1, null"));
    QCOMPARE(codeOf(jsonedit::changeType(full, 512, JsonKind::Array)), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::changeType(full, 513, JsonKind::Object)), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::changeType(full, 511, JsonKind::Object)), u"done"_s);
    const JsonTree beside = JsonTree::parse('[' + nested(511, "1") + ", []]");
    QCOMPARE(codeOf(jsonedit::move(beside, 1, beside.size() - 1, 0)), u"TooDeep"_s);
    QCOMPARE(codeOf(jsonedit::move(beside, 2, beside.size() - 1, 0)), u"done"_s);
}

void tst_JsonEdit::placesThatAreNotThereAreRefused()
{
    for (const JsonTree &tree : {JsonTree::parse("[1]"), JsonTree::parse("["), JsonTree()}) {
        const JsonNodeId none = tree.size() + 1;
        const QString code = u"NoSuchPlace"_s;
        QCOMPARE(codeOf(jsonedit::setValue(tree, none, "1")), code);
        QCOMPARE(codeOf(jsonedit::renameKey(tree, none, u"a")), code);
        QCOMPARE(codeOf(jsonedit::insert(tree, none, 0, u"a", "1")), code);
        QCOMPARE(codeOf(jsonedit::remove(tree, none)), code);
        QCOMPARE(codeOf(jsonedit::remove(tree, {0, none})), code);
        QCOMPARE(codeOf(jsonedit::duplicate(tree, none)), code);
        QCOMPARE(codeOf(jsonedit::move(tree, none, 0, 0)), code);
        QCOMPARE(codeOf(jsonedit::move(tree, 1, none, 0)), code);
        QCOMPARE(codeOf(jsonedit::changeType(tree, none, JsonKind::Null)), code);
        QCOMPARE(codeOf(jsonedit::sortKeys(tree, none, true)), code);
    }
}

void tst_JsonEdit::aRefusalSaysWhere()
{
    const auto result = jsonedit::setValue(JsonTree::parse("1"), 0, "[1,\n2,]");
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QCOMPARE(result.error().detail, u"trailing comma at line 2 column 2"_s);
}

void tst_JsonEdit::severalAreRemovedAsTheyComeOnce()
{
    const JsonTree tree = JsonTree::parse("[1, [2, 3], 4]");
    QCOMPARE(changedText(tree.text(), *jsonedit::remove(tree, {5, 3, 5, 1, 3})),
             QByteArray("[[3]]"));
    QCOMPARE(*jsonedit::remove(tree, QList<JsonNodeId>()), TextChanges());
}

void tst_JsonEdit::loneSurrogatesBecomeEscapes()
{
    const QString lone(QChar(0xD83D));
    const JsonTree tree = JsonTree::parse(R"({"\ud83d":"\ud83d"})");
    QCOMPARE(codeOf(jsonedit::insert(tree, 0, 0, lone, "1")), u"KeyInUse"_s);
    QCOMPARE(changedText(tree.text(), *jsonedit::insert(tree, 0, 0, lone + u'x', "1")),
             QByteArray(R"({"\ud83dx":1,"\ud83d":"\ud83d"})"));
    QCOMPARE(changedText(tree.text(), *jsonedit::duplicate(tree, 1)),
             QByteArray(R"({"\ud83d":"\ud83d","\ud83d 2":"\ud83d"})"));
    QCOMPARE(codeOf(jsonedit::changeType(tree, 1, JsonKind::Number)), u"CannotConvert"_s);
}

void tst_JsonEdit::keysThatAreFree()
{
    const JsonTree tree = JsonTree::parse(R"({"a":1,"a 2":2,"a 4":3,"\u0062":4,"a":5})");
    QCOMPARE(jsonedit::freeKey(tree, 0, u"a"_s), u"a 3"_s);
    QCOMPARE(jsonedit::freeKey(tree, 0, u"b"_s), u"b 2"_s);
    QCOMPARE(jsonedit::freeKey(tree, 0, u"c"_s), u"c"_s);
    QCOMPARE(jsonedit::freeKey(JsonTree::parse("{}"), 0, u""_s), u""_s);
}

void tst_JsonEdit::insertedAtFindsTheNewEntry()
{
    const JsonTree tree = JsonTree::parse("{\n  \"a\": [1, 2],\n  \"b\": []\n}");
    const auto found = [&tree](const TextChanges &changes) {
        const JsonTree after = JsonTree::parse(changedText(tree.text(), changes));
        return jsonPathText(after.path(after.nodeAt(*jsonedit::insertedAt(changes))));
    };
    QCOMPARE(found(*jsonedit::insert(tree, 0, 2, u",", "[[]]")), u"$[',']"_s);
    QCOMPARE(found(*jsonedit::insert(tree, 1, 2, {}, "\",\"")), u"$.a[2]"_s);
    QCOMPARE(found(*jsonedit::insert(tree, 4, 0, {}, "{}")), u"$.b[0]"_s);
    QCOMPARE(found(*jsonedit::move(tree, 1, 4, 0)), u"$.b[0]"_s);
    QCOMPARE(jsonedit::insertedAt({}), std::nullopt);
    QCOMPARE(jsonedit::insertedAt(*jsonedit::remove(tree, 1)), std::nullopt);
    QCOMPARE(jsonedit::insertedAt(*jsonedit::move(tree, 1, 0, 1)), std::nullopt);
}

void tst_JsonEdit::manySiblingsAreNoTrouble()
{
    QByteArray text = "{";
    QList<JsonNodeId> every;
    for (int i = 0; i < 100'000; ++i) {
        text += "\"key " + QByteArray::number(100'000 - i) + "\": " + QByteArray::number(i) + ", ";
        if (i % 2 == 0)
            every.append(JsonNodeId(i) + 1);
    }
    text.replace(text.size() - 2, 2, "}");
    const JsonTree tree = JsonTree::parse(text);
    QVERIFY(tree.isValid());
    QElapsedTimer timer;
    const auto took = [&timer](const char *what) { qInfo("%-14s %lld ms", what, timer.restart()); };
    timer.start();
    QVERIFY(jsonedit::insert(tree, 0, 100'000, u"key 0", "1"));
    took("insert");
    QVERIFY(jsonedit::duplicate(tree, 50'000));
    took("duplicate");
    QVERIFY(jsonedit::move(tree, 99'999, 0, 0));
    took("move");
    QVERIFY(jsonedit::renameKey(tree, 99'999, u"key x"));
    took("renameKey");
    const auto removed = jsonedit::remove(tree, every);
    took("remove 50,000");
    QCOMPARE(JsonTree::parse(changedText(text, *removed)).childCount(0), 50'000u);
    timer.restart();
    const auto sorted = jsonedit::sortKeys(tree, 0, true);
    took("sortKeys");
    const JsonTree after = JsonTree::parse(changedText(text, *sorted));
    QCOMPARE(after.key(1), u"key 1"_s);
    QCOMPARE(after.key(100'000), u"key 99999"_s);
}

void tst_JsonEdit::deepestTextsAreSorted()
{
    QByteArray text = "1";
    QByteArray wanted = "1";
    for (int i = 0; i < 512; ++i) {
        text = "{\"b\":" + text + ",\"a\":0}";
        wanted = "{\"a\":0,\"b\":" + wanted + '}';
    }
    const JsonTree tree = JsonTree::parse(text);
    QVERIFY(tree.isValid());
    QVERIFY(changedText(text, *jsonedit::sortKeys(tree, 0, true)) == wanted);
}

MODELSCRIBE_TEST(tst_JsonEdit)

} // namespace tst_jsonedit

#include "tst_jsonedit.moc"
