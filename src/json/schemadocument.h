// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"
#include "json/schemagap.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QUrl>

#include <vector>

namespace modelscribe {

//! The text of a JSON Schema with its references looked up and its patterns read. What its
//! keywords demand of a document is not looked at here.
class SchemaDocument
{
public:
    //! Error::Kind::Decode when it is no JSON object or boolean, is over 2 MiB, or is as a whole a
    //! reference that leads nowhere. Anything smaller that cannot be used is a gap.
    static Result<SchemaDocument> fromText(const QByteArray &utf8);

    const JsonTree &tree() const { return m_tree; }
    //! Like JsonTree::member(), for objects of any size.
    std::optional<JsonNodeId> member(JsonNodeId object, const QString &key) const;
    //! The text of a string member; empty when there is none.
    QString string(JsonNodeId object, const QString &key) const;
    //! The schema that "$ref" of \p schema leads to at last, or \p schema itself.
    JsonNodeId resolved(JsonNodeId schema) const { return m_references.value(schema, schema); }
    bool isReference(JsonNodeId schema) const { return m_references.contains(schema); }
    //! From each schema that is a reference to what it leads to at last.
    const QHash<JsonNodeId, JsonNodeId> &references() const { return m_references; }
    //! A reference that leads nowhere: nothing is known of what it demands.
    bool isLost(JsonNodeId schema) const { return m_lost.contains(schema); }
    //! nullopt: what it fits is not known.
    std::optional<QRegularExpression> pattern(const QString &text) const;
    //! What cannot be used, as it stands in the text.
    QList<SchemaGap> gaps() const;

private:
    void readSchemas(JsonNodeId from, JsonNodeId base, bool hasNames);
    void addSubschemas(JsonNodeId schema, std::vector<JsonNodeId> &to) const;
    JsonNodeId readName(JsonNodeId schema, JsonNodeId base);
    void lose(JsonNodeId schema, SchemaGap::Kind kind);
    void readReference(JsonNodeId schema, JsonNodeId reference);
    void followReferences();
    void readPatterns(JsonNodeId schema);
    void addPattern(JsonNodeId node, const QString &text);
    JsonNodeId baseAround(JsonNodeId node) const;
    std::optional<JsonNodeId> target(const QString &reference, JsonNodeId base) const;
    std::optional<JsonNodeId> pointedTo(JsonNodeId from, const QString &pointer) const;

    JsonTree m_tree;
    QHash<std::pair<JsonNodeId, QString>, JsonNodeId> m_members;
    //! Every schema, wherever it stands, with the one whose "$id" its references begin at.
    std::vector<JsonNodeId> m_schemas;
    QHash<JsonNodeId, JsonNodeId> m_bases;
    QHash<JsonNodeId, QUrl> m_urls; //!< Of those that are bases.
    QHash<QString, JsonNodeId> m_names;
    QHash<JsonNodeId, JsonNodeId> m_references;
    QHash<JsonNodeId, SchemaGap::Kind> m_lost;
    QHash<QString, std::optional<QRegularExpression>> m_patterns;
    QMap<JsonNodeId, SchemaGap::Kind> m_gaps; //!< By the keyword.
};

} // namespace modelscribe
