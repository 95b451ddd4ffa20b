// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! So many models a local registry gets when this program makes it, but for ownRegistryFile().
inline constexpr int sampleModels = 60;

//! A registry on this computer that a person may open.
struct LocalOffer
{
    enum class Kind {
        Samples,
        Own, //!< With what a person made.
        New  //!< The same, before there is anything.
    };

    Kind kind = Kind::Samples;
    QString file;

    friend bool operator==(const LocalOffer &, const LocalOffer &) = default;
};

} // namespace modelscribe
