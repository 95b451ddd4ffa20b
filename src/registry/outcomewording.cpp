// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/outcomewording.h"

#include "core/visibletext.h"
#include "model/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::outcomewording {

namespace {

struct Review
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QString labelText(const Label &label) { return visibleText(keyValueText(label), 80); }

QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'\n');
}

//! What of \p plan is done, what is not, and what nobody knows, by its writing steps.
QString doneAndNot(const SavePlan &plan)
{
    QStringList done;
    QStringList open;
    QStringList unknown;
    for (const SaveStep &one : plan.steps) {
        if (!one.isWrite())
            continue;
        QStringList &list = one.state == SaveStep::State::Done      ? done
                            : one.state == SaveStep::State::Unknown ? unknown
                                                                    : open;
        list.append(step(plan, one));
    }
    const QString separator = Review::tr("; ");
    const auto line = [&separator](const QString &text, const QStringList &steps) {
        return steps.isEmpty() ? QString() : text.arg(steps.join(separator));
    };
    return lines({line(Review::tr("Done: %1."), done), line(Review::tr("Not known: %1."), unknown),
                  line(Review::tr("Not done: %1."), open)});
}

QString becauseOf(const Error &error)
{
    // The next step after a conflict says that nothing was written, which may not be so here.
    const QString next = error.kind == Error::Kind::Conflict
                             ? Review::tr("It is read again before anything more is sent.")
                             : wording::nextStep(error);
    const QString what = wording::whatHappened(error);
    return next.isEmpty() ? Review::tr("%1.").arg(what) : Review::tr("%1. %2").arg(what, next);
}

QString becauseOf(const SaveOutcome &outcome)
{
    return outcome.error ? becauseOf(*outcome.error) : QString();
}

bool isStopped(const SaveOutcome &outcome)
{
    return outcome.error && outcome.error->kind == Error::Kind::Cancelled;
}

QString gone(const SaveOutcome &outcome, const Context &context)
{
    if (!context.hasDraft)
        return Review::tr("This model is no longer in the registry.");
    if (outcome.result == SaveOutcome::Result::Failed && !context.isRest)
        return Review::tr(
            "This model is no longer in the registry. Your changes are kept as a draft.");
    return Review::tr("This model is no longer in the registry, and neither is what was saved of "
                      "it. Your values are still in the editor.");
}

QString unknown(const SaveOutcome &outcome, const Context &context)
{
    if (outcome.now && !context.hasDraft)
        return Review::tr("The registry holds neither what was there before nor all of what was "
                          "sent.");
    if (outcome.now)
        return Review::tr("The registry holds neither what was there before nor all of what was "
                          "sent. Your changes are kept as a draft; choose what to keep.");
    const bool partly = std::ranges::any_of(outcome.plan.steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == SaveStep::State::Done;
    });
    const QString draft =
        partly ? Review::tr(
            "Part of it was saved; whether the rest was is not known. The rest is kept as a draft.")
               : Review::tr("It is not known whether it was saved; your changes "
                            "are kept as a draft.");
    const QString plain = partly ? Review::tr(
                              "Part of it was saved; whether the rest was is not known.")
                                 : Review::tr("It is not known whether it was saved.");
    const QString saved = context.hasDraft ? draft : plain;
    const QString late = outcome.plan.isCreate()
                             ? Review::tr("A model that was just created may still appear. Check "
                                          "again after two minutes to be certain.")
                             : QString();
    return lines({saved, becauseOf(outcome), late, doneAndNot(outcome.plan)});
}

QString failed(const SaveOutcome &outcome, const Context &context)
{
    if (!context.hasDraft)
        return context.isLooked ? Review::tr("Nothing of it is in the registry.")
                                : lines({Review::tr("Nothing was saved."), becauseOf(outcome)});
    if (context.isLooked)
        return context.isRest ? Review::tr("Nothing more of it is in the registry; the rest is "
                                           "kept as a draft.")
                              : Review::tr("Nothing of it is in the registry; your changes are "
                                           "kept as a draft.");
    return lines({context.isRest
                      ? Review::tr("Nothing more was saved; the rest is kept as a draft.")
                      : Review::tr("Nothing was saved; your changes are kept as a draft."),
                  becauseOf(outcome)});
}

QString partly(const SaveOutcome &outcome, const Context &context)
{
    const QString steps = doneAndNot(outcome.plan);
    if (!context.hasDraft)
        return lines({isStopped(outcome) ? Review::tr("Stopped. Only part of it was saved.")
                                         : Review::tr("Only part of it was saved."),
                      context.isLooked || isStopped(outcome) ? QString() : becauseOf(outcome),
                      steps});
    if (context.isLooked)
        return lines(
            {Review::tr("Only part of it is in the registry; the rest is kept as a draft."),
             steps});
    if (isStopped(outcome))
        return lines(
            {Review::tr("Stopped. Only part of it was saved; the rest is kept as a draft."),
             steps});
    return lines({Review::tr("Only part of it was saved; the rest is kept as a draft."),
                  becauseOf(outcome), steps});
}

