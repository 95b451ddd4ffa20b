// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelchecks.h"

#include "core/jsonmembers.h"
#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "model/modelfields.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

qsizetype codePoints(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

void checkAddress(const ModelField &field, const QString &text, QList<Problem> &problems)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool hasScheme = !url.scheme().isEmpty() && text.contains(u':');
    if (!hasScheme || text.trimmed().contains(u' ')) {
        problems.append({.key = field.key, .code = Problem::Code::NotAnAddress, .warning = true});
        return;
    }
    static const QSet<QString> schemes{u"http"_s, u"https"_s, u"oss"_s};
    if (!schemes.contains(url.scheme().toLower()) || url.host().isEmpty())
        problems.append(
            {.key = field.key, .code = Problem::Code::BadAddress, .text = url.scheme()});
}

void checkLine(const ModelField &field, const QString &text, QList<Problem> &problems)
{
    const QString invisible = namesOfInvisible(text);
    if (!invisible.isEmpty()) {
        problems.append({.key = field.key,
                         .code = Problem::Code::InvisibleCharacter,
                         .warning = true,
                         .text = invisible});
    }
    if (text != text.trimmed())
        problems.append({.key = field.key, .code = Problem::Code::OuterSpace, .warning = true});
}

void checkEmpty(const ModelField &field, bool wasSet, const ServiceRules &rules,
                QList<Problem> &problems)
{
    using Clear = ServiceRules::Clear;
    if (field.required)
        problems.append({.key = field.key, .code = Problem::Code::Missing});
    else if (field.isNumber() && wasSet && rules.clearNumber != Clear::ByNull)
        problems.append({.key = field.key, .code = Problem::Code::CannotUnset});
    else if (field.kind == FieldKind::JsonObject && wasSet)
        problems.append({.key = field.key, .code = Problem::Code::CannotClearObject});
    else if (field.kind == FieldKind::Choice && wasSet)
        problems.append({.key = field.key, .code = Problem::Code::UnknownChoice});
    else if (!field.isNumber() && wasSet && rules.clearText == Clear::Impossible)
        problems.append({.key = field.key, .code = Problem::Code::CannotClearHere});
}

bool isEmptyObject(const JsonText &text)
{
    const auto members = jsonMembers(text.utf8());
    return members && members->isEmpty();
}

//! What a service that was checked takes otherwise than others.
void checkByRules(const ModelMetadata &base, const ModelMetadata &edited, const ServiceRules &rules,
                  QList<Problem> &problems)
{
    using Code = Problem::Code;
    const ModelField &name = *findField(u"ModelName");
    if (rules.countsNameInBytes && base.name != edited.name
        && edited.name.toUtf8().size() > name.maxLength
        && codePoints(edited.name) <= name.maxLength)
        problems.append({.key = name.key, .code = Code::TooManyBytes, .limit = name.maxLength});
    const JsonText &before = base.extraInfo;
    const JsonText &after = edited.extraInfo;
    if (before.isEmpty() || after.isEmpty() || before == after)
        return;
    const QString key = findField(u"ExtraInfo")->key;
    if (!rules.emptiesExtraInfo
        && !(rules.nullRemoves && rules.extraInfo != ServiceRules::Merge::None)
        && isEmptyObject(after) && !isEmptyObject(before)) {
        problems.append({.key = key, .code = Code::CannotEmptyHere});
        return;
    }
    const QStringList stay = extraInfoThatStays(before, after, rules);
    if (!stay.isEmpty())
        problems.append({.key = key, .code = Code::CannotRemoveHere, .text = stay.join(u", "_s)});
}

void checkField(const ModelField &field, const FieldValue &value, const JsonCheck &checkJsonText,
                QList<Problem> &problems)
{
    if (field.kind == FieldKind::JsonObject) {
        problems += checkJsonText(field, value.json()); // as text it may be long
        return;
    }
    const QString text = value.text();
    if (codePoints(text) > field.maxLength) {
        problems.append(
            {.key = field.key, .code = Problem::Code::TooLong, .limit = field.maxLength});
    }
    switch (field.kind) {
    case FieldKind::Line:
    case FieldKind::Suggestion: checkLine(field, text, problems); break;
    case FieldKind::Text: break;
    case FieldKind::Choice:
        if (text != "PRIVATE"_L1 && text != "PUBLIC"_L1)
            problems.append({.key = field.key, .code = Problem::Code::UnknownChoice, .text = text});
        break;
    case FieldKind::Address: checkAddress(field, text, problems); break;
    case FieldKind::Integer:
    case FieldKind::ParameterSize:
        if (const auto number = field.wire(value); !number)
            problems.append({.key = field.key, .code = Problem::Code::NotANumber, .text = text});
        else if (field.kind == FieldKind::ParameterSize && number->startsWith('-'))
            problems.append({.key = field.key, .code = Problem::Code::Negative, .warning = true});
        break;
    case FieldKind::JsonObject: break;
    }
}

//! Of a field that is left alone; a JSON text came from the service, and is read when it is sent.
bool cannotBeSent(const ModelField &field, const FieldValue &value)
{
    return field.isNumber() && !field.wire(value);
}

QStringList sortedValues(const QList<Label> &labels, const QString &key)
{
    QStringList values = labelValues(labels, key);
    values.sort();
    return values;
}

