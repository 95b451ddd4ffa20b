// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/handlers.h"
#include "localregistry/membership.h"
#include "localregistry/refusals.h"
#include "localregistry/workspacestore.h"

using namespace Qt::StringLiterals;

namespace modelscribe::handlers {

namespace {

Result<membership::Role> callersRole(ServiceCall &call)
{
    return WorkspaceStore(call.database)
        .creatorOf(call.ids[0])
        .transform([](const QString &creator) {
            return membership::roleOf(QString(localUserId), creator);
        });
}

JsonObjectWriter ruleJson(QStringView accessibility, membership::Scope scope)
{
    JsonObjectWriter json;
    json.add(u"Accessibility", jsonString(accessibility));
    json.add(u"EntityAccessType",
             jsonString(scope == membership::Scope::Own ? u"CREATOR" : u"ANY"));
    return json;
}

JsonObjectWriter permissionJson(const membership::Permission &permission)
{
    using membership::Scope;
    QList<JsonObjectWriter> rules;
    if (permission.withPublic == permission.withPrivate) {
        rules.append(ruleJson(u"ANY", permission.withPublic));
    } else {
        if (permission.withPublic != Scope::None)
            rules.append(ruleJson(u"PUBLIC", permission.withPublic));
        if (permission.withPrivate != Scope::None)
            rules.append(ruleJson(u"PRIVATE", permission.withPrivate));
    }
    JsonObjectWriter json;
    json.add(u"PermissionCode", jsonString(permission.code));
    json.add(u"PermissionRules", jsonArray(rules));
    return json;
}

} // namespace

Handled listPermissions(ServiceCall &call)
{
    const auto role = callersRole(call);
    if (!role)
        return failure(role.error());
    QList<JsonObjectWriter> permissions;
    for (const membership::Permission &permission : membership::permissionsOf(*role))
        permissions.append(permissionJson(permission));
    JsonObjectWriter answer;
    answer.add(u"TotalCount", QByteArray::number(permissions.size()));
    answer.add(u"Permissions", jsonArray(permissions));
    return answer;
}

Handled getPermission(ServiceCall &call)
{
    const auto role = callersRole(call);
    if (!role)
        return failure(role.error());
    const QString &code = call.ids[1];
    const QString creator = call.query.text("Creator");
    const bool isCreator = creator.isEmpty() || creator == localUserId;
    if (!membership::mayDo(*role, code, call.query.text("Accessibility"), isCreator))
        return failure(refusals::forbidden(code, u"The caller does not have %1 here."_s.arg(code)));
    for (const membership::Permission &permission : membership::permissionsOf(*role)) {
        if (code.compare(permission.code, Qt::CaseInsensitive) == 0)
            return permissionJson(permission);
    }
    return failure(refusals::internalError(code));
}

Handled listMembers(ServiceCall &call)
{
    const auto creator = WorkspaceStore(call.database).creatorOf(call.ids[0]);
    if (!creator)
        return failure(creator.error());
    const auto size = call.query.integer("PageSize", 20, maxPageSize);
    const auto number = call.query.integer("PageNumber", 1, maxPageSize);
    if (!size || !number)
        return failure(size ? number.error() : size.error());
    const auto all = membership::members();
    QList<JsonObjectWriter> page;
    for (auto i = size_t((*number - 1) * *size); i < all.size() && page.size() < *size; ++i) {
        const membership::Member &member = all[i];
        const QByteArray role = jsonString(
            membership::nameOf(membership::roleOf(member.userId, *creator)));
        JsonObjectWriter json;
        json.add(u"MemberId", jsonString(u"%1-%2"_s.arg(call.ids[0]).arg(member.userId)));
        json.add(u"UserId", jsonString(member.userId));
        json.add(u"MemberName", jsonString(member.name));
        json.add(u"DisplayName", jsonString(member.displayName));
        json.add(u"AccountName", jsonString(member.name));
        json.add(u"Roles", '[' + role + ']');
        page.append(json);
    }
    JsonObjectWriter answer;
    answer.add(u"TotalCount", QByteArray::number(qsizetype(all.size())));
    answer.add(u"Members", jsonArray(page));
    return answer;
}

} // namespace modelscribe::handlers
