// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonmerge.h"

#include "core/jsonformat.h"
#include "json/jsonedit.h"
#include "json/textchange.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Place = std::optional<JsonNodeId>;

//! The three texts, and what is to be done with theirs.
class Merger
{
public:
    Merger(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs,
           const QHash<QString, MergeSide> &decisions)
        : m_base(JsonTree::parse(base))
        , m_mine(JsonTree::parse(mine))
        , m_theirs(JsonTree::parse(theirs))
        , m_decisions(decisions)
    {
    }

    JsonMerge run()
    {
        m_result.text = m_theirs.text();
        if (!isMergeable(m_mine, 0) || !isMergeable(m_theirs, 0)) {
            wholeClash();
            return m_result;
        }
        m_open.push_back({{}, isMergeable(m_base, 0) ? Place(0) : Place(), 0, 0});
        while (!m_open.empty()) {
            const Objects objects = m_open.back();
            m_open.pop_back();
            compareMembers(objects);
        }
        apply();
        return m_result;
    }

private:
    //! The same object in the three texts.
    struct Objects
    {
        JsonPath path;
        Place base;
        JsonNodeId mine;
        JsonNodeId theirs;
    };
    //! A member that mine has and theirs lacks.
    struct Insertion
    {
        JsonPath path;
        JsonNodeId node; //!< In mine.
    };

    //! An object whose members can be told apart by their keys.
    static bool isMergeable(const JsonTree &tree, Place node)
    {
        if (!node || !tree.isValid() || tree.kind(*node) != JsonKind::Object)
            return false;
        QSet<QString> keys;
        const QList<JsonNodeId> children = tree.children(*node);
        return std::ranges::none_of(children, [&](JsonNodeId child) {
            const auto before = keys.size();
            keys.insert(tree.key(child));
            return keys.size() == before;
        });
    }

    static QByteArray compact(const JsonTree &tree, JsonNodeId node)
    {
        return tree.isContainer(node) ? compactJson(tree.rawValue(node))
                                      : tree.rawValue(node).toByteArray();
    }

    static bool same(const JsonTree &a, Place x, const JsonTree &b, Place y)
    {
        if (!x || !y)
            return !x && !y;
        if (a.rawValue(*x) == b.rawValue(*y))
            return true;
        return a.kind(*x) == b.kind(*y) && a.isContainer(*x) && compact(a, *x) == compact(b, *y);
    }

    static std::optional<QByteArray> raw(const JsonTree &tree, Place node)
    {
        return node ? std::optional(tree.rawValue(*node).toByteArray()) : std::nullopt;
    }

    static QHash<QString, JsonNodeId> members(const JsonTree &tree, Place object);

    void wholeClash()
    {
        const JsonClash clash{{}, m_base.text(), m_mine.text(), m_theirs.text()};
        m_result.clashes.append(clash);
        if (m_decisions.value(jsonPathText({}), MergeSide::Theirs) == MergeSide::Mine)
            m_result.text = m_mine.text();
    }

    void compareMembers(const Objects &objects);
    void compareMember(const JsonPath &path, Place base, Place mine, Place theirs);
    void takeMine(const JsonPath &path, Place mine, Place theirs);
    void apply();
    void insert(const Insertion &insertion);

    JsonTree m_base;
    JsonTree m_mine;
    JsonTree m_theirs;
    const QHash<QString, MergeSide> &m_decisions;
    std::vector<Objects> m_open;
    JsonMerge m_result;
    TextChanges m_values;
    QList<JsonPath> m_removals;
    QList<Insertion> m_insertions;
};

QHash<QString, JsonNodeId> Merger::members(const JsonTree &tree, Place object)
{
    QHash<QString, JsonNodeId> result;
    if (object) {
        for (const JsonNodeId child : tree.children(*object))
            result.insert(tree.key(child), child);
    }
    return result;
}

