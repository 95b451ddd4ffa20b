// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveprogress.h"

#include "registry/saveheld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Outcome = SaveOutcome::Result;

SaveProgress::SaveProgress(Client &client, SavePlan plan, QObject *parent)
    : QObject(parent)
    , m_client(&client)
{
    m_outcome.plan = std::move(plan);
    connect(&client, &QObject::destroyed, this, [this] {
        if (isRunning())
            clientGone();
    });
}

SaveProgress::~SaveProgress()
{
    if (m_cancelRead)
        m_cancelRead();
}

Error SaveProgress::dropped()
{
    return {.kind = Error::Kind::Network, .detail = u"the connection was dropped"_s};
}

void SaveProgress::setStep(StepState state, const std::optional<Error> &error)
{
    step().state = state;
    step().error = error;
    emit stepChanged(int(m_current));
}

void SaveProgress::noteAnswer(qsizetype index, const QString &requestId, int httpStatus)
{
    SaveStep &answered = m_outcome.plan.steps[index];
    answered.requestId = requestId;
    answered.httpStatus = httpStatus;
}

bool SaveProgress::hasWritten() const
{
    return std::ranges::any_of(plan().steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == StepState::Done;
    });
}

bool SaveProgress::hasMoreWrites() const
{
    return std::ranges::any_of(plan().steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == StepState::Waiting;
    });
}

void SaveProgress::failStep(const Error &error)
{
    Error last = error;
    last.againAfter.reset();
    setStep(StepState::Failed, last);
    finish(hasWritten() ? Outcome::Partly : Outcome::Failed, last);
}

void SaveProgress::loseStep(const Error &error)
{
    Error unknown = error;
    unknown.outcomeUnknown = true;
    setStep(StepState::Unknown, unknown);
    finish(Outcome::Unknown, unknown);
}

void SaveProgress::takeHeldModel(const RegisteredModel &model)
{
    m_outcome.now = model;
    m_outcome.notTaken = notTaken(plan(), model.metadata);
    setStep(StepState::Done);
}

void SaveProgress::finish(Outcome result, const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    if (m_cancelRead)
        m_cancelRead();
    for (qsizetype i = 0; i < plan().steps.size(); ++i) {
        SaveStep &left = m_outcome.plan.steps[i];
        if (left.state != StepState::Waiting && left.state != StepState::Running)
            continue;
        left.state = StepState::Skipped;
        emit stepChanged(int(i));
    }
    m_outcome.result = result;
    m_outcome.error = error;
    const SaveOutcome outcome = m_outcome;
    emit finished(outcome);
}

} // namespace modelscribe

#include "moc_saveprogress.cpp"
