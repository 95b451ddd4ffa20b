// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"

#include "registry/catalogcopy.h"
#include "registry/gonecheck.h"
#include "registry/newestpass.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int maxPages = 40'000;
constexpr int maxPasses = 3;
constexpr int maxFailedPages = 2;
constexpr int maxPagesWithoutNews = 2;
constexpr qint64 maxBelievableTotal = 10'000'000;
constexpr auto clockMargin = std::chrono::minutes(20);

QStringList idsOf(const QList<RegisteredModel> &models)
{
    QStringList ids;
    ids.reserve(models.size());
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

} // namespace

CatalogSync::CatalogSync(Connection &connection, Catalog &catalog, CatalogCopy *copy,
                         CatalogSyncOptions options, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
    , m_copy(copy)
    , m_options(std::move(options))
    , m_pages(
          connection, [&catalog] { return catalog.now(); }, m_options.pages)
    , m_first(connection, catalog)
{
    connect(&connection, &Connection::listScopeChanged, this, &CatalogSync::changeScope);
    connect(&connection, &QObject::destroyed, this, [this] {
        if (m_state == State::Loading)
            fail({.kind = Error::Kind::Cancelled});
    });
    connect(&catalog, &Catalog::removed, this, [this](const QStringList &ids) {
        if (m_state == State::Loading)
            m_loading.removed.unite(QSet<QString>(ids.begin(), ids.end()));
    });
    connect(&catalog, &Catalog::added, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            m_loading.removed.remove(id);
    });
    if (!m_copy)
        return;
    connect(m_copy, &CatalogCopy::filled, this, &CatalogSync::takeFilled);
    connect(m_copy, &CatalogCopy::caughtUp, this, [this] { m_pages.hold(false); });
    useCopy();
}

CatalogSync::~CatalogSync() = default;

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
    m_time.start();
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
    if (!m_then || m_cannotSort || !m_knownUntil.isValid()
        || m_catalog.size() <= m_options.fewModels)
        return false;
    m_began = QDateTime::currentDateTimeUtc();
    m_newest = new NewestPass(
        *m_connection, m_catalog, m_options.pages,
        m_knownUntil.addSecs(-std::chrono::seconds(clockMargin).count()),
        [this](const QList<RegisteredModel> &models, quint64 asked) { put(models, asked); }, this);
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
    if (isKnown && mayBeEnough())
        return finish(State::Ready);
    if (isKnown)
        m_inSight.clear();
    m_loading = {};
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
    m_loading.began = m_catalog.now();
    m_first.begin();
    readFirst(m_inSight);
    if (m_from == From::LastPage && goOn())
        return;
    m_began = QDateTime::currentDateTimeUtc();
    if (m_copy)
        m_copy->beginPass(m_began);
    m_interrupted = CachedPass{.began = m_began};
    readFrom(1);
}

bool CatalogSync::canGoOn() const
{
    if (!m_interrupted || m_interrupted->nextPage < 2)
        return false;
    const qint64 age = m_interrupted->began.secsTo(QDateTime::currentDateTimeUtc());
    return age >= 0 && age <= std::chrono::seconds(m_options.goOnWithin).count();
}

//! With the pass that was interrupted: at its last page, to see whether it is as it was.
bool CatalogSync::goOn()
{
    if (!canGoOn())
        return false;
    m_began = m_interrupted->began;
    m_loading.listed = QSet<QString>(m_interrupted->listed.begin(), m_interrupted->listed.end());
    m_loading.everListed = m_loading.listed;
    m_loading.expectedOnPage = m_interrupted->lastPage;
    if (m_copy)
        m_copy->goOnWithPass();
    readFrom(m_interrupted->nextPage - 1);
    return true;
}

//! Where the pages take no longer than these, they are left to them.
void CatalogSync::readFirst(const QStringList &modelIds)
{
    m_inSight = modelIds;
    if (m_state == State::Loading && m_catalog.size() > FirstReads::most * operations::pageSize)
        m_first.want(modelIds);
}

