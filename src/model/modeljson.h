// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QByteArray>

namespace modelscribe {

//! The model as the service would send it: its own names, numbers and ExtraInfo as the text they
//! came as, unknown members last.
QByteArray modelJson(const RegisteredModel &model);
QByteArray labelsJson(const QList<Label> &labels);

} // namespace modelscribe
