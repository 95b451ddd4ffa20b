// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/accesskey.h"

namespace modelscribe {

QByteArray AccessKey::shownId() const
{
    if (id.size() <= 8)
        return QByteArray(id.size(), '*');
    return id.first(4) + "…" + id.last(4);
}

} // namespace modelscribe
