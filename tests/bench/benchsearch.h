// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What the search over all text costs with \p models.
void benchSearch(int models);
