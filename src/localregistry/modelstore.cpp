// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/modelstore.h"

#include "localregistry/labelstore.h"
#include "localregistry/refusals.h"
#include "localregistry/versionstore.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int modelOwnColumns = 8;

QString selectModels()
{
    return u"SELECT seq, id, workspace, provider, user_id, owner_id, created, modified, "_s
           + columnList(modelBodyFields()) + u" FROM models"_s;
}

JsonObjectWriter modelJson(const QSqlQuery &row)
{
    JsonObjectWriter json;
    const auto text = [&row](int column) { return jsonString(row.value(column).toString()); };
    const auto time = [&row](int column) {
        return '"' + serviceTime(row.value(column).toLongLong()) + '"';
    };
    json.add(u"ModelId", text(1));
    json.add(u"WorkspaceId", text(2));
    json.add(u"Provider", text(3));
    json.add(u"UserId", text(4));
    json.add(u"OwnerId", text(5));
    json.add(u"GmtCreateTime", time(6));
    json.add(u"GmtModifiedTime", time(7));
    addFields(json, row, modelOwnColumns, modelBodyFields());
    return json;
}

QString newId()
{
    static constexpr QByteArrayView alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    QString id = u"model-"_s;
    for (int i = 0; i < 16; ++i)
        id += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))]);
    return id;
}

} // namespace

QByteArray serviceTime(qint64 msecsSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msecsSinceEpoch)
        .toUTC()
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

Result<ModelHandle> ModelStore::find(const QString &id)
{
    auto rows = m_database.read(u"SELECT seq, workspace, provider, user_id, accessibility,"
                                " modified FROM models WHERE id = ?"_s,
                                {id});
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return failure(refusals::modelNotFound(id));
    return ModelHandle{.row = rows->value(0).toLongLong(),
                       .id = id,
                       .workspace = rows->value(1).toString(),
                       .provider = rows->value(2).toString(),
                       .userId = rows->value(3).toString(),
                       .accessibility = rows->value(4).toString(),
                       .modified = rows->value(5).toLongLong()};
}

Result<qint64> ModelStore::add(const NewModel &model, QString *id)
{
    QString columns = u"id, workspace, provider, user_id, owner_id, created, modified"_s;
    const QString modelId = model.id.isEmpty() ? newId() : model.id;
    QVariantList values{modelId,
                        model.workspace,
                        model.provider.isEmpty() ? u""_s : model.provider,
                        model.userId.isEmpty() ? QString(localUserId) : model.userId,
                        QString(localOwnerId),
                        model.created,
                        model.modified};
    for (const ColumnValue &value : model.values) {
        columns += u", "_s + value.column;
        values.append(value.value);
    }
    const QString marks = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto written = m_database.write(
        u"INSERT INTO models (%1) VALUES (%2)"_s.arg(columns, marks), values);
    if (!written)
        return failure(written.error());
    if (id)
        *id = modelId;
    return written->lastId;
}

Result<void> ModelStore::change(const ModelHandle &model, const ColumnValues &values, qint64 now)
{
    QString assignments = u"modified = ?"_s;
    QVariantList bound{std::max(now, model.modified + 1)};
    for (const ColumnValue &value : values) {
        assignments += u", %1 = ?"_s.arg(value.column);
        bound.append(value.value);
    }
    bound.append(model.row);
    const auto written = m_database.write(u"UPDATE models SET %1 WHERE seq = ?"_s.arg(assignments),
                                          bound);
    if (!written)
        return failure(written.error());
    return {};
}

Result<void> ModelStore::remove(const ModelHandle &model)
{
    const auto written = m_database.write(u"DELETE FROM models WHERE seq = ?"_s, {model.row});
    if (!written)
        return failure(written.error());
    return {};
}

Result<qint64> ModelStore::count(const Filter &filter)
{
    auto rows = m_database.read(u"SELECT count(*) FROM models"_s + filter.clause(),
                                filter.values());
    if (!rows)
        return failure(rows.error());
    rows->next();
    return rows->value(0).toLongLong();
}

Result<QList<JsonObjectWriter>> ModelStore::list(const QString &whereOrderLimit,
                                                 const QVariantList &values, bool withTags)
{
    auto rows = m_database.read(selectModels() + whereOrderLimit, values);
    if (!rows)
        return failure(rows.error());
    QList<qint64> owners;
    QList<JsonObjectWriter> models;
    while (rows->next()) {
        owners.append(rows->value(0).toLongLong());
        models.append(modelJson(*rows));
    }
    const auto labels = LabelStore(m_database, LabelStore::Of::Models).json(owners);
    if (!labels)
        return failure(labels.error());
    const auto latest = VersionStore(m_database).latest(owners);
    if (!latest)
        return failure(latest.error());
    for (qsizetype i = 0; i < models.size(); ++i) {
        const QByteArray own = labels->value(owners[i], "[]");
        models[i].add(u"Labels", own);
        if (withTags)
            models[i].add(u"Tags", own);
        if (const auto version = latest->constFind(owners[i]); version != latest->constEnd()) {
            models[i].add(u"LatestVersion", version->json);
            models[i].add(u"GmtLatestVersionModifiedTime",
                          '"' + serviceTime(version->modified) + '"');
        }
    }
    return models;
}

} // namespace modelscribe
