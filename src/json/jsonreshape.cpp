// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of json/jsonedit.h that give a value another shape: its type, the order of its keys.
#include "core/jsonwriter.h"
#include "json/jsonedit.h"
#include "json/jsonlayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::jsonedit {

namespace {

tl::unexpected<Error> refusedReshape(QLatin1StringView code)
{
    return failure(Error{.kind = Error::Kind::Invalid, .code = code});
}

QByteArray emptyValue(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object: return "{}";
    case JsonKind::Array: return "[]";
    case JsonKind::String: return "\"\"";
    case JsonKind::Number: return "0";
    case JsonKind::Boolean: return "false";
    case JsonKind::Null: break;
    }
    return "null";
}

//! The kind of the scalar \p text is, if it is one and nothing else.
std::optional<JsonKind> scalarKind(QByteArrayView text)
{
    if (text != text.trimmed())
        return {};
    const JsonTree tree = JsonTree::parse(text.toByteArray());
    return tree.isValid() ? std::optional(tree.kind(0)) : std::nullopt;
}

//! The scalar \p node as a \p kind that is no container.
std::optional<QByteArray> scalarAs(const JsonTree &tree, JsonNodeId node, JsonKind kind)
{
    if (kind == JsonKind::String && !tree.isContainer(node))
        return '"' + tree.rawValue(node).toByteArray() + '"';
    if (tree.kind(node) != JsonKind::String)
        return {};
    const QByteArray text = utf8KeepingSurrogates(tree.text(node));
    return scalarKind(text) == kind ? std::optional(text) : std::nullopt;
}

TextChanges withBrackets(const JsonTree &tree, JsonNodeId node, char open, char close)
{
    const JsonRange range = tree.valueRange(node);
    return {{range.begin, range.begin + 1, QByteArray(1, open)},
            {range.end - 1, range.end, QByteArray(1, close)}};
}

TextChanges objectToArray(const JsonTree &tree, JsonNodeId object)
{
    TextChanges changes = withBrackets(tree, object, '[', ']');
    const TextChange end = changes.takeLast();
    for (const JsonNodeId child : tree.children(object))
        changes.append({tree.keyRange(child).begin, tree.valueRange(child).begin, {}});
    changes.append(end);
    return changes;
}

TextChanges arrayToObject(const JsonTree &tree, JsonNodeId array)
{
    TextChanges changes = withBrackets(tree, array, '{', '}');
    const TextChange end = changes.takeLast();
    const QByteArray colon = jsonlayout::colonFor(tree, array, 0);
    int key = 0;
    for (const JsonNodeId child : tree.children(array)) {
        const qsizetype at = tree.valueRange(child).begin;
        changes.append({at, at, '"' + QByteArray::number(key++) + '"' + colon});
    }
    changes.append(end);
    return changes;
}

//! Whether a level more around \p node would be too deep.
bool isDeepest(const JsonTree &tree, JsonNodeId node)
{
    return !tree.isContainer(node) && tree.depth(node) >= maxJsonDepth;
}

Result<TextChanges> toContainer(const JsonTree &tree, JsonNodeId node, JsonKind kind)
{
    const JsonKind from = tree.kind(node);
    if (from == JsonKind::Object)
        return objectToArray(tree, node);
    if (from == JsonKind::Array)
        return arrayToObject(tree, node);
    if (kind == JsonKind::Object)
        return refusedReshape("CannotConvert"_L1);
    if (isDeepest(tree, node))
        return refusedReshape("TooDeep"_L1);
    const JsonRange range = tree.valueRange(node);
    return TextChanges{{range.begin, range.begin, "["}, {range.end, range.end, "]"}};
}

//! The number of the character at \p i, which moves behind it; of a lone surrogate its own.
char32_t codePoint(QStringView text, qsizetype &i)
{
    const QChar unit = text[i++];
    if (unit.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[i++]);
    return unit.unicode();
}

