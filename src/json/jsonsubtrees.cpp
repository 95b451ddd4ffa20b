// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonsubtrees.h"

#include "core/jsonformat.h"
#include "json/jsonedit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The blanks that the line around \p at begins with; nullopt when something else stands before it.
std::optional<QByteArray> indentAt(QByteArrayView text, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r')
        --begin;
    const QByteArrayView before = text.sliced(begin, at - begin);
    if (!before.trimmed().isEmpty())
        return {};
    return before.toByteArray();
}

QByteArray leadingBlanks(QByteArrayView text, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r')
        --begin;
    qsizetype end = begin;
    while (end < at && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.sliced(begin, end - begin).toByteArray();
}

//! Line breaks stand only between tokens, so what lines begin with may change.
QByteArray indented(const JsonSubtree &subtree, const std::optional<QByteArray> &indent,
                    bool windowsLines)
{
    if (!subtree.raw.contains('\n'))
        return subtree.raw;
    if (!indent) // its neighbours share one line
        return compactJson(subtree.raw);
    QByteArray result;
    bool isFirst = true;
    for (QByteArray line : subtree.raw.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!isFirst) {
            result += windowsLines ? "\r\n" : "\n";
            if (line.startsWith(subtree.indent))
                line = *indent + line.sliced(subtree.indent.size());
        }
        result += line;
        isFirst = false;
    }
    return result;
}

Result<TextChanges> replaceValue(const JsonTree &tree, JsonNodeId node, const JsonSubtree &subtree)
{
    const auto indent = indentAt(tree.text(), tree.entryRange(node).begin);
    return jsonedit::setValue(tree, node, indented(subtree, indent, tree.text().contains("\r\n")));
}

Result<TextChanges> addValue(const JsonTree &tree, JsonNodeId container, const QString &key,
                             const JsonSubtree &subtree)
{
    const quint32 position = tree.childCount(container);
    // Where it would stand says how its lines begin.
    const auto trial = jsonedit::insert(tree, container, position, key, "0");
    if (!trial)
        return trial;
    std::optional<QByteArray> indent;
    if (const auto at = jsonedit::insertedAt(*trial))
        indent = indentAt(changedText(tree.text(), *trial), *at);
    return jsonedit::insert(tree, container, position, key,
                            indented(subtree, indent, tree.text().contains("\r\n")));
}

Result<TextChanges> place(const JsonTree &tree, JsonNodeId container, const JsonSubtree &subtree)
{
    if (tree.kind(container) == JsonKind::Array)
        return addValue(tree, container, {}, subtree);
    QString key = subtree.hasKey ? subtree.key : jsonedit::freeKey(tree, container, u"item"_s);
    if (const auto mine = tree.member(container, key)) {
        if (subtree.clash == JsonSubtree::Clash::KeepMine)
            return TextChanges();
        if (subtree.clash == JsonSubtree::Clash::Replace)
            return replaceValue(tree, *mine, subtree);
        key = jsonedit::freeKey(tree, container, key);
    }
    return addValue(tree, container, key, subtree);
}

} // namespace

JsonSubtree JsonSubtree::of(const JsonTree &tree, JsonNodeId node)
{
    return {.key = tree.hasKey(node) ? tree.key(node) : QString(),
            .hasKey = tree.hasKey(node),
            .raw = tree.rawValue(node).toByteArray(),
            .indent = leadingBlanks(tree.text(), tree.entryRange(node).begin)};
}

bool clashes(const JsonTree &target, const JsonPath &container, const QList<JsonSubtree> &subtrees,
             qsizetype index)
{
    const JsonSubtree &subtree = subtrees[index];
    const auto object = target.isValid() ? target.find(container) : std::nullopt;
    if (!subtree.hasKey || !object || target.kind(*object) != JsonKind::Object)
        return false;
    return target.member(*object, subtree.key)
           || std::any_of(
               subtrees.begin(), subtrees.begin() + index,
               [&](const JsonSubtree &other) { return other.hasKey && other.key == subtree.key; });
}

Result<TextChanges> insertSubtrees(const JsonTree &target, const JsonPath &container,
                                   const QList<JsonSubtree> &subtrees, const std::atomic_bool &stop)
{
    JsonTree tree = target;
    for (const JsonSubtree &subtree : subtrees) {
        if (stop)
            return failure(Error::Kind::Cancelled);
        const auto node = tree.isValid() ? tree.find(container) : std::nullopt;
        if (!node || !tree.isContainer(*node))
            return failure(Error{.kind = Error::Kind::Invalid, .code = u"NoSuchPlace"_s});
        const auto changes = place(tree, *node, subtree);
        if (!changes)
            return changes;
        if (!changes->isEmpty())
            tree = JsonTree::parse(changedText(tree.text(), *changes));
    }
    if (tree.text() == target.text())
        return TextChanges();
    return TextChanges{changeBetween(target.text(), tree.text())};
}

} // namespace modelscribe
