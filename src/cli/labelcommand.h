// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchcommand.h"
#include "cli/modelfinder.h"

namespace modelscribe {

//! Lists the labels of a workspace, and renames, merges or deletes them in all models that have
//! them.
class LabelCommand : public BatchCommand
{
    Q_OBJECT

public:
    explicit LabelCommand(Output &output);

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;

private:
    bool isListing() const;
    Result<std::monostate> readRenaming();
    Result<std::monostate> readMerging();
    Result<std::monostate> readDeleting();
    void take(const QList<RegisteredModel> &models, const std::optional<Error> &missing);
    void list(const QList<RegisteredModel> &models);

    ModelFinder m_finder;
    QPointer<Connection> m_connection;
    CommandParser *m_rename = nullptr;
    CommandParser *m_merge = nullptr;
    CommandParser *m_delete = nullptr;
    std::string m_from;
    std::string m_to;
    std::vector<std::string> m_merged;
    std::string m_deleted;
    BatchEdit m_edit;
};

} // namespace modelscribe
