// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/accesskey.h"

#include <QString>

namespace modelscribe {

//! \p text, from the service or from Qt, without anything of \p key but its shown id, without
//! whatever else looks like a token or a signature, without control characters, and not endless.
QString redacted(const QString &text, const AccessKey &key);

//! \p text without \p secret and the usual ways to write it. One of up to three characters stays:
//! without each of them nothing could be read.
QString withoutSecret(const QString &text, const QByteArray &secret);

//! One line for a log: control and escape characters written out.
QString logLine(const QString &text);

} // namespace modelscribe
