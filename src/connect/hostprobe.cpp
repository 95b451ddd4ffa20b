// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/hostprobe.h"

#include "api/certificateerror.h"
#include "api/proxyerror.h"
#include "api/redaction.h"
#include "api/retrypolicy.h"

#include <QAuthenticator>
#include <QHostInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostHead = 32 * 1024;

} // namespace

HostProbe::HostProbe(const Endpoint &endpoint, const NetworkRoute &route,
                     std::function<QDateTime()> now, std::chrono::milliseconds limit,
                     QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_route(route)
    , m_now(std::move(now))
    , m_limit(limit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_isConnected)
            return end(); // it does not tell its time
        const double seconds = double(m_limit.count()) / 1000;
        end(Error{
            .kind = Error::Kind::Timeout,
            .detail = u"%1: no connection within %2 s"_s.arg(where(), QString::number(seconds)),
            .code = usesProxy() ? u"proxy-silent"_s : QString()});
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, &HostProbe::refuse);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &HostProbe::socketFailed);
    // Whoever closes along with the question would be one that closes for no reason.
    connect(&m_socket, &QAbstractSocket::proxyAuthenticationRequired, this,
            [this] { m_isProxyAsking = true; });
    connect(&m_socket, &QIODevice::readyRead, this, &HostProbe::readTime);
    connect(&m_socket, &QAbstractSocket::disconnected, this, [this] {
        if (m_isConnected)
            end();
    });
}

HostProbe::~HostProbe()
{
    m_socket.disconnect(this);
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void HostProbe::start()
{
    m_elapsed.start();
    m_timer.start(m_limit);
    const QNetworkProxy proxy = m_route.foundProxyTo(m_endpoint.url());
    m_socket.setProxy(proxy);
    if (proxy.hostName().isEmpty())
        return lookUp();
    m_proxy = u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
    m_address = m_proxy;
    emit found();
    connectThere();
}

void HostProbe::lookUp()
{
    m_lookup = QHostInfo::lookupHost(m_endpoint.url().host(), this, [this](const QHostInfo &info) {
        m_lookup = -1;
        if (m_hasEnded)
            return;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
            return end(
                Error{.kind = Error::Kind::Network,
                      .detail = where() + u": "_s + info.errorString(),
                      .code = m_endpoint.isVpc() ? u"vpc-host-not-found"_s : u"host-not-found"_s});
        }
        m_address = info.addresses().first().toString();
        m_lookupTime = std::chrono::milliseconds(m_elapsed.elapsed());
        emit found();
        connectThere();
    });
}

void HostProbe::connectThere()
{
    const QUrl url = m_endpoint.url();
    if (url.scheme() != "https"_L1) {
        connect(&m_socket, &QAbstractSocket::connected, this, &HostProbe::askForTime);
        m_socket.connectToHost(url.host(), quint16(url.port(80)));
        return;
    }
    m_socket.setSslConfiguration(m_route.tls()); // as the client does
    connect(&m_socket, &QSslSocket::encrypted, this, &HostProbe::askForTime);
    m_socket.connectToHostEncrypted(url.host(), quint16(url.port(443)));
}

void HostProbe::refuse(const QList<QSslError> &errors)
{
    end(certificateError(where(), errors, m_socket.peerCertificate()));
}

QString HostProbe::proxyFaultOfSocket() const
{
    const bool isPast = !m_socket.peerCertificate().isNull();
    if (!usesProxy() || isPast)
        return {};
    const bool hasLogin = !m_socket.proxy().user().isEmpty();
    return proxyFault(m_isProxyAsking ? QAbstractSocket::ProxyAuthenticationRequiredError
                                      : m_socket.error(),
                      m_socket.errorString(), hasLogin);
}

void HostProbe::socketFailed()
{
    if (m_isConnected)
        return end(); // it does not tell its time
    const bool isTls = m_socket.error() == QAbstractSocket::SslHandshakeFailedError
                       || m_socket.error() == QAbstractSocket::SslInternalError;
    const QString words = where() + u": "_s + m_route.withoutPassword(m_socket.errorString());
    end(Error{.kind = isTls ? Error::Kind::Tls : Error::Kind::Network,
              .detail = redacted(words, {}),
              .code = proxyFaultOfSocket()});
}

void HostProbe::askForTime()
{
    m_isConnected = true;
    const QSslCertificate certificate = m_socket.peerCertificate();
    if (!certificate.isNull()) {
        m_issuer = issuerOf(certificate);
        m_certificateEnd = certificate.expiryDate().toUTC();
    }
    m_timer.start(m_limit);
    m_socket.write("HEAD / HTTP/1.1\r\nHost: " + m_endpoint.hostHeader()
                   + "\r\nUser-Agent: ModelScribe/" MODELSCRIBE_VERSION
                     "\r\nAccept: application/json\r\nConnection: close\r\n\r\n");
}

void HostProbe::readTime()
{
    m_head += m_socket.readAll();
    if (!m_head.contains("\r\n\r\n") && m_head.size() < mostHead)
        return;
    const qsizetype headEnd = m_head.indexOf("\r\n\r\n");
    for (const QByteArray &line : m_head.first(std::max<qsizetype>(headEnd, 0)).split('\n')) {
        if (!line.toLower().startsWith("date:"))
            continue;
        const QDateTime time = parseHttpDate(line.sliced(5).trimmed());
        if (time.isValid())
            m_clockOffset = m_now().toUTC().secsTo(time);
    }
    end();
}

void HostProbe::end(std::optional<Error> error)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_error = std::move(error);
    m_timer.stop();
    m_socket.abort();
    emit finished();
}

} // namespace modelscribe

#include "moc_hostprobe.cpp"
