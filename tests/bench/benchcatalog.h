// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What 100,000 models in a window cost: the list coming in page by page, popups of values in use,
//! single changes; and how long the event loop stands still meanwhile.
void benchCatalog(int rounds);
