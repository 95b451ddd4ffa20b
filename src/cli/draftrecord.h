// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "store/draft.h"

namespace modelscribe {

QString draftName(const Draft &draft);
//! One row a draft.
Table draftTable(const QList<Draft> &drafts);
//! What a list has of it.
QByteArray draftJson(const Draft &draft);
//! All of it: field by field before and after, ExtraInfo as it stands.
QByteArray wholeDraftJson(const Draft &draft);

} // namespace modelscribe
