// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreemodel.h"

#include "testclass.h"
#include "json/jsonedit.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

namespace tst_jsontreemodel {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

std::shared_ptr<const JsonTree> treeOf(const QByteArray &json) { return JsonTree::shared(json); }

JsonNodeId nodeAt(const JsonTreeModel &model, const QString &path)
{
    return *model.tree()->find(*jsonPathFromText(path));
}

//! The open containers as paths with blanks between them.
QString openPaths(const JsonTreeModel &model)
{
    QStringList paths;
    for (JsonNodeId node = 1; node < model.tree()->size(); ++node) {
        if (model.canExpand(node) && model.isExpanded(node))
            paths.append(jsonPathText(model.tree()->path(node)));
    }
    return paths.join(u' ');
}

void open(JsonTreeModel &model, const QString &paths)
{
    model.expandToLevel(0);
    for (const QString &path : paths.split(u' ', Qt::SkipEmptyParts))
        model.setExpanded(nodeAt(model, path), true);
}

QByteArray randomJson(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 6 : 4)) {
    case 0: return QByteArray::number(random.bounded(1000));
    case 1: return "\"t" + QByteArray::number(random.bounded(1000)) + "\"";
    case 2: return "null";
    case 3: return "true";
    case 4: {
        QByteArrayList parts;
        for (int i = random.bounded(5); i > 0; --i)
            parts.append(randomJson(random, depth - 1));
        return "[" + parts.join(", ") + "]";
    }
    default: {
        QByteArrayList parts;
        for (int i = random.bounded(5); i > 0; --i)
            parts.append("\"k" + QByteArray::number(i) + "\": " + randomJson(random, depth - 1));
        return "{" + parts.join(", ") + "}";
    }
    }
}

Result<TextChanges> randomEdit(QRandomGenerator &random, const JsonTree &tree)
{
    const JsonNodeId node = random.bounded(tree.size());
    const JsonNodeId other = random.bounded(tree.size());
    switch (random.bounded(6)) {
    case 0: return jsonedit::setValue(tree, node, randomJson(random, 3));
    case 1: return jsonedit::remove(tree, node);
    case 2: return jsonedit::duplicate(tree, node);
    case 3: {
        const quint32 position = random.bounded(tree.childCount(other) + 1);
        return jsonedit::insert(tree, other, position, u"n%1"_s.arg(random.bounded(99)),
                                randomJson(random, 2));
    }
    case 4: return jsonedit::renameKey(tree, node, u"r%1"_s.arg(random.bounded(99)));
    default: return jsonedit::move(tree, node, other, random.bounded(tree.childCount(other) + 1));
    }
}

//! The rows as they must be, read without any cleverness.
void addRows(const JsonTreeModel &model, JsonNodeId parent, const JsonTreeMatches *matches,
             QList<JsonNodeId> &rows)
{
    for (const JsonNodeId child : model.tree()->children(parent)) {
        if (matches && !matches->shown[child])
            continue;
        rows.append(child);
        if (model.tree()->isContainer(child) && model.isExpanded(child))
            addRows(model, child, matches, rows);
    }
}

QList<JsonNodeId> rowsOf(const JsonTreeModel &model)
{
    QList<JsonNodeId> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.nodeAt(row));
    return rows;
}

} // namespace

class tst_JsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void staysRightThroughRandomEdits();
    void keepsWhatIsOpen_data();
    void keepsWhatIsOpen();
    void mapsEveryUntouchedNodeToItself();
    void showsKeysAndValues_data();
    void showsKeysAndValues();
    void showsOnlyTheBeginningOfLongValues();
    void rowsKnowTheirPlace();
    void opensLevels();
    void marksHints();
    void filterIsKeptByNode();
    void toolTipsArePlain();
};

