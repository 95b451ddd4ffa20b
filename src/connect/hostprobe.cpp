// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/hostprobe.h"

#include "api/retrypolicy.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostHead = 32 * 1024;

QString issuerOf(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::Organization, QSslCertificate::CommonName}) {
        const QStringList names = certificate.issuerInfo(part);
        if (!names.isEmpty() && !names.first().isEmpty())
            return names.first();
    }
    return u"?"_s;
}

//! "; signed by X, until 2027-03-03": who says so, for somebody who looks for the reason.
QString certificateText(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return u"; signed by %1, valid until %2"_s.arg(
        issuerOf(certificate), certificate.expiryDate().toUTC().date().toString(Qt::ISODate));
}

} // namespace

HostProbe::HostProbe(const Endpoint &endpoint, std::function<QDateTime()> now,
                     std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
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
            .detail = u"%1: no connection within %2 s"_s.arg(where(), QString::number(seconds))});
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, &HostProbe::refuse);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &HostProbe::socketFailed);
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

QString HostProbe::where() const
{
    const QUrl url = m_endpoint.url();
    const QString host =
        u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    return m_proxy.isEmpty() ? host : u"%1 by proxy %2"_s.arg(host, m_proxy);
}

void HostProbe::start()
{
    m_elapsed.start();
    m_timer.start(m_limit);
    const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(m_endpoint.url()));
    const QNetworkProxy proxy = m_endpoint.isLoopback() ? QNetworkProxy(QNetworkProxy::NoProxy)
                                                        : proxies.value(0);
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
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater); // as the client does
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::encrypted, this, &HostProbe::askForTime);
    m_socket.connectToHostEncrypted(url.host(), quint16(url.port(443)));
}

void HostProbe::refuse(const QList<QSslError> &errors)
{
    QStringList words;
    for (const QSslError &error : errors)
        words.append(error.errorString());
    words.removeDuplicates();
    end(Error{.kind = Error::Kind::Tls,
              .detail = where() + u": "_s + words.join(u' ')
                        + certificateText(m_socket.peerCertificate())});
}

void HostProbe::socketFailed()
{
    if (m_isConnected)
        return end(); // it does not tell its time
    const bool isTls = m_socket.error() == QAbstractSocket::SslHandshakeFailedError
                       || m_socket.error() == QAbstractSocket::SslInternalError;
    end(Error{.kind = isTls ? Error::Kind::Tls : Error::Kind::Network,
              .detail = where() + u": "_s + m_socket.errorString()});
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
