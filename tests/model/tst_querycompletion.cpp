// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querycompletion.h"
#include "testclass.h"

#include <QTest>

namespace tst_querycompletion {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Kind = QueryCompletion::Kind;

class tst_QueryCompletion : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatMayStandAtTheCursor_data();
    void knowsWhatMayStandAtTheCursor();
    void everyPlaceLiesInTheText();
    void theBestComeFirst();
    void aTitleIsFoundToo();
    void offersAreQuoted();
    void theLanguageOffersItsWords();
};

void tst_QueryCompletion::knowsWhatMayStandAtTheCursor_data()
{
    QTest::addColumn<QString>("text"); // with | as cursor
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("about"); // field, path, key of labels
    const auto row = [](const QString &text, Kind kind, const QString &replaced,
                        const QString &prefix, const QString &about) {
        QTest::newRow(qPrintable(text)) << text << int(kind) << replaced << prefix << about;
    };
    row(u"|"_s, Kind::Field, u""_s, u""_s, u""_s);
    row(u"a |"_s, Kind::Field, u""_s, u""_s, u""_s);
    row(u"a te|"_s, Kind::Field, u"te"_s, u"te"_s, u""_s);
    row(u"a -te|"_s, Kind::Field, u"te"_s, u"te"_s, u""_s);
    row(u"(te|"_s, Kind::Field, u"te"_s, u"te"_s, u""_s);
    row(u"t|e"_s, Kind::Field, u"te"_s, u"t"_s, u""_s);
    row(u"ta|sk:x"_s, Kind::Field, u"task:"_s, u"ta"_s, u""_s);
    row(u"\"te|"_s, Kind::None, u""_s, u""_s, u""_s);
    row(u"a)|"_s, Kind::None, u""_s, u""_s, u""_s);
    row(u"task:|"_s, Kind::Value, u""_s, u""_s, u"task"_s);
    row(u"task:|x y"_s, Kind::Value, u"x"_s, u""_s, u"task"_s);
    row(u"Task：te|xt"_s, Kind::Value, u"text"_s, u"te"_s, u"task"_s);
    row(u"task:\"te x|"_s, Kind::Value, u"\"te x"_s, u"te x"_s, u"task"_s);
    row(u"task:=te|"_s, Kind::Value, u"te"_s, u"te"_s, u"task"_s);
    row(u"task:(a OR te|"_s, Kind::Value, u"te"_s, u"te"_s, u"task"_s);
    row(u"task:(a OR |"_s, Kind::Value, u""_s, u""_s, u"task"_s);
    row(u"task:(|"_s, Kind::Value, u""_s, u""_s, u"task"_s);
    row(u"task:(a) te|"_s, Kind::Field, u"te"_s, u"te"_s, u""_s);
    row(u"label:te|"_s, Kind::LabelKey, u"te"_s, u"te"_s, u"label"_s);
    row(u"label:team=n|"_s, Kind::LabelValue, u"team=n"_s, u"n"_s, u"label team"_s);
    row(u"extra.Ra|"_s, Kind::ExtraPath, u"extra.Ra"_s, u"Ra"_s, u"extra"_s);
    row(u"extra.Rating:a|"_s, Kind::Value, u"a"_s, u"a"_s, u"extra Rating"_s);
    row(u"extra:a|"_s, Kind::None, u"a"_s, u"a"_s, u"extra"_s);
    row(u"params:>|"_s, Kind::Amount, u">"_s, u">"_s, u"size"_s);
    row(u"modified:<3|"_s, Kind::Amount, u"<3"_s, u"<3"_s, u"modified"_s);
    row(u"missing:ta|"_s, Kind::FieldName, u"ta"_s, u"ta"_s, u"missing"_s);
    row(u"is:|"_s, Kind::State, u""_s, u""_s, u"is"_s);
    row(u"oss://b|"_s, Kind::Field, u"oss://b"_s, u"oss://b"_s, u""_s);
}

