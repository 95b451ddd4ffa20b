// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/deletecommand.h"

#include "cli/connector.h"
#include "core/jsonwriter.h"
#include "session/savejournal.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! After these the next call would fail the same way.
bool isHopeless(const Error &error)
{
    return error.kind != Error::Kind::NotFound && error.kind != Error::Kind::Forbidden
           && error.kind != Error::Kind::Service && error.kind != Error::Kind::Invalid;
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
    command.add({.name = "--yes", .into = &m_yes, .help = "without it nothing is deleted"});
    return command;
}

Result<std::monostate> DeleteCommand::prepare()
{
    for (const std::string &id : m_given)
        m_ids.append(QString::fromStdString(id));
    m_ids.removeDuplicates();
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
    if (std::exchange(m_stop, true) || m_isReading) {
        if (std::exchange(m_isSent, false))
            m_results.rows.append({m_ids[m_next++], u"Unknown"_s});
        if (!m_error)
            m_error = Error{.kind = Error::Kind::Cancelled};
        tell(ExitCode::Interrupted);
    }
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
    // The journal keeps what is deleted.
    m_isReading = true;
    whenDone(m_connection->client().run(operations::getModel(m_ids[m_next])), this,
             [this](const Result<RegisteredModel> &model) { takeModel(model); });
}

void DeleteCommand::takeModel(const Result<RegisteredModel> &model)
{
    m_isReading = false;
    if (hasEnded())
        return;
    const bool mayNotRead = !model && model.error().kind == Error::Kind::Forbidden;
    if (!model && !mayNotRead) {
        const bool isGone = model.error().kind == Error::Kind::NotFound;
        note(isGone ? u"NotFound"_s : u"Failed"_s, JournalHead::Outcome::Failed, model.error());
        return;
    }
    const RegisteredModel known = mayNotRead ? RegisteredModel{.id = m_ids[m_next]} : *model;
    const JournalEntry entry = journalEntryForDeletion(known, m_connection->title(),
                                                       m_connection->registryKey());
    m_request = entry.requests.first();
    whenDone(m_written.begin(entry), this, [this](const Result<std::monostate> &) { send(); });
}

void DeleteCommand::send()
{
    if (m_stop) {
        m_written.end({.outcome = JournalHead::Outcome::Failed,
                       .error = Error{.kind = Error::Kind::Cancelled}},
                      [this] { deleteNext(); });
        return;
    }
    m_isSent = true;
    const auto answered = [this](const Response &response) {
        m_request.requestId = response.requestId;
        m_request.httpStatus = response.httpStatus;
    };
    whenDone(m_connection->client().run(operations::deleteModel(m_ids[m_next]), answered), this,
             [this](const Result<std::monostate> &answer) { takeAnswer(answer); });
}

void DeleteCommand::takeAnswer(const Result<std::monostate> &answer)
{
    using Outcome = JournalHead::Outcome;
    using State = JournalRequest::State;
    if (hasEnded())
        return;
    if (answer) {
        m_request.state = State::Done;
        note(u"Deleted"_s, Outcome::Saved, {});
        return;
    }
    const Error &error = answer.error();
    m_request.requestId = error.requestId;
    m_request.httpStatus = error.httpStatus;
    if (error.outcomeUnknown) {
        settle(error);
        return;
    }
    m_request.state = State::Failed;
    note(error.kind == Error::Kind::NotFound ? u"NotFound"_s : u"Failed"_s, Outcome::Failed, error);
}

void DeleteCommand::settle(const Error &lost)
{
    whenDone(m_connection->client().run(operations::getModel(m_ids[m_next])), this,
             [this, lost](const Result<RegisteredModel> &model) {
                 if (hasEnded())
                     return;
                 if (!model && model.error().kind == Error::Kind::NotFound) {
                     m_request.state = JournalRequest::State::Done;
                     note(u"Deleted"_s, JournalHead::Outcome::Saved, {});
                     return;
                 }
                 m_request.state = JournalRequest::State::Unknown;
                 note(u"Unknown"_s, JournalHead::Outcome::Unknown, lost);
             });
}

void DeleteCommand::note(const QString &result, JournalHead::Outcome outcome,
                         const std::optional<Error> &error)
{
    m_isSent = false;
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
