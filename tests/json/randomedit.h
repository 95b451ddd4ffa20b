// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonmembers.h"
#include "json/jsonedit.h"

#include <QRandomGenerator>

#include <algorithm>

//! Random edits, each made by the editor and on a plain model of the document (keys and values, no
//! white space) that shares no code with the editor.
namespace modelscribe::randomedit {

using namespace Qt::StringLiterals;

//! A value and its key as they are spelled.
struct Value
{
    QByteArray rawKey;
    JsonKind kind = JsonKind::Null;
    QByteArray raw; //!< Of scalars.
    QList<Value> children;
    bool gone = false;

    bool isContainer() const { return kind <= JsonKind::Array; }
    QString key() const { return jsonStringValue(rawKey).value_or(QString()); }

    friend bool operator==(const Value &a, const Value &b)
    {
        return a.rawKey == b.rawKey && a.kind == b.kind && a.raw == b.raw
               && a.children == b.children;
    }
};

using Places = QList<qsizetype>;

inline Value valueOf(const JsonTree &tree, JsonNodeId node)
{
    Value value{.rawKey = tree.rawKey(node).toByteArray(), .kind = tree.kind(node)};
    if (!tree.isContainer(node))
        value.raw = tree.rawValue(node).toByteArray();
    for (const JsonNodeId child : tree.children(node))
        value.children.append(valueOf(tree, child));
    return value;
}

inline Value parsed(const QByteArray &raw) { return valueOf(JsonTree::parse(raw), 0); }

inline Places placesOf(const JsonTree &tree, JsonNodeId node)
{
    Places places;
    for (; node != 0; node = tree.parent(node))
        places.prepend(tree.indexInParent(node));
    return places;
}

inline Value &at(Value &root, const Places &places)
{
    Value *value = &root;
    for (const qsizetype place : places)
        value = &value->children[place];
    return *value;
}

inline void eraseGone(Value &value)
{
    value.children.removeIf([](const Value &child) { return child.gone; });
    for (Value &child : value.children)
        eraseGone(child);
}

inline bool hasKey(const Value &object, const QString &key)
{
    return std::ranges::any_of(object.children, [&](const Value &v) { return v.key() == key; });
}

//! \p key spelled as the editor spells it; it takes only keys without special characters here.
inline QByteArray quoted(const QString &key) { return '"' + key.toUtf8() + '"'; }

inline QString freeKey(const Value &object, const QString &wanted)
{
    QString key = wanted;
    for (int i = 2; hasKey(object, key); ++i)
        key = u"%1 %2"_s.arg(wanted).arg(i);
    return key;
}

inline QList<char32_t> codePoints(const QString &text)
{
    QList<char32_t> result;
    for (const QChar c : text) {
        if (c.isLowSurrogate() && !result.isEmpty() && QChar(result.last()).isHighSurrogate()
            && result.last() < 0x10000)
            result.last() = QChar::surrogateToUcs4(char16_t(result.last()), c.unicode());
        else
            result.append(c.unicode());
    }
    return result;
}

inline void sortByKeys(Value &value, bool recursive)
{
    if (value.kind == JsonKind::Object) {
        std::ranges::stable_sort(value.children, [](const Value &a, const Value &b) {
            return std::ranges::lexicographical_compare(codePoints(a.key()), codePoints(b.key()));
        });
    }
    if (recursive) {
        for (Value &child : value.children)
            sortByKeys(child, true);
    }
}

//! One edit of a tree: what the editor says, and what the document should be then.
struct Edit
{
    const char *name = "";
    Result<TextChanges> changes;
    std::optional<Value> wanted; //!< None: it must be refused.
};

class RandomEdit
{
public:
    RandomEdit(const JsonTree &tree, QRandomGenerator &random)
        : m_tree(tree)
        , m_random(random)
        , m_node(below(tree.size()))
        , m_places(placesOf(tree, m_node))
        , m_root(valueOf(tree, 0))
    {
    }

    Edit make()
    {
        switch (below(8)) {
        case 0: return setValue();
        case 1: return renameKey();
        case 2: return insert();
        case 3: return remove();
        case 4: return duplicate();
        case 5: return move();
        case 6: return changeType();
        default: return sortKeys();
        }
    }

private:
    quint32 below(quint32 limit) { return m_random.bounded(limit); }

    QByteArray raw()
    {
        static constexpr const char *values[] = {"1.0", "-0",          "\"x\\/\"", "null",
                                                 "[]",  "{\"a\": []}", "[1,\n2]",  " true "};
        return values[below(8)];
    }

    QString key()
    {
        static constexpr const char *keys[] = {"a", "b", "key", "é", "中文", "", "a 2"};
        return QString::fromUtf8(keys[below(7)]);
    }

    Edit setValue()
    {
        const QByteArray value = raw();
        Edit edit{"setValue", jsonedit::setValue(m_tree, m_node, value), m_root};
        Value &old = at(*edit.wanted, m_places);
        Value fresh = parsed(value);
        fresh.rawKey = old.rawKey;
        old = fresh;
        return edit;
    }

