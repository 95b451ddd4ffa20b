// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Where the keys of a profile come from. Files of other tools are read, never written.
struct KeysFrom
{
    enum class Kind {
        Keychain,      //!< An AccessKey for good.
        KeychainToken, //!< A temporary one: AccessKey, security token, and when it ends if known.
        Session,       //!< Typed, and gone when the program ends.
        Environment,
        AliyunProfile, //!< Of ~/.aliyun/config.json.
        IniSection,    //!< Of ~/.alibabacloud/credentials or credentials.ini.
        Unknown        //!< A newer version's.
    };

    Kind kind = Kind::Keychain;
    QString name; //!< Of the profile or section; of Unknown the whole text.

    //! What is asked of the keychain, and what is kept in memory, is kept by this program.
    bool isKeptHere() const { return isInKeychain() || kind == Kind::Session; }
    bool isInKeychain() const { return kind == Kind::Keychain || kind == Kind::KeychainToken; }

    //! "keychain", "aliyun:train": for files and command lines; fromText() reads it.
    QString text() const;
    static KeysFrom fromText(const QString &text);

    friend bool operator==(const KeysFrom &, const KeysFrom &) = default;
};

} // namespace modelscribe
