// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "signing/acs3signature.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace modelscribe {

inline constexpr qint64 maxListBytes = 32 * 1024 * 1024; //!< An answer of a list call.
inline constexpr qint64 maxModelBytes = 8 * 1024 * 1024; //!< Any other answer.

//! One call of the service as data, before it is signed; making one needs no network.
struct Request
{
    enum class Verb { Get, Post, Put, Delete };

    Verb verb = Verb::Get;
    QByteArray action; //!< Operation name, sent as x-acs-action.
    QStringList path;  //!< Decoded segments below /api/v1.
    acs3::Query query;
    std::optional<QByteArray> body; //!< JSON, sent byte for byte.
    qint64 maxAnswer = maxModelBytes;
    //! Of a write: how often it has been sent, this time included. Whoever sends it again has read
    //! the registry before.
    int attempt = 1;

    //! Which of the vendor's services answers it.
    enum class Service {
        Registry,
        Sts //!< Takes a form as body, and has no path.
    };
    Service service = Service::Registry;
    bool isSigned = true; //!< False: what it holds proves who asks.

    bool isWrite() const { return verb != Verb::Get; }
    QByteArray verbName() const;
    //! "/api/v1/models/…", each segment encoded once; "/" of STS.
    QByteArray canonicalPath() const;
    //! "/api/v1/models/…?a=b" as it goes over the wire.
    QByteArray target() const;
    //! Fails with Kind::Invalid for segments that a client would rewrite on sending: empty, ".",
    //! "..", and for text that has no UTF-8 (half a surrogate pair).
    Result<void> check() const;

    friend bool operator==(const Request &, const Request &) = default;
};

//! A request together with the way to read its answer.
template<typename T>
struct Operation
{
    Request request;
    Result<T> (*decode)(const QByteArray &body) = nullptr;
};

} // namespace modelscribe
