// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryrecovery.h"

#include "localregistry/bodyfields.h"
#include "localregistry/database.h"
#include "sqlite/pagescan.h"
#include "sqlite/walcheck.h"

#include <QMap>
#include <QSet>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 mostRecovered = qint64(1024) * 1024 * 1024;
constexpr qint64 latestTime = 253'402'300'799'999; // the end of the year 9999

//! What makes a row one of a table. A letter a column: k its key, i and I a number, t and T a text,
//! o an object, a any bytes; capital letters are always there, but small ones may be NULL.
struct RecoveredTable
{
    QLatin1StringView name;
    QLatin1StringView shape;
};

// In the order in which one refers to the other.
constexpr std::array recoveredTables = {
    RecoveredTable{"workspaces"_L1, "TTttTIataaII"_L1},
    RecoveredTable{"models"_L1, "kTTTTTIITtTttttitio"_L1},
    RecoveredTable{"model_labels"_L1, "kITT"_L1},
    RecoveredTable{"versions"_L1, "kITtTttTtTtoooooooTTII"_L1},
    RecoveredTable{"version_labels"_L1, "kITT"_L1},
};

bool fits(char letter, const QVariant &value)
{
    if (value.isNull())
        return QByteArrayView("itoa").contains(letter);
    const int type = value.typeId();
    switch (letter) {
    case 'k': return type == QMetaType::LongLong && value.toLongLong() > 0;
    case 'i':
    case 'I': return type == QMetaType::LongLong;
    case 't':
    case 'T': return type == QMetaType::QString;
    case 'o':
        return type == QMetaType::QByteArray && BodyReader::read(value.toByteArray()).has_value();
    default: return type == QMetaType::QByteArray;
    }
}

bool fits(const RecoveredTable &table, const QVariantList &row)
{
    if (row.size() != table.shape.size())
        return false;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (!fits(table.shape[i].toLatin1(), row[i]))
            return false;
    }
    if (table.name != "models"_L1)
        return true;
    const auto isTime = [](const QVariant &value) {
        return value.toLongLong() >= 0 && value.toLongLong() <= latestTime;
    };
    return row[1].toString().startsWith("model-"_L1) && isTime(row[6]) && isTime(row[7]);
}

struct FoundRows
{
    std::array<QList<QVariantList>, recoveredTables.size()> rows;
    QMap<quint32, QList<QVariantList>> strayLabels; //!< By page; of models or of versions.

    void take(const pagescan::RowPlace &place, const QVariantList &row)
    {
        const QString &table = place.table;
        for (size_t i = 0; i < recoveredTables.size(); ++i) {
            const bool isOfTable = table.isEmpty() || table == recoveredTables[i].name;
            if (!isOfTable || !fits(recoveredTables[i], row))
                continue;
            if (table.isEmpty() && recoveredTables[i].shape == recoveredTables[2].shape)
                strayLabels[place.page].append(row);
            else
                rows[i].append(row);
            return;
        }
    }
};

//! Inserts rows as far as what they refer to is there.
class RegistryFiller
{
public:
    explicit RegistryFiller(Database &database)
        : m_database(database)
    {
    }

    Result<void> add(size_t table, const QVariantList &row)
    {
        if (!hasOwner(table, row))
            return {};
        const QString marks = QStringList(row.size(), u"?"_s).join(u", "_s);
        const auto added = m_database.write(
            u"INSERT OR %1 INTO %2 VALUES (%3)"_s.arg(table == 0 ? u"REPLACE"_s : u"IGNORE"_s,
                                                      recoveredTables[table].name, marks),
            row);
        if (!added)
            return failure(added.error());
        if (table == 0)
            m_workspaces.insert(row[0].toString());
        else if (added->rows > 0 && (table == 1 || table == 3))
            (table == 1 ? m_models : m_versions).insert(row[0].toLongLong());
        return {};
    }

    //! The labels of a page are taken when one of them can have only one kind of owner.
    Result<void> addStrayLabels(const QList<QVariantList> &rows)
    {
        bool areOfModels = false;
        bool areOfVersions = false;
        for (const QVariantList &row : rows) {
            const qint64 owner = row[1].toLongLong();
            if (m_models.contains(owner) != m_versions.contains(owner))
                (m_models.contains(owner) ? areOfModels : areOfVersions) = true;
        }
        for (const QVariantList &row : rows) {
            if (areOfModels == areOfVersions)
                break;
            if (const auto added = add(areOfModels ? 2 : 4, row); !added)
                return added;
        }
        return {};
    }

    int models() const { return int(m_models.size()); }

private:
    bool hasOwner(size_t table, const QVariantList &row) const
    {
        if (table == 0)
            return true;
        if (table == 1)
            return m_workspaces.contains(row[2].toString());
        return (table == 4 ? m_versions : m_models).contains(row[1].toLongLong());
    }

    Database &m_database;
    QSet<QString> m_workspaces{u"1"_s, u"2"_s}; //!< Each registry has these.
    QSet<qint64> m_models;
    QSet<qint64> m_versions;
};

} // namespace

bool holdsRegistryRows(const QString &file)
{
    constexpr qint64 mostLooked = 64 * 1024 * 1024;
    bool found = false;
    pagescan::forEachRow(file, true, mostLooked, [&found](const QVariantList &row) {
        found = found || fits(recoveredTables[0], row) || fits(recoveredTables[1], row);
    });
    return found;
}

Result<int> recoverRegistry(const QString &file, Database &database)
{
    RegistryFiller filler(database);
    for (const bool withWal : {true, false}) {
        // A WAL that is not whole may hide good pages. One that is whole may have deleted them.
        if (!withWal && !pagescan::isWalBroken(file))
            break;
        FoundRows found;
        pagescan::forEachTableRow(file, withWal, mostRecovered,
                                  [&found](const pagescan::RowPlace &place,
                                           const QVariantList &row) { found.take(place, row); });
        for (size_t table = withWal ? 0 : 1; table < recoveredTables.size(); ++table) {
            for (const QVariantList &row : found.rows[table]) {
                if (const auto added = filler.add(table, row); !added)
                    return failure(added.error());
            }
        }
        for (const QList<QVariantList> &page : std::as_const(found.strayLabels)) {
            if (const auto added = filler.addStrayLabels(page); !added)
                return failure(added.error());
        }
    }
    return filler.models();
}

} // namespace modelscribe
