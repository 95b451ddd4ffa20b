// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/attempt.h"
#include "api/wire.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace modelscribe {

//! One call from its start to its end: waits for its turn, sends, reads the answer, repeats a read
//! that did not work out, all of it within one limit of time. A write goes out at most once.
class Call : public QObject
{
    Q_OBJECT

public:
    //! Reads an answer and keeps what it says; may run on another thread.
    using Decoder = std::function<Result<void>(const QByteArray &body)>;

    Call(Wire &wire, Request request, Decoder decoder, QObject *parent);

    void start();
    //! Ends the call with Kind::Cancelled, unless it has ended.
    void cancel();

    //! After finished().
    const Result<Response> &result() const { return m_result; }
    CallReport report() const;

signals:
    void finished();

private:
    enum class State {
        New,
        Queued,  //!< Waits for the delay before another attempt, a token, or a connection.
        Sending, //!< An attempt is on the wire.
        Decoding,
        Done
    };

    struct Decoded
    {
        std::optional<Error> error;
        QString requestId;
    };
    static Decoded read(const Decoder &decoder, const QByteArray &body);

    void queue(std::chrono::milliseconds delay);
    void sendOrWait();
    void send();
    void leaveLane();
    Lane &lane() const { return m_wire.lane(m_request); }
    void attemptFinished();
    void decode(const HttpAnswer &answer);
    void decoded(const Decoded &outcome);
    void attemptFailed(AttemptFailure failure);
    //! Seconds that the service's clock is ahead of this computer's, by its last answer.
    std::optional<qint64> clockOffset() const;
    bool learnSkew();
    std::optional<std::chrono::milliseconds> delayAfter(const AttemptFailure &failure);
    bool isTimeFor(std::chrono::milliseconds delay) const;
    void timeIsOver();
    void finish(Result<Response> result);
    void log() const;

    Wire &m_wire;
    Request m_request;
    Decoder m_decoder;
    State m_state = State::New;
    QTimer m_delay;
    QTimer m_limit; //!< Runs from the first attempt on.
    Attempt *m_attempt = nullptr;
    QFutureWatcher<Decoded> m_decoding;
    Response m_response;
    QByteArray m_answerDate;
    Result<Response> m_result;
    QElapsedTimer m_time;
    qint64 m_skewUsed = 0;
    int m_attempts = 0;
    int m_sends = 0; //!< The same, with those that Qt added.
    bool m_clockCorrected = false;
    std::optional<Error> m_lastError; //!< Of the attempt before.
};

} // namespace modelscribe
