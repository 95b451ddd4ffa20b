// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalog.h"

#include "core/whendone.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int maxPages = 40'000;
constexpr int maxPasses = 2;
constexpr int maxFailedPages = 2;
constexpr int maxPagesWithoutNews = 2;
constexpr qint64 maxBelievableTotal = 10'000'000;

} // namespace

Catalog::Catalog(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
{
    connect(&connection, &Connection::workspaceChanged, this, [this] {
        const bool wasUsed = m_state != State::Idle;
        clear();
        if (wasUsed)
            refresh();
    });
}

Catalog::~Catalog() { m_request.cancel(); }

const RegisteredModel *Catalog::find(const QString &modelId) const
{
    const int row = rowOf(modelId);
    return row < 0 ? nullptr : &m_models[row];
}

void Catalog::refresh()
{
    if (!m_connection)
        return;
    m_request.cancel();
    ++m_loadNumber;
    m_loading = {};
    m_error.reset();
    m_state = State::Loading;
    m_expected = 0;
    requestPage(1);
    emit stateChanged();
}

void Catalog::cancel()
{
    if (m_state != State::Loading)
        return;
    m_error = Error{.kind = Error::Kind::Cancelled};
    finish(State::Failed);
}

void Catalog::requestPage(int number)
{
    if (!m_connection) {
        finish(State::Failed);
        return;
    }
    m_request = m_connection->client().run(
        operations::listModels({.workspaceId = m_connection->workspaceId(), .pageNumber = number}));
    whenDone(m_request, this,
             [this, number, load = m_loadNumber](const Result<operations::ModelPage> &page) {
                 if (load == m_loadNumber)
                     takePage(number, page);
             });
}

void Catalog::takePage(int number, const Result<operations::ModelPage> &page)
{
    if (!page) {
        takeFailedPage(number, page.error());
        return;
    }
    m_loading.failedPages = 0;
    noteTotal(page->totalCount);
    const qsizetype listedBefore = m_loading.listed.size();
    merge(page->models);
    const bool broughtNew = m_loading.listed.size() > listedBefore;
    if (!isLastPage(*page, broughtNew) && number < maxPages) {
        requestPage(number + 1);
    } else if (m_loading.shrank && m_loading.pass < maxPasses) {
        ++m_loading.pass;
        m_loading.shrank = false;
        m_loading.total.reset();
        m_loading.pagesWithoutNews = 0;
        m_loading.listed.clear();
        requestPage(1);
    } else {
        if (!m_error)
            dropUnlisted();
        finish(m_error ? State::Failed : State::Ready);
    }
}

void Catalog::takeFailedPage(int number, const Error &error)
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

void Catalog::noteTotal(std::optional<qint64> total)
{
    if (total && m_loading.total && *total < *m_loading.total)
        m_loading.shrank = true;
    m_loading.total = total;
    m_expected = total && *total > 0 && *total <= maxBelievableTotal ? *total : 0;
}

bool Catalog::isLastPage(const operations::ModelPage &page, bool broughtNew)
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

void Catalog::merge(const QList<RegisteredModel> &models)
{
    const int first = int(m_models.size());
    for (const RegisteredModel &model : models) {
        if (model.id.isEmpty())
            continue;
        m_loading.listed.insert(model.id);
        if (m_loading.removed.contains(model.id))
            continue;
        m_loading.seen.insert(model.id);
        const int row = rowOf(model.id);
        if (row < 0) {
            m_rowOf.insert(model.id, int(m_models.size()));
            m_models.append(model);
        } else if (m_models[row] != model) {
            m_models[row] = model;
            if (row < first)
                emit modelChanged(row);
        }
    }
    if (m_models.size() > first)
        emit modelsAdded(first, int(m_models.size()) - 1);
}

void Catalog::dropUnlisted()
{
    const qsizetype gone = m_models.removeIf(
        [this](const RegisteredModel &model) { return !m_loading.seen.contains(model.id); });
    if (gone > 0)
        takeRemoval();
}

void Catalog::upsert(const RegisteredModel &model)
{
    if (model.id.isEmpty())
        return;
    m_loading.seen.insert(model.id);
    m_loading.removed.remove(model.id);
    const int row = rowOf(model.id);
    if (row < 0) {
        const int last = int(m_models.size());
        m_rowOf.insert(model.id, last);
        m_models.append(model);
        emit modelsAdded(last, last);
    } else if (m_models[row] != model) {
        m_models[row] = model;
        emit modelChanged(row);
    }
}

void Catalog::remove(const QString &modelId)
{
    m_loading.removed.insert(modelId);
    if (const int row = rowOf(modelId); row >= 0) {
        m_models.removeAt(row);
        takeRemoval();
    }
}

void Catalog::takeRemoval()
{
    m_rowOf.clear();
    for (int row = 0; row < m_models.size(); ++row)
        m_rowOf.insert(m_models[row].id, row);
    emit modelsReset();
}

void Catalog::clear()
{
    m_request.cancel();
    ++m_loadNumber;
    m_loading = {};
    m_error.reset();
    m_expected = 0;
    m_loadedAt = {};
    m_models.clear();
    m_state = State::Idle;
    takeRemoval();
    emit stateChanged();
}

void Catalog::finish(State state)
{
    m_request.cancel();
    ++m_loadNumber;
    m_state = state;
    m_expected = 0;
    if (state == State::Ready)
        m_loadedAt = QDateTime::currentDateTimeUtc();
    emit stateChanged();
}

} // namespace modelscribe

#include "moc_catalog.cpp"
