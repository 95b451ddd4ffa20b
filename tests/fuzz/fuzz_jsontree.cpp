// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON reader on any bytes: reader and tree agree, every range is where it should be, and
// formatting changes only white space.
#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "fuzz/require.h"
#include "json/jsontree.h"

#include <algorithm>

using namespace modelscribe;

namespace {

//! Paths and positions are looked up child by child: not for every node of a long text.
constexpr quint32 maxLookups = 48;

void checkProblem(const QByteArray &text, const JsonProblem &problem)
{
    require(problem.offset >= 0 && problem.offset <= text.size(), "a problem is inside the text");
    const auto [line, column] = jsonPosition(text, problem.offset);
    require(problem.line == line && problem.column == column, "a problem's line and column");
    require(!problem.describe().isEmpty(), "a problem has words");
    require(formatJson(text) == text && compactJson(text) == text, "what is no JSON stays");
    require(duplicateJsonKeys(text).isEmpty(), "what is no JSON has no keys");
}

void checkNode(const JsonTree &tree, JsonNodeId node)
{
    const JsonRange value = tree.valueRange(node);
    const JsonRange entry = tree.entryRange(node);
    require(value.size() > 0 && value.end <= tree.text().size(), "a value is inside the text");
    require(tree.hasKey(node) == (node != 0 && tree.kind(tree.parent(node)) == JsonKind::Object),
            "members have keys, nothing else has");
    if (tree.hasKey(node)) {
        require(jsonStringValue(tree.rawKey(node)).has_value(), "a key is a string");
        require(tree.keyRange(node).end < value.begin, "a key comes before its value");
    }
    if (node != 0) {
        const JsonRange around = tree.valueRange(tree.parent(node));
        require(around.begin < entry.begin && entry.end < around.end, "a child is inside");
        require(tree.after(node) <= tree.after(tree.parent(node)), "a child ends inside");
    }
    quint32 count = 0;
    qsizetype end = value.begin;
    for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child)) {
        require(tree.parent(child) == node, "a child knows its parent");
        require(tree.entryRange(child).begin > end, "children do not overlap");
        end = tree.entryRange(child).end;
        ++count;
    }
    require(count == tree.childCount(node), "children are counted");
    if (!tree.isContainer(node)) {
        require(!checkJson(tree.rawValue(node)), "a value is JSON");
        require(tree.kind(node) != JsonKind::String
                    || jsonStringValue(tree.rawValue(node)) == tree.text(node),
                "a string reads the same");
    }
}

void checkPlace(const JsonTree &tree, JsonNodeId node)
{
    const JsonPath path = tree.path(node);
    require(path.size() == tree.depth(node), "a path has a step a level");
    require(tree.find(path) == node, "a path leads to its node");
    require(jsonPathFromText(jsonPathText(path)) == path, "a path reads back");
    require(tree.nodeAt(tree.entryRange(node).begin) == node, "a position leads to its node");
}

void checkSpacing(const QByteArray &text)
{
    const QByteArray formatted = formatJson(text);
    const QByteArray compact = compactJson(text);
    require(!checkJson(formatted) && !checkJson(compact), "formatted JSON is JSON");
    require(formatJson(formatted) == formatted, "formatting twice changes nothing");
    require(compactJson(formatted) == compact, "formatting changes only white space");
    require(formatJson(compact) == formatted, "compacting changes only white space");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const JsonTree tree = JsonTree::parse(text);
    require(tree.text() == text, "the text stays");
    require(tree.problem() == checkJson(text), "tree and check agree");
    require(tree.isValid() != tree.problem().has_value(), "a tree or a problem");
    if (!tree.isValid()) {
        checkProblem(text, *tree.problem());
        return 0;
    }
    require(tree.after(0) == tree.size(), "everything is in the outermost value");
    for (JsonNodeId node = 0; node < tree.size(); ++node)
        checkNode(tree, node);
    const quint32 step = tree.size() / maxLookups + 1;
    for (JsonNodeId node = 0; node < tree.size(); node += step)
        checkPlace(tree, node);
    const auto duplicates = tree.duplicates();
    require(duplicates.isEmpty() == duplicateJsonKeys(text).isEmpty(), "duplicates are agreed on");
    require(std::ranges::all_of(duplicates, [&](auto node) { return tree.hasKey(node); }),
            "duplicates are members");
    checkSpacing(text);
    return 0;
}
