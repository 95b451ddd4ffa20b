// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemavisitor.h"

#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace modelscribe {

using namespace valijson::constraints;
using valijson::Subschema;

namespace {

constexpr int maxDepth = 4'000; //!< Schemas applied within each other.
constexpr int maxBranchDepth = 3;
constexpr qsizetype maxKeyText = 64 * 1024;

template<typename Text>
QByteArray bytes(const Text &text)
{
    return {text.data(), qsizetype(text.size())};
}

template<typename Constraint>
std::vector<const Subschema *> branchesOf(const Constraint &constraint)
{
    std::vector<const Subschema *> schemas;
    constraint.applyToSubschemas([&](unsigned, const Subschema *schema) {
        schemas.push_back(schema);
        return true;
    });
    return schemas;
}

//! nullopt: it is not known.
std::optional<bool> matchesKey(const QRegularExpression &pattern, const QByteArray &key)
{
    const QString text = key.size() <= maxKeyText ? QString::fromUtf8(key) : QString();
    if (text.isEmpty() && !key.isEmpty())
        return {};
    const QRegularExpressionMatch match = pattern.match(text);
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

} // namespace

bool SchemaVisitor::fits(const Subschema &schema, JsonNodeId node, QList<JsonHint> *hints)
{
    if (!m_at.spend(1) || m_depth >= maxDepth)
        return m_at.leaveUnknown();
    std::vector<const Subschema *> outerActive;
    if (m_depth == 0 || node != m_at.node)
        outerActive.swap(m_active);
    else if (std::ranges::find(m_active, &schema) != m_active.end())
        return m_at.leaveUnknown(); // it asks for itself
    const bool isSameNode = m_depth > 0 && node == m_at.node;
    m_active.push_back(&schema);
    const JsonNodeId outerNode = std::exchange(m_at.node, node);
    QList<JsonHint> *const outerHints = std::exchange(m_at.hints, hints);
    ++m_depth;
    bool result = true;
    if (schema.getAlwaysInvalid()) {
        result = m_at.failUnwanted(node);
    } else {
        Subschema::ApplyFunction apply = [this](const Constraint &constraint) {
            return !m_at.spend(1) || constraint.accept(*this);
        };
        result = hints ? schema.apply(apply) : schema.applyStrict(apply);
    }
    --m_depth;
    m_at.node = outerNode;
    m_at.hints = outerHints;
    m_active.pop_back();
    if (!isSameNode)
        m_active.swap(outerActive);
    return result;
}

bool SchemaVisitor::visit(const RequiredConstraint &constraint)
{
    if (!m_at.is(JsonKind::Object))
        return true;
    const SchemaSubject::Members own = m_at.members();
    bool result = true;
    constraint.applyToRequiredProperties([&](const auto &key) {
        if (!own.contains(bytes(key)))
            result = m_at.failMissing(bytes(key));
        return m_at.spend(1) && (result || m_at.hints);
    });
    return result;
}

bool SchemaVisitor::visit(const DependenciesConstraint &constraint)
{
    if (!m_at.is(JsonKind::Object))
        return true;
    const SchemaSubject::Members own = m_at.members();
    bool result = true;
    constraint.applyToPropertyDependencies([&](const auto &key, const auto &needed) {
        if (own.contains(bytes(key))) {
            for (const auto &other : needed) {
                if (!own.contains(bytes(other)))
                    result = m_at.failMissing(bytes(other));
            }
        }
        return m_at.spend(1);
    });
    constraint.applyToSchemaDependencies([&](const auto &key, const Subschema *schema) {
        if (own.contains(bytes(key)))
            result = fits(*schema, m_at.node, m_at.hints) && result;
        return m_at.spend(1);
    });
    return result;
}

bool SchemaVisitor::visit(const PropertiesConstraint &constraint)
{
    if (!m_at.is(JsonKind::Object))
        return true;
    const SchemaSubject::Members own = m_at.members();
    QSet<JsonNodeId> known;
    bool result = true;
    const auto check = [&](JsonNodeId child, const Subschema *schema) {
        known.insert(child);
        result = fits(*schema, child, m_at.hints) && result;
    };
    constraint.applyToProperties([&](const auto &key, const Subschema *schema) {
        const auto child = own.constFind(bytes(key));
        if (child != own.cend())
            check(*child, schema);
        return m_at.spend(1) && (result || m_at.hints);
    });
    bool isRestKnown = true;
    constraint.applyToPatternProperties([&](const auto &pattern, const Subschema *schema) {
        const auto expression = m_at.document.pattern(QString::fromUtf8(bytes(pattern)));
        isRestKnown = isRestKnown && expression.has_value();
        if (!expression)
            return m_at.leaveUnknown();
        for (auto child = own.cbegin(); child != own.cend() && m_at.spend(4); ++child) {
            const std::optional<bool> isMatch = matchesKey(*expression, child.key());
            if (isMatch.value_or(false))
                check(child.value(), schema);
            else if (!isMatch && m_at.leaveUnknown())
                known.insert(child.value());
        }
        return m_at.work > 0;
    });
    const Subschema *rest = constraint.getAdditionalPropertiesSubschema();
    for (const JsonNodeId child : own) {
        if (!isRestKnown || m_at.work <= 0 || known.contains(child))
            continue;
        if (!rest)
            result = m_at.failUnwanted(child);
        else
            check(child, rest);
    }
    return result;
}

bool SchemaVisitor::visit(const PropertyNamesConstraint &constraint)
{
    if (!m_at.is(JsonKind::Object))
        return true;
    bool result = true;
    for (const JsonNodeId child : m_at.members()) {
        const JsonTree name = JsonTree::parse(m_at.tree.rawKey(child).toByteArray());
        SchemaVisitor check(m_at.document, name, m_at.work);
        const Verdict verdict = check.verdict(*constraint.getSubschema(), 0);
        if (verdict == Verdict::Misses)
            result = m_at.failUnwanted(child);
        else if (verdict == Verdict::Unknown)
            m_at.leaveUnknown();
    }
    return result;
}

bool SchemaVisitor::visit(const SingularItemsConstraint &constraint)
{
    const Subschema *schema = constraint.getItemsSubschema();
    if (!m_at.is(JsonKind::Array) || !schema)
        return true;
    bool result = true;
    const JsonNodeId end = m_at.tree.after(m_at.node);
    for (JsonNodeId child = m_at.node + 1; child < end && m_at.work > 0;
         child = m_at.tree.after(child))
        result = fits(*schema, child, m_at.hints) && result;
    return result;
}

bool SchemaVisitor::visit(const LinearItemsConstraint &constraint)
{
    if (!m_at.is(JsonKind::Array))
        return true;
    std::vector<const Subschema *> schemas;
    constraint.applyToItemSubschemas([&](unsigned, const Subschema *schema) {
        schemas.push_back(schema);
        return true;
    });
    const Subschema *rest = constraint.getAdditionalItemsSubschema();
    bool result = true;
    size_t index = 0;
    const JsonNodeId end = m_at.tree.after(m_at.node);
    for (JsonNodeId child = m_at.node + 1; child < end && m_at.work > 0;
         child = m_at.tree.after(child)) {
        const Subschema *schema = index < schemas.size() ? schemas[index] : rest;
        result = (schema ? fits(*schema, child, m_at.hints) : m_at.failUnwanted(child)) && result;
        ++index;
    }
    return result;
}

bool SchemaVisitor::visit(const ContainsConstraint &constraint)
{
    if (!m_at.is(JsonKind::Array))
        return true;
    bool isUnknown = false;
    const JsonNodeId end = m_at.tree.after(m_at.node);
    for (JsonNodeId child = m_at.node + 1; child < end; child = m_at.tree.after(child)) {
        const Verdict one = verdict(*constraint.getSubschema(), child);
        if (one == Verdict::Fits)
            return true;
        isUnknown = isUnknown || one == Verdict::Unknown;
    }
    return isUnknown ? m_at.leaveUnknown() : m_at.fail(Code::NoVariant);
}

//! Without hints. What it rests on stays its own.
SchemaVisitor::Verdict SchemaVisitor::verdict(const Subschema &schema, JsonNodeId node)
{
    const bool outer = std::exchange(m_at.isUnknown, false);
    const bool result = fits(schema, node, nullptr);
    const bool isUnknown = std::exchange(m_at.isUnknown, outer) || m_at.work <= 0;
    if (!result)
        return Verdict::Misses;
    return isUnknown ? Verdict::Unknown : Verdict::Fits;
}

//! Of an alternative for the value at hand.
SchemaVisitor::Verdict SchemaVisitor::branchVerdict(const Subschema &schema)
{
    if (m_branchDepth < maxBranchDepth)
        return verdict(schema, m_at.node);
    const auto known = m_known.constFind({&schema, m_at.node});
    if (known != m_known.cend())
        return *known;
    const Verdict result = verdict(schema, m_at.node);
    m_known.insert({&schema, m_at.node}, result);
    return result;
}

bool SchemaVisitor::visit(const AllOfConstraint &constraint)
{
    bool result = true;
    constraint.applyToSubschemas([&](unsigned, const Subschema *schema) {
        result = fits(*schema, m_at.node, m_at.hints) && result;
        return result || m_at.hints;
    });
    return result;
}

//! The hints of the only schema for this type of value, or all types that would fit.
bool SchemaVisitor::failBranches(const std::vector<const Subschema *> &schemas)
{
    if (!m_at.hints || schemas.empty())
        return false;
    if (m_branchDepth >= maxBranchDepth)
        return m_at.fail(Code::NoVariant);
    QStringList types;
    QList<QList<JsonHint>> others;
    ++m_branchDepth;
    for (const Subschema *schema : schemas) {
        QList<JsonHint> hints;
        fits(*schema, m_at.node, &hints);
        if (hints.size() == 1 && hints[0].node == m_at.node && hints[0].code == Code::WrongType)
            types += hints[0].expected;
        else
            others.append(hints);
    }
    --m_branchDepth;
    if (others.size() == 1 && !others[0].isEmpty()) {
        m_at.hints->append(others[0]);
        return false;
    }
    if (!others.isEmpty())
        return m_at.fail(Code::NoVariant);
    types.removeDuplicates();
    std::optional<QByteArray> fix;
    for (const QString &type : std::as_const(types)) {
        if (!fix)
            fix = convertedJson(m_at.tree, m_at.node, type);
    }
    return m_at.fail(Code::WrongType, types, {}, fix);
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
        return m_at.leaveUnknown();
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
        return m_at.fail(Code::NoVariant);
    if (unknown > 0)
        return m_at.leaveUnknown();
    return fitting == 1 || failBranches(schemas);
}

bool SchemaVisitor::visit(const NotConstraint &constraint)
{
    switch (verdict(*constraint.getSubschema(), m_at.node)) {
    case Verdict::Fits: return m_at.fail(Code::NotAllowed);
    case Verdict::Unknown: return m_at.leaveUnknown();
    case Verdict::Misses: break;
    }
    return true;
}

bool SchemaVisitor::visit(const ConditionalConstraint &constraint)
{
    const Verdict condition = verdict(*constraint.getIfSubschema(), m_at.node);
    if (condition == Verdict::Unknown)
        return m_at.leaveUnknown();
    const Subschema *then = condition == Verdict::Fits ? constraint.getThenSubschema()
                                                       : constraint.getElseSubschema();
    return !then || fits(*then, m_at.node, m_at.hints);
}

} // namespace modelscribe
