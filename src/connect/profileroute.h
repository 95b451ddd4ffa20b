// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/networkroute.h"
#include "connect/profiles.h"

namespace modelscribe {

//! How \p profile, as it was typed, gets to its registry: with the proxy's password and the
//! authorities of its CA file. \p typed: in place of the password that is kept for the profile of
//! its name. Fails when something of it is not to be had: it is never gone on without.
QFuture<Result<NetworkRoute>> routeOf(Profiles &profiles, const Profile &profile,
                                      const QByteArray &typed = {});

} // namespace modelscribe
