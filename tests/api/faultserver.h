// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httplistener.h"

namespace modelscribe::testing {

//! Plays misbehaviours. The script has one step for each request; the last step is repeated.
class FaultServer : public QObject
{
    Q_OBJECT

public:
    using Step = HttpListener::Handler;

    //! A plain server on 127.0.0.1.
    explicit FaultServer(QObject *parent = nullptr);
    //! Takes over \p server, which listens already (a QSslServer).
    explicit FaultServer(QTcpServer *server, QObject *parent = nullptr);

    quint16 port() const { return m_server->serverPort(); }
    QString address() const;
    void setScript(QList<Step> steps);
    HttpListener &listener() { return m_listener; }
    qsizetype count(const QByteArray &verb) const;

    // The steps.
    static Step answer(int status, const QByteArray &body,
                       const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    static Step bytes(const QByteArray &raw); //!< As they are, then nothing more.
    static Step bytesThenClose(const QByteArray &raw);
    static Step silence();
    static Step close();
    static Step reset();
    //! One byte of \p raw every \p everyMs.
    static Step dribble(const QByteArray &raw, int everyMs);
    //! \p head, then \p chunk again and again for as long as the other side reads.
    static Step endless(const QByteArray &head, const QByteArray &chunk);

private:
    QTcpServer *m_server;
    HttpListener m_listener;
    QList<Step> m_script;
    qsizetype m_at = 0;
};

} // namespace modelscribe::testing
