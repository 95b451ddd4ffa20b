// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/toolprofile.h"

#include <QStringView>

namespace modelscribe {

//! What \p text, that of ~/.alibabacloud/credentials, says. Sections of one name are one, and the
//! last value of a key counts, as for the Go SDK; lines that say nothing are passed over.
ToolProfiles readIniCredentials(QStringView text);

} // namespace modelscribe
