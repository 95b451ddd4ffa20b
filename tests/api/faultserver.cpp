// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/faultserver.h"

#include <QSslSocket>
#include <QTimer>

#include <algorithm>

#include <sys/socket.h>

namespace modelscribe::testing {

using namespace Qt::StringLiterals;

namespace {

QTcpServer *plainServer(QObject *parent)
{
    auto *server = new QTcpServer(parent);
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen on 127.0.0.1");
    return server;
}

} // namespace

FaultServer::FaultServer(QObject *parent)
    : FaultServer(plainServer(nullptr), parent)
{
}

FaultServer::FaultServer(QTcpServer *server, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_listener(*server)
{
    m_server->setParent(this);
    m_listener.setHandler([this](QTcpSocket &socket, const ReceivedRequest &request) {
        if (m_script.isEmpty())
            return;
        m_script[std::min(m_at++, m_script.size() - 1)](socket, request);
    });
}

QString FaultServer::address() const { return u"http://127.0.0.1:"_s + QString::number(port()); }

void FaultServer::setScript(QList<Step> steps)
{
    m_script = std::move(steps);
    m_at = 0;
}

qsizetype FaultServer::count(const QByteArray &verb) const
{
    return std::ranges::count(m_listener.requests(), verb, &ReceivedRequest::verb);
}

FaultServer::Step FaultServer::answer(int status, const QByteArray &body,
                                      const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    return bytes(httpAnswer(status, body, headers));
}

FaultServer::Step FaultServer::bytes(const QByteArray &raw)
{
    return [raw](QTcpSocket &socket, const ReceivedRequest &) { socket.write(raw); };
}

FaultServer::Step FaultServer::bytesThenClose(const QByteArray &raw)
{
    return [raw](QTcpSocket &socket, const ReceivedRequest &) {
        socket.write(raw);
        socket.disconnectFromHost();
    };
}

FaultServer::Step FaultServer::silence()
{
    return [](QTcpSocket &, const ReceivedRequest &) {};
}

FaultServer::Step FaultServer::close() { return bytesThenClose({}); }

FaultServer::Step FaultServer::reset()
{
    return [](QTcpSocket &socket, const ReceivedRequest &) {
        const linger now{1, 0}; // RST instead of FIN
        ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
        socket.abort();
    };
}

FaultServer::Step FaultServer::dribble(const QByteArray &raw, int everyMs)
{
    return [raw, everyMs](QTcpSocket &socket, const ReceivedRequest &) {
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket, timer, left = raw]() mutable {
            socket.write(left.first(1));
            left.remove(0, 1);
            if (left.isEmpty())
                timer->stop();
        });
        timer->start(everyMs);
    };
}

FaultServer::Step FaultServer::endless(const QByteArray &head, const QByteArray &chunk)
{
    return [head, chunk](QTcpSocket &socket, const ReceivedRequest &) {
        socket.write(head);
        socket.write(chunk);
        // A TLS socket takes any amount at once and counts it apart.
        auto *tls = qobject_cast<QSslSocket *>(&socket);
        const auto goOn = [&socket, tls, chunk] {
            if (socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0) < chunk.size())
                socket.write(chunk);
        };
        if (tls)
            QObject::connect(tls, &QSslSocket::encryptedBytesWritten, &socket, goOn,
                             Qt::QueuedConnection);
        else
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, goOn);
    };
}

} // namespace modelscribe::testing

#include "moc_faultserver.cpp"
