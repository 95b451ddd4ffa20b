// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryparser.h"
#include "model/querywording.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

namespace tst_queryproblems {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! "x ‹what› sentence" for what is not understood, ". ‹what› sentence" for notes, the query when it
//! is understood.
QString shown(const QString &text)
{
    const ParsedQuery parsed = parseQuery(text);
    const auto lines = [&](QLatin1StringView mark, const QList<QueryProblem> &problems) {
        QStringList result;
        for (const QueryProblem &problem : problems) {
            result.append(mark + u" ‹"_s + text.mid(problem.begin, problem.length).left(30)
                          + u"› "_s + queryProblemText(problem)
                          + (problem.offer.isEmpty() ? QString() : u" → "_s + problem.offer));
        }
        return result;
    };
    QStringList result = lines("x"_L1, parsed.problems);
    if (parsed.isUnderstood())
        result.append(parsed.query.isEmpty() ? u"all models"_s : u"asks "_s + parsed.query.text());
    return (result + lines("."_L1, parsed.notes)).join(u" | "_s);
}

QString many(const QString &part, int times) { return part.repeated(times); }

} // namespace

class tst_QueryProblems : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsNotUnderstood_data();
    void saysWhatIsNotUnderstood();
    void hasASentenceForEach();
    void longOnesTakeNoTime_data();
    void longOnesTakeNoTime();
};

