// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace modelscribe {

//! Whether \p modelId is one of those that a local registry makes up for its samples, also for the
//! public ones of providers.
inline bool isSampleId(QStringView modelId)
{
    constexpr qsizetype length = 22; // "model-sample0000000001"
    return modelId.size() == length
           && (modelId.startsWith(u"model-sample0") || modelId.startsWith(u"model-public0"));
}

} // namespace modelscribe
