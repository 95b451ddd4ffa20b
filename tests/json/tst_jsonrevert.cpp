// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonrevert.h"

#include <QTest>

#include <functional>

namespace tst_jsonrevert {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonRevert : public QObject
{
    Q_OBJECT

private slots:
    void takesOneDifferenceBack_data();
    void takesOneDifferenceBack();
    void takingAllBackGivesTheSameMeaning();
    void refusesWhatIsNotThere();
};

void tst_JsonRevert::takesOneDifferenceBack_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("changed") << "{\"a\":1.0,\"b\":2}"_ba
                             << "{\"a\": 5,\"b\":3}"_ba << 0 << "{\"a\": 1.0,\"b\":3}"_ba;
    QTest::newRow("added") << "{\"a\":1}"_ba
                           << "{\"x\":0, \"a\":1}"_ba << 0 << "{\"a\":1}"_ba;
    QTest::newRow("removed from the middle")
        << "{\"a\":1,\"b\":{\"c\":2},\"d\":3}"_ba
        << "{\"a\":1,\"d\":3}"_ba << 0 << "{\"a\":1,\"b\":{\"c\":2},\"d\":3}"_ba;
    QTest::newRow("removed first") << "{\"a\":1,\"d\":3}"_ba
                                   << "{\"d\":3}"_ba << 0 << "{\"a\":1,\"d\":3}"_ba;
    QTest::newRow("removed behind one that went too")
        << "{\"a\":1,\"b\":2,\"c\":3}"_ba
        << "{\"a\":1}"_ba << 1 << "{\"a\":1,\"c\":3}"_ba;
    QTest::newRow("element removed") << "[1,2,3]"_ba
                                     << "[1,3]"_ba << 0 << "[1,2,3]"_ba;
    QTest::newRow("spelling") << "{\"a\":1.0}"_ba
                              << "{\"a\":1}"_ba << 0 << "{\"a\":1.0}"_ba;
    QTest::newRow("order") << "{\"a\":1,\"b\":2,\"c\":3}"_ba
                           << "{ \"c\":3,\n\"a\" : 1,\n  \"b\":2 }"_ba << 0
                           << "{ \"a\" : 1,\n\"b\":2,\n  \"c\":3 }"_ba;
}

void tst_JsonRevert::takesOneDifferenceBack()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, now);
    QFETCH(int, which);
    QFETCH(QByteArray, expected);
    const JsonTree before = JsonTree::parse(stored);
    const JsonTree after = JsonTree::parse(now);
    const auto differences = jsonDifferences(before, after);
    QVERIFY(which < differences.size());
    const auto changes = revertDifference(before, after, differences, differences[which]);
    QVERIFY2(changes, qPrintable(changes ? QString() : changes.error().code));
    QCOMPARE(changedText(now, *changes), expected);
}

//! Random documents: whatever differs can be taken back one by one.
void tst_JsonRevert::takingAllBackGivesTheSameMeaning()
{
    quint32 seed = 11;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    std::function<QByteArray(int)> value = [&](int depth) {
        const quint32 kind = random(depth > 2 ? 2 : 4);
        if (kind == 0)
            return QByteArray::number(random(3));
        if (kind == 1)
            return random(2) ? "\"x\""_ba : "null"_ba;
        QByteArrayList parts;
        QByteArrayList keys{"\"a\"", "\"b\"", "\"c\"", "\"d\""};
        for (quint32 i = random(4); i > 0; --i) {
            const QByteArray key = keys.takeAt(random(quint32(keys.size())));
            parts << (kind == 2 ? key + ':' : QByteArray()) + value(depth + 1);
        }
        return kind == 2 ? '{' + parts.join(',') + '}' : '[' + parts.join(',') + ']';
    };
    for (int round = 0; round < 400; ++round) {
        const JsonTree before = JsonTree::parse("{\"r\":" + value(0) + ",\"s\":" + value(0) + '}');
        QByteArray now = "{\"s\":" + value(0) + ",\"r\":" + value(0) + '}';
        const QByteArray first = now;
        for (int step = 0; step < 60; ++step) {
            const JsonTree after = JsonTree::parse(now);
            QVERIFY2(after.isValid(), now.constData());
            const auto differences = jsonDifferences(before, after);
            if (differences.isEmpty())
                break;
            const auto &one = differences[random(quint32(differences.size()))];
            const auto changes = revertDifference(before, after, differences, one);
            const QByteArray story = "seed 11, round " + QByteArray::number(round) + ": "
                                     + before.text() + " -> " + first + " now " + now + " at "
                                     + jsonPathText(one.path).toUtf8() + " kind "
                                     + QByteArray::number(int(one.kind));
            QVERIFY2(changes, story.constData());
            QVERIFY2(!changes->isEmpty(), story.constData());
            now = changedText(now, *changes);
            QVERIFY2(jsonDifferences(before, JsonTree::parse(now)).size() <= differences.size() + 1,
                     story.constData());
        }
        QVERIFY2(sameJson(before.text(), now),
                 (before.text() + " -> " + first + " now " + now).constData());
    }
}

void tst_JsonRevert::refusesWhatIsNotThere()
{
    const JsonTree tree = JsonTree::parse("{\"a\":1}");
    using Kind = JsonDifference::Kind;
    for (const Kind kind : {Kind::Added, Kind::Removed, Kind::Changed, Kind::Order}) {
        const JsonDifference difference{kind, *jsonPathFromText(u"$.b.c"), "1", "2"};
        const auto changes = revertDifference(tree, tree, {difference}, difference);
        QVERIFY(!changes);
        QCOMPARE(changes.error().code, u"NoSuchPlace"_s);
    }
    const JsonDifference difference{Kind::Changed, {}, "1", "2"};
    QVERIFY(!revertDifference(JsonTree(), tree, {difference}, difference));
}

MODELSCRIBE_TEST(tst_JsonRevert)

} // namespace tst_jsonrevert

#include "tst_jsonrevert.moc"