QString quoted(const FieldValue &value)
{
    const QString text = value.text();
    return text.isEmpty() ? Review::tr("nothing") : Review::tr("“%1”").arg(visibleText(text, 60));
}

QString notTaken(const SaveOutcome &outcome)
{
    QStringList found;
    for (const NotTaken &one : outcome.notTaken) {
        const QString name = one.field ? one.field->labelText() : Review::tr("Labels");
        if (one.field && one.field->kind == FieldKind::JsonObject)
            found.append(Review::tr("%1: the difference is shown above").arg(name));
        else
            found.append(Review::tr("%1: sent %2, the registry holds %3")
                             .arg(name, quoted(one.sent), quoted(one.held)));
    }
    return lines(found);
}

//! A label that is there and gets another value is set, not added.
QString addLabels(const SavePlan &plan, const SaveStep &step)
{
    const LabelChanges changes = plan.labels();
    const bool wereKept = step.count != step.labels.size();
    const bool sets = wereKept || std::ranges::any_of(step.labels, [&](const Label &label) {
                          return changes.isChanged(label.key);
                      });
    const int count = int(step.count);
    if (count == 1 && !wereKept)
        return (sets ? Review::tr("Set label %1") : Review::tr("Add label %1"))
            .arg(labelText(step.labels.first()));
    return sets ? Review::tr("Set %n label(s)", nullptr, count)
                : Review::tr("Add %n label(s)", nullptr, count);
}

} // namespace

QString step(const SavePlan &plan, const SaveStep &step)
{
    const bool done = step.state == SaveStep::State::Done;
    const QList<Label> &labels = step.labels;
    switch (step.kind) {
    case SaveStep::Kind::CheckName:
        return done ? Review::tr("Name checked: it is free")
                    : Review::tr("Check whether the name is taken");
    case SaveStep::Kind::CheckUnchanged:
        return done ? Review::tr("Read again: unchanged since you opened it")
                    : Review::tr("Read again and check that nobody changed it");
    case SaveStep::Kind::Create: return Review::tr("Create the model");
    case SaveStep::Kind::UpdateFields:
        return Review::tr("Update %n field(s)", nullptr, int(step.count));
    case SaveStep::Kind::RemoveLabels:
        if (step.isFallback)
            return Review::tr("Remove %n label(s) of which the registry kept the old value",
                              nullptr, int(labels.size()));
        return labels.size() == 1 ? Review::tr("Remove label %1").arg(labelText(labels.first()))
                                  : Review::tr("Remove %n label(s)", nullptr, int(labels.size()));
    case SaveStep::Kind::AddLabels: return addLabels(plan, step);
    case SaveStep::Kind::Verify: return Review::tr("Read back and compare");
    }
    return {};
}

QString state(SaveStep::State state)
{
    switch (state) {
    case SaveStep::State::Waiting: return Review::tr("waiting");
    case SaveStep::State::Running: return Review::tr("running");
    case SaveStep::State::Done: return Review::tr("done");
    case SaveStep::State::Failed: return Review::tr("failed");
    case SaveStep::State::Unknown: return Review::tr("unknown");
    case SaveStep::State::Skipped: return Review::tr("skipped");
    }
    return {};
}

QString request(const Request &request)
{
    if (!request.check())
        return QString::fromLatin1(request.verbName()); // its id is not known yet
    const QString line = QString::fromLatin1(request.verbName()) + u' '
                         + QString::fromUtf8(request.target());
    if (!request.body)
        return line;
    return Review::tr("%1 · %2 bytes").arg(line, QLocale().toString(request.body->size()));
}

QString saveButton(const SavePlan &plan)
{
    return plan.isCreate() ? Review::tr("Create model")
                           : Review::tr("Save %n change(s)", nullptr, int(plan.changeCount()));
}

bool isGone(const SaveOutcome &outcome)
{
    // A write may be refused like this for other reasons: what counts is a reading.
    const QList<SaveStep> &steps = outcome.plan.steps;
    const auto failed = std::ranges::find(steps, SaveStep::State::Failed, &SaveStep::state);
    return !outcome.plan.isCreate() && failed != steps.end() && !failed->isWrite() && failed->error
           && failed->error->kind == Error::Kind::NotFound;
}

