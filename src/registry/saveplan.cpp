// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveplan.h"

#include "api/operations.h"
#include "model/modelchecks.h"
#include "model/wording.h"
#include "registry/pagesize.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> firstProblem(const QList<Problem> &problems)
{
    const auto problem = std::ranges::find_if_not(problems, &Problem::warning);
    return failure(Error::Kind::Invalid, u"%1: %2"_s.arg(problem->key, wording::problem(*problem)));
}

Result<QList<SaveStep>> createSteps(const SavePlan &plan)
{
    using Kind = SaveStep::Kind;
    return operations::createModel(plan.edited, plan.workspaceId)
        .transform([&](const Operation<QString> &create) -> QList<SaveStep> {
            const qsizetype count = plan.changeCount();
            return {
                {Kind::CheckName,
                 operations::listModels({.workspaceId = plan.workspaceId,
                                         .exactName = plan.edited.name,
                                         .isQuoted = plan.rules.findsQuotedNames,
                                         .descending = true,
                                         .pageSize = pageSizeFor(plan.rules, operations::pageSize)})
                     .request},
                {.kind = Kind::Create, .request = create.request, .count = count},
                {.kind = Kind::Verify,
                 .request = operations::getModel({}).request,
                 .count = count}};
        });
}

SaveStep removeStep(const QString &id, const QList<Label> &labels)
{
    QStringList keys;
    for (const Label &label : labels)
        keys.append(label.key);
    return {.kind = SaveStep::Kind::RemoveLabels,
            .request = operations::deleteModelLabels(id, keys).request,
            .count = labels.size(),
            .labels = labels};
}

SaveStep addStep(const QString &id, const QList<Label> &labels)
{
    return {.kind = SaveStep::Kind::AddLabels,
            .request = operations::createModelLabels(id, labels).request,
            .count = labels.size(),
            .labels = labels};
}

//! Those that posting does not bring to what they are to be: they are gone, or posting one value
//! says nothing about the others that stand under the same key.
QList<Label> toRemove(const SavePlan &plan)
{
    const LabelChanges changes = plan.labels();
    QList<Label> labels = changes.removed;
    labels.removeIf([&](const Label &label) {
        return changes.isChanged(label.key) && plan.rules.labelPost == LabelPost::Overwrites
               && labelValues(plan.base.metadata.labels, label.key).size() == 1;
    });
    return labels;
}

bool hasKey(const QList<Label> &labels, const QString &key)
{
    return std::ranges::find(labels, key, &Label::key) != labels.end();
}

//! Known keys keep their place.
void post(QList<Label> &held, const QList<Label> &labels)
{
    for (const Label &label : labels) {
        const auto known = std::ranges::find(held, label.key, &Label::key);
        if (known != held.end())
            known->value = label.value;
        else
            held.append(label);
    }
}

Result<QList<SaveStep>> updateSteps(const SavePlan &plan)
{
    using Kind = SaveStep::Kind;
    const QString &id = plan.base.id;
    QList<SaveStep> steps{{Kind::CheckUnchanged, operations::getModel(id).request}};
    if (const qsizetype count = plan.fields().size(); count > 0) {
        const auto update = operations::updateModel(id, plan.base.metadata, plan.edited,
                                                    plan.rules);
        if (!update)
            return failure(update.error());
        steps.append({.kind = Kind::UpdateFields, .request = update->request, .count = count});
    }
    if (const QList<Label> gone = toRemove(plan); !gone.isEmpty())
        steps.append(removeStep(id, gone));
    if (const QList<Label> added = plan.labels().added; !added.isEmpty())
        steps.append(addStep(id, added));
    steps.append({.kind = Kind::Verify,
                  .request = operations::getModel(id).request,
                  .count = plan.changeCount()});
    return steps;
}

} // namespace

bool SaveStep::isWrite() const
{
    return kind != Kind::CheckName && kind != Kind::CheckUnchanged && kind != Kind::Verify;
}

Result<SavePlan> SavePlan::make(const RegisteredModel &base, const ModelMetadata &edited,
                                const QString &workspaceId, const ServiceRules &rules)
{
    if (base.isReadOnly())
        return failure(Error::Kind::Invalid,
                       u"this model belongs to "_s + base.provider + u" and cannot be edited"_s);
    const QList<Problem> problems = checkModel(base.metadata, edited, checkJsonField, rules);
    if (!maySave(problems))
        return firstProblem(problems);
    SavePlan plan{.base = base, .edited = edited, .workspaceId = workspaceId, .rules = rules};
    if (plan.changeCount() == 0)
        return failure(Error::Kind::Invalid, u"nothing changed"_s);
    return (plan.isCreate() ? createSteps(plan) : updateSteps(plan))
        .transform([&](const QList<SaveStep> &steps) {
            plan.steps = steps;
            return plan;
        });
}

Result<SavePlan> SavePlan::rest() const
{
    if (isCreate())
        return failure(Error::Kind::Invalid, u"a create is one request"_s);
    return make(applied(), edited, workspaceId, rules);
}

std::optional<SavePlan> SavePlan::restoringLabels() const
{
    const RegisteredModel now = applied();
    ModelMetadata restored = now.metadata;
    bool notCome = false;
    for (const SaveStep &step : steps) {
        // All of them: of a renamed label nobody can tell which new one it was.
        if (step.kind == SaveStep::Kind::RemoveLabels && step.state == SaveStep::State::Done)
            std::ranges::copy_if(
                step.labels, std::back_inserter(restored.labels),
                [&](const Label &label) { return !hasKey(now.metadata.labels, label.key); });
        if (step.kind == SaveStep::Kind::AddLabels)
            notCome = step.state == SaveStep::State::Failed
                      || step.state == SaveStep::State::Skipped;
    }
    if (!notCome || restored.labels.size() == now.metadata.labels.size())
        return {};
    auto plan = make(now, restored, workspaceId, rules);
    if (!plan)
        return {};
    return *std::move(plan);
}

void SavePlan::replaceKept(const QList<Label> &kept)
{
    rules.labelPost = LabelPost::KeepsOld;
    QList<Label> again = labels().added;
    again.removeIf([&](const Label &label) { return !hasKey(kept, label.key); });
    for (SaveStep &step : steps) { // what was posted did not come to that
        if (step.kind == SaveStep::Kind::AddLabels)
            step.labels.removeIf([&](const Label &label) { return again.contains(label); });
    }
    for (SaveStep step : {removeStep(base.id, kept), addStep(base.id, again)}) {
        step.isFallback = true;
        steps.append(std::move(step));
    }
    steps.append({.kind = SaveStep::Kind::Verify,
                  .request = operations::getModel(base.id).request,
                  .count = changeCount()});
}

RegisteredModel SavePlan::applied() const
{
    RegisteredModel model = base;
    for (const SaveStep &step : steps) {
        if (step.state != SaveStep::State::Done)
            continue;
        QList<Label> &held = model.metadata.labels;
        switch (step.kind) {
        case SaveStep::Kind::Create:
            model.metadata = edited;
            model.workspaceId = workspaceId;
            break;
        case SaveStep::Kind::UpdateFields:
            for (const FieldChange &change : fields())
                change.field->write(model.metadata, change.after);
            break;
        case SaveStep::Kind::RemoveLabels:
            held.removeIf([&](const Label &label) { return hasKey(step.labels, label.key); });
            break;
        case SaveStep::Kind::AddLabels: post(held, step.labels); break;
        case SaveStep::Kind::CheckName:
        case SaveStep::Kind::CheckUnchanged:
        case SaveStep::Kind::Verify: break;
        }
    }
    return model;
}

} // namespace modelscribe
