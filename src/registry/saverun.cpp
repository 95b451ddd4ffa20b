// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saverun.h"

#include "registry/createdsearch.h"
#include "registry/lostwrite.h"
#include "registry/saveheld.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Kind = SaveStep::Kind;
using Outcome = SaveOutcome::Result;

SaveRun::SaveRun(Client &client, SavePlan plan, QObject *parent)
    : SaveProgress(client, std::move(plan), parent)
{
    connect(&client, &Client::clockSkewLearnt, this,
            [this](qint64 seconds) { m_options.clockSkew = seconds; });
}

void SaveRun::setOptions(SaveRunOptions options) { m_options = std::move(options); }

void SaveRun::start()
{
    if (begin())
        QTimer::singleShot(0, this, &SaveRun::next);
}

void SaveRun::cancel()
{
    if (isDone())
        return;
    m_cancelled = true;
    if (m_search)
        m_search->stop();
    const bool reading = current() >= 0 && !step().isWrite();
    if (m_pausing || (reading && !hasWritten()))
        stopAfterCancel();
}

void SaveRun::next()
{
    if (isDone())
        return;
    const auto isStepDone = [this](qsizetype index) { // before it started over
        return index < plan().steps.size() && plan().steps[index].state == StepState::Done;
    };
    while (isStepDone(current() + 1))
        setCurrent(current() + 1);
    if (current() + 1 == plan().steps.size()) {
        finish(outcome().notTaken.isEmpty() ? Outcome::Saved : Outcome::NotTaken);
        return;
    }
    if (m_cancelled) {
        stopAfterCancel();
        return;
    }
    if (plan().steps[current() + 1].isWrite() && m_options.beforeWrites
        && !std::exchange(m_announced, true)) {
        announceWrites();
        return;
    }
    setCurrent(current() + 1);
    setStep(StepState::Running);
    if (!isDone())
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
    watcher->setFuture(m_options.beforeWrites(plan()));
}

void SaveRun::runStep()
{
    const int attempt = ++m_attempts[current()];
    if (step().isWrite())
        outcome().now.reset(); // not any more
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
        m_sentAt = m_options.now();
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
        m_idsBefore.insert(model.id);
        if (!outcome().existing)
            outcome().existing = model;
    }
    if (outcome().existing && !m_allowSameName) {
        setStep(StepState::Failed);
        finish(Outcome::NameTaken);
        return;
    }
    outcome().existing.reset();
    setStep(StepState::Done);
    next();
}

void SaveRun::takeUnchanged(const Result<RegisteredModel> &model)
{
    if (!model) {
        failStep(model.error());
        return;
    }
    outcome().now = *model;
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
        m_lost = id.error();
        lookForCreated();
    } else if (id.error().againAfter) {
        startOver(id.error());
    } else {
        failStep(id.error());
    }
}

void SaveRun::created(const QString &id, bool foundByName)
{
    outcome().createdId = id;
    outcome().foundByName = foundByName;
    for (SaveStep &later : outcome().plan.steps) {
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
        m_lost = answer.error();
        m_looks = 0;
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
    if (m_cancelled) {
        stopAfterCancel();
        return;
    }
    setCurrent(0);
    setStep(StepState::Waiting);
    setCurrent(-1);
    m_pausing = true;
    QTimer::singleShot(*error.againAfter, this, [this] {
        m_pausing = false;
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
    takeHeldModel(*model);
    if (!m_cancelled)
        replaceKeptLabels(model->metadata);
    next();
}

//! Posting did not overwrite them: what stands there was read just now, and is removed for the new
//! value.
void SaveRun::replaceKeptLabels(const ModelMetadata &now)
{
    const QList<Label> kept = keptLabels(plan(), now);
    if (kept.isEmpty())
        return;
    outcome().plan.replaceKept(kept);
    outcome().notTaken.clear();
    emit oldLabelsKept();
}

//! Whether the create whose answer was lost made a model.
void SaveRun::lookForCreated()
{
    m_search = new CreatedSearch(*client(), plan(), m_options.lookPauses, this);
    m_search->exclude(m_idsBefore);
    m_search->setSentAt(m_sentAt, m_options.clockSkew);
    connect(m_search, &CreatedSearch::found, this, [this](const QString &id) {
        if (!isDone())
            created(id, true);
    });
    connect(m_search, &CreatedSearch::gaveUp, this, [this] {
        if (!isDone())
            loseStep(*m_lost);
    });
    if (m_cancelled)
        m_search->stop();
    m_search->start();
}

//! Whether the current step's write arrived.
void SaveRun::lookAgain()
{
    if (!isDone())
        ask(operations::getModel(plan().base.id), &SaveRun::takeLook);
}

void SaveRun::takeLook(const Result<RegisteredModel> &model)
{
    if (!model) {
        if (model.error().kind == Error::Kind::NotFound || !mayHaveHappened(*m_lost))
            failStep(model.error());
        else
            loseStep(*m_lost);
        return;
    }
    outcome().now = *model;
    switch (heldOf(plan(), step(), model->metadata)) {
    case Held::All:
        setStep(StepState::Done);
        next();
        break;
    case Held::Nothing:
        if (mayStillCome(*m_lost) && !m_cancelled && m_looks < m_options.lookPauses.size()) {
            QTimer::singleShot(m_options.lookPauses[m_looks++], this, &SaveRun::lookAgain);
            return;
        }
        m_lost->outcomeUnknown = false;
        failStep(*m_lost);
        break;
    case Held::Other: loseStep(*m_lost); break;
    }
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
    const bool running = current() >= 0 && step().state == StepState::Running;
    if (running && step().isWrite())
        loseStep(m_lost.value_or(dropped()));
    else if (running && step().kind == Kind::Verify)
        takeReadBack(failure(dropped()));
    else if (running)
        failStep(dropped());
    else
        finish(hasWritten() ? Outcome::Partly : Outcome::Failed, dropped());
}

} // namespace modelscribe

#include "moc_saverun.cpp"
