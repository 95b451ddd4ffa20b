// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Opening and typing in the JSON editor as it stands in the window: the pane, a session, painted.
void benchJsonEditor(int rounds);
void benchLongLines(int rounds);
