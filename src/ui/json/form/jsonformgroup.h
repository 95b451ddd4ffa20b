// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonpath.h"
#include "json/jsonschema.h"
#include "json/jsontree.h"

#include <QHash>
#include <QStringList>

class QWidget;

namespace modelscribe {

class ElidedLabel;
class JsonDocument;
class JsonFormField;

//! One object of a form: its heading, the fields of its members, and a field for what stands there
//! instead of an object. Its widgets belong to the box, and that to the form.
class JsonFormGroup
{
public:
    //! The object, and the members that have fields, in a tree; the count of all others.
    struct Found
    {
        std::optional<JsonNodeId> object;
        QHash<QString, JsonNodeId> members;
        quint32 others = 0;
    };
    using Inner = QList<std::pair<JsonPath, SchemaProperty>>;

    //! The outermost object.
    explicit JsonFormGroup(JsonDocument &document);
    //! \p property of the object around it, whose members are \p siblings.
    JsonFormGroup(JsonDocument &document, const JsonPath &path, const SchemaProperty &property,
                  const QStringList &siblings);

    //! Returns those that are objects with members of their own, which stand below the others.
    Inner addFields(const QList<SchemaProperty> &properties);

    QWidget *box() const { return m_box; }
    bool isOutermost() const { return m_path.isEmpty(); }
    const QStringList &keys() const { return m_keys; }
    const QList<JsonFormField *> &fields() const { return m_fields; }
    JsonFormField *whole() const { return m_whole; } //!< nullptr: the outermost object.
    JsonPath pathOf(const JsonFormField &field) const;
    QString placeOf(const JsonFormField &field) const; //!< As what is unfinished names it.

    Found findIn(const JsonTree &tree) const;
    //! \p found in the document's tree.
    void show(const Found &found);

private:
    JsonDocument &m_document;
    JsonPath m_path; //!< Of the object.
    QStringList m_keys;
    QWidget *m_box;
    JsonFormField *m_whole = nullptr;
    QList<JsonFormField *> m_fields;
};

} // namespace modelscribe
