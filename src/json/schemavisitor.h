// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschemacheck.h"
#include "json/jsonvalues.h"

#include <vector>

#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>

namespace modelscribe {

//! Applies what valijson read from a schema to a JsonTree. valijson's own visitor tells sentences
//! where facts are needed, reads numbers as double and has no bounds.
//!
//! What is not known, because a part of the schema cannot be used or would take too long, counts as
//! fitting, and makes everything that rests on it unknown too: "not" of it is no hint.
class SchemaVisitor final : public valijson::constraints::ConstraintVisitor
{
public:
    SchemaVisitor(const SchemaDocument &document, const JsonTree &tree, qint64 &work)
        : m_document(document)
        , m_tree(tree)
        , m_work(work)
    {
    }

    //! Whether \p node fits; with \p hints says what does not.
    bool fits(const valijson::Subschema &schema, JsonNodeId node, QList<JsonHint> *hints);

    bool visit(const AllOfConstraint &constraint) override;
    bool visit(const AnyOfConstraint &constraint) override;
    bool visit(const ConditionalConstraint &constraint) override;
    bool visit(const ConstConstraint &constraint) override;
    bool visit(const ContainsConstraint &constraint) override;
    bool visit(const DependenciesConstraint &constraint) override;
    bool visit(const EnumConstraint &constraint) override;
    bool visit(const FormatConstraint &constraint) override;
    bool visit(const LinearItemsConstraint &constraint) override;
    bool visit(const MaximumConstraint &constraint) override;
    bool visit(const MaxItemsConstraint &constraint) override;
    bool visit(const MaxLengthConstraint &constraint) override;
    bool visit(const MaxPropertiesConstraint &constraint) override;
    bool visit(const MinimumConstraint &constraint) override;
    bool visit(const MinItemsConstraint &constraint) override;
    bool visit(const MinLengthConstraint &constraint) override;
    bool visit(const MinPropertiesConstraint &constraint) override;
    bool visit(const MultipleOfDoubleConstraint &constraint) override;
    //! Never made: a divisor is carried as the place where it stands, as a double.
    bool visit(const MultipleOfIntConstraint &) override { return true; }
    bool visit(const NotConstraint &constraint) override;
    bool visit(const OneOfConstraint &constraint) override;
    bool visit(const PatternConstraint &constraint) override;
    bool visit(const PolyConstraint &) override { return true; }
    bool visit(const PropertiesConstraint &constraint) override;
    bool visit(const PropertyNamesConstraint &constraint) override;
    bool visit(const RequiredConstraint &constraint) override;
    bool visit(const SingularItemsConstraint &constraint) override;
    bool visit(const TypeConstraint &constraint) override;
    bool visit(const UniqueItemsConstraint &constraint) override;

private:
    using Code = JsonHint::Code;
    using Members = QHash<QByteArray, JsonNodeId>;

    enum class Verdict { Fits, Unknown, Misses };

    bool is(JsonKind kind) const { return m_tree.kind(m_node) == kind; }
    bool spend(qint64 work) { return (m_work -= work) > 0; }
    Members members();
    JsonNumber number() const { return JsonNumber::fromText(m_tree.rawValue(m_node)); }
    bool fail(Code code, const QStringList &expected = {}, const QString &detail = {},
              const std::optional<QByteArray> &fix = {});
    bool failAt(JsonNodeId node, JsonRange range, Code code, const QStringList &expected = {});
    bool failMissing(const QByteArray &key);
    bool failUnwanted(JsonNodeId node);
    bool failNotInList(const QList<JsonNodeId> &values);
    bool failBranches(const std::vector<const valijson::Subschema *> &schemas);
    template<typename Constraint>
    std::vector<const valijson::Subschema *> branchesOf(const Constraint &constraint);
    bool leaveUnknown();
    Verdict verdict(const valijson::Subschema &schema, JsonNodeId node);
    Verdict branchVerdict(const valijson::Subschema &schema);
    static std::optional<bool> matchesKey(const QRegularExpression &pattern, const QByteArray &key);
    JsonNumber boundOf(double place) const;
    QString boundText(double place) const;
    bool has(TypeConstraint::JsonType type) const;
    bool atMost(qint64 size, quint64 bound);
    bool atLeast(qint64 size, quint64 bound);
    QByteArray canonicalValue(JsonNodeId schemaNode);

    const SchemaDocument &m_document;
    const JsonTree &m_tree;
    qint64 &m_work;
    JsonNodeId m_node = 0;
    QList<JsonHint> *m_hints = nullptr; //!< nullptr: only whether it fits.
    bool m_isUnknown = false;           //!< What is being decided rests on something unknown.
    int m_depth = 0;
    int m_branchDepth = 0;                             //!< Alternatives within alternatives.
    std::vector<const valijson::Subschema *> m_active; //!< Those being applied to m_node.
    //! Of alternatives deep within others, which would be tried again and again.
    QHash<std::pair<const valijson::Subschema *, JsonNodeId>, Verdict> m_known;
    QHash<JsonNodeId, QByteArray> m_canonicalValues;
};

} // namespace modelscribe
