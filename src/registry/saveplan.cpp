// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveplan.h"

#include "api/operations.h"
#include "model/modelchecks.h"
#include "model/wording.h"

#include <algorithm>

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
            return {{Kind::CheckName, operations::listModels({.workspaceId = plan.workspaceId,
                                                              .exactName = plan.edited.name,
                                                              .descending = true})
                                          .request},
                    {.kind = Kind::Create, .request = create.request, .count = count},
                    {.kind = Kind::Verify,
                     .request = operations::getModel({}).request,
                     .count = count}};
        });
}

Result<QList<SaveStep>> updateSteps(const SavePlan &plan)
{
    using Kind = SaveStep::Kind;
    const QString &id = plan.base.id;
    QList<SaveStep> steps{{Kind::CheckUnchanged, operations::getModel(id).request}};
    if (const qsizetype count = plan.fields().size(); count > 0) {
        const auto update = operations::updateModel(id, plan.base.metadata, plan.edited);
        if (!update)
            return failure(update.error());
        steps.append({.kind = Kind::UpdateFields, .request = update->request, .count = count});
    }
    const LabelChanges labels = plan.labels();
    if (!labels.removed.isEmpty()) {
        steps.append({.kind = Kind::RemoveLabels,
                      .request = operations::deleteModelLabels(id, labels.removedKeys()).request,
                      .count = labels.removed.size()});
    }
    if (!labels.added.isEmpty()) {
        steps.append({.kind = Kind::AddLabels,
                      .request = operations::createModelLabels(id, labels.added).request,
                      .count = labels.added.size()});
    }
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
                                const QString &workspaceId)
{
    if (base.isReadOnly())
        return failure(Error::Kind::Invalid, u"this model belongs to "_s + base.provider);
    const QList<Problem> problems = checkModel(base.metadata, edited);
    if (!maySave(problems))
        return firstProblem(problems);
    SavePlan plan{.base = base, .edited = edited, .workspaceId = workspaceId};
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
    return make(applied(), edited, workspaceId);
}

std::optional<SavePlan> SavePlan::restoringLabels() const
{
    const auto isAny = [this](SaveStep::Kind kind, std::initializer_list<SaveStep::State> states) {
        const auto step = std::ranges::find(steps, kind, &SaveStep::kind);
        return step != steps.end() && std::ranges::find(states, step->state) != states.end();
    };
    const bool gone = isAny(SaveStep::Kind::RemoveLabels, {SaveStep::State::Done});
    const bool notCome = isAny(SaveStep::Kind::AddLabels,
                               {SaveStep::State::Failed, SaveStep::State::Skipped});
    if (!gone || !notCome)
        return {};
    // All of them: of a renamed label nobody can tell which new one it was.
    const RegisteredModel now = applied();
    ModelMetadata restored = now.metadata;
    restored.labels += labels().removed;
    auto plan = make(now, restored, workspaceId);
    if (!plan)
        return {};
    return *std::move(plan);
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
        case SaveStep::Kind::RemoveLabels: {
            const QStringList keys = labels().removedKeys();
            held.removeIf([&](const Label &label) { return keys.contains(label.key); });
            break;
        }
        case SaveStep::Kind::AddLabels: held += labels().added; break;
        case SaveStep::Kind::CheckName:
        case SaveStep::Kind::CheckUnchanged:
        case SaveStep::Kind::Verify: break;
        }
    }
    return model;
}

} // namespace modelscribe
