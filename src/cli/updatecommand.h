// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/modeledit.h"
#include "cli/savecommand.h"

#include <optional>
#include <string>

namespace modelscribe {

//! Changes one model, after showing how.
class UpdateCommand : public SaveCommand
{
    Q_OBJECT

public:
    using SaveCommand::SaveCommand;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

private:
    void edit(Connection &connection, const RegisteredModel &model);

    std::string m_id;
    std::optional<std::string> m_unmodifiedSince;
    QDateTime m_limit; //!< The same; invalid: there is none.
    ModelEdit m_edit;
    bool m_dryRun = false;
};

} // namespace modelscribe
