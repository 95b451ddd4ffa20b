// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveheld.h"
#include "registry/saverunstate.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Kind = SaveStep::Kind;
using Outcome = SaveOutcome::Result;

SaveRun::SaveRun(Client &client, SavePlan plan, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    m_outcome.plan = std::move(plan);
    d->client = &client;
    connect(&client, &QObject::destroyed, this, &SaveRun::clientGone);
    connect(&client, &Client::clockSkewLearnt, this,
            [this](qint64 seconds) { d->options.clockSkew = seconds; });
}

SaveRun::~SaveRun()
{
    if (d->cancelRead)
        d->cancelRead();
}

void SaveRun::setOptions(SaveRunOptions options) { d->options = std::move(options); }

const SaveRunOptions &SaveRun::options() const { return d->options; }

bool SaveRun::isRunning() const { return d->started && !d->done; }

bool SaveRun::isSettling() const { return d->settling; }

void SaveRun::start()
{
    if (std::exchange(d->started, true))
        return;
    QTimer::singleShot(0, this, &SaveRun::next);
}

void SaveRun::cancel()
{
    if (d->done)
        return;
    d->cancelled = true;
    if (d->settling && !hasWritten()) {
        endSettling(StepState::Unknown, {.kind = Error::Kind::Cancelled});
        return;
    }
    const bool reading = d->current >= 0 && !step().isWrite();
    if (d->pausing || (reading && !hasWritten()))
        stopAfterCancel();
}

SaveStep &SaveRun::step() { return m_outcome.plan.steps[d->current]; }

void SaveRun::setStep(StepState state, const std::optional<Error> &error)
{
    step().state = state;
    step().error = error;
    emit stepChanged(int(d->current));
}

bool SaveRun::hasWritten() const
{
    return std::ranges::any_of(plan().steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == StepState::Done;
    });
}

bool SaveRun::hasMoreWrites() const
{
    return std::ranges::any_of(plan().steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == StepState::Waiting;
    });
}

void SaveRun::next()
{
    if (d->done)
        return;
    const auto isDone = [this](qsizetype index) { // before it started over
        return index < plan().steps.size() && plan().steps[index].state == StepState::Done;
    };
    while (isDone(d->current + 1))
        ++d->current;
    if (d->current + 1 == plan().steps.size()) {
        finish(m_outcome.notTaken.isEmpty() ? Outcome::Saved : Outcome::NotTaken);
        return;
    }
    if (d->cancelled) {
        stopAfterCancel();
        return;
    }
    if (plan().steps[d->current + 1].isWrite() && d->options.beforeWrites
        && !std::exchange(d->announced, true)) {
        announceWrites();
        return;
    }
    ++d->current;
    setStep(StepState::Running);
    if (!d->done)
        runStep();
}

//! Goes on when the future has ended in whatever way, be it cancelled without an end.
void SaveRun::announceWrites()
{
    auto *watcher = new QFutureWatcher<Result<std::monostate>>(this);
    const auto goOn = [this, watcher] {
        watcher->disconnect(this);
        watcher->deleteLater();
        next();
    };
    connect(watcher, &QFutureWatcherBase::finished, this, goOn);
    connect(watcher, &QFutureWatcherBase::canceled, this, goOn);
    watcher->setFuture(d->options.beforeWrites(plan()));
}

void SaveRun::noteAnswer(qsizetype index, const QString &requestId, int httpStatus)
{
    SaveStep &answered = m_outcome.plan.steps[index];
    answered.requestId = requestId;
    answered.httpStatus = httpStatus;
}

void SaveRun::runStep()
{
    const int attempt = ++d->attempts[d->current];
    if (step().isWrite())
        m_outcome.now.reset(); // not any more
    const auto with = [this, attempt]<typename T>(const Operation<T> &like) {
        Operation<T> operation{step().request, like.decode};
        operation.request.attempt = operation.request.isWrite() ? attempt : 1;
        return operation;
    };
    switch (step().kind) {
    case Kind::CheckName: ask(with(operations::listModels({})), &SaveRun::takeNames, true); break;
    case Kind::CheckUnchanged:
        ask(with(operations::getModel({})), &SaveRun::takeUnchanged, true);
        break;
    case Kind::Verify: ask(with(operations::getModel({})), &SaveRun::takeReadBack, true); break;
    case Kind::UpdateFields:
    case Kind::RemoveLabels:
    case Kind::AddLabels:
        ask(with(operations::deleteModel({})), &SaveRun::takeWritten, true);
        break;
    case Kind::Create:
        d->startedAt = d->options.now();
        // The plan was made by the same function, so this cannot fail now.
        if (const auto create = operations::createModel(plan().edited, plan().workspaceId))
            ask(with(*create), &SaveRun::takeCreated, true);
        else
            failStep(create.error());
        break;
    }
}

