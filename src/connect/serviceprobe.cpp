// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/serviceprobe.h"

#include "api/decode.h"

#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using CallKind = ProbeCall::Kind;

constexpr int mostUnreached = 2;

bool isCreation(const ProbeCall &call)
{
    return call.kind == CallKind::Create || call.kind == CallKind::CreateSame;
}

bool needsModel(const ProbeCall &call)
{
    switch (call.kind) {
    case CallKind::AskPermissions:
    case CallKind::AskUnknownId:
    case CallKind::AskPage:
    case CallKind::AskPublicPage:
    case CallKind::Create: return false;
    default: return true;
    }
}

bool isUnreached(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout
           || error.kind == Error::Kind::Tls;
}

//! 0 is no limit.
double smaller(double own, double chosen) { return chosen > 0 ? std::min(own, chosen) : own; }

//! The answer to what names nothing but the workspace.
bool isWithoutWorkspace(const ProbeCall &call, const Error &error)
{
    return error.kind == Error::Kind::NotFound
           && (call.kind == CallKind::AskPermissions || call.kind == CallKind::AskPage);
}

//! What nobody knows yet stays open for a check, whatever was found before.
ConnectionSettings forProbe(ConnectionSettings settings)
{
    settings.rules.retryAfterInSeconds = false;
    return settings;
}

} // namespace

ServiceProbeOptions ServiceProbeOptions::within(const Client &client)
{
    ServiceProbeOptions options;
    options.client.readsPerSecond = smaller(options.client.readsPerSecond, client.readsPerSecond());
    options.client.writesPerSecond = smaller(options.client.writesPerSecond,
                                             client.writesPerSecond());
    return options;
}

ServiceProbe::ServiceProbe(const ConnectionSettings &settings, const QString &notesFile,
                           ServiceProbeOptions options, QObject *parent)
    : QObject(parent)
    , m_own(forProbe(settings), options.client)
    , m_notes(notesFile)
    , m_options(std::move(options))
    , m_note{.registryKey = m_own.registryKey(),
             .workspaceId = m_own.workspaceId(),
             .name = randomProbeName()}
    , m_calls(probeCalls(m_own.workspaceId(), m_note.name))
    , m_judge(settings.rules)
{
    connect(&m_own.client(), &Client::throttled, this,
            [this](const QByteArray &retryAfter, const QByteArray &vendorRetryAfter) {
                m_judge.takeThrottled(retryAfter, vendorRetryAfter);
            });
    m_own.setLocked(false); // whoever starts it has asked
}

ServiceProbe::~ServiceProbe() = default;

ServiceFacts ServiceProbe::facts() const
{
    return {.found = m_options.cleanup.now(), .rules = m_judge.rules()};
}

bool ServiceProbe::hasSettled() const
{
    return std::ranges::any_of(findings(), [](const ProbeFinding &one) {
        return one.state == ProbeFinding::State::Settled;
    });
}

void ServiceProbe::setStage(Stage stage)
{
    m_stage = stage;
    emit changed();
}

void ServiceProbe::start()
{
    if (m_stage != Stage::Ready)
        return;
    setStage(Stage::Preparing);
    const auto hold = [notes = m_notes, registry = m_note.registryKey] {
        return notes.hold(registry);
    };
    whenDone(QtConcurrent::run(hold), this, [this](const Result<ProbeNotes::Held> &held) {
        if (!held) {
            m_error = held.error();
            end();
            return;
        }
        m_lock = held->lock;
        clean(held->notes, &ServiceProbe::begin);
    });
}

QFuture<Result<QStringList>> ServiceProbe::leftEarlier() const
{
    return QtConcurrent::run([notes = m_notes, registry = m_note.registryKey] {
        return notes.list(registry).transform([](const QList<ProbeNote> &all) {
            QStringList names;
            for (const ProbeNote &one : all)
                names.append(one.name);
            return names;
        });
    });
}

void ServiceProbe::clean(const QList<ProbeNote> &todo, void (ServiceProbe::*then)())
{
    m_cleanup = std::make_unique<ProbeCleanup>(m_own, m_notes, m_options.cleanup);
    connect(
        m_cleanup.get(), &ProbeCleanup::finished, this,
        [this, then] {
            m_left += m_cleanup->left();
            if (!m_cleanup->left().isEmpty() && !m_error)
                m_error = m_cleanup->error();
            (this->*then)();
        },
        Qt::QueuedConnection);
    m_cleanup->start(todo);
}

void ServiceProbe::begin()
{
    setStage(Stage::Asking);
    next();
}

