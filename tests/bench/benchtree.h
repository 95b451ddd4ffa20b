// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What the tree of the JSON editor costs the GUI thread with 100,000 nodes; each figure is what
//! happens between two frames, painting included.
void benchTree(int rounds);
