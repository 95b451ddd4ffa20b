// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/accesskey.h"

#include <QProcessEnvironment>

namespace modelscribe {

//! The AccessKey in ALIBABA_CLOUD_ACCESS_KEY_ID, …_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN; empty
//! when they are not set.
AccessKey accessKeyOf(const QProcessEnvironment &environment);

} // namespace modelscribe
