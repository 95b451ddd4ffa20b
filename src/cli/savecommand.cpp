// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savecommand.h"

#include "cli/modelrecord.h"
#include "cli/plantext.h"
#include "connect/connector.h"
#include "core/jsonwriter.h"
#include "registry/outcomewording.h"
#include "store/draft.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! What the registry would hold by \p outcome alone, and what it does hold: they differ by what
//! others changed meanwhile, where the save did not touch it.
std::optional<std::pair<ModelMetadata, ModelMetadata>> changedMeanwhile(const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    const bool isRead = outcome.result == Result::Saved || outcome.result == Result::NotTaken;
    if (!isRead || !outcome.now || outcome.plan.isCreate())
        return {};
    const ModelMetadata &now = outcome.now->metadata;
    ModelMetadata expected = outcome.plan.applied().metadata;
    for (const NotTaken &field : outcome.notTaken) { // told in its own words
        if (field.field)
            field.field->write(expected, field.held);
        else
            expected.labels = now.labels;
    }
    expected = spelledAs(expected, now);
    if (sameContent(expected, now))
        return {};
    return std::pair(expected, now);
}

//! In one line and without a full stop, as errors are told.
QString sentenceOf(const SaveOutcome &outcome)
{
    QString text = outcomewording::sentence({.verdict = verdictOf(outcome), .save = outcome});
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

SaveCommand::SaveCommand(Output &output)
    : WritingCommand(output)
{
}

void SaveCommand::interrupt()
{
    if (!m_run) {
        Command::interrupt();
        return;
    }
    if (!m_run->isRunning())
        return; // what came of it is told in a moment
    if (!std::exchange(m_interrupted, true)) {
        output().note(u"modelscribe-cli: Stopping; a request that is under way is waited for"_s);
        m_run->cancel();
        return;
    }
    // The second time nobody wants to wait any more: what is under way may happen or not.
    SaveOutcome outcome{.plan = m_run->plan()};
    const Error cancelled{.kind = Error::Kind::Cancelled};
    tellUnfinished(outcome, cancelled, u"Cancelled while a request was under way"_s,
                   ExitCode::Interrupted);
}

void SaveCommand::showOnly(const SavePlan &plan)
{
    switch (output().format()) {
    case Output::Format::Json: output().json(outcomeJson({.plan = plan}, "DryRun")); break;
    case Output::Format::Csv: output().csv(changesTable(plan)); break;
    case Output::Format::Table:
        output().table(changesTable(plan));
        output().line({});
        for (const QString &line : requestLines(plan, false))
            output().line(line);
        break;
    }
    finish(ExitCode::Done);
}

void SaveCommand::tellUnchanged(const RegisteredModel &model, const ModelMetadata &edited)
{
    m_done = u"Nothing had to be changed"_s;
    output().note(u"Nothing to change: the model already has these values"_s);
    const SavePlan nothing{.base = model, .edited = edited};
    if (output().format() == Output::Format::Json)
        output().json(outcomeJson({.plan = nothing}, "Unchanged"));
    finish(ExitCode::Done);
}

void SaveCommand::save(Connection &connection, const SavePlan &plan, bool allowSameName,
                       const QUuid &reverts)
{
    output().target(
        targetText(connection, plan.isCreate() ? plan.workspaceId : plan.base.workspaceId));
    if (output().format() == Output::Format::Table) {
        for (const QString &line : tableText(changesTable(plan)).split(u'\n', Qt::SkipEmptyParts))
            output().note(line);
    }
    const WriteWish wish{.allowSameName = allowSameName, .reverts = reverts};
    settleLeftovers(connection, [this, connection = QPointer(&connection), plan, wish] {
        if (connection)
            send(*connection, plan, wish);
    });
}

void SaveCommand::send(Connection &connection, const SavePlan &plan, const WriteWish &wish)
{
    WriteWish told = wish;
    told.takeNoted = [this](const WriteOutcome &outcome) {
        if (!hasEnded())
            tell(*outcome.save);
    };
    const ObjectRef ref{.registryKey = connection.registryKey(),
                        .workspaceId = plan.workspaceId,
                        .modelId = plan.isCreate() ? Draft::newModelId() : plan.base.id};
    m_run = writer().save(connection, ref, plan, told);
    if (!m_run) // only a leftover of the same model that still is looked into
        fail({.kind = Error::Kind::Conflict});
}

QByteArray SaveCommand::outcomeJson(const SaveOutcome &outcome, const QByteArray &result) const
{
    JsonObjectWriter writer;
    const QString id = outcome.plan.isCreate() ? outcome.createdId : outcome.plan.base.id;
    if (!id.isEmpty())
        writer.add(u"ModelId", jsonString(id));
    writer.add(u"Result", '"' + result + '"');
    writer.add(u"Changes", changesJson(outcome.plan));
    if (const auto others = changedMeanwhile(outcome))
        writer.add(u"ChangedMeanwhile", changesJson(others->first, others->second));
    writer.add(u"Requests", requestsJson(outcome.plan, result != "DryRun"));
    return writer.take();
}

void SaveCommand::tellUnfinished(const SaveOutcome &outcome, const Error &error,
                                 const QString &sentence, ExitCode code)
{
    const bool isPartly = code == ExitCode::Partly || code == ExitCode::Interrupted;
    if (isPartly && output().format() == Output::Format::Json) {
        output().json(
            outcomeJson(outcome, code == ExitCode::Interrupted ? "Interrupted" : "Partly"));
    } else if (isPartly) {
        for (const QString &line : requestLines(outcome.plan, true))
            output().line(line);
    }
    output().error(error, sentence);
    finish(code);
}

void SaveCommand::tellChangedMeanwhile(const SaveOutcome &outcome)
{
    const auto others = changedMeanwhile(outcome);
    if (!others)
        return;
    QStringList places;
    for (const QStringList &row : changesTable(others->first, others->second).rows)
        places.append(row.first());
    output().note(u"Changed in the registry meanwhile by somebody else, and kept: "_s
                  + places.join(u", "_s));
}

void SaveCommand::tellSaved(const SaveOutcome &outcome)
{
    switch (output().format()) {
    case Output::Format::Table: output().line(u"Saved "_s + outcome.plan.base.id); break;
    case Output::Format::Csv: output().csv(changesTable(outcome.plan)); break;
    case Output::Format::Json: output().json(outcomeJson(outcome, "Saved")); break;
    }
}

void SaveCommand::tell(const SaveOutcome &outcome)
{
    const Error error = outcome.error.value_or(Error());
    const QString sentence = sentenceOf(outcome);
    const auto unfinished = [&](ExitCode code) {
        const bool stopped = error.kind == Error::Kind::Cancelled;
        tellUnfinished(outcome, error, sentence, stopped ? ExitCode::Interrupted : code);
    };
    tellChangedMeanwhile(outcome);
    switch (verdictOf(outcome)) {
    case Verdict::Done:
        m_done = outcome.plan.isCreate() ? u"Created "_s + outcome.createdId
                                         : u"Saved "_s + outcome.plan.base.id;
        tellSaved(outcome);
        finish(ExitCode::Done);
        break;
    case Verdict::Conflict: tellUnfinished(outcome, error, sentence, ExitCode::Conflict); break;
    case Verdict::NameTaken: {
        const QString id = outcome.existing ? outcome.existing->id : QString();
        tellUnfinished(outcome, {.kind = Error::Kind::Conflict},
                       u"%1 It is %2; --allow-same-name creates another"_s.arg(sentence + u'.', id),
                       ExitCode::Conflict);
        break;
    }
    case Verdict::NotTaken:
    case Verdict::Partly:
    case Verdict::Unverified: unfinished(ExitCode::Partly); break;
    case Verdict::Unknown: {
        const bool wrote = outcome.plan.applied() != outcome.plan.base;
        unfinished(wrote ? ExitCode::Partly : exitCodeFor(error));
        break;
    }
    case Verdict::Cancelled: tellUnfinished(outcome, error, sentence, ExitCode::Interrupted); break;
    case Verdict::Unchanged:   // of change sets only
    case Verdict::GoneAlready: // of deletions and change sets only
    case Verdict::NotStarted:
    case Verdict::Failed: fail(error); break;
    }
}

} // namespace modelscribe

#include "moc_savecommand.cpp"
