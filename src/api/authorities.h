// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"

#include <QList>
#include <QSslCertificate>

namespace modelscribe {

//! The certificates in \p file, PEM. Kind::Tls when there are none to be had: `file`, and a code,
//! "ca-file-missing", "ca-file-unreadable", "ca-file-empty" (no certificate in it) or
//! "ca-file-damaged". A file of more than 1 MiB is none.
Result<QList<QSslCertificate>> readCaFile(const QString &file);

//! The same on another thread; says only whether they are to be had.
QFuture<Result<std::monostate>> checkedCaFile(const QString &file, QObject *context);

//! Those and the system's, which takes a while to read: on another thread.
QFuture<Result<QList<QSslCertificate>>> authoritiesWith(const QString &file, QObject *context);

} // namespace modelscribe
