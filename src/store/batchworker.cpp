// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchworker.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

BatchWorker::BatchWorker(const QString &path, const StoreOptions &options)
    : StoreWorker(path, batchtable::schema(), options)
    , m_path(path)
{
}

BatchWorker::~BatchWorker() = default;

//! False while another process has it. Where no lock can be made, none is needed either: nobody
//! else can write there.
bool BatchWorker::lock(const QUuid &id)
{
    if (m_locks.contains(id))
        return true;
    auto lock = std::make_unique<platform::ProcessLock>(
        m_path + u'-' + id.toString(QUuid::WithoutBraces) + u".lock"_s);
    if (lock->tryLock() == platform::ProcessLock::Result::Taken)
        return false;
    m_locks[id] = std::move(lock);
    return true;
}

//! Whoever asked hears whether it worked; what did not is not tried again later.
Result<std::monostate> BatchWorker::write(std::function<Result<void>()> change)
{
    m_change = std::move(change);
    const auto saved = save(true);
    m_change = {};
    if (!saved)
        return failure(saved.error());
    return std::monostate();
}

Result<void> BatchWorker::writeUnsaved() { return file().transaction(m_change); }

void BatchWorker::attemptEnded(const Result<void> &) { m_change = {}; }

Result<std::monostate> BatchWorker::put(const KeptBatch &batch)
{
    lock(batch.head.id);
    return write([this, &batch] { return batchtable::put(file(), batch); });
}

Result<QList<BatchHead>> BatchWorker::list(const QString &registryKey)
{
    followFile();
    return batchtable::list(file(), registryKey);
}

Result<QList<BatchHead>> BatchWorker::interrupted(const QString &registryKey)
{
    auto heads = list(registryKey);
    if (!heads)
        return heads;
    heads->removeIf([this](const BatchHead &head) {
        const bool isOurs = m_locks.contains(head.id);
        const bool isFree = lock(head.id);
        if (!isOurs)
            m_locks.erase(head.id); // whoever goes on claims it
        return !isFree;
    });
    return heads;
}

Result<KeptBatch> BatchWorker::claim(const QUuid &id)
{
    followFile();
    if (!file().onDisk())
        return failure(report().error);
    if (!lock(id))
        return failure(Error::Kind::Conflict, u"another program is at it"_s);
    const auto found = batchtable::find(file(), id);
    if (found && *found)
        return **found;
    m_locks.erase(id);
    if (!found)
        return failure(found.error());
    return failure(Error::Kind::NotFound, u"there is no such run"_s);
}

Result<std::monostate> BatchWorker::remove(const QUuid &id)
{
    const auto removed = write([this, id] { return batchtable::remove(file(), id); });
    m_locks.erase(id);
    return removed;
}

Result<std::monostate> BatchWorker::putDraft(const BatchDraft &draft)
{
    return write([this, &draft] { return batchtable::putDraft(file(), draft); });
}

Result<QList<BatchDraft>> BatchWorker::drafts(const QString &registryKey)
{
    followFile();
    return batchtable::drafts(file(), registryKey);
}

Result<std::monostate> BatchWorker::removeDraft(const QUuid &id)
{
    return write([this, id] { return batchtable::removeDraft(file(), id); });
}

} // namespace modelscribe

#include "moc_batchworker.cpp"
