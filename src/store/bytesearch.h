// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace modelscribe {

//! Whether \p needle stands in \p text, byte for byte. Made for short texts by the thousand, where
//! memmem() takes its time to prepare. An empty needle stands everywhere.
bool holdsBytes(QByteArrayView text, QByteArrayView needle);

} // namespace modelscribe
