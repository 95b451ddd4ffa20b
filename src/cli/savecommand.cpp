// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savecommand.h"

#include "cli/modelrecord.h"
#include "cli/plantext.h"
#include "connect/connector.h"
#include "core/jsonwriter.h"
#include "model/wording.h"
#include "registry/savejournal.h"
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
    if (sameContent(expected, now))
        return {};
    return std::pair(expected, now);
}

} // namespace

SaveCommand::SaveCommand(Output &output)
    : Command(output)
    , m_written(output)
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
    m_run->disconnect(this);
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
    m_done = u"Nothing was to be changed"_s;
    output().note(u"Nothing to change: the model is so already"_s);
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
    m_run = new SaveRun(connection.client(), plan, this);
    if (allowSameName)
        m_run->allowSameName();
    m_run->setOptions({.clockSkew = connection.clockSkew(),
                       .beforeWrites = [this, reverts, profile = connection.title(),
                                        registry = connection.registryKey()](const SavePlan &sent) {
                           JournalEntry entry = journalEntryFor(sent, profile, registry);
                           entry.head.reverts = reverts;
                           if (sent.isCreate())
                               entry.head.modelId = Draft::newModelId();
                           return m_written.begin(entry);
                       }});
    connect(m_run, &SaveRun::finished, this, &SaveCommand::takeOutcome);
    m_run->start();
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

void SaveCommand::takeOutcome(const SaveOutcome &outcome)
{
    m_written.end(journalEndFor(outcome), [this, outcome] { tell(outcome); });
}

void SaveCommand::tell(const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    const Error error = outcome.error.value_or(Error());
    const QString what = wording::whatHappened(error);
    const auto unfinished = [&](const QString &sentence, ExitCode code) {
        const bool stopped = error.kind == Error::Kind::Cancelled;
        tellUnfinished(outcome, error, sentence, stopped ? ExitCode::Interrupted : code);
    };
    tellChangedMeanwhile(outcome);
    switch (outcome.result) {
    case Result::Saved:
        m_done = outcome.plan.isCreate() ? u"Created "_s + outcome.createdId
                                         : u"Saved "_s + outcome.plan.base.id;
        tellSaved(outcome);
        finish(ExitCode::Done);
        break;
    case Result::NotTaken: {
        QStringList fields;
        for (const NotTaken &field : outcome.notTaken)
            fields.append(field.field ? QString(field.field->key) : u"Labels"_s);
        unfinished(u"Sent, but the registry holds other values of "_s + fields.join(u", "_s),
                   ExitCode::Partly);
        break;
    }
    case Result::Conflict:
        tellUnfinished(outcome, error, what + u"; nothing was written"_s, ExitCode::Conflict);
        break;
    case Result::NameTaken: {
        const QString id = outcome.existing ? outcome.existing->id : QString();
        tellUnfinished(outcome, {.kind = Error::Kind::Conflict},
                       u"A model of this name exists: %1; nothing was written "
                       "(--allow-same-name creates another)"_s.arg(id),
                       ExitCode::Conflict);
        break;
    }
    case Result::Partly: unfinished(u"Partly done: "_s + what, ExitCode::Partly); break;
    case Result::Unverified:
        unfinished(u"Written, but reading back failed: "_s + what, ExitCode::Partly);
        break;
    case Result::Unknown: {
        const bool wrote = outcome.plan.applied() != outcome.plan.base;
        unfinished(what + u". "_s + wording::nextStep(error),
                   wrote ? ExitCode::Partly : exitCodeFor(error));
        break;
    }
    case Result::Cancelled:
        tellUnfinished(outcome, error, u"Cancelled; nothing was written"_s, ExitCode::Interrupted);
        break;
    case Result::Failed: fail(error); break;
    }
}

} // namespace modelscribe

#include "moc_savecommand.cpp"
