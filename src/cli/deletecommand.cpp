// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/deletecommand.h"

#include "connect/connector.h"
#include "core/jsonwriter.h"
#include "registry/savejournal.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! After these the next call would fail the same way.
bool isHopeless(const Error &error)
{
    return error.kind != Error::Kind::NotFound && error.kind != Error::Kind::Forbidden
           && error.kind != Error::Kind::Service && error.kind != Error::Kind::Invalid
           && error.kind != Error::Kind::Conflict;
}

} // namespace

DeleteCommand::DeleteCommand(Output &output)
    : Command(output)
    , m_written(output)
{
}

DeleteCommand::~DeleteCommand() = default;

CommandParser &DeleteCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("delete", "Deletes models with all their versions");
    command.add({.name = "MODEL_ID", .into = &m_given, .isRequired = true});
    command.add({.name = "--if-unmodified-since",
                 .into = &m_unmodifiedSince,
                 .help = "only when the model's GmtModifiedTime is not later; ISO 8601, UTC unless "
                         "it says otherwise",
                 .type = "TIME"});
    command.add({.name = "--yes", .into = &m_yes, .help = "without it nothing is deleted"});
    return command;
}

Result<std::monostate> DeleteCommand::prepare()
{
    for (const std::string &id : m_given)
        m_ids.append(QString::fromStdString(id));
    m_ids.removeDuplicates();
    if (m_unmodifiedSince) {
        m_limit = parseServiceTime(QString::fromStdString(*m_unmodifiedSince));
        if (!m_limit.isValid())
            return notATime(u"--if-unmodified-since"_s, *m_unmodifiedSince);
    }
    for (const QString &id : m_ids) {
        if (const auto good = operations::deleteModel(id).request.check(); !good)
            return failure(good.error());
    }
    if (!m_yes)
        return failure(Error::Kind::Invalid,
                       u"deleting cannot be undone; nothing was deleted, add --yes to do it"_s);
    return std::monostate{};
}

void DeleteCommand::run(Connection *connection)
{
    m_connection = connection;
    output().target(targetText(*connection, connection->workspaceId()));
    deleteNext();
}

QString DeleteCommand::whatWasDone() const
{
    QStringList told;
    for (const QStringList &row : m_results.rows)
        told.append(row.join(u": "_s));
    return told.join(u", "_s);
}

void DeleteCommand::interrupt()
{
    if (!std::exchange(m_stop, true)) {
        if (m_run)
            m_run->cancel(); // waits for a deletion that is under way
        return;
    }
    // The second time nobody wants to wait any more: what is under way may happen or not.
    if (m_run) {
        m_run->disconnect(this);
        if (m_run->isSent())
            m_results.rows.append({m_ids[m_next++], u"Unknown"_s});
    }
    if (!m_error)
        m_error = Error{.kind = Error::Kind::Cancelled};
    tell(ExitCode::Interrupted);
}

void DeleteCommand::deleteNext()
{
    if (hasEnded())
        return;
    if (m_next == m_ids.size() || m_stop) {
        const bool stopped = m_next < m_ids.size() && !m_error;
        if (stopped)
            m_error = Error{.kind = Error::Kind::Cancelled};
        const auto deleted = std::ranges::count(m_results.rows, u"Deleted"_s,
                                                [](const QStringList &row) { return row.last(); });
        tell(!m_error                  ? ExitCode::Done
             : stopped || deleted == 0 ? exitCodeFor(*m_error)
                                       : ExitCode::Partly);
        return;
    }
    m_run = new DeleteRun(m_connection->client(), m_ids[m_next], this);
    m_run->setOptions({.beforeDeletion =
                           [this](const RegisteredModel &model) {
                               const JournalEntry entry = journalEntryForDeletion(
                                   model, m_connection->title(), m_connection->registryKey());
                               m_request = entry.requests.first();
                               return m_written.begin(entry);
                           },
                       .isExpected =
                           [limit = m_limit](const RegisteredModel &model) {
                               const QDateTime modified = parseServiceTime(model.modified);
                               return !limit.isValid() || (modified.isValid() && modified <= limit);
                           },
                       .evenUnread = true});
    connect(m_run, &DeleteRun::finished, this, &DeleteCommand::takeOutcome);
    m_run->start();
}

void DeleteCommand::takeOutcome(const DeleteOutcome &outcome)
{
    using Result = DeleteOutcome::Result;
    using State = JournalRequest::State;
    m_run->deleteLater();
    m_run = nullptr;
    if (hasEnded())
        return;
    m_request.requestId = outcome.requestId;
    m_request.httpStatus = outcome.httpStatus;
    m_request.state = State::Failed;
    switch (outcome.result) {
    case Result::Deleted:
        m_request.state = State::Done;
        note(u"Deleted"_s, JournalHead::Outcome::Saved, {});
        break;
    case Result::Unknown:
        m_request.state = State::Unknown;
        note(u"Unknown"_s, JournalHead::Outcome::Unknown, outcome.error);
        break;
    case Result::GoneAlready:
        note(u"NotFound"_s, JournalHead::Outcome::Failed, outcome.error);
        break;
    case Result::Moved:
        m_request.state = State::Skipped;
        note(u"Conflict"_s, JournalHead::Outcome::Failed, outcome.error);
        break;
    case Result::Failed:
        if (m_stop && outcome.error->kind == Error::Kind::Cancelled) // nothing was sent of it
            m_written.end({.outcome = JournalHead::Outcome::Failed, .error = outcome.error},
                          [this] { deleteNext(); });
        else
            note(u"Failed"_s, JournalHead::Outcome::Failed, outcome.error);
        break;
    }
}

void DeleteCommand::note(const QString &result, JournalHead::Outcome outcome,
                         const std::optional<Error> &error)
{
    m_results.rows.append({m_ids[m_next++], result});
    if (error && !m_error)
        m_error = error;
    m_stop = m_stop || (error && isHopeless(*error));
    m_written.end({.outcome = outcome, .requests = {m_request}, .error = error},
                  [this] { deleteNext(); });
}

void DeleteCommand::tell(ExitCode code)
{
    for (; m_next < m_ids.size(); ++m_next)
        m_results.rows.append({m_ids[m_next], u"NotDeleted"_s});
    switch (output().format()) {
    case Output::Format::Table: output().table(m_results); break;
    case Output::Format::Csv: output().csv(m_results); break;
    case Output::Format::Json: {
        QByteArrayList objects;
        for (const QStringList &row : m_results.rows) {
            JsonObjectWriter object;
            object.add(u"ModelId", jsonString(row.first()));
            object.add(u"Result", jsonString(row.last()));
            objects.append(object.take());
        }
        JsonObjectWriter writer;
        writer.add(u"Models", '[' + objects.join(',') + ']');
        output().json(writer.take());
    }
    }
    if (m_error)
        output().error(*m_error);
    finish(code);
}

} // namespace modelscribe

#include "moc_deletecommand.cpp"
