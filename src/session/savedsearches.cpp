// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedsearches.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <chrono>

namespace modelscribe {

namespace {

constexpr std::chrono::milliseconds searchesFollowPause{100}; // a file is written in several steps

} // namespace

struct SavedSearches::Private
{
    std::optional<SearchesFile> file;
    QList<SearchEdit> waiting; //!< Not on the disk yet.
    bool isWorking = false;
    bool hasFailed = false;
    QThreadPool disk;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer reading;

    Result<SearchSet> carryOut(const QList<SearchEdit> &edits, const SearchSet &known) const
    {
        if (edits.isEmpty())
            return file->read();
        const auto all = [&edits](SearchSet &set) {
            for (const SearchEdit &edit : edits)
                edit(set);
        };
        return file->change(all, known);
    }
};

SavedSearches::SavedSearches(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->reading.setSingleShot(true);
    d->reading.setInterval(searchesFollowPause);
    connect(&d->reading, &QTimer::timeout, this, &SavedSearches::work);
}

SavedSearches::~SavedSearches()
{
    d->disk.waitForDone();
    if (d->file && !d->waiting.isEmpty())
        std::ignore = d->carryOut(d->waiting, m_set);
}

void SavedSearches::keepIn(const QString &file)
{
    d->file.emplace(file);
    d->watcher = std::make_unique<QFileSystemWatcher>();
    const auto readSoon = [this] { d->reading.start(); };
    connect(d->watcher.get(), &QFileSystemWatcher::directoryChanged, this, readSoon);
    connect(d->watcher.get(), &QFileSystemWatcher::fileChanged, this, readSoon);
    work();
}

void SavedSearches::change(const SearchEdit &edit)
{
    const SearchSet before = m_set;
    edit(m_set);
    if (m_set == before)
        return;
    emit changed();
    if (!d->file)
        return;
    d->waiting.append(edit);
    work();
}

//! One thing after the other: edits in their order, or just reading.
void SavedSearches::work()
{
    if (std::exchange(d->isWorking, true))
        return;
    const QList<SearchEdit> edits = d->waiting;
    auto *watcher = new QFutureWatcher<Result<SearchSet>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, edits] {
        watcher->deleteLater();
        d->isWorking = false;
        took(watcher->result(), edits.size());
    });
    watcher->setFuture(QtConcurrent::run(
        &d->disk, [this, edits, known = m_set] { return d->carryOut(edits, known); }));
}

void SavedSearches::took(const Result<SearchSet> &result, qsizetype edits)
{
    // Of a file that was replaced it knows nothing any more.
    const QString name = d->file->name();
    for (const QString &path : {name, QFileInfo(name).path()}) {
        if (QFileInfo::exists(path))
            d->watcher->addPath(path);
    }
    if (!result) { // edits wait for the next one
        if (!std::exchange(d->hasFailed, true) || edits > 0)
            emit failed(result.error());
        if (d->waiting.size() > edits)
            work();
        return;
    }
    d->hasFailed = false;
    d->waiting.remove(0, edits);
    if (!d->waiting.isEmpty()) {
        work();
    } else if (!(*result == m_set)) {
        m_set = *result;
        emit changed();
    }
}

} // namespace modelscribe

#include "moc_savedsearches.cpp"
