// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statscommand.h"

#include "cli/figuresrecord.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

StatsCommand::StatsCommand(Output &output)
    : ModelsCommand(output)
{
}

CommandParser &StatsCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "stats", "Counts models by domain, task, type, accessibility, origin, size, month of "
                 "creation (UTC) and fields that are filled in");
    addOptionsTo(command);
    command.add({.name = "--limit",
                 .into = &m_most,
                 .help = "of a table: this many of the most frequent values; default: 20",
                 .type = "N",
                 .range = {{0, 1'000'000'000}}});
    return command;
}

void StatsCommand::show(QList<RegisteredModel> models)
{
    const ModelFigures figures = modelFigures(models);
    switch (output().format()) {
    case Output::Format::Table:
        output().line(u"%1 models"_s.arg(figures.models));
        for (const Table &table : figuresTables(figures, m_most)) {
            output().line({});
            output().table(table);
        }
        break;
    case Output::Format::Csv: output().csv(figuresTable(figures)); break;
    case Output::Format::Json: output().json(figuresJson(figures)); break;
    }
}

} // namespace modelscribe

#include "moc_statscommand.cpp"
