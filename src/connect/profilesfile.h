// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/profile.h"

#include <QList>
#include <QString>

#include <optional>

namespace modelscribe {

//! What the file of the profiles says, as far as this version understands it.
struct ProfileSet
{
    QList<Profile> profiles;
    QString lastUsed; //!< May name one that is not there any more.

    friend bool operator==(const ProfileSet &, const ProfileSet &) = default;
};

//! One change of the file.
struct ProfileChange
{
    std::optional<Profile> put; //!< New, or in place of the one of its name.
    QString remove;
    QString lastUsed; //!< Nothing becomes of it when there is no such profile any more.
};

//! The plain part of the profiles on the disk (JSON, 0600). All windows and commands of a user
//! share it, so a change reads it again, changes one entry and writes, under a lock; members this
//! version does not know stay.
class ProfilesFile
{
public:
    explicit ProfilesFile(QString name);

    const QString &name() const { return m_name; }

    //! Changes nothing, whatever it finds. No file is an empty set. Kind::Storage: code
    //! "profiles-no-file", "profiles-unreadable" or "profiles-damaged"; detail names the file and
    //! says why.
    Result<ProfileSet> read() const;

    //! What the file says afterwards; nothing when somebody else changes it just now. A damaged one
    //! is replaced by \p known and the change (not just to note lastUsed), a copy of it is put
    //! beside it as "….damaged-YYYYMMDD-HHMMSS"; one that cannot be read is left alone.
    std::optional<Result<ProfileSet>> change(const ProfileChange &change,
                                             const ProfileSet &known) const;

private:
    QString m_name;
};

} // namespace modelscribe
