// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <span>

//! Who works in a workspace of the local registry, and what a role may do there (contract section
//! 4). Whoever made a workspace owns it, everybody else develops in it.
namespace modelscribe::membership {

struct Member
{
    QStringView userId;
    QStringView name;
    QStringView displayName;
};

//! The person at this computer first.
std::span<const Member> members();

enum class Role { Owner, Developer };

Role roleOf(QStringView userId, QStringView workspaceCreator);
//! "PAI.WorkspaceOwner"
QStringView nameOf(Role role);

enum class Scope { None, Own, All };

//! What may be done with what is public and with what is private.
struct Permission
{
    QStringView code; //!< "PaiModel:UpdateModel"
    Scope withPublic;
    Scope withPrivate;
};

QList<Permission> permissionsOf(Role role);
//! \p accessibility: PUBLIC, or it is private. \p isCreator: the caller made it.
bool mayDo(Role role, QStringView code, QStringView accessibility, bool isCreator);

} // namespace modelscribe::membership
