// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelquery.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_modelquery {

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
                 .extraInfo = JsonText("{\"Rating\":4.94}"),
                 .labels = {{u"team"_s, u"nlp"_s}, {u"base"_s, u"SD 1.5"_s}}},
    .provider = u"pai"_s,
    .latestVersionName = u"0.2.0"_s};
const RegisteredModel bare{.id = u"model-2"_s, .metadata = {.name = u"empty"_s}};

QStringList shape(const QString &text)
{
    QStringList result;
    for (const auto &term : ModelQuery(text).terms())
        result.append((term.negated ? u"-"_s : u""_s) + term.field + u'|' + term.value);
    return result;
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s,  u" "_s,     u"\""_s,     u":"_s,  u"-"_s,  u"="_s,
                                    u"，"_s, u"task:"_s, u"label:"_s, u"*"_s,  u"OR"_s, u"\\"_s,
                                    u"\t"_s, u"中"_s,    u"\u3000"_s, u"\n"_s, u"("_s,  u"😀"_s};
    QString text;
    for (int i = int(random.bounded(8)); i > 0; --i)
        text += pieces[int(random.bounded(pieces.size()))];
    return text;
}

} // namespace

class tst_ModelQuery : public QObject
{
    Q_OBJECT

private slots:
    void readsTerms_data();
    void readsTerms();
    void knowsWhereTermsStand();
    void matches_data();
    void matches();
    void termIsPutInAndTakenOut_data();
    void termIsPutInAndTakenOut();
    void anyValueSurvivesQuoting();
};

void tst_ModelQuery::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    const auto row = [](const QString &text, const QStringList &terms) {
        QTest::newRow(qPrintable(text)) << text << terms;
    };
    row(u""_s, {});
    row(u"  \t "_s, {});
    row(u"bert zh"_s, {u"|bert"_s, u"|zh"_s});
    row(u"\"bert zh\""_s, {u"|bert zh"_s});
    row(u"task:x"_s, {u"task|x"_s});
    row(u"TASK:x Task:y"_s, {u"task|x"_s, u"task|y"_s});
    row(u"ModelType:LoRA"_s, {u"type|LoRA"_s});
    row(u"ParameterSize:7B"_s, {u"size|7B"_s});
    row(u"task:"_s, {u"task|"_s});
    row(u"-task:"_s, {u"-task|"_s});
    row(u"-x"_s, {u"-|x"_s});
    row(u"--x"_s, {u"-|-x"_s});
    row(u"-"_s, {u"|-"_s});
    row(u"- x"_s, {u"|-"_s, u"|x"_s});
    row(u"label:team=nlp"_s, {u"label|team=nlp"_s});
    row(u"label:\"base=SD 1.5\""_s, {u"label|base=SD 1.5"_s});
    row(u"task:a:b"_s, {u"task|a:b"_s});
    row(u"oss://bucket"_s, {u"|oss://bucket"_s});
    row(u"nosuch:x"_s, {u"|nosuch:x"_s});
    row(u"\"task:x\""_s, {u"|task:x"_s});
    row(u"\"task\":x"_s, {u"|task:x"_s});
    row(u":x"_s, {u"|:x"_s});
    row(u"a\"b c\"d"_s, {u"|ab cd"_s});
    row(u"\"open end"_s, {u"|open end"_s});
    row(u"\"\""_s, {});
    row(u"task:\"\""_s, {u"task|"_s});
    row(u"\"a\"\"b\""_s, {u"|a\"b"_s});
    row(u"task:\"\"\"\""_s, {u"task|\""_s});
    row(u"NEAR( * OR ^{"_s, {u"|NEAR("_s, u"|*"_s, u"|OR"_s, u"|^{"_s});
}

void tst_ModelQuery::readsTerms()
{
    QFETCH(QString, text);
    QFETCH(QStringList, terms);
    QCOMPARE(shape(text), terms);
    QCOMPARE(ModelQuery(text).isEmpty(), terms.isEmpty());
}

void tst_ModelQuery::knowsWhereTermsStand()
{
    const auto terms = ModelQuery(u" x -task:\"a b\" "_s).terms();
    QCOMPARE(terms.size(), 2);
    QCOMPARE((QList<qsizetype>{terms[0].begin, terms[0].valueBegin, terms[0].end}),
             (QList<qsizetype>{1, 1, 2}));
    QCOMPARE((QList<qsizetype>{terms[1].begin, terms[1].valueBegin, terms[1].end}),
             (QList<qsizetype>{3, 9, 14}));
}

