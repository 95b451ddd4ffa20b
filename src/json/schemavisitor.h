// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/schemasubject.h"
#include "json/schemavalues.h"

#include <vector>

#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>

namespace modelscribe {

//! Applies what valijson read from a schema to a JsonTree: the schemas that a value, its members
//! and elements have to fit, within each other. valijson's own visitor tells sentences where facts
//! are needed, reads numbers as double and has no bounds. What a schema says of a single value is
//! decided by SchemaValues.
//!
//! What is not known, because a part of the schema cannot be used or would take too long, counts as
//! fitting, and makes everything that rests on it unknown too: "not" of it is no hint.
class SchemaVisitor final : public valijson::constraints::ConstraintVisitor
{
public:
    SchemaVisitor(const SchemaDocument &document, const JsonTree &tree, qint64 &work)
        : m_at{document, tree, work}
        , m_values(m_at)
    {
    }
    SchemaVisitor(const SchemaVisitor &) = delete;
    SchemaVisitor &operator=(const SchemaVisitor &) = delete;

    //! Whether \p node fits; with \p hints says what does not.
    bool fits(const valijson::Subschema &schema, JsonNodeId node, QList<JsonHint> *hints);

    bool visit(const AllOfConstraint &constraint) override;
    bool visit(const AnyOfConstraint &constraint) override;
    bool visit(const ConditionalConstraint &constraint) override;
    bool visit(const ConstConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const ContainsConstraint &constraint) override;
    bool visit(const DependenciesConstraint &constraint) override;
    bool visit(const EnumConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const FormatConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const LinearItemsConstraint &constraint) override;
    bool visit(const MaximumConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MaxItemsConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MaxLengthConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MaxPropertiesConstraint &constraint) override
    {
        return m_values.fits(constraint);
    }
    bool visit(const MinimumConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MinItemsConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MinLengthConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const MinPropertiesConstraint &constraint) override
    {
        return m_values.fits(constraint);
    }
    bool visit(const MultipleOfDoubleConstraint &constraint) override
    {
        return m_values.fits(constraint);
    }
    //! Never made: a divisor is carried as the place where it stands, as a double.
    bool visit(const MultipleOfIntConstraint &) override { return true; }
    bool visit(const NotConstraint &constraint) override;
    bool visit(const OneOfConstraint &constraint) override;
    bool visit(const PatternConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const PolyConstraint &) override { return true; }
    bool visit(const PropertiesConstraint &constraint) override;
    bool visit(const PropertyNamesConstraint &constraint) override;
    bool visit(const RequiredConstraint &constraint) override;
    bool visit(const SingularItemsConstraint &constraint) override;
    bool visit(const TypeConstraint &constraint) override { return m_values.fits(constraint); }
    bool visit(const UniqueItemsConstraint &constraint) override
    {
        return m_values.fits(constraint);
    }

private:
    using Code = JsonHint::Code;

    enum class Verdict { Fits, Unknown, Misses };

    bool failBranches(const std::vector<const valijson::Subschema *> &schemas);
    Verdict verdict(const valijson::Subschema &schema, JsonNodeId node);
    Verdict branchVerdict(const valijson::Subschema &schema);

    SchemaSubject m_at;
    SchemaValues m_values;
    int m_depth = 0;
    int m_branchDepth = 0;                             //!< Alternatives within alternatives.
    std::vector<const valijson::Subschema *> m_active; //!< Those being applied to the subject.
    //! Of alternatives deep within others, which would be tried again and again.
    QHash<std::pair<const valijson::Subschema *, JsonNodeId>, Verdict> m_known;
};

} // namespace modelscribe
