// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/connection.h"

#include "core/whendone.h"
#include "registry/providers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! A refusal of what was asked says nothing about the connection; these do.
bool meansTrouble(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Throttled:
    case Error::Kind::Decode: return true;
    default: return false;
    }
}

} // namespace

Connection::Connection(ConnectionSettings settings, ClientOptions options, QObject *parent)
    : QObject(parent)
    , m_given(std::move(settings))
    , m_target(m_given.target)
    , m_providers(knownProviders().first(1))
    , m_client(std::make_unique<Client>(m_target.endpoint, m_given.credentials,
                                        m_given.clientOptions(std::move(options))))
{
    connect(m_client.get(), &Client::callFinished, this, &Connection::takeReport);
    connect(m_client.get(), &Client::clockSkewLearnt, this,
            [this](qint64 seconds) { m_clockSkew = seconds; });
    setLocked(m_target.isProtected);
    setRules(m_given.rules);
}

void Connection::setRules(const ServiceRules &rules)
{
    m_client->setRules(rules);
    if (std::exchange(m_rules, rules) != rules)
        emit rulesChanged();
}

void Connection::setLabelPost(LabelPost labelPost)
{
    ServiceRules rules = m_rules;
    rules.labelPost = labelPost;
    setRules(rules);
}

ConnectionSettings Connection::settings() const
{
    ConnectionSettings settings = m_given;
    settings.target = m_target;
    settings.rules = m_rules;
    return settings;
}

QString Connection::title() const
{
    if (isLocal())
        return isSamples() ? tr("Samples") : tr("Local registry");
    return m_target.title.isEmpty() ? m_target.endpoint.url().host() : m_target.title;
}

void Connection::setLocked(bool locked)
{
    if (m_isLocked == locked)
        return;
    m_isLocked = locked;
    m_client->setLocked(locked);
    emit lockChanged();
}

QString Connection::nameToConfirm(const QString &workspaceId) const
{
    return isProtected() ? titleOfWorkspace(workspaceId) : QString();
}

Connection::~Connection() { m_request.cancel(); }

std::chrono::milliseconds Connection::leastTimeFor(qint64 reads, qint64 writes) const
{
    const auto lasts = [](qint64 count, double rate) {
        return rate > 0 ? double(count) / rate : 0;
    };
    const double seconds = std::max(lasts(reads, m_client->readsPerSecond()),
                                    lasts(writes, m_client->writesPerSecond()));
    return std::chrono::milliseconds(qint64(seconds * 1000));
}

void Connection::setWorkspaceId(const QString &id) { listFrom({.workspaceId = id}); }

void Connection::listProvider(const QString &provider)
{
    listFrom({.workspaceId = workspaceId(), .provider = provider});
}

//! One call each, for a single model.
void Connection::lookForProviders()
{
    if (std::exchange(m_hasLookedForProviders, true))
        return;
    for (const QString &provider : knownProviders().mid(m_providers.size())) {
        whenDone(m_client->run(operations::listModels({.provider = provider, .pageSize = 1})), this,
                 [this, provider](const Result<operations::ModelPage> &page) {
                     if (!page || page->models.isEmpty())
                         return;
                     m_providers.append(provider);
                     emit providersChanged();
                 });
    }
}

void Connection::listFrom(const ListScope &scope)
{
    const ListScope before = listScope();
    m_target.workspaceId = scope.workspaceId;
    m_provider = scope.provider;
    if (scope.workspaceId != before.workspaceId)
        emit workspaceChanged();
    if (scope != before)
        emit listScopeChanged();
}

QString Connection::workspaceTitle() const
{
    return workspaceId().isEmpty() ? tr("All workspaces") : titleOfWorkspace(workspaceId());
}

QString Connection::titleOfWorkspace(const QString &id) const
{
    const auto workspace = std::ranges::find_if(m_workspaces, [&id](const Workspace &known) {
        return id.isEmpty() ? known.isDefault : known.id == id;
    });
    if (workspace != m_workspaces.end())
        return workspace->title();
    return id.isEmpty() ? tr("default workspace") : id;
}

void Connection::loadWorkspaces()
{
    m_request.cancel();
    m_loading.clear();
    ++m_loadNumber;
    requestPage(1);
}

void Connection::requestPage(int number)
{
    m_request = m_client->run(operations::listWorkspaces(number));
    whenDone(m_request, this,
             [this, number, load = m_loadNumber](const Result<operations::WorkspacePage> &page) {
                 if (load == m_loadNumber)
                     takePage(number, page);
             });
}

void Connection::takePage(int number, const Result<operations::WorkspacePage> &page)
{
    if (!page) {
        emit workspacesFailed(page.error());
        return;
    }
    const qsizetype before = m_loading.size();
    for (const Workspace &workspace : page->workspaces) {
        if (!workspace.id.isEmpty()
            && std::ranges::find(m_loading, workspace.id, &Workspace::id) == m_loading.end())
            m_loading.append(workspace);
    }
    // A page without a new one is the end, whatever TotalCount says.
    if (m_loading.size() > before && page->totalCount != m_loading.size()) {
        requestPage(number + 1);
        return;
    }
    m_workspaces = std::exchange(m_loading, {});
    emit workspacesChanged();
}

void Connection::takeReport(const CallReport &report)
{
    m_lastCall = report;
    emit lastCallChanged();
    if (report.error && report.error->kind == Error::Kind::Cancelled)
        return;
    const State state = report.error && meansTrouble(report.error->kind) ? State::Failing
                                                                         : State::Good;
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

} // namespace modelscribe

#include "moc_connection.cpp"
