// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/registeredmodel.h"

#include <QTimeZone>

namespace modelscribe {

QDateTime parseServiceTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toUTC();
}

} // namespace modelscribe