void tst_QueryCompletion::knowsWhatMayStandAtTheCursor()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const QueryCompletion completion = queryCompletion(text, cursor);
    QTEST(int(completion.kind), "kind");
    QTEST(text.mid(completion.begin, completion.length), "replaced");
    QTEST(completion.prefix, "prefix");
    QStringList about;
    if (completion.field)
        about.append(completion.field->name);
    about += completion.path;
    if (!completion.labelKey.isEmpty())
        about.append(completion.labelKey);
    QTEST(about.join(u' '), "about");
}

void tst_QueryCompletion::everyPlaceLiesInTheText()
{
    const QString text =
        u"a -task:(x OR \"y z\") label:k=v extra.\"a b\".c:>1 ( params:=7B ）“q is:"_s;
    for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
        const QueryCompletion completion = queryCompletion(text, cursor);
        QVERIFY(completion.begin >= 0 && completion.begin <= cursor && completion.length >= 0);
        QVERIFY(completion.begin + completion.length <= text.size());
    }
}

void tst_QueryCompletion::theBestComeFirst()
{
    const QueryCompletion completion = queryCompletion(u"task:TE"_s, 7);
    QStringList texts;
    for (const QueryOffer &offer : queryOffers(completion, {{u"latest"_s, 90},
                                                            {u"image-text"_s, 5},
                                                            {u"text-ranking"_s, 3},
                                                            {u"ｔext-generation"_s, 8},
                                                            {u"other"_s, 100}}))
        texts.append(offer.text);
    QCOMPARE(texts,
             (QStringList{u"ｔext-generation"_s, u"text-ranking"_s, u"image-text"_s, u"latest"_s}));
    QCOMPARE(queryOffers(completion, {{u"te1"_s, 1}, {u"te2"_s, 2}}, 1).size(), 1);
}

void tst_QueryCompletion::aTitleIsFoundToo()
{
    const QueryCandidate candidate{
        .text = u"text-generation"_s, .count = 3, .title = u"文本生成"_s};
    const auto offers = queryOffers(queryCompletion(u"task:生"_s, 6), {candidate, {u"other"_s}});
    QCOMPARE(offers,
             (QList<QueryOffer>{{u"text-generation"_s, u"text-generation"_s, 3, candidate.title}}));
}

void tst_QueryCompletion::offersAreQuoted()
{
    const auto inserted = [](const QString &text, const QString &value) {
        return queryOffers(queryCompletion(text, text.size()), {{value, 1}}).value(0).insert;
    };
    QCOMPARE(inserted(u"task:"_s, u"a b"_s), u"\"a b\""_s);
    QCOMPARE(inserted(u"task:"_s, u"a\"b"_s), u"\"a\"\"b\""_s);
    QCOMPARE(inserted(u"label:te"_s, u"team"_s), u"team="_s);
    QCOMPARE(inserted(u"label:te"_s, u"team a"_s), u"\"team a\""_s);
    QCOMPARE(inserted(u"label:team=n"_s, u"n l p"_s), u"\"team=n l p\""_s);
    QCOMPARE(inserted(u"ta"_s, u"task"_s), u"task:"_s);
    QCOMPARE(inserted(u"extra.R"_s, u"Rating"_s), u"extra.Rating:"_s);
}

void tst_QueryCompletion::theLanguageOffersItsWords()
{
    const auto own = [](const QString &text) {
        QStringList texts;
        for (const QueryCandidate &candidate : ownCandidates(queryCompletion(text, text.size())))
            texts.append(candidate.text);
        return texts;
    };
    QVERIFY(own(u""_s).contains(u"params"_s) && own(u""_s).contains(u"missing"_s));
    QVERIFY(own(u"has:"_s).contains(u"draft"_s) && !own(u"has:"_s).contains(u"has"_s));
    QCOMPARE(own(u"is:"_s), (QStringList{u"draft"_s, u"mine"_s, u"readonly"_s, u"unknown-task"_s,
                                         u"bad-cover"_s, u"same-name"_s, u"padded-label"_s}));
    QVERIFY(!own(u"modified:"_s).isEmpty() && !own(u"order:"_s).isEmpty());
    QVERIFY(own(u"task:"_s).isEmpty());
}

MODELSCRIBE_TEST(tst_QueryCompletion)

} // namespace tst_querycompletion

#include "tst_querycompletion.moc"
