// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two texts, a zero byte between them: the difference and the comparison agree.
#include "core/jsonformat.h"
#include "fuzz/require.h"
#include "json/jsondifference.h"

#include <algorithm>

using namespace modelscribe;

namespace {

bool differsInMeaning(const QList<JsonDifference> &differences)
{
    using Kind = JsonDifference::Kind;
    return std::ranges::any_of(differences, [](const JsonDifference &difference) {
        return difference.kind != Kind::Spelling && difference.kind != Kind::Order;
    });
}

void checkPlaces(const JsonTree &before, const JsonTree &after,
                 const QList<JsonDifference> &differences)
{
    using Kind = JsonDifference::Kind;
    for (const JsonDifference &difference : differences) {
        const JsonTree &tree = difference.kind == Kind::Removed ? before : after;
        const auto node = tree.find(difference.path);
        require(node.has_value(), "a difference is somewhere");
        const QByteArray &raw = difference.kind == Kind::Removed ? difference.before
                                                                 : difference.after;
        require(difference.kind == Kind::Order || tree.rawValue(*node) == raw
                    || tree.rawKey(*node) == raw,
                "a difference shows what is there");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype zero = input.indexOf('\0');
    const JsonTree before = JsonTree::parse(input.first(std::max<qsizetype>(zero, 0)));
    const JsonTree after = JsonTree::parse(input.sliced(zero + 1));
    if (after.isValid()) {
        require(jsonDifferences(after, after).isEmpty(), "nothing differs from itself");
        const JsonTree compact = JsonTree::parse(compactJson(after.text()));
        require(jsonDifferences(after, compact).isEmpty(), "white space is no difference");
    }
    if (!before.isValid() || !after.isValid())
        return 0;
    const auto differences = jsonDifferences(before, after);
    checkPlaces(before, after, differences);
    const bool same = sameJson(before.text(), after.text());
    require(same == sameJson(after.text(), before.text()), "sameness has no direction");
    require(differsInMeaning(differences) != same, "difference and sameness agree");
    return 0;
}
