// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/searchoffers.h"

#include "model/querylexer.h"
#include "model/querywording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Wanted = QueryCompletion::Kind;
using Section = SearchOffer::Section;

struct OfferText
{
    Q_DECLARE_TR_FUNCTIONS(OfferText)
};

// So many that a key costs a few ms whatever is in the catalog.
constexpr qsizetype mostValues = 1000;
constexpr qsizetype mostLabelKeys = 100;
constexpr qsizetype mostValuesOfEach = 30;
constexpr qsizetype mostPaths = 300;
constexpr int deepest = 4;
constexpr qsizetype mostRows = 50;
// Of each, where fields and values stand together.
constexpr qsizetype mostFields = 5;
constexpr qsizetype mostOfAField = 4;
constexpr qsizetype mostTogether = 7;

QList<QueryCandidate> candidatesOf(const QList<ValuesInUse::Use> &uses, qsizetype most)
{
    QList<QueryCandidate> result;
    for (const ValuesInUse::Use &use : uses) {
        if (result.size() == most)
            break;
        if (!use.value.isEmpty())
            result.append({.text = use.value, .count = use.count});
    }
    return result;
}

const ValuesInUse::Counts *countsOf(const ValuesInUse &values, const QueryField &field)
{
    if (field.serviceName == "accessibility"_L1)
        return &values.accessibilities();
    if (field.serviceName == "ownerid"_L1)
        return &values.owners();
    for (const ModelField &known : modelFields) {
        if (known.kind == FieldKind::Suggestion
            && known.key.compare(field.serviceName, Qt::CaseInsensitive) == 0)
            return &values.counts(known);
    }
    return nullptr;
}

//! The places that a path of a query means: it goes through arrays.
QList<JsonPath> placesOf(const QStringList &path)
{
    QList<JsonPath> places{JsonPath()};
    for (const QString &key : path.mid(0, deepest)) {
        QList<JsonPath> next;
        for (const JsonPath &place : std::as_const(places)) {
            next.append(place + JsonPath{{.key = key}});
            next.append(place + JsonPath{{.index = 0}, {.key = key}});
        }
        places = next;
    }
    return places;
}

QList<QueryCandidate> valuesAt(const JsonVocabulary &vocabulary, const QStringList &path)
{
    QList<QueryCandidate> result;
    for (const JsonPath &place : placesOf(path)) {
        const auto uses = vocabulary.values(place)
                          + vocabulary.values(place + JsonPath{{.index = 0}});
        for (const JsonVocabulary::Use &use : uses) {
            const QJsonValue value = QJsonDocument::fromJson('[' + use.raw + ']').array().at(0);
            const QString text = value.isString() ? value.toString() : QString::fromUtf8(use.raw);
            if (!text.isEmpty() && !value.isNull())
                result.append({.text = text, .count = use.count});
        }
    }
    return result;
}

void addPaths(QList<QueryCandidate> &result, const JsonVocabulary &vocabulary,
              const JsonPath &place, const QueryCandidate &before, int depth)
{
    for (const JsonVocabulary::Use &use : vocabulary.keys(place)) {
        if (result.size() == mostPaths)
            return;
        const QString key = QString::fromUtf8(use.raw);
        if (key.isEmpty())
            continue;
        QueryCandidate path{.text = before.text + quotedQueryKey(key),
                            .count = use.count,
                            .title = before.title + key}; // without quotation marks
        result.append(path);
        if (depth < deepest) {
            path.text += u'.';
            path.title += u'.';
            const JsonPath inner = place + JsonPath{{.key = key}};
            addPaths(result, vocabulary, inner, path, depth + 1);
            addPaths(result, vocabulary, inner + JsonPath{{.index = 0}}, path, depth + 1);
        }
    }
}

//! Offers of \p candidates for \p completion, with \p before in front of what they are.
QList<SearchOffer> offersOf(const QueryCompletion &completion,
                            const QList<QueryCandidate> &candidates, const QString &before,
                            Section section, const QString &about, qsizetype most)
{
    QList<SearchOffer> result;
    for (const QueryOffer &offer : queryOffers(completion, candidates, most)) {
        result.append({.section = section,
                       .text = before + offer.text,
                       .insert = before + offer.insert,
                       .about = offer.title.isEmpty() ? about : offer.title,
                       .count = offer.count});
    }
    return result;
}