void tst_JsonTreeModel::staysRightThroughRandomEdits()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 40; ++round) {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setTree(treeOf("{\"start\": " + randomJson(random, 4) + ", \"x\": [1, [2], 3]}"));
        for (int step = 0; step < 30; ++step) {
            const JsonTree &tree = *model.tree();
            const JsonNodeId node = random.bounded(tree.size());
            std::optional<JsonTreeMatches> matches;
            switch (random.bounded(5)) {
            case 0:
                if (const auto changes = randomEdit(random, tree))
                    model.setTree(treeOf(changedText(tree.text(), *changes)));
                model.setMatches({});
                break;
            case 1:
                matches = *jsonTreeMatches(tree, QString::number(random.bounded(10)));
                model.setMatches(matches);
                break;
            case 2: model.expandToLevel(random.bounded(4)); break;
            case 3: model.expandBelow(node); break;
            default: model.setExpanded(node, !model.isExpanded(node));
            }
            if (!model.isFiltered() || matches) {
                QList<JsonNodeId> expected;
                if (model.tree()->isContainer(0))
                    addRows(model, 0, matches ? &*matches : nullptr, expected);
                else
                    expected = {0};
                QCOMPARE(rowsOf(model), expected);
            }
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.rowOf(model.nodeAt(row)), row);
                QCOMPARE(model.levelAt(row),
                         std::max(model.tree()->depth(model.nodeAt(row)) - 1, 0));
            }
        }
    }
}

void tst_JsonTreeModel::keepsWhatIsOpen_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &before, const QString &open,
                        const QByteArray &after, const QString &expected) {
        QTest::newRow(name) << before << open << after << expected;
    };
    const QByteArray json = R"({"a": [[1], [2], [3]], "b": {"c": [4]}})";
    row("nothing changed", json, u"$.a $.a[1]"_s, json, u"$.a $.a[1]"_s);
    row("a value elsewhere", json, u"$.a $.a[1] $.b"_s,
        R"({"a": [[1], [2], [9]], "b": {"c": [4]}})", u"$.a $.a[1] $.b"_s);
    row("element removed before", json, u"$.a $.a[1]"_s, R"({"a": [[2], [3]], "b": {"c": [4]}})",
        u"$.a $.a[0]"_s);
    row("element added before", json, u"$.a $.a[1]"_s,
        R"({"a": [0, [1], [2], [3]], "b": {"c": [4]}})", u"$.a $.a[2]"_s);
    row("elements swapped", json, u"$.a $.a[0]"_s, R"({"a": [[2], [1], [3]], "b": {"c": [4]}})",
        u"$.a $.a[1]"_s);
    row("key renamed", json, u"$.b $.b.c"_s, R"({"a": [[1], [2], [3]], "bb": {"c": [4]}})",
        u"$.bb $.bb.c"_s);
    row("members sorted", R"({"z": {"y": [1]}, "a": {"x": [1]}})", u"$.z $.z.y"_s,
        R"({"a": {"x": [1]}, "z": {"y": [1]}})", u"$.z $.z.y"_s);
    row("laid out otherwise", json, u"$.a $.a[2] $.b"_s,
        "{\n \"a\": [\n  [1],\n  [2],\n  [3]\n ],\n \"b\": {\n  \"c\": [4]\n }\n}",
        u"$.a $.a[2] $.b"_s);
    row("of duplicates the same", R"({"a": [1], "a": [2], "b": 1})", u"$.a#2"_s,
        R"({"n": 0, "a": [1], "a": [2], "b": 1})", u"$.a#2"_s);
    row("another kind", json, u"$.a $.a[0]"_s, R"({"a": {"x": [1]}, "b": {"c": [4]}})", u"$.a"_s);
    row("emptied", json, u"$.a $.b"_s, R"({"a": [], "b": {"c": [4]}})", u"$.b"_s);
    row("whole other text", json, u"$.a $.b"_s, R"([1, [2]])", u""_s);
}

void tst_JsonTreeModel::keepsWhatIsOpen()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, open);
    QFETCH(QByteArray, after);
    JsonTreeModel model;
    model.setTree(treeOf(before));
    tst_jsontreemodel::open(model, open);
    QCOMPARE(openPaths(model), open);
    model.setTree(treeOf(after));
    QTEST(openPaths(model), "expected");
}

