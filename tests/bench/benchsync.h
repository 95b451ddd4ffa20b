// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Prints what it costs to read a list of \p count models over loopback: the first time, again
//! without a change, from the copy at the next start, and from a service that allows 50 calls a
//! second.
void benchSync(int count);
