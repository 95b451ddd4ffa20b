// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewflow.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "registry/catalogsync.h"
#include "registry/outcomewording.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

using Outcome = SaveOutcome::Result;

//! Merge places as a person reads them.
QStringList placesOf(const QStringList &keys)
{
    QStringList places;
    for (const QString &key : keys) {
        const ModelField *field = findField(key);
        places.append(visibleText(field ? field->labelText() : key, 60));
    }
    return places;
}

bool hasWrites(const SavePlan &plan)
{
    return std::ranges::any_of(plan.steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == SaveStep::State::Done;
    });
}

bool isUnreachable(const Connection *connection)
{
    if (!connection)
        return true;
    if (connection->state() != Connection::State::Failing || !connection->lastCall()
        || !connection->lastCall()->error)
        return false;
    const Error::Kind kind = connection->lastCall()->error->kind;
    return kind == Error::Kind::Network || kind == Error::Kind::Tls || kind == Error::Kind::Timeout
           || kind == Error::Kind::Cancelled; // says nothing new about a failing one
}

} // namespace

ReviewFlow::ReviewFlow(Workbench &workbench, EditSession &session, SavePlan plan, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_session(&session)
    , m_plan(std::move(plan))
    , m_agreed(m_plan)
{
    connect(&workbench, &Workbench::connectionChanged, this, &ReviewFlow::followConnection);
    connect(&workbench.readings(), &Readings::goneFromRegistry, this,
            [this](const EditSession *gone) {
                if (gone == m_session && m_stage != Stage::Running && m_stage != Stage::Over)
                    takeOutcome({.result = Outcome::Failed,
                                 .plan = m_plan,
                                 .error = Error{.kind = Error::Kind::NotFound}});
            });
    followConnection();
}

void ReviewFlow::followConnection()
{
    if (const Connection *connection = m_workbench.connection()) {
        connect(connection, &Connection::stateChanged, this, &ReviewFlow::checkConnection,
                Qt::UniqueConnection);
        connect(connection, &Connection::lastCallChanged, this, &ReviewFlow::checkConnection,
                Qt::UniqueConnection);
    }
    checkConnection();
}

void ReviewFlow::checkConnection()
{
    if (m_stage == Stage::Running || m_stage == Stage::Over)
        return;
    setStage(isUnreachable(m_workbench.connection()) ? Stage::Offline : Stage::Asking);
}

void ReviewFlow::tryToConnect()
{
    if (m_stage != Stage::Offline || !m_session || !m_workbench.connection())
        return;
    setStage(Stage::Connecting);
    // Answered by Connection::lastCallChanged().
    if (m_session->isNew() || m_workbench.findDraft(m_session->draftId()) != m_session)
        m_workbench.catalogSync()->refreshNewest(CatalogSync::Then::Enough);
    else
        m_workbench.readings().recheck(m_session, 0ms);
}

void ReviewFlow::setStage(Stage stage)
{
    if (std::exchange(m_stage, stage) != stage)
        emit stageChanged();
}

void ReviewFlow::save()
{
    if (m_stage == Stage::Asking)
        start(false);
}

void ReviewFlow::start(bool isRest)
{
    if (!m_session || m_stage == Stage::Running)
        return;
    forgetOutcome();
    if (m_workbench.saving().runningSave(m_session)) {
        endAt(Obstacle::SavingAlready);
        return;
    }
    m_startedAt = QDateTime::currentDateTimeUtc();
    SaveProgress *run = m_workbench.saving().save(m_session, m_plan, m_allowSameName);
    if (!run) {
        endAt(Obstacle::OtherConnection);
        return;
    }
    emit planStarted(isRest);
    follow(run);
}

void ReviewFlow::forgetOutcome()
{
    m_outcome.reset();
    m_now.reset();
    m_merge.reset();
}

void ReviewFlow::endAt(Obstacle obstacle)
{
    forgetOutcome();
    m_obstacle = obstacle;
    m_stage = Stage::Over;
    emit stageChanged();
}

void ReviewFlow::follow(SaveProgress *run)
{
    m_run = run;
    m_stopping = false;
    connect(run, &SaveProgress::stepChanged, this,
            [this, run](int index) { emit stepChanged(run->plan(), index); });
    connect(run, &SaveProgress::finished, this, &ReviewFlow::takeOutcome);
    setStage(Stage::Running);
}

void ReviewFlow::stop()
{
    if (m_stage != Stage::Running || !m_run || std::exchange(m_stopping, true))
        return;
    emit stageChanged();
    m_run->cancel();
}

//! False when looking has told nothing: what was known before still is.
bool ReviewFlow::takeLook(const SaveOutcome &outcome)
{
    const bool isEmpty = outcome.result == Outcome::Cancelled
                         || (outcome.result == Outcome::Unknown && !outcome.now);
    if (!isEmpty || !m_outcome) {
        m_hasLooked = true;
        return true;
    }
    if (outcome.error && outcome.error->kind != Error::Kind::Cancelled) {
        m_outcome->error = outcome.error;
        m_outcome->error->outcomeUnknown = m_outcome->result == Outcome::Unknown;
    }
    return false;
}

void ReviewFlow::takeOutcome(const SaveOutcome &outcome)
{
    m_run.clear();
    m_stopping = false;
    m_hasLooked = false;
    const bool isNews = !std::exchange(m_looking, false) || takeLook(outcome);
    if (isNews)
        m_outcome = outcome;
    for (int i = 0; i < m_outcome->plan.steps.size(); ++i)
        emit stepChanged(m_outcome->plan, i);
    if (!isNews) {
        setStage(Stage::Over);
        return;
    }
    m_hasWritten = m_hasWritten || hasWrites(m_outcome->plan);
    if (outcome.result == Outcome::Saved && !m_restoring) {
        setStage(Stage::Over);
        emit saved(outcome);
        return;
    }
    if (outcome.result == Outcome::NotTaken && !m_restoring)
        keepWhatWasNotTaken();
    // Of what was sent and is neither there nor not there, others may have changed a part.
    const bool moved = outcome.result == Outcome::Conflict || outcome.result == Outcome::Unknown;
    if (moved && outcome.now && m_session) {
        m_now = outcome.now;
        mergeThen([this] {
            if (m_merge->clashes.isEmpty())
                decide({});
            else
                setStage(Stage::Over);
        });
        return;
    }
    setStage(Stage::Over);
}

//! Long texts are merged on another thread; nothing else can be done meanwhile.
void ReviewFlow::mergeThen(const std::function<void()> &then)
{
    m_session->flush();
    const ModelMetadata base = m_session->base().metadata;
    const ModelMetadata mine = m_session->edited();
    runAside(
        this, EditSession::isQuicklyMerged(mine),
        [base, mine, theirs = m_now->metadata] { return mergeModels(base, mine, theirs); },
        [this, then](const ModelMerge &merge) {
            if (m_session)
                m_session->flush();
            if (!m_session || !m_now) {
                setStage(Stage::Over);
            } else if (m_session->fits(*m_now, merge)) {
                m_merge = merge;
                then();
            } else {
                mergeThen(then); // of what is in the session now
            }
        });
}

QList<ReviewOffer> ReviewFlow::offers() const
{
    if (m_stage != Stage::Over || !m_outcome || !m_session)
        return {};
    if (outcomewording::isGone(*m_outcome)) {
        return m_outcome->result == Outcome::Unverified
                   ? QList{ReviewOffer::ReadBackAgain, ReviewOffer::CopyAsNew}
                   : QList{ReviewOffer::CopyAsNew};
    }
    switch (m_outcome->result) {
    case Outcome::Failed:
    case Outcome::Cancelled: return {ReviewOffer::TryAgain};
    case Outcome::Partly: {
        QList<ReviewOffer> offers{ReviewOffer::RetryRest};
        if (!m_restoring && m_outcome->plan.restoringLabels())
            offers.append(ReviewOffer::RestoreLabels);
        return offers;
    }
    case Outcome::Unknown: return {m_now ? ReviewOffer::ChooseWhatToKeep : ReviewOffer::LookAgain};
    case Outcome::Unverified: return {ReviewOffer::ReadBackAgain};
    case Outcome::Conflict:
        return m_now ? QList{ReviewOffer::ChooseWhatToKeep} : QList<ReviewOffer>();
    case Outcome::NameTaken: {
        const Connection *connection = m_workbench.connection();
        const bool isRefused = connection && connection->rules().namesAreUnique.value_or(false);
        return isRefused ? QList<ReviewOffer>() : QList{ReviewOffer::CreateAnother};
    }
    case Outcome::NotTaken:
        return m_restoring ? QList<ReviewOffer>() : QList{ReviewOffer::TakeRegistry};
    case Outcome::Saved: break;
    }
    return {};
}

void ReviewFlow::take(ReviewOffer offer)
{
    if (!offers().contains(offer))
        return;
    switch (offer) {
    case ReviewOffer::TryAgain: start(false); break;
    case ReviewOffer::RetryRest: retryRest(); break;
    case ReviewOffer::RestoreLabels: restoreLabels(); break;
    case ReviewOffer::LookAgain:
    case ReviewOffer::ReadBackAgain: look(); break;
    case ReviewOffer::CreateAnother:
        m_allowSameName = true;
        start(false);
        break;
    case ReviewOffer::TakeRegistry: registryMoved(); break;
    case ReviewOffer::ChooseWhatToKeep:
    case ReviewOffer::CopyAsNew: break; // the dialog's
    }
}

void ReviewFlow::retryRest()
{
    auto rest = m_outcome->plan.rest();
    if (!rest) {
        look(); // nothing is left but to see whether it is so
        return;
    }
    m_plan = *std::move(rest);
    start(true);
}

void ReviewFlow::look()
{
    SaveProgress *run = m_workbench.saving().settle(m_session, m_outcome->plan, m_startedAt,
                                                    m_workbench.saving().journalEntryOf(m_session));
    if (!run)
        return;
    m_looking = true;
    follow(run);
}

void ReviewFlow::restoreLabels()
{
    auto plan = m_outcome->plan.restoringLabels();
    if (!plan)
        return;
    m_restoring = true;
    ask(*std::move(plan));
}

//! What the registry did not take stays as an edit: nobody decided to give it up.
void ReviewFlow::keepWhatWasNotTaken()
{
    if (!m_session || !m_outcome->now)
        return;
    const RegisteredModel &now = *m_outcome->now;
    for (const NotTaken &one : std::as_const(m_outcome->notTaken)) {
        if (one.field) {
            if (one.field->sameMeaning(m_session->value(*one.field), one.held))
                m_session->setValue(*one.field, one.sent);
        } else if (labelChanges(now.metadata.labels, m_session->edited().labels).isEmpty()) {
            m_session->setLabels(m_outcome->plan.edited.labels);
        }
    }
}

void ReviewFlow::registryMoved()
{
    for (const NotTaken &one : std::as_const(m_outcome->notTaken)) {
        if (one.field)
            m_session->resetField(*one.field);
        else
            m_session->resetLabels();
    }
    emit valuesTaken();
}

void ReviewFlow::decide(const QHash<QString, MergeSide> &decisions)
{
    if (!m_session || !m_merge)
        return;
    const ModelMerge undecided = *std::exchange(m_merge, {}); // it is decided about once
    const Connection *connection = m_workbench.connection();
    const auto work = [undecided, decisions, now = *m_now, workspace = m_plan.workspaceId,
                       rules = connection ? connection->rules() : m_plan.rules] {
        const ModelMerge merge = undecided.decided(decisions);
        return Decided{merge, SavePlan::make(now, merge.merged, workspace, rules)};
    };
    runAside(this, EditSession::isQuicklyMerged(undecided.mine), work,
             [this, decisions](const Decided &decided) { takeDecided(decisions, decided); });
}

void ReviewFlow::takeDecided(const QHash<QString, MergeSide> &decisions, const Decided &decided)
{
    if (!m_session || !m_now)
        return;
    m_session->flush();
    if (!m_session->fits(*m_now, decided.merge)) { // something was typed since
        mergeThen([this, decisions] { decide(decisions); });
        return;
    }
    m_takenOver = placesOf(decided.merge.fromTheirs);
    m_session->takeMerge(*m_now, decided.merge);
    m_restoring = false;
    if (decided.plan) {
        ask(*decided.plan);
        return;
    }
    endAt(m_session->isDirty() ? Obstacle::CannotBeSaved : Obstacle::NothingLeft);
}

void ReviewFlow::ask(SavePlan plan)
{
    forgetOutcome();
    m_plan = std::move(plan);
    m_agreed = m_plan;
    emit planChanged();
    setStage(isUnreachable(m_workbench.connection()) ? Stage::Offline : Stage::Asking);
}

} // namespace modelscribe

#include "moc_reviewflow.cpp"
