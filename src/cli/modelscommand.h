// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "model/query.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"

#include <memory>
#include <string>

namespace modelscribe {

//! A command about the models of a workspace that a query finds: from the copy on this computer
//! when there is one, else all pages of the service.
class ModelsCommand : public Command
{
    Q_OBJECT

public:
    explicit ModelsCommand(Output &output);
    ~ModelsCommand() override;

    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

protected:
    //! --query and --live.
    void addOptionsTo(CommandParser &command);
    //! \p models: what the query found, in the order of the list.
    virtual void show(QList<RegisteredModel> models) = 0;

private:
    void readCopy(Connection &connection);
    void askService(Connection &connection);
    void showFound();

    std::string m_query;
    Query m_asked;
    bool m_live = false;
    Catalog m_catalog;
    std::unique_ptr<CatalogCopy> m_copy;
    std::unique_ptr<CatalogSync> m_sync;
};

} // namespace modelscribe
