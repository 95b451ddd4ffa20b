// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/serviceprobe.h"

#include <QJsonObject>

namespace modelscribe {

//! What a check found, to be kept or sent to somebody: no secrets, ids, names or hosts, but the
//! region, and the made-up name of what could not be deleted.
namespace probereport {

QString markdown(const ServiceProbe &probe);
QJsonObject json(const ServiceProbe &probe);

} // namespace probereport

//! What will be sent, a line each, for whoever has to agree to it. \p leftEarlier: see there.
QStringList probeCallLines(const ServiceProbe &probe, const QStringList &leftEarlier);

} // namespace modelscribe
