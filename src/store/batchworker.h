// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "store/batchtable.h"
#include "store/storeworker.h"

#include <map>
#include <memory>
#include <variant>

namespace modelscribe {

//! The half of BatchStore that lives on its thread.
class BatchWorker : public StoreWorker
{
    Q_OBJECT

public:
    BatchWorker(const QString &path, const StoreOptions &options);
    ~BatchWorker() override;

    Result<std::monostate> put(const KeptBatch &batch);
    Result<QList<BatchHead>> list(const QString &registryKey);
    Result<QList<BatchHead>> interrupted(const QString &registryKey);
    Result<KeptBatch> claim(const QUuid &id);
    Result<std::monostate> remove(const QUuid &id);
    Result<std::monostate> putDraft(const BatchDraft &draft);
    Result<QList<BatchDraft>> drafts(const QString &registryKey);
    Result<std::monostate> removeDraft(const QUuid &id);

protected:
    bool hasUnsaved() const override { return bool(m_change); }
    Result<void> writeUnsaved() override;
    void attemptEnded(const Result<void> &done) override;

private:
    bool lock(const QUuid &id);
    Result<std::monostate> write(std::function<Result<void>()> change);

    QString m_path;
    std::map<QUuid, std::unique_ptr<platform::ProcessLock>> m_locks;
    std::function<Result<void>()> m_change; //!< That is being written.
};

} // namespace modelscribe