QString composed(const QString &text) { return text.normalized(QString::NormalizationForm_C); }

QStringList keysOf(const QList<Label> &labels)
{
    QStringList keys;
    for (const Label &label : labels)
        keys.append(label.key);
    return keys;
}

Problem labelWarning(Problem::Code code, int row, const Label &label, const QString &detail = {})
{
    return {.key = labelsKey,
            .code = code,
            .warning = true,
            .row = row,
            .text = label.key,
            .detail = detail};
}

//! \p others are the keys that it can be mistaken for.
void checkLabelKey(const Label &label, int row, const QStringList &others, QList<Problem> &problems)
{
    using Code = Problem::Code;
    if (others.contains(label.key))
        return;
    const bool hasTwin = std::ranges::any_of(
        others, [own = composed(label.key)](const QString &key) { return composed(key) == own; });
    if (hasTwin)
        problems.append(labelWarning(Code::LooksTheSame, row, label));
    else if (const auto other = keyInOtherCase(label.key, others))
        problems.append(labelWarning(Code::OtherCase, row, label, *other));
}

//! What can be sent and is seldom meant, in the texts that \p base lacks.
void warnOfLabel(const Label &label, int row, const QStringList &parts, QList<Problem> &problems)
{
    using Code = Problem::Code;
    const QString invisible = namesOfInvisible(parts.join(QString()));
    if (!invisible.isEmpty())
        problems.append(labelWarning(Code::InvisibleCharacter, row, label, invisible));
    if (std::ranges::any_of(parts, [](const QString &part) { return part != part.trimmed(); }))
        problems.append(labelWarning(Code::OuterSpace, row, label));
}

void checkLabels(const QList<Label> &base, const QList<Label> &edited, QList<Problem> &problems)
{
    const QStringList held = keysOf(base);
    QStringList seen;
    for (int row = 0; row < edited.size(); ++row) {
        const Label &label = edited[row];
        const auto add = [&](Problem::Code code, qsizetype limit = 0) {
            problems.append(
                {.key = labelsKey, .code = code, .limit = limit, .row = row, .text = label.key});
        };
        if (seen.contains(label.key)
            && sortedValues(base, label.key) != sortedValues(edited, label.key))
            add(Problem::Code::DuplicateLabel);
        QStringList others = seen;
        seen.append(label.key);
        if (base.contains(label))
            continue;
        if (label.key.isEmpty())
            add(Problem::Code::EmptyLabelKey);
        for (const QString &part : {label.key, label.value}) {
            if (part.toUtf8().size() > maxLabelBytes)
                add(Problem::Code::TooLong, maxLabelBytes);
            if (part.contains(u'=') || part.contains(u','))
                add(Problem::Code::ForbiddenCharacter);
        }
        const bool isNewKey = !held.contains(label.key);
        warnOfLabel(label, row,
                    isNewKey ? QStringList{label.key, label.value} : QStringList{label.value},
                    problems);
        // A held one further down is there first all the same.
        for (const Label &other : edited.sliced(row + 1)) {
            if (held.contains(other.key))
                others.append(other.key);
        }
        if (isNewKey)
            checkLabelKey(label, row, others, problems);
    }
}

} // namespace

QList<Problem> checkJsonField(const ModelField &field, const JsonText &text)
{
    if (auto problem = checkJsonObject(text.utf8()))
        return {{.key = field.key, .code = Problem::Code::NotJson, .json = problem}};
    const QStringList duplicates = duplicateJsonKeys(text.utf8());
    if (duplicates.isEmpty())
        return {};
    return {{.key = field.key,
             .code = Problem::Code::DuplicateKeys,
             .warning = true,
             .text = duplicates.join(u", "_s)}};
}

QList<Problem> checkModel(const ModelMetadata &base, const ModelMetadata &edited,
                          const JsonCheck &checkJsonText, const ServiceRules &rules)
{
    QList<Problem> problems;
    const bool isAllSent = !rules.omittedStay && !fieldChanges(base, edited).isEmpty();
    for (const ModelField &field : modelFields) {
        const FieldValue before = field.read(base);
        const FieldValue after = field.read(edited);
        if (after.isEmpty())
            checkEmpty(field, !before.isEmpty(), rules, problems);
        else if (!field.same(before, after) || (isAllSent && cannotBeSent(field, after)))
            checkField(field, after, checkJsonText, problems);
    }
    checkByRules(base, edited, rules, problems);
    if (!labelChanges(base.labels, edited.labels).isEmpty()
        || base.labels.size() != edited.labels.size())
        checkLabels(base.labels, edited.labels, problems);
    return problems;
}

std::optional<QString> keyInOtherCase(const QString &key, const QStringList &keys)
{
    if (key.isEmpty() || keys.contains(key))
        return {};
    const QString own = composed(key).toCaseFolded();
    const auto other = std::ranges::find_if(
        keys, [&](const QString &one) { return composed(one).toCaseFolded() == own; });
    return other == keys.end() ? std::nullopt : std::optional(*other);
}

bool maySave(const QList<Problem> &problems)
{
    return std::ranges::all_of(problems, &Problem::warning);
}

} // namespace modelscribe
