// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchsearch.h"

#include "bench/figures.h"
#include "core/foldedtext.h"
#include "lists/facetcounter.h"
#include "lists/facetmodel.h"
#include "lists/modelnames.h"
#include "lists/modeltablemodel.h"
#include "lists/searchcounter.h"
#include "lists/searchoffers.h"
#include "model/lookrules.h"
#include "model/queryparser.h"
#include "model/searchtext.h"
#include "model/variedmodel.h"
#include "registry/catalogtext.h"
#include "registry/valuesinuse.h"
#include "store/textindex.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

//! What all threads have worked, in ms.
double workedByAll()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double allWork(const std::function<void()> &work)
{
    const double before = workedByAll();
    work();
    return workedByAll() - before;
}

//! Fills \p index as a synchronisation does, text by text, so that none stays in memory.
void build(TextIndex &index, int models)
{
    double bytes = 0;
    double folding = 0;
    double putting = 0;
    for (int i = 0; i < models; ++i) {
        const RegisteredModel model = variedModel(i);
        QByteArray text;
        folding += allWork([&] { text = searchText(model); });
        bytes += double(text.size());
        putting += allWork([&] { index.put(quint32(i), quint64(i) + 1, text); });
    }
    putting += allWork([&] { index.flush(); });
    figures::print("searched text of a model", {bytes / models}, "bytes");
    figures::print("text folded", {bytes / 1e3 / folding}, "MB/s of CPU");
    figures::print("all texts folded", {folding}, "ms of CPU");
    figures::print("all texts put and built", {putting}, "ms of CPU");
    figures::print("index on disk", {double(index.bytesOnDisk()) / 1e6}, "MB");
}

using Typed = std::function<QString(const RegisteredModel &, QRandomGenerator &)>;

QString word(const QString &text, QRandomGenerator &random)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    return words[random.bounded(words.size())];
}

QString part(const QString &text, int length, QRandomGenerator &random)
{
    return text.mid(random.bounded(std::max<qsizetype>(1, text.size() - length)), length);
}

//! Types \p count texts key by key; every beginning is searched for.
void benchGroup(const TextIndex &index, int models, const char *name, const Typed &typed)
{
    constexpr int count = 60;
    QRandomGenerator random(11);
    QList<double> times;
    QList<double> work;
    for (int i = 0; i < count; ++i) {
        const QString text = typed(variedModel(random.bounded(models)), random);
        for (qsizetype keys = 1; keys <= text.size(); ++keys) {
            const QByteArray needle = foldedText(text.first(keys)).toUtf8();
            work.append(allWork([&] {
                times.append(figures::milliseconds([&] { std::ignore = index.find(needle); }));
            }));
        }
    }
    figures::printTail(name, times, "ms");
    figures::printTail("    the same", work, "ms of CPU");
}

void benchFinding(const TextIndex &index, int models)
{
    benchGroup(index, models, "find: names", [](const RegisteredModel &model, QRandomGenerator &) {
        return model.metadata.name;
    });
    benchGroup(index, models, "find: English words",
               [](const RegisteredModel &, QRandomGenerator &random) {
                   return word(variedModel(2 * random.bounded(1000) + 1).metadata.description,
                               random);
               });
    benchGroup(index, models, "find: Chinese, 1 to 4 characters",
               [](const RegisteredModel &, QRandomGenerator &random) {
                   return part(variedModel(2 * random.bounded(1000)).metadata.description, 4,
                               random);
               });
    benchGroup(
        index, models, "find: inner parts, 3 to 9 characters",
        [](const RegisteredModel &, QRandomGenerator &random) {
            const QString text = variedModel(2 * random.bounded(1000) + 1).metadata.description;
            return word(text, random).mid(1, 8);
        });
    benchGroup(index, models, "find: ids and numbers",
               [](const RegisteredModel &model, QRandomGenerator &random) {
                   return part(model.id + model.ownerId, 6, random);
               });
    benchGroup(index, models, "find: phrases with blanks",
               [](const RegisteredModel &, QRandomGenerator &random) {
                   return part(variedModel(2 * random.bounded(1000) + 1).metadata.description, 20,
                               random);
               });
}

//! Until the first answer about all models, in a first run and in the next.
void benchRuns(int models, const QString &folder)
{
    Catalog catalog;
    for (int i = 0; i < models; ++i)
        catalog.upsert(variedModel(i));
    for (const char *name : {"first run: all searchable", "next run: all searchable"}) {
        QEventLoop loop;
        double ms = 0;
        const double work = allWork([&] {
            ms = figures::milliseconds([&] {
                CatalogText text(catalog, folder);
                text.find({"nowhere"}, &loop, [&](const TextAnswer &) { loop.quit(); });
                loop.exec();
            });
        });
        figures::print(name, {ms}, "ms");
        figures::print("    the same", {work}, "ms of CPU");
    }
}

