// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/operations.h"

//! The service's answers about workspaces as values, read as those about models.
namespace modelscribe::decode {

Result<operations::WorkspacePage> workspacePage(const QByteArray &body);
Result<Permissions> permissions(const QByteArray &body);
Result<operations::MemberPage> memberPage(const QByteArray &body);
Result<Workspace> workspace(const QByteArray &body);

} // namespace modelscribe::decode
