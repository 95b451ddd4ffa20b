// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/network.h"

#include <QStringList>

namespace modelscribe {

//! Contract section 5: those that have a host in \p network. Any other region can be typed.
inline QStringList knownRegions(Network network = Network::Public)
{
    using namespace Qt::StringLiterals;
    QStringList regions{u"cn-hangzhou"_s,    u"cn-shanghai"_s,    u"cn-beijing"_s,
                        u"cn-shenzhen"_s,    u"cn-guangzhou"_s,   u"cn-heyuan"_s,
                        u"cn-wulanchabu"_s,  u"cn-hongkong"_s,    u"cn-shanghai-finance-1"_s,
                        u"ap-southeast-1"_s, u"ap-southeast-3"_s, u"ap-southeast-5"_s,
                        u"ap-southeast-7"_s, u"ap-northeast-1"_s, u"ap-northeast-2"_s,
                        u"ap-south-1"_s,     u"eu-central-1"_s,   u"us-west-1"_s,
                        u"us-east-1"_s,      u"us-southeast-1"_s, u"na-south-1"_s,
                        u"me-east-1"_s};
    if (network == Network::Vpc)
        regions.append(u"ap-southeast-8"_s);
    return regions;
}

} // namespace modelscribe
