// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelcolumn.h"

namespace modelscribe {

//! All of a cell, as text: times to the second and in UTC, labels one a line.
QString wholeText(const RegisteredModel &model, const ModelColumn &column);
//! What a cell shows: short, without line ends, "—" for nothing (but for labels).
QString shownText(const RegisteredModel &model, const ModelColumn &column);
//! key=value of each.
QStringList labelTexts(const RegisteredModel &model);
//! The service sent something that a form cannot hold.
bool hasUnreadableValue(const RegisteredModel &model);

} // namespace modelscribe
