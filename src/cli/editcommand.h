// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchcommand.h"
#include "cli/batchoptions.h"
#include "cli/modelfinder.h"

namespace modelscribe {

//! Changes many models in the same way.
class EditCommand : public BatchCommand
{
    Q_OBJECT

public:
    explicit EditCommand(Output &output);

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

private:
    Result<std::monostate> readIds();

    ModelFinder m_finder;
    BatchOptions m_edit;
    std::optional<std::string> m_idsFile;
    QList<RegisteredModel> m_named; //!< By --ids: nothing but ids.
};

} // namespace modelscribe
