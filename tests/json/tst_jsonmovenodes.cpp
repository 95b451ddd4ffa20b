// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonmovenodes.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_jsonmovenodes {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonMoveNodes : public QObject
{
    Q_OBJECT

private slots:
    void moves_data();
    void moves();
    void movesNothingWhenOneCannot();
    void movesEveryChoiceOfElements();
};

void tst_JsonMoveNodes::moves_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("nodes");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<quint32>("position");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QStringList &nodes,
                        const QString &parent, quint32 position, const QByteArray &expected) {
        QTest::newRow(name) << json << nodes << parent << position << expected;
    };
    row("to the end", "[1, 2, 3, 4]", {u"$[0]"_s, u"$[2]"_s}, u"$"_s, 4, "[2, 4, 1, 3]");
    row("to the start", "[1, 2, 3, 4]", {u"$[1]"_s, u"$[3]"_s}, u"$"_s, 0, "[2, 4, 1, 3]");
    row("around themselves", "[1, 2, 3, 4]", {u"$[0]"_s, u"$[3]"_s}, u"$"_s, 2, "[2, 1, 4, 3]");
    row("where they are", "[1, 2, 3, 4]", {u"$[1]"_s, u"$[2]"_s}, u"$"_s, 1, "[1, 2, 3, 4]");
    row("into a container behind", R"([1, [5, 6], 2, {"k": [9]}])", {u"$[0]"_s, u"$[2]"_s},
        u"$[3].k"_s, 0, R"([[5, 6], {"k": [1, 2, 9]}])");
    row("from several containers", R"({"a": [1, 2], "b": [3, 4], "c": []})",
        {u"$.a[1]"_s, u"$.b[0]"_s}, u"$.c"_s, 0, R"({"a": [1], "b": [4], "c": [2, 3]})");
    row("out of where they go before", R"([[[1, 2], 3], 4])", {u"$[0][0][0]"_s, u"$[0][0][1]"_s},
        u"$"_s, 1, R"([[[], 3], 1, 2, 4])");
    row("not latin", "[\"é\", \"è\", \"新\", \"闻\"]", {u"$[0]"_s, u"$[2]"_s}, u"$"_s, 4,
        "[\"è\", \"闻\", \"é\", \"新\"]");
}

void tst_JsonMoveNodes::moves()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, nodes);
    QFETCH(QString, parent);
    QFETCH(quint32, position);
    const JsonTree tree = JsonTree::parse(json);
    QList<JsonNodeId> ids;
    for (const QString &path : nodes)
        ids.append(*tree.find(*jsonPathFromText(path)));
    const auto moved = moveNodes(tree, ids, *tree.find(*jsonPathFromText(parent)), position);
    QVERIFY(moved);
    const QByteArray after = changedText(json, moved->changes);
    QTEST(after, "expected");
    QVERIFY(moved->changes.size() <= 1);
    for (const TextChange &change : moved->changes)
        QVERIFY(QString::fromUtf8(change.text).toUtf8() == change.text);
    const JsonTree now = JsonTree::parse(after);
    QCOMPARE(now.rawValue(now.nodeAt(*moved->at)), tree.rawValue(ids.first()));
}

void tst_JsonMoveNodes::movesNothingWhenOneCannot()
{
    const JsonTree tree = JsonTree::parse(R"({"a": {"x": 1, "y": 2}, "y": 3})");
    const auto moved = moveNodes(tree, {2, 3}, 0, 0);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, u"KeyInUse"_s);
    const JsonTree large = JsonTree::parse("[" + QByteArray(3'000'000, ' ') + "1]");
    const auto tooMuch = moveNodes(large, QList<JsonNodeId>(100, 1), 0, 0);
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().code, u"TooMuch"_s);
}

void tst_JsonMoveNodes::movesEveryChoiceOfElements()
{
    // Elements of one array, as a list would move them.
    const QByteArray json = "[0, [1], 2, [3, [3]], 4]";
    const JsonTree tree = JsonTree::parse(json);
    const QList<JsonNodeId> children = tree.children(0);
    for (int choice = 1; choice < 32; ++choice) {
        for (quint32 position = 0; position <= 5; ++position) {
            QByteArrayList head, chosen, tail;
            QList<JsonNodeId> ids;
            for (int i = 0; i < 5; ++i) {
                const QByteArray value = tree.rawValue(children[i]).toByteArray();
                if (choice & (1 << i)) {
                    ids.append(children[i]);
                    chosen.append(value);
                } else {
                    (quint32(i) < position ? head : tail).append(value);
                }
            }
            const auto moved = moveNodes(tree, ids, 0, position);
            QVERIFY(moved);
            QCOMPARE(changedText(json, moved->changes),
                     "[" + (head + chosen + tail).join(", ") + "]");
        }
    }
}

MODELSCRIBE_TEST(tst_JsonMoveNodes)

} // namespace tst_jsonmovenodes

#include "tst_jsonmovenodes.moc"
