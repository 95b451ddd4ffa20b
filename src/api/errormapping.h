// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/retrypolicy.h"
#include "signing/accesskey.h"

#include <QNetworkReply>

namespace modelscribe {

//! An answer over HTTP, whatever its status; only the headers that matter.
struct HttpAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray date;
    QByteArray retryAfter;
    QByteArray vendorRetryAfter;    //!< x-acs-retry-after
    bool isVendorInSeconds = false; //!< Else milliseconds.
    QByteArray requestId;           //!< x-acs-request-id
    QByteArray body;
};

//! What the service means by an answer that is no success (contract section 7): by its code first,
//! by the status second. Everything in the result is redacted. \p signedText is what we signed; a
//! service that echoes the same text disagrees about the secret, otherwise about the text.
AttemptFailure serviceFailure(const HttpAnswer &answer, const AccessKey &key,
                              const QByteArray &signedText, const QDateTime &now);

//! What an error of the connection means. \p bytesOut: some of the request may have left.
AttemptFailure transportFailure(QNetworkReply::NetworkError code, const QString &words,
                                bool bytesOut);

//! Whether \p code is only Qt's way to say that the status is 4xx or 5xx.
bool isHttpStatusError(QNetworkReply::NetworkError code);

//! A success that cannot come from a registry (no JSON object, a page of a captive portal).
std::optional<AttemptFailure> foreignAnswer(const HttpAnswer &answer);

} // namespace modelscribe
