// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonsearch.h"

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
    void replacesLineByLine_data();
    void replacesLineByLine();
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
        << QByteArray("ab🤖") << JsonSearchQuery{u"x*"_s, true, false, true}
        << QStringList{u""_s, u""_s, u""_s, u""_s};
    QTest::newRow("none right behind another")
        << QByteArray("xab") << JsonSearchQuery{u"x*"_s, true, false, true}
        << QStringList{u"x"_s, u""_s, u""_s};
    const QByteArray windows("a,\r\nb,\r\nc");
    QTest::newRow("ends of lines with CRLF")
        << windows << JsonSearchQuery{u".$"_s, true, false, true}
        << QStringList{u","_s, u","_s, u"c"_s};
    QTest::newRow("starts of such lines") << windows << JsonSearchQuery{u"^."_s, true, false, true}
                                          << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("whole lines with CRLF") << windows << JsonSearchQuery{u".*"_s, true, false, true}
                                           << QStringList{u"a,"_s, u"b,"_s, u"c"_s};
    QTest::newRow("a line break is CRLF") << windows << JsonSearchQuery{u"\\n"_s, true, false, true}
                                          << QStringList{u"\r\n"_s, u"\r\n"_s};
    QTest::newRow("not a line break") << windows << JsonSearchQuery{u"[^\\n]+"_s, true, false, true}
                                      << QStringList{u"a,"_s, u"b,"_s, u"c"_s};
    QTest::newRow("behind a line break")
        << windows << JsonSearchQuery{u"(?<=\\n)\\w"_s, true, false, true}
        << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("blanks at the end of a line with CRLF")
        << QByteArray("a  \r\nb\r\n\r\nc") << JsonSearchQuery{u"\\s+$"_s, true, false, true}
        << QStringList{u"  "_s, u"\r\n"_s};
    QTest::newRow("CR by its name") << windows << JsonSearchQuery{u",\\r$"_s, true, false, true}
                                    << QStringList{u",\r"_s, u",\r"_s};
    QTest::newRow("a group of either end")
        << windows << JsonSearchQuery{u"(^|,)b(,|$)"_s, true, false, true} << QStringList{u"b,"_s};
    QTest::newRow("lines that end with CR")
        << QByteArray("a,\rb") << JsonSearchQuery{u",$"_s, true, false, true}
        << QStringList{u","_s};
    QTest::newRow("range of escapes")
        << text << JsonSearchQuery{u"[\\u4e00-\\u9fa5]+"_s, true, false, true}
        << QStringList{u"模型"_s, u"模型"_s};
    QTest::newRow("escaped pair") << text << JsonSearchQuery{u"\\uD83E\\uDD16"_s, true, false, true}
                                  << QStringList{u"🤖"_s};
    QTest::newRow("escape in braces")
        << text << JsonSearchQuery{u"\\u{1F916}"_s, true, false, true} << QStringList{u"🤖"_s};
    QTest::newRow("escaped backslash")
        << QByteArray("\\u4e00") << JsonSearchQuery{u"\\\\u4e00"_s, true, false, true}
        << QStringList{u"\\u4e00"_s};
    QTest::newRow("quoted") << QByteArray("\\u4e00")
                            << JsonSearchQuery{u"\\Q\\u4e00\\E"_s, true, false, true}
                            << QStringList{u"\\u4e00"_s};
    QTest::newRow("class with brackets")
        << QByteArray("]a:\n\r") << JsonSearchQuery{u"[]\\n[:alpha:]]+"_s, true, false, true}
        << QStringList{u"]a"_s, u"\n\r"_s};
    QTest::newRow("an alternative that is empty")
        << QByteArray("ab") << JsonSearchQuery{u"a(b|)c*b"_s, true, false, true}
        << QStringList{u"ab"_s};
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
    const auto behind = searchJson(JsonSearchText("a"), {u"\\u4e00[\\u4e8c(c"_s, true, false, true},
                                   10, no);
    QCOMPARE(behind.problem, JsonSearchResult::Problem::BadExpression);
    QCOMPARE(behind.position, 16); // in what was typed
    QCOMPARE(searchJson(JsonSearchText("a"), {u"x\\u4"_s, true, false, true}, 10, no).problem,
             JsonSearchResult::Problem::BadExpression);
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
    const JsonSearchQuery named{u"(?<key>\\w+)=(?<value>\\w+)"_s, true, false, true};
    QTest::newRow("names") << named << u"${value}=${key}"_s << QByteArray("1=a 二=b");
    QTest::newRow("numbers of named groups") << named << u"$2=${1}"_s << QByteArray("1=a 二=b");
    QTest::newRow("no such name") << named << u"<${Key}>"_s << QByteArray("<${Key}> <${Key}>");
    QTest::newRow("no name") << named << u"${}"_s << QByteArray("${} ${}");
    QTest::newRow("name without an end") << named << u"${key"_s << QByteArray("${key ${key");
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

