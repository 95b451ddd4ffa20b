// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/schemasubject.h"

#include <valijson/constraints/concrete_constraints.hpp>

namespace modelscribe {

//! What a schema says of a value by itself: its type, size, spelling and the list it is to be from.
class SchemaValues
{
public:
    explicit SchemaValues(SchemaSubject &subject)
        : m_at(subject)
    {
    }

    bool fits(const valijson::constraints::ConstConstraint &constraint);
    bool fits(const valijson::constraints::EnumConstraint &constraint);
    bool fits(const valijson::constraints::FormatConstraint &constraint);
    bool fits(const valijson::constraints::MaximumConstraint &constraint);
    bool fits(const valijson::constraints::MaxItemsConstraint &constraint);
    bool fits(const valijson::constraints::MaxLengthConstraint &constraint);
    bool fits(const valijson::constraints::MaxPropertiesConstraint &constraint);
    bool fits(const valijson::constraints::MinimumConstraint &constraint);
    bool fits(const valijson::constraints::MinItemsConstraint &constraint);
    bool fits(const valijson::constraints::MinLengthConstraint &constraint);
    bool fits(const valijson::constraints::MinPropertiesConstraint &constraint);
    bool fits(const valijson::constraints::MultipleOfDoubleConstraint &constraint);
    bool fits(const valijson::constraints::PatternConstraint &constraint);
    bool fits(const valijson::constraints::TypeConstraint &constraint);
    bool fits(const valijson::constraints::UniqueItemsConstraint &constraint);

private:
    using Code = JsonHint::Code;
    using Type = valijson::constraints::TypeConstraint::JsonType;

    bool failNotInList(const QList<JsonNodeId> &values);
    JsonNumber boundOf(double place) const;
    QString boundText(double place) const;
    bool has(Type type) const;
    bool atMost(qint64 size, quint64 bound);
    bool atLeast(qint64 size, quint64 bound);
    QByteArray canonicalValue(JsonNodeId schemaNode);

    SchemaSubject &m_at;
    QHash<JsonNodeId, QByteArray> m_canonicalValues;
};

} // namespace modelscribe
