// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keymode.h"
#include "credentials/keysfrom.h"
#include "credentials/keytrouble.h"

#include <QList>

#include <optional>

namespace modelscribe {

//! Keys that lie on this computer, for a person to choose; without any secret. A file that cannot
//! be read is one too, without a name in `from`.
struct KeyOffer
{
    KeysFrom from;
    QString file; //!< As a person writes it, "~/.aliyun/config.json"; empty: the environment.
    KeyMode mode = KeyMode::Unknown;
    QString shownId;  //!< AccessKey::shownId() of what is there already.
    QString roleName; //!< Of the RAM role that will be taken.
    QString region;
    QString command;        //!< The program that would be run. Nobody runs it unasked.
    QDateTime until;        //!< When what is there ends, if that is known.
    bool isCurrent = false; //!< The tool itself would take it.
    std::optional<KeyTrouble> whyNot;

    bool isUsable() const { return !whyNot; }

    friend bool operator==(const KeyOffer &, const KeyOffer &) = default;
};

} // namespace modelscribe