//! Shows \p catalog in \p table; the longest turn of the event loop until all rows are there.
double showAll(ModelTableModel &table, Catalog &catalog, CatalogText *text = nullptr)
{
    double longest = figures::milliseconds([&] { table.setCatalog(&catalog, text); });
    while (table.rowCount() < catalog.size())
        longest = std::max(longest,
                           figures::milliseconds([] { QCoreApplication::processEvents(); }));
    return longest;
}

//! How long facet counts come after the rows, and how long they hold the window up meanwhile.
void benchFacets(int models)
{
    Catalog catalog;
    QList<RegisteredModel> all;
    for (int i = 0; i < models; ++i)
        all.append(variedModel(i));
    catalog.upsert(all);
    ModelTableModel table;
    FacetCounter counter(table);
    figures::print("rows of a catalog that is full: longest turn", {showAll(table, catalog)}, "ms");
    figures::print("facets read before they are needed", {allWork([&] {
                       while (!counter.codes().isPrepared())
                           QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                   })},
                   "ms of CPU");
    const auto count = [&](const QString &query) {
        table.setQuery(parseQuery(query).query);
        double longest = 0;
        const double took = figures::milliseconds([&] {
            while (!counter.isCounted()) {
                longest = std::max(
                    longest, figures::milliseconds([] { QCoreApplication::processEvents(); }));
            }
        });
        return std::pair(took, longest);
    };
    const auto first = count(u"type:checkpoint"_s);
    figures::print("facets counted for the first time", {first.first}, "ms");
    QList<double> times;
    QList<double> turns;
    for (const char16_t *query :
         {u"accessibility:private", u"-type:lora", u"task:text-generation domain:nlp",
          u"task:(text-generation OR qa) -accessibility:public", u"label:team=nlp", u"params:>1B",
          u"modified:<30d", u"missing:description"}) {
        const auto [took, longest] = count(QString::fromUtf16(query));
        times.append(took);
        turns.append(longest);
    }
    figures::printTail("facets counted", times, "ms");
    figures::printTail("    longest turn of the event loop", turns, "ms");
    ValuesInUse values(catalog);
    while (values.modelCount() < models)
        QCoreApplication::processEvents();
    OfferCounter offerCounter(table, counter.codes());
    OfferSource offers;
    offers.setCatalog(&values, nullptr);
    offers.setCounter(&offerCounter);
    times.clear();
    turns.clear();
    for (const char16_t *query : {u"type:lora t", u"-type:lora task:", u"label:team=nlp owner:",
                                  u"modified:<30d domain:nlp label:"}) {
        const QString text = QString::fromUtf16(query);
        turns.append(figures::milliseconds([&] { std::ignore = offers.at(text, text.size()); }));
        times.append(figures::milliseconds([&] {
            while (offerCounter.state() == OfferCounter::State::ToCome)
                turns.append(figures::milliseconds([] { QCoreApplication::processEvents(); }));
        }));
        turns.append(figures::milliseconds([&] { std::ignore = offers.at(text, text.size()); }));
    }
    figures::printTail("offers counted under the rest of the query", times, "ms");
    figures::printTail("    turn of the event loop meanwhile", turns, "ms");
}

//! What a key costs the sidebar when two labels have another value in each model.
void benchFacetRows(int models)
{
    Catalog catalog;
    QList<RegisteredModel> all;
    for (int i = 0; i < models; ++i) {
        RegisteredModel model = variedModel(i);
        model.metadata.labels += {{u"commit"_s, u"c-%1"_s.arg(i)}, {u"run"_s, u"r-%1"_s.arg(i)}};
        all.append(model);
    }
    catalog.upsert(all);
    ValuesInUse values(catalog);
    FacetModel facets;
    facets.setValues(&values);
    while (values.modelCount() < models)
        QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QList<double> times;
    for (const char16_t *query : {u"t", u"te", u"tea", u"team", u"team type:lora", u"task:qa"})
        times.append(figures::milliseconds([&] { facets.setQuery(QString::fromUtf16(query)); }));
    figures::printTail("facet rows for a key, 2 labels of each model's own", times, "ms");
    OfferSource offers;
    offers.setCatalog(&values, nullptr);
    times.clear();
    for (const char16_t *query : {u"t", u"te", u"tea", u"label:", u"label:commit=c-9"}) {
        const QString text = QString::fromUtf16(query);
        times.append(figures::milliseconds([&] { std::ignore = offers.at(text, text.size()); }));
    }
    figures::printTail("    offers for a key", times, "ms");
}

