// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemadocument.h"

#include "json/ecmapattern.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxSchemaSize = 2 * 1024 * 1024;
//! Where a schema without "$id" is thought to be, so that relative ones have something to be
//! relative to.
constexpr auto nowhere = "schema:/"_L1;

Error unusable(const QString &detail) { return {.kind = Error::Kind::Decode, .detail = detail}; }

QString withoutFragment(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
}

} // namespace

Result<SchemaDocument> SchemaDocument::fromText(const QByteArray &utf8)
{
    if (utf8.size() > maxSchemaSize)
        return failure(unusable(u"larger than 2 MiB"_s));
    SchemaDocument document;
    document.m_tree = JsonTree::parse(utf8);
    const JsonTree &tree = document.m_tree;
    if (!tree.isValid())
        return failure(unusable(tree.problem()->describe()));
    if (tree.kind(0) != JsonKind::Object && tree.kind(0) != JsonKind::Boolean)
        return failure(unusable(u"not an object"_s));
    for (JsonNodeId node = 1; node < tree.size(); ++node) {
        if (tree.hasKey(node))
            document.m_members.insert({tree.parent(node), tree.key(node)}, node);
    }
    document.m_urls.insert(0, QUrl(nowhere));
    document.readSchemas(0, 0, true);
    // More are found on the way: a reference may lead to a place that no keyword makes a schema.
    for (size_t i = 0; i < document.m_schemas.size(); ++i) {
        const JsonNodeId schema = document.m_schemas[i];
        if (const auto reference = document.member(schema, u"$ref"_s))
            document.readReference(schema, *reference);
        else
            document.readPatterns(schema);
    }
    document.followReferences();
    const auto lost = document.m_lost.constFind(document.resolved(0));
    if (lost == document.m_lost.cend())
        return document;
    return failure(unusable(*lost == SchemaGap::Kind::Circle
                                ? u"references in a circle"_s
                                : u"a reference to another document or to nothing"_s));
}

std::optional<JsonNodeId> SchemaDocument::member(JsonNodeId object, const QString &key) const
{
    const auto found = m_members.constFind({object, key});
    return found == m_members.cend() ? std::nullopt : std::optional(*found);
}

QString SchemaDocument::string(JsonNodeId object, const QString &key) const
{
    const auto node = member(object, key);
    return node && m_tree.kind(*node) == JsonKind::String ? m_tree.text(*node) : QString();
}

QList<SchemaGap> SchemaDocument::gaps() const
{
    QList<SchemaGap> gaps;
    for (auto gap = m_gaps.cbegin(); gap != m_gaps.cend(); ++gap)
        gaps.append({*gap, m_tree.path(gap.key())});
    return gaps;
}

std::optional<QRegularExpression> SchemaDocument::pattern(const QString &text) const
{
    return m_patterns.value(text);
}

void SchemaDocument::addSubschemas(JsonNodeId schema, std::vector<JsonNodeId> &to) const
{
    static constexpr QStringView maps[] = {u"properties", u"patternProperties", u"definitions",
                                           u"$defs", u"dependencies"};
    static constexpr QStringView lists[] = {u"allOf", u"anyOf", u"oneOf", u"items"};
    static constexpr QStringView singles[] = {u"items",
                                              u"additionalItems",
                                              u"additionalProperties",
                                              u"propertyNames",
                                              u"contains",
                                              u"not",
                                              u"if",
                                              u"then",
                                              u"else"};
    const auto addChildren = [&](QStringView keyword, JsonKind kind) {
        const auto node = member(schema, keyword.toString());
        if (!node || m_tree.kind(*node) != kind)
            return;
        for (const JsonNodeId child : m_tree.children(*node)) {
            if (m_tree.kind(child) == JsonKind::Object)
                to.push_back(child);
        }
    };
    for (const QStringView keyword : maps)
        addChildren(keyword, JsonKind::Object);
    for (const QStringView keyword : lists)
        addChildren(keyword, JsonKind::Array);
    for (const QStringView keyword : singles) {
        const auto node = member(schema, keyword.toString());
        if (node && m_tree.kind(*node) == JsonKind::Object)
            to.push_back(*node);
    }
}

//! All schemas in \p from, whose references begin at \p base; with \p hasNames also what their
//! "$id" calls them.
void SchemaDocument::readSchemas(JsonNodeId from, JsonNodeId base, bool hasNames)
{
    std::vector<JsonNodeId> open{from}, below;
    m_bases.insert(from, base);
    while (!open.empty()) {
        const JsonNodeId schema = open.back();
        open.pop_back();
        m_schemas.push_back(schema);
        if (hasNames)
            m_bases[schema] = readName(schema, m_bases.value(schema));
        below.clear();
        addSubschemas(schema, below);
        for (const JsonNodeId child : below) {
            if (m_bases.contains(child))
                continue;
            m_bases.insert(child, m_bases.value(schema));
            open.push_back(child);
        }
    }
}

//! The base for what is in \p schema: itself when its "$id" says so.
JsonNodeId SchemaDocument::readName(JsonNodeId schema, JsonNodeId base)
{
    const QString id = string(schema, u"$id"_s);
    // What stands beside a reference does not count; only the outermost must be called something.
    if (id.isEmpty() || (schema != 0 && member(schema, u"$ref"_s)))
        return base;
    const qsizetype hash = id.indexOf(u'#');
    if (hash != 0)
        m_urls.insert(schema, m_urls.value(base).resolved(QUrl(id.section(u'#', 0, 0))));
    const JsonNodeId own = hash == 0 ? base : schema;
    const QString name = withoutFragment(m_urls.value(own));
    if (!m_names.contains(name))
        m_names.insert(name, own);
    const QString anchor = hash < 0 ? QString() : id.sliced(hash);
    if (anchor.size() > 1 && !m_names.contains(name + anchor))
        m_names.insert(name + anchor, schema);
    return own;
}

