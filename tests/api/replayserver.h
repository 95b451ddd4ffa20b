// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httplistener.h"

#include <QStringList>

namespace modelscribe::testing {

//! Plays recorded conversations and compares what is sent with what was recorded.
//!
//! A file has pairs of parts, each begun by "=== request" or "=== answer". A request is its request
//! line, the headers that matter ("name: value", "name: *" for any value, "!name" for a header that
//! must not be there), an empty line and the exact body; an answer is its status line, headers, an
//! empty line and the body. One line break at the end of a body belongs to the file.
class ReplayServer : public QObject
{
    Q_OBJECT

public:
    explicit ReplayServer(const QString &file, QObject *parent = nullptr);

    QString address() const;
    //! What was sent otherwise than recorded; empty after a faithful conversation.
    QStringList problems() const;

private:
    struct Exchange
    {
        QByteArray start;
        QList<QByteArray> headers;
        QByteArray body;
        QByteArray answer;
    };

    void play(QTcpSocket &socket, const ReceivedRequest &request);
    void compare(const Exchange &recorded, const ReceivedRequest &request);

    QTcpServer m_server;
    HttpListener m_listener;
    QList<Exchange> m_script;
    qsizetype m_at = 0;
    QStringList m_problems;
};

} // namespace modelscribe::testing
