// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/accesskey.h"

#include <QProcessEnvironment>

namespace modelscribe {

//! The environment of this process, out of which the AccessKey was taken: no program that is
//! started from here gets it. To be called once, before there are threads.
QProcessEnvironment takeEnvironment();

//! The AccessKey in ALIBABA_CLOUD_ACCESS_KEY_ID, …_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN; empty
//! when they are not set.
AccessKey accessKeyOf(const QProcessEnvironment &environment);

//! That of this process for a program that is started from here: without any of the AccessKeys that
//! tools of Alibaba Cloud name.
QProcessEnvironment environmentWithoutKeys();

} // namespace modelscribe
