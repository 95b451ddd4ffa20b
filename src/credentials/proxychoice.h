// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace modelscribe {

//! Through what a profile gets to its registry. Its password is kept elsewhere.
struct ProxyChoice
{
    enum class Kind {
        System, //!< What this computer is set up to use.
        None,
        Http,
        Socks5,
        Unknown //!< A newer version's.
    };
    enum class Password {
        None,
        Keychain,
        Session //!< Gone when the program ends.
    };

    Kind kind = Kind::System;
    QString host; //!< Of Unknown the whole text.
    quint16 port = 0;
    QString user;
    Password password = Password::None; //!< Where there is one.

    //! A certain one, with host and port.
    bool isServer() const { return kind == Kind::Http || kind == Kind::Socks5; }

    //! "system", "none", "socks5://user@host:1080": for files and command lines; fromText() reads
    //! it. Says nothing of the password.
    QString text() const;
    //! Invalid with detail "proxy"; the message says why, and code "port" that it is a number that
    //! no port has. A password in it is refused.
    static Result<ProxyChoice> fromText(const QString &text);

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

} // namespace modelscribe