//! The most frequent of what several fields have.
QList<SearchOffer> best(QList<SearchOffer> offers, qsizetype most)
{
    std::ranges::stable_sort(offers, std::ranges::greater(), &SearchOffer::count);
    return offers.mid(0, most);
}

QueryCompletion as(Wanted kind, QueryCompletion completion)
{
    completion.kind = kind;
    return completion;
}

} // namespace

void OfferSource::setCatalog(ValuesInUse *values, ExtraInfoVocabulary *vocabulary)
{
    m_values = values;
    m_vocabulary = vocabulary;
    m_paths.clear();
    m_pathsOf.reset();
}

SearchOffers OfferSource::at(const QString &query, qsizetype cursor) const
{
    const QueryCompletion completion = queryCompletion(query, cursor);
    if (m_vocabulary)
        m_vocabulary->start();
    if (m_counter)
        m_counter->ask(query, completion);
    SearchOffers result{.completion = completion};
    const qsizetype end = completion.begin + completion.length;
    switch (completion.kind) {
    case Wanted::None: break;
    case Wanted::Field: {
        const bool isField = completion.length > 0 && isQueryColon(query[end - 1]);
        result.offers = anything(completion, isField);
        break;
    }
    case Wanted::ExtraPath: result.offers = paths(completion, {}, mostRows); break;
    case Wanted::LabelKey:
    case Wanted::LabelValue: result.offers = labels(completion, {}, mostRows); break;
    case Wanted::Value: result.offers = values(completion, {}, mostRows); break;
    case Wanted::FieldName:
        result.offers = offersOf(completion, ownCandidates(completion), {}, Section::Value, {},
                                 mostRows)
                        + offersOf(completion, pathCandidates(u"extra."_s), {}, Section::Value, {},
                                   mostRows);
        for (SearchOffer &offer : result.offers) {
            if (const QueryField *field = findQueryField(offer.text))
                offer.about = queryFieldText(*field);
            else if (offer.text.startsWith("extra."_L1))
                offer.about = OfferText::tr("in ExtraInfo");
        }
        break;
    case Wanted::Amount:
    case Wanted::State:
        result.offers = offersOf(completion, ownCandidates(completion), {}, Section::Value, {},
                                 mostRows);
        for (SearchOffer &offer : result.offers) {
            if (const auto state = findQueryState(offer.text))
                offer.about = queryStateText(*state);
        }
        break;
    }
    // What is there already is no offer.
    const QString typed = query.mid(completion.begin, completion.length);
    if (result.offers.size() == 1 && result.offers.first().insert == typed)
        result.offers.clear();
    return result;
}

//! A word by itself: it may become a field, or be a value of some.
QList<SearchOffer> OfferSource::anything(const QueryCompletion &completion, bool isOnlyField) const
{
    QList<SearchOffer> fields = offersOf(completion, ownCandidates(completion), {}, Section::Field,
                                         {}, mostRows);
    for (SearchOffer &offer : fields) {
        if (const QueryField *field = findQueryField(offer.text))
            offer.about = queryFieldText(*field);
        offer.text += u':';
    }
    if (isOnlyField || completion.prefix.isEmpty())
        return fields;
    fields = fields.mid(0, mostFields);
    fields += labels(as(Wanted::LabelKey, completion), u"label:"_s, mostOfAField);
    QueryCompletion path = as(Wanted::ExtraPath, completion);
    path.field = findQueryField(u"extra");
    fields += paths(path, u"extra."_s, mostOfAField);

    QList<SearchOffer> found;
    for (const char16_t *name :
         {u"domain", u"task", u"type", u"origin", u"owner", u"accessibility"}) {
        QueryCompletion value = as(Wanted::Value, completion);
        value.field = findQueryField(name);
        found += values(value, value.field->name + u':', mostOfAField);
    }
    for (const SearchOffer &offer :
         offersOf(as(Wanted::Value, completion), labelCandidates(), u"label:"_s, Section::Value,
                  OfferText::tr("label"), mostOfAField))
        found.append(offer);
    return fields + best(found, mostTogether);
}

QList<SearchOffer> OfferSource::values(const QueryCompletion &completion, const QString &before,
                                       qsizetype most) const
{
    return offersOf(
        completion, valuesOf(completion), before, Section::Value,
        before.isEmpty() || !completion.field ? QString() : QString(completion.field->name), most);
}

