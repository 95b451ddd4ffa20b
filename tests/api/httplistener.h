// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace modelscribe::testing {

//! A request as it came over the wire.
struct ReceivedRequest
{
    QByteArray verb;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< Names in lower case.
    QByteArray body;
    QByteArray raw;

    QByteArray header(const QByteArray &name) const;
    int countHeader(const QByteArray &name) const;
};

//! Takes requests apart for the servers that tests are run against. The server (plain or TLS)
//! decides where connections come from.
class HttpListener : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(QTcpSocket &socket, const ReceivedRequest &request)>;

    //! \p server must already listen.
    explicit HttpListener(QTcpServer &server, QObject *parent = nullptr);

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    //! Looks at each new connection first; true: it is dealt with, nothing is read from it.
    void setConnectionHandler(std::function<bool(QTcpSocket &)> handler)
    {
        m_connectionHandler = std::move(handler);
    }

    const QList<ReceivedRequest> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    //! Everything that came in, also what was never a whole request.
    const QByteArray &bytes() const { return m_bytes; }
    void clear();

private:
    void accept();
    void read(QTcpSocket &socket);

    QTcpServer &m_server;
    Handler m_handler;
    std::function<bool(QTcpSocket &)> m_connectionHandler;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<ReceivedRequest> m_requests;
    QByteArray m_bytes;
    int m_connections = 0;
};

//! An HTTP answer with its Content-Length.
QByteArray httpAnswer(int status, const QByteArray &body,
                      const QList<std::pair<QByteArray, QByteArray>> &headers = {});

} // namespace modelscribe::testing
