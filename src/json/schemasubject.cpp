// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemasubject.h"

#include "core/jsonwriter.h"

namespace modelscribe {

namespace {

constexpr qsizetype maxUnsortedHints = 20'000; //!< Before they are sorted.

} // namespace

bool SchemaSubject::failAt(JsonNodeId place, JsonRange range, JsonHint::Code code,
                           const QStringList &expected)
{
    if (hints && hints->size() < maxUnsortedHints)
        hints->append({.code = code, .node = place, .range = range, .expected = expected});
    return false;
}

bool SchemaSubject::fail(JsonHint::Code code, const QStringList &expected, const QString &detail,
                         const std::optional<QByteArray> &fix)
{
    if (!hints || hints->size() >= maxUnsortedHints)
        return false;
    const JsonRange range = tree.valueRange(node);
    JsonHint hint{
        .code = code, .node = node, .range = range, .expected = expected, .detail = detail};
    if (fix)
        hint.fix.append({range.begin, range.end, *fix});
    hints->append(hint);
    return false;
}

bool SchemaSubject::failMissing(const QByteArray &key)
{
    const qsizetype begin = tree.valueRange(node).begin;
    return failAt(node, {begin, begin + 1}, JsonHint::Code::MissingMember,
                  {QString::fromUtf8(key)});
}

bool SchemaSubject::failUnwanted(JsonNodeId place)
{
    return failAt(place, tree.hasKey(place) ? tree.keyRange(place) : tree.valueRange(place),
                  JsonHint::Code::NotAllowed);
}

SchemaSubject::Members SchemaSubject::members()
{
    Members result;
    spend(tree.childCount(node));
    for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child)) {
        const QByteArrayView raw = tree.rawKey(child);
        const QByteArray key = raw.contains('\\') ? utf8KeepingSurrogates(tree.key(child))
                                                  : raw.sliced(1, raw.size() - 2).toByteArray();
        result.insert(key, child); // of a repeated key readers take the last
    }
    return result;
}

bool SchemaSubject::leaveUnknown()
{
    isUnknown = true;
    return true;
}

} // namespace modelscribe
