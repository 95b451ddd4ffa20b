// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/savecommand.h"
#include "connect/connectionchoice.h"
#include "store/journal.h"

#include <optional>
#include <string>

namespace modelscribe {

//! Lists what was written to registries, and takes one of it back.
class HistoryCommand : public SaveCommand
{
    Q_OBJECT

public:
    //! \p options choose the registry, when there are any; they must outlive this.
    HistoryCommand(Output &output, const ConnectionOptions &options);

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    bool needsConnection() const override { return m_revert.has_value(); }
    void run(Connection *connection) override;

private:
    void list();
    void show(const QList<JournalHead> &heads);
    void revert(Connection &connection, const JournalEntry &entry);
    void takeModel(Connection &connection, const JournalEntry &entry, const RegisteredModel &model);
    void end();
    void refuse(Error::Kind kind, const QString &sentence);

    const ConnectionOptions &m_options;
    std::string m_id;
    std::string m_query;
    std::optional<std::string> m_since;
    std::optional<std::string> m_until;
    int m_limit = -1;
    bool m_export = false;
    std::optional<std::string> m_revert;
    bool m_dryRun = false;

    JournalFilter m_filter;
    QUuid m_entry;
    StoreReport m_report;
};

} // namespace modelscribe
