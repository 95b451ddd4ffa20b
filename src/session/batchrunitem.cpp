// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchrunitem.h"

#include "core/visibletext.h"
#include "model/modelchecks.h"
#include "registry/outcomewording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestValue = 60;
constexpr qsizetype mostLookedAt = 2000;

struct Batch
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

QString placeText(const MergeClash &clash)
{
    if (!clash.field)
        return Batch::tr("Label %1").arg(visibleText(clash.labelKey, longestValue));
    if (clash.path.isEmpty())
        return clash.field->labelText();
    return visibleText(jsonPathText(clash.path), longestValue);
}

QString clashText(const ModelMerge &merge)
{
    const MergeClash &first = merge.clashes.first();
    const QString place = placeText(first);
    QString text = first.theirs && !first.theirs->isEmpty()
                       ? Batch::tr("%1 was changed to %2 in the registry.")
                             .arg(place, visibleText(*first.theirs, longestValue))
                       : Batch::tr("%1 was removed in the registry.").arg(place);
    if (merge.clashes.size() > 1)
        text += u' ' + Batch::tr("So were %n more.", nullptr, int(merge.clashes.size() - 1));
    return text + u' ' + Batch::tr("Nothing was sent.");
}

} // namespace

bool BatchRunItem::mayRetry() const
{
    const bool isInvalid = outcome.error && outcome.error->kind == Error::Kind::Invalid;
    if (state != State::Ended || isInvalid)
        return false;
    return end == BatchEnd::NotSent || end == BatchEnd::Unknown
           || (end == BatchEnd::Refused && outcome.verdict != Verdict::NotTaken);
}

bool BatchRunItem::isHindered() const
{
    const bool wroteNothing = outcome.verdict == Verdict::Failed
                              || outcome.verdict == Verdict::NotStarted;
    return state == State::Ended && wroteNothing && outcome.error
           && outcome.error->kind != Error::Kind::Cancelled && isHopeless(*outcome.error);
}

int BatchRunItem::writes() const
{
    if (!outcome.save)
        return outcome.deletion ? 1 : 0;
    return int(std::ranges::count_if(outcome.save->plan.steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == SaveStep::State::Done;
    }));
}

QString BatchRunItem::places() const
{
    QStringList keys;
    if (merge) {
        for (const MergeClash &clash : merge->clashes)
            keys.append(clash.key());
    }
    return keys.join(u'\n');
}

QString BatchRunItem::why() const
{
    if (state != State::Ended || end == BatchEnd::Saved)
        return {};
    if (keptTheirs)
        return Batch::tr("What the registry held was kept. Nothing was sent.");
    if (isConflict() && merge && !merge->clashes.isEmpty())
        return clashText(*merge);
    return outcomewording::sentence(outcome);
}

QStringList changedKeys(const ChangeSet &set)
{
    QStringList keys;
    bool isLabels = false;
    const qsizetype looked = std::min(mostLookedAt, set.changes.size());
    for (const ModelField &field : modelFields) {
        const auto isChanged = [&field](const Change &change) {
            return change.edited
                   && !field.same(field.read(change.base.metadata), field.read(*change.edited));
        };
        if (std::any_of(set.changes.begin(), set.changes.begin() + looked, isChanged))
            keys.append(field.key);
    }
    for (const Change &change : set.changes.first(looked))
        isLabels = isLabels
                   || (change.edited && change.base.metadata.labels != change.edited->labels);
    if (isLabels)
        keys.append(labelsKey);
    return keys;
}

QStringList fieldTexts(const QStringList &keys)
{
    QStringList texts;
    for (const QString &key : keys) {
        if (const ModelField *field = findField(key))
            texts.append(field->labelText());
        else
            texts.append(QCoreApplication::translate("ModelColumn", "Labels"));
    }
    return texts;
}

} // namespace modelscribe
