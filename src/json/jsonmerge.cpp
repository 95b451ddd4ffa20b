// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonmerge.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "json/jsonedit.h"
#include "json/jsonmeaning.h"
#include "json/textchange.h"

#include <QHash>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using FoundNode = std::optional<JsonNodeId>;

//! The members of an object by their keys. Those stand in the text mostly, which must outlive this.
class Members
{
public:
    //! nullopt when \p node is no object whose members can be told apart by their keys.
    static std::optional<Members> of(const JsonTree &tree, FoundNode node)
    {
        if (!node || !tree.isValid() || tree.kind(*node) != JsonKind::Object)
            return {};
        Members members;
        members.m_nodes = tree.children(*node);
        members.m_byKey.reserve(members.m_nodes.size());
        for (const JsonNodeId child : std::as_const(members.m_nodes))
            members.m_byKey.insert(members.keyOf(tree, child), child);
        if (members.m_byKey.size() != members.m_nodes.size())
            return {};
        return members;
    }

    const QList<JsonNodeId> &nodes() const { return m_nodes; }
    //! The one with the same key as \p node has in \p tree.
    FoundNode find(const JsonTree &tree, JsonNodeId node)
    {
        const auto found = m_byKey.constFind(keyOf(tree, node));
        return found == m_byKey.cend() ? FoundNode() : FoundNode(*found);
    }

private:
    QByteArrayView keyOf(const JsonTree &tree, JsonNodeId node)
    {
        const QByteArrayView raw = tree.rawKey(node);
        return raw.contains('\\') ? QByteArrayView(m_decoded.emplace_back(comparableJsonKey(raw)))
                                  : raw.sliced(1, raw.size() - 2);
    }

    QList<JsonNodeId> m_nodes; //!< In the order of the text.
    QHash<QByteArrayView, JsonNodeId> m_byKey;
    std::deque<QByteArray> m_decoded; //!< Keys that are written with escapes.
};

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
        if (!open({}, 0, 0, 0)) {
            wholeClash();
            return m_result;
        }
        while (!m_open.empty()) {
            Objects objects = std::move(m_open.back());
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
        Members base;
        Members mine;
        Members theirs;
    };
    //! A member that mine has and theirs lacks.
    struct Insertion
    {
        JsonPath path;
        JsonNodeId node; //!< In mine.
    };

    //! To be compared member by member; false when that cannot be done.
    bool open(const JsonPath &path, FoundNode base, FoundNode mine, FoundNode theirs)
    {
        auto inMine = Members::of(m_mine, mine);
        auto inTheirs = inMine ? Members::of(m_theirs, theirs) : std::nullopt;
        if (!inTheirs)
            return false;
        m_open.push_back({path, Members::of(m_base, base).value_or(Members()), *std::move(inMine),
                          *std::move(inTheirs)});
        return true;
    }

    static QByteArray compact(const JsonTree &tree, JsonNodeId node)
    {
        return tree.isContainer(node) ? compactJson(tree.rawValue(node))
                                      : tree.rawValue(node).toByteArray();
    }

    static bool same(const JsonTree &a, FoundNode x, const JsonTree &b, FoundNode y)
    {
        if (!x || !y)
            return !x && !y;
        if (a.rawValue(*x) == b.rawValue(*y))
            return true;
        return a.kind(*x) == b.kind(*y) && a.isContainer(*x) && compact(a, *x) == compact(b, *y);
    }

    static bool sameMeaning(const JsonTree &a, FoundNode x, const JsonTree &b, FoundNode y)
    {
        return x && y ? sameJsonMeaning(a, *x, b, *y) : !x && !y;
    }

    static std::optional<QByteArray> raw(const JsonTree &tree, FoundNode node)
    {
        return node ? std::optional(tree.rawValue(*node).toByteArray()) : std::nullopt;
    }

    void wholeClash()
    {
        const JsonClash clash{{}, m_base.text(), m_mine.text(), m_theirs.text()};
        m_result.clashes.append(clash);
        if (m_decisions.value(jsonPathText({}), MergeSide::Theirs) == MergeSide::Mine)
            m_result.text = m_mine.text();
    }

    void compareMembers(Objects &objects);
    //! Of a member that is not the same in mine and theirs.
    void compareMember(const JsonPath &path, FoundNode base, FoundNode mine, FoundNode theirs);
    void takeMine(const JsonPath &path, FoundNode mine, FoundNode theirs);
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

void Merger::compareMembers(Objects &objects)
{
    const auto compare = [&](const JsonTree &tree, JsonNodeId node, FoundNode inMine,
                             FoundNode inTheirs) {
        if (!same(m_mine, inMine, m_theirs, inTheirs))
            compareMember(objects.path + JsonPath{JsonStep{.key = tree.key(node)}},
                          objects.base.find(tree, node), inMine, inTheirs);
    };
    // In an order that does not depend on hashing: theirs, then what only mine or base has.
    for (const JsonNodeId child : objects.theirs.nodes())
        compare(m_theirs, child, objects.mine.find(m_theirs, child), child);
    for (const JsonNodeId child : objects.mine.nodes()) {
        if (!objects.theirs.find(m_mine, child))
            compare(m_mine, child, child, FoundNode());
    }
}

void Merger::compareMember(const JsonPath &path, FoundNode base, FoundNode mine, FoundNode theirs)
{
    const bool isRespelled = sameMeaning(m_base, base, m_theirs, theirs);
    if (same(m_base, base, m_mine, mine)) {
        if (!isRespelled)
            m_result.fromTheirs.append(path);
        return;
    }
    if (isRespelled) {
        m_result.fromMine.append(path);
        takeMine(path, mine, theirs);
        return;
    }
    if (open(path, base, mine, theirs))
        return;
    if (sameMeaning(m_base, base, m_mine, mine)) {
        m_result.fromTheirs.append(path);
        return;
    }
    if (sameMeaning(m_mine, mine, m_theirs, theirs))
        return;
    m_result.clashes.append({path, raw(m_base, base), raw(m_mine, mine), raw(m_theirs, theirs)});
    if (m_decisions.value(jsonPathText(path), MergeSide::Theirs) == MergeSide::Mine)
        takeMine(path, mine, theirs);
}

void Merger::takeMine(const JsonPath &path, FoundNode mine, FoundNode theirs)
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

std::optional<QByteArray> withMine(const QByteArray &merged, const QList<JsonClash> &clashes)
{
    const JsonTree tree = JsonTree::parse(merged);
    TextChanges changes;
    for (const JsonClash &clash : clashes) {
        const auto node = tree.find(clash.path);
        if (!node || clash.path.isEmpty() || !clash.mine || !clash.theirs)
            return {};
        const JsonRange range = tree.valueRange(*node);
        changes.append({range.begin, range.end, *clash.mine});
    }
    std::ranges::sort(changes, {}, &TextChange::begin);
    return changedText(merged, changes);
}

} // namespace modelscribe
