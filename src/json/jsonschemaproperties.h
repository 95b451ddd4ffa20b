// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschema.h"
#include "json/schemadocument.h"

namespace modelscribe {

//! JsonSchema::properties() and property(), from the schema's text.
QList<SchemaProperty> schemaProperties(const SchemaDocument &document, const JsonPath &path);
std::optional<SchemaProperty> schemaProperty(const SchemaDocument &document, const JsonPath &path);

} // namespace modelscribe
