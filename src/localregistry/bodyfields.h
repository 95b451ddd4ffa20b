// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "core/result.h"
#include "localregistry/storedlabel.h"

#include <QSqlQuery>
#include <QVariantList>

#include <limits>
#include <span>

namespace modelscribe {

//! One member of a model or a version that callers may set, its column, and what is checked.
struct BodyField
{
    enum class Type { Text, Integer, Object };

    QStringView key;
    QLatin1StringView column;
    Type type = Type::Text;
    bool required = false;       //!< On create; never empty.
    bool fixed = false;          //!< Cannot be changed afterwards.
    QLatin1StringView choices{}; //!< "A|B": nothing else; empty: anything.
    qsizetype maxLength = std::numeric_limits<qsizetype>::max(); //!< Code points, or bytes.
};

//! What UpdateModel and CreateModel take (contract section 2.3), except labels and workspace.
std::span<const BodyField> modelBodyFields();
//! What CreateModelVersion takes (contract section 3.1), except the name and labels.
std::span<const BodyField> versionBodyFields();

//! "a, b, c": the columns of \p fields.
QString columnList(std::span<const BodyField> fields);
//! Adds what \p row holds from column \p first on; NULL is left out.
void addFields(JsonObjectWriter &writer, const QSqlQuery &row, int first,
               std::span<const BodyField> fields);

struct ColumnValue
{
    QLatin1StringView column;
    QVariant value; //!< Null: cleared.
};
using ColumnValues = QList<ColumnValue>;

//! The members of a request body; an empty body has none. null counts as absent, the last of equal
//! keys counts.
class BodyReader
{
public:
    enum class Purpose { Create, Update };

    static Result<BodyReader> read(const QByteArray &body);

    //! nullopt when absent.
    std::optional<JsonText> value(QStringView key) const;
    Result<std::optional<QString>> text(QStringView key) const;
    //! [{Key, Value}, …] checked by contract section 2.6; of equal keys the last counts.
    Result<std::optional<QList<StoredLabel>>> labels(QStringView key) const;
    Result<ColumnValues> fields(std::span<const BodyField> fields, Purpose purpose) const;

private:
    QList<RawMember> m_members;
};

} // namespace modelscribe
