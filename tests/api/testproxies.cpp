// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/testproxies.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

//! One connection: first what is asked of the proxy, then what goes through.
struct Relay::Talk
{
    QTcpSocket *near = nullptr;
    QTcpSocket *far = nullptr;
    QByteArray pending;
    bool hasGreeted = false;
    bool isIn = false; //!< Of Socks5: the user was checked, or nobody asks for one.
};

Relay::Relay(Speaks language, quint16 target, QObject *parent)
    : QObject(parent)
    , m_language(language)
    , m_target(target)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on 127.0.0.1");
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::accept);
}

void Relay::requireUser(const QByteArray &user, const QByteArray &password)
{
    m_user = user;
    m_password = password;
}

void Relay::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto talk = std::make_shared<Talk>();
        talk->near = socket;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, talk] {
            if (talk->far) {
                talk->far->write(talk->near->readAll());
                return;
            }
            talk->pending += talk->near->readAll();
            if (m_language == Speaks::Http)
                readHttp(*talk);
            else
                readSocks(*talk);
        });
    }
}

void Relay::readHttp(Talk &talk)
{
    if (!talk.pending.contains("\r\n\r\n"))
        return;
    connectThrough(talk, talk.pending.split(' ').value(1), "HTTP/1.1 200 Connected\r\n\r\n");
}

bool Relay::greet(Talk &talk)
{
    if (talk.hasGreeted)
        return true;
    if (talk.pending.size() < 2 || talk.pending.size() < 2 + talk.pending[1])
        return false;
    const QByteArray methods = talk.pending.mid(2, talk.pending[1]);
    talk.pending.remove(0, 2 + methods.size());
    talk.hasGreeted = true;
    talk.isIn = m_user.isEmpty();
    const char method = talk.isIn ? '\0' : '\2';
    const bool canDoThat = methods.contains(method);
    talk.near->write(QByteArray("\x05") + (canDoThat ? method : '\xff'));
    if (!canDoThat)
        talk.near->disconnectFromHost();
    return canDoThat;
}

bool Relay::checkUser(Talk &talk)
{
    if (talk.isIn)
        return true;
    const QByteArray expected = "\x01" + QByteArray(1, char(m_user.size())) + m_user
                                + QByteArray(1, char(m_password.size())) + m_password;
    if (talk.pending.size() < 3)
        return false;
    const bool isRight = talk.pending.startsWith(expected);
    talk.near->write(QByteArray("\x01") + (isRight ? '\0' : '\1'));
    talk.isIn = isRight;
    if (isRight)
        talk.pending.remove(0, expected.size());
    else
        talk.near->disconnectFromHost();
    return isRight;
}

void Relay::readSocks(Talk &talk)
{
    if (!greet(talk) || !checkUser(talk))
        return;
    if (talk.pending.size() < 5 || talk.pending.size() < 7 + talk.pending[4])
        return;
    const QByteArray host = talk.pending.mid(5, talk.pending[4]); // a name, kind 3
    const qsizetype end = 5 + host.size();
    const int port = (uchar(talk.pending[end]) << 8) | uchar(talk.pending[end + 1]);
    QByteArray answer("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10);
    connectThrough(talk, host + ':' + QByteArray::number(port), answer);
}

void Relay::connectThrough(Talk &talk, const QByteArray &asked, const QByteArray &answer)
{
    m_asked.append(asked);
    QTcpSocket *near = talk.near;
    auto *far = new QTcpSocket(near);
    talk.far = far;
    connect(far, &QTcpSocket::connected, near, [near, answer] { near->write(answer); });
    connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
    connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
    far->connectToHost(QHostAddress::LocalHost, m_target);
}

quint16 unusedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

TinyProxy::TinyProxy(quint16 relay, const QByteArray &login)
    : m_port(unusedPort())
{
    const QString program = QStandardPaths::findExecutable(
        u"tinyproxy"_s, {u"/usr/bin"_s, u"/usr/sbin"_s, u"/usr/local/bin"_s});
    if (program.isEmpty()) {
        m_trouble = u"tinyproxy is not installed (scripts/test installs it)"_s;
        return;
    }
    QFile config(m_folder.filePath(u"tinyproxy.conf"_s));
    if (!config.open(QIODevice::WriteOnly)) {
        m_trouble = config.errorString();
        return;
    }
    config.write("Port " + QByteArray::number(m_port) + "\nListen 127.0.0.1\nTimeout 30\n"
                 + "MaxClients 20\nLogLevel Info\nLogFile \"" + m_folder.filePath(u"log"_s).toUtf8()
                 + "\"\nUpstream http 127.0.0.1:" + QByteArray::number(relay) + '\n'
                 + (login.isEmpty() ? QByteArray() : "BasicAuth " + login + '\n'));
    config.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, {u"-d"_s, u"-c"_s, config.fileName()});
}

TinyProxy::~TinyProxy()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString TinyProxy::trouble()
{
    if (!m_trouble.isEmpty())
        return m_trouble;
    const bool isThere = QTest::qWaitFor(
        [this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            return socket.waitForConnected(200);
        },
        10'000);
    return isThere ? QString()
                   : u"tinyproxy does not listen: "_s + QString::fromUtf8(m_process.readAll());
}

QByteArray TinyProxy::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace modelscribe::testing

#include "moc_testproxies.cpp"
