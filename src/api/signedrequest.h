// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "api/request.h"
#include "signing/accesskey.h"

#include <QDateTime>
#include <QNetworkRequest>

namespace modelscribe {

//! A request ready to send, and the text that was signed for it, if it is signed.
struct SignedRequest
{
    QNetworkRequest network;
    QByteArray signedText;
};

//! Signs \p request. Fails with Kind::Invalid when what Qt would send differs from what is signed,
//! and with Kind::Unauthorized when the key that it needs is no key.
Result<SignedRequest> signedRequest(const Endpoint &endpoint, const Request &request,
                                    const AccessKey &key, const QDateTime &date,
                                    const QByteArray &nonce);

} // namespace modelscribe
