// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchcommand.h"

#include "cli/asking.h"
#include "cli/plantext.h"
#include "cli/storetrouble.h"
#include "connect/connector.h"
#include "core/jsonwriter.h"
#include "core/paths.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/keptchanges.h"
#include "store/batchstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Outcome = BatchLine::Outcome;

QString nameOfRun(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

QString modelsText(qint64 count) { return count == 1 ? u"1 model"_s : u"%1 models"_s.arg(count); }

QByteArray plannedJson(const Change &change)
{
    JsonObjectWriter writer;
    writer.add(u"ModelId", jsonString(change.base.id));
    writer.add(u"ModelName", jsonString(change.base.metadata.name));
    writer.add(u"Outcome", "\"tosave\"");
    writer.add(u"Changes", changesJson(change.base.metadata, *change.edited));
    return writer.take();
}

} // namespace

BatchCommand::BatchCommand(Output &output)
    : WritingCommand(output)
{
}

BatchCommand::~BatchCommand() = default;

void BatchCommand::addRunOptionsTo(CommandParser &command)
{
    command.add({.name = "--dry-run",
                 .into = &m_dryRun,
                 .help = "shows what would be saved, sends nothing"});
    command.add({.name = "--yes", .into = &m_yes, .help = "saves without asking"});
    command.add({.name = "--strict",
                 .into = &m_strict,
                 .help = "read-only models among the chosen make it exit 8"});
}

void BatchCommand::addContinueTo(CommandParser &command)
{
    command.add({.name = "--continue",
                 .into = &m_run,
                 .help = "tries again what this run, of edit or label, left",
                 .type = "RUN"});
}

Result<std::monostate> BatchCommand::prepare()
{
    if (m_run && QUuid::fromString(QString::fromStdString(*m_run)).isNull())
        return failure(Error::Kind::Invalid, u"--continue takes the name of a run"_s);
    if (!m_yes && !m_dryRun && !output().mayAsk())
        return failure(Error::Kind::Invalid,
                       u"nothing was sent; add --yes to save without being asked, or --dry-run to "
                       "see what would be saved"_s);
    return std::monostate();
}

BatchStore &BatchCommand::batches()
{
    if (m_batches)
        return *m_batches;
    m_batches = std::make_unique<BatchStore>(paths::batchesFile());
    whenDone(m_batches->report(), this, [this](const Result<StoreReport> &report) {
        // What cannot be kept at all is told where that ends the command.
        const QString trouble = report && report->onDisk() ? storeTrouble(*report, u"runs"_s)
                                                           : QString();
        if (!trouble.isEmpty())
            output().note(u"modelscribe-cli: "_s + trouble);
    });
    return *m_batches;
}

void BatchCommand::goOn(Connection &connection)
{
    m_connection = &connection;
    const QUuid id = QUuid::fromString(QString::fromStdString(*m_run));
    whenDone(batches().claim(id), this, [this](const Result<KeptBatch> &batch) {
        if (hasEnded() || !m_connection)
            return;
        if (!batch) {
            fail(batch.error());
            return;
        }
        if (batch->head.registryKey != m_connection->registryKey()) {
            output().error({.kind = Error::Kind::Invalid},
                           u"The run belongs to another registry"_s);
            finish(ExitCode::Usage);
            return;
        }
        m_set = changeSetOf(*batch);
        if (m_dryRun || !m_yes)
            showPlan();
        if (m_dryRun)
            end();
        else if (m_yes)
            send(m_set);
        else
            ask();
    });
}

void BatchCommand::review(Connection &connection, const BatchEdit &edit,
                          const QList<RegisteredModel> &known)
{
    m_connection = &connection;
    m_review = std::make_unique<BatchReview>(connection, edit, known);
    connect(m_review.get(), &BatchReview::itemChanged, this, [this](int) {
        output().progress(u"Checking %1 of %2"_s.arg(m_review->readCount()).arg(m_review->size()));
    });
    connect(m_review.get(), &BatchReview::finished, this, &BatchCommand::takeReview);
    m_review->start();
}

//! What is not to be saved is told at once.
void BatchCommand::takeReview()
{
    if (hasEnded())
        return;
    output().progress({});
    m_set = m_review->changes({});
    for (qsizetype i = 0; i < m_review->size(); ++i) {
        const BatchItem &item = m_review->item(i);
        m_readOnly += item.state == BatchItem::State::ReadOnly;
        if (const auto line = BatchLine::of(item))
            tell(*line);
    }
    if (m_interrupted) {
        for (const Change &change : std::exchange(m_set.changes, {}))
            tell(BatchLine::notSent(change));
    }
    if (m_set.changes.isEmpty()) {
        end();
        return;
    }
    if (m_dryRun || !m_yes)
        showPlan();
    if (m_dryRun)
        end();
    else if (m_yes)
        agree();
    else
        ask();
}

void BatchCommand::showPlan()
{
    if (output().format() == Output::Format::Json && m_dryRun) {
        for (const Change &change : std::as_const(m_set.changes))
            output().json(plannedJson(change));
        return;
    }
    Table table{.header = {u"Model"_s, u"Name"_s, u"Field"_s, u"Before"_s, u"After"_s}, .rows = {}};
    for (const Change &change : std::as_const(m_set.changes)) {
        for (const QStringList &row : changesTable(change.base.metadata, *change.edited).rows)
            table.rows.append(QStringList{change.base.id, change.base.metadata.name} + row);
    }
    if (m_dryRun && output().format() == Output::Format::Csv) {
        output().csv(table);
    } else if (m_dryRun) {
        output().table(table);
    } else {
        for (const QString &line : tableText(table).split(u'\n', Qt::SkipEmptyParts))
            output().note(line);
    }
}

