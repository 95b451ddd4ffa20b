// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/searchoffers.h"

#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_searchoffers {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

RegisteredModel model(const QString &id, const QString &task, const QString &team,
                      const QByteArray &extraInfo)
{
    RegisteredModel result = modelOf(id, {.name = id,
                                          .accessibility = u"PRIVATE"_s,
                                          .domain = u"nlp"_s,
                                          .task = task,
                                          .extraInfo = JsonText(extraInfo)});
    result.ownerId = u"tester-"_s + team;
    result.metadata.labels = {{u"team"_s, team}, {u"sta ge"_s, u"te\"st <b>"_s}};
    return result;
}

struct OfferWorld : OfflineCatalog
{
    OfferWorld()
        : OfflineCatalog(
            {model(u"1"_s, u"text-generation"_s, u"nlp"_s,
                   R"({"Test":"tea","Files":[{"Name":"f1"}],"My key":1})"),
             model(u"2"_s, u"text-generation"_s, u"nlp"_s, R"({"Test":"tea","Rating":4.5})"),
             model(u"3"_s, u"text-classification"_s, u"trust"_s, R"({"Test":"team"})")})
    {
        source.setCatalog(&values, &vocabulary);
        QSignalSpy read(&vocabulary, &ExtraInfoVocabulary::changed);
        vocabulary.start();
        read.wait();
    }

    //! "text (count)" at the | of \p query.
    QStringList lines(QString query) const
    {
        const qsizetype cursor = query.indexOf(u'|');
        QStringList result;
        for (const SearchOffer &offer : source.at(query.remove(cursor, 1), cursor).offers)
            result.append(offer.count < 0 ? offer.text
                                          : u"%1 (%2)"_s.arg(offer.text).arg(offer.count));
        return result;
    }
    //! \p query with the offer that is shown as \p text taken.
    QString taken(QString query, const QString &text) const
    {
        const qsizetype cursor = query.indexOf(u'|');
        const SearchOffers found = source.at(query.remove(cursor, 1), cursor);
        const auto offer = std::ranges::find(found.offers, text, &SearchOffer::text);
        if (offer == found.offers.end())
            return {};
        return query.replace(found.completion.begin, found.completion.length, offer->insert);
    }

    ValuesInUse values{catalog};
    ExtraInfoVocabulary vocabulary{catalog};
    OfferSource source;
};

} // namespace

class tst_SearchOffers : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatOccursAtTheCursor_data();
    void offersWhatOccursAtTheCursor();
    void aWordMayBecomeAFieldOrAValue();
    void whatIsTakenIsUnderstoodAndFound_data();
    void whatIsTakenIsUnderstoodAndFound();
    void tasksAreFoundByTheirName();
    void whatIsThereAlreadyIsNoOffer();
    void worksWithoutACatalog();
};

void tst_SearchOffers::offersWhatOccursAtTheCursor_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const QString &query, const QStringList &expected) {
        QTest::newRow(qPrintable(query)) << query << expected;
    };
    row(u"task:|"_s, {u"text-generation (2)"_s, u"text-classification (1)"_s});
    row(u"task:(x OR cl|"_s, {u"text-classification (1)"_s});
    row(u"owner:|"_s, {u"tester-nlp (2)"_s, u"tester-trust (1)"_s});
    row(u"accessibility:|"_s, {u"PRIVATE (3)"_s});
    row(u"label:t|"_s, {u"team= (3)"_s, u"sta ge (3)"_s});
    row(u"label:team=|"_s, {u"nlp (2)"_s, u"trust (1)"_s});
    row(u"extra.Te|"_s, {u"extra.Test: (3)"_s});
    row(u"extra.Na|"_s, {u"extra.Files.Name: (1)"_s});
    row(u"extra.Files.Name:|"_s, {u"f1 (1)"_s});
    row(u"extra.Test:|"_s, {u"tea (2)"_s, u"team (1)"_s});
    row(u"extra.Rating:|"_s, {u"4.5 (1)"_s});
    row(u"has:extra.Ra|"_s, {u"extra.Rating (1)"_s});
    row(u"missing:des|"_s, {u"description"_s});
    row(u"is:re|"_s, {u"readonly"_s});
    row(u"is:lab|"_s, {u"padded-label"_s});
    row(u"\"te|"_s, {});
}