void tst_JsonSearch::replacesLineByLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QString &pattern,
                        const QString &with, const QByteArray &expected) {
        QTest::newRow(name) << text << pattern << with << expected;
    };
    row("ends", "a\nb", u"$"_s, u";"_s, "a;\nb;");
    row("ends with CRLF", "a\r\nb\r\n", u"$"_s, u";"_s, "a;\r\nb;\r\n;");
    row("starts", "a\nb", u"^"_s, u"# "_s, "# a\n# b");
    row("starts with CRLF", "a\r\n\r\nb", u"^"_s, u"# "_s, "# a\r\n# \r\n# b");
    row("comma at the end with CRLF", "a,\r\nb", u",$"_s, u""_s, "a\r\nb");
    row("line break in a text with LF", "a,b\nc", u","_s, u"\\n"_s, "a\nb\nc");
    row("line break in a text with CRLF", "a,b\r\nc", u","_s, u"\\n"_s, "a\r\nb\r\nc");
    row("line break in a text with CR", "a,b\rc", u","_s, u"\\n"_s, "a\rb\rc");
    row("CRLF by its name", "a,b\nc", u","_s, u"\\r\\n"_s, "a\r\nb\nc");
    row("CR by its name", "a,b\r\nc", u"(,)"_s, u"\\1\\r"_s, "a,\rb\r\nc");
    row("blanks at the ends", "a  \r\nb \r\n", u"[ \\t]+$"_s, u""_s, "a\r\nb\r\n");
    row("blanks at the ends, of any kind", "a  \r\nb", u"\\s+$"_s, u""_s, "a\r\nb");
    row("CRLF made LF", "a\r\nb", u"\\r$"_s, u""_s, "a\nb");
    row("the tenth group", "abcdefghij", u"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)"_s, u"$10$1$11"_s,
        "jaa1");
    row("no tenth group", "ab", u"(a)(b)"_s, u"$10$20"_s, "a0b0");
    row("line break in one line", "a,b", u","_s, u"\\n"_s, "a\nb");
    row("line break in mixed ones", "a\nb,c\r\n", u","_s, u"\\n"_s, "a\nb\nc\r\n");
    row("lines put together", "a\r\nb\r\n", u"\\n"_s, u" "_s, "a b ");
    row("between characters", "模🤖", u"(?=.)"_s, u"-"_s, "-模-🤖");
    row("lines of bytes that are no UTF-8", "\xFF\r\nb", u"$"_s, u";"_s, "\xFF;\r\nb;");
}

void tst_JsonSearch::replacesLineByLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pattern);
    QFETCH(QString, with);
    QFETCH(QByteArray, expected);
    const JsonSearchQuery query{pattern, true, false, true};
    QCOMPARE(changedText(text, jsonReplacements(JsonSearchText(text), query, with, {}, no)),
             expected);
    // And one by one, from behind.
    QByteArray changed = text;
    const auto matches = searchJson(JsonSearchText(text), query, 100, no).matches;
    for (auto match = matches.crbegin(); match != matches.crend(); ++match) {
        const TextChanges one = jsonReplacements(JsonSearchText(text), query, with, *match, no);
        QCOMPARE(one.size(), 1);
        QCOMPARE((JsonRange{one[0].begin, one[0].end}), *match);
        changed = changedText(changed, one);
    }
    QCOMPARE(changed, expected);
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