void BatchCommand::ask()
{
    output().note(u"Save %1 in %2? [y/N] "_s.arg(
        modelsText(m_set.changes.size()), targetText(*m_connection, m_connection->workspaceId())));
    askOnTerminal(this, [this](bool isAgreed) {
        if (isAgreed) {
            agree();
            return;
        }
        output().note(u"Nothing was sent"_s);
        m_counts[Outcome::NotSent] += m_set.changes.size();
        m_interrupted = true;
        end();
    });
}

void BatchCommand::agree()
{
    if (!m_connection)
        return;
    if (m_run) {
        send(m_set);
        return;
    }
    keep(m_set);
}

//! It is on the disk before the first request.
void BatchCommand::keep(const ChangeSet &set)
{
    whenDone(batches().put(keptBatchOf(set, *m_connection)), this,
             [this, set](const Result<std::monostate> &kept) {
                 if (hasEnded() || !m_connection)
                     return;
                 if (!kept) {
                     output().error(kept.error(),
                                    u"The run cannot be kept, so nothing was sent: %1. %2"_s
                                        .arg(wording::whatHappened(kept.error()),
                                             wording::nextStep(kept.error()))
                                        .trimmed());
                     finish(ExitCode::Usage);
                     return;
                 }
                 output().note(u"run "_s + nameOfRun(set.id));
                 send(set);
             });
}

void BatchCommand::send(const ChangeSet &set)
{
    output().target(targetText(*m_connection, m_connection->workspaceId()));
    settleLeftovers(*m_connection, [this, set] {
        if (!m_connection)
            return;
        m_sending = writer().write(*m_connection, set);
        connect(m_sending, &ChangeSetRun::ended, this, &BatchCommand::takeEnded);
        connect(m_sending, &ChangeSetRun::finished, this, &BatchCommand::takeFinished);
        if (m_interrupted)
            m_sending->stop();
    });
}

void BatchCommand::takeEnded(int index, const WriteOutcome &outcome)
{
    if (hasEnded())
        return;
    const BatchLine line = BatchLine::of(m_sending->set().changes[index], outcome);
    m_left += line.outcome == Outcome::NotSent || line.outcome == Outcome::Refused;
    tell(line);
    output().progress(u"Saved %1 of %2"_s.arg(m_sending->endedCount()).arg(m_set.changes.size()));
}

void BatchCommand::tell(const BatchLine &line)
{
    ++m_counts[line.outcome];
    if (line.error && !m_error)
        m_error = line.error;
    output().progress({});
    if (output().format() == Output::Format::Json)
        output().json(line.json());
    else
        output().line(line.text());
}

void BatchCommand::takeFinished()
{
    if (hasEnded())
        return;
    output().progress({});
    if (m_left > 0) {
        // What was begun and refused half-way cannot be said again by the same options.
        output().note(
            u"modelscribe-cli: %1 refused or not sent; edit --continue %2 tries again"_s.arg(
                modelsText(m_left), nameOfRun(m_set.id)));
        end();
        return;
    }
    whenDone(batches().remove(m_set.id), this, [this](const Result<std::monostate> &removed) {
        if (!removed)
            output().note(u"modelscribe-cli: The run could not be forgotten: "_s
                          + visibleText(removed.error().detail));
        if (!hasEnded())
            end();
    });
}

void BatchCommand::end()
{
    const QString run = m_sending ? nameOfRun(m_set.id) : QString();
    if (m_sending)
        m_done = u"Run %1: %2"_s.arg(run, countsText(m_counts));
    if (output().format() == Output::Format::Json)
        output().json(countsJson(run, m_counts));
    else if (!m_dryRun)
        output().line(countsText(m_counts));
    finish(exitCode());
}

ExitCode BatchCommand::exitCode() const
{
    if (m_interrupted)
        return ExitCode::Interrupted;
    qint64 done = 0;
    qint64 all = 0;
    for (auto count = m_counts.begin(); count != m_counts.end(); ++count) {
        all += *count;
        if (count.key() == Outcome::Saved || count.key() == Outcome::Unchanged)
            done += *count;
    }
    if (m_dryRun)
        done += m_set.changes.size();
    if (m_dryRun)
        all += m_set.changes.size();
    const qint64 open = all - done - m_readOnly;
    if (open == 0)
        return m_strict && m_readOnly > 0 ? ExitCode::Partly : ExitCode::Done;
    if (done == 0 && m_error)
        return exitCodeFor(*m_error);
    return ExitCode::Partly;
}

//! The first time what was and was not done is listed.
void BatchCommand::interrupt()
{
    const bool isFirst = !std::exchange(m_interrupted, true);
    if (isFirst && m_sending) {
        output().note(u"modelscribe-cli: Stopping; requests that are under way are waited for"_s);
        m_sending->stop();
        return;
    }
    if (isFirst && m_review && m_review->isRunning()) {
        m_review->stop();
        return;
    }
    // Nobody wants to wait any more; what is under way may happen or not.
    const QString rest = u"modelscribe-cli: edit --continue %1 finds out what became of the rest"_s;
    output().note(m_sending ? rest.arg(nameOfRun(m_set.id)) : u"Nothing was sent"_s);
    Command::interrupt();
}

} // namespace modelscribe

#include "moc_batchcommand.cpp"
