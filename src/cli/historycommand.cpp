// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historycommand.h"

#include "cli/historyrecord.h"
#include "cli/storetrouble.h"
#include "connect/connector.h"
#include "registry/pastchange.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

HistoryCommand::HistoryCommand(Output &output, const ConnectionOptions &options)
    : SaveCommand(output)
    , m_options(options)
{
}

CommandParser &HistoryCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "history", "Lists what was written, newest first; to all registries unless one is chosen");
    command.add({.name = "--revert",
                 .into = &m_revert,
                 .help = "takes back what this entry changed, after showing the plan",
                 .type = "ID"});
    const auto addToList = [&command](Argument argument) {
        argument.excludes = {"--revert"};
        command.add(argument);
    };
    addToList({.name = "MODEL_ID", .into = &m_id, .help = "only of this model, or of this run"});
    addToList({.name = "--query",
               .into = &m_query,
               .help = "in name, ID, profile, changed values, RequestIds or errors",
               .type = "TEXT"});
    addToList(
        {.name = "--since", .into = &m_since, .help = "at or after; ISO 8601", .type = "TIME"});
    addToList({.name = "--until", .into = &m_until, .help = "before; ISO 8601", .type = "TIME"});
    addToList({.name = "--limit",
               .into = &m_limit,
               .help = "at most this many",
               .type = "N",
               .range = {{0, 1'000'000'000}}});
    addToList({.name = "--export",
               .into = &m_export,
               .help = "whole entries as JSON, with the values before and after"});
    command.add({.name = "--dry-run",
                 .into = &m_dryRun,
                 .help = "shows the plan, sends nothing",
                 .needs = {"--revert"}});
    return command;
}

Result<std::monostate> HistoryCommand::prepare()
{
    m_filter.group = QUuid::fromString(QString::fromStdString(m_id));
    if (m_filter.group.isNull())
        m_filter.modelId = QString::fromStdString(m_id);
    m_filter.text = QString::fromStdString(m_query);
    m_filter.limit = m_limit;
    for (const auto &[option, given, time] :
         {std::tuple(u"--since"_s, &m_since, &m_filter.from),
          std::tuple(u"--until"_s, &m_until, &m_filter.until)}) {
        if (!*given)
            continue;
        *time = parseServiceTime(QString::fromStdString(**given));
        if (!time->isValid())
            return notATime(option, **given);
    }
    if (m_revert) {
        m_entry = QUuid::fromString(QString::fromStdString(*m_revert));
        if (m_entry.isNull())
            return failure(Error::Kind::Invalid, u"--revert: “%1” is not the id of an entry"_s.arg(
                                                     QString::fromStdString(*m_revert)));
    }
    return std::monostate{};
}

void HistoryCommand::run(Connection *connection)
{
    if (!connection) {
        const auto chosen = chosenRegistryKey(m_options);
        if (!chosen && chosen.error().kind != Error::Kind::Invalid)
            return fail(chosen.error());
        if (!chosen)
            return refuse(chosen.error().kind, chosen.error().detail);
        m_filter.registryKey = *chosen;
    }
    whenDone(journal().report(), this, [this, connection](const Result<StoreReport> &report) {
        if (!report)
            return fail(report.error());
        m_report = *report;
        if (!isReadable(m_report)) {
            output().error(m_report.error, storeTrouble(m_report, u"journal"_s));
            return finish(exitCodeFor(m_report.error));
        }
        if (!connection)
            return list();
        whenDone(journal().entry(m_entry), this, [this, connection](const auto &entry) {
            if (entry)
                revert(*connection, *entry);
            else if (entry.error().kind == Error::Kind::NotFound)
                refuse(Error::Kind::NotFound,
                       u"The journal has no entry “%1”"_s.arg(QString::fromStdString(*m_revert)));
            else
                refuse(Error::Kind::Storage,
                       u"The journal's entry cannot be read: "_s + entry.error().detail);
        });
    });
}

void HistoryCommand::refuse(Error::Kind kind, const QString &sentence)
{
    const Error error{.kind = kind};
    output().error(error, sentence);
    finish(exitCodeFor(error));
}

void HistoryCommand::list()
{
    if (m_export) {
        whenDone(journal().exportJson(m_filter), this, [this](const Result<QByteArray> &json) {
            if (!json)
                return refuse(json.error().kind, json.error().detail);
            output().json(json->trimmed());
            end();
        });
        return;
    }
    whenDone(journal().list(m_filter), this, [this](const Result<QList<JournalHead>> &heads) {
        if (heads)
            show(*heads);
        else
            fail(heads.error());
    });
}

void HistoryCommand::show(const QList<JournalHead> &heads)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(journalTable(heads)); break;
    case Output::Format::Csv: output().csv(fullJournalTable(heads)); break;
    case Output::Format::Json: output().json(journalJson(heads)); break;
    }
    end();
}

void HistoryCommand::end()
{
    if (m_report.state == StoreState::Ready)
        return finish(ExitCode::Done);
    output().error(m_report.error, storeTrouble(m_report, u"journal"_s));
    // What cannot be written now is told in full all the same.
    finish(m_report.onDisk() ? exitCodeFor(m_report.error) : ExitCode::Done);
}

void HistoryCommand::revert(Connection &connection, const JournalEntry &entry)
{
    const JournalHead &head = entry.head;
    if (head.registryKey != connection.registryKey())
        return refuse(
            Error::Kind::Invalid,
            u"the entry is of another registry, %1: choose it with --profile, --endpoint, "
            "--region or --local"_s.arg(head.registryKey));
    if (head.what == JournalHead::What::Create)
        return refuse(Error::Kind::Invalid,
                      u"the entry created the model; “modelscribe-cli delete” deletes it"_s);
    if (head.what == JournalHead::What::Delete)
        return refuse(Error::Kind::Invalid,
                      u"the entry deleted the model; the window can create it again as a copy"_s);
    whenDone(connection.client().run(operations::getModel(head.modelId)), this,
             [this, &connection, entry](const Result<RegisteredModel> &model) {
                 if (model)
                     takeModel(connection, entry, *model);
                 else
                     fail(model.error());
             });
}

void HistoryCommand::takeModel(Connection &connection, const JournalEntry &entry,
                               const RegisteredModel &model)
{
    const auto merge = takingBack(entry, model.metadata);
    if (!merge)
        return refuse(merge.error().kind, merge.error().detail);
    QStringList places;
    for (const MergeClash &clash : merge->clashes)
        places.append(clash.key());
    if (!places.isEmpty())
        return refuse(
            Error::Kind::Conflict,
            u"The model was changed since at %1; nothing was written"_s.arg(places.join(u", "_s)));
    if (sameContent(model.metadata, merge->merged))
        return tellUnchanged(model, merge->merged);
    const auto plan = SavePlan::make(model, merge->merged, model.workspaceId, connection.rules());
    if (!plan)
        fail(plan.error());
    else if (m_dryRun)
        showOnly(*plan);
    else
        save(connection, *plan, false, entry.head.id);
}

} // namespace modelscribe

#include "moc_historycommand.cpp"
