// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace modelscribe {

class Connection;
struct WriteOutcome;

//! Copies of registries' lists that windows and "sync" have made.
namespace listcopies {

//! Whether there is one of what \p connection lists. That of a local registry does not count: the
//! registry itself is as near.
bool exists(const Connection &connection);
//! What a command wrote is so in the copies that there are.
void take(const WriteOutcome &outcome);

} // namespace listcopies

} // namespace modelscribe
