// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probefindings.h"

#include "core/jsonmembers.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Question = ProbeQuestion;
using FindingState = ProbeFinding::State;

} // namespace

ProbeFindings::ProbeFindings(const ServiceRules &known)
    : rules(known)
{
    for (int i = 0; i < probeQuestionCount; ++i)
        m_all.append({.question = Question(i)});
}

bool ProbeFindings::isSettled(Question question) const
{
    return m_all[qsizetype(question)].state == FindingState::Settled;
}

bool ProbeFindings::isAnswered(Question question, const QByteArray &answer) const
{
    return isSettled(question) && m_all[qsizetype(question)].answer == answer;
}

void ProbeFindings::begin(Question question)
{
    if (of(question).state == FindingState::Waiting)
        of(question).state = FindingState::Running;
}

void ProbeFindings::settle(Question question, const QByteArray &answer)
{
    ProbeFinding &one = of(question);
    one.state = FindingState::Settled;
    one.answer = answer;
    one.error.reset();
}

void ProbeFindings::settleRefused(Question question, const Error &error, const QByteArray &answer)
{
    settle(question, answer);
    of(question).code = error.code;
    of(question).httpStatus = error.httpStatus;
}

//! What is settled stays so.
void ProbeFindings::leave(Question question, const Error &error)
{
    ProbeFinding &one = of(question);
    if (one.state == FindingState::Settled)
        return;
    one.state = FindingState::Unsettled;
    one.code = error.code;
    one.httpStatus = error.httpStatus;
    one.error = error;
}

void ProbeFindings::leaveNotTaken(Question question)
{
    of(question).state = FindingState::Unsettled;
    of(question).answer = "notTaken";
}

void ProbeFindings::end()
{
    for (ProbeFinding &one : m_all) {
        if (one.state == FindingState::Waiting || one.state == FindingState::Running)
            one.state = FindingState::NotTried;
    }
}

bool isAnswer(const Error &error)
{
    return error.httpStatus >= 400 && error.httpStatus < 500
           && error.kind != Error::Kind::Unauthorized && error.kind != Error::Kind::Forbidden
           && error.kind != Error::Kind::Throttled;
}

QByteArray memberOf(const QByteArray &object, QStringView key)
{
    const auto members = jsonMembers(object);
    if (!members)
        return {};
    const auto member = std::ranges::find(*members, key, &RawMember::key);
    return member == members->end() ? QByteArray() : member->value.utf8();
}

} // namespace modelscribe