//! How long after a key in the palette the models of that name are there, and how long the window
//! is held up meanwhile.
void benchNames(int models)
{
    Catalog catalog;
    for (int i = 0; i < models; ++i)
        catalog.upsert(variedModel(i));
    ModelTableModel table;
    showAll(table, catalog);
    ModelNames names(table);
    QEventLoop loop;
    QObject::connect(&names, &ModelNames::found, &loop, &QEventLoop::quit);
    QList<double> gaps;
    const auto ask = [&](const QString &typed) {
        names.find(typed);
        QElapsedTimer turn;
        turn.start();
        QTimer beat;
        beat.callOnTimeout([&] {
            gaps.append(double(turn.nsecsElapsed()) / 1e6);
            turn.start();
        });
        beat.start(0);
        return figures::milliseconds([&] { loop.exec(); });
    };
    figures::print("models found by name, names folded for the first time", {ask(u"b"_s)}, "ms");
    QList<double> times;
    for (const QString &typed : {u"b"_s, u"bert"_s, u"bert zh"_s, u"qwn7b"_s, u"中"_s, u"qqqqq"_s})
        times.append(ask(typed));
    figures::print("models found by name, a key", times, "ms");
    figures::printTail("turn of the event loop meanwhile", gaps, "ms");
}

//! How long the counts of saved searches and rules come after the rows, and how long they hold the
//! window up meanwhile.
void benchSaved(int models)
{
    QList<RegisteredModel> all;
    for (int i = 0; i < models; ++i)
        all.append(variedModel(i));
    Catalog catalog;
    catalog.upsert(all);
    CatalogText text(catalog, {});
    ModelTableModel table;
    SearchCounter counter(table);
    figures::print("slots with their names' numbers: longest turn",
                   {showAll(table, catalog, &text)}, "ms");
    QList<Query> rules;
    for (const LookRule &rule : lookRules())
        rules.append(parseQuery(rule.query).query);
    const auto count = [&](const char *name, const QList<Query> &queries,
                           const std::function<void()> &change) {
        change();
        bool isCounted = false;
        QObject context;
        QObject::connect(&counter, &SearchCounter::changed, &context, [&] {
            isCounted = true;
            for (qsizetype i = 0; i < queries.size(); ++i)
                isCounted = isCounted && counter.count(i) >= 0;
        });
        double longest = 0;
        const double took = figures::milliseconds([&] {
            while (!isCounted) {
                longest = std::max(
                    longest, figures::milliseconds([] { QCoreApplication::processEvents(); }));
            }
        });
        figures::print(name, {took}, "ms");
        figures::print("    longest turn of the event loop", {longest}, "ms");
    };
    const auto ask = [&](const QList<Query> &queries) {
        return
            [&counter, queries, together = rules.size()] { counter.setQueries(queries, together); };
    };
    count("all rules counted", rules, ask(rules));
    QList<Query> saved = rules;
    for (const char16_t *query :
         {u"type:LoRA created:<30d", u"accessibility:PUBLIC missing:doc", u"label:team=nlp",
          u"params:>=7B", u"task:text-generation -origin:ModelScope", u"extra.Rating:>4.5"})
        saved.append(parseQuery(QString::fromUtf16(query)).query);
    count("six saved searches counted beside them", saved, ask(saved));
    const double before = figures::milliseconds([&] {
        QEventLoop loop;
        text.find({"nowhere"}, &loop, [&](const TextAnswer &) { loop.quit(); });
        loop.exec();
    });
    figures::print("    (texts searchable)", {before}, "ms");
    for (const char16_t *query : {u"bert", u"新闻 -训练"})
        saved.append(parseQuery(QString::fromUtf16(query)).query);
    count("two more with words in them", saved, ask(saved));
    RegisteredModel changed = variedModel(7);
    changed.metadata.description.clear();
    count("one model changed", saved, [&] { catalog.upsert(changed); });
}

} // namespace

void benchSearch(int models)
{
    std::printf("%d models\n", models);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"index"_s);
    const double before = figures::proportionalMegabytes();
    {
        TextIndex index(path);
        build(index, models);
        index.letGo();
        figures::print("memory added by it (PSS), built and idle",
                       {figures::proportionalMegabytes() - before}, "MB");
        benchFinding(index, models);
        figures::print("memory added by it (PSS), after searches",
                       {figures::proportionalMegabytes() - before}, "MB");
        index.letGo();
        figures::print("memory added by it (PSS), idle again",
                       {figures::proportionalMegabytes() - before}, "MB");
    }
    std::unique_ptr<TextIndex> index;
    figures::print("opened and checked again",
                   {figures::milliseconds([&] { index = std::make_unique<TextIndex>(path); })},
                   "ms");
    index.reset();
    benchRuns(models, folder.filePath(u"runs"_s));
    benchFacets(models);
    benchFacetRows(models);
    benchNames(models);
    benchSaved(models);
}