void tst_ModelQuery::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("empty");
    const auto row = [](const QString &text, bool full, bool empty) {
        QTest::newRow(qPrintable(text)) << text << full << empty;
    };
    row(u""_s, true, true);
    row(u"BERT"_s, true, false);
    row(u"中文"_s, true, false);
    row(u"model-"_s, true, true);
    row(u"news classifier"_s, true, false);
    row(u"team=nlp"_s, true, false);
    row(u"huggingface"_s, true, false);
    row(u"checkpoint"_s, true, false);
    row(u"text-class"_s, true, false);
    row(u"Rating"_s, false, false);
    row(u"%"_s, false, false);
    row(u"*"_s, false, false);
    row(u"name:zh"_s, true, false);
    row(u"id:1A"_s, true, false);
    row(u"description:news"_s, true, false);
    row(u"accessibility:public"_s, true, false);
    row(u"origin:hugging"_s, false, false);
    row(u"domain:NLP"_s, true, false);
    row(u"task:text"_s, false, false);
    row(u"task:text-classification"_s, true, false);
    row(u"task:"_s, false, true);
    row(u"-task:"_s, true, false);
    row(u"type:checkpoint"_s, true, false);
    row(u"doc:oss://"_s, true, false);
    row(u"order:05"_s, true, false);
    row(u"order:6"_s, false, false);
    row(u"order:x"_s, false, false);
    row(u"size:7B"_s, true, false);
    row(u"size:7001"_s, false, false);
    row(u"size:"_s, false, true);
    row(u"extra:rating"_s, true, false);
    row(u"provider:PAI"_s, true, false);
    row(u"version:0.2"_s, true, false);
    row(u"label:team"_s, true, false);
    row(u"label:TEAM=NLP"_s, true, false);
    row(u"label:team=x"_s, false, false);
    row(u"label:\"base=SD 1.5\""_s, true, false);
    row(u"label:"_s, false, true);
    row(u"-label:team"_s, false, true);
    row(u"bert -news"_s, false, false);
    row(u"bert domain:nlp size:7000"_s, true, false);
}

void tst_ModelQuery::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, full);
    QFETCH(bool, empty);
    QCOMPARE(ModelQuery(text).matches(bert), full);
    QCOMPARE(ModelQuery(text).matches(bare), empty);
}

void tst_ModelQuery::termIsPutInAndTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");
    QTest::newRow("into nothing") << u""_s << u"x"_s << u"task:x"_s;
    QTest::newRow("empty value") << u""_s << u""_s << u"task:"_s;
    QTest::newRow("behind") << u"bert"_s << u"x"_s << u"bert task:x"_s;
    QTest::newRow("instead") << u"task:a bert Task:b"_s << u"x"_s << u"bert task:x"_s;
    QTest::newRow("negated goes too") << u"-task:a"_s << u"x"_s << u"task:x"_s;
    QTest::newRow("out") << u"a task:x b"_s << QString() << u"a b"_s;
    QTest::newRow("out of nothing") << u""_s << QString() << u""_s;
    QTest::newRow("blanks") << u"bert"_s << u"a b"_s << u"bert task:\"a b\""_s;
    QTest::newRow("quotation mark") << u""_s << u"a\"b"_s << u"task:\"a\"\"b\""_s;
    QTest::newRow("blanks of others stay")
        << u"name:\"a  b\" task:x"_s << u"y"_s << u"name:\"a  b\" task:y"_s;
    QTest::newRow("open quotation mark is closed")
        << u"name:\"a b"_s << u"x"_s << u"name:\"a b\" task:x"_s;
    QTest::newRow("open term goes out whole") << u"bert task:\"a b"_s << QString() << u"bert"_s;
}

void tst_ModelQuery::termIsPutInAndTakenOut()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, result);
    QCOMPARE(ModelQuery::withTerm(text, u"task"_s, value), result);
}

void tst_ModelQuery::anyValueSurvivesQuoting()
{
    const quint32 start = qEnvironmentVariableIntValue("MODELSCRIBE_SEED");
    for (quint32 seed = start; seed < start + 5000; ++seed) {
        QRandomGenerator random(seed);
        const QString text = randomText(random);
        const QString value = u"v"_s + randomText(random);
        QStringList wanted = shape(text);
        wanted.removeIf([](const QString &term) {
            return term.startsWith(u"task|"_s) || term.startsWith(u"-task|"_s);
        });
        const auto said = u"seed %1: <%2> <%3>"_s.arg(seed).arg(text, value);
        QVERIFY2(shape(ModelQuery::withTerm(text, u"task"_s, QString())) == wanted,
                 qPrintable(said));
        wanted.append(u"task|"_s + value);
        const QString result = ModelQuery::withTerm(text, u"task"_s, value);
        QVERIFY2(shape(result) == wanted, qPrintable(said + u" gave "_s + result));

        RegisteredModel model;
        model.metadata.task = value;
        QVERIFY2(ModelQuery(ModelQuery::withTerm({}, u"task"_s, value)).matches(model),
                 qPrintable(said));
    }
}

MODELSCRIBE_TEST(tst_ModelQuery)

} // namespace tst_modelquery

#include "tst_modelquery.moc"
