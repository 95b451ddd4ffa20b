// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace modelscribe {

//! The key that signs. Never written to a file, a log or an error text; only the keychain keeps it.
struct AccessKey
{
    QByteArray id;
    QByteArray secret;
    QByteArray securityToken; //!< Only for temporary (STS) keys.

    bool isEmpty() const { return id.isEmpty() || secret.isEmpty(); }
    //! "LTAI…9xYz": enough to tell keys apart, for screens and logs.
    QByteArray shownId() const;

    friend bool operator==(const AccessKey &, const AccessKey &) = default;
};

} // namespace modelscribe
