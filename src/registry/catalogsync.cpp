// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"

#include "registry/catalogcopy.h"
#include "registry/fullpass.h"
#include "registry/newestpass.h"

namespace modelscribe {

namespace {

constexpr auto clockMargin = std::chrono::minutes(20);

} // namespace

CatalogSync::CatalogSync(Connection &connection, Catalog &catalog, CatalogCopy *copy,
                         CatalogSyncOptions options, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
    , m_copy(copy)
    , m_options(std::move(options))
    , m_intake(catalog)
    , m_first(connection, catalog)
{
    connect(&connection, &Connection::listScopeChanged, this, &CatalogSync::changeScope);
    connect(&connection, &QObject::destroyed, this, [this] {
        if (m_state == State::Loading)
            fail({.kind = Error::Kind::Cancelled});
    });
    if (!m_copy)
        return;
    connect(m_copy, &CatalogCopy::filled, this, &CatalogSync::takeFilled);
    useCopy();
}

CatalogSync::~CatalogSync() = default;

qint64 CatalogSync::expectedCount() const { return m_all ? m_all->expectedCount() : 0; }

SyncProgress CatalogSync::progress() const { return m_all ? m_all->progress() : SyncProgress(); }

int CatalogSync::pagesRead() const { return m_pagesRead + (m_all ? m_all->pagesRead() : 0); }

void CatalogSync::useCopy()
{
    if (m_copy && m_connection)
        m_copy->use(m_connection->registryKey(), m_connection->listScope());
}

void CatalogSync::takeFilled()
{
    m_knownUntil = m_copy->syncedAt();
    m_allReadAt = m_copy->allReadAt();
    m_interrupted = m_copy->interruptedPass();
    m_copy->check();
    if (m_state == State::Loading)
        begin();
    emit stateChanged();
}

void CatalogSync::refresh(From from) { start(from, {}); }

void CatalogSync::refreshNewest(Then then) { start(From::LastPage, then); }

void CatalogSync::start(From from, std::optional<Then> newest)
{
    if (!m_connection)
        return;
    reset(State::Loading);
    m_from = from;
    m_then = newest;
    if (!m_copy || !m_copy->isFilling())
        begin();
    emit stateChanged();
}

void CatalogSync::begin()
{
    if (isReadLately())
        return settle(State::Ready);
    if (!beginNewest())
        beginAll();
}

//! The list of a provider changes seldom, and reading it costs the quota that work needs.
bool CatalogSync::isReadLately() const
{
    return m_then == Then::Enough && !m_connection->listScope().provider.isEmpty()
           && areAllReadLately(QDateTime::currentDateTimeUtc());
}

bool CatalogSync::areAllReadLately(const QDateTime &now) const
{
    const qint64 age = m_allReadAt.secsTo(now);
    return m_allReadAt.isValid() && age >= 0
           && age < std::chrono::seconds(m_options.allEvery).count();
}

bool CatalogSync::beginNewest()
{
    const bool cannotSort = m_cannotSort || m_connection->rules().sortsByModified == false;
    if (!m_then || cannotSort || !m_knownUntil.isValid() || m_catalog.size() <= m_options.fewModels)
        return false;
    m_began = QDateTime::currentDateTimeUtc();
    m_newest = new NewestPass(
        *m_connection, m_catalog, m_options.pages,
        m_knownUntil.addSecs(-std::chrono::seconds(clockMargin).count()),
        [this](const QList<RegisteredModel> &models, quint64 asked) {
            m_intake.put(models, asked);
        },
        this);
    connect(m_newest, &NewestPass::finished, this, &CatalogSync::takeNewest);
    m_newest->start();
    return true;
}

void CatalogSync::takeNewest()
{
    const NewestPass::End end = m_newest->end();
    const std::optional<Error> error = m_newest->error();
    m_pagesRead += m_newest->pagesRead();
    dropNewest();
    m_cannotSort = end == NewestPass::End::NotInOrder;
    if (end == NewestPass::End::Failed)
        return fail(error.value_or(Error()));
    const bool isKnown = end == NewestPass::End::Known;
    if (isKnown && mayBeEnough()) {
        noteSynced();
        return settle(State::Ready);
    }
    if (isKnown)
        m_inSight.clear();
    beginAll();
}

bool CatalogSync::mayBeEnough() const
{
    return m_then == Then::Enough && areAllReadLately(m_began) && !canGoOn();
}

void CatalogSync::dropNewest()
{
    if (!m_newest)
        return;
    m_newest->stop();
    m_newest->deleteLater(); // it may be what calls
    m_newest = nullptr;
}

void CatalogSync::beginAll()
{
    m_intake.begin();
    m_first.begin();
    m_all = new FullPass(*m_connection, m_catalog, m_intake, m_copy, m_options.pages,
                         m_options.mostAskedAlone, this);
    connect(m_all, &FullPass::progressed, this, &CatalogSync::progressed);
    connect(m_all, &FullPass::finished, this, &CatalogSync::takeAll);
    readFirst(m_inSight);
    if (m_from == From::LastPage && canGoOn())
        m_all->goOnWith(*m_interrupted);
    else
        m_all->start();
}

void CatalogSync::takeAll()
{
    m_error = m_all->error();
    dropAll();
    if (!m_error)
        noteAllSynced();
    settle(m_error ? State::Failed : State::Ready);
}

void CatalogSync::dropAll()
{
    if (!m_all)
        return;
    m_all->stop();
    m_began = m_all->place().began;
    m_interrupted = m_all->place();
    m_pagesRead += m_all->pagesRead();
    m_all->deleteLater(); // it may be what calls
    m_all = nullptr;
}

bool CatalogSync::canGoOn() const
{
    if (!m_interrupted || m_interrupted->nextPage < 2)
        return false;
    const qint64 age = m_interrupted->began.secsTo(QDateTime::currentDateTimeUtc());
    return age >= 0 && age <= std::chrono::seconds(m_options.goOnWithin).count();
}

//! Where the pages take no longer than these, they are left to them.
void CatalogSync::readFirst(const QStringList &modelIds)
{
    m_inSight = modelIds;
    if (m_state == State::Loading && m_catalog.size() > FirstReads::most * operations::pageSize)
        m_first.want(modelIds);
}

void CatalogSync::cancel()
{
    if (m_state == State::Loading)
        fail({.kind = Error::Kind::Cancelled});
}

void CatalogSync::changeScope()
{
    const bool wasUsed = m_state != State::Idle;
    reset(State::Idle);
    m_knownUntil = m_allReadAt = {};
    m_inSight.clear();
    m_interrupted.reset();
    if (m_copy)
        m_copy->leave();
    m_catalog.clear();
    useCopy();
    emit stateChanged();
    if (wasUsed)
        refreshNewest(Then::Enough);
}

void CatalogSync::reset(State state)
{
    stop();
    m_error.reset();
    m_pagesRead = 0;
    m_state = state;
    if (state == State::Loading)
        m_intake.begin();
}

void CatalogSync::stop()
{
    dropNewest();
    dropAll();
    m_first.stop();
    m_intake.end();
}

void CatalogSync::fail(const Error &error)
{
    m_error = error;
    settle(State::Failed);
}

void CatalogSync::settle(State state)
{
    stop();
    m_state = state;
    emit stateChanged();
}

//! All that is new is known, up to when the reading began.
void CatalogSync::noteSynced()
{
    m_knownUntil = m_began;
    if (m_copy)
        m_copy->noteSynced(m_began);
}

void CatalogSync::noteAllSynced()
{
    m_interrupted.reset();
    m_knownUntil = m_allReadAt = m_began;
    if (m_copy)
        m_copy->endPass(m_began);
}

} // namespace modelscribe

#include "moc_catalogsync.cpp"
