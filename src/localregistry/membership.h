// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

struct Rule
{
    QStringView code;          //!< "PaiModel:UpdateModel"
    QStringView accessibility; //!< PUBLIC, PRIVATE or ANY.
    QStringView access;        //!< CREATOR: of what the caller made. Or ANY.
};

std::span<const Rule> rulesOf(Role role);
bool mayDo(Role role, QStringView code, QStringView accessibility, bool isCreator);

} // namespace modelscribe::membership
