// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What changing \p count models at a time costs: the form over them, their review, and writing
//! them to a registry on loopback, beside what curl writes.
void benchMany(int count);
