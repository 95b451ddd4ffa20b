// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"
#include "json/schemadocument.h"

#include <valijson/internal/frozen_value.hpp>
#include <valijson/subschema.hpp>

namespace modelscribe {

//! A value of "enum" or "const": where it stands in the schema's text.
class SchemaValue final : public valijson::adapters::FrozenValue
{
public:
    explicit SchemaValue(JsonNodeId node)
        : m_node(node)
    {
    }

    JsonNodeId node() const { return m_node; }
    FrozenValue *clone() const override { return new SchemaValue(m_node); }
    bool equalTo(const valijson::adapters::Adapter &, bool) const override { return false; }

private:
    JsonNodeId m_node;
};

//! The format that a schema of which nothing is known demands.
inline constexpr char lostFormat[] = "\1lost";

//! Hints of \p tree against \p schema, which was made from \p document, unsorted. Needs a stack of
//! deepSchemaStack bytes.
QList<JsonHint> checkAgainst(const valijson::Subschema &schema, const SchemaDocument &document,
                             const JsonTree &tree);

inline constexpr uint deepSchemaStack = 64 * 1024 * 1024;

} // namespace modelscribe
