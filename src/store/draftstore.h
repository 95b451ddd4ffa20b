// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/draft.h"
#include "store/storereport.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <variant>

namespace modelscribe {

class DraftWorker;
template<typename Worker>
class StoreThread;

//! The drafts of one window, kept in a file that other windows and processes use too.
//!
//! Every call returns at once; the work is done on a thread of the store's own. When the file
//! cannot be written everything stays in memory, failed() says so once, and it is tried again by
//! itself.
class DraftStore : public QObject
{
    Q_OBJECT

public:
    //! \p writer is put into drafts that do not name theirs.
    explicit DraftStore(const QString &file, QUuid writer = QUuid::createUuid(),
                        const StoreOptions &options = {}, QObject *parent = nullptr);
    //! Writes what waits, then closes.
    ~DraftStore() override;

    const QUuid &writer() const { return m_writer; }

    //! Written within 200 ms; several for one model meanwhile are one. The result is the draft's
    //! counter, when it (or a newer one of this model) is on the disk; or the reason it is not yet.
    //! Then it is still kept, and tried again.
    QFuture<Result<qint64>> put(Draft draft);
    //! The same for a draft in which only the place is another one. It goes over nothing that
    //! another window wrote since it was \p seen; see remove().
    QFuture<Result<qint64>> putPlace(Draft draft, const DraftMark &seen);
    //! Only what this store wrote, or what stands there as it was \p seen: what another window
    //! wrote since stays, and this ends with Kind::Conflict; changedElsewhere() says so, too.
    QFuture<Result<qint64>> remove(const QString &registryKey, const QString &modelId,
                                   const DraftMark &seen = {});
    //! Ends when everything before it is on the disk, or with the reason it is not.
    QFuture<Result<std::monostate>> flush();

    //! What was put counts, written or not. Empty \p registryKey: of all registries.
    QFuture<Result<DraftList>> all(const QString &registryKey = {});
    QFuture<Result<std::optional<Draft>>> load(const QString &registryKey, const QString &modelId);

    //! How the file was opened.
    QFuture<Result<StoreReport>> report();
    //! Looks now for what others wrote; by itself it does every second.
    QFuture<Result<std::monostate>> checkElsewhere();

signals:
    void opened(const modelscribe::StoreReport &report); //!< Also when it was opened again.
    void failed(const modelscribe::Error &error);
    void recovered();
    //! Another window or process wrote or removed this draft.
    void changedElsewhere(const QString &registryKey, const QString &modelId);

private:
    QFuture<Result<qint64>> write(Draft draft, const std::optional<DraftMark> &seen);

    QUuid m_writer;
    std::unique_ptr<StoreThread<DraftWorker>> m_thread;
};

} // namespace modelscribe
