// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace modelscribe {

//! The detail of a refused signature when the registry signed the same text as this program.
inline constexpr QLatin1StringView
    sameTextSigned("the registry signed the same text: the secret differs");

//! The certificate of a server that could not prove who it is, in its own words.
struct CertificateFacts
{
    QString subject; //!< The hosts that it is for.
    QString issuer;  //!< Who signed it.
    QDateTime from;
    QDateTime until;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

//! What went wrong, as facts. Sentences for people are made in model/wording.h, at the last moment.
struct Error
{
    enum class Kind {
        Cancelled,
        Network, //!< No connection, or it broke.
        Tls,     //!< Certificate or handshake refused. Never offered to be ignored.
        Timeout,
        Unauthorized, //!< The key is missing, unknown, wrong, disabled or has ended.
        Forbidden,    //!< The key is fine, the permission is missing.
        NotFound,
        Conflict, //!< The model changed since it was read. Nothing was written.
        Throttled,
        Service, //!< Any other refusal by the service.
        Decode,  //!< The answer is not what the service documents.
        Invalid, //!< Refused here; nothing was sent.
        Storage
    };

    Kind kind = Kind::Service;
    QString detail;    //!< Untranslated: for the log and the "details" fold-out.
    QString code;      //!< The service's own code, such as "InvalidParameter".
    QString message;   //!< The service's own words, redacted.
    QString requestId; //!< What Alibaba Cloud support asks for first.
    QString action;    //!< The RAM action that is missing, such as "paimodel:UpdateModel".
    QString file;      //!< The file of this computer that it is about.
    int httpStatus = 0;
    bool outcomeUnknown =
        false; //!< A write went out and its answer was lost: it may have happened.
    //! A write that surely was not carried out may be sent again after this time, by whoever reads
    //! the registry again before.
    std::optional<std::chrono::milliseconds> againAfter;
    //! Of a refused time: the seconds that the registry's clock is ahead of this computer's.
    std::optional<qint64> clockOffset;
    //! Of Kind::Tls, where the server showed one.
    std::optional<CertificateFacts> certificate;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace modelscribe
