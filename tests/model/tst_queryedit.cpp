// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryedit.h"
#include "model/queryparser.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_queryedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

quint32 firstSeed() { return quint32(qEnvironmentVariableIntValue("MODELSCRIBE_SEED")); }

QString randomText(QRandomGenerator &random, int most)
{
    static const QStringList pieces{
        u"a"_s,        u" "_s,        u"\""_s, u":"_s,    u"-"_s,  u"="_s,     u"，"_s,
        u"task:"_s,    u"label:"_s,   u"*"_s,  u" OR "_s, u"\\"_s, u"\t"_s,    u"中"_s,
        u"\u3000"_s,   u"\n"_s,       u"("_s,  u")"_s,    u"😀"_s,  u" AND "_s, u"NOT "_s,
        u"“"_s,        u"”"_s,        u".."_s, u">"_s,    u"（"_s, u"："_s,    u"task:(a OR b) "_s,
        u"-task:a "_s, u"domain:c "_s};
    QString text;
    for (int i = int(random.bounded(most)); i > 0; --i)
        text += pieces[int(random.bounded(pieces.size()))];
    return text;
}

void addOthers(const QueryNode &node, QStringList &result)
{
    if (node.kind == QueryNode::Kind::And) {
        for (const QueryNode &child : node.children)
            addOthers(child, result);
        return;
    }
    bool isOther = false;
    Query(node).visit(
        [&](const QueryTerm &term, bool) { isOther = isOther || term.fieldName() != u"task"_s; });
    if (isOther)
        result.append(Query(node).text());
}

//! The parts that must all hold, as they are printed, without those that are only about tasks.
QStringList others(const QString &text)
{
    QStringList result;
    addOthers(parseQuery(text).query.root(), result);
    return result;
}

bool has(const QStringList &values, const QString &value)
{
    return values.contains(value, Qt::CaseInsensitive);
}

} // namespace

class tst_QueryEdit : public QObject
{
    Q_OBJECT

private slots:
    void aRangeTakesThePlaceOfAnother();
    void termIsPutInAndTakenOut_data();
    void termIsPutInAndTakenOut();
    void clicksChangeOneFacet_data();
    void clicksChangeOneFacet();
    void labelsOfOneKeyAreOneFacet();
    void tellsWhatIsChosen();
    void anyValueSurvives();
    void clicksKeepTheRest();
};

void tst_QueryEdit::termIsPutInAndTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const QString &text, const QString &value,
                        const QString &result) { QTest::newRow(name) << text << value << result; };
    row("into nothing", u""_s, u"x"_s, u"task:x"_s);
    row("empty value", u""_s, u""_s, u"task:"_s);
    row("behind", u"bert"_s, u"x"_s, u"bert task:x"_s);
    row("instead", u"task:a bert Task:b"_s, u"x"_s, u"bert task:x"_s);
    row("negated goes too", u"-task:a"_s, u"x"_s, u"task:x"_s);
    row("a group goes too", u"task:(a OR -b) NOT (task:c OR task:d)"_s, u"x"_s, u"task:x"_s);
    row("out", u"a task:x b"_s, QString(), u"a b"_s);
    row("out with its AND", u"a AND task:x"_s, QString(), u"a"_s);
    row("out with the AND behind", u"task:x AND a"_s, QString(), u"a"_s);
    row("out of the middle of ANDs", u"a AND task:x AND b"_s, QString(), u"a AND b"_s);
    row("out of nothing", u""_s, QString(), u""_s);
    row("nothing to take out", u" a  \"b"_s, QString(), u" a  \"b"_s);
    row("blanks", u"bert"_s, u"a b"_s, u"bert task:\"a b\""_s);
    row("quotation mark", u""_s, u"a\"b"_s, u"task:\"a\"\"b\""_s);
    row("blanks of others stay", u"  name:\"a  b\"  c task:x"_s, u"y"_s,
        u"  name:\"a  b\"  c task:y"_s);
    row("open quotation mark is closed", u"name:\"a b"_s, u"x"_s, u"name:\"a b\" task:x"_s);
    row("open typographic one", u"name:“a b"_s, u"x"_s, u"name:“a b\" task:x"_s);
    row("open term goes out whole", u"bert task:\"a b"_s, QString(), u"bert"_s);
    row("open parenthesis is closed", u"a OR (b"_s, u"x"_s, u"a OR (b) task:x"_s);
    row("open parenthesis behind one of a word", u"(b("_s, u"x"_s, u"(b( ) task:x"_s);
    row("an OR keeps its own", u"a OR"_s, u"x"_s, u"(a OR) task:x"_s);
    row("alternatives of others stay", u"a OR task:b"_s, u"x"_s, u"a OR task:b task:x"_s);
    row("inside of groups stays", u"(a task:b)"_s, u"x"_s, u"(a) task:x"_s);
    row("a group of nothing else goes", u"(task:a -task:b)"_s, u"x"_s, u"task:x"_s);
    row("groups in groups go", u"((task:a OR task:b) (task:c))"_s, QString(), u""_s);
    row("what is not understood between them stays", u"task:a params:>q task:b"_s, u"x"_s,
        u"params:>q task:x"_s);
    row("what is not understood stays", u"params:>q a)"_s, u"x"_s, u"params:>q a) task:x"_s);
    row("full-width", u"task：a（b"_s, u"x"_s, u"task:x"_s);
}

