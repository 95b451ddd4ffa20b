// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonschemaproperties.h"

#include "json/jsonvalues.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxSchemas = 1000; //!< Looked at for one place.

//! The schemas that say something about one place of a document.
struct Place
{
    QList<JsonNodeId> all;  //!< Every one must fit.
    QList<JsonNodeId> some; //!< Of "anyOf", "oneOf", "then" and "else".

    bool isEmpty() const { return all.isEmpty() && some.isEmpty(); }
    QList<JsonNodeId> both() const { return all + some; }
};

std::optional<JsonNodeId> childOf(const SchemaDocument &document, JsonNodeId schema,
                                  const QString &keyword, JsonKind kind)
{
    const auto node = document.member(schema, keyword);
    return node && document.tree().kind(*node) == kind ? node : std::nullopt;
}

//! \p schemas with what they refer to and what they are put together of.
Place expanded(const SchemaDocument &document, const Place &from)
{
    const JsonTree &tree = document.tree();
    Place place;
    QSet<JsonNodeId> seen;
    struct Step
    {
        JsonNodeId schema;
        bool isCertain;
    };
    std::vector<Step> open;
    const auto add = [&open](const QList<JsonNodeId> &schemas, bool isCertain) {
        for (auto schema = schemas.crbegin(); schema != schemas.crend(); ++schema)
            open.push_back({*schema, isCertain});
    };
    add(from.some, false);
    add(from.all, true);
    while (!open.empty() && seen.size() < maxSchemas) {
        const Step step = open.back();
        open.pop_back();
        const JsonNodeId schema = document.resolved(step.schema);
        if (seen.contains(schema) || tree.kind(schema) != JsonKind::Object
            || document.isLost(schema))
            continue;
        seen.insert(schema);
        (step.isCertain ? place.all : place.some).append(schema);
        for (const QString &keyword : {u"else"_s, u"then"_s}) {
            if (const auto branch = childOf(document, schema, keyword, JsonKind::Object))
                add({*branch}, false);
        }
        for (const QString &keyword : {u"oneOf"_s, u"anyOf"_s, u"allOf"_s}) {
            if (const auto list = childOf(document, schema, keyword, JsonKind::Array))
                add(tree.children(*list), step.isCertain && keyword == "allOf"_L1);
        }
    }
    return place;
}

//! What \p schema says about the member or element \p step of its value.
QList<JsonNodeId> schemasBelow(const SchemaDocument &document, JsonNodeId schema,
                               const JsonStep &step)
{
    const JsonTree &tree = document.tree();
    if (step.isElement()) {
        const auto items = document.member(schema, u"items"_s);
        if (!items || tree.kind(*items) != JsonKind::Array)
            return items ? QList{*items} : QList<JsonNodeId>();
        if (step.index < qsizetype(tree.childCount(*items)))
            return {tree.children(*items)[step.index]};
        const auto rest = document.member(schema, u"additionalItems"_s);
        return rest ? QList{*rest} : QList<JsonNodeId>();
    }
    QList<JsonNodeId> result;
    if (const auto properties = childOf(document, schema, u"properties"_s, JsonKind::Object)) {
        if (const auto property = document.member(*properties, step.key))
            result.append(*property);
    }
    if (const auto patterns = childOf(document, schema, u"patternProperties"_s, JsonKind::Object)) {
        for (const JsonNodeId child : tree.children(*patterns)) {
            const auto pattern = document.pattern(tree.key(child));
            if (pattern && pattern->match(step.key).hasMatch())
                result.append(child);
        }
    }
    const auto rest = document.member(schema, u"additionalProperties"_s);
    if (result.isEmpty() && rest)
        result.append(*rest);
    return result;
}

Place placeBelow(const SchemaDocument &document, const Place &place, const JsonStep &step)
{
    Place below;
    for (const JsonNodeId schema : place.all)
        below.all += schemasBelow(document, schema, step);
    for (const JsonNodeId schema : place.some)
        below.some += schemasBelow(document, schema, step);
    return expanded(document, below);
}

Place placeOf(const SchemaDocument &document, const JsonPath &path)
{
    Place place = expanded(document, {.all = {0}});
    for (const JsonStep &step : path) {
        if (place.isEmpty())
            break;
        place = placeBelow(document, place, step);
    }
    return place;
}

struct Kinds
{
    QList<JsonKind> list;
    bool isInteger = false;
};

Kinds kindsOf(const SchemaDocument &document, JsonNodeId schema)
{
    const JsonTree &tree = document.tree();
    const auto type = document.member(schema, u"type"_s);
    if (!type)
        return {};
    QStringList names;
    for (const JsonNodeId node :
         tree.kind(*type) == JsonKind::Array ? tree.children(*type) : QList{*type})
        names.append(tree.text(node));
    Kinds kinds;
    kinds.isInteger = names.contains("integer"_L1) && !names.contains("number"_L1);
    for (const QString &name : std::as_const(names)) {
        for (int kind = 0; kind <= int(JsonKind::Null); ++kind) {
            const bool fits = jsonKindName(JsonKind(kind)) == name
                              || (name == "integer"_L1 && JsonKind(kind) == JsonKind::Number);
            if (fits && !kinds.list.contains(JsonKind(kind)))
                kinds.list.append(JsonKind(kind));
        }
    }
    return kinds;
}

