// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/network.h"

#include <QUrl>

namespace modelscribe {

//! A name of this computer.
bool isLoopbackHost(const QString &host);

//! Where a registry answers: scheme, host, port. Anything else in the address is refused.
class Endpoint
{
public:
    Endpoint() = default;

    //! "https://host[:port]"; "http://" only for 127.0.0.1, [::1] and localhost; a bare host gets
    //! https.
    static Result<Endpoint> fromText(const QString &text);
    //! The host of a region: aiworkspace.<region>.aliyuncs.com, or aiworkspace-vpc.… (contract
    //! section 5).
    static Result<Endpoint> fromRegion(const QString &region, Network network = Network::Public);

    QUrl url() const { return m_url; }
    //! Value of the host header: with the port only when it is not the scheme's own.
    QByteArray hostHeader() const;
    //! This computer: reached without proxy, and by plain HTTP if need be.
    bool isLoopback() const;
    //! The region whose host this is, if it is one's.
    QString region() const;
    //! The host of a region that is reached from machines of Alibaba Cloud only.
    bool isVpc() const;
    QString toString() const { return m_url.toString(); }
    bool isValid() const { return m_url.isValid() && !m_url.isEmpty(); }

    friend bool operator==(const Endpoint &, const Endpoint &) = default;

private:
    QUrl m_url;
};

} // namespace modelscribe
