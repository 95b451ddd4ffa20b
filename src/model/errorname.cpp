// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/errorname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestWord = 80;

constexpr std::array errorKinds = {"Cancelled"_L1,    "Network"_L1,   "Tls"_L1,      "Timeout"_L1,
                                   "Unauthorized"_L1, "Forbidden"_L1, "NotFound"_L1, "Conflict"_L1,
                                   "Throttled"_L1,    "Service"_L1,   "Decode"_L1,   "Invalid"_L1,
                                   "Storage"_L1};
static_assert(errorKinds.size() == size_t(Error::Kind::Storage) + 1);

} // namespace

QString nameOf(Error::Kind kind) { return errorKinds.at(size_t(kind)); }

QString wordOf(const QString &text)
{
    const bool isWord = text.size() <= longestWord && std::ranges::all_of(text, [](QChar c) {
                            return c.unicode() < 128
                                   && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
                        });
    return isWord ? text : u"?"_s;
}

} // namespace modelscribe