void ServiceProbe::next()
{
    if (m_isCancelled) {
        cleanUp();
        return;
    }
    while (m_next < m_calls.size()) {
        const ProbeCall &call = m_calls[m_next++];
        const bool isPossible = !needsModel(call) || !m_note.modelIds.isEmpty();
        if (!isPossible || !m_judge.wants(call))
            continue;
        m_judge.begin(call.question);
        emit changed();
        if (isCreation(call))
            announce();
        else
            send(call);
        return;
    }
    cleanUp();
}

//! On the disk before it is sent.
void ServiceProbe::announce()
{
    m_note.began = m_options.cleanup.now();
    m_note.isOpen = true;
    note(nullptr);
}

//! Writes the note, and goes on with the creation that it announces, or with \p then.
void ServiceProbe::note(void (ServiceProbe::*then)())
{
    const auto write = [notes = m_notes, note = m_note] { return notes.put(note); };
    whenDone(QtConcurrent::run(write), this, [this, then](const Result<std::monostate> &noted) {
        if (!noted) { // what was made is deleted at once, and nothing more is made
            m_note.isOpen = m_note.isOpen && then;
            stop(noted.error());
            return;
        }
        if (then)
            (this->*then)();
        else
            send(m_calls[m_next - 1]);
    });
}

void ServiceProbe::send(const ProbeCall &call)
{
    if (m_isCancelled) {
        m_note.isOpen = m_note.isOpen && !isCreation(call);
        cleanUp();
        return;
    }
    Request request = call.request;
    for (QString &segment : request.path) {
        if (segment == probeModelId)
            segment = m_note.modelIds.first();
    }
    m_isReading = !request.isWrite();
    if (m_sent.isEmpty() || m_sent.last() != m_next - 1)
        m_sent.append(m_next - 1);
    m_request = m_own.client().send(request);
    whenDone(m_request, this, [this, call](const Result<Response> &answer) { take(call, answer); });
}

void ServiceProbe::take(const ProbeCall &call, const Result<Response> &answer)
{
    // A call that surely was not carried out is sent again: nobody else writes to this model.
    if (!answer && answer.error().againAfter && call.request.isWrite() && !m_isCancelled
        && m_unreached < mostUnreached) {
        ++m_unreached;
        QTimer::singleShot(*answer.error().againAfter, this, [this, call] { send(call); });
        return;
    }
    if (m_isCancelled && !answer && answer.error().kind == Error::Kind::Cancelled) {
        cleanUp();
        return;
    }
    m_judge.take(call, answer);
    m_note.goneCode = m_judge.rules().goneCode; // on trial it is good for whoever cleans up
    if (isCreation(call)) {
        takeCreated(call, answer);
        return;
    }
    if (!answer && (isWithoutWorkspace(call, answer.error()) || isHopeless(answer.error())))
        return stop(answer.error());
    if (answer)
        m_unreached = 0;
    next();
}

bool ServiceProbe::isHopeless(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized)
        return true;
    m_unreached = isUnreached(error) ? m_unreached + 1 : 0;
    return m_unreached >= mostUnreached;
}

void ServiceProbe::takeCreated(const ProbeCall &call, const Result<Response> &answer)
{
    const auto id = answer ? decode::createdModelId(answer->body)
                           : Result<QString>(failure(answer.error()));
    m_unreached = 0;
    if (id)
        m_note.modelIds.append(*id);
    // It is known now what came of it, unless the answer was lost, or says no id.
    m_note.isOpen = !id && (answer || answer.error().outcomeUnknown);
    if (!id && (call.kind == CallKind::Create || m_note.isOpen) && !m_error)
        m_error = id.error();
    note(m_note.isOpen ? &ServiceProbe::cleanUp : &ServiceProbe::next);
}

void ServiceProbe::stop(const Error &error)
{
    if (!m_error)
        m_error = error;
    cleanUp();
}

void ServiceProbe::cancel()
{
    if (!isRunning() || m_stage == Stage::CleaningUp || std::exchange(m_isCancelled, true))
        return;
    if (!m_error)
        m_error = Error{.kind = Error::Kind::Cancelled};
    if (m_stage == Stage::Asking && m_isReading)
        m_request.cancel(); // a write is waited for: what it made has to be known
    emit changed();
}

void ServiceProbe::cleanUp()
{
    if (m_stage == Stage::CleaningUp || m_stage == Stage::Over)
        return;
    m_judge.end();
    setStage(Stage::CleaningUp);
    const bool hasMade = m_note.isOpen || !m_note.modelIds.isEmpty();
    if (hasMade || m_note.began.isValid())
        clean({m_note}, &ServiceProbe::end);
    else
        end();
}

void ServiceProbe::end()
{
    m_judge.end();
    if (m_lock)
        m_lock->unlock(); // whoever took it may still have a share in it
    setStage(Stage::Over);
    emit finished();
}

} // namespace modelscribe

#include "moc_serviceprobe.cpp"
