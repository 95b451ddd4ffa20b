// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "store/journaltable.h"
#include "store/storeworker.h"

#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace modelscribe {

//! The half of Journal that lives on its thread.
class JournalWorker : public StoreWorker
{
    Q_OBJECT

public:
    JournalWorker(const QString &path, const StoreOptions &options);
    ~JournalWorker() override;

    Result<std::monostate> begin(const JournalEntry &entry);
    Result<std::monostate> complete(const QUuid &id, const JournalEnd &end);
    Result<QList<JournalHead>> list(const JournalFilter &filter);
    Result<QList<JournalHead>> interrupted(const QString &registryKey);
    Result<JournalEntry> entry(const QUuid &id);
    Result<QByteArray> exportJson(const JournalFilter &filter);
    Result<int> prune(int days);

signals:
    void changed();

protected:
    bool hasUnsaved() const override { return !m_unsaved.empty(); }
    Result<void> writeUnsaved() override;

private:
    Result<std::monostate> keep(JournalEntry entry);
    QString lockFile(const QUuid &id) const;
    bool claim(const JournalHead &head);

    QString m_path;
    using Locks = std::map<QUuid, std::unique_ptr<platform::ProcessLock>>;
    //! Of entries begun here: who finds one locked leaves the entry alone, and the system frees it
    //! when this process ends in whatever way.
    Locks m_running;
    Locks m_claimed; //!< Of entries that interrupted() gave out: others leave them alone too.
    std::vector<JournalEntry> m_unsaved; //!< In the order they came, one an id.
};

} // namespace modelscribe