void tst_JsonTreeModel::mapsEveryUntouchedNodeToItself()
{
    const JsonTree before = JsonTree::parse(
        R"({"a": [1, 22, {"b": 3}], "c": {"d": [4, 5]}, "e": 6})");
    const JsonTree after = JsonTree::parse(
        R"({"a": [1, 22, {"b": 333}], "new": 1, "c": {"d": [4, 5]}, "e": 6})");
    const JsonNodeMap map(before, after);
    for (JsonNodeId node = 0; node < before.size(); ++node)
        QCOMPARE(after.path(map[node]), before.path(node));
    const JsonTree shorter = JsonTree::parse(R"({"a": [1, 22, {"b": 3}], "e": 6})");
    const JsonNodeMap back(before, shorter);
    const auto path = [&](const char16_t *text) {
        const JsonNodeId node = *before.find(*jsonPathFromText(QStringView(text)));
        return jsonPathText(shorter.path(back.nearest(node)));
    };
    QCOMPARE(path(u"$.c"), u"$.e"_s);
    QCOMPARE(path(u"$.c.d[1]"), u"$.e"_s);
    QCOMPARE(path(u"$.a[2].b"), u"$.a[2].b"_s);
    const JsonNodeMap toNothing(before, JsonTree());
    QCOMPARE(toNothing.nearest(3), JsonNodeMap::none);
}

void tst_JsonTreeModel::showsKeysAndValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &json, const QString &key,
                        const QString &value) { QTest::newRow(name) << json << key << value; };
    row("number", R"({"a": 1.50e+3})", u"a"_s, u"1.50e+3"_s);
    row("escapes", R"({"\u0061\n": "x\ty\/"})", u"\"a⏎\""_s, u"x y/"_s);
    row("empty text", R"({"": ""})", u"\"\""_s, u"\"\""_s);
    row("blanks around", R"({"a": " b"})", u"a"_s, u"\" b\""_s);
    row("bidirectional", "{\"a\": \"x\xe2\x80\xae\"}", u"a"_s, u"x⟦U+202E⟧"_s);
    row("lone surrogate", R"({"a": "\udc00"})", u"a"_s, u"⟦U+DC00⟧"_s);
    row("nul", R"({"a": "b\u0000c"})", u"a"_s, u"b⟦U+0000⟧c"_s);
    row("container", R"({"a": [1, 2]})", u"a"_s, u"2 item(s)"_s);
    row("element", R"([null])", u"0"_s, u"null"_s);
    row("outermost", "true", u"(the whole text)"_s, u"true"_s);
}

void tst_JsonTreeModel::showsKeysAndValues()
{
    QFETCH(QByteArray, json);
    JsonTreeModel model;
    model.setTree(treeOf(json));
    QTEST(model.index(0, JsonTreeModel::KeyColumn).data().toString(), "key");
    QTEST(model.index(0, JsonTreeModel::ValueColumn).data().toString(), "value");
}

