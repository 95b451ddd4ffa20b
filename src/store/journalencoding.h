// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/journalentry.h"

namespace modelscribe::encoding {

QByteArray fromHead(const JournalHead &head);
Result<JournalHead> toHead(QByteArrayView bytes);

//! What is known when it begins: before, after and the requests to be sent.
QByteArray fromContent(const JournalEntry &entry);
Result<void> toContent(QByteArrayView bytes, JournalEntry &entry);

//! What came of it: the requests as they went, what is held, the error.
QByteArray fromEnding(const JournalEntry &entry);
//! \p entry must have its content.
Result<void> toEnding(QByteArrayView bytes, JournalEntry &entry);

} // namespace modelscribe::encoding
