// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "model/query.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"

#include <memory>
#include <string>

namespace modelscribe {

//! Lists the models of a workspace: from the copy on this computer when there is one, else all
//! pages of the service.
class ListCommand : public Command
{
    Q_OBJECT

public:
    explicit ListCommand(Output &output);
    ~ListCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

private:
    void listCopy(Connection &connection);
    void askService(Connection &connection);
    void printModels();
    void show(const QList<RegisteredModel> &models, qsizetype matching);

    std::string m_query;
    Query m_asked;
    std::string m_sort;
    bool m_descending = false;
    int m_limit = -1;
    bool m_live = false;
    Catalog m_catalog;
    std::unique_ptr<CatalogCopy> m_copy;
    std::unique_ptr<CatalogSync> m_sync;
};

} // namespace modelscribe
