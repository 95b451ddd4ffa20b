// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/accesskey.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

//! Signature V3 of Alibaba Cloud, ACS3-HMAC-SHA256, as pure functions (contract section 6).
namespace modelscribe::acs3 {

using Query = QList<std::pair<QString, QString>>;         //!< Decoded names and values, any order.
using Headers = QList<std::pair<QByteArray, QByteArray>>; //!< Names in any case.

//! UTF-8, everything but A-Z a-z 0-9 - _ . ~ as %XX.
QByteArray percentEncode(QStringView text);
//! "/" + segments, each encoded once; "/" when there is none.
QByteArray canonicalUri(const QStringList &segments);
//! Sorted by name, "name=value" joined by "&"; also what is put on the wire behind "?".
QByteArray canonicalQuery(const Query &query);
//! Lower-case hex SHA-256.
QByteArray hashHex(QByteArrayView bytes);

struct Request
{
    QByteArray method;
    QByteArray canonicalUri;
    QByteArray canonicalQuery;
    Headers headers; //!< All that will be sent; host, content-type and x-acs-* are taken.
    QByteArray payloadHash;
};

struct Signature
{
    QByteArray signedHeaders;
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray signature;
    QByteArray authorization; //!< The value of the Authorization header.
};

Signature sign(const Request &request, const AccessKey &key);

} // namespace modelscribe::acs3