void tst_QueryProblems::saysWhatIsNotUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected) {
        QString name = text.left(40);
        QTest::newRow(qPrintable(name.replace(QChar(0), u'0'))) << text << expected;
    };
    const auto lone = QString(QChar(0xD800));
    const QString nothingOpen =
        u"This “)” has no matching “(”; put it in quotation marks to search for it"_s;
    const QString inGroup = u"Enter something to search for between the parentheses"_s;
    const QString sizes = u" is not understood: write 7B, 350M, >=7B or 1B..7B"_s;
    const QString times = u" is not understood: write 6h, 30d, 2w, 3m, 1y or a day, 2026-11-01"_s;
    const QString noField = u" is not a field; searched as text"_s;
    const auto before = [](const QString &sign) {
        return u"Something is missing before “%1”; put it in quotation marks to search for it"_s
            .arg(sign);
    };
    const auto behind = [](const QString &sign) {
        return u"Something is missing after “%1”; put it in quotation marks to search for it"_s.arg(
            sign);
    };
    // Parentheses.
    row(u"()"_s, u"x ‹()› "_s + inGroup);
    row(u"a ( ) b"_s, u"x ‹( )› "_s + inGroup);
    row(u"((()))"_s, u"x ‹()› "_s + inGroup);
    row(u"task:()"_s, u"x ‹()› "_s + inGroup);
    row(u"(a"_s, u"x ‹(› This “(” has no matching “)”"_s);
    row(u"a)"_s, u"x ‹)› "_s + nothingOpen);
    row(u")("_s, u"x ‹)› "_s + nothingOpen + u" | x ‹(› This “(” has no matching “)”"_s);
    row(u"task:(a OR b"_s, u"x ‹(› This “(” has no matching “)”"_s);
    row(u"（a"_s, u"x ‹（› This “(” has no matching “)”"_s);
    row(u":-)"_s, u"x ‹)› "_s + nothingOpen);
    // Operators.
    row(u"OR"_s, u"x ‹OR› "_s + before(u"OR"_s));
    row(u"OR OR"_s, u"x ‹OR› "_s + before(u"OR"_s) + u" | x ‹OR› "_s + before(u"OR"_s));
    row(u"a OR"_s, u"x ‹OR› "_s + behind(u"OR"_s));
    row(u"a OR OR b"_s, u"x ‹OR› "_s + behind(u"OR"_s));
    row(u"OR a"_s, u"x ‹OR› "_s + before(u"OR"_s));
    row(u"(a OR) b"_s, u"x ‹OR› "_s + behind(u"OR"_s));
    row(u"AND"_s, u"x ‹AND› "_s + before(u"AND"_s));
    row(u"a AND"_s, u"x ‹AND› "_s + behind(u"AND"_s));
    row(u"a AND b OR c"_s, u"x ‹AND› Use parentheses where AND and OR are mixed"_s);
    row(u"a AND (b OR c)"_s, u"asks a b OR c"_s);
    row(u"NOT"_s, u"x ‹NOT› "_s + behind(u"NOT"_s));
    row(u"NOT OR a"_s, u"x ‹NOT› "_s + behind(u"NOT"_s));
    row(u"a or b"_s,
        u"asks a or b | . ‹or› “or” is searched as text; OR in capitals stands between "
        "alternatives → OR"_s);
    row(u"or"_s, u"asks or"_s);
    row(u"-"_s,
        u"asks \"-\" | . ‹-› “-” on its own is searched as text; without a space after it, it excludes"_s);
    row(u"--"_s,
        u"asks -\"-\" | . ‹-› “-” on its own is searched as text; without a space after it, it excludes"_s);
    row(u"-(-)"_s,
        u"asks -\"-\" | . ‹-› “-” on its own is searched as text; without a space after it, it excludes"_s);
    row(u"---x"_s, u"asks -\"--x\""_s);
    // Quotation marks.
    row(u"\""_s,
        u"x ‹\"› Enter something to search for here | . ‹\"› The closing quotation mark is missing; the rest is taken as quoted"_s);
    row(u"\"\""_s, u"x ‹\"\"› Enter something to search for here"_s);
    row(u"“”"_s, u"x ‹“”› Enter something to search for here"_s);
    row(u"\"a b"_s,
        u"asks \"a b\" | . ‹\"a b› The closing quotation mark is missing; the rest is taken as quoted"_s);
    row(u"\"a”b\""_s, u"asks \"a”b\""_s);
    row(u"it's"_s, u"asks it's"_s);
    // Words with a colon.
    row(u"oss://bucket/a"_s, u"asks \"oss://bucket/a\" | . ‹oss:› “oss:”"_s + noField);
    row(u"http:"_s, u"asks \"http:\" | . ‹http:› “http:”"_s + noField);
    row(u"tsak:x"_s, u"asks \"tsak:x\" | . ‹tsak:› “tsak:”"_s + noField);
    row(u"12：30"_s, u"asks \"12：30\" | . ‹12：› “12：”"_s + noField);
    row(u"size:xl-model"_s,
        u"asks \"size:xl-model\" | . ‹size:› “size:” expects a size such as 7B; searched as text"_s);
    row(u"order:first"_s,
        u"asks \"order:first\" | . ‹order:› “order:” expects a whole number; searched as text"_s);
    row(u"-nosuch:x"_s, u"asks -\"nosuch:x\" | . ‹nosuch:› “nosuch:”"_s + noField);
    row(u"::"_s, u"asks \"::\""_s);
    // Values.
    row(u"params:>"_s, u"x ‹params:>› “params:>”"_s + sizes);
    row(u"params:>7Q"_s, u"x ‹params:>7Q› “params:>7Q”"_s + sizes + u" → params:>7"_s);
    row(u"params:7B..1B"_s, u"x ‹params:7B..1B› “params:7B..1B” ends before it begins: nothing can "
                            "match"_s);
    row(u"params:.."_s, u"x ‹params:..› “params:..”"_s + sizes);
    row(u"size:(7B OR xl)"_s, u"x ‹xl› “xl”"_s + sizes);
    row(u"params:>9223372036854775807"_s,
        u"x ‹params:>9223372036854775807› “params:>9223372036854775807”"_s + sizes);
    row(u"order:>x"_s,
        u"x ‹order:>x› “order:>x” is not understood: write a whole number, >5 or 1..9"_s);
    row(u"modified:<30x"_s, u"x ‹modified:<30x› “modified:<30x”"_s + times + u" → modified:<30d"_s);
    row(u"modified:yesterday"_s, u"x ‹modified:yesterday› “modified:yesterday”"_s + times);
    row(u"modified:2026-13"_s, u"x ‹modified:2026-13› “modified:2026-13”"_s + times);
    row(u"modified:2026-02-30"_s, u"x ‹modified:2026-02-30› “modified:2026-02-30”"_s + times);
    row(u"modified:0000"_s, u"x ‹modified:0000› “modified:0000”"_s + times);
    row(u"modified:2026-12..2026-11"_s,
        u"x ‹modified:2026-12..2026-11› “modified:2026-12..2026-11” "
        "ends before it begins: nothing can match"_s);
    row(u"modified:99999y"_s, u"asks modified:99999y"_s);
    row(u"extra.:"_s,
        u"x ‹extra.:› “extra.:” is not understood: write extra.Key or extra.Key.Inner"_s);
    row(u"extra..a:x"_s,
        u"x ‹extra..a:x› “extra..a:x” is not understood: write extra.Key or extra.Key.Inner"_s);
    row(u"extra.a:>x"_s, u"x ‹extra.a:>x› “extra.a:>x” is not understood: write a number, >4.5"_s);
    row(u"extra.a:5..1"_s,
        u"x ‹extra.a:5..1› “extra.a:5..1” ends before it begins: nothing can match"_s);
    row(u"extra."_s, u"asks extra."_s);
    row(u"is:new"_s,
        u"x ‹is:new› “is:new” is not understood: write one of draft, mine, readonly, "_s
        u"unknown-task, bad-cover, same-name, padded-label"_s);
    row(u"has:"_s, u"x ‹has:› “has:” is not understood: write draft, extra.Key or a field: name, "
                   "task, label, domain, type, origin, accessibility, size, modified, created, "
                   "owner, creator, extra, description, doc, id, order, version, provider"_s);
    row(u"label:"_s, u"asks label:"_s);
    row(u"label:="_s, u"asks label:\"=\""_s);
    row(u"name:="_s, u"x ‹name:=› Enter something to search for here"_s);
    // What other languages have.
    row(u"name = 'x'; DROP TABLE models; --"_s,
        u"asks name \"=\" 'x'; DROP TABLE models; -\"-\" | "
        u". ‹-› “-” on its own is searched as text; without a space after it, it excludes"_s);
    row(u"NEAR(a b, 5)"_s, u"x ‹)› "_s + nothingOpen);
    row(u"bert* ^a {b} [c] \\d+ %"_s, u"asks bert* ^a {b} [c] \\d+ %"_s);
    row(u"col:val^2 ~x"_s, u"asks \"col:val^2\" ~x | . ‹col:› “col:”"_s + noField);
    row(u"$.Rating && a || !b"_s, u"asks $.Rating && a || !b"_s);
    // Odd characters.
    row(u"a"_s + QChar(0) + u"b"_s, u"asks a"_s + QChar(0) + u"b"_s);
    row(QString(QChar(0)), u"x ‹"_s + QChar(0) + u"› Nothing in this can be searched for"_s);
    row(lone, u"asks "_s + lone);
    row(u"task:"_s + lone, u"asks task:"_s + lone);
    row(u"\u202E"_s, u"x ‹\u202E› Nothing in this can be searched for"_s);
    row(u"task:\u200B"_s, u"x ‹task:\u200B› Nothing in this can be searched for"_s);
    row(u"\u202Etask:x"_s, u"asks \"\u202Etask:x\" | . ‹\u202Etask:› “⟦U+202E⟧task:”"_s + noField);
    row(u"\uFEFFbert"_s, u"asks \uFEFFbert"_s);
    row(u"😀 -😀"_s, u"asks 😀 -😀"_s);
    row(u"\u3000\u00A0\u2003"_s, u"all models"_s);
    // Too much.
    row(many(u"x"_s, 10'000), u"asks "_s + many(u"x"_s, 10'000));
    row(many(u"x"_s, 10'001), u"x ‹x› A query takes at most 10000 characters"_s);
    row(many(u"("_s, 100) + u'a' + many(u")"_s, 100), u"asks a"_s);
    row(many(u"("_s, 101) + u'a' + many(u")"_s, 101),
        u"x ‹(› Parentheses are nested more than 100 levels deep"_s);
    row(many(u"("_s, 5000) + u'a' + many(u")"_s, 4999),
        u"x ‹(› Parentheses are nested more than 100 levels deep"_s);
    row(many(u"-("_s, 5000), u"x ‹(› Parentheses are nested more than 100 levels deep"_s);
    row(many(u"task:( "_s, 1400), u"x ‹(› This “(” has no matching “)”"_s); // values
}

void tst_QueryProblems::saysWhatIsNotUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(shown(text), expected);
    const ParsedQuery parsed = parseQuery(text);
    for (const QueryProblem &problem : parsed.problems + parsed.notes) {
        QVERIFY(problem.begin >= 0 && problem.length > 0);
        QVERIFY(problem.begin + problem.length <= text.size());
    }
}