bool lessByCodePoints(const QString &left, const QString &right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    while (l < left.size() && r < right.size()) {
        const char32_t a = codePoint(left, l);
        const char32_t b = codePoint(right, r);
        if (a != b)
            return a < b;
    }
    return l == left.size() && r < right.size();
}

class Sorter
{
public:
    Sorter(const JsonTree &tree, bool recursive)
        : m_tree(tree)
        , m_recursive(recursive)
    {
    }

    //! Recursion ends at maxJsonDepth, as the tree does.
    void addChanges(JsonNodeId container)
    {
        const QList<JsonNodeId> children = m_tree.children(container);
        const QList<JsonNodeId> order = ordered(container, children);
        for (qsizetype i = 0; i < children.size(); ++i) {
            if (order[i] != children[i]) {
                const JsonRange range = m_tree.entryRange(children[i]);
                QByteArray text;
                write(order[i], text);
                m_changes.append({range.begin, range.end, text});
            } else if (m_recursive && m_tree.isContainer(children[i])) {
                addChanges(children[i]);
            }
        }
    }

    TextChanges changes() const { return m_changes; }

private:
    QList<JsonNodeId> ordered(JsonNodeId container, const QList<JsonNodeId> &children) const
    {
        if (m_tree.kind(container) != JsonKind::Object)
            return children;
        QList<std::pair<QString, JsonNodeId>> keyed;
        keyed.reserve(children.size());
        for (const JsonNodeId child : children)
            keyed.append({m_tree.key(child), child});
        std::ranges::stable_sort(keyed, lessByCodePoints, &std::pair<QString, JsonNodeId>::first);
        QList<JsonNodeId> result;
        result.reserve(children.size());
        for (const auto &[key, child] : std::as_const(keyed))
            result.append(child);
        return result;
    }

    //! The entry \p node, sorted inside; the white space between entries stays in its place.
    void write(JsonNodeId node, QByteArray &out) const
    {
        const QByteArrayView text(m_tree.text());
        qsizetype at = m_tree.entryRange(node).begin;
        const qsizetype end = m_tree.valueRange(node).end;
        if (m_recursive && m_tree.isContainer(node)) {
            const QList<JsonNodeId> children = m_tree.children(node);
            const QList<JsonNodeId> order = ordered(node, children);
            for (qsizetype i = 0; i < children.size(); ++i) {
                const JsonRange range = m_tree.entryRange(children[i]);
                out += text.sliced(at, range.begin - at);
                write(order[i], out);
                at = range.end;
            }
        }
        out += text.sliced(at, end - at);
    }

    const JsonTree &m_tree;
    const bool m_recursive;
    TextChanges m_changes;
};

} // namespace

Result<TextChanges> changeType(const JsonTree &tree, JsonNodeId node, JsonKind kind)
{
    if (node >= tree.size())
        return refusedReshape("NoSuchPlace"_L1);
    if (tree.kind(node) == kind)
        return TextChanges();
    const bool isContainer = kind <= JsonKind::Array;
    std::optional<QByteArray> value;
    if (kind == JsonKind::Null || tree.kind(node) == JsonKind::Null) {
        if (isContainer && isDeepest(tree, node))
            return refusedReshape("TooDeep"_L1);
        value = emptyValue(kind);
    } else if (isContainer) {
        return toContainer(tree, node, kind);
    } else {
        value = scalarAs(tree, node, kind);
    }
    if (!value)
        return refusedReshape("CannotConvert"_L1);
    const JsonRange range = tree.valueRange(node);
    return TextChanges{{range.begin, range.end, *value}};
}

Result<TextChanges> sortKeys(const JsonTree &tree, JsonNodeId object, bool recursive)
{
    if (object >= tree.size() || !tree.isContainer(object)
        || (tree.kind(object) == JsonKind::Array && !recursive))
        return refusedReshape("NoSuchPlace"_L1);
    Sorter sorter(tree, recursive);
    sorter.addChanges(object);
    return sorter.changes();
}

} // namespace modelscribe::jsonedit
