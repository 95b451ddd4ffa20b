// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "api/networkroute.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace modelscribe {

//! Looks who answers at an endpoint, before any key is sent there: looks up its name, connects,
//! checks the certificate, and asks for its time with a HEAD that says nothing of who asks.
class HostProbe : public QObject
{
    Q_OBJECT

public:
    HostProbe(const Endpoint &endpoint, const NetworkRoute &route, std::function<QDateTime()> now,
              std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~HostProbe() override;

    //! Ends with finished(), after found() unless the name leads nowhere.
    void start();

    const std::optional<Error> &error() const { return m_error; }
    QString address() const { return m_address; } //!< Or the proxy, which looks names up itself.
    bool usesProxy() const { return !m_proxy.isEmpty(); }
    std::chrono::milliseconds lookupTime() const { return m_lookupTime; }
    QString issuer() const { return m_issuer; } //!< Of the certificate; empty for plain http.
    QDateTime certificateEnd() const { return m_certificateEnd; }
    //! Seconds that its clock is ahead of this computer's, when it tells.
    std::optional<qint64> clockOffset() const { return m_clockOffset; }

signals:
    void found(); //!< The address is known.
    void finished();

private:
    void lookUp();
    void connectThere();
    void askForTime();
    void readTime();
    void refuse(const QList<QSslError> &errors);
    void socketFailed();
    void end(std::optional<Error> error = {});
    QString where() const { return m_route.where(m_endpoint.url()); }
    QString proxyFaultOfSocket() const;

    Endpoint m_endpoint;
    NetworkRoute m_route;
    std::function<QDateTime()> m_now;
    std::chrono::milliseconds m_limit;
    QSslSocket m_socket;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    int m_lookup = -1;
    QString m_proxy;
    QString m_address;
    std::chrono::milliseconds m_lookupTime{0};
    QString m_issuer;
    QDateTime m_certificateEnd;
    std::optional<qint64> m_clockOffset;
    std::optional<Error> m_error;
    QByteArray m_head; //!< Of the answer, as far as it came.
    bool m_isConnected = false;
    bool m_isProxyAsking = false; //!< For a user and a password, or for others.
    bool m_hasEnded = false;
};

} // namespace modelscribe
