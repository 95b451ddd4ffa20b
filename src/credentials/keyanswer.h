// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "signing/accesskey.h"

#include <QByteArrayView>
#include <QUrl>

namespace modelscribe {

//! The key in what a program or an address gave: JSON with access_key_id, AccessKeyId and so on, in
//! either of the vendor's ways to write them. Errors (Unauthorized) hold nothing of it.
Result<AccessKey> keyOfAnswer(QByteArrayView json);

//! "2024-05-17T10:00:00Z", or seconds since 1970; invalid for anything else.
QDateTime keyEndOf(const QString &text);

//! Whether \p url may hand out keys: by https, or by http from this computer; without a password.
bool mayHandOutKeys(const QUrl &url);

} // namespace modelscribe
