// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/journalrows.h"

#include "core/visibletext.h"
#include "lists/journalmodel.h"
#include "lists/relativetime.h"
#include "registry/registrytarget.h"
#include "session/batchrunitem.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using RunOutcome = JournalHead::Outcome;

constexpr qsizetype mostLookedInto = 3;

// What a person has to look at first.
constexpr std::array badOutcomes = {RunOutcome::Failed,     RunOutcome::Partly,
                                    RunOutcome::NotTaken,   RunOutcome::Unknown,
                                    RunOutcome::Unverified, RunOutcome::Begun};

struct JournalRunTexts
{
    Q_DECLARE_TR_FUNCTIONS(JournalRunTexts)
};

QHash<QUuid, QList<const JournalHead *>> entriesOfRuns(const QList<JournalHead> &heads)
{
    QHash<QUuid, QList<const JournalHead *>> runs;
    for (const JournalHead &head : heads) {
        if (!head.group.isNull())
            runs[head.group].append(&head);
    }
    return runs;
}

JournalRun runOf(const QList<const JournalHead *> &entries)
{
    JournalRun run;
    QSet<QString> models;
    for (const JournalHead *entry : entries) {
        run.changes += entry->changeCount;
        run.isMixed = run.isMixed || entry->what != entries.first()->what
                      || entry->reverts.isNull() != entries.first()->reverts.isNull();
        if (run.some.size() < mostLookedInto)
            run.some.append(entry->id);
        if (models.contains(entry->modelId))
            continue; // an earlier attempt
        models.insert(entry->modelId);
        ++run.outcomes[entry->outcome];
    }
    run.models = int(models.size());
    return run;
}

} // namespace

QList<JournalRow> journalRows(const QList<JournalHead> &heads, const QSet<QUuid> &unfolded,
                              bool isAll)
{
    using Kind = JournalRow::Kind;
    QList<JournalRow> rows;
    auto runs = entriesOfRuns(heads);
    for (const JournalHead &head : heads) {
        const auto entries = runs.constFind(head.group);
        if (entries == runs.cend()) {
            if (head.group.isNull())
                rows.append({.head = head, .run = {}});
            continue; // it stands with its run already
        }
        if (entries->size() == 1) {
            rows.append({.head = head, .run = {}});
            continue;
        }
        const bool isUnfolded = unfolded.contains(head.group);
        JournalRow row{.kind = isUnfolded ? Kind::UnfoldedRun : Kind::FoldedRun,
                       .head = head,
                       .run = runOf(*entries)};
        row.run.isWhole = isAll || heads.last().group != head.group;
        rows.append(row);
        for (const JournalHead *part : *entries) {
            if (isUnfolded)
                rows.append({.kind = Kind::Part, .head = *part, .run = {}});
        }
        runs.erase(entries);
    }
    return rows;
}

QString runText(const JournalRun &run)
{
    const QString models = run.isWhole
                               ? JournalRunTexts::tr("%Ln model(s)", nullptr, run.models)
                               : JournalRunTexts::tr("at least %Ln model(s)", nullptr, run.models);
    if (run.fields.isEmpty())
        return models;
    return JournalRunTexts::tr("%1: %2", "models and what changed in them")
        .arg(models, fieldTexts(run.fields).join(JournalRunTexts::tr(", ", "between fields")));
}

QString runOutcomeText(const JournalRun &run)
{
    QStringList parts;
    for (const RunOutcome outcome : badOutcomes) {
        if (const int count = run.outcomes.value(outcome))
            parts.append(JournalRunTexts::tr("%1 %2", "how many, and what came of them")
                             .arg(QLocale().toString(count), JournalModel::outcomeText(outcome)));
    }
    return parts.isEmpty() ? JournalModel::outcomeText(RunOutcome::Saved)
                           : parts.join(JournalRunTexts::tr(", ", "between results"));
}

RunOutcome worstOutcome(const JournalRun &run)
{
    for (const RunOutcome outcome : badOutcomes) {
        if (run.outcomes.value(outcome) > 0)
            return outcome;
    }
    return RunOutcome::Saved;
}

QString journalCell(const JournalRow &row, int column)
{
    const JournalHead &head = row.head;
    const QString dash = u"—"_s;
    const auto orDash = [&dash](const QString &text) { return text.isEmpty() ? dash : text; };
    const qint64 changes = row.isRun() ? row.run.changes : head.changeCount;
    switch (column) {
    case JournalModel::When: return relativeTime(head.began);
    case JournalModel::Model:
        return row.isRun()
                   ? runText(row.run)
                   : orDash(visibleText(head.modelName.isEmpty() ? head.modelId : head.modelName));
    case JournalModel::What:
        return row.run.isMixed ? dash : JournalModel::whatText(head.what, !head.reverts.isNull());
    case JournalModel::Changes: return changes > 0 ? QLocale().toString(changes) : dash;
    case JournalModel::Outcome:
        return row.isRun() ? runOutcomeText(row.run) : JournalModel::outcomeText(head.outcome);
    case JournalModel::Profile:
        return orDash(visibleText(shownRegistryName(head.profile, head.registryKey)));
    default: break;
    }
    return {};
}

QString journalCellTip(const JournalRow &row, int column)
{
    const JournalHead &head = row.head;
    switch (column) {
    case JournalModel::When: return exactTime(head.began);
    case JournalModel::Model:
        return row.isRun() ? runText(row.run)
                           : visibleText(head.modelName) + u'\n' + visibleText(head.modelId);
    case JournalModel::Outcome: return row.isRun() ? runOutcomeText(row.run) : QString();
    case JournalModel::Profile: return visibleText(head.profile);
    default: break;
    }
    return {};
}

} // namespace modelscribe
