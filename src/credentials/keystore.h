// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "signing/accesskey.h"

#include <QObject>

namespace modelscribe {

//! Where AccessKeys are kept between runs: the keychain, or memory only.
//!
//! Every call answers within the store's time limit, whatever the keychain does; a keychain that is
//! missing, locked or silent gives Kind::Storage with detail "missing", "locked" or "silent". "No
//! such entry" is Kind::NotFound. A failed write leaves the old entry.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<AccessKey>> read(const QString &profileName) = 0;
    virtual QFuture<Result<std::monostate>> write(const QString &profileName,
                                                  const AccessKey &key) = 0;
    virtual QFuture<Result<std::monostate>> remove(const QString &profileName) = 0;
};

} // namespace modelscribe
