// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"

#include <memory>
#include <optional>
#include <string>

namespace modelscribe {

//! Brings the copy of a workspace's list, or of a provider's, on this computer up to date.
class SyncCommand : public Command
{
    Q_OBJECT

public:
    explicit SyncCommand(Output &output);
    ~SyncCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

private:
    void watch();
    void tellProgress();
    void takeState();
    void end();
    void tellResult();

    bool m_full = false;
    std::optional<std::string> m_provider;
    Catalog m_catalog;
    std::unique_ptr<CatalogCopy> m_copy;
    std::unique_ptr<CatalogSync> m_sync;
    qsizetype m_changed = 0; //!< Added ones count.
    qsizetype m_removed = 0;
};

} // namespace modelscribe
