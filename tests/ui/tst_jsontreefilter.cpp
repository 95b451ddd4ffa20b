// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/tree/jsontreefilter.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_jsontreefilter {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QString paths(const JsonTree &tree, const std::vector<bool> &bits)
{
    QStringList result;
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (bits[node])
            result.append(jsonPathText(tree.path(node)));
    }
    return result.join(u' ');
}

} // namespace

class tst_JsonTreeFilter : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void showsWhatIsAroundAndInside();
    void refusesWhatIsNoPath();
    void searchesLongTextsElsewhere();
    void forgetsAnotherTree();
};

void tst_JsonTreeFilter::finds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &filter, const QString &expected) {
        QTest::newRow(name) << filter << expected;
    };
    row("a key, whatever its case", u"rat"_s, u"$.Rating $.b.ratE"_s);
    row("a value", u"4.9"_s, u"$.Rating"_s);
    row("a value with escapes", u"a/b"_s, u"$.b.x[0]"_s);
    row("a key with escapes", u"é"_s, u"$.b.é"_s);
    row("Chinese", u"新闻"_s, u"$.b.x[1]"_s);
    row("a word", u"nul"_s, u"$.b.é"_s);
    row("not the quotation marks", u"\""_s, u""_s);
    row("not the text of an escape", u"\\/"_s, u""_s);
    row("not what is between values", u","_s, u""_s);
    row("a path", u"$.b.x[*]"_s, u"$.b.x[0] $.b.x[1]"_s);
    row("a path at any depth", u"$..ratE"_s, u"$.b.ratE"_s);
    row("everything", u"$"_s, u"$"_s);
}

void tst_JsonTreeFilter::finds()
{
    QFETCH(QString, filter);
    const JsonTree tree = JsonTree::parse(
        R"({"Rating": 4.95, "b": {"ratE": true, "x": ["a\/b", "新闻"], "\u00e9": null}})");
    const auto matches = jsonTreeMatches(tree, filter);
    QVERIFY(matches);
    QTEST(paths(tree, matches->found), "expected");
    QCOMPARE(matches->count, quint32(std::ranges::count(matches->found, true)));
}

void tst_JsonTreeFilter::showsWhatIsAroundAndInside()
{
    const JsonTree tree = JsonTree::parse(R"({"a": {"b": {"c": 1}}, "d": [[2]], "e": 3})");
    const auto inner = jsonTreeMatches(tree, u"b"_s);
    QCOMPARE(paths(tree, inner->shown), u"$ $.a $.a.b $.a.b.c"_s);
    QCOMPARE(paths(tree, inner->open), u"$ $.a"_s);
    const auto all = jsonTreeMatches(tree, u"$..*"_s);
    QCOMPARE(all->count, tree.size() - 1);
    QCOMPARE(paths(tree, all->open), u"$ $.a $.a.b $.d $.d[0]"_s);
    const auto last = jsonTreeMatches(tree, u"e"_s);
    QCOMPARE(paths(tree, last->shown), u"$ $.e"_s);
}

void tst_JsonTreeFilter::refusesWhatIsNoPath()
{
    JsonTreeFilter filter;
    filter.setTree(JsonTree::shared(R"({"a": 1})"));
    filter.setText(u"$.a"_s);
    QVERIFY(filter.matches() && !filter.error());
    filter.setText(u"$.a["_s);
    QVERIFY(filter.error());
    QVERIFY(filter.error()->detail.toInt() > 1);
    QVERIFY(filter.matches()); // what was seen stays
    filter.setText(u"  "_s);
    QVERIFY(!filter.isActive() && !filter.matches() && !filter.error());
}

void tst_JsonTreeFilter::searchesLongTextsElsewhere()
{
    QByteArray json = "[";
    for (int i = 0; i < 20'000; ++i)
        json += "\"value " + QByteArray::number(i) + "\",";
    json += "0]";
    JsonTreeFilter filter;
    QSignalSpy changed(&filter, &JsonTreeFilter::changed);
    filter.setTree(JsonTree::shared(json));
    changed.clear();
    filter.setText(u"1999"_s);
    filter.setText(u"19999"_s); // the answer for the one before does not count
    QVERIFY(!filter.matches());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(filter.matches()->count, 1U);
    QTest::qWait(50);
    QCOMPARE(changed.size(), 1);
}

void tst_JsonTreeFilter::forgetsAnotherTree()
{
    JsonTreeFilter filter;
    filter.setTree(JsonTree::shared(R"({"a": 1, "aa": 2})"));
    filter.setText(u"a"_s);
    QCOMPARE(filter.matches()->count, 2U);
    filter.setTree(JsonTree::shared(R"({"a": 1})"));
    QCOMPARE(filter.matches()->found.size(), 2U);
    filter.setTree(std::make_shared<const JsonTree>());
    QVERIFY(!filter.matches());
}

MODELSCRIBE_TEST(tst_JsonTreeFilter)

} // namespace tst_jsontreefilter

#include "tst_jsontreefilter.moc"
