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
        counts.add(change.field->same(held, change.after), change.field->same(held, change.before));
    }
    return counts;
}

Counts countLabels(const SavePlan &plan, StepKind kind, const ModelMetadata &now)
{
    Counts counts;
    const LabelChanges changes = plan.labels();
    const bool removes = kind == StepKind::RemoveLabels;
    for (const Label &label : removes ? changes.removed : changes.added) {
        const auto held = std::ranges::find(now.labels, label.key, &Label::key);
        const bool isThere = held != now.labels.end();
        if (removes)
            counts.add(!isThere || changes.added.contains(*held), isThere && *held == label);
        else
            counts.add(isThere && *held == label, !isThere || changes.removed.contains(*held));
    }
    return counts;
}

FieldValue labelValue(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(label.key + u'=' + label.value);
    texts.sort();
    return texts.join(u", "_s);
}

} // namespace

Held heldOf(const SavePlan &plan, StepKind kind, const ModelMetadata &now)
{
    const Counts counts = kind == StepKind::UpdateFields ? countFields(plan, now)
                                                         : countLabels(plan, kind, now);
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
        return sameContent(plan.base.metadata, now);
    return std::ranges::none_of(plan.steps, [&](const SaveStep &step) {
        return isWrite(SaveStep::State::Waiting)(step)
               && heldOf(plan, step.kind, now) == Held::Other;
    });
}

QList<NotTaken> notTaken(const SavePlan &plan, const ModelMetadata &now)
{
    QList<NotTaken> result;
    for (const FieldChange &change : plan.fields()) {
        const FieldValue held = change.field->read(now);
        if (!change.field->same(change.after, held))
            result.append({change.field, change.after, held});
    }
    const LabelChanges labels = plan.labels();
    const bool allAdded = std::ranges::all_of(
        labels.added, [&](const Label &label) { return now.labels.contains(label); });
    // One that is to be gone and stands there with a new value was put there by somebody else.
    const QStringList removed = labels.removedKeys();
    const bool allRemoved = std::ranges::all_of(now.labels, [&](const Label &label) {
        return !removed.contains(label.key) || labels.added.contains(label);
    });
    if (!allAdded || !allRemoved)
        result.append({nullptr, labelValue(plan.edited.labels), labelValue(now.labels)});
    return result;
}

} // namespace modelscribe
