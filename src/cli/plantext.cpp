// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plantext.h"

#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString stepName(SaveStep::Kind kind)
{
    switch (kind) {
    case SaveStep::Kind::CheckName: return u"CheckName"_s;
    case SaveStep::Kind::CheckUnchanged: return u"CheckUnchanged"_s;
    case SaveStep::Kind::Create: return u"Create"_s;
    case SaveStep::Kind::UpdateFields: return u"UpdateFields"_s;
    case SaveStep::Kind::RemoveLabels: return u"RemoveLabels"_s;
    case SaveStep::Kind::AddLabels: return u"AddLabels"_s;
    case SaveStep::Kind::Verify: return u"Verify"_s;
    }
    return {};
}

QString stateName(SaveStep::State state)
{
    switch (state) {
    case SaveStep::State::Waiting:
    case SaveStep::State::Skipped: return u"NotSent"_s;
    case SaveStep::State::Running:
    case SaveStep::State::Unknown: return u"Unknown"_s;
    case SaveStep::State::Done: return u"Done"_s;
    case SaveStep::State::Failed: return u"Failed"_s;
    }
    return {};
}

//! The id of a model that is still to be created is not known yet.
QString targetOf(const SaveStep &step)
{
    if (step.request.path.contains(QString()))
        return u"/api/v1/models/{ModelId}"_s;
    return QString::fromLatin1(step.request.target());
}

QByteArray valueJson(const ModelField &field, const FieldValue &value)
{
    if (value.isEmpty())
        return "null";
    const auto wire = field.wire(value);
    return wire ? *wire : jsonString(value.text());
}

} // namespace

Table changesTable(const ModelMetadata &before, const ModelMetadata &after)
{
    Table table{.header = {u"Field"_s, u"Before"_s, u"After"_s}};
    for (const FieldChange &change : fieldChanges(before, after))
        table.rows.append({change.field->key, change.before.text(), change.after.text()});
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    for (const Label &label : labels.removed)
        table.rows.append({u"Label "_s + label.key, label.value, {}});
    for (const Label &label : labels.added) {
        const auto row = std::ranges::find(table.rows, u"Label "_s + label.key,
                                           [](const QStringList &r) { return r.front(); });
        if (row != table.rows.end())
            row->last() = label.value;
        else
            table.rows.append({u"Label "_s + label.key, {}, label.value});
    }
    return table;
}

QStringList requestLines(const SavePlan &plan, bool withState)
{
    QStringList lines;
    for (const SaveStep &step : plan.steps) {
        QString line = QString::fromLatin1(step.request.verbName()) + u' ' + targetOf(step);
        if (step.request.body)
            line += u' ' + QString::fromUtf8(*step.request.body);
        lines.append(withState ? stateName(step.state) + u": "_s + line : line);
    }
    return lines;
}

QByteArray changesJson(const ModelMetadata &before, const ModelMetadata &after)
{
    QByteArrayList objects;
    const auto add = [&](const QString &field, const QByteArray &old, const QByteArray &now) {
        JsonObjectWriter object;
        object.add(u"Field", jsonString(field));
        object.add(u"Before", old);
        object.add(u"After", now);
        objects.append(object.take());
    };
    for (const FieldChange &change : fieldChanges(before, after)) {
        add(change.field->key, valueJson(*change.field, change.before),
            valueJson(*change.field, change.after));
    }
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    const auto find = [](const QList<Label> &list, const QString &key) {
        const auto label = std::ranges::find(list, key, &Label::key);
        return label == list.end() ? QByteArray("null") : jsonString(label->value);
    };
    for (const Label &label : labels.removed)
        add(u"Label "_s + label.key, jsonString(label.value), find(labels.added, label.key));
    for (const Label &label : labels.added) {
        if (find(labels.removed, label.key) == "null")
            add(u"Label "_s + label.key, "null", jsonString(label.value));
    }
    return '[' + objects.join(',') + ']';
}

QByteArray requestsJson(const SavePlan &plan, bool withState)
{
    QByteArrayList objects;
    for (const SaveStep &step : plan.steps) {
        JsonObjectWriter object;
        object.add(u"Step", jsonString(stepName(step.kind)));
        object.add(u"Method", jsonString(QString::fromLatin1(step.request.verbName())));
        object.add(u"Target", jsonString(targetOf(step)));
        if (step.request.body)
            object.add(u"Body", *step.request.body);
        if (withState)
            object.add(u"State", jsonString(stateName(step.state)));
        objects.append(object.take());
    }
    return '[' + objects.join(',') + ']';
}

} // namespace modelscribe
