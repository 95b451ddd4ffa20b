// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/newestpass.h"

#include "registry/connection.h"
#include "registry/gonecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// Twice what is in daily use; a service with a lower bound sends shorter pages.
constexpr int newestPageSize = 100;
// Where so much changed all pages are no detour.
constexpr int mostNewestPages = 60;
constexpr qsizetype mostLeftOut = 100;
constexpr qsizetype toTheSecond = 19; // "2026-11-29T10:54:50"

std::optional<qint64> secondsOf(const QString &time)
{
    const QDateTime moment = parseServiceTime(time);
    return moment.isValid() ? std::optional(moment.toSecsSinceEpoch()) : std::nullopt;
}

//! As texts: a catalog has 100,000 of them. One that is written in another way counts as later.
bool isLater(const QString &time, const QString &than)
{
    return time.size() < toTheSecond
           || QStringView(time).first(toTheSecond) > QStringView(than).first(toTheSecond);
}

} // namespace

NewestPass::NewestPass(Connection &connection, Catalog &catalog, const PageReaderOptions &options,
                       const QDateTime &knownUntil, Put put, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
    , m_knownUntil(knownUntil.toSecsSinceEpoch())
    , m_put(std::move(put))
    , m_pages(connection, [&catalog] { return catalog.now(); }, options,
              {.sortBy = u"GmtModifiedTime"_s, .descending = true, .pageSize = newestPageSize})
    , m_walk(catalog, [this](const RegisteredModel &model) { return isLeftOut(model); })
{
    connect(&m_walk, &CatalogWalk::finished, this, &NewestPass::askForLeftOut);
}

NewestPass::~NewestPass() = default;

void NewestPass::start()
{
    m_began = m_catalog.now();
    m_pages.start(1, [this](const PageReader::Page &page) { takePage(page); });
}

void NewestPass::stop()
{
    m_isStopped = true;
    m_walk.stop();
    m_pages.stop();
    m_check.reset();
}

void NewestPass::takePage(const PageReader::Page &page)
{
    if (!page.content) {
        m_error = page.content.error();
        const bool isAnswer = m_error->kind == Error::Kind::Service
                              || m_error->kind == Error::Kind::Invalid
                              || m_error->kind == Error::Kind::Decode;
        finish(isAnswer ? End::NotInOrder : End::Failed);
        return;
    }
    ++m_pagesRead;
    const QList<RegisteredModel> &models = page.content->models;
    const auto total = page.content->totalCount;
    m_shrank = m_shrank || (total && m_total && *total < *m_total);
    m_total = total;
    const bool areKnown = isKnown(models);
    m_put(models, page.asked);
    if (m_isStopped) // by who heard of the models
        return;
    if (!takeOrder(models))
        finish(End::NotInOrder);
    else if (page.number > 1 && areKnown)
        isProven() ? checkLeftOut() : finish(End::NotInOrder);
    else if (models.isEmpty() || page.number >= mostNewestPages)
        finish(End::Unknown);
}

bool NewestPass::takeOrder(const QList<RegisteredModel> &models)
{
    for (const RegisteredModel &model : models) {
        const auto modified = secondsOf(model.modified);
        const auto created = secondsOf(model.created);
        if (!modified || !created || modified > m_lastModified.value_or(*modified))
            return false;
        m_modifiedFell = m_modifiedFell || modified < m_lastModified.value_or(*modified);
        m_createdRose = m_createdRose || created > m_lastCreated.value_or(*created);
        m_createdFell = m_createdFell || created < m_lastCreated.value_or(*created);
        m_lastModified = modified;
        m_lastCreated = created;
        m_oldest = model.modified;
        m_listed.insert(model.id);
    }
    return true;
}

bool NewestPass::isKnown(const QList<RegisteredModel> &models) const
{
    return !models.isEmpty() && std::ranges::all_of(models, [this](const RegisteredModel &model) {
        const RegisteredModel *known = m_catalog.find(model.id);
        const auto modified = secondsOf(model.modified);
        return known && known->modified == model.modified && modified && *modified < m_knownUntil;
    });
}

bool NewestPass::isProven() const { return m_modifiedFell && m_createdRose && m_createdFell; }

void NewestPass::checkLeftOut()
{
    m_pages.stop();
    m_walk.start();
}

bool NewestPass::isLeftOut(const RegisteredModel &model) const
{
    return isLater(model.modified, m_oldest) && !m_listed.contains(model.id)
           && !m_catalog.isUpsertedSince(m_began, model.id);
}

void NewestPass::askForLeftOut()
{
    const QStringList &leftOut = m_walk.found();
    if (leftOut.isEmpty())
        return compareCount();
    if (leftOut.size() > mostLeftOut || !m_connection)
        return finish(End::NotInOrder);
    m_check = std::make_unique<GoneCheck>(*m_connection, leftOut);
    connect(m_check.get(), &GoneCheck::finished, this, &NewestPass::takeLeftOut,
            Qt::QueuedConnection);
    m_check->start();
}

void NewestPass::takeLeftOut()
{
    const std::shared_ptr<GoneCheck> check = std::move(m_check);
    if (!check)
        return;
    const bool isUnmodified = std::ranges::any_of(check->found(), [this](const auto &model) {
        const RegisteredModel *known = m_catalog.find(model.id);
        return known && known->modified == model.modified
               && !m_catalog.isUpsertedSince(m_began, model.id);
    });
    m_catalog.upsert(check->found());
    if (!m_isStopped)
        m_catalog.remove(check->gone());
    if (m_isStopped)
        return;
    m_error = check->error();
    if (m_error)
        finish(End::Failed);
    else if (isUnmodified)
        finish(End::NotInOrder);
    else
        compareCount();
}

void NewestPass::compareCount()
{
    finish(!m_shrank && m_total == m_catalog.size() ? End::Known : End::Unknown);
}

void NewestPass::finish(End end)
{
    stop();
    m_end = end;
    emit finished();
}

} // namespace modelscribe

#include "moc_newestpass.cpp"
