// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! Empties \p secret, and overwrites what it held unless somebody else holds it too: the last one
//! who has it leaves nothing behind in the memory. Copies of its bytes are not reached.
void wipe(QByteArray &secret);
void wipe(QString &secret);

} // namespace modelscribe
