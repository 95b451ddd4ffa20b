// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelfinder.h"

#include "cli/listcopies.h"
#include "core/paths.h"
#include "model/namesakes.h"
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

ModelFinder::ModelFinder(Output &output)
    : m_output(output)
{
}

ModelFinder::~ModelFinder() = default;

void ModelFinder::addOptionsTo(CommandParser &command)
{
    command.add({.name = "--query",
                 .into = &m_query,
                 .help = "words, FIELD:VALUE, label:KEY=VALUE, params:>=7B, modified:<30d; OR, "
                         "parentheses, - in front excludes; task: finds models without a task",
                 .type = "TEXT"});
    command.add({.name = "--live",
                 .into = &m_live,
                 .help = "ask the service, also where there is a copy of its list (see sync)"});
}

void ModelFinder::addProviderTo(CommandParser &command)
{
    command.add(
        {.name = "--provider",
         .into = &m_provider,
         .help = "the public models of a provider, such as pai, in place of the workspace's",
         .type = "NAME"});
}

Result<std::monostate> ModelFinder::prepare()
{
    if (m_provider && m_provider->empty())
        return failure(Error::Kind::Invalid, u"--provider is empty"_s);
    const ParsedQuery parsed = parseQuery(QString::fromStdString(m_query));
    if (!parsed.isUnderstood())
        return failure(Error::Kind::Invalid, problemLines(parsed.problems));
    m_asked = parsed.query;
    if (m_asked.asksForDrafts()) {
        return failure(Error::Kind::Invalid,
                       u"--query: drafts are listed by modelscribe-cli drafts"_s);
    }
    if (m_asked.asksForMine()) {
        return failure(Error::Kind::Invalid,
                       u"--query: the command line does not know who you are; creator:ID finds "
                       "what the user of that id made"_s);
    }
    for (const QueryProblem &note : parsed.notes)
        m_output.note(u"--query: %1"_s.arg(queryProblemText(note)));
    return std::monostate{};
}

void ModelFinder::find(Connection &connection)
{
    if (m_provider)
        connection.listProvider(QString::fromStdString(*m_provider));
    if (!m_live && listcopies::exists(connection))
        readCopy(connection);
    else
        askService(connection);
}

//! A copy that was never complete is none.
void ModelFinder::readCopy(Connection &connection)
{
    m_copy = std::make_unique<CatalogCopy>(m_catalog, paths::copiesFolder());
    connect(
        m_copy.get(), &CatalogCopy::filled, this,
        [this, &connection] {
            const QDateTime syncedAt = m_copy->syncedAt();
            m_copy->leave();
            if (!syncedAt.isValid()) {
                m_catalog.clear();
                askService(connection);
                return;
            }
            const qint64 minutes = syncedAt.secsTo(QDateTime::currentDateTimeUtc()) / 60;
            m_output.remark(u"From the copy of %1, %2 min ago; --live asks the service"_s.arg(
                syncedAt.toString(Qt::ISODate), QString::number(minutes)));
            tellFound();
        },
        Qt::QueuedConnection);
    m_copy->use(connection.registryKey(), connection.listScope());
}

void ModelFinder::askService(Connection &connection)
{
    m_sync = std::make_unique<CatalogSync>(connection, m_catalog);
    connect(&m_catalog, &Catalog::added, this, [this] {
        m_output.progress(u"%1 of %2 models"_s.arg(m_catalog.size()).arg(m_sync->expectedCount()));
    });
    connect(m_sync.get(), &CatalogSync::stateChanged, this, [this] {
        if (m_sync->state() == CatalogSync::State::Failed)
            emit failed(m_sync->error().value_or(Error()));
        else if (m_sync->state() == CatalogSync::State::Ready)
            tellFound();
    });
    m_sync->refresh();
}

void ModelFinder::tellFound()
{
    Namesakes names;
    if (m_asked.asksForNamesakes()) {
        for (const RegisteredModel &model : m_catalog.models())
            names.add(Namesakes::keyOf(model.metadata.name));
    }
    const auto hasNamesake = [&names](const RegisteredModel &model) {
        return names.has(model.metadata.name);
    };
    const QueryMatcher matcher(m_asked, {.hasNamesake = hasNamesake});
    QList<RegisteredModel> models;
    std::ranges::copy_if(m_catalog.models(), std::back_inserter(models),
                         [&](const RegisteredModel &model) { return matcher.matches(model); });
    emit found(models, m_sync ? m_sync->error() : std::nullopt);
}

} // namespace modelscribe

#include "moc_modelfinder.cpp"
