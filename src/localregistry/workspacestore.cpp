// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/workspacestore.h"

#include "localregistry/modelstore.h"
#include "localregistry/refusals.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

JsonObjectWriter workspaceJson(const QSqlQuery &row, WorkspaceStore::Form form)
{
    using Form = WorkspaceStore::Form;
    const auto text = [&row](int column) { return jsonString(row.value(column).toString()); };
    JsonObjectWriter json;
    json.add(u"WorkspaceId", text(0));
    json.add(u"WorkspaceName", text(1));
    if (form != Form::Item)
        json.add(u"DisplayName", text(2));
    json.add(u"Description", text(3));
    json.add(u"Status", text(4));
    json.add(u"IsDefault", row.value(5).toBool() ? "true" : "false");
    json.add(u"EnvTypes", row.value(6).toByteArray());
    json.add(u"Creator", text(7));
    json.add(u"AdminNames", row.value(8).toByteArray());
    json.add(u"ExtraInfos", row.value(9).toByteArray());
    json.add(u"GmtCreateTime", '"' + serviceTime(row.value(10).toLongLong()) + '"');
    json.add(u"GmtModifiedTime", '"' + serviceTime(row.value(11).toLongLong()) + '"');
    json.add(form == Form::Item ? u"resourceGroupId" : u"ResourceGroupId", "\"\"");
    if (form == Form::WholeVerbose) {
        JsonObjectWriter owner;
        owner.add(u"UserId", jsonString(QString(localOwnerId)));
        owner.add(u"UserKp", jsonString(QString(localOwnerId)));
        owner.add(u"UserName", jsonString(u"local"));
        owner.add(u"DisplayName", jsonString(u"local"));
        json.add(u"Owner", owner.take());
    }
    return json;
}

} // namespace

Result<void> WorkspaceStore::add(const NewWorkspace &w)
{
    const auto written = m_database.write(
        u"INSERT INTO workspaces (id, name, display_name, description, status, is_default,"
        " env_types, creator, admin_names, extra_infos, created, modified)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {w.id, w.name, w.displayName, w.description, w.status, w.isDefault ? 1 : 0, w.envTypes,
         w.creator, w.adminNames, w.extraInfos, w.created, w.modified});
    if (!written)
        return failure(written.error());
    return {};
}

Result<QString> WorkspaceStore::defaultId()
{
    auto rows = m_database.read(u"SELECT id FROM workspaces WHERE is_default"_s);
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return failure(refusals::workspaceNotFound(u"(default)"_s));
    return rows->value(0).toString();
}

Result<QString> WorkspaceStore::creatorOf(const QString &id)
{
    auto rows = m_database.read(u"SELECT creator FROM workspaces WHERE id = ?"_s, {id});
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return failure(refusals::workspaceNotFound(id));
    return rows->value(0).toString();
}

Result<bool> WorkspaceStore::exists(const QString &id)
{
    auto rows = m_database.read(u"SELECT 1 FROM workspaces WHERE id = ?"_s, {id});
    if (!rows)
        return failure(rows.error());
    return rows->next();
}

Result<qint64> WorkspaceStore::count(const Filter &filter)
{
    auto rows = m_database.read(u"SELECT count(*) FROM workspaces"_s + filter.clause(),
                                filter.values());
    if (!rows)
        return failure(rows.error());
    rows->next();
    return rows->value(0).toLongLong();
}

Result<QList<JsonObjectWriter>> WorkspaceStore::list(const QString &whereOrderLimit,
                                                     const QVariantList &values, Form form)
{
    auto rows = m_database.read(
        u"SELECT id, name, display_name, description, status, is_default, env_types, creator,"
        " admin_names, extra_infos, created, modified FROM workspaces"_s
            + whereOrderLimit,
        values);
    if (!rows)
        return failure(rows.error());
    QList<JsonObjectWriter> result;
    while (rows->next())
        result.append(workspaceJson(*rows, form));
    return result;
}

} // namespace modelscribe
