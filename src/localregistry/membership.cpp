// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/membership.h"

#include <algorithm>
#include <array>

namespace modelscribe::membership {

namespace {

constexpr std::array everyone = {
    Member{u"1001", u"local", u"local"},
    Member{u"1002", u"lin.yue", u"林悦"},
};

//! What a developer may do; an owner may do all of it with everything.
struct Ability
{
    QStringView code;
    Scope withPublic;
    Scope withPrivate;
};

constexpr std::array abilities = {
    Ability{u"PaiModel:ListModels", Scope::All, Scope::All},
    Ability{u"PaiModel:ListAllModels", Scope::None, Scope::None},
    Ability{u"PaiModel:GetModel", Scope::All, Scope::Own},
    Ability{u"PaiModel:CreateModel", Scope::All, Scope::All},
    Ability{u"PaiModel:UpdateModel", Scope::Own, Scope::Own},
    Ability{u"PaiModel:DeleteModel", Scope::Own, Scope::Own},
    Ability{u"PaiModel:PublishModel", Scope::None, Scope::None},
    Ability{u"PaiModel:CreateModelLabels", Scope::Own, Scope::Own},
    Ability{u"PaiModel:DeleteModelLabels", Scope::Own, Scope::Own},
    Ability{u"PaiModel:CreateModelVersion", Scope::Own, Scope::Own},
    Ability{u"PaiModel:UpdateModelVersion", Scope::Own, Scope::Own},
    Ability{u"PaiModel:DeleteModelVersion", Scope::Own, Scope::Own},
    Ability{u"PaiModel:CreateModelVersionLabels", Scope::Own, Scope::Own},
    Ability{u"PaiModel:DeleteModelVersionLabels", Scope::Own, Scope::Own},
};

} // namespace

std::span<const Member> members() { return everyone; }

Role roleOf(QStringView userId, QStringView workspaceCreator)
{
    return userId == workspaceCreator ? Role::Owner : Role::Developer;
}

QStringView nameOf(Role role)
{
    return role == Role::Owner ? QStringView(u"PAI.WorkspaceOwner")
                               : QStringView(u"PAI.AlgoDeveloper");
}

QList<Permission> permissionsOf(Role role)
{
    QList<Permission> permissions;
    for (const Ability &ability : abilities) {
        if (role == Role::Owner)
            permissions.append({ability.code, Scope::All, Scope::All});
        else if (ability.withPublic != Scope::None || ability.withPrivate != Scope::None)
            permissions.append({ability.code, ability.withPublic, ability.withPrivate});
    }
    return permissions;
}

bool mayDo(Role role, QStringView code, QStringView accessibility, bool isCreator)
{
    const QList<Permission> permissions = permissionsOf(role);
    return std::ranges::any_of(permissions, [&](const Permission &permission) {
        const Scope scope = accessibility == u"PUBLIC" ? permission.withPublic
                                                       : permission.withPrivate;
        return code.compare(permission.code, Qt::CaseInsensitive) == 0
               && (scope == Scope::All || (scope == Scope::Own && isCreator));
    });
}

} // namespace modelscribe::membership
