// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/attempt.h"
#include "api/wire.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace modelscribe {

//! One call from its start to its end: waits for its turn, asks for the key, sends, reads the
//! answer, repeats a read that did not work out, all of it within one limit of time. A write goes
//! out at most once.
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
        Asking,  //!< Waits for the key to sign with.
        Sending, //!< An attempt is on the wire.
        Decoding,
        Renewing, //!< The key had ended; waits for another one.
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
    void askForKey();
    void takeKey(const Result<AccessKey> &key);
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
    bool mayRenew(const AttemptFailure &failure) const;
    void renew(const AttemptFailure &failure);
    void takeRenewed(bool isThere);
    std::optional<std::chrono::milliseconds> delayAfter(const AttemptFailure &failure);
    bool isTimeFor(std::chrono::milliseconds delay) const;
    int attemptNumber() const { return m_request.attempt - 1 + m_attempts; }
    void timeIsOver();
    Error timeIsOverError() const;
    void finish(Result<Response> result);
    void log() const;

    Wire &m_wire;
    Request m_request;
    Decoder m_decoder;
    State m_state = State::New;
    QTimer m_delay;
    QTimer m_limit; //!< Runs from the first attempt on, and that from asking for its key on.
    bool m_hasLane = false; //!< Counts as one of those that its lane is busy with.
    AccessKey m_key;        //!< Of the last attempt.
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
    bool m_keyRenewed = false;        //!< Or tried to.
    std::optional<Error> m_lastError; //!< Of the attempt before.
};

} // namespace modelscribe
