// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

//! A model as registries hold them, the same for each \p number and another one for every other:
//! half of the descriptions Chinese, words as frequent as in real texts (a few everywhere, most of
//! them rare), ids, addresses, numbers and escapes. 2.3 KB of searched text on average.
modelscribe::RegisteredModel variedModel(int number);
