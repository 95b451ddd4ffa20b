// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/jsonsearch.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsonsearch {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const std::atomic_bool no{false};

QStringList found(const QByteArray &text, const JsonSearchQuery &query)
{
    QStringList result;
    for (const JsonRange &match : searchJson(JsonSearchText(text), query, 100, no).matches)
        result.append(QString::fromUtf8(text.mid(match.begin, match.size())));
    return result;
}

} // namespace

class tst_JsonSearch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void badExpressionsAreNamed();
    void endlessExpressionsEnd();
    void stopsAtTheLimit();
    void stopsWhenCancelled();
    void replaces_data();
    void replaces();
    void replacesOnlyOne();
};

void tst_JsonSearch::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonSearchQuery>("query");
    QTest::addColumn<QStringList>("expected");
    const QByteArray text("{\"Key\":1,\"key\":2,\"keys\":\"模型 🤖 模型\",\"n\":10}");
    QTest::newRow("any case") << text << JsonSearchQuery{u"key"_s}
                              << QStringList{u"Key"_s, u"key"_s, u"key"_s};
    QTest::newRow("this case") << text << JsonSearchQuery{u"key"_s, true}
                               << QStringList{u"key"_s, u"key"_s};
    QTest::newRow("whole word") << text << JsonSearchQuery{u"KEY"_s, false, true}
                                << QStringList{u"Key"_s, u"key"_s};
    QTest::newRow("Chinese") << text << JsonSearchQuery{u"模型"_s, true}
                             << QStringList{u"模型"_s, u"模型"_s};
    QTest::newRow("behind an emoji")
        << text << JsonSearchQuery{u"(?<=🤖 ).."_s, true, false, true} << QStringList{u"模型"_s};
    QTest::newRow("expression") << text << JsonSearchQuery{u"\\d+"_s, true, false, true}
                                << QStringList{u"1"_s, u"2"_s, u"10"_s};
    QTest::newRow("not an expression")
        << QByteArray("a.b axb") << JsonSearchQuery{u"a.b"_s} << QStringList{u"a.b"_s};
    QTest::newRow("lines") << QByteArray("a\nb\na") << JsonSearchQuery{u"^a$"_s, true, false, true}
                           << QStringList{u"a"_s, u"a"_s};
    QTest::newRow("empty matches")
        << QByteArray("ab🤖") << JsonSearchQuery{u"x*"_s, true, false, true} << QStringList();
    QTest::newRow("nothing") << text << JsonSearchQuery{} << QStringList();
    QTest::newRow("behind a byte order mark")
        << QByteArray("\xEF\xBB\xBF{\"A\":1}") << JsonSearchQuery{u"a"_s} << QStringList{u"A"_s};
    QTest::newRow("behind bytes that are no UTF-8")
        << QByteArray("\xFF\xC0\"A\":\"模\"") << JsonSearchQuery{u"a"_s} << QStringList{u"A"_s};
    QTest::newRow("Chinese behind such bytes")
        << QByteArray("\xFF\xC0\"A\":\"模\"") << JsonSearchQuery{u"模"_s, false, true}
        << QStringList{u"模"_s};
}

void tst_JsonSearch::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(JsonSearchQuery, query);
    QFETCH(QStringList, expected);
    QCOMPARE(found(text, query), expected);
}

void tst_JsonSearch::badExpressionsAreNamed()
{
    const auto result = searchJson(JsonSearchText("a"), {u"ab(c"_s, true, false, true}, 10, no);
    QCOMPARE(result.problem, JsonSearchResult::Problem::BadExpression);
    QVERIFY(!result.detail.isEmpty());
    QCOMPARE(result.position, 5);
    QCOMPARE(jsonReplacements(JsonSearchText("a"), {u"("_s, true, false, true}, {}, {}, no).size(),
             0);
}

void tst_JsonSearch::endlessExpressionsEnd()
{
    const JsonSearchText text(QByteArray(200'000, 'a') + "b");
    QElapsedTimer timer;
    timer.start();
    const auto result = searchJson(text, {u"(a+)+$c"_s, true, false, true}, 10, no);
    QCOMPARE(result.problem, JsonSearchResult::Problem::TooComplex);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_JsonSearch::stopsAtTheLimit()
{
    const auto plain = searchJson(JsonSearchText("aaaa"), {u"a"_s, true}, 3, no);
    QCOMPARE(plain.matches.size(), 3);
    QVERIFY(plain.hasMore);
    const auto expression = searchJson(JsonSearchText("aaaa"), {u"a"_s}, 4, no);
    QCOMPARE(expression.matches.size(), 4);
    QVERIFY(!expression.hasMore);
}

void tst_JsonSearch::stopsWhenCancelled()
{
    const std::atomic_bool yes{true};
    QVERIFY(searchJson(JsonSearchText("aaaa"), {u"a"_s}, 9, yes).matches.isEmpty());
    QVERIFY(jsonReplacements(JsonSearchText("aaaa"), {u"a"_s}, u"b"_s, {}, yes).isEmpty());
}

void tst_JsonSearch::replaces_data()
{
    QTest::addColumn<JsonSearchQuery>("query");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QByteArray>("expected");
    const JsonSearchQuery pairs{u"(\\w+)=(\\w+)"_s, true, false, true};
    QTest::newRow("backslash") << pairs << u"\\2=\\1"_s << QByteArray("1=a 二=b");
    QTest::newRow("dollar") << pairs << u"$2=$1"_s << QByteArray("1=a 二=b");
    QTest::newRow("braces") << pairs << u"${1}0"_s << QByteArray("a0 b0");
    QTest::newRow("whole") << pairs << u"[$0]"_s << QByteArray("[a=1] [b=二]");
    QTest::newRow("line break") << pairs << u"\\1\\n"_s << QByteArray("a\n b\n");
    QTest::newRow("no such group") << pairs << u"<$7>"_s << QByteArray("<> <>");
    QTest::newRow("twice is itself") << pairs << u"$$1"_s << QByteArray("$1 $1");
    QTest::newRow("at the end") << pairs << u"x\\"_s << QByteArray("x\\ x\\");
    QTest::newRow("plain text stays plain")
        << JsonSearchQuery{u"="_s, true} << u"$1\\1"_s << QByteArray("a$1\\11 b$1\\1二");
}

void tst_JsonSearch::replaces()
{
    QFETCH(JsonSearchQuery, query);
    QFETCH(QString, with);
    QFETCH(QByteArray, expected);
    const QByteArray text("a=1 b=二");
    QCOMPARE(changedText(text, jsonReplacements(JsonSearchText(text), query, with, {}, no)),
             expected);
}

void tst_JsonSearch::replacesOnlyOne()
{
    const QByteArray text("模=1 b=2 c=3");
    const JsonSearchQuery query{u"(.)=(.)"_s, true, false, true};
    const JsonRange second{6, 9};
    const TextChanges changes = jsonReplacements(JsonSearchText(text), query, u"$2"_s, second, no);
    QCOMPARE(changedText(text, changes), "模=1 2 c=3");
    QVERIFY2(jsonReplacements(JsonSearchText(text), query, u"$2"_s, JsonRange{7, 9}, no).isEmpty(),
             "there is no match just there");
}

MODELSCRIBE_TEST(tst_JsonSearch)

} // namespace tst_jsonsearch

#include "tst_jsonsearch.moc"
