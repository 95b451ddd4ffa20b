// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/faultserver.h"
#include "testpaths.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QUrl>

namespace modelscribe::testing {

//! A FaultServer behind TLS whose authority is trusted as long as this lives, unless it is to be a
//! stranger's. Its certificate is for 127.0.0.1 and for localhost.
class TlsServer
{
public:
    enum class Authority { Trusted, Stranger };

    explicit TlsServer(const QString &certificate = QStringLiteral("good.pem"),
                       Authority authority = Authority::Trusted)
        : m_usual(QSslConfiguration::defaultConfiguration())
        , m_server(listening(certificate))
    {
        if (authority == Authority::Stranger)
            return;
        QSslConfiguration trusting = m_usual;
        trusting.setCaCertificates({QSslCertificate(file(QStringLiteral("ca.pem")))});
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~TlsServer() { QSslConfiguration::setDefaultConfiguration(m_usual); }
    Q_DISABLE_COPY_MOVE(TlsServer)

    FaultServer *operator->() { return &m_server; }
    QUrl url(const QString &path = QStringLiteral("/a.png"),
             const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("https://%1:%2%3").arg(host).arg(m_server.port()).arg(path));
    }
    quint16 port() const { return m_server.port(); }
    static QString fileName(const QString &name)
    {
        return testing::sourcePath(QStringLiteral("tests/api/data/tls/") + name);
    }
    qsizetype requests() { return m_server.listener().requests().size(); }

private:
    static QByteArray file(const QString &name)
    {
        QFile file(fileName(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("test data missing");
        return file.readAll();
    }
    static QSslServer *listening(const QString &certificate)
    {
        auto *server = new QSslServer;
        QSslConfiguration offered = QSslConfiguration::defaultConfiguration();
        offered.setLocalCertificate(QSslCertificate(file(certificate)));
        offered.setPrivateKey(QSslKey(file(QStringLiteral("key.pem")), QSsl::Ec));
        server->setSslConfiguration(offered);
        if (!server->listen(QHostAddress::LocalHost))
            qFatal("cannot listen on 127.0.0.1");
        return server;
    }

    QSslConfiguration m_usual;
    FaultServer m_server;
};

} // namespace modelscribe::testing
