// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonschemacheck.h"

#include "json/schemavisitor.h"

namespace modelscribe {

//! A schema can ask for work that grows without bounds; what is left over stays unchecked.
constexpr qint64 maxWork = 5'000'000;

QList<JsonHint> checkAgainst(const valijson::Subschema &schema, const SchemaDocument &document,
                             const JsonTree &tree)
{
    QList<JsonHint> hints;
    qint64 work = maxWork;
    SchemaVisitor(document, tree, work).fits(schema, 0, &hints);
    return hints;
}

} // namespace modelscribe
