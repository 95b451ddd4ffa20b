// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keymode.h"
#include "credentials/keyrecipe.h"
#include "credentials/keytrouble.h"

#include <QList>

namespace modelscribe {

//! One entry of another tool's file, as it says, secrets included.
struct ToolProfile
{
    QString name;
    QString modeText; //!< To the letter.
    KeyMode mode = KeyMode::Unknown;
    bool isEnabled = true;
    QString region;
    AccessKey key; //!< `expires`: when what is cached ends.
    RamRole role;
    QString sourceProfile;
    QString oidcProviderArn;
    QString oidcTokenFile;
    QString command;
    QString uri;
};

//! What a file of another tool says, as far as it is about keys.
struct ToolProfiles
{
    //! More entries than this of one file are passed over: nobody has them, and a file that has is
    //! not to cost minutes.
    static constexpr qsizetype most = 1000;

    QList<ToolProfile> list; //!< Names differ.
    QString current;         //!< The one that the tool itself takes.

    const ToolProfile *find(const QString &name) const;
    //! What it takes to come by the key of \p name at \p now.
    OrTrouble<KeyRecipe> recipe(const QString &name, const QDateTime &now) const;
};

//! The recipe of \p profile, whose source_profile is another of \p all.
OrTrouble<KeyRecipe> recipeOf(const ToolProfile &profile, const ToolProfiles &all,
                              const QDateTime &now);

} // namespace modelscribe
