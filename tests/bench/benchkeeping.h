// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What keeping every edit costs: typing with drafts on, handing a draft over, writing it, noting a
//! save in the journal, merging.
void benchKeeping(int rounds);
