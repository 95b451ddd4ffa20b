// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeworker.h"

#include <chrono>
#include <limits>
#include <utility>

using namespace std::chrono_literals;

namespace modelscribe {

StoreWorker::StoreWorker(QString path, const StoreSchema &schema, StoreOptions options)
    : m_path(std::move(path))
    , m_schema(schema)
    , m_options(std::move(options))
    , m_retry(this)
    , m_checkpoint(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &StoreWorker::retry);
    // What is in the file itself does not need the WAL.
    m_checkpoint.setSingleShot(true);
    m_checkpoint.setInterval(2s);
    connect(&m_checkpoint, &QTimer::timeout, this, [this] { m_file->checkpoint(); });
}

void StoreWorker::start()
{
    open();
    if (!m_file->onDisk())
        noteFailure(m_file->report().error);
}

void StoreWorker::finish()
{
    if (m_file->onDisk())
        std::ignore = save(true);
    m_retry.stop();
    m_checkpoint.stop();
    m_file.reset();
}

void StoreWorker::open()
{
    const auto before = m_file ? std::optional(m_file->report().state) : std::nullopt;
    m_file.reset(); // two connections of one process would lock each other out
    m_file = StoreFile::open(m_path, m_schema, m_options);
    fileChanged();
    if (before != m_file->report().state || m_file->report().state == StoreState::DamagedReplaced)
        emit opened(m_file->report());
}

void StoreWorker::openChecked()
{
    const auto usual = std::exchange(m_options.checkedSize, std::numeric_limits<qint64>::max());
    open();
    m_options.checkedSize = usual;
    if (!m_file->onDisk())
        noteFailure(m_file->report().error);
}

void StoreWorker::followFile()
{
    if (m_file->isInPlace())
        return;
    // The old one can still be read, whatever its name is now.
    auto next = StoreFile::open(m_path, m_schema, m_options);
    std::ignore = next->transaction([&]() -> Result<void> {
        const auto taken = next->takeRows(*m_file);
        return taken ? Result<void>() : failure(taken.error());
    });
    m_file = std::move(next);
    fileChanged();
    emit opened(m_file->report());
    if (!m_file->onDisk())
        noteFailure(m_file->report().error);
}

Result<void> StoreWorker::save(bool now)
{
    if (m_error && !now) {
        const Result<void> failed = failure(*m_error);
        attemptEnded(failed);
        return failed;
    }
    if (!hasUnsaved() && !m_error)
        return {};
    const Result<void> done = attempt();
    if (!done) {
        noteFailure(done.error());
    } else {
        m_checkpoint.start();
        m_retry.stop();
        m_retries = 0;
        if (std::exchange(m_error, std::nullopt))
            emit recovered();
    }
    attemptEnded(done);
    return done;
}

Result<void> StoreWorker::attempt()
{
    followFile();
    const bool mayBeGone = m_error && m_error->code != storeCode(StoreState::Full);
    if (!m_file->onDisk() || mayBeGone)
        open();
    if (!m_file->onDisk())
        return failure(m_file->report().error);
    Result<void> done = hasUnsaved() ? writeUnsaved() : Result<void>();
    if (!done && done.error().code == storeCode(StoreState::Damaged)) {
        open(); // keeps it aside
        if (m_file->onDisk())
            done = writeUnsaved();
    }
    return done;
}

void StoreWorker::retry() { std::ignore = save(true); }

void StoreWorker::noteFailure(const Error &error)
{
    const bool isFirst = !m_error;
    m_error = error;
    const QList<int> &delays = m_options.retries;
    m_retry.start(delays[std::min(m_retries, delays.size() - 1)]);
    ++m_retries;
    if (isFirst)
        emit failed(error);
}

} // namespace modelscribe

#include "moc_storeworker.cpp"
