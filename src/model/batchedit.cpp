// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/batchedit.h"

#include "json/jsontree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Applied = Result<ModelMetadata>;

tl::unexpected<Error> cannotBeDone(const QString &why)
{
    return failure(Error::Kind::Invalid, why);
}

Result<QString> changedValue(const FieldVerb &verb, const QString &value, qsizetype place)
{
    using Kind = FieldVerb::Kind;
    switch (verb.kind) {
    case Kind::Set: return verb.text;
    case Kind::Clear: return QString();
    case Kind::SetWhereEmpty: return value.isEmpty() ? verb.text : value;
    case Kind::Replace: return verb.replacement.applied(value);
    case Kind::PutBefore: return value.isEmpty() ? value : verb.text + value;
    case Kind::PutBehind: return value.isEmpty() ? value : value + verb.text;
    case Kind::Number: break;
    }
    qint64 number = 0;
    const bool isTooLarge = __builtin_mul_overflow(verb.step, qint64(place), &number)
                            || __builtin_add_overflow(number, verb.first, &number);
    if (isTooLarge)
        return cannotBeDone(u"the number is too large"_s);
    return QString::number(number);
}

bool hasKey(const QList<Label> &labels, const QString &key)
{
    return std::ranges::find(labels, key, &Label::key) != labels.end();
}

void renameKey(QList<Label> &labels, const QString &from, const QString &to)
{
    if (from == to)
        return;
    bool isTaken = hasKey(labels, to);
    for (Label &label : labels) {
        if (label.key == from && !std::exchange(isTaken, true))
            label.key = to;
    }
    labels.removeIf([&](const Label &label) { return label.key == from; });
}

void apply(const LabelVerb &verb, QList<Label> &labels)
{
    using Kind = LabelVerb::Kind;
    const QString value = verb.value.value_or(QString());
    const auto isMeant = [&](const Label &label) {
        return label.key == verb.key && (!verb.value || label.value == value);
    };
    switch (verb.kind) {
    case Kind::Add:
        if (!hasKey(labels, verb.key))
            labels.append({verb.key, value});
        return;
    case Kind::Put: putLabel(labels, {verb.key, value}); return;
    case Kind::TakeAway: labels.removeIf(isMeant); return;
    case Kind::Change:
        for (Label &label : labels) {
            if (isMeant(label))
                label.value = verb.newText;
        }
        return;
    case Kind::RenameKey: renameKey(labels, verb.key, verb.newText); return;
    case Kind::ReplaceAll: labels = verb.labels; return;
    }
}

//! What is not there can be neither removed nor renamed, and need not.
bool isNothingToDo(const ExtraInfoEdit &edit, const Error &error)
{
    using Kind = ExtraInfoEdit::Kind;
    return error.code == "NoSuchPlace"_L1 && !edit.path.isEmpty()
           && (edit.kind == Kind::Remove || edit.kind == Kind::Rename);
}

Result<std::monostate> checkField(const QString &key, const FieldVerb &verb)
{
    const ModelField *field = findField(key);
    if (!field)
        return cannotBeDone(u"there is no field "_s + key);
    if (!FieldVerb::kindsFor(*field).contains(verb.kind))
        return cannotBeDone(u"that cannot be done with "_s + key);
    if (verb.kind == FieldVerb::Kind::Replace)
        return verb.replacement.check();
    const bool isGiven = verb.kind == FieldVerb::Kind::Set
                         || verb.kind == FieldVerb::Kind::SetWhereEmpty;
    if (isGiven && field->isNumber()) {
        return field->wire(verb.text).transform(
            [](const QByteArray &) { return std::monostate(); });
    }
    return std::monostate();
}

Result<std::monostate> checkLabels(const LabelVerb &verb)
{
    using Kind = LabelVerb::Kind;
    const auto hasNoKey = [](const Label &label) { return label.key.isEmpty(); };
    const bool isNameless = verb.kind == Kind::ReplaceAll
                                ? std::ranges::any_of(verb.labels, hasNoKey)
                                : verb.key.isEmpty();
    if (isNameless || (verb.kind == Kind::RenameKey && verb.newText.isEmpty()))
        return cannotBeDone(u"a label needs a key"_s);
    return std::monostate();
}

Result<std::monostate> checkPlace(const ExtraInfoEdit &edit)
{
    using Kind = ExtraInfoEdit::Kind;
    if (edit.path.isEmpty() && edit.kind != Kind::Merge)
        return cannotBeDone(u"all of ExtraInfo is no place in it"_s);
    if (edit.kind == Kind::Remove)
        return std::monostate();
    if (edit.kind == Kind::Rename) {
        if (edit.path.last().isElement())
            return cannotBeDone(u"an element of an array has no name"_s);
        return std::monostate();
    }
    const JsonTree tree = JsonTree::parse(edit.value.utf8());
    if (!tree.isValid())
        return cannotBeDone(u"not JSON: "_s + tree.problem()->describe());
    if (edit.kind == Kind::Merge && tree.kind(0) != JsonKind::Object)
        return cannotBeDone(u"only an object can be merged"_s);
    return std::monostate();
}

} // namespace

QList<FieldVerb::Kind> FieldVerb::kindsFor(const ModelField &field)
{
    switch (field.kind) {
    case FieldKind::JsonObject: return {};
    case FieldKind::Choice: return {Kind::Set};
    case FieldKind::ParameterSize: return {Kind::Set, Kind::SetWhereEmpty};
    case FieldKind::Integer: return {Kind::Set, Kind::SetWhereEmpty, Kind::Number};
    default: break;
    }
    QList<Kind> kinds{Kind::Set,     Kind::SetWhereEmpty, Kind::Clear,
                      Kind::Replace, Kind::PutBefore,     Kind::PutBehind};
    if (field.required)
        kinds.removeOne(Kind::Clear);
    return kinds;
}

Result<std::monostate> BatchEdit::check() const
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (const auto fine = checkField(field.key(), *field); !fine)
            return fine;
    }
    for (const LabelVerb &verb : labels) {
        if (const auto fine = checkLabels(verb); !fine)
            return fine;
    }
    for (const ExtraInfoEdit &edit : extraInfo) {
        if (const auto fine = checkPlace(edit); !fine)
            return fine;
    }
    return std::monostate();
}

Result<ModelMetadata> BatchEdit::applied(ModelMetadata metadata, qsizetype place) const
{
    for (auto verb = fields.begin(); verb != fields.end(); ++verb) {
        const ModelField *field = findField(verb.key());
        if (!field || field->kind == FieldKind::JsonObject)
            return cannotBeDone(u"there is no field "_s + verb.key());
        const auto value = changedValue(*verb, field->read(metadata).text(), place);
        if (!value)
            return failure(value.error());
        field->write(metadata, *value);
    }
    for (const ExtraInfoEdit &edit : extraInfo) {
        auto text = editedExtraInfo(metadata.extraInfo, edit);
        if (text)
            metadata.extraInfo = *std::move(text);
        else if (!isNothingToDo(edit, text.error()))
            return failure(text.error());
    }
    for (const LabelVerb &verb : labels)
        apply(verb, metadata.labels);
    return metadata;
}

} // namespace modelscribe
