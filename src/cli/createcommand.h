// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/modeledit.h"
#include "cli/savecommand.h"

namespace modelscribe {

//! Creates a model.
class CreateCommand : public SaveCommand
{
    Q_OBJECT

public:
    using SaveCommand::SaveCommand;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

protected:
    void tellSaved(const SaveOutcome &outcome) override;

private:
    Result<SavePlan> plan(const QString &workspaceId, const ServiceRules &rules = {}) const;

    ModelEdit m_edit;
    bool m_allowSameName = false;
    bool m_dryRun = false;
};

} // namespace modelscribe