void tst_QueryEdit::termIsPutInAndTakenOut()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, result);
    QCOMPARE(queryWithTerm(text, u"task"_s, value), result);
}

void tst_QueryEdit::aRangeTakesThePlaceOfAnother()
{
    QCOMPARE(queryWithRange({}, u"params"_s, u"100..299"_s), u"params:100..299"_s);
    QCOMPARE(queryWithRange(u"bert params:>7B OR params:1"_s, u"params"_s, u"..0"_s),
             u"bert params:..0"_s);
    QCOMPARE(queryWithRange(u"a OR"_s, u"created"_s, u"2026-03"_s), u"(a OR) created:2026-03"_s);
}

void tst_QueryEdit::clicksChangeOneFacet_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("excluding");
    QTest::addColumn<QString>("without");
    const auto row = [](const QString &text, const QString &value, const QString &with,
                        const QString &excluding, const QString &without) {
        QTest::newRow(qPrintable(text)) << text << value << with << excluding << without;
    };
    row(u""_s, u"a"_s, u"task:a"_s, u"-task:a"_s, u""_s);
    row(u"bert  x"_s, u"a b"_s, u"bert  x task:\"a b\""_s, u"bert  x -task:\"a b\""_s,
        u"bert  x"_s);
    row(u"task:b bert"_s, u"a"_s, u"task:(b OR a) bert"_s, u"task:b bert -task:a"_s,
        u"task:b bert"_s);
    row(u"Task:“b c” bert"_s, u"a"_s, u"Task:(“b c” OR a) bert"_s, u"Task:“b c” bert -task:a"_s,
        u"Task:“b c” bert"_s);
    row(u"task:(b OR c) x"_s, u"a"_s, u"task:(b OR c OR a) x"_s, u"task:(b OR c) x -task:a"_s,
        u"task:(b OR c) x"_s);
    row(u"task:(b  OR  A) x"_s, u"a"_s, u"task:(b  OR  A) x"_s, u"task:b x -task:a"_s,
        u"task:b x"_s);
    row(u"task:a OR task:b x"_s, u"c"_s, u"task:(a OR b OR c) x"_s, u"task:a OR task:b x -task:c"_s,
        u"task:a OR task:b x"_s);
    row(u"x -task:a y"_s, u"a"_s, u"x y task:a"_s, u"x -task:a y"_s, u"x y"_s);
    row(u"-task:(a OR b)"_s, u"a"_s, u"-task:b task:a"_s, u"-task:(a OR b)"_s, u"-task:b"_s);
    row(u"task: x"_s, u"a"_s, u"task:(\"\" OR a) x"_s, u"task: x -task:a"_s, u"task: x"_s);
    row(u"task:-b"_s, u"a"_s, u"task:(\"-b\" OR a)"_s, u"task:-b -task:a"_s, u"task:-b"_s);
    row(u"task:OR"_s, u"(a)"_s, u"task:(\"OR\" OR \"(a)\")"_s, u"task:OR -task:\"(a)\""_s,
        u"task:OR"_s);
    row(u"(task:b)c"_s, u"a"_s, u"task:(b OR a) c"_s, u"(task:b)c -task:a"_s, u"(task:b)c"_s);
    row(u"x OR task:a"_s, u"a"_s, u"x OR task:a task:a"_s, u"x OR task:a -task:a"_s,
        u"x OR task:a"_s);
    row(u"task:\"b c"_s, u"a"_s, u"task:(\"b c\" OR a)"_s, u"task:\"b c\" -task:a"_s,
        u"task:\"b c"_s);
}

