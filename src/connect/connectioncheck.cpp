// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectioncheck.h"

#include "connect/hostprobe.h"
#include "credentials/credentialsource.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = CheckStep::Kind;
using State = CheckStep::State;

constexpr int stepCount = int(Kind::Models) + 1;
constexpr qint64 noticeableOffset = 60; // seconds; a signature counts for 15 minutes

//! Which step it is that the answer to the first signed call decides.
Kind stepOf(const Error &error)
{
    if (error.code.startsWith("InvalidTimeStamp"_L1))
        return Kind::Clock;
    const bool isAnswer = error.httpStatus != 0 && !error.code.isEmpty();
    const bool isAboutKey = error.kind == Error::Kind::Unauthorized
                            || error.code == "SignatureNonceUsed"_L1;
    return isAnswer && !isAboutKey ? Kind::Workspaces : Kind::Signature;
}

} // namespace

ConnectionCheck::ConnectionCheck(ConnectionSettings settings, ClientOptions options,
                                 QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_options(m_settings.clientOptions(std::move(options)))
{
    for (int i = 0; i < stepCount; ++i)
        m_steps.append({.kind = Kind(i)});
}

ConnectionCheck::~ConnectionCheck() = default;

const CheckStep *ConnectionCheck::failed() const
{
    const auto step = std::ranges::find(m_steps, State::Failed, &CheckStep::state);
    return step == m_steps.end() ? nullptr : &*step;
}

bool ConnectionCheck::hasPassed() const
{
    return std::ranges::all_of(m_steps, [](const CheckStep &step) {
        return step.state == State::Passed || step.state == State::Warned;
    });
}

void ConnectionCheck::start()
{
    ++m_run;
    m_client.reset();
    m_workspaces.clear();
    for (int i = 0; i < stepCount; ++i) {
        m_steps[i] = {.kind = Kind(i)};
        emit stepChanged(i);
    }
    begin(Kind::Name);
    m_probe = std::make_unique<HostProbe>(m_settings.target.endpoint, m_settings.route,
                                          m_options.now, m_options.connectTimeout);
    connect(m_probe.get(), &HostProbe::found, this, [this] {
        step(Kind::Name).subject = m_probe->address();
        step(Kind::Name).isProxy = m_probe->usesProxy();
        step(Kind::Name).time = m_probe->lookupTime();
        end(Kind::Name, State::Passed);
        begin(Kind::Tls);
    });
    connect(m_probe.get(), &HostProbe::finished, this, &ConnectionCheck::takeProbe);
    m_probe->start();
}

void ConnectionCheck::begin(Kind kind)
{
    m_current = int(kind);
    step(kind).state = State::Running;
    emit stepChanged(m_current);
}

void ConnectionCheck::end(Kind kind, State state, std::optional<Error> error)
{
    step(kind).state = state;
    step(kind).error = std::move(error);
    emit stepChanged(int(kind));
    if (state == State::Failed)
        stop();
}

//! What has not ended is not tried any more.
void ConnectionCheck::stop()
{
    ++m_run;
    m_current = -1;
    for (int i = 0; i < stepCount; ++i) {
        if (m_steps[i].state == State::Waiting || m_steps[i].state == State::Running) {
            m_steps[i].state = State::NotTried;
            emit stepChanged(i);
        }
    }
    emit finished();
}

void ConnectionCheck::cancel()
{
    if (!isRunning())
        return;
    if (m_probe)
        m_probe->disconnect(this);
    stop();
    m_client.reset();
}

void ConnectionCheck::takeProbe()
{
    if (const auto &error = m_probe->error()) {
        end(Kind(m_current), State::Failed, error);
        return;
    }
    step(Kind::Tls).subject = m_probe->issuer();
    step(Kind::Tls).until = m_probe->certificateEnd();
    step(Kind::Clock).clockOffset = m_probe->clockOffset();
    end(Kind::Tls, State::Passed);
    askForKey();
}

void ConnectionCheck::askForKey()
{
    begin(Kind::Keys);
    whenDone(m_settings.credentials->credentials(), this,
             [this, run = m_run](const Result<AccessKey> &key) {
                 if (run == m_run)
                     takeKey(key);
             });
}

void ConnectionCheck::takeKey(const Result<AccessKey> &key)
{
    if (!key) {
        end(Kind::Keys, State::Failed, key.error());
        return;
    }
    step(Kind::Keys).subject = QString::fromUtf8(key->shownId());
    step(Kind::Keys).until = key->expires;
    end(Kind::Keys, State::Passed);
    begin(Kind::Clock);
    // The client corrects a wrong clock by itself, so that nothing fails for it here.
    const qint64 offset = std::abs(step(Kind::Clock).clockOffset.value_or(0));
    end(Kind::Clock, offset >= noticeableOffset ? State::Warned : State::Passed);
    askForWorkspaces();
}

void ConnectionCheck::askForWorkspaces()
{
    begin(Kind::Signature);
    m_client = std::make_unique<Client>(m_settings.target.endpoint, m_settings.credentials,
                                        m_options);
    whenDone(m_client->run(operations::listWorkspaces()), this,
             [this, run = m_run](const Result<operations::WorkspacePage> &page) {
                 if (run == m_run)
                     takeWorkspaces(page);
             });
}

void ConnectionCheck::takeWorkspaces(const Result<operations::WorkspacePage> &page)
{
    if (!page) {
        refusedWorkspaces(page.error());
        return;
    }
    m_workspaces = page->workspaces;
    end(Kind::Signature, State::Passed);
    step(Kind::Workspaces).count = page->totalCount.value_or(m_workspaces.size());
    end(Kind::Workspaces, State::Passed);
    askForModels();
}

void ConnectionCheck::refusedWorkspaces(const Error &error)
{
    const Kind decided = stepOf(error);
    if (decided == Kind::Workspaces)
        end(Kind::Signature, State::Passed);
    if (decided == Kind::Clock)
        step(Kind::Clock).clockOffset = error.clockOffset;
    // Who knows the workspace need not list them all.
    if (error.kind == Error::Kind::Forbidden && !m_settings.target.workspaceId.isEmpty()) {
        end(Kind::Workspaces, State::Warned, error);
        askForModels();
        return;
    }
    end(decided, State::Failed, error);
}

void ConnectionCheck::askForModels()
{
    begin(Kind::Models);
    QString workspace = m_settings.target.workspaceId;
    if (workspace.isEmpty() && !m_workspaces.isEmpty()) {
        const auto chosen = std::ranges::find(m_workspaces, true, &Workspace::isDefault);
        workspace = chosen == m_workspaces.end() ? m_workspaces.first().id : chosen->id;
    }
    step(Kind::Models).subject = workspace;
    const operations::ListModelsQuery query{.workspaceId = workspace, .pageSize = 1};
    whenDone(m_client->run(operations::listModels(query)), this,
             [this, run = m_run](const Result<operations::ModelPage> &page) {
                 if (run == m_run)
                     takeModels(page);
             });
}

void ConnectionCheck::takeModels(const Result<operations::ModelPage> &page)
{
    if (!page) {
        end(Kind::Models, State::Failed, page.error());
        return;
    }
    step(Kind::Models).count = page->totalCount.value_or(page->models.size());
    end(Kind::Models, State::Passed);
    stop();
}

} // namespace modelscribe

#include "moc_connectioncheck.cpp"
