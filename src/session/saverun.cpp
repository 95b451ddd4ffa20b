// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saverun.h"

#include "core/whendone.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Kind = SaveStep::Kind;
using Outcome = SaveOutcome::Result;

namespace {

//! A larger difference is refused by the service (contract section 9), so it was corrected.
constexpr qint64 maxClockDifference = 15 * 60;

bool mayHaveHappened(const Error &error)
{
    // An answer that cannot be read, or nobody left to read it, says nothing about the write.
    return error.outcomeUnknown || error.kind == Error::Kind::Decode
           || error.kind == Error::Kind::Cancelled;
}

enum class Held { All, Nothing, Other };

//! What \p now holds of the fields or labels that \p kind writes.
Held heldOf(const SavePlan &plan, Kind kind, const ModelMetadata &now)
{
    qsizetype after = 0;
    qsizetype before = 0;
    qsizetype total = 0;
    const auto count = [&](bool isAfter, bool isBefore) {
        ++total;
        after += isAfter;
        before += isBefore;
    };
    const auto hasKey = [&](const Label &label) {
        return std::ranges::find(now.labels, label.key, &Label::key) != now.labels.end();
    };
    if (kind == Kind::UpdateFields) {
        for (const FieldChange &change : plan.fields()) {
            const FieldValue held = change.field->read(now);
            count(change.field->same(held, change.after), change.field->same(held, change.before));
        }
    } else if (kind == Kind::RemoveLabels) {
        for (const Label &label : plan.labels().removed)
            count(!hasKey(label), now.labels.contains(label));
    } else {
        for (const Label &label : plan.labels().added)
            count(now.labels.contains(label), !hasKey(label));
    }
    return after == total ? Held::All : before == total ? Held::Nothing : Held::Other;
}

FieldValue labelValue(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(label.key + u'=' + label.value);
    texts.sort();
    return texts.join(u", "_s);
}

QList<NotTaken> notTaken(const SavePlan &plan, const ModelMetadata &now)
{
    QList<NotTaken> result;
    for (const FieldChange &change : plan.fields()) {
        const FieldValue held = change.field->read(now);
        if (!change.field->same(change.after, held))
            result.append({change.field, change.after, held});
    }
    const LabelChanges labels = plan.labels();
    const bool allAdded = std::ranges::all_of(
        labels.added, [&](const Label &label) { return now.labels.contains(label); });
    const bool allRemoved = std::ranges::none_of(
        labels.removed, [&](const Label &label) { return now.labels.contains(label); });
    if (!allAdded || !allRemoved)
        result.append({nullptr, labelValue(plan.edited.labels), labelValue(now.labels)});
    return result;
}

} // namespace

struct SaveRun::Private
{
    QPointer<Client> client;
    SaveRunOptions options;
    bool started = false;
    bool done = false;
    bool cancelled = false;
    qsizetype current = -1;
    std::function<void()> cancelRead;

    QSet<QString> idsBefore; //!< Of models of this name before the create.
    QDateTime startedAt;     //!< By the service's clock.
    std::optional<Error> lost;
    qsizetype look = 0;
    QList<RegisteredModel> candidates;
};

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

bool SaveRun::isRunning() const { return d->started && !d->done; }

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
    const bool reading = d->current >= 0 && !step().isWrite();
    if (reading && !hasWritten())
        stopAfterCancel();
}

//! Calls \p take with the answer, unless the run has ended by then.
template<typename T>
void SaveRun::ask(const Operation<T> &operation, void (SaveRun::*take)(const Result<T> &))
{
    if (!d->client) {
        clientGone();
        return;
    }
    const QFuture<Result<T>> answer = d->client->run(operation);
    d->cancelRead = {};
    if (!operation.request.isWrite())
        d->cancelRead = [read = QFuture<Result<T>>(answer)]() mutable { read.cancel(); };
    whenDone(answer, this, [this, take](const Result<T> &result) {
        if (!d->done)
            (this->*take)(result);
    });
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
    if (d->current + 1 == plan().steps.size()) {
        finish(m_outcome.notTaken.isEmpty() ? Outcome::Saved : Outcome::NotTaken);
        return;
    }
    if (d->cancelled) {
        stopAfterCancel();
        return;
    }
    ++d->current;
    setStep(StepState::Running);
    if (!d->done)
        runStep();
}

void SaveRun::runStep()
{
    const auto with = [this]<typename T>(const Operation<T> &like) {
        return Operation<T>{step().request, like.decode};
    };
    switch (step().kind) {
    case Kind::CheckName: ask(with(operations::listModels({})), &SaveRun::takeNames); break;
    case Kind::CheckUnchanged: ask(with(operations::getModel({})), &SaveRun::takeUnchanged); break;
    case Kind::Verify: ask(with(operations::getModel({})), &SaveRun::takeReadBack); break;
    case Kind::UpdateFields:
    case Kind::RemoveLabels:
    case Kind::AddLabels: ask(with(operations::deleteModel({})), &SaveRun::takeWritten); break;
    case Kind::Create:
        d->startedAt = d->options.now();
        // The plan was made by the same function, so this cannot fail now.
        if (const auto create = operations::createModel(plan().edited, plan().workspaceId))
            ask(with(*create), &SaveRun::takeCreated);
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
    if (!sameContent(plan().base.metadata, model->metadata)) {
        const Error conflict{.kind = Error::Kind::Conflict};
        setStep(StepState::Failed, conflict);
        finish(Outcome::Conflict, conflict);
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

void SaveRun::lookForCreated()
{
    if (d->done)
        return;
    if (d->look == d->options.lookPauses.size() || d->cancelled) {
        loseStep(*d->lost);
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
    if (model && isOurs(*model))
        created(id, true);
    else
        tryCandidate();
}

bool SaveRun::isOurs(const RegisteredModel &model) const
{
    return notTaken(plan(), model.metadata).isEmpty();
}

void SaveRun::takeWritten(const Result<std::monostate> &answer)
{
    if (answer) {
        setStep(StepState::Done);
        next();
        return;
    }
    // A repeated removal whose first answer was lost finds nothing to remove.
    const bool goneAlready = step().kind == Kind::RemoveLabels
                             && answer.error().kind == Error::Kind::NotFound;
    if (!mayHaveHappened(answer.error()) && !goneAlready) {
        failStep(answer.error());
        return;
    }
    d->lost = answer.error();
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
        d->lost->outcomeUnknown = false;
        failStep(*d->lost);
        break;
    case Held::Other: loseStep(*d->lost); break;
    }
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
    setStep(StepState::Failed, error);
    finish(hasWritten() ? Outcome::Partly : Outcome::Failed, error);
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
