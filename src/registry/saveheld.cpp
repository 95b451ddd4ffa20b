// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveheld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using StepKind = SaveStep::Kind;

struct Counts
{
    qsizetype total = 0;
    qsizetype after = 0;
    qsizetype before = 0;

    void add(bool isAfter, bool isBefore)
    {
        ++total;
        after += isAfter;
        before += isBefore;
    }
};

Counts countFields(const SavePlan &plan, const ModelMetadata &now)
{
    Counts counts;
    for (const FieldChange &change : plan.fields()) {
        const FieldValue held = change.field->read(now);
        counts.add(change.field->sameMeaning(held, change.after),
                   change.field->sameMeaning(held, change.before));
    }
    return counts;
}

//! Where the plan changes nothing but spellings, the meaning does not tell before from after.
bool isSpelledAsBefore(const SavePlan &plan, const ModelMetadata &now)
{
    return std::ranges::all_of(plan.fields(), [&](const FieldChange &change) {
        return change.field->same(change.field->read(now), change.before);
    });
}

//! Of a key that stands twice the last value is the one that is sent.
QStringList wantedValues(const SavePlan &plan, const QString &key)
{
    const QStringList values = labelValues(plan.edited.labels, key);
    return values.isEmpty() ? values : QStringList(values.last());
}

bool isRemoved(const SavePlan &plan, const QString &key)
{
    return std::ranges::any_of(plan.steps, [&key](const SaveStep &step) {
        return step.kind == StepKind::RemoveLabels
               && std::ranges::find(step.labels, key, &Label::key) != step.labels.end();
    });
}

Counts countLabels(const SavePlan &plan, const SaveStep &step, const ModelMetadata &now)
{
    Counts counts;
    for (const Label &label : step.labels) {
        const QStringList held = labelValues(now.labels, label.key);
        const QStringList before = labelValues(plan.base.metadata.labels, label.key);
        const QStringList after = wantedValues(plan, label.key);
        if (step.kind == StepKind::RemoveLabels)
            counts.add(held.isEmpty() || held == after, held == before);
        else
            counts.add(held == after,
                       held == before || (held.isEmpty() && isRemoved(plan, label.key)));
    }
    return counts;
}

FieldValue labelValue(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(keyValueText(label));
    texts.sort();
    return texts.join(u", "_s);
}

} // namespace

Held heldOf(const SavePlan &plan, const SaveStep &step, const ModelMetadata &now)
{
    const Counts counts = step.kind == StepKind::UpdateFields ? countFields(plan, now)
                                                              : countLabels(plan, step, now);
    if (counts.total == 0)
        return Held::All;
    if (counts.after == counts.total && counts.before == counts.total)
        return isSpelledAsBefore(plan, now) ? Held::Nothing : Held::All;
    return counts.after == counts.total    ? Held::All
           : counts.before == counts.total ? Held::Nothing
                                           : Held::Other;
}

bool isAsPlanned(const SavePlan &plan, const ModelMetadata &now)
{
    const auto isWrite = [](SaveStep::State state) {
        return [state](const SaveStep &step) { return step.isWrite() && step.state == state; };
    };
    if (std::ranges::none_of(plan.steps, isWrite(SaveStep::State::Done)))
        return sameMeaning(plan.base.metadata, now);
    return std::ranges::none_of(plan.steps, [&](const SaveStep &step) {
        return isWrite(SaveStep::State::Waiting)(step) && heldOf(plan, step, now) == Held::Other;
    });
}

QList<NotTaken> notTaken(const SavePlan &plan, const ModelMetadata &now)
{
    QList<NotTaken> result;
    for (const FieldChange &change : plan.fields()) {
        const FieldValue held = change.field->read(now);
        if (!change.field->sameMeaning(change.after, held))
            result.append({change.field, change.after, held});
    }
    const LabelChanges labels = plan.labels();
    // One that is to be gone and stands there with a new value was put there by somebody else.
    const bool isTaken = std::ranges::all_of(
        labels.removed + labels.added, [&](const Label &label) {
            return labelValues(now.labels, label.key) == wantedValues(plan, label.key);
        });
    if (!isTaken)
        result.append({nullptr, labelValue(plan.edited.labels), labelValue(now.labels)});
    return result;
}

QList<Label> keptLabels(const SavePlan &plan, const ModelMetadata &now)
{
    QList<Label> kept = plan.labels().removed;
    kept.removeIf([&](const Label &old) {
        const QStringList held = labelValues(now.labels, old.key);
        return isRemoved(plan, old.key) || !held.contains(old.value)
               || held == wantedValues(plan, old.key);
    });
    return kept;
}

} // namespace modelscribe
