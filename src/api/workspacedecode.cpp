// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workspacedecode.h"

#include "api/answerreader.h"

namespace modelscribe::decode {

using namespace Qt::StringLiterals;

namespace {

Workspace toWorkspace(const QList<RawMember> &members)
{
    Workspace workspace;
    for (const auto &[key, value] : members) {
        const QString text = jsonStringValue(value.utf8()).value_or(QString());
        if (key == "WorkspaceId"_L1)
            workspace.id = text;
        else if (key == "WorkspaceName"_L1)
            workspace.name = text;
        else if (key == "DisplayName"_L1)
            workspace.displayName = text;
        else if (key == "Description"_L1)
            workspace.description = text;
        else if (key == "Status"_L1)
            workspace.status = text;
        else if (key == "IsDefault"_L1)
            workspace.isDefault = value.utf8() == "true";
    }
    return workspace;
}

Member toMember(const QList<RawMember> &members)
{
    Member member;
    for (const auto &[key, value] : members) {
        const QString text = jsonStringValue(value.utf8()).value_or(QString());
        if (key == "UserId"_L1)
            member.userId = text;
        else if (key == "MemberName"_L1)
            member.name = text;
        else if (key == "DisplayName"_L1)
            member.displayName = text;
        else if (key == "AccountName"_L1)
            member.accountName = text;
        else if (key == "Roles"_L1) {
            for (const JsonText &role : jsonElements(value.utf8()).value_or(QList<JsonText>()))
                member.roles.append(jsonStringValue(role.utf8()).value_or(QString()));
        }
    }
    return member;
}

Permissions::Rule toRule(const QList<RawMember> &members)
{
    Permissions::Rule rule;
    for (const auto &[key, value] : members) {
        const QString text = jsonStringValue(value.utf8()).value_or(QString());
        if (key == "Accessibility"_L1)
            rule.accessibility = text;
        else if (key == "EntityAccessType"_L1)
            rule.access = text;
    }
    return rule;
}

void takePermission(const QList<RawMember> &members, Permissions &permissions)
{
    QString code;
    QList<Permissions::Rule> rules;
    for (const auto &[key, value] : members) {
        if (key == "PermissionCode"_L1)
            code = jsonStringValue(value.utf8()).value_or(QString());
        if (key != "PermissionRules"_L1)
            continue;
        for (const JsonText &rule : jsonElements(value.utf8()).value_or(QList<JsonText>()))
            rules.append(toRule(jsonMembers(rule.utf8()).value_or(QList<RawMember>())));
    }
    if (!code.isEmpty())
        permissions.add(code, rules);
}

//! Reads {"<list>": [ … ], "TotalCount": n}; \p takeOne gets the members of each object.
Result<std::optional<qint64>>
readMembersPage(const QByteArray &body, QByteArrayView list,
                const std::function<void(const QList<RawMember> &members)> &takeOne)
{
    return readPage(body, list, [&](AnswerReader &reader) {
        QList<RawMember> members;
        return reader
            .restOfValues([&](auto key, const RawValue &raw) {
                members.append({keyText(key), raw.json()});
            })
            .transform([&] { takeOne(members); });
    });
}

} // namespace

Result<operations::WorkspacePage> workspacePage(const QByteArray &body)
{
    operations::WorkspacePage page;
    auto total = readMembersPage(body, "\"Workspaces\"", [&](const QList<RawMember> &members) {
        page.workspaces.append(toWorkspace(members));
    });
    if (!total)
        return failure(std::move(total.error()));
    page.totalCount = *total;
    return page;
}

Result<Permissions> permissions(const QByteArray &body)
{
    Permissions permissions;
    const auto total = readMembersPage(
        body, "\"Permissions\"",
        [&](const QList<RawMember> &members) { takePermission(members, permissions); });
    if (!total)
        return failure(total.error());
    return permissions;
}

Result<operations::MemberPage> memberPage(const QByteArray &body)
{
    operations::MemberPage page;
    const auto total = readMembersPage(body, "\"Members\"", [&](const QList<RawMember> &members) {
        page.members.append(toMember(members));
    });
    if (!total)
        return failure(total.error());
    page.totalCount = *total;
    return page;
}

Result<Workspace> workspace(const QByteArray &body)
{
    return answerMembers(body).and_then([](const QList<RawMember> &members) -> Result<Workspace> {
        Workspace workspace = toWorkspace(members);
        if (workspace.id.isEmpty())
            return failure(Error::Kind::Decode, u"no WorkspaceId in the answer"_s);
        return workspace;
    });
}

} // namespace modelscribe::decode
