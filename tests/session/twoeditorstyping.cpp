// SPDX-License-Identifier: GPL-3.0-or-later
// What the two people type.
#include "session/twoeditors.h"

#include "json/jsonedit.h"
#include "json/textchange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

const std::array typedFields{"ModelName"_L1,   "ModelDescription"_L1, "Task"_L1,    "Origin"_L1,
                             "OrderNumber"_L1, "ParameterSize"_L1,    "ModelDoc"_L1};
const std::array labelKeys{"team"_L1, "stage"_L1, "lang"_L1, "use"_L1};
const std::array jsonPlaces{"$.Rating"_L1, "$.Covers"_L1, "$.Notes"_L1, "$.o.x"_L1, "$.o.y"_L1};

QByteArray changedMember(const QByteArray &text, const QString &pathText, const QByteArray &raw)
{
    const JsonTree tree = JsonTree::parse(text);
    const JsonPath path = *jsonPathFromText(pathText);
    const auto node = tree.find(path);
    const auto parent = tree.find(path.first(path.size() - 1));
    Result<TextChanges> changes;
    if (raw.isEmpty() && node)
        changes = jsonedit::remove(tree, *node);
    else if (raw.isEmpty())
        return text;
    else if (node)
        changes = jsonedit::setValue(tree, *node, raw);
    else if (parent)
        changes = jsonedit::insert(tree, *parent, tree.childCount(*parent), path.last().key, raw);
    else // "o" is gone: it comes back with this one
        changes = jsonedit::insert(tree, 0, tree.childCount(0), path.first().key,
                                   "{\"" + path.last().key.toUtf8() + "\":" + raw + '}');
    return changes ? changedText(text, *changes) : text;
}

} // namespace

void TwoEditors::typeField(Person &person, EditSession &session)
{
    const ModelField &field = *findField(QString(typedFields[below(int(typedFields.size()))]));
    const ModelMetadata before = session.edited();
    const int choice = below(10);
    const QString value = newValue(person);
    if (choice == 0)
        session.resetField(field);
    else if (choice == 1 && !field.required && !field.isNumber())
        session.setValue(field, QString());
    else if (field.isNumber())
        session.setValue(field, QString::number(m_values));
    else if (field.kind == FieldKind::Address)
        session.setValue(field, u"https://example.com/"_s + QString(value).replace(u' ', u'-'));
    else
        session.setValue(field, value);
    noteTyping(person, session, before);
}

void TwoEditors::typeLabel(Person &person, EditSession &session)
{
    const ModelMetadata before = session.edited();
    QList<Label> labels = before.labels;
    const QString key = labelKeys[below(int(labelKeys.size()))];
    const QString other = labelKeys[below(int(labelKeys.size()))];
    const auto at = std::ranges::find(labels, key, &Label::key);
    const bool isOtherFree = std::ranges::find(labels, other, &Label::key) == labels.end();
    if (at == labels.end())
        labels.append({key, newValue(person)});
    else if (const int choice = below(4); choice == 0)
        labels.erase(at);
    else if (choice == 1 && isOtherFree)
        *at = {other, newValue(person)};
    else
        at->value = newValue(person);
    session.setLabels(labels);
    noteTyping(person, session, before);
}

void TwoEditors::typeExtraInfo(Person &person, EditSession &session)
{
    const ModelMetadata before = session.edited();
    const int choice = below(12);
    const QString path = choice == 0 ? u"$.o"_s
                                     : QString(jsonPlaces[below(int(jsonPlaces.size()))]);
    const QByteArray raw = choice <= 1 ? QByteArray() : '"' + newValue(person).toUtf8() + '"';
    session.setValue(*findField(u"ExtraInfo"),
                     JsonText(changedMember(before.extraInfo.utf8(), path, raw)));
    noteTyping(person, session, before);
}

void TwoEditors::noteTyping(Person &person, const EditSession &session, const ModelMetadata &before)
{
    const QString &model = session.modelId();
    Desk &desk = person.desks[model];
    const Places base = placesOf(session.base().metadata);
    const Places old = placesOf(before);
    const Places now = placesOf(session.edited());
    const Running *saving = running(person, &session);
    for (const QString &place : differingPlaces(old, now)) {
        const QString value = now.value(place);
        note(u"%1 types \"%2\" at %3 of %4 (\"%5\")"_s.arg(person.name, value, place, model,
                                                           old.value(place)));
        desk.known[place] += {base.value(place), old.value(place)};
        if (saving)
            desk.known[place].insert(saving->save.edited.value(place));
        m_truth.typed(model, place, value);
        desk.wants[place] = value;
    }
    if (!saving)
        desk.wants.removeIf(
            [&](Places::iterator it) { return base.value(it.key()) == it.value(); });
}

} // namespace modelscribe::testing
