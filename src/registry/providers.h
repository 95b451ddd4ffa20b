// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace modelscribe {

//! Who is known to publish models in registries (contract section 2.4); no call names them.
inline const QStringList &knownProviders()
{
    static const QStringList known{QStringLiteral("pai"), QStringLiteral("huggingface")};
    return known;
}

} // namespace modelscribe