void CatalogSync::readFrom(int first)
{
    m_pages.start(first, [this](const PageReader::Page &page) { takePage(page); });
}

void CatalogSync::cancel()
{
    if (m_state == State::Loading)
        fail({.kind = Error::Kind::Cancelled});
}

void CatalogSync::takePage(const PageReader::Page &page)
{
    if (!page.content) {
        takeFailedPage(page.number, page.content.error());
        return;
    }
    ++m_pagesRead;
    m_loading.failedPages = 0;
    noteTotal(page.number, *page.content);
    const qsizetype listedBefore = m_loading.listed.size();
    const bool isReadAgain = !m_loading.expectedOnPage.isEmpty();
    const int load = m_loadNumber;
    put(page.content->models, page.asked);
    if (load != m_loadNumber) // who heard of the models refreshed or stopped
        return;
    noteForLater(page.number, idsOf(page.content->models));
    m_pace.note(SyncPace::Time(m_time.elapsed()), m_loading.listed.size());
    emit progressed();
    if (load != m_loadNumber)
        return;
    const bool broughtNew = isReadAgain || m_loading.listed.size() > listedBefore;
    const bool isLast = isLastPage(*page.content, broughtNew);
    if (isLast || page.number >= maxPages)
        endPass(isLast);
    else if (m_copy && m_copy->isBehind())
        m_pages.hold(true);
}

void CatalogSync::takeFailedPage(int number, const Error &error)
{
    const bool isDamaged = error.kind == Error::Kind::Decode;
    if (!isDamaged) {
        fail(error);
        return;
    }
    m_loading.hasGap = true;
    if (!m_error) {
        m_error = error;
        m_error->detail = u"page %1: %2"_s.arg(number).arg(error.detail);
    }
    if (++m_loading.failedPages >= maxFailedPages)
        finish(State::Failed);
}

void CatalogSync::put(const QList<RegisteredModel> &models, quint64 asked)
{
    QList<RegisteredModel> news;
    news.reserve(models.size());
    for (const RegisteredModel &model : models) {
        if (model.id.isEmpty())
            continue;
        m_loading.listed.insert(model.id);
        if (!m_loading.removed.contains(model.id) && !m_catalog.isUpsertedSince(asked, model.id))
            news.append(model);
    }
    m_catalog.upsert(news);
}

//! A pass goes on behind the pages that came without a gap.
void CatalogSync::noteForLater(int number, const QStringList &ids)
{
    lookForMoves(ids);
    for (const QString &id : ids)
        m_loading.everListed.insert(id);
    if (m_loading.hasGap)
        return;
    if (number >= m_interrupted->nextPage)
        m_interrupted->listed += ids;
    m_interrupted->nextPage = number + 1;
    m_interrupted->lastPage = ids;
    if (m_copy)
        m_copy->takePage(number, ids);
}

//! New models come behind: the page that was the last one may have got longer.
void CatalogSync::lookForMoves(const QStringList &ids)
{
    const QStringList before = std::exchange(m_loading.expectedOnPage, {});
    if (!std::ranges::equal(before, ids.first(std::min(before.size(), ids.size()))))
        m_loading.shrank = true;
}

void CatalogSync::noteTotal(int number, const operations::ModelPage &page)
{
    const auto total = page.totalCount;
    if (total && m_loading.total && *total < *m_loading.total)
        m_loading.shrank = true;
    m_loading.total = total;
    m_expected = total && *total > 0 && *total <= maxBelievableTotal ? *total : 0;
    m_catalog.makeRoomFor(qsizetype(m_expected));
    if (m_loading.pageSize == 0)
        m_loading.pageSize = int(page.models.size());
    // Fewer than were asked for: the service has a bound of its own.
    const qint64 size = std::max(1, m_loading.pageSize);
    const qint64 pages = (m_expected + size - 1) / size;
    m_pages.setLastExpected(pages > number ? int(std::min<qint64>(pages, maxPages)) : 0);
}

