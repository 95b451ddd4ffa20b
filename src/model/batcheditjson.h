// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"

#include <QByteArray>

namespace modelscribe {

//! \p edit as a JSON object, to the letter, also when it could be done to no model. Values of
//! ExtraInfo stand in it as text, as they need not be JSON yet.
QByteArray toJson(const BatchEdit &edit);
//! The way back. Fails (Decode) for anything that toJson() did not make.
Result<BatchEdit> batchEditFromJson(const QByteArray &json);

} // namespace modelscribe