void tst_QueryEdit::clicksChangeOneFacet()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QTEST(queryWithValue(text, u"task"_s, value), "with");
    QTEST(queryExcluding(text, u"task"_s, value), "excluding");
    QTEST(queryWithoutValue(text, u"task"_s, value), "without");
}

void tst_QueryEdit::labelsOfOneKeyAreOneFacet()
{
    QString text = queryWithValue(u"label:lang=zh"_s, u"label"_s, u"team=nlp"_s);
    QCOMPARE(text, u"label:lang=zh label:team=nlp"_s);
    text = queryWithValue(text, u"label"_s, u"team=cv"_s);
    QCOMPARE(text, u"label:lang=zh label:(team=nlp OR team=cv)"_s);
    QCOMPARE(QueryFacet::of(text, u"label"_s, u"team"_s).included,
             (QStringList{u"team=nlp"_s, u"team=cv"_s}));
    QCOMPARE(queryExcluding(text, u"label"_s, u"team=nlp"_s),
             u"label:lang=zh label:team=cv -label:team=nlp"_s);
    QCOMPARE(queryWithValue(u"extra.Kind:x"_s, u"extra.Kind"_s, u"y z"_s),
             u"extra.Kind:(x OR \"y z\")"_s);
}

void tst_QueryEdit::tellsWhatIsChosen()
{
    const QString text =
        u"bert task:(a OR \"b c\") -task:d -task:(e OR f) (x OR task:g) params:>7B"_s;
    const QueryFacet tasks = QueryFacet::of(text, u"task"_s);
    QCOMPARE(tasks.included, (QStringList{u"a"_s, u"b c"_s}));
    QCOMPARE(tasks.excluded, (QStringList{u"d"_s, u"e"_s, u"f"_s}));
    QVERIFY(QueryFacet::of(text, u"params"_s).included.isEmpty());
    QVERIFY(QueryFacet::of(text, u"nosuch"_s).included.isEmpty());
}

void tst_QueryEdit::anyValueSurvives()
{
    for (quint32 seed = firstSeed(); seed < firstSeed() + 500; ++seed) {
        QRandomGenerator random(seed);
        const QString value = u"v"_s + randomText(random, 8);
        const auto said = qPrintable(u"seed %1: <%2>"_s.arg(seed).arg(value));
        RegisteredModel model;
        model.metadata.task = value;
        for (const QString &text : {queryWithTerm({}, u"task"_s, value),
                                    queryWithValue(u"task:nothing"_s, u"task"_s, value)}) {
            const ParsedQuery parsed = parseQuery(text);
            QVERIFY2(parsed.isUnderstood() && parsed.query.matches(model), said);
        }
        const ParsedQuery excluding = parseQuery(queryExcluding({}, u"task"_s, value));
        QVERIFY2(excluding.isUnderstood() && !excluding.query.matches(model), said);
    }
}

void tst_QueryEdit::clicksKeepTheRest()
{
    for (quint32 seed = firstSeed(); seed < firstSeed() + 500; ++seed) {
        QRandomGenerator random(seed);
        const QString text = randomText(random, 12);
        const QString value = u"v"_s + randomText(random, 4);
        const bool wasUnderstood = parseQuery(text).isUnderstood();
        const QStringList rest = others(text);
        const auto check = [&](const char *what, const QString &result, bool asked, bool excluded) {
            const auto said = u"seed %1, %2: <%3> <%4> gave <%5>"_s.arg(seed).arg(
                QString::fromLatin1(what), text, value, result);
            QVERIFY2(parseQuery(result).isUnderstood() || !wasUnderstood, qPrintable(said));
            if (!wasUnderstood)
                return;
            QVERIFY2(others(result) == rest, qPrintable(said));
            const QueryFacet facet = QueryFacet::of(result, u"task"_s);
            QVERIFY2(has(facet.included, value) == asked, qPrintable(said));
            QVERIFY2(has(facet.excluded, value) == excluded, qPrintable(said));
        };
        check("term", queryWithTerm(text, u"task"_s, value), true, false);
        check("value", queryWithValue(text, u"task"_s, value), true, false);
        check("excluding", queryExcluding(text, u"task"_s, value), false, true);
        check("without",
              queryWithoutValue(queryWithValue(text, u"task"_s, value), u"task"_s, value), false,
              false);
        if (QTest::currentTestFailed())
            return;
    }
}

MODELSCRIBE_TEST(tst_QueryEdit)

} // namespace tst_queryedit

#include "tst_queryedit.moc"
