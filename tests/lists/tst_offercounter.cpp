// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/offercounter.h"

#include "lists/modeltablemodel.h"
#include "lists/searchoffers.h"
#include "model/querylexer.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "registry/catalogtext.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_offercounter {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = OfferCounter::State;

namespace {

RegisteredModel countedModel(int i)
{
    const auto pick = [i](int step, const QStringList &from) {
        return from[(i / step) % from.size()];
    };
    RegisteredModel model = modelOf(u"model-%1"_s.arg(i),
                                    {.name = u"name %1"_s.arg(i),
                                     .origin = pick(5, {u"ModelScope"_s, u"HuggingFace"_s}),
                                     .domain = pick(1, {u"nlp"_s, u"cv"_s}),
                                     .task = pick(2, {u"text-generation"_s, u"qa"_s}),
                                     .type = pick(7, {u"Checkpoint"_s, u"LoRA"_s}),
                                     .extraInfo = JsonText(R"({"Rating":4})")});
    model.metadata.labels = {{u"team"_s, pick(2, {u"nlp"_s, u"x=\"y\""_s})},
                             {u"team"_s, u"all"_s},
                             {u"stage"_s, pick(3, {u"prod"_s, u"gray"_s})}};
    return model;
}

struct OffersWorld : OfflineCatalog
{
    OffersWorld()
    {
        for (int i = 0; i < 210; ++i)
            catalog.upsert(countedModel(i));
        models.setCatalog(&catalog, &text);
        source.setCatalog(&values, &vocabulary);
        source.setCounter(&counter);
        QSignalSpy read(&vocabulary, &ExtraInfoVocabulary::changed);
        vocabulary.start();
        read.wait();
    }

    //! What is offered at the | of \p query, which the list shows, too, when it is understood.
    SearchOffers typed(QString query)
    {
        const qsizetype cursor = query.indexOf(u'|');
        query.remove(cursor, 1);
        if (const ParsedQuery parsed = parseQuery(query); parsed.isUnderstood())
            models.setQuery(parsed.query);
        return source.at(query, cursor);
    }
    //! The same once it is counted.
    SearchOffers counted(const QString &query)
    {
        const SearchOffers at_once = typed(query);
        if (counter.state() != State::ToCome)
            return at_once;
        QSignalSpy spy(&counter, &OfferCounter::counted);
        return spy.wait() ? typed(query) : SearchOffers();
    }
    int plainCount(const QString &query) const
    {
        const Query asked = parseQuery(query).query;
        return int(std::ranges::count_if(catalog.models(),
                                         [&](const auto &model) { return asked.matches(model); }));
    }

    CatalogText text{catalog, {}};
    ValuesInUse values{catalog};
    ExtraInfoVocabulary vocabulary{catalog};
    ModelTableModel models;
    FacetCodes facets{models};
    OfferCounter counter{models, facets};
    OfferSource source;
};

int countOf(const SearchOffers &found, const QString &text)
{
    const auto offer = std::ranges::find(found.offers, text, &SearchOffer::text);
    return offer == found.offers.end() ? -2 : offer->count;
}

} // namespace

class tst_OfferCounter : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatTheRestFinds_data();
    void countsWhatTheRestFinds();
    void isShownBeforeItIsCounted();
    void mostOfTheRestComesFirst();
    void anotherLetterIsNotCountedAgain();
    void followsTheModels();
    void whatIsNotCountedHasNoNumber();
};

void tst_OfferCounter::countsWhatTheRestFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rest");
    const auto row = [](const QString &query, const QString &rest) {
        QTest::newRow(qPrintable(query)) << query << rest;
    };
    row(u"task:|"_s, {});
    row(u"type:lora task:|"_s, u"type:lora"_s);
    row(u"task:t| type:lora"_s, u"type:lora"_s);
    row(u"-type:lora origin:huggingface task:|"_s, u"-type:lora origin:huggingface"_s);
    row(u"name 1 task:|"_s, u"name 1"_s);          // words, and not understood yet
    row(u"\"name 1\" task:t|"_s, u"\"name 1\""_s); // found in the catalog's text
    row(u"name type:lora te|"_s, u"name type:lora"_s);
    row(u"type:lora task:(qa OR t|)"_s, u"type:lora"_s);
    row(u"type:lora -task:|"_s, u"type:lora"_s);
    row(u"type:lora OR task:|"_s, {});
    row(u"type:lora task:qa AND (task:t|)"_s, u"type:lora task:qa"_s);
    row(u"label:stage=prod task:|"_s, u"label:stage=prod"_s);
    row(u"nothing-like-this task:|"_s, u"nothing-like-this"_s);
}

