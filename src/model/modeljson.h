// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "model/registeredmodel.h"

#include <QByteArray>

namespace modelscribe {

//! \p value as the service would send it; a number that is none as the text it is. Empty: there is
//! nothing to send.
QByteArray fieldJson(const ModelField &field, const FieldValue &value);
//! The model as the service would send it: its own names, numbers and ExtraInfo as the text they
//! came as, unknown members last.
QByteArray modelJson(const RegisteredModel &model);
QByteArray labelsJson(const QList<Label> &labels);

} // namespace modelscribe
