// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

class QTcpSocket;

namespace modelscribe::testing {

//! The world behind a proxy: takes CONNECT or SOCKS5 and leads every name to one port of this
//! computer, so that names of hosts that nobody has can be used.
class Relay : public QObject
{
    Q_OBJECT

public:
    enum class Speaks { Http, Socks5 };

    Relay(Speaks language, quint16 target, QObject *parent = nullptr);

    //! Of Socks5; whoever has no other gets no further.
    void requireUser(const QByteArray &user, const QByteArray &password);

    quint16 port() const { return m_server.serverPort(); }
    //! "registry.example:443", as they were asked for.
    const QByteArrayList &asked() const { return m_asked; }

private:
    struct Talk;

    void accept();
    void readHttp(Talk &talk);
    void readSocks(Talk &talk);
    bool greet(Talk &talk);
    bool checkUser(Talk &talk);
    void connectThrough(Talk &talk, const QByteArray &asked, const QByteArray &answer);

    Speaks m_language;
    quint16 m_target;
    QByteArray m_user, m_password;
    QTcpServer m_server;
    QByteArrayList m_asked;
};

//! The real program, in front of a Relay.
class TinyProxy
{
public:
    //! \p login: "user password"; empty: anybody.
    explicit TinyProxy(quint16 relay, const QByteArray &login = {});
    ~TinyProxy();
    Q_DISABLE_COPY_MOVE(TinyProxy)

    //! Empty: it runs; else why not.
    QString trouble();
    quint16 port() const { return m_port; }
    QByteArray log() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_trouble;
};

//! A port of this computer that nobody listens at.
quint16 unusedPort();

} // namespace modelscribe::testing
