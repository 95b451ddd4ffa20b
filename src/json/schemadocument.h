// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"

#include <QHash>
#include <QRegularExpression>

#include <vector>

namespace modelscribe {

//! The text of a JSON Schema with its references looked up and its patterns read. What its
//! keywords demand of a document is not looked at here.
class SchemaDocument
{
public:
    //! Error::Kind::Decode when it is no JSON object, over 2 MiB, or has a reference to elsewhere,
    //! to nothing or in a circle, or a pattern that cannot be read.
    static Result<SchemaDocument> fromText(const QByteArray &utf8);

    const JsonTree &tree() const { return m_tree; }
    //! Like JsonTree::member(), for objects of any size.
    std::optional<JsonNodeId> member(JsonNodeId object, const QString &key) const;
    //! The text of a string member; empty when there is none.
    QString string(JsonNodeId object, const QString &key) const;
    //! The schema that "$ref" of \p schema leads to at last, or \p schema itself.
    JsonNodeId resolved(JsonNodeId schema) const { return m_references.value(schema, schema); }
    bool isReference(JsonNodeId schema) const { return m_references.contains(schema); }
    //! Null for a text that is no pattern of this schema.
    QRegularExpression pattern(const QString &text) const { return m_patterns.value(text); }

private:
    std::optional<Error> readSchemas();
    std::optional<Error> readReferences(const std::vector<JsonNodeId> &referring);
    std::optional<Error> addPattern(JsonNodeId node, const QString &text);
    void addSubschemas(JsonNodeId schema, std::vector<JsonNodeId> &to) const;
    std::optional<JsonNodeId> target(const QString &reference) const;

    JsonTree m_tree;
    QHash<std::pair<JsonNodeId, QString>, JsonNodeId> m_members;
    QHash<JsonNodeId, JsonNodeId> m_references;
    QHash<QString, QRegularExpression> m_patterns;
};

} // namespace modelscribe
