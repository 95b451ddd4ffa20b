// SPDX-License-Identifier: GPL-3.0-or-later
// How a SaveRun finds out what came of writes whose answers were lost: by reading.
#include "registry/saveheld.h"
#include "registry/saverunstate.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Kind = SaveStep::Kind;
using Outcome = SaveOutcome::Result;

namespace {

//! A larger difference is refused by the service (contract section 9), so it was corrected.
constexpr qint64 maxClockDifference = 15 * 60;

} // namespace

void SaveRun::lookForCreated()
{
    if (d->done)
        return;
    if (d->look == d->options.lookPauses.size() || d->cancelled) {
        giveUpLooking();
        return;
    }
    QTimer::singleShot(d->options.lookPauses[d->look++], this, [this] {
        if (d->done)
            return;
        ask(operations::listModels({.workspaceId = plan().workspaceId,
                                    .exactName = plan().edited.name,
                                    .descending = true}),
            &SaveRun::takeLook);
    });
}

void SaveRun::takeLook(const Result<operations::ModelPage> &page)
{
    d->candidates.clear();
    d->lookAnswered = page.has_value();
    if (!page && d->settling)
        d->lost = page.error();
    if (page) {
        const QDateTime oldest = d->startedAt.addSecs(d->options.clockSkew - maxClockDifference);
        for (const RegisteredModel &model : page->models) {
            const QDateTime created = parseServiceTime(model.created);
            if (model.metadata.name == plan().edited.name && !d->idsBefore.contains(model.id)
                && (!created.isValid() || created >= oldest))
                d->candidates.append(model);
        }
    }
    tryCandidate();
}

void SaveRun::tryCandidate()
{
    if (d->candidates.isEmpty())
        lookForCreated();
    else if (isOurs(d->candidates.first()))
        created(d->candidates.first().id, true);
    else // a list may leave members out
        ask(operations::getModel(d->candidates.first().id), &SaveRun::takeCandidate);
}

void SaveRun::takeCandidate(const Result<RegisteredModel> &model)
{
    const QString id = d->candidates.takeFirst().id;
    if (model && isOurs(*model)) {
        created(id, true);
        return;
    }
    if (!model && model.error().kind != Error::Kind::NotFound)
        d->lookAnswered = false;
    if (model && d->settling)
        m_outcome.existing = *model;
    tryCandidate();
}

void SaveRun::giveUpLooking()
{
    const auto age = std::chrono::milliseconds(d->startedAt.msecsTo(d->options.now()));
    // One of this name and time but of other content may be ours, changed by somebody since.
    if (d->settling && d->lookAnswered && !m_outcome.existing && age >= d->options.goneAfter)
        failStep(*d->lost);
    else
        loseStep(*d->lost);
}

bool SaveRun::isOurs(const RegisteredModel &model) const
{
    return notTaken(plan(), model.metadata).isEmpty();
}

//! Whether the current step's write arrived.
void SaveRun::lookAgain()
{
    if (!d->done)
        ask(operations::getModel(plan().base.id), &SaveRun::takeSettling);
}

void SaveRun::takeSettling(const Result<RegisteredModel> &model)
{
    if (!model) {
        if (model.error().kind == Error::Kind::NotFound || !mayHaveHappened(*d->lost))
            failStep(model.error());
        else
            loseStep(*d->lost);
        return;
    }
    m_outcome.now = *model;
    switch (heldOf(plan(), step().kind, model->metadata)) {
    case Held::All:
        setStep(StepState::Done);
        next();
        break;
    case Held::Nothing:
        if (mayStillCome(*d->lost) && !d->cancelled && d->look < d->options.lookPauses.size()) {
            QTimer::singleShot(d->options.lookPauses[d->look++], this, &SaveRun::lookAgain);
            return;
        }
        d->lost->outcomeUnknown = false;
        failStep(*d->lost);
        break;
    case Held::Other: loseStep(*d->lost); break;
    }
}

void SaveRun::settle(const QDateTime &startedAt)
{
    if (std::exchange(d->started, true))
        return;
    d->settling = true;
    d->startedAt = startedAt;
    d->lost = Error{.kind = Error::Kind::Network, .detail = u"the answer was lost"_s};
    QTimer::singleShot(0, this, &SaveRun::beginSettling);
}

void SaveRun::beginSettling()
{
    if (d->done)
        return;
    d->current = 0;
    if (d->cancelled) {
        endSettling(StepState::Unknown, {.kind = Error::Kind::Cancelled});
    } else if (!plan().isCreate()) {
        setStep(StepState::Running);
        ask(operations::getModel(plan().base.id), &SaveRun::takeHeld, true);
    } else {
        setStep(StepState::Done); // or nothing would have been sent
        d->options.lookPauses.prepend(std::chrono::milliseconds(0));
        ++d->current;
        setStep(StepState::Running);
        lookForCreated();
    }
}

void SaveRun::takeHeld(const Result<RegisteredModel> &model)
{
    if (!model) {
        const bool isGone = model.error().kind == Error::Kind::NotFound;
        setStep(StepState::Failed, model.error());
        endSettling(isGone ? StepState::Failed : StepState::Unknown, model.error());
        return;
    }
    m_outcome.now = *model;
    setStep(StepState::Done);
    Error unknown = *d->lost;
    unknown.outcomeUnknown = true;
    bool isKnown = true;
    const qsizetype last = plan().steps.size() - 1;
    for (d->current = 1; d->current < last && !d->done; ++d->current) {
        switch (heldOf(plan(), step().kind, model->metadata)) {
        case Held::All: setStep(StepState::Done); break;
        case Held::Nothing: setStep(StepState::Failed, d->lost); break;
        case Held::Other:
            isKnown = false;
            setStep(StepState::Unknown, unknown);
            break;
        }
    }
    if (d->done)
        return;
    const bool all = std::ranges::all_of(plan().steps, [](const SaveStep &step) {
        return !step.isWrite() || step.state == StepState::Done;
    });
    if (all)
        takeReadBack(model);
    else if (isKnown)
        finish(hasWritten() ? Outcome::Partly : Outcome::Failed, d->lost);
    else
        finish(Outcome::Unknown, unknown);
}

//! Nothing was learnt, or that nothing is there: all writes end alike.
void SaveRun::endSettling(StepState state, const Error &error)
{
    Error ending = error;
    ending.outcomeUnknown = state == StepState::Unknown;
    for (qsizetype i = 0; i < plan().steps.size() && !d->done; ++i) {
        if (!plan().steps[i].isWrite())
            continue;
        d->current = i;
        setStep(state, ending);
    }
    finish(state == StepState::Unknown ? Outcome::Unknown : Outcome::Failed, ending);
}

} // namespace modelscribe
