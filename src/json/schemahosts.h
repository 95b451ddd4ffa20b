// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

bool isIpv4(QStringView text);
//! Without brackets and zone.
bool isIpv6(QStringView text);
//! RFC 1123; what stands for a name in another script ("xn--…") must be one.
bool isHostName(const QString &text);
//! RFC 5890: also in other scripts.
bool isIdnHostName(const QString &text);
//! RFC 5321, or RFC 6531 when it \p isInternational.
bool isEmail(const QString &text, bool isInternational);

} // namespace modelscribe
