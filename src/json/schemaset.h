// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschema.h"

namespace modelscribe {

//! The schemas of one folder, listed in its index.json. A value; everything here may run on any
//! thread.
class SchemaSet
{
public:
    struct Entry
    {
        QString file;  //!< Name in the folder.
        QString title; //!< For lists. Untranslated.
        QString use;   //!< What it describes, such as "model.ExtraInfo".
        QStringList
            modelTypes; //!< Only for these; empty: for all that have no schema of their own.
        std::shared_ptr<const JsonSchema> schema;
    };

    //! Those that come with the program.
    static SchemaSet builtIn();
    static Result<SchemaSet> fromFolder(const QString &folder);
    //! A regular file of up to 2 MiB. Kind::Storage when it cannot be read, else as
    //! JsonSchema::fromText().
    static Result<std::shared_ptr<const JsonSchema>> fromFile(const QString &path);

    const QList<Entry> &entries() const { return m_entries; }
    //! nullptr when there is none. Model types are compared without regard to case.
    std::shared_ptr<const JsonSchema> schemaFor(const QString &use,
                                                const QString &modelType = {}) const;
    //! The schema that "$schema" of a document names: the $id of one of these, or a file by its
    //! absolute path or file: address. Nothing is ever fetched from a network.
    Result<std::shared_ptr<const JsonSchema>> resolve(const QString &reference) const;

private:
    QList<Entry> m_entries;
};

//! The string "$schema" of the object \p document; empty when there is none.
QString schemaReference(const JsonTree &document);

} // namespace modelscribe
