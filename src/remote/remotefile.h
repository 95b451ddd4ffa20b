// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>

namespace modelscribe {

//! What came from a web address.
struct RemoteFile
{
    QByteArray bytes;
    QByteArray contentType; //!< As the server says, in lower case, without parameters.
};

struct RemoteFileOptions
{
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds idleTimeout{10'000};
    std::chrono::milliseconds callTimeout{30'000}; //!< Redirects included.
    //! This computer may be asked, for servers of tests. Never a setting.
    bool loopbackAllowed = false;
};

//! Which file is wanted, and how much of it.
struct RemoteFileRequest
{
    QUrl url;
    qint64 maxSize = 5 * 1024 * 1024;
    //! Beginning of the content type, such as "text/"; anything else is refused before it arrives.
    QByteArray contentType;
};

//! Gets files of strangers' addresses: anonymous, https only, bounded in time and size.
//!
//! Sends GET without cookies, credentials, Referer or a body, and keeps nothing. A bad certificate
//! is always the end. Redirects are followed at most three times, to the same host and port only:
//! the person agreed to one host. Addresses of this computer and of private networks are refused,
//! as they are written and as the name resolves. Not covered: behind a proxy the proxy resolves the
//! name; and a name server may answer differently between this check and the connection (the
//! answer is cached by Qt, so usually it cannot).
//!
//! Error codes: "NotAnAddress", "OnlyHttps", "WithPassword", "PrivateAddress" (Kind::Invalid,
//! nothing was sent), "TooLarge", "WrongType" (detail: the type), "Redirect" (detail: the host it
//! leads to) (Kind::Decode).
class RemoteFiles : public QObject
{
    Q_OBJECT

public:
    explicit RemoteFiles(RemoteFileOptions options = {}, QObject *parent = nullptr);
    ~RemoteFiles() override;

    //! Cancelling the future ends the transfer.
    QFuture<Result<RemoteFile>> fetch(const RemoteFileRequest &request);

    //! Why \p url is not asked at all; the name is not looked up for this.
    std::optional<Error> refusal(const QUrl &url) const;
    //! An address out in the internet: neither of this computer nor of a private network.
    static bool isPublic(const QHostAddress &address);
    //! "example.com", "example.com:8443": what a permission is about and what people get to see.
    //! Look-alike letters show as xn--…
    static QString hostOf(const QUrl &url);

private:
    RemoteFileOptions m_options;
    QNetworkAccessManager m_manager;
};

} // namespace modelscribe
