// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/drafttable.h"
#include "store/storeworker.h"

#include <QMutex>
#include <QPromise>

#include <memory>

namespace modelscribe {

//! What is to become of one draft; the newest of several wins, and all who asked are told.
struct DraftChange
{
    using Promise = std::shared_ptr<QPromise<Result<qint64>>>;

    std::optional<Draft> draft; //!< Nothing: it is to be removed.
    //! Only over what this window wrote, or what stands there as it was \p seen.
    bool onlyAsSeen = false;
    DraftMark seen;
    std::vector<Promise> done;
};
using DraftChanges = std::map<DraftKey, DraftChange>;

//! The half of DraftStore that lives on its thread.
class DraftWorker : public StoreWorker
{
    Q_OBJECT

public:
    DraftWorker(const QString &path, QUuid writer, const StoreOptions &options);

    //! From any thread. True when the worker has to be told with noteQueued().
    bool queue(const DraftKey &key, DraftChange change);

    void start() override;
    void finish() override;
    void noteQueued(); //!< Writes soon.
    Result<std::monostate> flush();
    Result<DraftList> all(const QString &registryKey);
    Result<std::optional<Draft>> find(const DraftKey &key);
    void lookElsewhere();

signals:
    void changedElsewhere(const QString &registryKey, const QString &modelId);

protected:
    bool hasUnsaved() const override { return !m_unsaved.empty(); }
    Result<void> writeUnsaved() override;
    void attemptEnded(const Result<void> &done) override;
    void fileChanged() override;

private:
    void takeQueue();
    void saveSoon();
    struct Written
    {
        DraftKey key;
        std::optional<DraftMark> mark; //!< Of what stands there now.
        bool isRefused = false;
    };
    Result<Written> write(const DraftKey &key, const DraftChange &change);
    static void join(DraftChange &slot, DraftChange &&change, bool isFirst);
    void noteMarks();
    qint64 dataVersion();

    QUuid m_writer;
    DraftTable m_table;
    QMutex m_mutex;
    DraftChanges m_queue;  //!< Guarded by m_mutex.
    bool m_isTold = false; //!< Guarded by m_mutex: noteQueued() is under way.

    DraftChanges m_unsaved;
    QTimer m_delay;
    QTimer m_poll;
    std::map<DraftKey, DraftMark> m_marks; //!< As last seen or written here.
    std::optional<qint64> m_dataVersion;
};

} // namespace modelscribe
