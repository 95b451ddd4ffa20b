// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryparser.h"
#include "testclass.h"

#include <QTest>
#include <QTimeZone>

namespace tst_query {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const RegisteredModel bert{
    .id = u"model-1a"_s,
    .metadata = {.name = u"bert-zh 中文"_s,
                 .description = u"News classifier"_s,
                 .accessibility = u"PUBLIC"_s,
                 .origin = u"HuggingFace"_s,
                 .domain = u"nlp"_s,
                 .task = u"text-classification"_s,
                 .document = u"oss://bucket/readme.md"_s,
                 .orderNumber = u"5"_s,
                 .type = u"Checkpoint"_s,
                 .parameterSize = u"7000"_s,
                 .extraInfo = JsonText("{\"Rating\":4.94,\"Big\":9007199254740993,"
                                       "\"License\":\"Apache-2.0\",\"Files\":[{\"Name\":\"a.bin\"},"
                                       "{\"Name\":\"b.bin\",\"Size\":\"12\"}],\"a.b\":{\"c\":true},"
                                       "\"None\":null,\"Empty\":[]}"),
                 .labels = {{u"team"_s, u"nlp"_s}, {u"base"_s, u"SD 1.5"_s}}},
    .provider = u"pai"_s,
    .ownerId = u"1001"_s,
    .created = u"2026-01-31T08:00:00Z"_s,
    .modified = u"2026-11-03T23:30:00.500Z"_s,
    .latestVersionName = u"0.2.0"_s};
const RegisteredModel bare{.id = u"model-2"_s, .metadata = {.name = u"empty"_s}};

QueryContext noon()
{
    return {.now = QDateTime({2026, 11, 10}, {12, 0}, QTimeZone::utc()),
            .hasDraft = [](const QString &id) { return id == bare.id; }};
}

QString shape(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::Term) {
        const QueryTerm &term = node.term;
        QString path;
        for (const QString &key : term.path)
            path += u'.' + key;
        return term.fieldName() + path + u'|' + queryOperatorSign(term.how) + term.value;
    }
    QStringList parts;
    for (const QueryNode &child : node.children)
        parts.append(shape(child));
    switch (node.kind) {
    case QueryNode::Kind::Not: return u'-' + parts.join(u' ');
    case QueryNode::Kind::Or: return u'[' + parts.join(u" + "_s) + u']';
    default: return u'{' + parts.join(u", "_s) + u'}';
    }
}

} // namespace

class tst_Query : public QObject
{
    Q_OBJECT

private slots:
    void readsTerms_data();
    void readsTerms();
    void isPrintedAsItIsRead_data() { readsTerms_data(); }
    void isPrintedAsItIsRead();
    void knowsWhereTermsStand();
    void givesTextsOnce();
    void matches_data();
    void matches();
    void daysBeginWhereThePersonIs();
};

