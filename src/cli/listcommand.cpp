// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "cli/listcopies.h"
#include "cli/modelrecord.h"
#include "core/jsonwriter.h"
#include "core/paths.h"
#include "model/querymatcher.h"
#include "model/queryparser.h"
#include "model/querywording.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Each with its place.
QString problemLines(const QList<QueryProblem> &problems)
{
    QStringList lines;
    for (const QueryProblem &problem : problems) {
        lines.append(u"--query, character %1: %2"_s.arg(QString::number(problem.begin + 1),
                                                        queryProblemText(problem)));
    }
    return lines.join("; "_L1);
}

} // namespace

ListCommand::ListCommand(Output &output)
    : Command(output)
{
}

ListCommand::~ListCommand() = default;

CommandParser &ListCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("list", "Lists models");
    command.add({.name = "--query",
                 .into = &m_query,
                 .help = "words, FIELD:VALUE, label:KEY=VALUE, params:>=7B, modified:<30d; OR, "
                         "parentheses, - in front excludes; task: finds models without a task",
                 .type = "TEXT"});
    command.add({.name = "--sort",
                 .into = &m_sort,
                 .help = sortNames().join(u", "_s).toStdString(),
                 .type = "FIELD"});
    command.add({.name = "--desc", .into = &m_descending, .help = "largest or latest first"});
    command.add({.name = "--limit",
                 .into = &m_limit,
                 .help = "at most so many",
                 .type = "N",
                 .range = {{0, 1'000'000'000}}});
    command.add({.name = "--live",
                 .into = &m_live,
                 .help = "ask the service, also where there is a copy of its list (see sync)"});
    return command;
}

Result<std::monostate> ListCommand::prepare()
{
    const ParsedQuery parsed = parseQuery(QString::fromStdString(m_query));
    if (!parsed.isUnderstood())
        return failure(Error::Kind::Invalid, problemLines(parsed.problems));
    m_asked = parsed.query;
    if (m_asked.asksForDrafts()) {
        return failure(Error::Kind::Invalid,
                       u"--query: drafts are listed by modelscribe-cli drafts"_s);
    }
    for (const QueryProblem &note : parsed.notes)
        output().note(u"--query: %1"_s.arg(queryProblemText(note)));
    const QString sort = QString::fromStdString(m_sort);
    if (!sort.isEmpty() && !sortNames().contains(sort)) {
        return failure(Error::Kind::Invalid,
                       u"--sort: there is no field “%1”; the fields are %2"_s.arg(
                           sort, sortNames().join(u", "_s)));
    }
    return std::monostate{};
}

void ListCommand::run(Connection *connection)
{
    if (!m_live && listcopies::exists(*connection))
        listCopy(*connection);
    else
        askService(*connection);
}

//! A copy that was never complete is none.
void ListCommand::listCopy(Connection &connection)
{
    m_copy = std::make_unique<CatalogCopy>(m_catalog, paths::copiesFolder());
    connect(
        m_copy.get(), &CatalogCopy::filled, this,
        [this, &connection] {
            if (hasEnded())
                return;
            const QDateTime syncedAt = m_copy->syncedAt();
            m_copy->leave();
            if (!syncedAt.isValid()) {
                m_catalog.clear();
                askService(connection);
                return;
            }
            const qint64 minutes = syncedAt.secsTo(QDateTime::currentDateTimeUtc()) / 60;
            output().remark(u"From the copy of %1, %2 min ago; --live asks the service"_s.arg(
                syncedAt.toString(Qt::ISODate), QString::number(minutes)));
            printModels();
        },
        Qt::QueuedConnection);
    m_copy->use(connection.registryKey(), connection.workspaceId());
}

void ListCommand::askService(Connection &connection)
{
    m_sync = std::make_unique<CatalogSync>(connection, m_catalog);
    connect(&m_catalog, &Catalog::added, this, [this] {
        output().progress(u"%1 of %2 models"_s.arg(m_catalog.size()).arg(m_sync->expectedCount()));
    });
    connect(m_sync.get(), &CatalogSync::stateChanged, this, [this] {
        if (hasEnded())
            return;
        if (m_sync->state() == CatalogSync::State::Failed)
            fail(m_sync->error().value_or(Error()));
        else if (m_sync->state() == CatalogSync::State::Ready)
            printModels();
    });
    m_sync->refresh();
}

void ListCommand::printModels()
{
    const QueryMatcher matcher(m_asked);
    QList<RegisteredModel> models;
    std::ranges::copy_if(m_catalog.models(), std::back_inserter(models),
                         [&](const RegisteredModel &model) { return matcher.matches(model); });
    if (!m_sort.empty())
        sortModels(models, QString::fromStdString(m_sort), m_descending);
    else if (m_descending)
        std::ranges::reverse(models);
    const qsizetype matching = models.size();
    if (m_limit >= 0)
        models = models.first(std::min<qsizetype>(m_limit, matching));
    show(models, matching);
    if (const auto error = m_sync ? m_sync->error() : std::nullopt) {
        output().error(*error, u"Some models could not be read and are not listed"_s);
        finish(ExitCode::Partly);
        return;
    }
    finish(ExitCode::Done);
}

void ListCommand::show(const QList<RegisteredModel> &models, qsizetype matching)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(modelTable(models)); break;
    case Output::Format::Csv: output().csv(fullModelTable(models)); break;
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
