// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsontree.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

JsonKind kindOf(JsonToken::Kind kind)
{
    switch (kind) {
    case JsonToken::Kind::BeginObject: return JsonKind::Object;
    case JsonToken::Kind::BeginArray: return JsonKind::Array;
    case JsonToken::Kind::String: return JsonKind::String;
    case JsonToken::Kind::Number: return JsonKind::Number;
    case JsonToken::Kind::Null: return JsonKind::Null;
    default: return JsonKind::Boolean;
    }
}

//! The text of a valid JSON string.
QString decoded(QByteArrayView raw)
{
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    // QString::fromUtf8() would drop a leading byte order mark.
    if (inner.contains('\\') || inner.startsWith("\xEF\xBB\xBF"))
        return *jsonStringValue(raw);
    return QString::fromUtf8(inner);
}

} // namespace

JsonTree JsonTree::parse(QByteArray utf8)
{
    JsonTree tree;
    tree.m_text = std::move(utf8);
    if (tree.m_text.size() > maxSize) {
        tree.m_problem = JsonProblem{JsonProblem::Code::TooDeep};
        return tree;
    }
    std::vector<Node> &nodes = tree.m_nodes;
    std::vector<JsonNodeId> open;
    JsonToken key;
    JsonScanner scanner(tree.m_text);
    for (;;) {
        const JsonToken token = scanner.next();
        switch (token.kind) {
        case JsonToken::Kind::Bad:
            tree.m_problem = scanner.problem();
            nodes.clear();
            nodes.shrink_to_fit();
            return tree;
        case JsonToken::Kind::End: nodes.shrink_to_fit(); return tree;
        case JsonToken::Kind::Key: key = token; break;
        case JsonToken::Kind::EndObject:
        case JsonToken::Kind::EndArray: {
            Node &node = nodes[open.back()];
            node.size = quint32(token.end) - node.begin;
            node.subtreeSize = quint32(nodes.size()) - open.back();
            open.pop_back();
            break;
        }
        default: {
            const auto id = JsonNodeId(nodes.size());
            if (!open.empty())
                ++nodes[open.back()].childCount;
            nodes.push_back({.begin = quint32(token.begin),
                             .size = quint32(token.end - token.begin),
                             .keyBegin = quint32(key.begin),
                             .keySize = quint32(key.end - key.begin),
                             .parent = open.empty() ? 0 : open.back(),
                             .subtreeSize = 1,
                             .childCount = 0,
                             .kindNumber = quint32(kindOf(token.kind))});
            key = {};
            if (tree.isContainer(id))
                open.push_back(id);
        }
        }
    }
}

int JsonTree::depth(JsonNodeId node) const
{
    int depth = 0;
    for (; node != 0; node = parent(node))
        ++depth;
    return depth;
}

QList<JsonNodeId> JsonTree::children(JsonNodeId node) const
{
    QList<JsonNodeId> result;
    result.reserve(childCount(node));
    for (JsonNodeId child = node + 1; child < after(node); child = after(child))
        result.append(child);
    return result;
}

quint32 JsonTree::indexInParent(JsonNodeId node) const
{
    quint32 index = 0;
    if (node != 0) {
        for (JsonNodeId child = parent(node) + 1; child < node; child = after(child))
            ++index;
    }
    return index;
}

JsonRange JsonTree::valueRange(JsonNodeId node) const
{
    const Node &n = m_nodes[node];
    return {n.begin, qsizetype(n.begin) + n.size};
}

JsonRange JsonTree::keyRange(JsonNodeId node) const
{
    const Node &n = m_nodes[node];
    return {n.keyBegin, qsizetype(n.keyBegin) + n.keySize};
}

JsonRange JsonTree::entryRange(JsonNodeId node) const
{
    const JsonRange value = valueRange(node);
    return {hasKey(node) ? keyRange(node).begin : value.begin, value.end};
}

QByteArrayView JsonTree::rawValue(JsonNodeId node) const
{
    const Node &n = m_nodes[node];
    return QByteArrayView(m_text).sliced(n.begin, n.size);
}

