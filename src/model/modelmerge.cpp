// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelmerge.h"

#include "model/modelchecks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Decisions = QHash<QString, MergeSide>;

std::optional<QString> textOf(const std::optional<QByteArray> &raw)
{
    return raw ? std::optional(QString::fromUtf8(*raw)) : std::nullopt;
}

std::optional<QByteArray> rawOf(const std::optional<QString> &text)
{
    return text ? std::optional(text->toUtf8()) : std::nullopt;
}

std::optional<QString> textOf(const FieldValue &value)
{
    return value.isEmpty() ? std::nullopt : std::optional(value.text());
}

bool isMine(const Decisions &decisions, const QString &key)
{
    return decisions.value(key, MergeSide::Theirs) == MergeSide::Mine;
}

//! Those about places in ExtraInfo, by their paths.
Decisions decisionsByPath(const ModelField &field, const Decisions &decisions)
{
    const QString prefix = field.key;
    Decisions byPath;
    for (auto it = decisions.cbegin(); it != decisions.cend(); ++it) {
        if (it.key().startsWith(prefix + u'$'))
            byPath.insert(it.key().sliced(prefix.size()), it.value());
    }
    return byPath;
}

void mergeExtraInfo(const ModelField &field, const ModelMetadata &base, const ModelMetadata &mine,
                    const ModelMetadata &theirs, const Decisions &decisions, ModelMerge &result)
{
    const QString prefix = field.key;
    const auto merge = mergeJson(base.extraInfo.utf8(), mine.extraInfo.utf8(),
                                 theirs.extraInfo.utf8(), decisionsByPath(field, decisions));
    result.merged.extraInfo = JsonText(merge.text);
    for (const JsonClash &clash : merge.clashes) {
        result.clashes.append({.field = &field,
                               .path = clash.path,
                               .base = textOf(clash.base),
                               .mine = textOf(clash.mine),
                               .theirs = textOf(clash.theirs)});
    }
    for (const JsonPath &path : merge.fromTheirs)
        result.fromTheirs.append(prefix + jsonPathText(path));
}

void mergeField(const ModelField &field, const ModelMetadata &base, const ModelMetadata &mine,
                const ModelMetadata &theirs, const Decisions &decisions, ModelMerge &result)
{
    const FieldValue b = field.read(base);
    const FieldValue m = field.read(mine);
    const FieldValue t = field.read(theirs);
    // What a person respells is an edit; what a registry respells is not.
    if (field.same(b, m)) {
        if (!field.sameMeaning(b, t))
            result.fromTheirs.append(field.key);
        return;
    }
    if (field.sameMeaning(b, t)) {
        field.write(result.merged, m);
        return;
    }
    if (field.sameMeaning(m, t))
        return;
    if (field.kind == FieldKind::JsonObject) {
        mergeExtraInfo(field, base, mine, theirs, decisions, result);
        return;
    }
    const MergeClash clash{
        .field = &field, .base = textOf(b), .mine = textOf(m), .theirs = textOf(t)};
    if (isMine(decisions, clash.key()))
        field.write(result.merged, m);
    result.clashes.append(clash);
}

//! nullopt when \p merge does not say enough.
std::optional<JsonText> decidedExtraInfo(const ModelMerge &merge, const Decisions &decisions)
{
    QList<JsonClash> mine;
    for (const MergeClash &clash : merge.clashes) {
        const bool isInside = clash.field && clash.field->kind == FieldKind::JsonObject;
        if (isInside && isMine(decisions, clash.key()))
            mine.append(
                {.path = clash.path, .mine = rawOf(clash.mine), .theirs = rawOf(clash.theirs)});
    }
    if (mine.isEmpty())
        return merge.merged.extraInfo;
    const auto text = withMine(merge.merged.extraInfo.utf8(), mine);
    return text ? std::optional(JsonText(*text)) : std::nullopt;
}

//! All values of one key: more than one is not foreseen by the service, but nothing may be lost.
std::optional<QString> textOf(const QStringList &values)
{
    return values.isEmpty() ? std::nullopt : std::optional(values.join(u", "_s));
}

void takeLabel(const QString &key, const QList<Label> &mine, QList<Label> &merged)
{
    const auto at = std::ranges::find(merged, key, &Label::key) - merged.begin();
    const bool isThere = at < merged.size();
    merged.removeIf([&](const Label &label) { return label.key == key; });
    qsizetype position = isThere ? at : merged.size();
    for (const QString &value : labelValues(mine, key))
        merged.insert(position++, {key, value});
}

void mergeLabels(const ModelMetadata &base, const ModelMetadata &mine, const ModelMetadata &theirs,
                 const Decisions &decisions, ModelMerge &result)
{
    QStringList keys;
    for (const auto *labels : {&theirs.labels, &mine.labels, &base.labels}) {
        for (const Label &label : *labels) {
            if (!keys.contains(label.key))
                keys.append(label.key);
        }
    }
    for (const QString &key : std::as_const(keys)) {
        const QStringList b = labelValues(base.labels, key);
        const QStringList m = labelValues(mine.labels, key);
        const QStringList t = labelValues(theirs.labels, key);
        const MergeClash clash{
            .labelKey = key, .base = textOf(b), .mine = textOf(m), .theirs = textOf(t)};
        if (m == t)
            continue;
        if (b == m)
            result.fromTheirs.append(clash.key());
        else if (b == t)
            takeLabel(key, mine.labels, result.merged.labels);
        else {
            if (isMine(decisions, clash.key()))
                takeLabel(key, mine.labels, result.merged.labels);
            result.clashes.append(clash);
        }
    }
}

} // namespace

QString MergeClash::key() const
{
    if (!field)
        return labelsKey + u'/' + labelKey;
    return field->kind == FieldKind::JsonObject ? field->key + jsonPathText(path)
                                                : QString(field->key);
}

QStringList ModelMerge::undecided(const QHash<QString, MergeSide> &decisions) const
{
    QStringList keys;
    for (const MergeClash &clash : clashes) {
        if (!decisions.contains(clash.key()))
            keys.append(clash.key());
    }
    return keys;
}

ModelMerge ModelMerge::decided(const Decisions &decisions) const
{
    const bool takesMine = std::ranges::any_of(
        clashes, [&](const MergeClash &clash) { return isMine(decisions, clash.key()); });
    if (!takesMine)
        return *this;
    const auto extraInfo = decidedExtraInfo(*this, decisions);
    if (!extraInfo)
        return mergeModels(base, mine, theirs, decisions);
    // ExtraInfo alone is long: the rest is merged again.
    const auto rest = [](ModelMetadata metadata) {
        metadata.extraInfo = {};
        return metadata;
    };
    ModelMerge result = *this;
    result.merged = mergeModels(rest(base), rest(mine), rest(theirs), decisions).merged;
    result.merged.extraInfo = *extraInfo;
    return result;
}

bool ModelMerge::isOf(const ModelMetadata &ofBase, const ModelMetadata &ofMine,
                      const ModelMetadata &ofTheirs) const
{
    return base == ofBase && mine == ofMine && theirs == ofTheirs;
}

ModelMerge mergeModels(const ModelMetadata &base, const ModelMetadata &mine,
                       const ModelMetadata &theirs, const QHash<QString, MergeSide> &decisions)
{
    ModelMerge result{.base = base, .mine = mine, .theirs = theirs, .merged = theirs};
    for (const ModelField &field : modelFields)
        mergeField(field, base, mine, theirs, decisions, result);
    mergeLabels(base, mine, theirs, decisions, result);
    return result;
}

} // namespace modelscribe
