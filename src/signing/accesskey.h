// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace modelscribe {

//! Characters of an AccessKey that none has. They came along when it was copied, and would show as
//! a signature that does not match.
struct StrangeCharacters
{
    enum class Part { Id, Secret, Token };

    Part part;
    QString names; //!< "U+200B, U+00A0".

    //! Untranslated: "the AccessKey secret has U+200B, which no AccessKey has".
    QString text() const;
};

//! The key that signs. Never written to a file, a log or an error text; only the keychain keeps it.
struct AccessKey
{
    QByteArray id;
    QByteArray secret;
    QByteArray securityToken; //!< Only for temporary (STS) keys.
    QDateTime expires;        //!< Of a temporary key; invalid: never, or not known.

    //! The last one of its copies overwrites secret and token.
    ~AccessKey();

    bool isEmpty() const { return id.isEmpty() || secret.isEmpty(); }
    //! "LTAI…9xYz": enough to tell keys apart, for screens and logs.
    QByteArray shownId() const;
    //! The first part that has them, if any.
    std::optional<StrangeCharacters> strangeCharacters() const;

    friend bool operator==(const AccessKey &, const AccessKey &) = default;
};

} // namespace modelscribe
