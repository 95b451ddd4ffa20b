// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonmovenodes.h"

#include "core/ascii.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Bytes read again, at most: the text once for each node.
constexpr qsizetype readLimit = 256 * 1024 * 1024;

bool isInsideCharacter(const QByteArray &text, qsizetype at)
{
    return at < text.size() && continuesCharacter(text[at]);
}

//! One change that makes \p after of \p before.
TextChanges changesBetween(const QByteArray &before, const QByteArray &after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype head = std::mismatch(before.cbegin(), before.cbegin() + most, after.cbegin()).first
                     - before.cbegin();
    while (head > 0 && isInsideCharacter(before, head))
        --head;
    qsizetype tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isInsideCharacter(before, before.size() - tail))
        --tail;
    if (head == before.size() && head == after.size())
        return {};
    return {{head, before.size() - tail, after.sliced(head, after.size() - tail - head)}};
}

//! Moving the nodes [begin, end) before node \p target keeps the document order of all others.
struct BlockMove
{
    JsonNodeId begin, end, target;

    JsonNodeId operator()(JsonNodeId node) const
    {
        const JsonNodeId size = end - begin;
        if (node >= begin && node < end)
            return target > begin ? node + target - end : node + target - begin;
        if (node >= end && node < target)
            return node - size;
        return node >= target && node < begin ? node + size : node;
    }
};

JsonNodeId childAt(const JsonTree &tree, JsonNodeId parent, quint32 position)
{
    JsonNodeId child = parent + 1;
    for (; position > 0 && child < tree.after(parent); --position)
        child = tree.after(child);
    return child;
}

} // namespace

Result<JsonMoved> moveNodes(const JsonTree &tree, const QList<JsonNodeId> &nodes, JsonNodeId parent,
                            quint32 position)
{
    if (tree.text().size() * nodes.size() > readLimit)
        return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = u"TooMuch"_s});
    JsonTree now = tree;
    QList<JsonNodeId> left = nodes;
    std::optional<JsonNodeId> first;
    while (!left.isEmpty()) {
        const JsonNodeId node = left.takeFirst();
        const auto changes = jsonedit::move(now, node, parent, position);
        if (!changes)
            return tl::unexpected(changes.error());
        const BlockMove moved{node, now.after(node), childAt(now, parent, position)};
        if (!changes->isEmpty())
            now = JsonTree::parse(changedText(now.text(), *changes));
        const bool stays = moved.target >= moved.begin && moved.target <= moved.end;
        const JsonNodeId there = stays ? node : moved(node);
        if (!stays) {
            for (JsonNodeId &other : left)
                other = moved(other);
            parent = moved(parent);
            if (first)
                first = moved(*first);
        }
        if (!first)
            first = there;
        position = now.indexInParent(there) + 1;
    }
    JsonMoved result{changesBetween(tree.text(), now.text()), {}};
    if (first)
        result.at = now.entryRange(*first).begin;
    return result;
}

} // namespace modelscribe
