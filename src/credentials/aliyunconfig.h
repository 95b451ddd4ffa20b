// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/toolprofile.h"

#include <QByteArrayView>

namespace modelscribe {

//! What \p text, that of ~/.aliyun/config.json, says. Members that are not known, and known ones of
//! another type, count as not there; of profiles of one name the first counts, as for the tool.
OrTrouble<ToolProfiles> readAliyunConfig(QByteArrayView text);

//! Where the PAI SDK's ~/.pai/config.json leads to.
struct PaiDefaults
{
    QString region;
    QString workspaceId;

    friend bool operator==(const PaiDefaults &, const PaiDefaults &) = default;
};

OrTrouble<PaiDefaults> readPaiConfig(QByteArrayView text);

} // namespace modelscribe
