// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonvocabulary.h"

#include "core/jsonwriter.h"
#include "json/jsonvalues.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr size_t maxPlaces = 5000;
constexpr qsizetype maxValues = 200;
constexpr qsizetype maxBytes = 200;
constexpr qsizetype maxVocabularyHints = 1000;

//! The key as the places are named by it; without a copy when it has no escapes.
QByteArray placeKey(const JsonTree &tree, JsonNodeId node)
{
    const QByteArrayView raw = tree.rawKey(node);
    if (raw.contains('\\'))
        return utf8KeepingSurrogates(tree.key(node));
    return QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
}

QByteArray owned(const QByteArray &text) { return QByteArray(text.data(), text.size()); }

QList<JsonVocabulary::Use> mostUsedFirst(QList<JsonVocabulary::Use> uses)
{
    std::ranges::sort(uses, [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.raw < b.raw;
    });
    return uses;
}

} // namespace

JsonVocabulary::PlaceId JsonVocabulary::known(PlaceId parent, const JsonTree &tree,
                                              JsonNodeId node) const
{
    if (parent < 0)
        return -1;
    const Place &place = m_places[size_t(parent)];
    return tree.hasKey(node) ? place.members.value(placeKey(tree, node), -1) : place.element;
}

JsonVocabulary::PlaceId JsonVocabulary::made(PlaceId parent, const JsonTree &tree, JsonNodeId node)
{
    const PlaceId place = known(parent, tree, node);
    if (place >= 0 || parent < 0 || m_places.size() >= maxPlaces
        || tree.keyRange(node).size() > maxBytes)
        return place;
    const auto fresh = PlaceId(m_places.size());
    m_places.emplace_back();
    if (tree.hasKey(node))
        m_places[size_t(parent)].members.insert(owned(placeKey(tree, node)), fresh);
    else
        m_places[size_t(parent)].element = fresh;
    return fresh;
}

void JsonVocabulary::add(const JsonTree &tree)
{
    if (!tree.isValid())
        return;
    ++m_texts;
    if (m_places.empty())
        m_places.emplace_back();
    std::vector<PlaceId> places(tree.size(), -1);
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        places[node] = node == 0 ? 0 : made(places[tree.parent(node)], tree, node);
        if (places[node] < 0)
            continue;
        Place &place = m_places[size_t(places[node])];
        place.uses.note(m_texts);
        place.kinds[int(tree.kind(node))].note(m_texts);
        const QByteArrayView raw = tree.rawValue(node);
        if (tree.isContainer(node) || raw.size() > maxBytes)
            continue;
        const QByteArray value = QByteArray::fromRawData(raw.data(), raw.size());
        const auto use = place.values.find(value);
        if (use != place.values.end())
            use->note(m_texts);
        else if (place.values.size() < maxValues)
            place.values[owned(value)].note(m_texts);
    }
}

JsonVocabulary::PlaceId JsonVocabulary::known(const JsonPath &path) const
{
    PlaceId place = m_places.empty() ? -1 : 0;
    for (const JsonStep &step : path) {
        if (place < 0)
            break;
        const Place &here = m_places[size_t(place)];
        place = step.isElement() ? here.element
                                 : here.members.value(utf8KeepingSurrogates(step.key), -1);
    }
    return place;
}

QList<JsonVocabulary::Use> JsonVocabulary::keys(const JsonPath &path) const
{
    QList<Use> result;
    const PlaceId place = known(path);
    if (place < 0)
        return result;
    const auto &members = m_places[size_t(place)].members;
    for (auto member = members.cbegin(); member != members.cend(); ++member)
        result.append({member.key(), m_places[size_t(member.value())].uses.count});
    return mostUsedFirst(result);
}

QList<JsonVocabulary::Use> JsonVocabulary::values(const JsonPath &path) const
{
    QList<Use> result;
    const PlaceId place = known(path);
    if (place < 0)
        return result;
    const auto &values = m_places[size_t(place)].values;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        result.append({value.key(), value->count});
    return mostUsedFirst(result);
}

QList<JsonHint> JsonVocabulary::check(const JsonTree &tree) const
{
    QList<JsonHint> hints;
    if (!tree.isValid() || m_places.empty())
        return hints;
    std::vector<PlaceId> places(tree.size(), -1);
    for (JsonNodeId node = 0; node < tree.size() && hints.size() < maxVocabularyHints; ++node) {
        places[node] = node == 0 ? 0 : known(places[tree.parent(node)], tree, node);
        if (places[node] < 0 || tree.kind(node) == JsonKind::Null)
            continue;
        const Place &place = m_places[size_t(places[node])];
        const auto usual = std::ranges::max_element(place.kinds, {}, &Tally::count);
        const auto kind = JsonKind(usual - std::begin(place.kinds));
        const bool isClear = usual->count >= 3 && usual->count * 5 >= place.uses.count * 4;
        if (!isClear || kind == tree.kind(node) || kind == JsonKind::Null)
            continue;
        JsonHint hint{.code = JsonHint::Code::UnusualType,
                      .node = node,
                      .range = tree.valueRange(node),
                      .expected = {jsonKindName(kind)},
                      .uses = usual->count};
        if (const auto raw = convertedJson(tree, node, hint.expected.first()))
            hint.fix.append({hint.range.begin, hint.range.end, *raw});
        hints.append(hint);
    }
    return hints;
}

} // namespace modelscribe