//! For a place that no keyword made a schema.
JsonNodeId SchemaDocument::baseAround(JsonNodeId node) const
{
    while (node != 0 && !m_bases.contains(node))
        node = m_tree.parent(node);
    return m_bases.value(node);
}

void SchemaDocument::lose(JsonNodeId schema, SchemaGap::Kind kind)
{
    m_lost.insert(schema, kind);
    m_gaps.insert(*member(schema, u"$ref"_s), kind);
}

void SchemaDocument::readReference(JsonNodeId schema, JsonNodeId reference)
{
    const auto to = m_tree.kind(reference) == JsonKind::String
                        ? target(m_tree.text(reference), m_bases.value(schema))
                        : std::nullopt;
    if (!to) {
        lose(schema, SchemaGap::Kind::Reference);
        return;
    }
    m_references.insert(schema, *to);
    if (m_tree.kind(*to) == JsonKind::Object && !m_bases.contains(*to))
        readSchemas(*to, baseAround(*to), false);
}

//! Makes every reference lead to its last target at once.
void SchemaDocument::followReferences()
{
    for (const JsonNodeId schema : m_schemas) {
        QList<JsonNodeId> way;
        JsonNodeId last = schema;
        while (m_references.contains(last) && way.size() <= m_references.size()) {
            way.append(last);
            last = m_references.value(last);
        }
        const bool isCircle = m_references.contains(last);
        for (const JsonNodeId step : std::as_const(way)) {
            if (!isCircle)
                m_references[step] = last;
            else if (m_references.remove(step))
                lose(step, SchemaGap::Kind::Circle);
        }
    }
}

void SchemaDocument::readPatterns(JsonNodeId schema)
{
    if (const auto pattern = member(schema, u"pattern"_s);
        pattern && m_tree.kind(*pattern) == JsonKind::String)
        addPattern(*pattern, m_tree.text(*pattern));
    const auto patterns = member(schema, u"patternProperties"_s);
    if (patterns && m_tree.kind(*patterns) == JsonKind::Object) {
        for (const JsonNodeId child : m_tree.children(*patterns))
            addPattern(child, m_tree.key(child));
    }
}

void SchemaDocument::addPattern(JsonNodeId node, const QString &text)
{
    auto known = m_patterns.constFind(text);
    if (known == m_patterns.cend()) {
        std::optional<QRegularExpression> expression;
        if (const auto pattern = EcmaPattern::fromText(text)) {
            // A pattern from elsewhere must not be able to search for minutes. And PCRE 10.42
            // finds no "ab" with "a(b|)c*b" when it begins where it thinks best.
            const QRegularExpression perl("(*NO_START_OPT)(*LIMIT_MATCH=200000)"_L1
                                          + pattern->perl);
            if (perl.isValid())
                expression = perl;
        }
        known = m_patterns.insert(text, expression);
    }
    if (!*known)
        m_gaps.insert(node, SchemaGap::Kind::Pattern);
}

std::optional<JsonNodeId> SchemaDocument::target(const QString &reference, JsonNodeId base) const
{
    const qsizetype hash = reference.indexOf(u'#');
    const QString document = hash < 0 ? reference : reference.first(hash);
    const QUrl url = document.isEmpty() ? m_urls.value(base)
                                        : m_urls.value(base).resolved(QUrl(document));
    const QString name = withoutFragment(url);
    const auto from = document.isEmpty()       ? std::optional(base)
                      : m_names.contains(name) ? std::optional(m_names.value(name))
                                               : std::nullopt;
    if (!from)
        return {};
    const QString fragment = hash < 0 ? QString()
                                      : QString::fromUtf8(QByteArray::fromPercentEncoding(
                                          reference.sliced(hash + 1).toUtf8()));
    if (fragment.isEmpty())
        return from;
    if (fragment.startsWith(u'/'))
        return pointedTo(*from, fragment);
    const auto named = m_names.constFind(name + u'#' + fragment);
    return named == m_names.cend() ? std::nullopt : std::optional(*named);
}

//! What the JSON Pointer \p pointer leads to from \p from, when that can be a schema.
std::optional<JsonNodeId> SchemaDocument::pointedTo(JsonNodeId from, const QString &pointer) const
{
    JsonNodeId node = from;
    for (QString step : pointer.sliced(1).split(u'/')) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        std::optional<JsonNodeId> next;
        if (m_tree.kind(node) == JsonKind::Object) {
            next = member(node, step);
        } else if (m_tree.kind(node) == JsonKind::Array) {
            bool ok = false;
            const quint32 index = step.toUInt(&ok);
            if (ok && index < m_tree.childCount(node))
                next = m_tree.children(node)[index];
        }
        if (!next)
            return {};
        node = *next;
    }
    const bool isSchema = m_tree.kind(node) == JsonKind::Object
                          || m_tree.kind(node) == JsonKind::Boolean;
    return isSchema ? std::optional(node) : std::nullopt;
}

} // namespace modelscribe