//! \p candidates, which are in the order of all models, with the counts that are to be shown. No
//! \p count: nobody counts these of some models.
QList<QueryCandidate> OfferSource::counted(QList<QueryCandidate> candidates,
                                           const Count &count) const
{
    using State = OfferCounter::State;
    const State state = m_counter ? m_counter->state() : State::All;
    if (state == State::All)
        return candidates;
    for (QueryCandidate &candidate : candidates)
        candidate.count = state == State::Counted && count ? count(candidate.text) : -1;
    return candidates;
}

QList<QueryCandidate> OfferSource::valuesOf(const QueryCompletion &completion) const
{
    if (completion.field->kind == QueryFieldKind::Extra)
        return m_vocabulary ? counted(valuesAt(*m_vocabulary->vocabulary(), completion.path), {})
                            : QList<QueryCandidate>();
    const auto *counts = m_values ? countsOf(*m_values, *completion.field) : nullptr;
    if (!counts)
        return {};
    QList<QueryCandidate> found = counted(
        candidatesOf(m_values->ranked(*counts), mostValues),
        [&](const QString &value) { return m_counter->count(*completion.field, value); });
    const bool isTask = completion.field->name == "task"_L1;
    if (!isTask && completion.field->name != "domain"_L1)
        return found;
    const TaskSuggestions known(QLocale().language() == QLocale::Chinese);
    QHash<QString, QString> titles;
    for (const Suggestion &suggestion : isTask ? known.tasks({}) : known.domains())
        titles.insert(suggestion.value, suggestion.title);
    for (QueryCandidate &candidate : found)
        candidate.title = titles.value(candidate.text);
    return found;
}

QList<SearchOffer> OfferSource::labels(const QueryCompletion &completion, const QString &before,
                                       qsizetype most) const
{
    if (!m_values)
        return {};
    if (completion.kind == Wanted::LabelValue) {
        const QString &key = completion.labelKey;
        return offersOf(
            completion,
            counted(candidatesOf(m_values->ranked(m_values->labelValues(key)), mostValues),
                    [&](const QString &value) { return m_counter->labelCount(key, value); }),
            before, Section::Value, {}, most);
    }
    QList<SearchOffer> result = offersOf(
        completion,
        counted(candidatesOf(m_values->ranked(m_values->labelKeys()), mostValues),
                [this](const QString &key) { return m_counter->labelKeyCount(key); }),
        before, Section::Field, {}, most);
    for (SearchOffer &offer : result) {
        const auto values = m_values->labelValues(offer.text.mid(before.size())).size();
        offer.about = OfferText::tr("label, %n value(s)", nullptr, int(values));
        if (offer.insert.endsWith(u'='))
            offer.text += u'=';
    }
    return result;
}

//! "key=value" of the labels that occur most.
QList<QueryCandidate> OfferSource::labelCandidates() const
{
    QList<QueryCandidate> result;
    if (!m_values)
        return result;
    for (const QueryCandidate &key :
         candidatesOf(m_values->ranked(m_values->labelKeys()), mostLabelKeys)) {
        const auto values = counted(
            candidatesOf(m_values->ranked(m_values->labelValues(key.text)), mostValuesOfEach),
            [&](const QString &value) { return m_counter->labelCount(key.text, value); });
        for (const QueryCandidate &value : values)
            result.append({.text = key.text + u'=' + value.text, .count = value.count});
    }
    return result;
}

QList<SearchOffer> OfferSource::paths(const QueryCompletion &completion, const QString &before,
                                      qsizetype most) const
{
    QList<SearchOffer> result = offersOf(completion, pathCandidates(), {}, Section::Field, {},
                                         most);
    for (SearchOffer &offer : result) {
        offer.text = (before.isEmpty() ? u"extra."_s : before) + offer.text + u':';
        offer.about = OfferText::tr("in ExtraInfo");
    }
    return result;
}

QList<QueryCandidate> OfferSource::pathCandidates(const QString &before) const
{
    const auto vocabulary = m_vocabulary ? m_vocabulary->vocabulary() : nullptr;
    if (vocabulary != m_pathsOf) {
        m_pathsOf = vocabulary;
        m_paths.clear();
        if (vocabulary)
            addPaths(m_paths, *vocabulary, {}, {}, 1);
    }
    QList<QueryCandidate> result = m_paths;
    for (QueryCandidate &candidate : result) {
        candidate.text.prepend(before);
        candidate.title.prepend(before);
    }
    return counted(result, {});
}

} // namespace modelscribe
