// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace modelscribe {

//! What the labels of a key are marked with wherever they are shown.
enum class LabelColor { None, Blue, Teal, Green, Yellow, Red, Purple };

} // namespace modelscribe
