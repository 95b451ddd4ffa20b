// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querymatcher.h"
#include "model/queryparser.h"
#include "model/searchtext.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_querymatcher {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

std::vector<RegisteredModel> manyModels(int count)
{
    const QStringList tasks{u"text-generation"_s, u"text-classification"_s, u"OCR"_s, u"图像分类"_s,
                            u""_s};
    std::vector<RegisteredModel> models;
    for (int i = 0; i < count; ++i) {
        RegisteredModel model{.id = u"model-%1"_s.arg(i)};
        model.metadata.name = u"bert-base-%1"_s.arg(i);
        model.metadata.description = u"A model that was made for trying out how a search goes"_s;
        model.metadata.accessibility = i % 3 ? u"PRIVATE"_s : u"PUBLIC"_s;
        model.metadata.domain = i % 2 ? u"nlp"_s : u"cv"_s;
        model.metadata.task = tasks[i % tasks.size()];
        model.metadata.parameterSize = QString::number(i % 20'000);
        model.metadata.labels = {{u"team"_s, i % 5 ? u"nlp"_s : u"search"_s}, {u"lang"_s, u"zh"_s}};
        model.metadata.extraInfo = JsonText(
            R"({"License":"apache-2.0","Tags":["a","b","c"],"Source":{"Url":"https://a.example/b"},)"
            R"("Rating":)"
            + QByteArray::number(double(i % 50) / 10) + '}');
        model.modified = u"2026-%1-%2T08:30:00Z"_s.arg(i % 12 + 1, 2, 10, QChar(u'0'))
                             .arg(i % 28 + 1, 2, 10, QChar(u'0'));
        models.push_back(model);
    }
    return models;
}

} // namespace

class tst_QueryMatcher : public QObject
{
    Q_OBJECT

private slots:
    void anIndexAnswersBareTexts();
    void peopleAreFoundByNameToo_data();
    void peopleAreFoundByNameToo();
    void mineIsWhatTheCallerMade();
    void folding_data();
    void folding();
    void timesAreReadAsQtReadsThem_data();
    void timesAreReadAsQtReadsThem();
    void asksMany_data();
    void asksMany();
};

void tst_QueryMatcher::anIndexAnswersBareTexts()
{
    const QueryMatcher matcher(parseQuery(u"(bert OR -GPT) task:x bert"_s).query);
    QCOMPARE(matcher.query().textTerms(), (QByteArrayList{"bert", "gpt"}));
    RegisteredModel model;
    model.metadata.task = u"x"_s;
    QList<qsizetype> asked;
    const auto answers = [&](bool bert, bool gpt) {
        return [&asked, bert, gpt](qsizetype number) {
            asked.append(number);
            return number == 0 ? bert : gpt;
        };
    };
    QVERIFY(matcher.matches(model, answers(true, true)));
    QVERIFY(!matcher.matches(model, answers(false, false)));
    asked.clear();
    QVERIFY(!matcher.matches({}, answers(true, true)));
    QVERIFY(asked.isEmpty()); // the task is asked first
}

void tst_QueryMatcher::peopleAreFoundByNameToo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("name") << u"creator:林悦"_s << true;
    QTest::newRow("part of it") << u"creator:悦"_s << true;
    QTest::newRow("id") << u"creator:1002"_s << true;
    QTest::newRow("part of the ID") << u"creator:02"_s << true;
    QTest::newRow("the service's word") << u"UserId:林悦"_s << true;
    QTest::newRow("whole name") << u"creator:=林悦"_s << true;
    QTest::newRow("not the whole name") << u"creator:=林"_s << false;
    QTest::newRow("owner") << u"owner:acme"_s << true;
    QTest::newRow("the creator is not the owner") << u"owner:林悦"_s << false;
    QTest::newRow("another one") << u"creator:王"_s << false;
    QTest::newRow("not") << u"-creator:林悦"_s << false;
    QTest::newRow("has one") << u"has:creator"_s << true;
}

void tst_QueryMatcher::peopleAreFoundByNameToo()
{
    QFETCH(QString, text);
    const Query query = parseQuery(text).query;
    const RegisteredModel model{.id = u"m"_s, .userId = u"1002"_s, .ownerId = u"1001"_s};
    const QueryContext context{
        .nameOf = [](const QString &id) { return id == "1002"_L1 ? u"林悦"_s : u"ACME Ltd."_s; }};
    QTEST(query.matches(model, context), "isFound");
    QCOMPARE(query.asksForPeople(), !text.startsWith("has"_L1));
    if (text.contains(u"悦"_s) && !text.startsWith(u'-'))
        QVERIFY(!query.matches(model)); // who has no name
}

