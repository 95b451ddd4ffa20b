// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

namespace modelscribe {

//! To be raised when searchText() makes another text of the same model: texts are kept from one run
//! of the program to the next.
inline constexpr int searchTextVersion = 1;

//! All of \p model that is searched, in folded UTF-8 (core/foldedtext.h): name, id, description,
//! domain, task, type, origin, document, owner, user, latest version, labels as key=value, and of
//! ExtraInfo each key, string (escapes decoded) and number by itself.
//!
//! Pieces are parted by '\n', which no folded text has: nothing is found across two of them.
//! ExtraInfo that is no JSON is one piece, as it is written.
QByteArray searchText(const RegisteredModel &model);

} // namespace modelscribe
