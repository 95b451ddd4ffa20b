// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemadocument.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxSchemaSize = 2 * 1024 * 1024;

Error unusable(const QString &detail) { return {.kind = Error::Kind::Decode, .detail = detail}; }

//! What ECMAScript and PCRE spell differently.
QString perlPattern(const QString &pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != u'\\' || i + 1 == pattern.size()) {
            text += pattern[i];
        } else if (pattern[i + 1] == u'u' && i + 5 < pattern.size()) {
            text += "\\x{"_L1 + pattern.sliced(i + 2, 4) + u'}';
            i += 5;
        } else {
            text += pattern.sliced(i++, 2);
        }
    }
    // A pattern from elsewhere must not be able to search for minutes.
    return "(*LIMIT_MATCH=200000)"_L1 + text;
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
    if (tree.kind(0) != JsonKind::Object)
        return failure(unusable(u"not an object"_s));
    for (JsonNodeId node = 1; node < tree.size(); ++node) {
        if (tree.hasKey(node))
            document.m_members.insert({tree.parent(node), tree.key(node)}, node);
    }
    if (auto error = document.readSchemas())
        return failure(*error);
    return document;
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

//! Every schema of the document, wherever it stands.
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

std::optional<Error> SchemaDocument::readSchemas()
{
    std::vector<JsonNodeId> schemas{0}, referring;
    QSet<JsonNodeId> seen;
    while (!schemas.empty()) {
        const JsonNodeId schema = schemas.back();
        schemas.pop_back();
        if (seen.contains(schema))
            continue;
        seen.insert(schema);
        if (const auto reference = member(schema, u"$ref"_s)) {
            const auto to = m_tree.kind(*reference) == JsonKind::String
                                ? target(m_tree.text(*reference))
                                : std::nullopt;
            if (!to) {
                return unusable(u"%1: reference to another document or to nothing"_s.arg(
                    jsonPathText(m_tree.path(*reference))));
            }
            m_references.insert(schema, *to);
            referring.push_back(schema);
            schemas.push_back(*to);
        }
        if (const QString text = string(schema, u"pattern"_s); !text.isEmpty()) {
            if (auto error = addPattern(schema, text))
                return error;
        }
        const auto patterns = member(schema, u"patternProperties"_s);
        if (patterns && m_tree.kind(*patterns) == JsonKind::Object) {
            for (const JsonNodeId child : m_tree.children(*patterns)) {
                if (auto error = addPattern(child, m_tree.key(child)))
                    return error;
            }
        }
        addSubschemas(schema, schemas);
    }
    return readReferences(referring);
}

//! Makes every reference lead to its last target at once.
std::optional<Error> SchemaDocument::readReferences(const std::vector<JsonNodeId> &referring)
{
    for (const JsonNodeId schema : referring) {
        QList<JsonNodeId> way{schema};
        JsonNodeId last = m_references.value(schema);
        while (m_references.contains(last)) {
            if (way.size() > m_references.size()) {
                return unusable(
                    u"%1: references in a circle"_s.arg(jsonPathText(m_tree.path(schema))));
            }
            way.append(last);
            last = m_references.value(last);
        }
        for (const JsonNodeId step : std::as_const(way))
            m_references[step] = last;
    }
    return {};
}

std::optional<Error> SchemaDocument::addPattern(JsonNodeId node, const QString &text)
{
    if (m_patterns.contains(text))
        return {};
    const QRegularExpression expression(perlPattern(text));
    if (!expression.isValid()) {
        return unusable(u"%1: bad pattern: %2"_s.arg(jsonPathText(m_tree.path(node)),
                                                     expression.errorString()));
    }
    m_patterns.insert(text, expression);
    return {};
}

std::optional<JsonNodeId> SchemaDocument::target(const QString &reference) const
{
    const qsizetype hash = reference.indexOf(u'#');
    const QString document = hash < 0 ? reference : reference.first(hash);
    const QString own = string(0, u"$id"_s).section(u'#', 0, 0);
    if (!document.isEmpty() && document != own)
        return {};
    const QString pointer = hash < 0 ? QString()
                                     : QString::fromUtf8(QByteArray::fromPercentEncoding(
                                         reference.sliced(hash + 1).toUtf8()));
    if (pointer.isEmpty())
        return 0;
    if (!pointer.startsWith(u'/'))
        return {};
    JsonNodeId node = 0;
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