//! The kinds that all of \p place allow; of the alternatives any.
Kinds kindsOf(const SchemaDocument &document, const Place &place)
{
    Kinds result;
    for (const JsonNodeId schema : place.all) {
        const Kinds kinds = kindsOf(document, schema);
        if (kinds.list.isEmpty())
            continue;
        result.isInteger = result.isInteger || kinds.isInteger;
        if (result.list.isEmpty())
            result.list = kinds.list;
        else
            result.list.removeIf([&](JsonKind kind) { return !kinds.list.contains(kind); });
    }
    if (!result.list.isEmpty())
        return result;
    bool onlyIntegers = !place.some.isEmpty();
    for (const JsonNodeId schema : place.some) {
        const Kinds kinds = kindsOf(document, schema);
        for (const JsonKind kind : kinds.list) {
            if (!result.list.contains(kind))
                result.list.append(kind);
        }
        onlyIntegers = onlyIntegers && (kinds.isInteger || !kinds.list.contains(JsonKind::Number));
    }
    result.isInteger = onlyIntegers && result.list.contains(JsonKind::Number);
    return result;
}

void addRaw(const SchemaDocument &document, std::optional<JsonNodeId> list,
            QList<QByteArray> &values)
{
    if (!list || document.tree().kind(*list) != JsonKind::Array)
        return;
    for (const JsonNodeId node : document.tree().children(*list)) {
        const QByteArray raw = document.tree().rawValue(node).toByteArray();
        if (!values.contains(raw))
            values.append(raw);
    }
}

QString firstString(const SchemaDocument &document, const Place &place, const QString &keyword)
{
    for (const JsonNodeId schema : place.all) {
        if (const QString text = document.string(schema, keyword); !text.isEmpty())
            return text;
    }
    return {};
}

//! The tightest bound of \p keywords.
std::optional<double> bound(const SchemaDocument &document, const Place &place,
                            std::initializer_list<QStringView> keywords, bool isLower)
{
    std::optional<double> result;
    for (const JsonNodeId schema : place.all) {
        for (const QStringView keyword : keywords) {
            const auto node = childOf(document, schema, keyword.toString(), JsonKind::Number);
            if (!node)
                continue;
            const double value = JsonNumber::fromText(document.tree().rawValue(*node)).toDouble();
            if (!result || (isLower ? value > *result : value < *result))
                result = value;
        }
    }
    return result;
}

SchemaProperty propertyOf(const SchemaDocument &document, const Place &place)
{
    SchemaProperty property;
    property.title = firstString(document, place, u"title"_s);
    property.description = firstString(document, place, u"description"_s);
    property.format = firstString(document, place, u"format"_s);
    property.widget = firstString(document, place, u"x-widget"_s);
    const Kinds kinds = kindsOf(document, place);
    property.kinds = kinds.list;
    property.isInteger = kinds.isInteger;
    for (const JsonNodeId schema : place.both()) {
        addRaw(document, document.member(schema, u"enum"_s), property.values);
        addRaw(document, document.member(schema, u"examples"_s), property.examples);
        if (const auto value = document.member(schema, u"const"_s)) {
            const QByteArray raw = document.tree().rawValue(*value).toByteArray();
            if (!property.values.contains(raw))
                property.values.append(raw);
        }
    }
    property.minimum = bound(document, place, {u"minimum", u"exclusiveMinimum"}, true);
    property.maximum = bound(document, place, {u"maximum", u"exclusiveMaximum"}, false);
    const Place element = placeBelow(document, place, {.index = 0});
    property.elementKinds = kindsOf(document, element).list;
    property.elementFormat = firstString(document, element, u"format"_s);
    return property;
}

bool isRequired(const SchemaDocument &document, const Place &place, const QString &key)
{
    const JsonTree &tree = document.tree();
    return std::ranges::any_of(place.all, [&](JsonNodeId schema) {
        const auto required = childOf(document, schema, u"required"_s, JsonKind::Array);
        return required && std::ranges::any_of(tree.children(*required), [&](JsonNodeId node) {
                   return tree.text(node) == key;
               });
    });
}

} // namespace

QList<SchemaProperty> schemaProperties(const SchemaDocument &document, const JsonPath &path)
{
    const JsonTree &tree = document.tree();
    const Place place = placeOf(document, path);
    QStringList keys;
    QSet<QString> seen;
    for (const JsonNodeId schema : place.both()) {
        const auto own = childOf(document, schema, u"properties"_s, JsonKind::Object);
        for (const JsonNodeId child : own ? tree.children(*own) : QList<JsonNodeId>()) {
            const QString key = tree.key(child);
            if (!seen.contains(key)) {
                seen.insert(key);
                keys.append(key);
            }
        }
    }
    QList<SchemaProperty> result;
    for (const QString &key : std::as_const(keys)) {
        SchemaProperty property = propertyOf(document, placeBelow(document, place, {.key = key}));
        property.key = key;
        property.isRequired = isRequired(document, place, key);
        result.append(property);
    }
    return result;
}

std::optional<SchemaProperty> schemaProperty(const SchemaDocument &document, const JsonPath &path)
{
    const Place place = placeOf(document, path);
    if (place.isEmpty())
        return {};
    SchemaProperty property = propertyOf(document, place);
    if (!path.isEmpty() && !path.last().isElement()) {
        property.key = path.last().key;
        property.isRequired = isRequired(document, placeOf(document, path.first(path.size() - 1)),
                                         property.key);
    }
    return property;
}

} // namespace modelscribe
