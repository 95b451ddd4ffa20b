// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/versionstore.h"

#include "localregistry/labelstore.h"
#include "localregistry/modelstore.h"
#include "localregistry/refusals.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int versionOwnColumns = 7;

QString selectVersions()
{
    return u"SELECT seq, model, name, user_id, owner_id, created, modified, "_s
           + columnList(versionBodyFields()) + u" FROM versions"_s;
}

//! The three numbers of a version name; one that is too large counts as 0.
std::array<qulonglong, 3> versionNumbers(const QString &name)
{
    const QStringList parts = name.section(u'_', 0, 0).split(u'.');
    std::array<qulonglong, 3> numbers{};
    for (qsizetype i = 0; i < 3 && i < parts.size(); ++i)
        numbers[size_t(i)] = parts[i].toULongLong();
    return numbers;
}

} // namespace

struct VersionStore::Row
{
    qint64 row = 0;
    qint64 model = 0;
    qint64 modified = 0;
    JsonObjectWriter json;
};

Result<VersionHandle> VersionStore::find(qint64 model, const QString &name)
{
    auto rows = m_database.read(
        u"SELECT seq, approval_status, modified FROM versions WHERE model = ? AND name = ?"_s,
        {model, name});
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return failure(refusals::versionNotFound(name));
    return VersionHandle{rows->value(0).toLongLong(), rows->value(1).toString(),
                         rows->value(2).toLongLong()};
}

Result<bool> VersionStore::exists(qint64 model, const QString &name)
{
    auto rows = m_database.read(u"SELECT 1 FROM versions WHERE model = ? AND name = ?"_s,
                                {model, name});
    if (!rows)
        return failure(rows.error());
    return rows->next();
}

Result<QString> VersionStore::nextName(qint64 model)
{
    auto rows = m_database.read(u"SELECT name FROM versions WHERE model = ?"_s, {model});
    if (!rows)
        return failure(rows.error());
    QStringList names;
    std::array<qulonglong, 3> highest{};
    while (rows->next()) {
        names.append(rows->value(0).toString());
        highest = std::max(highest, versionNumbers(names.last()));
    }
    // "0.2.0_beta" does not take the name 0.2.0, "0.2.0" does.
    QString name;
    do {
        ++highest[1];
        name = u"%1.%2.0"_s.arg(highest[0]).arg(highest[1]);
    } while (names.contains(name));
    return name;
}

Result<qint64> VersionStore::add(const NewVersion &version)
{
    QString columns = u"model, name, user_id, owner_id, created, modified"_s;
    QVariantList values{version.model,         version.name,    QString(localUserId),
                        QString(localOwnerId), version.created, version.created};
    for (const ColumnValue &value : version.values) {
        columns += u", "_s + value.column;
        values.append(value.value);
    }
    const QString marks = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto written = m_database.write(
        u"INSERT INTO versions (%1) VALUES (%2)"_s.arg(columns, marks), values);
    if (!written)
        return failure(written.error());
    return written->lastId;
}

Result<void> VersionStore::change(const VersionHandle &version, const ColumnValues &values,
                                  qint64 now)
{
    QString assignments = u"modified = ?"_s;
    QVariantList bound{std::max(now, version.modified + 1)};
    for (const ColumnValue &value : values) {
        assignments += u", %1 = ?"_s.arg(value.column);
        bound.append(value.value);
    }
    bound.append(version.row);
    const auto written = m_database.write(
        u"UPDATE versions SET %1 WHERE seq = ?"_s.arg(assignments), bound);
    if (!written)
        return failure(written.error());
    return {};
}

Result<void> VersionStore::remove(const VersionHandle &version)
{
    const auto written = m_database.write(u"DELETE FROM versions WHERE seq = ?"_s, {version.row});
    if (!written)
        return failure(written.error());
    return {};
}

Result<qint64> VersionStore::count(const Filter &filter)
{
    auto rows = m_database.read(u"SELECT count(*) FROM versions"_s + filter.clause(),
                                filter.values());
    if (!rows)
        return failure(rows.error());
    rows->next();
    return rows->value(0).toLongLong();
}

Result<QList<VersionStore::Row>> VersionStore::rows(const QString &whereOrderLimit,
                                                    const QVariantList &values)
{
    auto query = m_database.read(selectVersions() + whereOrderLimit, values);
    if (!query)
        return failure(query.error());
    QList<Row> result;
    QList<qint64> owners;
    const auto text = [&query](int column) { return jsonString(query->value(column).toString()); };
    while (query->next()) {
        Row row{query->value(0).toLongLong(),
                query->value(1).toLongLong(),
                query->value(6).toLongLong(),
                {}};
        row.json.add(u"VersionName", text(2));
        row.json.add(u"UserId", text(3));
        row.json.add(u"OwnerId", text(4));
        row.json.add(u"GmtCreateTime", '"' + serviceTime(query->value(5).toLongLong()) + '"');
        row.json.add(u"GmtModifiedTime", '"' + serviceTime(row.modified) + '"');
        addFields(row.json, *query, versionOwnColumns, versionBodyFields());
        owners.append(row.row);
        result.append(row);
    }
    const auto labels = LabelStore(m_database, LabelStore::Of::Versions).json(owners);
    if (!labels)
        return failure(labels.error());
    for (Row &row : result)
        row.json.add(u"Labels", labels->value(row.row, "[]"));
    return result;
}

Result<QList<JsonObjectWriter>> VersionStore::list(const QString &whereOrderLimit,
                                                   const QVariantList &values)
{
    return rows(whereOrderLimit, values).transform([](const QList<Row> &found) {
        QList<JsonObjectWriter> result;
        for (const Row &row : found)
            result.append(row.json);
        return result;
    });
}

Result<QHash<qint64, LatestVersion>> VersionStore::latest(const QList<qint64> &models)
{
    const QString where = u" WHERE seq IN (SELECT max(seq) FROM versions WHERE model IN (%1)"
                          " GROUP BY model)"_s.arg(idList(models));
    return rows(where, {}).transform([](const QList<Row> &found) {
        QHash<qint64, LatestVersion> result;
        for (const Row &row : found)
            result.insert(row.model, {row.json.take(), row.modified});
        return result;
    });
}

} // namespace modelscribe
