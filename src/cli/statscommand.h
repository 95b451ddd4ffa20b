// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/modelscommand.h"

namespace modelscribe {

//! Counts models by what they are like.
class StatsCommand : public ModelsCommand
{
    Q_OBJECT

public:
    explicit StatsCommand(Output &output);

    CommandParser &addTo(CommandParser &parser) override;

protected:
    void show(QList<RegisteredModel> models) override;

private:
    int m_most = 20;
};

} // namespace modelscribe
