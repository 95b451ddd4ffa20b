// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/database.h"
#include "localregistry/registrynotice.h"

namespace modelscribe {

struct OpenedRegistry
{
    std::unique_ptr<Database> database;
    RegistryNotice notice;
};

//! Opens the registry in \p file, which is made when it is missing (0600, its folder 0700).
//!
//! Looks before it touches: what is not a registry stays as it is, rights included. A damaged file
//! is kept aside under another name before SQLite can write to it, and never deleted; what can be
//! read of it is in the new one. Fails with Kind::Storage, the file and a word for what is wrong as
//! Error::code: "other-program", "no-registry", "no-file", "is-directory", "no-reading",
//! "newer-version", "damaged", "full", "locked", "read-only" or "no-rights".
Result<OpenedRegistry> openRegistry(const QString &file,
                                    const std::atomic<bool> *interrupted = nullptr);

} // namespace modelscribe