void tst_QueryMatcher::mineIsWhatTheCallerMade()
{
    const Query query = parseQuery(u"is:mine"_s).query;
    const RegisteredModel model{.id = u"m"_s, .userId = u"1002"_s};
    QVERIFY(query.asksForMine());
    QVERIFY(query.matches(model, {.callerId = u"1002"_s}));
    QVERIFY(!query.matches(model, {.callerId = u"1001"_s}));
    QVERIFY(!query.matches(model)); // nobody knows
    QVERIFY(!query.matches({.id = u"of nobody"_s}));
}

void tst_QueryMatcher::folding_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("part");
    const auto row = [](const QString &wanted, const QString &held, bool whole, bool part) {
        QTest::newRow(qPrintable(wanted + u'|' + held)) << wanted << held << whole << part;
    };
    row(u"nlp"_s, u"NLP"_s, true, true);
    row(u"nlp"_s, u"ＮＬＰ"_s, true, true);
    row(u"nlp"_s, u"nl"_s, false, false);
    row(u"nl"_s, u"nlp"_s, false, true);
    row(u"a b"_s, u"a \t  b"_s, true, true);
    row(u"a b"_s, u"a  bc"_s, false, true);
    row(u"é"_s, u"E\u0301"_s, true, true);
    row(u"xé"_s, u"xe\u0301y"_s, false, true);
    row(u"xé"_s, u"xe\u200B\u0301"_s, true, true);
    row(u"e"_s, u"e\u0301"_s, false, false);
    row(u"中"_s, u"a"_s, false, false);
    row(u"中"_s, u"a中b"_s, false, true);
    row(u"ss"_s, u"ß"_s, true, true);
}

void tst_QueryMatcher::folding()
{
    QFETCH(QString, wanted);
    QFETCH(QString, held);
    const QueryNeedle needle(wanted);
    QTEST(needle.isWhole(held), "whole");
    QTEST(needle.isPartOf(held), "part");
    QTEST(needle.isPartOf(held.toUtf8()), "part");
}

void tst_QueryMatcher::timesAreReadAsQtReadsThem_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"2026-11-03T23:30:00Z"_s, u"2026-11-03T23:30:00.123Z"_s, u"2024-02-29T00:00:00Z"_s,
          u"1969-12-31T23:59:59.999Z"_s, u"0001-01-01T00:00:00Z"_s, u"9999-12-31T23:59:59Z"_s,
          u"2000-03-01T00:00:00Z"_s, u"1900-02-28T12:00:00Z"_s, u"2026-02-29T00:00:00Z"_s,
          u"2026-11-03T24:01:00Z"_s, u"2026-11-03T23:60:00Z"_s, u"2026-11-03T23:30:00+08:00"_s,
          u"2026-11-03T23:30:00"_s, u"2026-11-03"_s, u"0000-01-01T00:00:00Z"_s, u"yesterday"_s,
          u""_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_QueryMatcher::timesAreReadAsQtReadsThem()
{
    QFETCH(QString, text);
    const QDateTime expected = parseServiceTime(text);
    QCOMPARE(serviceTimeInMs(text),
             expected.isValid() ? std::optional(expected.toMSecsSinceEpoch()) : std::nullopt);
}

void tst_QueryMatcher::asksMany_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"task:text-generation"_s, u"-accessibility:public domain:nlp"_s, u"label:team=search"_s,
          u"params:>=7B"_s, u"modified:<30d"_s, u"name:99"_s, u"bert"_s,
          u"task:(ocr OR 图像分类) params:1B..7B modified:>3m"_s, u"extra.Rating:>4.5"_s,
          u"missing:task OR description:nothing"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_QueryMatcher::asksMany()
{
    static const std::vector<RegisteredModel> models = manyModels(20'000);
    QFETCH(QString, text);
    const QueryMatcher matcher(
        parseQuery(text).query,
        {.now = QDateTime({2026, 11, 10}, {12, 0}, Qt::UTC), .hasDraft = {}});
    const auto byIndex = [](qsizetype) { return true; };
    QElapsedTimer timer;
    timer.start();
    qsizetype found = 0;
    for (const RegisteredModel &model : models)
        found += matcher.matches(model, byIndex) ? 1 : 0;
    const qint64 took = timer.nsecsElapsed();
    qInfo("%lld of 20,000 in %.1f ms", qint64(found), double(took) / 1e6);
    QVERIFY(found > 0 && (found < 20'000 || text == u"bert"_s));
}

MODELSCRIBE_TEST(tst_QueryMatcher)

} // namespace tst_querymatcher

#include "tst_querymatcher.moc"