bool CatalogSync::isLastPage(const operations::ModelPage &page, bool broughtNew)
{
    if (page.models.isEmpty())
        return true;
    // More in hand than TotalCount: then it is not to be trusted, and only the pages end the list.
    const qint64 inHand = m_loading.listed.size();
    if (m_loading.total == inHand)
        return true;
    m_loading.pagesWithoutNews = broughtNew ? 0 : m_loading.pagesWithoutNews + 1;
    return m_loading.pagesWithoutNews >= (m_expected > inHand ? maxPagesWithoutNews : 1);
}

//! \p isWhole: its last page came.
void CatalogSync::endPass(bool isWhole)
{
    m_pages.stop();
    if (m_error || !isWhole) {
        finish(m_error ? State::Failed : State::Ready);
        return;
    }
    QStringList unlisted = m_catalog.notUpsertedSince(m_loading.began);
    unlisted.removeIf([this](const QString &id) { return m_loading.listed.contains(id); });
    const bool isLastPass = m_loading.pass >= maxPasses;
    const bool areMany = unlisted.size() > m_options.mostAskedAlone;
    if (!isLastPass && (m_loading.shrank || (areMany && m_loading.pass == 1))) {
        beginNextPass();
    } else if (areMany) {
        const int load = m_loadNumber;
        unlisted.removeIf([this](const QString &id) { return m_loading.everListed.contains(id); });
        m_catalog.remove(unlisted);
        if (load == m_loadNumber)
            finish(State::Ready);
    } else {
        checkGone(unlisted);
    }
}

void CatalogSync::beginNextPass()
{
    ++m_loading.pass;
    m_loading.began = m_catalog.now();
    m_loading.shrank = false;
    m_loading.total.reset();
    m_loading.pageSize = 0;
    m_loading.pagesWithoutNews = 0;
    m_loading.listed.clear();
    m_began = QDateTime::currentDateTimeUtc();
    m_interrupted = CachedPass{.began = m_began};
    if (m_copy)
        m_copy->beginPass(m_began);
    readFrom(1);
}

void CatalogSync::checkGone(const QStringList &modelIds)
{
    if (modelIds.isEmpty()) {
        finish(State::Ready);
        return;
    }
    m_check = std::make_unique<GoneCheck>(*m_connection, modelIds);
    const auto take = [this, load = m_loadNumber] {
        if (load == m_loadNumber)
            takeGone();
    };
    connect(m_check.get(), &GoneCheck::finished, this, take, Qt::QueuedConnection);
    m_check->start();
}

void CatalogSync::takeGone()
{
    const std::shared_ptr<GoneCheck> check = std::move(m_check);
    const int load = m_loadNumber;
    m_catalog.upsert(check->found());
    if (load == m_loadNumber)
        m_catalog.remove(check->gone());
    if (load != m_loadNumber)
        return;
    if (check->error())
        fail(*check->error());
    else
        finish(State::Ready);
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
    m_pages.stop();
    m_first.stop();
    m_check.reset();
    dropNewest();
    ++m_loadNumber;
    m_loading = {};
    m_error.reset();
    m_expected = 0;
    m_pace = {};
    m_pagesRead = 0;
    m_state = state;
}

void CatalogSync::fail(const Error &error)
{
    m_error = error;
    finish(State::Failed);
}

void CatalogSync::finish(State state)
{
    if (state == State::Ready)
        noteSynced(m_loading.began > 0);
    settle(state);
}

void CatalogSync::settle(State state)
{
    m_pages.stop();
    m_first.stop();
    m_check.reset();
    dropNewest();
    ++m_loadNumber;
    m_loading = {};
    m_state = state;
    m_expected = 0;
    emit stateChanged();
}

void CatalogSync::noteSynced(bool areAll)
{
    m_knownUntil = m_began;
    if (areAll) {
        m_interrupted.reset();
        m_allReadAt = m_began;
    }
    if (m_copy)
        areAll ? m_copy->endPass(m_began) : m_copy->noteSynced(m_began);
}

} // namespace modelscribe

#include "moc_catalogsync.cpp"
