// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonschemacheck.h"

#include "core/jsonwriter.h"
#include "json/schemavisitor.h"

#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

using namespace valijson::constraints;
using valijson::Subschema;

namespace {

//! A schema can ask for work that grows without bounds; what is left over stays unchecked.
constexpr qint64 maxWork = 5'000'000;
constexpr qsizetype maxUnsortedHints = 20'000; //!< Before they are sorted.
constexpr int maxDepth = 4'000;                //!< Schemas applied within each other.
constexpr int maxBranchDepth = 3;
constexpr qsizetype maxKeyText = 64 * 1024;

template<typename Text>
QByteArray bytes(const Text &text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

bool SchemaVisitor::fits(const Subschema &schema, JsonNodeId node, QList<JsonHint> *hints)
{
    if (!spend(1) || m_depth >= maxDepth)
        return true;
    std::vector<const Subschema *> outerActive;
    if (m_depth == 0 || node != m_node)
        outerActive.swap(m_active);
    else if (std::ranges::find(m_active, &schema) != m_active.end())
        return true; // it asks for itself
    const bool isSameNode = m_depth > 0 && node == m_node;
    m_active.push_back(&schema);
    const JsonNodeId outerNode = std::exchange(m_node, node);
    QList<JsonHint> *const outerHints = std::exchange(m_hints, hints);
    ++m_depth;
    bool result = true;
    if (schema.getAlwaysInvalid()) {
        result = failUnwanted(node);
    } else {
        Subschema::ApplyFunction apply = [this](const Constraint &constraint) {
            return !spend(1) || constraint.accept(*this);
        };
        result = hints ? schema.apply(apply) : schema.applyStrict(apply);
    }
    --m_depth;
    m_node = outerNode;
    m_hints = outerHints;
    m_active.pop_back();
    if (!isSameNode)
        m_active.swap(outerActive);
    return result;
}

bool SchemaVisitor::fitsQuietly(const Subschema &schema, JsonNodeId node)
{
    if (m_branchDepth < maxBranchDepth)
        return fits(schema, node, nullptr);
    const auto known = m_known.constFind({&schema, node});
    if (known != m_known.cend())
        return *known;
    const bool result = fits(schema, node, nullptr);
    m_known.insert({&schema, node}, result);
    return result;
}

bool SchemaVisitor::failAt(JsonNodeId node, JsonRange range, Code code, const QStringList &expected)
{
    if (m_hints && m_hints->size() < maxUnsortedHints)
        m_hints->append({.code = code, .node = node, .range = range, .expected = expected});
    return false;
}

bool SchemaVisitor::fail(Code code, const QStringList &expected, const QString &detail,
                         const std::optional<QByteArray> &fix)
{
    if (!m_hints || m_hints->size() >= maxUnsortedHints)
        return false;
    const JsonRange range = m_tree.valueRange(m_node);
    JsonHint hint{
        .code = code, .node = m_node, .range = range, .expected = expected, .detail = detail};
    if (fix)
        hint.fix.append({range.begin, range.end, *fix});
    m_hints->append(hint);
    return false;
}

bool SchemaVisitor::failMissing(const QByteArray &key)
{
    const qsizetype begin = m_tree.valueRange(m_node).begin;
    return failAt(m_node, {begin, begin + 1}, Code::MissingMember, {QString::fromUtf8(key)});
}

bool SchemaVisitor::failUnwanted(JsonNodeId node)
{
    return failAt(node, m_tree.hasKey(node) ? m_tree.keyRange(node) : m_tree.valueRange(node),
                  Code::NotAllowed);
}

SchemaVisitor::Members SchemaVisitor::members()
{
    Members result;
    spend(m_tree.childCount(m_node));
    for (JsonNodeId child = m_node + 1; child < m_tree.after(m_node); child = m_tree.after(child)) {
        const QByteArrayView raw = m_tree.rawKey(child);
        const QByteArray key = raw.contains('\\') ? utf8KeepingSurrogates(m_tree.key(child))
                                                  : raw.sliced(1, raw.size() - 2).toByteArray();
        result.insert(key, child); // of a repeated key readers take the last
    }
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
    ++m_branchDepth;
    const bool result = std::ranges::any_of(
        schemas, [this](const Subschema *schema) { return fitsQuietly(*schema, m_node); });
    --m_branchDepth;
    return result || failBranches(schemas);
}

bool SchemaVisitor::visit(const OneOfConstraint &constraint)
{
    const auto schemas = branchesOf(constraint);
    ++m_branchDepth;
    const auto fitting = std::ranges::count_if(
        schemas, [this](const Subschema *schema) { return fitsQuietly(*schema, m_node); });
    --m_branchDepth;
    if (fitting == 0)
        return failBranches(schemas);
    return fitting == 1 || m_work <= 0 || fail(Code::NoVariant);
}

bool SchemaVisitor::visit(const NotConstraint &constraint)
{
    return !fits(*constraint.getSubschema(), m_node, nullptr) || m_work <= 0
           || fail(Code::NotAllowed);
}

bool SchemaVisitor::visit(const ConditionalConstraint &constraint)
{
    const Subschema *then = fits(*constraint.getIfSubschema(), m_node, nullptr)
                                ? constraint.getThenSubschema()
                                : constraint.getElseSubschema();
    return !then || fits(*then, m_node, m_hints);
}

bool SchemaVisitor::visit(const RequiredConstraint &constraint)
{
    if (!is(JsonKind::Object))
        return true;
    const Members own = members();
    bool result = true;
    constraint.applyToRequiredProperties([&](const auto &key) {
        if (!own.contains(bytes(key)))
            result = failMissing(bytes(key));
        return spend(1) && (result || m_hints);
    });
    return result;
}

bool SchemaVisitor::visit(const DependenciesConstraint &constraint)
{
    if (!is(JsonKind::Object))
        return true;
    const Members own = members();
    bool result = true;
    constraint.applyToPropertyDependencies([&](const auto &key, const auto &needed) {
        if (own.contains(bytes(key))) {
            for (const auto &other : needed) {
                if (!own.contains(bytes(other)))
                    result = failMissing(bytes(other));
            }
        }
        return spend(1);
    });
    constraint.applyToSchemaDependencies([&](const auto &key, const Subschema *schema) {
        if (own.contains(bytes(key)))
            result = fits(*schema, m_node, m_hints) && result;
        return spend(1);
    });
    return result;
}

bool SchemaVisitor::visit(const PropertiesConstraint &constraint)
{
    if (!is(JsonKind::Object))
        return true;
    const Members own = members();
    QSet<JsonNodeId> known;
    bool result = true;
    const auto check = [&](JsonNodeId child, const Subschema *schema) {
        known.insert(child);
        result = fits(*schema, child, m_hints) && result;
    };
    constraint.applyToProperties([&](const auto &key, const Subschema *schema) {
        const auto child = own.constFind(bytes(key));
        if (child != own.cend())
            check(*child, schema);
        return spend(1) && (result || m_hints);
    });
    constraint.applyToPatternProperties([&](const auto &pattern, const Subschema *schema) {
        const QRegularExpression expression = m_document.pattern(QString::fromUtf8(bytes(pattern)));
        for (auto child = own.cbegin(); child != own.cend() && spend(4); ++child) {
            if (child.key().size() <= maxKeyText
                && expression.match(QString::fromUtf8(child.key())).hasMatch())
                check(child.value(), schema);
        }
        return m_work > 0;
    });
    const Subschema *rest = constraint.getAdditionalPropertiesSubschema();
    for (const JsonNodeId child : own) {
        if (m_work <= 0 || known.contains(child))
            continue;
        if (!rest)
            result = failUnwanted(child);
        else
            check(child, rest);
    }
    return result;
}

bool SchemaVisitor::visit(const PropertyNamesConstraint &constraint)
{
    if (!is(JsonKind::Object))
        return true;
    bool result = true;
    for (const JsonNodeId child : members()) {
        const JsonTree name = JsonTree::parse(m_tree.rawKey(child).toByteArray());
        SchemaVisitor check(m_document, name, m_work);
        if (!check.fits(*constraint.getSubschema(), 0, nullptr))
            result = failUnwanted(child);
    }
    return result;
}

bool SchemaVisitor::visit(const SingularItemsConstraint &constraint)
{
    const Subschema *schema = constraint.getItemsSubschema();
    if (!is(JsonKind::Array) || !schema)
        return true;
    bool result = true;
    const JsonNodeId end = m_tree.after(m_node);
    for (JsonNodeId child = m_node + 1; child < end && m_work > 0; child = m_tree.after(child))
        result = fits(*schema, child, m_hints) && result;
    return result;
}

bool SchemaVisitor::visit(const LinearItemsConstraint &constraint)
{
    if (!is(JsonKind::Array))
        return true;
    std::vector<const Subschema *> schemas;
    constraint.applyToItemSubschemas([&](unsigned, const Subschema *schema) {
        schemas.push_back(schema);
        return true;
    });
    const Subschema *rest = constraint.getAdditionalItemsSubschema();
    bool result = true;
    size_t index = 0;
    const JsonNodeId end = m_tree.after(m_node);
    for (JsonNodeId child = m_node + 1; child < end && m_work > 0; child = m_tree.after(child)) {
        const Subschema *schema = index < schemas.size() ? schemas[index] : rest;
        result = (schema ? fits(*schema, child, m_hints) : failUnwanted(child)) && result;
        ++index;
    }
    return result;
}

bool SchemaVisitor::visit(const ContainsConstraint &constraint)
{
    if (!is(JsonKind::Array))
        return true;
    const JsonNodeId end = m_tree.after(m_node);
    for (JsonNodeId child = m_node + 1; child < end; child = m_tree.after(child)) {
        if (fits(*constraint.getSubschema(), child, nullptr))
            return true;
    }
    return fail(Code::NoVariant);
}

QList<JsonHint> checkAgainst(const Subschema &schema, const SchemaDocument &document,
                             const JsonTree &tree)
{
    QList<JsonHint> hints;
    qint64 work = maxWork;
    SchemaVisitor(document, tree, work).fits(schema, 0, &hints);
    return hints;
}

} // namespace modelscribe
