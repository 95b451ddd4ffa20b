// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonedit.h"

#include "core/jsonwriter.h"
#include "json/jsonlayout.h"

#include <QSet>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace modelscribe::jsonedit {

namespace {

tl::unexpected<Error> refused(QLatin1StringView code, const QString &detail = {})
{
    return failure(Error{.kind = Error::Kind::Invalid, .detail = detail, .code = code});
}

bool has(const JsonTree &tree, JsonNodeId node) { return node < tree.size(); }

bool takesChild(const JsonTree &tree, JsonNodeId parent, quint32 position)
{
    return has(tree, parent) && tree.isContainer(parent) && position <= tree.childCount(parent);
}

//! The levels of containers in \p raw, or why it is not one JSON value.
Result<int> levels(QByteArrayView raw)
{
    JsonScanner scanner(raw);
    int deepest = 0;
    for (;;) {
        const JsonToken token = scanner.next();
        deepest = std::max(deepest, scanner.depth());
        if (token.kind == JsonToken::Kind::End)
            return deepest;
        if (token.kind == JsonToken::Kind::Bad) {
            const bool tooDeep = scanner.problem()->code == JsonProblem::Code::TooDeep;
            return refused(tooDeep ? "TooDeep"_L1 : "NotJson"_L1, scanner.problem()->describe());
        }
    }
}

//! Whether \p raw is one JSON value that can stand inside of \p around containers.
Result<void> checkValue(QByteArrayView raw, int around)
{
    const auto inside = levels(raw);
    if (!inside)
        return failure(inside.error());
    if (around + *inside > maxJsonDepth)
        return refused("TooDeep"_L1);
    return {};
}

bool hasOtherMember(const JsonTree &tree, JsonNodeId object, QStringView key,
                    std::optional<JsonNodeId> except = {})
{
    const JsonKeyMatcher matcher(key.toString());
    for (JsonNodeId child = object + 1; child < tree.after(object); child = tree.after(child)) {
        if (child != except && matcher.matches(tree, child))
            return true;
    }
    return false;
}

QByteArray bytesOf(const JsonTree &tree, qsizetype begin, qsizetype end)
{
    return tree.text().sliced(begin, end - begin);
}

QByteArray entryText(const JsonTree &tree, JsonNodeId node)
{
    const JsonRange range = tree.entryRange(node);
    return bytesOf(tree, range.begin, range.end);
}

//! The text of a new member before child \p position of \p object.
QByteArray memberText(const JsonTree &tree, JsonNodeId object, quint32 position, QStringView key,
                      QByteArrayView raw)
{
    return jsonString(key) + jsonlayout::colonFor(tree, object, position) + raw.toByteArray();
}

} // namespace

Result<TextChanges> setValue(const JsonTree &tree, JsonNodeId node, QByteArrayView raw)
{
    if (!has(tree, node))
        return refused("NoSuchPlace"_L1);
    if (const auto fine = checkValue(raw, tree.depth(node)); !fine)
        return failure(fine.error());
    const QByteArray value = raw.trimmed().toByteArray();
    if (value == tree.rawValue(node))
        return TextChanges();
    const JsonRange range = tree.valueRange(node);
    return TextChanges{{range.begin, range.end, value}};
}

Result<TextChanges> renameKey(const JsonTree &tree, JsonNodeId node, QStringView key)
{
    if (!has(tree, node))
        return refused("NoSuchPlace"_L1);
    if (!tree.hasKey(node))
        return refused("NoKey"_L1);
    if (JsonKeyMatcher(key.toString()).matches(tree, node))
        return TextChanges();
    if (hasOtherMember(tree, tree.parent(node), key, node))
        return refused("KeyInUse"_L1);
    const JsonRange range = tree.keyRange(node);
    return TextChanges{{range.begin, range.end, jsonString(key)}};
}

Result<TextChanges> insert(const JsonTree &tree, JsonNodeId parent, quint32 position,
                           QStringView key, QByteArrayView raw)
{
    if (!takesChild(tree, parent, position))
        return refused("NoSuchPlace"_L1);
    if (const auto fine = checkValue(raw, tree.depth(parent) + 1); !fine)
        return failure(fine.error());
    QByteArray entry = raw.trimmed().toByteArray();
    if (tree.kind(parent) == JsonKind::Object) {
        if (hasOtherMember(tree, parent, key))
            return refused("KeyInUse"_L1);
        entry = memberText(tree, parent, position, key, entry);
    }
    return TextChanges{jsonlayout::slotFor(tree, parent, position).filledWith(entry)};
}

