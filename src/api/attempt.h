// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/errormapping.h"
#include "api/wire.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace modelscribe {

class SingleSendBody;

//! One request, signed with one key, once over the wire, within its times and within its size. The
//! time of the whole call is its owner's to watch.
class Attempt : public QObject
{
    Q_OBJECT

public:
    Attempt(Wire &wire, const Request &request, AccessKey key,
            std::chrono::milliseconds connectTimeout, QObject *parent);
    ~Attempt() override;

    void start();
    //! Ends it without finished().
    void abort() { dropReply(); }
    //! Ends it: there is no more time for the call.
    void expire();

    //! After finished(): what came back.
    const HttpAnswer &answer() const { return m_answer; }
    //! After finished(): nothing when the status is 2xx and the answer came whole.
    const std::optional<AttemptFailure> &failure() const { return m_failure; }
    //! How often it went out. Qt repeats a read once by itself when the connection drops before the
    //! answer.
    int sends() const { return m_sends; }
    //! Some of the request may have reached the service.
    bool bytesOut() const;

signals:
    void finished();

private:
    void watchReply();
    void noteConnected();
    void heardSomething();
    void readHeaders();
    void readBody();
    void replyFinished();
    AttemptFailure transportFailureOfReply() const;
    AttemptFailure redirected() const;
    void connectTimedOut();
    void timedOut(const QString &what, std::chrono::milliseconds limit);
    QString timeDetail(const QString &what, std::chrono::milliseconds limit) const;
    void tooLarge();
    void finish(std::optional<AttemptFailure> failure);
    void dropReply();
    QString where() const;
    //! Whether the request goes by a proxy that nobody has got past yet.
    bool isBeforeProxy() const;

    Wire &m_wire;
    Request m_request;
    AccessKey m_key;
    SingleSendBody *m_body = nullptr;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    int m_sends = 0;
    bool m_isConnected = false; //!< Known of a request whose sending Qt does not tell.
    QList<QSslError> m_sslErrors;
    //! Of the server, where there are m_sslErrors. An empty one would load all of TLS (50 ms),
    //! which a registry on this computer does without.
    std::optional<QSslCertificate> m_certificate;
    QByteArray m_signedText;
    HttpAnswer m_answer;
    std::optional<AttemptFailure> m_failure;
};

} // namespace modelscribe