void tst_JsonTreeModel::showsOnlyTheBeginningOfLongValues()
{
    // Cut at every place: never inside of an escape or a character.
    for (int pad = 280; pad < 300; ++pad) {
        const QByteArray head(pad, 'x');
        JsonTreeModel model;
        model.setTree(treeOf("[\"" + head + R"(\u0041\\\\)" + "\xf0\x9f\x98\x80\xe4\xb8\xad"
                             + QByteArray(100'000, 'y') + "\"]"));
        const QString shown = model.index(0, JsonTreeModel::ValueColumn).data().toString();
        QVERIFY(shown.startsWith(QString::fromLatin1(head)));
        QVERIFY(shown.endsWith(u'…') && shown.size() <= 310);
        QVERIFY(!shown.contains(QChar::ReplacementCharacter) && !shown.contains(u"U+"_s));
        QVERIFY(!shown.contains(u"\\u"_s));
    }
    JsonTreeModel model;
    model.setTree(treeOf('[' + QByteArray(1000, '7') + ']'));
    QCOMPARE(model.index(0, JsonTreeModel::ValueColumn).data().toString().size(), 301);
}

void tst_JsonTreeModel::rowsKnowTheirPlace()
{
    JsonTreeModel model;
    model.setTree(treeOf(R"({"a": [[5], 6]})"));
    model.expandToLevel(9);
    QCOMPARE(rowsOf(model), QList<JsonNodeId>({1, 2, 3, 4}));
    QCOMPARE(model.levelAt(2), 2);
    QCOMPARE(model.parentRow(2), 1);
    QCOMPARE(model.parentRow(0), JsonTreeModel::noRow);
    QCOMPARE(model.keyText(3), u"1"_s);
    model.setExpanded(1, false);
    QCOMPARE(model.rowOf(2), JsonTreeModel::noRow);
    model.reveal(3);
    QCOMPARE(rowsOf(model), QList<JsonNodeId>({1, 2, 3, 4}));
    QCOMPARE(model.outermost({4, 2, 3}), QList<JsonNodeId>({2, 4}));
}

void tst_JsonTreeModel::opensLevels()
{
    JsonTreeModel model;
    model.setTree(treeOf(R"({"a": {"b": {"c": {"d": 1}}}, "e": [[1]]})"));
    QCOMPARE(openPaths(model), u"$.a $.e"_s); // a short text
    model.expandToLevel(0);
    QCOMPARE(model.rowCount(), 2);
    model.expandToLevel(2);
    QCOMPARE(openPaths(model), u"$.a $.a.b $.e $.e[0]"_s);
    model.expandToLevel(1);
    QCOMPARE(openPaths(model), u"$.a $.e"_s);
    model.expandBelow(1);
    QCOMPARE(openPaths(model), u"$.a $.a.b $.a.b.c $.e"_s);
    JsonTreeModel large;
    large.setTree(treeOf("[" + QByteArray("[1],").repeated(500) + "0]"));
    QCOMPARE(openPaths(large), QString());
}

void tst_JsonTreeModel::marksHints()
{
    JsonTreeModel model;
    model.setTree(treeOf(R"({"a": {"b": 1}, "c": 2})"));
    model.setHints({JsonHint{.code = JsonHint::Code::DuplicateKey, .node = 2},
                    JsonHint{.code = JsonHint::Code::TooSmall, .node = 2, .expected = {u"5"_s}}});
    using Mark = JsonTreeModel::Mark;
    QCOMPARE(model.markOf(2), Mark::Own);
    QCOMPARE(model.markOf(1), Mark::None);
    QCOMPARE(model.markOf(3), Mark::None);
    model.setExpanded(1, false);
    QCOMPARE(model.markOf(1), Mark::Inside);
    model.setExpanded(1, true);
    const QString spoken = model.index(1, 0).data(Qt::AccessibleDescriptionRole).toString();
    QCOMPARE(spoken.count(u'\n'), 1);
    QVERIFY(spoken.contains(u'5'));
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u'5'));
    // They are about one tree.
    model.setTree(treeOf(R"({"a": {"b": 1}})"));
    QCOMPARE(model.markOf(2), Mark::None);
}

void tst_JsonTreeModel::filterIsKeptByNode()
{
    JsonTreeModel model;
    model.setTree(treeOf(R"({"a": {"b": 1, "c": 2}, "d": 3})"));
    model.setMatches(*jsonTreeMatches(*model.tree(), u"c"_s));
    QCOMPARE(rowsOf(model), QList<JsonNodeId>({1, 3}));
    model.setTree(treeOf(R"({"n": 0, "a": {"b": 1, "c": 2, "m": [4]}, "d": 3})"));
    // What is new is shown, what was hidden is not.
    QCOMPARE(rowsOf(model), QList<JsonNodeId>({1, 2, 4, 5}));
    QVERIFY(model.isFound(4) && !model.isFound(5));
    model.setMatches({});
    QVERIFY(!model.isFiltered());
    QCOMPARE(openPaths(model), u"$.a"_s); // as before the filter
}

void tst_JsonTreeModel::toolTipsArePlain()
{
    JsonTreeModel model;
    model.setTree(treeOf(R"({"<b>k</b>": "<img src='x'>"})"));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
}

MODELSCRIBE_GUI_TEST(tst_JsonTreeModel)

} // namespace tst_jsontreemodel

#include "tst_jsontreemodel.moc"
