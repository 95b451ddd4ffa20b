// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelcacheworker.h"

#include "core/platform.h"
#include "store/bytes.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int pagesWithNews = 10;
constexpr int pagesWithoutNews = 50;

} // namespace

ModelCacheWorker::ModelCacheWorker(const QString &path, const QString &registryKey,
                                   const QString &workspaceId, const StoreOptions &options)
    : StoreWorker(path, ModelCacheTable::schema(), options)
    , m_registry(textBytes(registryKey))
    , m_workspace(textBytes(workspaceId))
    , m_delay(this)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(options.writeDelay);
    connect(&m_delay, &QTimer::timeout, this, &ModelCacheWorker::saveSoon);
}

void ModelCacheWorker::start()
{
    StoreWorker::start();
    m_isOpen = true;
    if (file().onDisk())
        std::ignore = takeOver();
}

void ModelCacheWorker::finish()
{
    m_delay.stop();
    StoreWorker::finish();
}

//! A file of this name that is about something else is emptied.
Result<void> ModelCacheWorker::takeOver()
{
    const auto facts = ModelCacheTable::facts(file());
    if (!facts)
        return failure(facts.error());
    if (facts->registry == m_registry && facts->workspace == m_workspace)
        return {};
    return file().transaction([&]() -> Result<void> {
        if (const auto cleared = ModelCacheTable::clear(file()); !cleared)
            return cleared;
        return ModelCacheTable::setFacts(file(),
                                         {.registry = m_registry, .workspace = m_workspace});
    });
}

void ModelCacheWorker::fileChanged()
{
    m_pass = 0;
    if (!m_isOpen || !file().onDisk())
        return;
    std::ignore = takeOver();
    const auto count = ModelCacheTable::count(file());
    if (count && *count == 0)
        emit emptied();
}

Result<CacheState> ModelCacheWorker::state()
{
    const auto facts = ModelCacheTable::facts(file());
    const auto count = ModelCacheTable::count(file());
    if (!facts || !count)
        return failure(facts ? count.error() : facts.error());
    CacheState state{.count = *count};
    if (facts->syncedAt > 0)
        state.syncedAt = QDateTime::fromMSecsSinceEpoch(facts->syncedAt).toUTC();
    if (facts->allReadAt > 0)
        state.allReadAt = QDateTime::fromMSecsSinceEpoch(facts->allReadAt).toUTC();
    if (facts->pass > 0) {
        if (auto pass = ModelCacheTable::pass(file(), *facts))
            state.pass = *std::move(pass);
    }
    return state;
}

Result<CachedModels> ModelCacheWorker::load(qint64 after, int most)
{
    auto some = ModelCacheTable::load(file(), after, most);
    if (some && !some->damaged.isEmpty()) {
        // Else the right one, when it comes, would be taken for it.
        queue([rows = some->damaged](StoreFile &file,
                                     Facts &) { return ModelCacheTable::removeRows(file, rows); },
              true);
    }
    return some;
}

Result<std::monostate> ModelCacheWorker::flush()
{
    m_delay.stop();
    if (const auto saved = save(true); !saved)
        return failure(saved.error());
    return std::monostate();
}

Result<std::monostate> ModelCacheWorker::checkPages()
{
    if (!file().onDisk())
        return failure(report().error);
    if (const auto checked = file().checkPages(); !checked) {
        openChecked();
        return failure(checked.error());
    }
    return std::monostate();
}

void ModelCacheWorker::queue(Change change, bool isNews)
{
    m_unsaved.push_back(std::move(change));
    m_hasNews = m_hasNews || isNews;
    if (m_pagesWaiting >= (m_hasNews ? pagesWithNews : pagesWithoutNews))
        saveSoon();
    else if (m_hasNews && !m_delay.isActive())
        m_delay.start();
}

void ModelCacheWorker::put(const QList<RegisteredModel> &models)
{
    queue(
        [models](StoreFile &file, Facts &) -> Result<void> {
            const auto put = ModelCacheTable::put(file, models);
            return put ? Result<void>() : failure(put.error());
        },
        true);
}

void ModelCacheWorker::remove(const QStringList &modelIds)
{
    queue([modelIds](StoreFile &file, Facts &) { return ModelCacheTable::remove(file, modelIds); },
          true);
}

void ModelCacheWorker::keepOnly(const QStringList &modelIds)
{
    queue(
        [modelIds](StoreFile &file, Facts &) { return ModelCacheTable::keepOnly(file, modelIds); },
        true);
}

//! Who waits for rows has them by now.
void ModelCacheWorker::beginPass(const QDateTime &began)
{
    platform::makeThreadLessUrgent();
    m_pagesWaiting = 0;
    queue(
        [this, began](StoreFile &file, Facts &facts) {
            m_pass = ++facts.lastPass;
            facts.pass = m_pass;
            facts.began = began.toMSecsSinceEpoch();
            facts.nextPage = 1;
            return ModelCacheTable::forgetPages(file);
        },
        false);
}

void ModelCacheWorker::goOnWithPass()
{
    platform::makeThreadLessUrgent();
    queue(
        [this](StoreFile &, Facts &facts) {
            m_pass = facts.pass;
            return Result<void>();
        },
        false);
}

void ModelCacheWorker::takePage(int page, const QStringList &modelIds)
{
    ++m_pagesWaiting;
    queue(
        [this, page, modelIds](StoreFile &file, Facts &facts) {
            if (!isOwnPass(facts))
                return Result<void>();
            facts.nextPage = std::max(facts.nextPage, page + 1);
            return ModelCacheTable::notePage(file, page, modelIds);
        },
        false);
}

void ModelCacheWorker::noteSynced(const QDateTime &began)
{
    queue(
        [began](StoreFile &, Facts &facts) {
            facts.syncedAt = began.toMSecsSinceEpoch();
            return Result<void>();
        },
        true);
}

void ModelCacheWorker::endPass(const QDateTime &began)
{
    m_pagesWaiting = 0;
    queue(
        [this, began](StoreFile &file, Facts &facts) {
            facts.syncedAt = facts.allReadAt = began.toMSecsSinceEpoch();
            if (facts.pass > 0 && !isOwnPass(facts))
                return Result<void>();
            m_pass = facts.pass = 0;
            facts.nextPage = 1;
            return ModelCacheTable::forgetPages(file);
        },
        true);
}

Result<void> ModelCacheWorker::writeUnsaved()
{
    const qint64 pass = m_pass;
    const auto done = file().transaction([&]() -> Result<void> {
        m_pass = pass;
        auto facts = ModelCacheTable::facts(file());
        if (!facts)
            return failure(facts.error());
        const Facts before = *facts;
        for (const Change &change : m_unsaved) {
            if (const auto written = change(file(), *facts); !written)
                return written;
        }
        return *facts == before ? Result<void>() : ModelCacheTable::setFacts(file(), *facts);
    });
    if (!done)
        m_pass = pass;
    return done;
}

void ModelCacheWorker::attemptEnded(const Result<void> &done)
{
    m_unsaved.clear();
    m_pagesWaiting = 0;
    m_hasNews = false;
    if (!done)
        m_pass = 0; // pages of it are missing now
}

} // namespace modelscribe

#include "moc_modelcacheworker.cpp"