void tst_OfferCounter::countsWhatTheRestFinds()
{
    QFETCH(QString, query);
    QFETCH(QString, rest);
    OffersWorld world;
    const SearchOffers found = world.counted(query);
    QVERIFY(!found.offers.isEmpty());
    const QString field = query.contains(u"te|"_s) ? u"task:"_s : QString();
    const QString task = u"text-generation"_s;
    QCOMPARE(countOf(found, field + task), world.plainCount(rest + u" task:"_s + task));

    // Keys and values of labels at the same place of the same rest.
    const qsizetype place = query.lastIndexOf(u"task"_s);
    if (rest.isEmpty() || !query.endsWith(u"task:|"_s))
        return;
    const SearchOffers keys = world.counted(query.first(place) + u"label:t|"_s);
    QCOMPARE(countOf(keys, u"team="_s), world.plainCount(rest + u" label:team"_s));
    const SearchOffers values = world.counted(query.first(place) + u"label:team=|"_s);
    QCOMPARE(countOf(values, u"nlp"_s), world.plainCount(rest + u" label:team=nlp"_s));
    QCOMPARE(countOf(values, u"x=\"y\""_s),
             world.plainCount(rest + u" label:"_s + quotedQueryValue(u"team=x=\"y\""_s)));
}

void tst_OfferCounter::isShownBeforeItIsCounted()
{
    OffersWorld world;
    const SearchOffers first = world.typed(u"type:lora task:|"_s);
    QCOMPARE(world.counter.state(), State::ToCome);
    QCOMPARE(first.offers.size(), 2);
    for (const SearchOffer &offer : first.offers)
        QCOMPARE(offer.count, -1); // not that of all models
    QTRY_COMPARE(world.counter.state(), State::Counted);
}

void tst_OfferCounter::mostOfTheRestComesFirst()
{
    OffersWorld world;
    RegisteredModel odd = countedModel(1000);
    odd.metadata.type = u"odd"_s;
    odd.metadata.task = u"qa"_s;
    world.catalog.upsert(odd);
    for (int i = 2000; i < 2010; ++i) {
        RegisteredModel often = countedModel(i);
        often.metadata.task = u"text-generation"_s;
        world.catalog.upsert(often);
    }
    QTRY_COMPARE(world.values.modelCount(), 221);
    QCOMPARE(world.counted(u"task:|"_s).offers.first().text, u"text-generation"_s);
    const SearchOffers found = world.counted(u"type:odd task:|"_s);
    QCOMPARE(found.offers.first().text, u"qa"_s);
    QCOMPARE(found.offers.first().count, 1);
    QCOMPARE(countOf(found, u"text-generation"_s), 0); // is still there
}

void tst_OfferCounter::anotherLetterIsNotCountedAgain()
{
    OffersWorld world;
    world.counted(u"type:lora task:t|"_s);
    QSignalSpy counted(&world.counter, &OfferCounter::counted);
    const SearchOffers found = world.typed(u"type:lora task:te|"_s);
    QCOMPARE(world.counter.state(), State::Counted);
    QVERIFY(countOf(found, u"text-generation"_s) > 0);
    QTest::qWait(20);
    QVERIFY(counted.isEmpty());
}

void tst_OfferCounter::followsTheModels()
{
    OffersWorld world;
    const int before = countOf(world.counted(u"type:lora task:|"_s), u"qa"_s);
    RegisteredModel model = countedModel(500);
    model.metadata.type = u"LoRA"_s;
    model.metadata.task = u"qa"_s;
    world.catalog.upsert(model);
    QTRY_COMPARE(countOf(world.typed(u"type:lora task:|"_s), u"qa"_s), before + 1);
    world.catalog.remove(model.id);
    QTRY_COMPARE(countOf(world.typed(u"type:lora task:|"_s), u"qa"_s), before);
    world.models.setCatalog(nullptr);
    QTRY_COMPARE(countOf(world.typed(u"type:lora task:|"_s), u"qa"_s), 0);
}

void tst_OfferCounter::whatIsNotCountedHasNoNumber()
{
    OffersWorld world;
    QCOMPARE(countOf(world.counted(u"extra.Rat|"_s), u"extra.Rating:"_s), 210);
    QCOMPARE(countOf(world.counted(u"type:lora extra.Rat|"_s), u"extra.Rating:"_s), -1);
    QCOMPARE(countOf(world.counted(u"type:lora extra.Rating:|"_s), u"4"_s), -1);
}

MODELSCRIBE_TEST(tst_OfferCounter)

} // namespace tst_offercounter

#include "tst_offercounter.moc"
