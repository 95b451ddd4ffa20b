// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewwording.h"

#include "core/visibletext.h"
#include "core/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace modelscribe::reviewwording {

namespace {

struct Review
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QString labelText(const Label &label) { return visibleText(label.key + u'=' + label.value, 80); }

//! What of \p plan is done and what is not, by its writing steps.
QString doneAndNot(const SavePlan &plan)
{
    QStringList done;
    QStringList open;
    for (const SaveStep &one : plan.steps) {
        if (!one.request.isWrite())
            continue;
        (one.state == SaveStep::State::Done ? done : open).append(step(plan, one));
    }
    const QString separator = Review::tr("; ");
    QStringList lines;
    if (!done.isEmpty())
        lines.append(Review::tr("Done: %1.").arg(done.join(separator)));
    if (!open.isEmpty())
        lines.append(Review::tr("Not done: %1.").arg(open.join(separator)));
    return lines.join(u'\n');
}

QString becauseOf(const SaveOutcome &outcome)
{
    if (!outcome.error)
        return {};
    const QString next = wording::nextStep(*outcome.error);
    const QString what = wording::whatHappened(*outcome.error);
    return next.isEmpty() ? Review::tr("%1.").arg(what) : Review::tr("%1. %2").arg(what, next);
}

QString notTaken(const SaveOutcome &outcome)
{
    QStringList lines;
    for (const NotTaken &one : outcome.notTaken) {
        const QString name = one.field ? one.field->labelText() : Review::tr("Labels");
        lines.append(
            Review::tr("%1: sent “%2”, the registry holds “%3”")
                .arg(name, visibleText(one.sent.text(), 60), visibleText(one.held.text(), 60)));
    }
    return lines.join(u'\n');
}

} // namespace

QString step(const SavePlan &plan, const SaveStep &step)
{
    const bool done = step.state == SaveStep::State::Done;
    const QList<Label> &removed = plan.labels().removed;
    const QList<Label> &added = plan.labels().added;
    switch (step.kind) {
    case SaveStep::Kind::CheckName:
        return done ? Review::tr("Look for the name: it is free")
                    : Review::tr("Look whether the name is taken");
    case SaveStep::Kind::CheckUnchanged:
        return done ? Review::tr("Read again: unchanged since you opened it")
                    : Review::tr("Read again and check that nobody changed it");
    case SaveStep::Kind::Create: return Review::tr("Create the model");
    case SaveStep::Kind::UpdateFields:
        return Review::tr("Update %n field(s)", nullptr, int(step.count));
    case SaveStep::Kind::RemoveLabels:
        return removed.size() == 1 ? Review::tr("Remove label %1").arg(labelText(removed.first()))
                                   : Review::tr("Remove %n label(s)", nullptr, int(removed.size()));
    case SaveStep::Kind::AddLabels:
        return added.size() == 1 ? Review::tr("Add label %1").arg(labelText(added.first()))
                                 : Review::tr("Add %n label(s)", nullptr, int(added.size()));
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

QString outcome(const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    switch (outcome.result) {
    case Result::Saved:
        return outcome.foundByName
                   ? Review::tr("Created. The answer was lost, the model was found by its name.")
                   : Review::tr("Saved.");
    case Result::NotTaken:
        return Review::tr("Sent, but the registry holds other values:") + u'\n' + notTaken(outcome);
    case Result::Conflict:
        return Review::tr("The model changed in the registry since you opened it. Nothing was "
                          "written.");
    case Result::NameTaken:
        return Review::tr("There is a model of this name already. Nothing was written.");
    case Result::Failed: return Review::tr("Nothing was saved. %1").arg(becauseOf(outcome));
    case Result::Partly:
        return Review::tr("Only a part was saved. %1").arg(becauseOf(outcome)) + u'\n'
               + doneAndNot(outcome.plan);
    case Result::Unknown:
        return Review::tr("It is not known whether it was saved. %1").arg(becauseOf(outcome))
               + u'\n' + doneAndNot(outcome.plan);
    case Result::Unverified:
        return Review::tr("Saved, but reading it back failed. %1").arg(becauseOf(outcome));
    case Result::Cancelled: return Review::tr("Stopped. Nothing was written.");
    }
    return {};
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

} // namespace modelscribe::reviewwording