void tst_Query::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("terms");
    const auto row = [](const QString &text, const QString &terms) {
        QTest::newRow(qPrintable(text)) << text << terms;
    };
    row(u""_s, u"{}"_s);
    row(u"  \t "_s, u"{}"_s);
    row(u"bert zh"_s, u"{|bert, |zh}"_s);
    row(u"\"bert zh\""_s, u"|bert zh"_s);
    row(u"task:x"_s, u"task|x"_s);
    row(u"TASK:x Task:y"_s, u"{task|x, task|y}"_s);
    row(u"ModelType:LoRA"_s, u"type|LoRA"_s);
    row(u"ParameterSize:7B"_s, u"size|7B"_s);
    row(u"params:7B"_s, u"size|7B"_s);
    row(u"task:"_s, u"task|"_s);
    row(u"-task:"_s, u"-task|"_s);
    row(u"-x"_s, u"-|x"_s);
    row(u"--x"_s, u"-|-x"_s);
    row(u"-"_s, u"|-"_s);
    row(u"- x"_s, u"{|-, |x}"_s);
    row(u"label:team=nlp"_s, u"label|team=nlp"_s);
    row(u"label:\"base=SD 1.5\""_s, u"label|base=SD 1.5"_s);
    row(u"task:a:b"_s, u"task|a:b"_s);
    row(u"oss://bucket"_s, u"|oss://bucket"_s);
    row(u"nosuch:x"_s, u"|nosuch:x"_s);
    row(u"size:xl-model"_s, u"|size:xl-model"_s);
    row(u"\"task:x\""_s, u"|task:x"_s);
    row(u"\"task\":x"_s, u"|task:x"_s);
    row(u":x"_s, u"|:x"_s);
    row(u"a\"b c\"d"_s, u"|ab cd"_s);
    row(u"\"open end"_s, u"|open end"_s);
    row(u"task:\"\""_s, u"task|"_s);
    row(u"\"a\"\"b\""_s, u"|a\"b"_s);
    row(u"task:\"\"\"\""_s, u"task|\""_s);
    row(u"NEAR( * ^{"_s, u"{|NEAR(, |*, |^{}"_s);
    row(u"a OR b"_s, u"[|a + |b]"_s);
    row(u"a OR b c"_s, u"{[|a + |b], |c}"_s);
    row(u"a b OR c"_s, u"{|a, [|b + |c]}"_s);
    row(u"a AND b"_s, u"{|a, |b}"_s);
    row(u"(a b) OR c"_s, u"[{|a, |b} + |c]"_s);
    row(u"(a OR b) OR c"_s, u"[[|a + |b] + |c]"_s);
    row(u"a (b c)"_s, u"{|a, {|b, |c}}"_s);
    row(u"((a))"_s, u"|a"_s);
    row(u"-(a OR b)"_s, u"-[|a + |b]"_s);
    row(u"-(-a)"_s, u"|a"_s);
    row(u"NOT a NOT (b c)"_s, u"{-|a, -{|b, |c}}"_s);
    row(u"\"OR\" \"-x\" or"_s, u"{|OR, |-x, |or}"_s);
    row(u"-OR"_s, u"-|OR"_s);
    row(u"bert(zh) OR model（中文）"_s, u"[|bert(zh) + |model（中文）]"_s);
    row(u"(bert(zh) x)"_s, u"{|bert(zh), |x}"_s);
    row(u"task:(a OR \"b c\" OR -d)"_s, u"[task|a + task|b c + -task|d]"_s);
    row(u"task:(a:b domain:c)"_s, u"{task|a:b, task|domain:c}"_s);
    row(u"task:(\"\" OR a)"_s, u"[task| + task|a]"_s);
    row(u"-origin:(a OR b)"_s, u"-[origin|a + origin|b]"_s);
    row(u"params:(>=1B <7B)"_s, u"{size|>=1B, size|<7B}"_s);
    row(u"params:1B..7B size:..2 order:3.."_s, u"{size|1B..7B, size|..2, order|3..}"_s);
    row(u"name:=bert name:>x"_s, u"{name|=bert, name|>x}"_s);
    row(u"task：（甲 OR 乙） “两 个”"_s, u"{[task|甲 + task|乙], |两 个}"_s);
    row(u"a\u3000b ＂c d＂ params：＞＝7B"_s, u"{|a, |b, |c d, size|>=7B}"_s);
    row(u"extra.Rating:>4.5 extra.A.\"b c\".d:x"_s, u"{extra.Rating|>4.5, extra.A.b c.d|x}"_s);
    row(u"extra.Range:1..5 extra.Path:../a"_s, u"{extra.Range|1..5, extra.Path|../a}"_s);
    row(u"extra.Path:\"1..5\""_s, u"extra.Path|1..5"_s);
    row(u"modified:<30d created:2026-11..2026-12"_s,
        u"{modified|<30d, created|2026-11..2026-12}"_s);
    row(u"missing:description has:extra.A.b is:Draft"_s,
        u"{missing|description, has|extra.A.b, is|Draft}"_s);
    row(u"ｔask:x"_s, u"|ｔask:x"_s);
    row(u"task:OR task:-x"_s, u"{task|OR, task|-x}"_s);
}

void tst_Query::readsTerms()
{
    QFETCH(QString, text);
    QFETCH(QString, terms);
    const ParsedQuery parsed = parseQuery(text);
    QCOMPARE(shape(parsed.query.root()), terms);
    QVERIFY(parsed.isUnderstood());
    QCOMPARE(parsed.query.isEmpty(), terms == u"{}"_s);
}

