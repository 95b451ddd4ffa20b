// SPDX-License-Identifier: GPL-3.0-or-later
// What SchemaVisitor says about schemas that are put together of others, and about what is not
// known.
#include "json/schemavisitor.h"

#include <algorithm>
#include <utility>

namespace modelscribe {

using namespace valijson::constraints;
using valijson::Subschema;

namespace {

constexpr int maxBranchDepth = 3;

} // namespace

bool SchemaVisitor::leaveUnknown()
{
    m_isUnknown = true;
    return true;
}

//! Without hints. What it rests on stays its own.
SchemaVisitor::Verdict SchemaVisitor::verdict(const Subschema &schema, JsonNodeId node)
{
    const bool outer = std::exchange(m_isUnknown, false);
    const bool result = fits(schema, node, nullptr);
    const bool isUnknown = std::exchange(m_isUnknown, outer) || m_work <= 0;
    if (!result)
        return Verdict::Misses;
    return isUnknown ? Verdict::Unknown : Verdict::Fits;
}

//! Of an alternative for the value at hand.
SchemaVisitor::Verdict SchemaVisitor::branchVerdict(const Subschema &schema)
{
    if (m_branchDepth < maxBranchDepth)
        return verdict(schema, m_node);
    const auto known = m_known.constFind({&schema, m_node});
    if (known != m_known.cend())
        return *known;
    const Verdict result = verdict(schema, m_node);
    m_known.insert({&schema, m_node}, result);
    return result;
}

bool SchemaVisitor::visit(const AllOfConstraint &constraint)
{
    bool result = true;
    constraint.applyToSubschemas([&](unsigned, const Subschema *schema) {
        result = fits(*schema, m_node, m_hints) && result;
        return result || m_hints;
    });
    return result;
}

template<typename Constraint>
std::vector<const Subschema *> SchemaVisitor::branchesOf(const Constraint &constraint)
{
    std::vector<const Subschema *> schemas;
    constraint.applyToSubschemas([&](unsigned, const Subschema *schema) {
        schemas.push_back(schema);
        return true;
    });
    return schemas;
}

//! The hints of the only schema for this type of value, or all types that would fit.
bool SchemaVisitor::failBranches(const std::vector<const Subschema *> &schemas)
{
    if (!m_hints || schemas.empty())
        return false;
    if (m_branchDepth >= maxBranchDepth)
        return fail(Code::NoVariant);
    QStringList types;
    QList<QList<JsonHint>> others;
    ++m_branchDepth;
    for (const Subschema *schema : schemas) {
        QList<JsonHint> hints;
        fits(*schema, m_node, &hints);
        if (hints.size() == 1 && hints[0].node == m_node && hints[0].code == Code::WrongType)
            types += hints[0].expected;
        else
            others.append(hints);
    }
    --m_branchDepth;
    if (others.size() == 1 && !others[0].isEmpty()) {
        m_hints->append(others[0]);
        return false;
    }
    if (!others.isEmpty())
        return fail(Code::NoVariant);
    types.removeDuplicates();
    std::optional<QByteArray> fix;
    for (const QString &type : std::as_const(types)) {
        if (!fix)
            fix = convertedJson(m_tree, m_node, type);
    }
    return fail(Code::WrongType, types, {}, fix);
}

bool SchemaVisitor::visit(const AnyOfConstraint &constraint)
{
    const auto schemas = branchesOf(constraint);
    bool isUnknown = false;
    ++m_branchDepth;
    const bool result = std::ranges::any_of(schemas, [&](const Subschema *schema) {
        const Verdict verdict = branchVerdict(*schema);
        isUnknown = isUnknown || verdict == Verdict::Unknown;
        return verdict == Verdict::Fits;
    });
    --m_branchDepth;
    if (!result && isUnknown)
        return leaveUnknown();
    return result || failBranches(schemas);
}

bool SchemaVisitor::visit(const OneOfConstraint &constraint)
{
    const auto schemas = branchesOf(constraint);
    int fitting = 0;
    int unknown = 0;
    ++m_branchDepth;
    for (const Subschema *schema : schemas) {
        const Verdict verdict = branchVerdict(*schema);
        fitting += verdict == Verdict::Fits;
        unknown += verdict == Verdict::Unknown;
    }
    --m_branchDepth;
    if (fitting > 1)
        return fail(Code::NoVariant);
    if (unknown > 0)
        return leaveUnknown();
    return fitting == 1 || failBranches(schemas);
}

bool SchemaVisitor::visit(const NotConstraint &constraint)
{
    switch (verdict(*constraint.getSubschema(), m_node)) {
    case Verdict::Fits: return fail(Code::NotAllowed);
    case Verdict::Unknown: return leaveUnknown();
    case Verdict::Misses: break;
    }
    return true;
}

bool SchemaVisitor::visit(const ConditionalConstraint &constraint)
{
    const Verdict condition = verdict(*constraint.getIfSubschema(), m_node);
    if (condition == Verdict::Unknown)
        return leaveUnknown();
    const Subschema *then = condition == Verdict::Fits ? constraint.getThenSubschema()
                                                       : constraint.getElseSubschema();
    return !then || fits(*then, m_node, m_hints);
}

} // namespace modelscribe
