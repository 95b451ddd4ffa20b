// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! What a person has to know about how the registry's file was found when it was opened.
struct RegistryNotice
{
    enum class Kind {
        None,
        Recovered,    //!< It was damaged: kept aside, what could be read is in a new file.
        ChangesAside, //!< Changes beside it were of another file; they are kept aside, it is whole.
        ReadOnly      //!< It may only be read.
    };

    Kind kind = Kind::None;
    QString file;
    QString keptAside; //!< What was kept, under its new name.
    int models = 0;    //!< Recovered: how many could be read.
};

} // namespace modelscribe
