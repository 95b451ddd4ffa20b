// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! The few calls that differ between operating systems. Where a system has no counterpart, they do
//! nothing.
namespace modelscribe::platform {

//! No core file of this process, and no other process of the user may read its memory: it holds
//! keys.
void protectMemory();

} // namespace modelscribe::platform