void tst_Query::isPrintedAsItIsRead()
{
    QFETCH(QString, text);
    const Query query = parseQuery(text).query;
    const ParsedQuery again = parseQuery(query.text());
    QVERIFY2(again.query == query, qPrintable(query.text()));
    QVERIFY(again.isUnderstood());
    QCOMPARE(again.query.text(), query.text());
}

void tst_Query::knowsWhereTermsStand()
{
    QList<QList<qsizetype>> places;
    const QString text = u" x -task:\"a b\" size:(>7B) (y) "_s;
    const Query query = parseQuery(text).query;
    query.visit([&](const QueryTerm &term, bool) {
        places.append({term.fieldBegin, term.begin, term.valueBegin, term.end});
    });
    const QList<QList<qsizetype>> expected{
        {1, 1, 1, 2}, {4, 4, 9, 14}, {15, 21, 21, 24}, {27, 27, 27, 28}};
    QCOMPARE(places, expected);
    QStringList parts;
    for (const QueryNode &node : query.root().children)
        parts.append(text.mid(node.begin, node.end - node.begin));
    QCOMPARE(parts, (QStringList{u"x"_s, u"-task:\"a b\""_s, u"size:(>7B)"_s, u"(y)"_s}));
}

void tst_Query::givesTextsOnce()
{
    const Query query = parseQuery(u"Bert (ＢＥＲＴ OR -中) task:x"_s).query;
    QCOMPARE(query.textTerms(), (QByteArrayList{"bert", "中"}));
}