QString outcome(const SaveOutcome &outcome, const Context &context)
{
    using Result = SaveOutcome::Result;
    if (isGone(outcome))
        return gone(outcome, context);
    const QString because = becauseOf(outcome);
    switch (outcome.result) {
    case Result::Saved:
        return outcome.foundByName
                   ? Review::tr("Created. The answer was lost, the model was found by its name.")
                   : Review::tr("Saved.");
    case Result::NotTaken:
        return lines(
            {Review::tr("Everything was sent, but the registry holds other values:"),
             notTaken(outcome),
             context.hasDraft ? Review::tr(
                 "Your values are kept as a draft. Keep editing, or take the registry’s values.")
                              : QString()});
    case Result::Conflict:
        if (!context.hasDraft)
            return Review::tr("The model changed in the registry since it was read. Nothing was "
                              "written.");
        return Review::tr("The model changed in the registry since you opened it, where you "
                          "changed it too. Nothing was written; your changes are kept as a draft. "
                          "Choose what to keep.");
    case Result::NameTaken:
        if (!context.hasDraft)
            return Review::tr("A model with this name already exists. Nothing was written.");
        return Review::tr("A model with this name already exists. Nothing was written; your draft "
                          "is kept. Change the name, or create another with the same name.");
    case Result::Failed: return failed(outcome, context);
    case Result::Partly: return partly(outcome, context);
    case Result::Unknown: return unknown(outcome, context);
    case Result::Unverified:
        return lines({isStopped(outcome) ? Review::tr("Saved, but stopped before it was read back.")
                                         : Review::tr("Saved, but reading it back failed."),
                      isStopped(outcome) ? QString() : because});
    case Result::Cancelled:
        if (!context.hasDraft)
            return Review::tr("Stopped. Nothing was written.");
        return context.isRest
                   ? Review::tr("Stopped. Nothing more was written; the rest is kept as a draft.")
                   : Review::tr("Stopped. Nothing was written; your changes are kept as a draft.");
    }
    return {};
}

QString restored(const SaveOutcome &outcome, const Context &context)
{
    using Result = SaveOutcome::Result;
    if (isGone(outcome))
        return gone(outcome, context);
    const QString because = context.isLooked ? QString() : becauseOf(outcome);
    switch (outcome.result) {
    case Result::Saved:
        return Review::tr("The old labels are restored. Your changes to them are kept as a draft.");
    case Result::NotTaken:
        return Review::tr("The old labels were sent, but the registry holds others:") + u'\n'
               + notTaken(outcome);
    case Result::Failed:
    case Result::Partly: return lines({Review::tr("The old labels were not restored."), because});
    case Result::Unknown:
        return lines(
            {Review::tr("It is not known whether the old labels were restored."), because});
    case Result::Unverified:
        return lines({Review::tr("The old labels were sent, but reading them back failed."),
                      isStopped(outcome) ? QString() : because});
    case Result::Cancelled: return Review::tr("Stopped. The old labels were not restored.");
    case Result::Conflict:
    case Result::NameTaken: break;
    }
    return outcomewording::outcome(outcome, context);
}

QString sentence(const WriteOutcome &outcome)
{
    if (outcome.save)
        return wording::joined(
            outcomewording::outcome(*outcome.save, {.hasDraft = false}).split(u'\n'));
    const QString because = outcome.error ? becauseOf(*outcome.error) : QString();
    const auto with = [&because](const QString &what) { return wording::joined({what, because}); };
    switch (outcome.verdict) {
    case Verdict::Done:
        return outcome.deletion ? Review::tr("Deleted.") : Review::tr("Already done.");
    case Verdict::Unchanged: return Review::tr("It already had these values. Nothing was sent.");
    case Verdict::GoneAlready: return Review::tr("Somebody else has deleted it.");
    case Verdict::Conflict:
        return Review::tr("It has changed since it was shown. It was not deleted.");
    case Verdict::Unknown:
        return with(outcome.deletion ? Review::tr("It is not known whether it was deleted.")
                                     : Review::tr("It is not known whether it was saved."));
    case Verdict::Cancelled: return Review::tr("Stopped. Nothing was written.");
    case Verdict::NotStarted: return with(Review::tr("Nothing was sent."));
    case Verdict::Failed:
        return with(outcome.deletion ? Review::tr("It was not deleted.")
                                     : Review::tr("Nothing was saved."));
    case Verdict::NotTaken:
        return Review::tr("It was sent earlier, but the registry holds other values.");
    case Verdict::Unverified: return Review::tr("Saved earlier, but reading it back failed.");
    case Verdict::Partly: return Review::tr("Only part of it was saved.");
    case Verdict::NameTaken:
        return Review::tr("A model with this name already exists. Nothing was written.");
    }
    return {};
}

QString answer(const SaveStep &step)
{
    if (!step.error)
        return step.requestId.isEmpty()
                   ? QString()
                   : wording::facts({.requestId = step.requestId, .httpStatus = step.httpStatus});
    Error error = *step.error;
    if (error.requestId.isEmpty())
        error.requestId = step.requestId;
    if (error.httpStatus == 0)
        error.httpStatus = step.httpStatus;
    return lines({Review::tr("%1.").arg(wording::whatHappened(error)), wording::facts(error),
                  visibleText(error.detail)});
}

QString details(const SaveOutcome &outcome)
{
    if (!outcome.error)
        return {};
    QStringList parts{wording::facts(*outcome.error)};
    parts.append(visibleText(outcome.error->detail));
    if (outcome.existing)
        parts.append(u"ModelId="_s + visibleText(outcome.existing->id));
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace modelscribe::outcomewording