void SaveRun::takeNames(const Result<operations::ModelPage> &page)
{
    if (!page) {
        failStep(page.error());
        return;
    }
    for (const RegisteredModel &model : page->models) {
        if (model.metadata.name != plan().edited.name)
            continue;
        d->idsBefore.insert(model.id);
        if (!m_outcome.existing)
            m_outcome.existing = model;
    }
    if (m_outcome.existing && !m_allowSameName) {
        setStep(StepState::Failed);
        finish(Outcome::NameTaken);
        return;
    }
    m_outcome.existing.reset();
    setStep(StepState::Done);
    next();
}

void SaveRun::takeUnchanged(const Result<RegisteredModel> &model)
{
    if (!model) {
        failStep(model.error());
        return;
    }
    m_outcome.now = *model;
    if (!isAsPlanned(plan(), model->metadata)) {
        const Error conflict{.kind = Error::Kind::Conflict};
        setStep(StepState::Failed, conflict);
        finish(hasWritten() ? Outcome::Partly : Outcome::Conflict, conflict);
        return;
    }
    setStep(StepState::Done);
    next();
}

void SaveRun::takeCreated(const Result<QString> &id)
{
    if (id) {
        created(*id, false);
    } else if (mayHaveHappened(id.error())) {
        d->lost = id.error();
        lookForCreated();
    } else if (id.error().againAfter) {
        startOver(id.error());
    } else {
        failStep(id.error());
    }
}

void SaveRun::created(const QString &id, bool foundByName)
{
    m_outcome.createdId = id;
    m_outcome.foundByName = foundByName;
    for (SaveStep &later : m_outcome.plan.steps) {
        if (later.kind == Kind::Verify)
            later.request = operations::getModel(id).request;
    }
    setStep(StepState::Done);
    next();
}

void SaveRun::takeWritten(const Result<std::monostate> &answer)
{
    if (answer) {
        setStep(StepState::Done);
        next();
        return;
    }
    // Somebody else may have removed them.
    const bool goneAlready = step().kind == Kind::RemoveLabels
                             && answer.error().kind == Error::Kind::NotFound;
    if (mayHaveHappened(answer.error()) || goneAlready) {
        d->lost = answer.error();
        d->look = 0;
        lookAgain();
    } else if (answer.error().againAfter) {
        startOver(answer.error());
    } else {
        failStep(answer.error());
    }
}

//! The current step's write surely was not carried out: once more, but from the check on, because
//! somebody may have written since.
void SaveRun::startOver(const Error &error)
{
    setStep(StepState::Waiting, error);
    if (d->cancelled) {
        stopAfterCancel();
        return;
    }
    d->current = 0;
    setStep(StepState::Waiting);
    d->current = -1;
    d->pausing = true;
    QTimer::singleShot(*error.againAfter, this, [this] {
        d->pausing = false;
        next();
    });
}

void SaveRun::takeReadBack(const Result<RegisteredModel> &model)
{
    if (!model) {
        setStep(StepState::Failed, model.error());
        finish(Outcome::Unverified, model.error());
        return;
    }
    m_outcome.now = *model;
    m_outcome.notTaken = notTaken(plan(), model->metadata);
    setStep(StepState::Done);
    next();
}

void SaveRun::failStep(const Error &error)
{
    Error last = error;
    last.againAfter.reset();
    setStep(StepState::Failed, last);
    finish(hasWritten() ? Outcome::Partly : Outcome::Failed, last);
}

void SaveRun::loseStep(const Error &error)
{
    Error unknown = error;
    unknown.outcomeUnknown = true;
    setStep(StepState::Unknown, unknown);
    finish(Outcome::Unknown, unknown);
}

void SaveRun::stopAfterCancel()
{
    const Error cancelled{.kind = Error::Kind::Cancelled};
    if (!hasWritten())
        finish(Outcome::Cancelled, cancelled);
    else
        finish(hasMoreWrites() ? Outcome::Partly : Outcome::Unverified, cancelled);
}

void SaveRun::clientGone()
{
    if (d->done || !d->started)
        return;
    const Error gone{.kind = Error::Kind::Network, .detail = u"the connection was dropped"_s};
    if (d->settling && !hasWritten()) {
        endSettling(StepState::Unknown, gone);
        return;
    }
    const bool running = d->current >= 0 && step().state == StepState::Running;
    if (running && step().isWrite())
        loseStep(d->lost.value_or(gone));
    else if (running && step().kind == Kind::Verify)
        takeReadBack(failure(gone));
    else if (running)
        failStep(gone);
    else
        finish(hasWritten() ? Outcome::Partly : Outcome::Failed, gone);
}

void SaveRun::finish(Outcome result, const std::optional<Error> &error)
{
    if (std::exchange(d->done, true))
        return;
    if (d->cancelRead)
        d->cancelRead();
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

#include "moc_saverun.cpp"