void tst_QueryProblems::hasASentenceForEach()
{
    for (int code = 0; code <= int(QueryProblem::Code::OpenQuote); ++code) {
        const QueryProblem problem{.code = QueryProblem::Code(code), .subject = u"x"_s};
        QVERIFY2(!queryProblemText(problem).isEmpty(), qPrintable(QString::number(code)));
        QVERIFY(!queryProblemText(problem).contains(QRegularExpression(u"%\\d"_s)));
    }
}

void tst_QueryProblems::longOnesTakeNoTime_data()
{
    QTest::addColumn<QString>("part");
    for (const QString &part :
         {u"(a OR "_s, u"-"_s, u"NOT "_s, u"\""_s, u"a:"_s, u"extra."_s, u"("_s, u")"_s, u"OR "_s,
          u"task:(x) "_s, u"extra.a:>1 "_s, u"a "_s})
        QTest::newRow(qPrintable(part)) << part;
}

void tst_QueryProblems::longOnesTakeNoTime()
{
    QFETCH(QString, part);
    QElapsedTimer timer;
    timer.start();
    const ParsedQuery parsed = parseQuery(many(part, 10'000).left(10'000));
    QVERIFY(parsed.problems.size() <= ParsedQuery::maxProblems);
    QVERIFY(parsed.notes.size() <= ParsedQuery::maxProblems);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

MODELSCRIBE_TEST(tst_QueryProblems)

} // namespace tst_queryproblems

#include "tst_queryproblems.moc"
