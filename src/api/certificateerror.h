// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace modelscribe {

//! Who signed \p certificate, for a person.
QString issuerOf(const QSslCertificate &certificate);

//! Why the server \p where could not prove who it is: Kind::Tls, the code of what has to be mended
//! first ("tls-wrong-host", "tls-expired", "tls-not-yet-valid", "tls-revoked", "tls-self-signed",
//! "tls-unknown-authority" or none), and the certificate that it \p shown.
Error certificateError(const QString &where, const QList<QSslError> &errors,
                       const QSslCertificate &shown);

} // namespace modelscribe
