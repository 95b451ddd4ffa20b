// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/modelscommand.h"
#include "model/modelcolumn.h"

#include <optional>

namespace modelscribe {

//! Lists models.
class ListCommand : public ModelsCommand
{
    Q_OBJECT

public:
    explicit ListCommand(Output &output);

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;

protected:
    void show(QList<RegisteredModel> models) override;

private:
    std::string m_columnNames;
    std::optional<QList<ModelColumn>> m_columns;
    std::string m_sort;
    bool m_descending = false;
    int m_limit = -1;
};

} // namespace modelscribe
