// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/aliyunconfig.h"
#include "credentials/keyoffer.h"
#include "credentials/toolprofile.h"

#include <QProcessEnvironment>

namespace modelscribe {

//! What was found on this computer at one moment: keys of other tools and of the environment, and
//! where the PAI SDK works. Reading sends nothing and changes nothing.
class MachineKeys
{
public:
    //! Reads the files below \p home, or where \p environment says they are. May be slow on a slow
    //! disk.
    static MachineKeys read(const QString &home, const QProcessEnvironment &environment);

    QList<KeyOffer> offers(const QDateTime &now) const;
    //! What it takes to come by the key of \p from, which is none that this program keeps.
    OrTrouble<KeyRecipe> recipe(const KeysFrom &from, const QDateTime &now) const;
    const PaiDefaults &paiDefaults() const { return m_pai; }

private:
    struct File
    {
        QString shown; //!< Its name for people.
        KeysFrom::Kind kind = KeysFrom::Kind::Unknown;
        OrTrouble<ToolProfiles> profiles;
    };

    void readAliyun(const QString &home, const QProcessEnvironment &environment);
    void readIni(const QString &home, const QProcessEnvironment &environment);
    void readPai(const QString &home, const QProcessEnvironment &environment);

    QList<File> m_files; //!< Those that are there.
    PaiDefaults m_pai;
};

//! The keys that \p environment names, as a profile without a name; nothing when it names none.
std::optional<ToolProfile> environmentProfile(const QProcessEnvironment &environment);

} // namespace modelscribe
