// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/acs3signature.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace modelscribe {

//! A request as it came over the wire, before anything in it is believed.
struct WireRequest
{
    QByteArray method;
    QByteArray target; //!< Path and query, still encoded.
    acs3::Headers headers;
    QByteArray body;

    //! The first header of that name (lower case); nullopt when there is none.
    std::optional<QByteArray> header(QByteArrayView name) const;
};

struct WireAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray requestId;
};

//! A request target taken apart. A plus is a plus; whatever was left unencoded is encoded again in
//! the canonical forms (contract section 6.1), so that both spellings have one signature.
struct WireTarget
{
    QStringList segments;                           //!< Decoded, without the leading slash.
    QList<std::pair<QByteArray, QByteArray>> query; //!< Decoded, in the order they came.
    QByteArray canonicalUri;
    QByteArray canonicalQuery;
};

WireTarget readTarget(const QByteArray &target);

} // namespace modelscribe
