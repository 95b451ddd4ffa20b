// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! One label as this registry keeps it.
struct StoredLabel
{
    QString key;
    QString value;
};

} // namespace modelscribe
