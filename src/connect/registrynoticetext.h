// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/registrynotice.h"

namespace modelscribe {

//! What \p notice says, in the language of now and without a full stop; empty when it says nothing.
QString registryNoticeText(const RegistryNotice &notice);

} // namespace modelscribe
