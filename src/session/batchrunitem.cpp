// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchrunitem.h"

#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "registry/outcomewording.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestValue = 60;

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

QStringList changedFields(const ChangeSet &set)
{
    QSet<const ModelField *> changed;
    bool isLabels = false;
    for (const Change &change : set.changes) {
        if (!change.edited)
            continue;
        for (const FieldChange &one : fieldChanges(change.base.metadata, *change.edited))
            changed.insert(one.field);
        isLabels = isLabels || change.base.metadata.labels != change.edited->labels;
    }
    QStringList texts;
    for (const ModelField &field : modelFields) {
        if (changed.contains(&field))
            texts.append(field.labelText());
    }
    if (isLabels)
        texts.append(QCoreApplication::translate("ModelColumn", "Labels"));
    return texts;
}

} // namespace modelscribe
