// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

//! The few calls that differ between operating systems. Where a system has no counterpart, they do
//! nothing.
namespace modelscribe::platform {

//! No core file of this process, and no other process of the user may read its memory: it holds
//! keys.
void protectMemory();

//! Whether \p path (or the folder it will stand in) is on a file system that other machines may
//! write to, or whose locks and shared memory are not to be trusted. False where that is unknown.
bool isOnNetwork(const QString &path);
//! The same for the number a Linux file system goes by (statfs(2), f_type).
bool isNetworkFileSystem(quint32 type);

//! Which file a path leads to, whatever it is called now: device and number of the file. Nothing
//! when there is none, or where the system does not tell.
using FileIdentity = std::pair<quint64, quint64>;
std::optional<FileIdentity> fileIdentity(const QString &path);

//! Gives \p to the owner, the group and the rights of \p from, as far as this user may.
void copyRights(const QString &from, const QString &to);

} // namespace modelscribe::platform
