// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "json/jsonconversion.h"
#include "json/jsondifference.h"
#include "json/jsonhint.h"
#include "json/jsonrepair.h"
#include "json/schemagap.h"

#include <QString>

//! Translated sentences for what src/json/ says in facts, as plain text for one line. Sentences
//! about a JsonProblem are in model/wording.h.
namespace modelscribe::jsonwording {

//! "Usually a number", "At least 0", "One of: …".
QString hint(const JsonHint &hint);
//! What taking the hint's fix would do: "Make it 606056". Empty when it has none.
QString fix(const JsonHint &hint);
//! Why an edit through a tree was not made; see json/jsonedit.h and JsonDocument::edit().
QString editError(const Error &error);
//! "2 missing commas added".
QString repairStep(const JsonRepairStep &step);
//! "It reads as YAML.", and what is another way in JSON or left out.
QString yamlReading(const JsonConversion &conversion);
//! "Added", "Only spelled otherwise".
QString differenceKind(JsonDifference::Kind kind);
//! "object", "text": what people call a value of that kind.
QString kindName(JsonKind kind);
//! The same for a schema's name of a type, "integer" too; unknown names as they are.
QString typeName(const QString &schemaType);

//! What of a schema is left out, and where; empty when nothing is.
QString gaps(const QList<SchemaGap> &gaps);

} // namespace modelscribe::jsonwording
