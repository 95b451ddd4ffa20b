// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsonhint.h"
#include "json/schemagap.h"

#include <memory>

namespace modelscribe {

//! What a schema says about one member, for forms and completion.
struct SchemaProperty
{
    QString key;
    QString title; //!< Empty: none.
    QString description;
    QList<JsonKind> kinds; //!< Empty: any. "integer" is Number with isInteger.
    bool isInteger = false;
    bool isRequired = false;
    QString format;             //!< "uri", "date-time", … or empty.
    QString widget;             //!< "x-widget" of the schema: "stars", "pictures" or empty.
    QList<QByteArray> values;   //!< Raw JSON of enum or const.
    QList<QByteArray> examples; //!< Raw JSON.
    std::optional<double> minimum, maximum;
    QList<JsonKind> elementKinds; //!< Of an array's elements.
    QString elementFormat;

    friend bool operator==(const SchemaProperty &, const SchemaProperty &) = default;
};

//! A JSON Schema (draft 7). Never fetches anything: a $ref to another document is a gap. A value
//! that never changes; share it between threads.
class JsonSchema
{
public:
    ~JsonSchema();
    //! Error::Kind::Decode with a reason when \p utf8 is no usable schema: neither a JSON object
    //! nor a boolean, over 2 MiB, a keyword with a value that it cannot have, nothing but a $ref
    //! that leads nowhere.
    static Result<std::shared_ptr<const JsonSchema>> fromText(const QByteArray &utf8);

    QString id() const;    //!< "$id" or empty.
    QString title() const; //!< "title" or empty.
    //! The parts that cannot be used, in the schema's order.
    QList<SchemaGap> gaps() const;
    //! Hints for \p tree, in document order, the first thousand.
    QList<JsonHint> check(const JsonTree &tree) const;
    //! The members that the object at \p path may have, in the schema's order.
    QList<SchemaProperty> properties(const JsonPath &path) const;
    //! What it says about the value at \p path; nullopt: nothing.
    std::optional<SchemaProperty> property(const JsonPath &path) const;

private:
    JsonSchema();
    struct Private;
    std::unique_ptr<Private> d;
};

//! Duplicate keys as hints.
QList<JsonHint> duplicateKeyHints(const JsonTree &tree);

} // namespace modelscribe
