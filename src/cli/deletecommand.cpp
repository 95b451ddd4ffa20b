// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/deletecommand.h"

#include "connect/connector.h"
#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Done: return u"Deleted"_s;
    case Verdict::GoneAlready: return u"NotFound"_s;
    case Verdict::Conflict: return u"Conflict"_s;
    case Verdict::Unknown: return u"Unknown"_s;
    case Verdict::Cancelled:
    case Verdict::NotStarted: return u"NotDeleted"_s;
    case Verdict::Unchanged: // of saves only
    case Verdict::NotTaken:
    case Verdict::NameTaken:
    case Verdict::Partly:
    case Verdict::Unverified:
    case Verdict::Failed: break;
    }
    return u"Failed"_s;
}

} // namespace

DeleteCommand::DeleteCommand(Output &output)
    : WritingCommand(output)
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
        if (const auto good = operations::getModel(id).request.check(); !good)
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
    settleLeftovers(*connection, [this] { deleteNext(); });
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
    if (m_run && m_run->isSent())
        m_results.rows.append({m_ids[m_next++], wordFor(Verdict::Unknown)});
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
        const auto deleted = std::ranges::count(m_results.rows, wordFor(Verdict::Done),
                                                [](const QStringList &row) { return row.last(); });
        tell(!m_error                  ? ExitCode::Done
             : stopped || deleted == 0 ? exitCodeFor(*m_error)
                                       : ExitCode::Partly);
        return;
    }
    if (!m_connection)
        return;
    WriteWish wish{.isExpected =
                       [limit = m_limit](const RegisteredModel &model) {
                           const QDateTime modified = parseServiceTime(model.modified);
                           return !limit.isValid() || (modified.isValid() && modified <= limit);
                       },
                   .evenUnread = true};
    wish.takeNoted = [this](const WriteOutcome &outcome) {
        if (!hasEnded())
            take(outcome);
    };
    const ObjectRef ref{.registryKey = m_connection->registryKey(), .modelId = m_ids[m_next]};
    m_run = writer().remove(*m_connection, ref, wish);
    if (!m_run) // a leftover of the same model still is looked into
        take({.ref = ref,
              .verdict = Verdict::Conflict,
              .error = Error{.kind = Error::Kind::Conflict}});
}

void DeleteCommand::take(const WriteOutcome &outcome)
{
    if (outcome.verdict != Verdict::Cancelled) { // nothing was sent of it
        m_results.rows.append({m_ids[m_next++], wordFor(outcome.verdict)});
        if (outcome.error && !m_error)
            m_error = outcome.error;
        m_stop = m_stop || (outcome.error && isHopeless(*outcome.error));
    }
    deleteNext();
}

void DeleteCommand::tell(ExitCode code)
{
    for (; m_next < m_ids.size(); ++m_next)
        m_results.rows.append({m_ids[m_next], wordFor(Verdict::NotStarted)});
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