    Edit renameKey()
    {
        const QString name = key();
        Edit edit{"renameKey", jsonedit::renameKey(m_tree, m_node, name), m_root};
        Value &value = at(*edit.wanted, m_places);
        if (value.rawKey.isEmpty() || (value.key() != name && hasKey(parent(m_root), name)))
            edit.wanted.reset();
        else if (value.key() != name)
            value.rawKey = quoted(name);
        return edit;
    }

    Edit insert()
    {
        const QByteArray value = raw();
        const QString name = key();
        const quint32 position = below(m_tree.childCount(m_node) + 1);
        Edit edit{"insert", jsonedit::insert(m_tree, m_node, position, name, value), m_root};
        Value &container = at(*edit.wanted, m_places);
        Value fresh = parsed(value);
        if (container.kind == JsonKind::Object)
            fresh.rawKey = quoted(name);
        if (!container.isContainer()
            || (container.kind == JsonKind::Object && hasKey(container, name)))
            edit.wanted.reset();
        else
            container.children.insert(position, fresh);
        return edit;
    }

    Edit remove()
    {
        QList<JsonNodeId> nodes{m_node};
        for (quint32 i = below(4); i > 0; --i)
            nodes.append(below(m_tree.size()));
        Edit edit{"remove", jsonedit::remove(m_tree, nodes), m_root};
        if (nodes.contains(0)) {
            edit.wanted.reset();
            return edit;
        }
        for (const JsonNodeId node : std::as_const(nodes))
            at(*edit.wanted, placesOf(m_tree, node)).gone = true;
        eraseGone(*edit.wanted);
        return edit;
    }

    Edit duplicate()
    {
        Edit edit{"duplicate", jsonedit::duplicate(m_tree, m_node), {}};
        if (m_node == 0)
            return edit;
        edit.wanted = m_root;
        Value copy = at(m_root, m_places);
        if (!copy.rawKey.isEmpty()) {
            m_escapes = copy.rawKey.contains('\\');
            const QString name = freeKey(parent(m_root), copy.key());
            // The spelling of a key with escapes is for the table of edits to say.
            copy.rawKey = m_escapes ? QByteArray() : quoted(name);
        }
        parent(*edit.wanted).children.insert(m_places.last() + 1, copy);
        if (m_escapes)
            edit.wanted = resulting(edit);
        return edit;
    }

    Edit move()
    {
        const JsonNodeId target = below(m_tree.size());
        const quint32 position = below(m_tree.childCount(target) + 1);
        Edit edit{"move", jsonedit::move(m_tree, m_node, target, position), m_root};
        const Places targetPlaces = placesOf(m_tree, target);
        Value moved = at(m_root, m_places);
        at(*edit.wanted, m_places).gone = true;
        Value &container = at(*edit.wanted, targetPlaces);
        const bool inside = target >= m_node && target < m_tree.after(m_node);
        const bool same = m_node != 0 && m_tree.parent(m_node) == target;
        const bool object = container.kind == JsonKind::Object;
        if (inside || !container.isContainer()
            || (object && !same && !moved.rawKey.isEmpty() && hasKey(container, moved.key()))) {
            edit.wanted.reset();
            return edit;
        }
        if (!object)
            moved.rawKey.clear();
        else if (moved.rawKey.isEmpty())
            moved.rawKey = quoted(freeKey(container, u"item"_s));
        container.children.insert(position, moved);
        eraseGone(*edit.wanted);
        return edit;
    }

    Edit changeType()
    {
        const auto kind = JsonKind(below(6));
        Edit edit{"changeType", jsonedit::changeType(m_tree, m_node, kind), {}};
        if (!edit.changes)
            return edit; // which ones are refused is for the table of edits to say
        edit.wanted = m_root;
        Value &value = at(*edit.wanted, m_places);
        Value changed = *resulting(edit);
        const Value after = at(changed, m_places);
        if (after.kind != kind || after.rawKey != value.rawKey)
            edit.wanted = Value{.raw = "another kind"};
        else
            value = after;
        return edit;
    }

    Edit sortKeys()
    {
        const bool recursive = below(2) == 0;
        Edit edit{"sortKeys", jsonedit::sortKeys(m_tree, m_node, recursive), m_root};
        Value &value = at(*edit.wanted, m_places);
        if (!value.isContainer() || (value.kind == JsonKind::Array && !recursive))
            edit.wanted.reset();
        else
            sortByKeys(value, recursive);
        return edit;
    }

    Value &parent(Value &root) const { return at(root, m_places.first(m_places.size() - 1)); }

    std::optional<Value> resulting(const Edit &edit) const
    {
        return parsed(changedText(m_tree.text(), *edit.changes));
    }

    const JsonTree &m_tree;
    QRandomGenerator &m_random;
    const JsonNodeId m_node;
    const Places m_places;
    Value m_root;
    bool m_escapes = false;
};

} // namespace modelscribe::randomedit
