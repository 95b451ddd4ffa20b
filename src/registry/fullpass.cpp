// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/fullpass.h"

#include "core/freeaside.h"
#include "registry/catalogcopy.h"
#include "registry/connection.h"
#include "registry/gonecheck.h"
#include "registry/pageintake.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int maxPages = 40'000;
constexpr int maxPasses = 3;
constexpr int maxFailedPages = 2;
constexpr int maxPagesWithoutNews = 2;
constexpr qint64 maxBelievableTotal = 10'000'000;
constexpr qsizetype listedFreedHere = 1000;

QStringList idsOf(const QList<RegisteredModel> &models)
{
    QStringList ids;
    ids.reserve(models.size());
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

} // namespace

FullPass::FullPass(Connection &connection, Catalog &catalog, PageIntake &intake, CatalogCopy *copy,
                   const PageReaderOptions &options, qsizetype mostAskedAlone, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
    , m_intake(intake)
    , m_copy(copy)
    , m_mostAskedAlone(mostAskedAlone)
    , m_pages(
          connection, [&catalog] { return catalog.now(); }, options)
    , m_walk(catalog, [this](const RegisteredModel &model) { return isUnlisted(model); })
    , m_began(catalog.now())
{
    if (m_copy)
        connect(m_copy, &CatalogCopy::caughtUp, this, [this] { m_pages.hold(false); });
    connect(&m_walk, &CatalogWalk::finished, this, &FullPass::takeUnlisted);
}

FullPass::~FullPass()
{
    if (m_place.listed.size() > listedFreedHere)
        freeAside(std::tuple(std::move(m_place), std::move(m_listed), std::move(m_listedBefore)));
}

void FullPass::start()
{
    m_time.start();
    begin();
}

void FullPass::goOnWith(const CachedPass &interrupted)
{
    m_time.start();
    m_place = interrupted;
    m_listed = QSet<QString>(m_place.listed.begin(), m_place.listed.end());
    m_expectedOnPage = m_place.lastPage;
    if (m_copy)
        m_copy->goOnWithPass();
    readFrom(m_place.nextPage - 1);
}

void FullPass::stop()
{
    m_isStopped = true;
    m_pages.stop();
    m_walk.stop();
    m_check.reset();
}

void FullPass::begin()
{
    m_place = CachedPass{.began = QDateTime::currentDateTimeUtc()};
    if (m_copy)
        m_copy->beginPass(m_place.began);
    readFrom(1);
}

void FullPass::readFrom(int first)
{
    m_pages.start(first, [this](const PageReader::Page &page) { takePage(page); });
}

void FullPass::takePage(const PageReader::Page &page)
{
    if (!page.content) {
        takeFailedPage(page.number, page.content.error());
        return;
    }
    ++m_pagesRead;
    m_failedPages = 0;
    noteTotal(page.number, *page.content);
    const qsizetype listedBefore = m_listed.size();
    const bool isReadAgain = !m_expectedOnPage.isEmpty();
    const QStringList ids = idsOf(page.content->models);
    for (const QString &id : ids) {
        if (!id.isEmpty())
            m_listed.insert(id);
    }
    m_intake.put(page.content->models, page.asked);
    if (m_isStopped) // who heard of the models refreshed or stopped
        return;
    noteForLater(page.number, ids);
    m_pace.note(SyncPace::Time(m_time.elapsed()), m_listed.size());
    emit progressed();
    if (m_isStopped)
        return;
    const bool broughtNew = isReadAgain || m_listed.size() > listedBefore;
    const bool isLast = isLastPage(*page.content, broughtNew);
    if (isLast || page.number >= maxPages)
        endPass(isLast);
    else if (m_copy && m_copy->isBehind())
        m_pages.hold(true);
}

void FullPass::takeFailedPage(int number, const Error &error)
{
    if (error.kind != Error::Kind::Decode) {
        m_error = error;
        finish();
        return;
    }
    m_hasGap = true;
    if (!m_error) {
        m_error = error;
        m_error->detail = u"page %1: %2"_s.arg(number).arg(error.detail);
    }
    if (++m_failedPages >= maxFailedPages)
        finish();
}

//! A pass goes on behind the pages that came without a gap.
void FullPass::noteForLater(int number, const QStringList &ids)
{
    lookForMoves(ids);
    if (m_hasGap)
        return;
    if (number >= m_place.nextPage)
        m_place.listed += ids;
    m_place.nextPage = number + 1;
    m_place.lastPage = ids;
    if (m_copy)
        m_copy->takePage(number, ids);
}

//! New models come behind: the page that was the last one may have got longer.
void FullPass::lookForMoves(const QStringList &ids)
{
    const QStringList before = std::exchange(m_expectedOnPage, {});
    if (!std::ranges::equal(before, ids.first(std::min(before.size(), ids.size()))))
        m_shrank = true;
}

void FullPass::noteTotal(int number, const operations::ModelPage &page)
{
    const auto total = page.totalCount;
    if (total && m_total && *total < *m_total)
        m_shrank = true;
    m_total = total;
    m_expected = total && *total > 0 && *total <= maxBelievableTotal ? *total : 0;
    m_catalog.makeRoomFor(qsizetype(m_expected));
    m_listed.reserve(m_catalog.room());
    if (m_pageSize == 0)
        m_pageSize = int(page.models.size());
    // Fewer than were asked for: the service has a bound of its own.
    const qint64 size = std::max(1, m_pageSize);
    const qint64 pages = (m_expected + size - 1) / size;
    m_pages.setLastExpected(pages > number ? int(std::min<qint64>(pages, maxPages)) : 0);
}

bool FullPass::isLastPage(const operations::ModelPage &page, bool broughtNew)
{
    if (page.models.isEmpty())
        return true;
    // More in hand than TotalCount: then it is not to be trusted, and only the pages end the list.
    const qint64 inHand = m_listed.size();
    if (m_total == inHand)
        return true;
    m_pagesWithoutNews = broughtNew ? 0 : m_pagesWithoutNews + 1;
    return m_pagesWithoutNews >= (m_expected > inHand ? maxPagesWithoutNews : 1);
}

//! \p isWhole: its last page came.
void FullPass::endPass(bool isWhole)
{
    m_pages.stop();
    if (m_error || !isWhole)
        return finish();
    m_walk.start();
}

bool FullPass::isUnlisted(const RegisteredModel &model) const
{
    return !m_catalog.isUpsertedSince(m_began, model.id) && !m_listed.contains(model.id);
}

bool FullPass::wasEverListed(const QString &modelId) const
{
    const auto names = [&](const QSet<QString> &ids) { return ids.contains(modelId); };
    return names(m_listed) || std::ranges::any_of(m_listedBefore, names);
}

void FullPass::takeUnlisted()
{
    QStringList unlisted = m_walk.found();
    unlisted.removeIf([this](const QString &id) { return m_catalog.isUpsertedSince(m_began, id); });
    const bool isLastPass = m_pass >= maxPasses;
    const bool areMany = unlisted.size() > m_mostAskedAlone;
    if (!isLastPass && (m_shrank || (areMany && m_pass == 1))) {
        beginNextPass();
    } else if (areMany) {
        unlisted.removeIf([this](const QString &id) { return wasEverListed(id); });
        m_catalog.remove(unlisted);
        if (!m_isStopped)
            finish();
    } else {
        checkGone(unlisted);
    }
}

void FullPass::beginNextPass()
{
    ++m_pass;
    m_began = m_catalog.now();
    m_shrank = false;
    m_total.reset();
    m_pageSize = 0;
    m_pagesWithoutNews = 0;
    m_listedBefore.push_back(std::exchange(m_listed, {}));
    begin();
}

void FullPass::checkGone(const QStringList &modelIds)
{
    if (modelIds.isEmpty())
        return finish();
    m_check = std::make_unique<GoneCheck>(*m_connection, modelIds);
    connect(m_check.get(), &GoneCheck::finished, this, &FullPass::takeGone, Qt::QueuedConnection);
    m_check->start();
}

void FullPass::takeGone()
{
    const std::shared_ptr<GoneCheck> check = std::move(m_check);
    if (!check) // it was stopped meanwhile
        return;
    m_catalog.upsert(check->found());
    if (!m_isStopped)
        m_catalog.remove(check->gone());
    if (m_isStopped)
        return;
    m_error = check->error();
    finish();
}

void FullPass::finish()
{
    stop();
    emit finished();
}

} // namespace modelscribe

#include "moc_fullpass.cpp"
