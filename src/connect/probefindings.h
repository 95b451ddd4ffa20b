// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/probecall.h"
#include "model/servicerules.h"

#include <optional>

namespace modelscribe {

//! What came of one question, as facts; connect/probewording.h has the words.
struct ProbeFinding
{
    enum class State {
        Waiting,
        Running,
        Settled,
        Unsettled, //!< It was asked, and the answer does not tell.
        NotTried
    };

    ProbeQuestion question = ProbeQuestion::Permissions;
    State state = State::Waiting;
    QByteArray answer; //!< Its name in reports, such as "cleared"; empty: none.
    QString code;      //!< Of a refusal, with its status.
    int httpStatus = 0;
    int number = 0;             //!< Of models on a page.
    QStringList more;           //!< Details without names, such as "OrderNumber: refused".
    std::optional<Error> error; //!< Why it is not settled.

    friend bool operator==(const ProbeFinding &, const ProbeFinding &) = default;
};

//! The findings of a check, one a question, and the rules of the service that follow.
class ProbeFindings
{
public:
    //! \p known: what stays where a question is not settled.
    explicit ProbeFindings(const ServiceRules &known);

    const QList<ProbeFinding> &all() const { return m_all; }
    ProbeFinding &of(ProbeQuestion question) { return m_all[qsizetype(question)]; }
    bool isSettled(ProbeQuestion question) const;
    //! "cleared", when that is what it was settled with.
    bool isAnswered(ProbeQuestion question, const QByteArray &answer) const;

    void begin(ProbeQuestion question);
    void settle(ProbeQuestion question, const QByteArray &answer);
    //! With the code and the status of the refusal.
    void settleRefused(ProbeQuestion question, const Error &error,
                       const QByteArray &answer = "refused");
    //! Open: the answer to it was an error. What is settled stays so.
    void leave(ProbeQuestion question, const Error &error);
    //! Open: nothing came of what was sent.
    void leaveNotTaken(ProbeQuestion question);
    //! No more comes: what is open will not be tried.
    void end();

    ServiceRules rules;

private:
    QList<ProbeFinding> m_all;
};

//! The service's answer to what was asked, not to who asked or how often.
bool isAnswer(const Error &error);
//! A member of an answer's object, to the letter; empty when it is not there.
QByteArray memberOf(const QByteArray &object, QStringView key);

} // namespace modelscribe