QByteArrayView JsonTree::rawKey(JsonNodeId node) const
{
    const Node &n = m_nodes[node];
    return QByteArrayView(m_text).sliced(n.keyBegin, n.keySize);
}

QString JsonTree::key(JsonNodeId node) const
{
    return hasKey(node) ? decoded(rawKey(node)) : QString();
}

QString JsonTree::text(JsonNodeId node) const
{
    if (kind(node) == JsonKind::String)
        return decoded(rawValue(node));
    return QString::fromUtf8(rawValue(node));
}

JsonNodeId JsonTree::nodeAt(qsizetype offset) const
{
    JsonNodeId node = 0;
    if (!isValid())
        return node;
    for (;;) {
        // Children are sorted by position; their ids are not evenly spaced, so no binary search.
        const JsonNodeId end = after(node);
        JsonNodeId child = node + 1;
        while (child < end && entryRange(child).end < offset)
            child = after(child);
        if (child >= end || offset < entryRange(child).begin)
            return node;
        node = child;
    }
}

JsonPath JsonTree::path(JsonNodeId node) const
{
    JsonPath path;
    for (; node != 0; node = parent(node)) {
        JsonStep step;
        const JsonNodeId first = parent(node) + 1;
        if (hasKey(node)) {
            const JsonKeyMatcher matcher(key(node));
            step.key = matcher.key();
            for (JsonNodeId child = first; child < node; child = after(child)) {
                if (matcher.matches(*this, child))
                    ++step.occurrence;
            }
        } else {
            step.index = qsizetype(indexInParent(node));
        }
        path.prepend(step);
    }
    return path;
}

std::optional<JsonNodeId> JsonTree::find(const JsonPath &path) const
{
    if (!isValid())
        return {};
    JsonNodeId node = 0;
    for (const JsonStep &step : path) {
        const JsonKind wanted = step.isElement() ? JsonKind::Array : JsonKind::Object;
        if (kind(node) != wanted)
            return {};
        const JsonKeyMatcher matcher(step.key);
        qsizetype left = step.isElement() ? step.index : step.occurrence;
        const JsonNodeId end = after(node);
        JsonNodeId child = node + 1;
        for (; child < end; child = after(child)) {
            if ((step.isElement() || matcher.matches(*this, child)) && left-- == 0)
                break;
        }
        if (child >= end)
            return {};
        node = child;
    }
    return node;
}

std::optional<JsonNodeId> JsonTree::member(JsonNodeId object, QStringView wanted) const
{
    std::optional<JsonNodeId> found;
    if (isValid() && kind(object) == JsonKind::Object) {
        const JsonKeyMatcher matcher(wanted.toString());
        for (JsonNodeId child = object + 1; child < after(object); child = after(child)) {
            if (matcher.matches(*this, child))
                found = child;
        }
    }
    return found;
}

QList<JsonNodeId> JsonTree::duplicates() const
{
    QList<JsonNodeId> result;
    for (JsonNodeId object = 0; object < size(); ++object) {
        if (kind(object) != JsonKind::Object || childCount(object) < 2)
            continue;
        QHash<QByteArray, JsonNodeId> first;
        for (JsonNodeId child = object + 1; child < after(object); child = after(child)) {
            const auto known = first.constFind(comparableJsonKey(rawKey(child)));
            if (known == first.cend()) {
                first.insert(comparableJsonKey(rawKey(child)), child);
            } else {
                result.append(*known);
                result.append(child);
            }
        }
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

JsonKeyMatcher::JsonKeyMatcher(QString key)
    : m_key(std::move(key))
{
    const QByteArray raw = jsonString(m_key);
    if (!raw.contains('\\'))
        m_raw = raw;
}

bool JsonKeyMatcher::matches(const JsonTree &tree, JsonNodeId node) const
{
    const QByteArrayView raw = tree.rawKey(node);
    if (!raw.contains('\\'))
        return !m_raw.isEmpty() && raw == m_raw;
    return tree.key(node) == m_key;
}

} // namespace modelscribe