Result<TextChanges> remove(const JsonTree &tree, JsonNodeId node)
{
    return remove(tree, QList<JsonNodeId>{node});
}

Result<TextChanges> remove(const JsonTree &tree, const QList<JsonNodeId> &nodes)
{
    const QSet<JsonNodeId> unwanted(nodes.begin(), nodes.end());
    QSet<JsonNodeId> parents;
    for (const JsonNodeId node : unwanted) {
        if (!has(tree, node) || node == 0)
            return refused("NoSuchPlace"_L1);
        bool inside = false;
        for (JsonNodeId around = tree.parent(node); around != 0; around = tree.parent(around))
            inside = inside || unwanted.contains(around);
        if (!inside)
            parents.insert(tree.parent(node));
    }
    TextChanges changes;
    for (const JsonNodeId parent : std::as_const(parents)) {
        const QList<JsonNodeId> children = tree.children(parent);
        for (qsizetype first = 0; first < children.size(); ++first) {
            if (!unwanted.contains(children[first]))
                continue;
            qsizetype last = first;
            while (last + 1 < children.size() && unwanted.contains(children[last + 1]))
                ++last;
            changes.append(jsonlayout::withoutEntries(tree, children, first, last));
            first = last;
        }
    }
    std::ranges::sort(changes, {}, &TextChange::begin);
    return changes;
}

Result<TextChanges> duplicate(const JsonTree &tree, JsonNodeId node)
{
    if (!has(tree, node) || node == 0)
        return refused("NoSuchPlace"_L1);
    const JsonNodeId parent = tree.parent(node);
    QByteArray entry = entryText(tree, node);
    if (tree.hasKey(node))
        entry.replace(0, tree.keyRange(node).size(),
                      jsonString(freeKey(tree, parent, tree.key(node))));
    return TextChanges{
        jsonlayout::slotFor(tree, parent, tree.indexInParent(node) + 1).filledWith(entry)};
}

Result<TextChanges> move(const JsonTree &tree, JsonNodeId node, JsonNodeId parent, quint32 position)
{
    if (!has(tree, node) || !takesChild(tree, parent, position))
        return refused("NoSuchPlace"_L1);
    if (parent >= node && parent < tree.after(node))
        return refused("IntoItself"_L1);
    const JsonNodeId from = tree.parent(node);
    const quint32 index = tree.indexInParent(node);
    if (from == parent && (position == index || position == index + 1))
        return TextChanges();
    if (const auto fine = checkValue(tree.rawValue(node), tree.depth(parent) + 1); !fine)
        return failure(fine.error());

    QByteArray entry = tree.rawValue(node).toByteArray();
    if (tree.kind(parent) == JsonKind::Object) {
        if (!tree.hasKey(node))
            entry = memberText(tree, parent, position, freeKey(tree, parent, u"item"_s), entry);
        else if (from != parent && hasOtherMember(tree, parent, tree.key(node)))
            return refused("KeyInUse"_L1);
        else
            entry = entryText(tree, node);
    }
    TextChanges changes{
        jsonlayout::withoutEntries(tree, tree.children(from), index, index),
        jsonlayout::slotFor(tree, parent, position).filledWith(entry),
    };
    std::ranges::sort(changes, {}, &TextChange::begin);
    return changes;
}

std::optional<qsizetype> insertedAt(const TextChanges &changes)
{
    qsizetype moved = 0;
    for (const TextChange &change : changes) {
        const auto entry = std::ranges::find_if_not(
            change.text, [](char c) { return QByteArrayView(" \t\r\n,").contains(c); });
        if (entry != change.text.end())
            return change.begin + moved + (entry - change.text.begin());
        moved += change.text.size() - (change.end - change.begin);
    }
    return {};
}

QString freeKey(const JsonTree &tree, JsonNodeId object, const QString &wanted)
{
    // As jsonString() spells them: most stand in the text like that.
    QSet<QByteArrayView> keys;
    std::deque<QByteArray> respelled; // its elements stay where they are
    for (const JsonNodeId child : tree.children(object)) {
        const QByteArrayView raw = tree.rawKey(child);
        keys.insert(raw.contains('\\') ? respelled.emplace_back(jsonString(tree.key(child))) : raw);
    }
    QString key = wanted;
    for (int number = 2; keys.contains(jsonString(key)); ++number)
        key = wanted + u' ' + QString::number(number);
    return key;
}

} // namespace modelscribe::jsonedit
