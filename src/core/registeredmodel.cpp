// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registeredmodel.h"

namespace modelscribe {

QDateTime parseServiceTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace modelscribe
