// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/errormapping.h"
#include "api/wire.h"

#include <QObject>
#include <QTimer>

namespace modelscribe {

class SingleSendBody;

//! One request, once over the wire, within its times and within its size.
class Attempt : public QObject
{
    Q_OBJECT

public:
    Attempt(Wire &wire, const Request &request, std::chrono::milliseconds connectTimeout,
            QObject *parent);
    ~Attempt() override;

    void start();
    //! Ends it without finished().
    void abort() { dropReply(); }

    //! After finished(): what came back.
    const HttpAnswer &answer() const { return m_answer; }
    //! After finished(): nothing when the status is 2xx and the answer came whole.
    const std::optional<AttemptFailure> &failure() const { return m_failure; }
    //! How often it went out. Qt repeats a request without body once by itself when the connection
    //! drops before the answer.
    int sends() const { return m_sends; }
    //! Some of the request may have reached the service.
    bool bytesOut() const;

signals:
    void finished();

private:
    void watchReply();
    void heardSomething();
    void readHeaders();
    void readBody();
    void replyFinished();
    AttemptFailure transportFailureOfReply() const;
    AttemptFailure redirected() const;
    void connectTimedOut();
    void timedOut(const QString &why);
    void tooLarge();
    void finish(std::optional<AttemptFailure> failure);
    void dropReply();
    //! "host:port" of the proxy in between, if there is one.
    QString proxyName() const;

    Wire &m_wire;
    Request m_request;
    SingleSendBody *m_body = nullptr;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_wholeTimer;
    int m_sends = 0;
    QByteArray m_signedText;
    HttpAnswer m_answer;
    std::optional<AttemptFailure> m_failure;
};

} // namespace modelscribe
