// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace modelscribe {

//! What stands at a path, told from its kind and its first bytes without changing anything: a file
//! that is not this program's must neither be opened in SQLite nor get other rights.
struct FileLook
{
    enum class Kind {
        Missing,
        Folder,
        Special,  //!< A device, a pipe, a socket.
        NoRights, //!< Not to be read.
        Empty,
        Zeros,    //!< Nothing but zeros, as a crash of the system leaves it.
        Database, //!< Of SQLite; anybody's.
        Other
    };

    Kind kind = Kind::Missing;
    bool hasWal = false; //!< There is one, with something in it; a file may even be missing.
    // Of a Database, as its WAL has it.
    int application = 0;
    int version = 0;
    bool isBlank = false; //!< Nothing was ever made in it.
};

FileLook lookAt(const QString &file);

//! Makes \p file, empty and private to the user (0600); fails (Kind::Storage) when something is
//! there already.
Result<void> makeNewFile(const QString &file);

} // namespace modelscribe
