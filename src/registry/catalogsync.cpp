// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"

#include "core/whendone.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int maxPages = 40'000;
constexpr int maxPasses = 2;
constexpr int maxFailedPages = 2;
constexpr int maxPagesWithoutNews = 2;
constexpr qint64 maxBelievableTotal = 10'000'000;

} // namespace

CatalogSync::CatalogSync(Connection &connection, Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
{
    connect(&connection, &Connection::workspaceChanged, this, &CatalogSync::changeWorkspace);
    connect(&catalog, &Catalog::removed, this, [this](const QStringList &ids) {
        if (m_state == State::Loading)
            m_loading.removed.unite(QSet<QString>(ids.begin(), ids.end()));
    });
    connect(&catalog, &Catalog::added, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            m_loading.removed.remove(id);
    });
}

CatalogSync::~CatalogSync() { m_request.cancel(); }

void CatalogSync::refresh()
{
    if (!m_connection)
        return;
    reset(State::Loading);
    m_loading.began = m_catalog.now();
    requestPage(1);
    emit stateChanged();
}

void CatalogSync::cancel()
{
    if (m_state != State::Loading)
        return;
    m_error = Error{.kind = Error::Kind::Cancelled};
    finish(State::Failed);
}

void CatalogSync::requestPage(int number)
{
    if (!m_connection) {
        finish(State::Failed);
        return;
    }
    m_loading.asked = m_catalog.now();
    m_request = m_connection->client().run(
        operations::listModels({.workspaceId = m_connection->workspaceId(), .pageNumber = number}));
    whenDone(m_request, this,
             [this, number, load = m_loadNumber](const Result<operations::ModelPage> &page) {
                 if (load == m_loadNumber)
                     takePage(number, page);
             });
}

void CatalogSync::takePage(int number, const Result<operations::ModelPage> &page)
{
    if (!page) {
        takeFailedPage(number, page.error());
        return;
    }
    m_loading.failedPages = 0;
    noteTotal(page->totalCount);
    const qsizetype listedBefore = m_loading.listed.size();
    const int load = m_loadNumber;
    put(page->models);
    if (load != m_loadNumber) // who heard of the models refreshed or stopped
        return;
    const bool broughtNew = m_loading.listed.size() > listedBefore;
    const bool isLast = isLastPage(*page, broughtNew);
    if (!isLast && number < maxPages) {
        requestPage(number + 1);
    } else if (m_loading.shrank && m_loading.pass < maxPasses) {
        beginSecondPass();
    } else {
        const State end = m_error ? State::Failed : State::Ready;
        if (isLast && !m_error)
            m_catalog.removeAllBut(m_loading.began);
        if (load == m_loadNumber)
            finish(end);
    }
}

void CatalogSync::takeFailedPage(int number, const Error &error)
{
    const bool isDamaged = error.kind == Error::Kind::Decode;
    if (!m_error || !isDamaged) {
        m_error = error;
        if (isDamaged)
            m_error->detail = u"page %1: %2"_s.arg(number).arg(error.detail);
    }
    if (isDamaged && ++m_loading.failedPages < maxFailedPages)
        requestPage(number + 1);
    else
        finish(State::Failed);
}

void CatalogSync::put(const QList<RegisteredModel> &models)
{
    QList<RegisteredModel> news;
    news.reserve(models.size());
    for (const RegisteredModel &model : models) {
        if (model.id.isEmpty())
            continue;
        m_loading.listed.insert(model.id);
        if (!m_loading.removed.contains(model.id)
            && !m_catalog.isUpsertedSince(m_loading.asked, model.id))
            news.append(model);
    }
    m_catalog.upsert(news);
}

void CatalogSync::noteTotal(std::optional<qint64> total)
{
    if (total && m_loading.total && *total < *m_loading.total)
        m_loading.shrank = true;
    m_loading.total = total;
    m_expected = total && *total > 0 && *total <= maxBelievableTotal ? *total : 0;
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

void CatalogSync::beginSecondPass()
{
    ++m_loading.pass;
    m_loading.shrank = false;
    m_loading.total.reset();
    m_loading.pagesWithoutNews = 0;
    m_loading.listed.clear();
    requestPage(1);
}

void CatalogSync::changeWorkspace()
{
    const bool wasUsed = m_state != State::Idle;
    reset(State::Idle);
    m_loadedAt = {};
    m_catalog.clear();
    emit stateChanged();
    if (wasUsed)
        refresh();
}

void CatalogSync::reset(State state)
{
    m_request.cancel();
    ++m_loadNumber;
    m_loading = {};
    m_error.reset();
    m_expected = 0;
    m_state = state;
}

void CatalogSync::finish(State state)
{
    m_request.cancel();
    ++m_loadNumber;
    m_loading = {};
    m_state = state;
    m_expected = 0;
    if (state == State::Ready)
        m_loadedAt = QDateTime::currentDateTimeUtc();
    emit stateChanged();
}

} // namespace modelscribe

#include "moc_catalogsync.cpp"