void Merger::compareMembers(const Objects &objects)
{
    const auto base = members(m_base, objects.base);
    const auto mine = members(m_mine, objects.mine);
    const auto theirs = members(m_theirs, objects.theirs);
    const auto place = [](const QHash<QString, JsonNodeId> &from, const QString &key) {
        const auto found = from.constFind(key);
        return found == from.cend() ? Place() : Place(*found);
    };
    const auto compare = [&](const QString &key) {
        compareMember(objects.path + JsonPath{JsonStep{.key = key}}, place(base, key),
                      place(mine, key), place(theirs, key));
    };
    // In an order that does not depend on hashing: theirs, then what only mine or base has.
    for (const JsonNodeId child : m_theirs.children(objects.theirs))
        compare(m_theirs.key(child));
    for (const JsonNodeId child : m_mine.children(objects.mine)) {
        if (!theirs.contains(m_mine.key(child)))
            compare(m_mine.key(child));
    }
}

void Merger::compareMember(const JsonPath &path, Place base, Place mine, Place theirs)
{
    if (same(m_mine, mine, m_theirs, theirs))
        return;
    if (same(m_base, base, m_mine, mine)) {
        m_result.fromTheirs.append(path);
        return;
    }
    if (same(m_base, base, m_theirs, theirs)) {
        m_result.fromMine.append(path);
        takeMine(path, mine, theirs);
        return;
    }
    if (isMergeable(m_mine, mine) && isMergeable(m_theirs, theirs)) {
        m_open.push_back({path, isMergeable(m_base, base) ? base : Place(), *mine, *theirs});
        return;
    }
    m_result.clashes.append({path, raw(m_base, base), raw(m_mine, mine), raw(m_theirs, theirs)});
    if (m_decisions.value(jsonPathText(path), MergeSide::Theirs) == MergeSide::Mine)
        takeMine(path, mine, theirs);
}

void Merger::takeMine(const JsonPath &path, Place mine, Place theirs)
{
    if (mine && theirs) {
        const JsonRange range = m_theirs.valueRange(*theirs);
        m_values.append({range.begin, range.end, m_mine.rawValue(*mine).toByteArray()});
    } else if (mine) {
        m_insertions.append({path, *mine});
    } else if (theirs) {
        m_removals.append(path);
    }
}

void Merger::apply()
{
    std::ranges::sort(m_values, {}, &TextChange::begin);
    m_result.text = changedText(m_result.text, m_values);
    if (!m_removals.isEmpty()) {
        const JsonTree tree = JsonTree::parse(m_result.text);
        QList<JsonNodeId> nodes;
        for (const JsonPath &path : std::as_const(m_removals))
            nodes.append(*tree.find(path));
        if (const auto changes = jsonedit::remove(tree, nodes))
            m_result.text = changedText(m_result.text, *changes);
    }
    std::ranges::sort(m_insertions, {}, &Insertion::node); // so that neighbours come first
    for (const Insertion &insertion : std::as_const(m_insertions))
        insert(insertion);
}

void Merger::insert(const Insertion &insertion)
{
    const JsonTree tree = JsonTree::parse(m_result.text);
    const auto parent = tree.find(insertion.path.first(insertion.path.size() - 1));
    if (!parent)
        return;
    // Behind the member that stands before it in mine, if that one is there.
    quint32 position = tree.childCount(*parent);
    const QList<JsonNodeId> mine = m_mine.children(m_mine.parent(insertion.node));
    const auto index = mine.indexOf(insertion.node);
    if (index == 0) {
        position = 0;
    } else if (const auto before = tree.member(*parent, m_mine.key(mine[index - 1]))) {
        position = tree.indexInParent(*before) + 1;
    }
    const auto changes = jsonedit::insert(tree, *parent, position, m_mine.key(insertion.node),
                                          m_mine.rawValue(insertion.node));
    if (changes)
        m_result.text = changedText(m_result.text, *changes);
}

} // namespace

JsonMerge mergeJson(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs,
                    const QHash<QString, MergeSide> &decisions)
{
    if (mine == theirs || mine == base)
        return {.text = theirs};
    if (theirs == base)
        return {.text = mine};
    return Merger(base, mine, theirs, decisions).run();
}

} // namespace modelscribe
