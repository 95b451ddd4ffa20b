// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registeredmodel.h"

namespace modelscribe {

QDateTime parseServiceTime(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace modelscribe
