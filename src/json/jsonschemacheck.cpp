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
        return leaveUnknown();
    std::vector<const Subschema *> outerActive;
    if (m_depth == 0 || node != m_node)
        outerActive.swap(m_active);
    else if (std::ranges::find(m_active, &schema) != m_active.end())
        return leaveUnknown(); // it asks for itself
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

//! nullopt: it is not known.
std::optional<bool> SchemaVisitor::matchesKey(const QRegularExpression &pattern,
                                              const QByteArray &key)
{
    const QString text = key.size() <= maxKeyText ? QString::fromUtf8(key) : QString();
    if (text.isEmpty() && !key.isEmpty())
        return {};
    const QRegularExpressionMatch match = pattern.match(text);
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
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
    bool isRestKnown = true;
    constraint.applyToPatternProperties([&](const auto &pattern, const Subschema *schema) {
        const auto expression = m_document.pattern(QString::fromUtf8(bytes(pattern)));
        isRestKnown = isRestKnown && expression.has_value();
        if (!expression)
            return leaveUnknown();
        for (auto child = own.cbegin(); child != own.cend() && spend(4); ++child) {
            const std::optional<bool> isMatch = matchesKey(*expression, child.key());
            if (isMatch.value_or(false))
                check(child.value(), schema);
            else if (!isMatch && leaveUnknown())
                known.insert(child.value());
        }
        return m_work > 0;
    });
    const Subschema *rest = constraint.getAdditionalPropertiesSubschema();
    for (const JsonNodeId child : own) {
        if (!isRestKnown || m_work <= 0 || known.contains(child))
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
        const Verdict verdict = check.verdict(*constraint.getSubschema(), 0);
        if (verdict == Verdict::Misses)
            result = failUnwanted(child);
        else if (verdict == Verdict::Unknown)
            leaveUnknown();
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
    bool isUnknown = false;
    const JsonNodeId end = m_tree.after(m_node);
    for (JsonNodeId child = m_node + 1; child < end; child = m_tree.after(child)) {
        const Verdict one = verdict(*constraint.getSubschema(), child);
        if (one == Verdict::Fits)
            return true;
        isUnknown = isUnknown || one == Verdict::Unknown;
    }
    return isUnknown ? leaveUnknown() : fail(Code::NoVariant);
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
