// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httplistener.h"

namespace modelscribe::testing {

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

int ReceivedRequest::countHeader(const QByteArray &name) const
{
    int count = 0;
    for (const auto &[key, value] : headers)
        count += key == name;
    return count;
}

HttpListener::HttpListener(QTcpServer &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    // pendingConnectionAvailable is the one that QSslServer emits after the handshake.
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, &HttpListener::accept);
}

void HttpListener::clear()
{
    m_requests.clear();
    m_bytes.clear();
    m_connections = 0;
}

void HttpListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_pending.remove(socket);
            socket->deleteLater();
        });
        if (m_connectionHandler && m_connectionHandler(*socket))
            continue;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        if (socket->bytesAvailable() > 0)
            read(*socket);
    }
}

void HttpListener::read(QTcpSocket &socket)
{
    const QByteArray chunk = socket.readAll();
    m_bytes += chunk;
    QByteArray &pending = m_pending[&socket];
    pending += chunk;
    const qsizetype headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    ReceivedRequest request;
    const QList<QByteArray> lines = pending.first(headEnd).split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    request.verb = start.value(0);
    request.target = start.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append(
            {line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    const qsizetype total = headEnd + 4 + length;
    if (pending.size() < total)
        return;
    request.body = pending.sliced(headEnd + 4, length);
    request.raw = pending.first(total);
    pending.remove(0, total);
    m_requests.append(request);
    if (m_handler)
        m_handler(socket, request);
}

QByteArray httpAnswer(int status, const QByteArray &body,
                      const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    bool hasType = false;
    for (const auto &[name, value] : headers) {
        answer += name + ": " + value + "\r\n";
        hasType = hasType || name.toLower() == "content-type";
    }
    if (!hasType)
        answer += "Content-Type: application/json\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace modelscribe::testing

#include "moc_httplistener.cpp"