void tst_SearchOffers::offersWhatOccursAtTheCursor()
{
    QFETCH(QString, query);
    QFETCH(QStringList, expected);
    const OfferWorld world;
    QCOMPARE(world.lines(query), expected);
}

void tst_SearchOffers::aWordMayBecomeAFieldOrAValue()
{
    const OfferWorld world;
    const QStringList lines = world.lines(u"bert -te|"_s);
    for (const char16_t *expected :
         {u"label:team= (3)", u"extra.Test: (3)", u"task:text-generation (2)",
          u"owner:tester-nlp (2)", u"label:sta ge=te\"st <b> (3)"})
        QVERIFY2(lines.contains(QString::fromUtf16(expected)), qPrintable(lines.join(u'\n')));
    QVERIFY(world.lines(u"ta|"_s).contains(u"task:"_s));
    QCOMPARE(world.taken(u"o|wner:x"_s, u"origin:"_s), u"origin:x"_s);
}

void tst_SearchOffers::whatIsTakenIsUnderstoodAndFound_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("models");
    QTest::newRow("a value") << u"te|"_s << u"task:text-generation"_s << 2;
    QTest::newRow("a hostile label") << u"te|"_s << u"label:sta ge=te\"st <b>"_s << 3;
    QTest::newRow("a key with a blank") << u"label:st|"_s << u"sta ge"_s << 3;
    QTest::newRow("a path with a blank") << u"has:extra.My|"_s << u"extra.\"My key\""_s << -1;
    QTest::newRow("an owner") << u"-te|"_s << u"owner:tester-nlp"_s << 1;
}

void tst_SearchOffers::whatIsTakenIsUnderstoodAndFound()
{
    QFETCH(QString, query);
    QFETCH(QString, offer);
    QFETCH(int, models);
    const OfferWorld world;
    const QString taken = world.taken(query, offer);
    QVERIFY(!taken.isEmpty());
    const ParsedQuery parsed = parseQuery(taken);
    QVERIFY2(parsed.isUnderstood(), qPrintable(taken));
    if (models >= 0)
        QCOMPARE(int(std::ranges::count_if(
                     world.catalog.models(),
                     [&](const RegisteredModel &each) { return parsed.query.matches(each); })),
                 models);
}

void tst_SearchOffers::tasksAreFoundByTheirName()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Chinese));
    const OfferWorld world;
    const QString chinese = u"文本生成"_s;
    const SearchOffers found = world.source.at(u"task:"_s + chinese, 5 + chinese.size());
    QLocale::setDefault(before);
    QCOMPARE(found.offers.size(), 1);
    QCOMPARE(found.offers.first().insert, u"text-generation"_s);
    QCOMPARE(found.offers.first().about, chinese);
}

void tst_SearchOffers::whatIsThereAlreadyIsNoOffer()
{
    const OfferWorld world;
    QVERIFY(world.lines(u"task:text-classification|"_s).isEmpty());
}

void tst_SearchOffers::worksWithoutACatalog()
{
    OfferSource source;
    QVERIFY(!source.at(u"ta"_s, 2).offers.isEmpty());
    QVERIFY(source.at(u"task:"_s, 5).offers.isEmpty());
    {
        OfferWorld world;
        source.setCatalog(&world.values, &world.vocabulary);
        QVERIFY(!source.at(u"task:"_s, 5).offers.isEmpty());
    }
    QVERIFY(source.at(u"task:"_s, 5).offers.isEmpty());
}

MODELSCRIBE_TEST(tst_SearchOffers)

} // namespace tst_searchoffers

#include "tst_searchoffers.moc"
