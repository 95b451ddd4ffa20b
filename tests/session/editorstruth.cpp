// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editorstruth.h"

#include "model/modelchecks.h"
#include "json/jsontree.h"

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

void EditorsTruth::start(const QString &model, const ModelMetadata &metadata)
{
    m_models.insert(model, {.held = metadata});
    const Places places = placesOf(metadata);
    for (auto it = places.cbegin(); it != places.cend(); ++it)
        typed(model, it.key(), it.value());
}

void EditorsTruth::typed(const QString &model, const QString &place, const QString &value)
{
    m_models[model].typed[place].insert(value);
}

void EditorsTruth::complain(const QString &what)
{
    if (problem.isEmpty())
        problem = what;
}

void EditorsTruth::written(const Save &save, SaveStep::Kind kind, const ModelMetadata &after)
{
    ++m_now;
    Model &model = m_models[save.model];
    const Places old = placesOf(model.held);
    const Places places = placesOf(after);
    for (const QString &place : differingPlaces(old, places)) {
        judge(save, kind, model, place, old.value(place), places.value(place));
        model.writers[place] = {save.who, m_now};
    }
    model.held = after;
}

void EditorsTruth::judge(const Save &save, SaveStep::Kind kind, const Model &model,
                         const QString &place, const QString &old, const QString &value)
{
    const auto what = [&] {
        return u"%1 in %2: %3 wrote \"%4\" over \"%5\""_s.arg(place, save.model, save.who, value,
                                                              old);
    };
    const bool isBetweenLabels = kind == SaveStep::Kind::RemoveLabels && value.isEmpty();
    const bool isChange = save.base.value(place) != save.edited.value(place);
    const Writer writer = model.writers.value(place);
    const bool isInWindow = writer.at > save.checkedAt;
    if (!isChange) {
        if (place.startsWith("ExtraInfo$"_L1) && isInWindow && save.base.value(place) == value)
            ++counts.undone;
        else
            complain(what() + u" without having changed it"_s);
        return;
    }
    if (!isBetweenLabels && !model.typed.value(place).contains(value))
        complain(what() + u", which nobody typed there"_s);
    if (!isBetweenLabels && save.edited.value(place) != value)
        complain(what() + u", but \"%1\" was agreed to"_s.arg(save.edited.value(place)));
    if (writer.who == save.who || writer.who.isEmpty())
        return;
    if (save.known.value(place).contains(old))
        ++counts.knowingly;
    else if (isInWindow)
        ++counts.unseen;
    else
        complain(what() + u" of %1 without having seen it"_s.arg(writer.who));
}

void EditorsTruth::saved(const Save &save, const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    const QString title = u"%1's save of %2"_s.arg(save.who, save.model);
    if (outcome.result == Result::Conflict) {
        ++counts.conflicts;
        if (sameMeaning(outcome.now->metadata, save.plan.base.metadata))
            complain(title + u": a conflict with nothing"_s);
        return;
    }
    if (outcome.result != Result::Saved && outcome.result != Result::NotTaken) {
        complain(title + u" ended as %1"_s.arg(int(outcome.result)));
        return;
    }
    ++counts.saves;
    const Places held = placesOf(save.verified);
    QSet<QString> expected; // keys of fields that the registry holds otherwise
    for (const QString &place : differingPlaces(save.base, save.edited)) {
        if (held.value(place) == save.edited.value(place))
            ++counts.accepted;
        else
            expected.insert(place.section(u'/', 0, 0).section(u'$', 0, 0));
    }
    for (const FieldChange &change : save.plan.fields()) {
        if (!change.field->sameMeaning(change.after, change.field->read(save.verified)))
            expected.insert(change.field->key); // ExtraInfo as a whole
    }
    QSet<QString> told;
    for (const NotTaken &report : outcome.notTaken) {
        told.insert(report.field ? QString(report.field->key) : QString(labelsKey));
        if (report.field
            && (report.held != report.field->read(save.verified)
                || report.sent != report.field->read(save.plan.edited)))
            complain(title + u" reports other values of "_s + report.field->key);
    }
    if (told != expected)
        complain(
            title
            + u" reports [%1] instead of [%2]"_s.arg(QStringList(told.values()).join(u' '),
                                                     QStringList(expected.values()).join(u' ')));
    if ((outcome.result == Result::NotTaken) != !expected.isEmpty())
        complain(title + u" says it is saved, and is not"_s);
    counts.reported += int(expected.size());
    for (const QString &place : differingPlaces(save.base, held))
        counts.takenOver += save.base.value(place) == save.edited.value(place);
}

} // namespace modelscribe::testing