void tst_Query::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("empty");
    const auto row = [](const QString &text, bool full, bool empty) {
        QTest::newRow(qPrintable(text)) << text << full << empty;
    };
    row(u""_s, true, true);
    row(u"BERT"_s, true, false);
    row(u"ｂｅｒｔ"_s, true, false);
    row(u"中文"_s, true, false);
    row(u"model-"_s, true, true);
    row(u"news classifier"_s, true, false);
    row(u"\"news  classifier\""_s, true, false);
    row(u"\"classifier news\""_s, false, false);
    row(u"team=nlp"_s, true, false);
    row(u"huggingface"_s, true, false);
    row(u"checkpoint"_s, true, false);
    row(u"text-class"_s, true, false);
    row(u"Rating"_s, true, false); // ExtraInfo is searched too
    row(u"oss://bucket"_s, true, false);
    row(u"%"_s, false, false);
    row(u"*"_s, false, false);
    row(u"name:zh"_s, true, false);
    row(u"name:=bert-zh"_s, false, false);
    row(u"name:=\"BERT-zh 中文\""_s, true, false);
    row(u"id:1A"_s, true, false);
    row(u"description:news"_s, true, false);
    row(u"description:\"news class\""_s, true, false);
    row(u"accessibility:public"_s, true, false);
    row(u"origin:hugging"_s, false, false);
    row(u"origin:(modelscope OR huggingface)"_s, true, false);
    row(u"domain:NLP"_s, true, false);
    row(u"task:text"_s, false, false);
    row(u"task:text-classification"_s, true, false);
    row(u"task:\"text‐classification\""_s, true, false); // U+2010
    row(u"task:"_s, false, true);
    row(u"-task:"_s, true, false);
    row(u"missing:task"_s, false, true);
    row(u"has:task"_s, true, false);
    row(u"type:checkpoint"_s, true, false);
    row(u"doc:oss://"_s, true, false);
    row(u"order:05"_s, true, false);
    row(u"order:6"_s, false, false);
    row(u"order:>4"_s, true, false);
    row(u"order:>5"_s, false, false);
    row(u"order:1..5"_s, true, false);
    row(u"size:7B"_s, true, false);
    row(u"size:=7000M"_s, true, false);
    row(u"size:7001"_s, false, false);
    row(u"size:"_s, false, true);
    row(u"params:>=7B"_s, true, false);
    row(u"params:>7B"_s, false, false);
    row(u"params:<7.5B"_s, true, false);
    row(u"params:..7B"_s, true, false);
    row(u"-params:>7B"_s, true, true);
    row(u"extra:rating"_s, true, false);
    row(u"extra:"_s, false, true);
    row(u"extra.Rating:>4.5"_s, true, false);
    row(u"extra.rating:4.940"_s, true, false);
    row(u"extra.Rating:4.9"_s, false, false);
    row(u"extra.Big:9007199254740993"_s, true, false);
    row(u"extra.Big:9007199254740992"_s, false, false); // a double would say so
    row(u"extra.Big:>9007199254740992"_s, true, false);
    row(u"extra.License:apache"_s, true, false);
    row(u"extra.License:=apache"_s, false, false);
    row(u"extra.License:=apache-2.0"_s, true, false);
    row(u"extra.Files.Name:b.bin"_s, true, false);
    row(u"extra.Files.0.Name:b.bin"_s, false, false);
    row(u"extra.Files.1.Name:b.bin"_s, true, false);
    row(u"extra.Files:b.bin"_s, true, false);
    row(u"extra.Files.Size:>10"_s, true, false);
    row(u"extra.a.b.c:true"_s, true, false);
    row(u"extra.a.c:true"_s, false, false);
    row(u"extra.Name:b.bin"_s, false, false);
    row(u"extra.Rating:"_s, false, true);
    row(u"has:extra.Rating"_s, true, false);
    row(u"has:extra.None"_s, false, false);
    row(u"has:extra.Empty"_s, false, false);
    row(u"missing:extra.Empty"_s, true, true);
    row(u"provider:PAI"_s, true, false);
    row(u"version:0.2"_s, true, false);
    row(u"owner:1001"_s, true, false);
    row(u"label:team"_s, true, false);
    row(u"label:TEAM=NLP"_s, true, false);
    row(u"label:team=x"_s, false, false);
    row(u"label:(team=x OR team=nlp)"_s, true, false);
    row(u"label:\"base=SD 1.5\""_s, true, false);
    row(u"label:"_s, false, true);
    row(u"-label:team"_s, false, true);
    row(u"has:label"_s, true, false);
    row(u"is:draft"_s, false, true);
    row(u"has:draft"_s, false, true);
    row(u"missing:draft"_s, true, false);
    row(u"is:readonly"_s, true, false);
    row(u"modified:<30d"_s, true, false);
    row(u"modified:1w"_s, true, false);
    row(u"modified:6d"_s, false, false);
    row(u"modified:>6d"_s, true, false);
    row(u"modified:>1w"_s, false, false);
    row(u"modified:6h"_s, false, false);
    row(u"modified:1w..6d"_s, true, false);
    row(u"modified:6d..1w"_s, true, false);
    row(u"modified:2026-11-03"_s, true, false);
    row(u"modified:2026-11"_s, true, false);
    row(u"modified:2026"_s, true, false);
    row(u"modified:>2026-11-03"_s, false, false);
    row(u"modified:>=2026-11-03"_s, true, false);
    row(u"modified:<2026-11-03"_s, false, false);
    row(u"modified:<=2026-11-03"_s, true, false);
    row(u"modified:2026-11-01..2026-11-03"_s, true, false);
    row(u"modified:2026-11-04.."_s, false, false);
    row(u"created:<1y created:>9m"_s, true, false);
    row(u"created:"_s, false, true);
    row(u"bert -news"_s, false, false);
    row(u"bert domain:nlp size:7000"_s, true, false);
    row(u"nosuch OR empty OR zh"_s, true, true);
    row(u"(task: OR bert) -is:draft"_s, true, false);
}

void tst_Query::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, full);
    QFETCH(bool, empty);
    const ParsedQuery parsed = parseQuery(text);
    QVERIFY(parsed.isUnderstood());
    QCOMPARE(parsed.query.matches(bert, noon()), full);
    QCOMPARE(parsed.query.matches(bare, noon()), empty);
}

void tst_Query::daysBeginWhereThePersonIs()
{
    const Query query = parseQuery(u"modified:2026-11-04"_s).query;
    QueryContext there = noon();
    QVERIFY(!query.matches(bert, there));
    there.now = there.now.toTimeZone(QTimeZone("Asia/Shanghai"));
    QVERIFY(query.matches(bert, there));
}

MODELSCRIBE_TEST(tst_Query)

} // namespace tst_query

#include "tst_query.moc"
