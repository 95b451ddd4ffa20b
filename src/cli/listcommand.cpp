// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "cli/modelrecord.h"
#include "core/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

Result<QList<ModelColumn>> columnsOf(const QString &names)
{
    QList<ModelColumn> columns;
    for (const QString &name : names.split(u',')) {
        const auto column = ModelColumn::of(name.trimmed());
        if (!column) {
            return failure(
                Error::Kind::Invalid,
                u"--columns: there is no column “%1”; the columns are %2, extra.PATH"_s.arg(
                    name.trimmed(), ModelColumn::allIds().join(u", "_s)));
        }
        columns.append(*column);
    }
    return columns;
}

} // namespace

ListCommand::ListCommand(Output &output)
    : ModelsCommand(output)
{
}

CommandParser &ListCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("list", "Lists models");
    addOptionsTo(command);
    command.add(
        {.name = "--columns",
         .into = &m_columnNames,
         .help = u"of a table or CSV (JSON has all of a model): %1; extra.PATH is a value "
                 "of ExtraInfo, such as extra.Rating"_s.arg(ModelColumn::allIds().join(u", "_s))
                     .toStdString(),
         .type = "NAME,..."});
    command.add({.name = "--sort",
                 .into = &m_sort,
                 .help = sortNames().join(u", "_s).toStdString(),
                 .type = "FIELD"});
    command.add({.name = "--desc", .into = &m_descending, .help = "largest or latest first"});
    command.add({.name = "--limit",
                 .into = &m_limit,
                 .help = "at most this many",
                 .type = "N",
                 .range = {{0, 1'000'000'000}}});
    return command;
}

Result<std::monostate> ListCommand::prepare()
{
    if (const auto prepared = ModelsCommand::prepare(); !prepared)
        return prepared;
    const QString sort = QString::fromStdString(m_sort);
    if (!sort.isEmpty() && !sortNames().contains(sort)) {
        return failure(Error::Kind::Invalid,
                       u"--sort: there is no field “%1”; the fields are %2"_s.arg(
                           sort, sortNames().join(u", "_s)));
    }
    if (m_columnNames.empty())
        return std::monostate{};
    const auto columns = columnsOf(QString::fromStdString(m_columnNames));
    if (!columns)
        return tl::unexpected(columns.error());
    m_columns = *columns;
    return std::monostate{};
}

void ListCommand::show(QList<RegisteredModel> models)
{
    if (!m_sort.empty())
        sortModels(models, QString::fromStdString(m_sort), m_descending);
    else if (m_descending)
        std::ranges::reverse(models);
    const qsizetype matching = models.size();
    if (m_limit >= 0)
        models = models.first(std::min<qsizetype>(m_limit, matching));
    switch (output().format()) {
    case Output::Format::Table:
        output().table(modelTable(models, m_columns.value_or(usualColumns())));
        break;
    case Output::Format::Csv:
        output().csv(fullModelTable(models, m_columns.value_or(allColumns())));
        break;
    case Output::Format::Json: {
        QByteArrayList objects;
        for (const RegisteredModel &model : models)
            objects.append(modelJson(model));
        JsonObjectWriter writer;
        writer.add(u"Models", '[' + objects.join(",\n") + ']');
        writer.add(u"TotalCount", QByteArray::number(matching));
        output().json(writer.take());
    }
    }
}

} // namespace modelscribe

#include "moc_listcommand.cpp"
