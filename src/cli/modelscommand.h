// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/modelfinder.h"

namespace modelscribe {

//! A command about the models of a workspace that a query finds.
class ModelsCommand : public Command
{
    Q_OBJECT

public:
    explicit ModelsCommand(Output &output);

    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

protected:
    //! --query, --live and --provider.
    void addOptionsTo(CommandParser &command)
    {
        m_finder.addOptionsTo(command);
        m_finder.addProviderTo(command);
    }
    //! \p models: what the query found, in the order of the list.
    virtual void show(QList<RegisteredModel> models) = 0;

private:
    void take(const QList<RegisteredModel> &models, const std::optional<Error> &missing);

    ModelFinder m_finder;
};

} // namespace modelscribe
