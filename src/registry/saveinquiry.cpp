// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveinquiry.h"

#include "registry/createdsearch.h"
#include "registry/saveheld.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Outcome = SaveOutcome::Result;

SaveInquiry::SaveInquiry(Client &client, SavePlan plan, const QDateTime &sentAt,
                         SaveRunOptions options, QObject *parent)
    : SaveProgress(client, std::move(plan), parent)
    , m_sentAt(sentAt)
    , m_options(std::move(options))
    , m_lost{.kind = Error::Kind::Network, .detail = u"the answer was lost"_s}
{
}

void SaveInquiry::start()
{
    if (begin())
        QTimer::singleShot(0, this, &SaveInquiry::look);
}

void SaveInquiry::cancel()
{
    m_cancelled = true;
    if (isRunning() && !hasWritten())
        endAll(StepState::Unknown, {.kind = Error::Kind::Cancelled});
}

void SaveInquiry::clientGone()
{
    if (!hasWritten())
        endAll(StepState::Unknown, dropped());
    else
        takeReadBack(failure(dropped()));
}

void SaveInquiry::look()
{
    if (isDone())
        return;
    setCurrent(0);
    if (m_cancelled) {
        endAll(StepState::Unknown, {.kind = Error::Kind::Cancelled});
    } else if (!plan().isCreate()) {
        setStep(StepState::Running);
        ask(operations::getModel(plan().base.id), &SaveInquiry::takeHeld, true);
    } else {
        setStep(StepState::Done); // or nothing would have been sent
        setCurrent(1);
        setStep(StepState::Running);
        lookForCreated();
    }
}

void SaveInquiry::takeHeld(const Result<RegisteredModel> &model)
{
    if (!model) {
        const bool isGone = model.error().kind == Error::Kind::NotFound;
        setStep(StepState::Failed, model.error());
        endAll(isGone ? StepState::Failed : StepState::Unknown, model.error());
        return;
    }
    outcome().now = *model;
    setStep(StepState::Done);
    Error unknown = m_lost;
    unknown.outcomeUnknown = true;
    bool isKnown = true;
    const qsizetype last = plan().steps.size() - 1;
    for (qsizetype i = 1; i < last && !isDone(); ++i) {
        setCurrent(i);
        switch (heldOf(plan(), step(), model->metadata)) {
        case Held::All: setStep(StepState::Done); break;
        case Held::Nothing: setStep(StepState::Failed, m_lost); break;
        case Held::Other:
            isKnown = false;
            setStep(StepState::Unknown, unknown);
            break;
        }
    }
    if (isDone())
        return;
    setCurrent(last);
    const bool all = std::ranges::all_of(plan().steps, [](const SaveStep &step) {
        return !step.isWrite() || step.state == StepState::Done;
    });
    if (all)
        takeReadBack(model);
    else if (isKnown)
        finish(hasWritten() ? Outcome::Partly : Outcome::Failed, m_lost);
    else
        finish(Outcome::Unknown, unknown);
}

void SaveInquiry::lookForCreated()
{
    CreatedSearch::Pauses pauses = m_options.lookPauses;
    pauses.prepend(std::chrono::milliseconds(0));
    m_search = new CreatedSearch(*client(), plan(), pauses, this);
    m_search->setSentAt(m_sentAt, m_options.clockSkew);
    connect(m_search, &CreatedSearch::found, this, &SaveInquiry::created);
    connect(m_search, &CreatedSearch::gaveUp, this, &SaveInquiry::giveUp);
    m_search->start();
}

void SaveInquiry::created(const QString &id)
{
    if (isDone())
        return;
    outcome().createdId = id;
    outcome().foundByName = true;
    setStep(StepState::Done);
    setCurrent(2);
    step().request = operations::getModel(id).request;
    setStep(StepState::Running);
    ask(operations::getModel(id), &SaveInquiry::takeReadBack, true);
}

void SaveInquiry::giveUp()
{
    if (isDone())
        return;
    outcome().existing = m_search->alike();
    const Error error = m_search->error().value_or(m_lost);
    const auto age = std::chrono::milliseconds(m_sentAt.msecsTo(m_options.now()));
    // One that is alike may be ours.
    if (m_search->sawAll() && !m_search->alike() && age >= m_options.goneAfter)
        failStep(error);
    else
        loseStep(error);
}

void SaveInquiry::takeReadBack(const Result<RegisteredModel> &model)
{
    if (!model) {
        setStep(StepState::Failed, model.error());
        finish(Outcome::Unverified, model.error());
        return;
    }
    takeHeldModel(*model);
    finish(outcome().notTaken.isEmpty() ? Outcome::Saved : Outcome::NotTaken);
}

//! Nothing was learnt, or that nothing is there: all writes end alike.
void SaveInquiry::endAll(StepState state, const Error &error)
{
    Error ending = error;
    ending.outcomeUnknown = state == StepState::Unknown;
    for (qsizetype i = 0; i < plan().steps.size() && !isDone(); ++i) {
        if (!plan().steps[i].isWrite())
            continue;
        setCurrent(i);
        setStep(state, ending);
    }
    finish(state == StepState::Unknown ? Outcome::Unknown : Outcome::Failed, ending);
}

} // namespace modelscribe

#include "moc_saveinquiry.cpp"
