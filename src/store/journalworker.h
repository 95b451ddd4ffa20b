// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journaltable.h"
#include "store/storeworker.h"

#include <variant>
#include <vector>

namespace modelscribe {

//! The half of Journal that lives on its thread.
class JournalWorker : public StoreWorker
{
    Q_OBJECT

public:
    JournalWorker(const QString &path, const StoreOptions &options);

    Result<std::monostate> begin(const JournalEntry &entry);
    Result<std::monostate> complete(const QUuid &id, const JournalEnd &end);
    Result<QList<JournalHead>> list(const JournalFilter &filter);
    Result<JournalEntry> entry(const QUuid &id);
    Result<QByteArray> exportJson(const JournalFilter &filter);
    Result<int> prune(int days);

protected:
    bool hasUnsaved() const override { return !m_unsaved.empty(); }
    Result<void> writeUnsaved() override;

private:
    Result<std::monostate> keep(JournalEntry entry);

    std::vector<JournalEntry> m_unsaved; //!< In the order they came, one an id.
};

} // namespace modelscribe
