// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/comparison.h"

#include "core/jsonwriter.h"
#include "lists/comparedpaths.h"
#include "model/parametersize.h"
#include "model/patch.h"
#include "json/jsonmeaning.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr QStringView extraInfoKey = u"ExtraInfo";

//! Finds out which of the values are equal, and marks those that stand against equal ones: what is
//! not in the one largest group.
void markValues(ComparedRow &row, const std::function<bool(qsizetype, qsizetype)> &isSame)
{
    const qsizetype count = row.values.size();
    QList<qsizetype> groups; // by value: the first one it is equal to
    QList<qsizetype> sizes(count, 0);
    for (qsizetype i = 0; i < count; ++i) {
        qsizetype first = 0;
        while (first < i && !(groups[first] == first && isSame(first, i)))
            ++first;
        groups.append(first);
        ++sizes[first];
    }
    row.differs = sizes.value(0) < count;
    const qsizetype largest = *std::ranges::max_element(sizes);
    if (!row.differs || largest < 2 || std::ranges::count(sizes, largest) > 1)
        return;
    for (qsizetype i = 0; i < count; ++i)
        row.values[i].isMarked = sizes[groups[i]] < largest;
}

//! Short, unless that hides a difference.
QString shownSize(const QString &size, bool isShort)
{
    return isShort ? shortParameterSize(size) : size;
}

bool areShortSizesClear(const QList<ComparedModel> &models, const ModelField &field)
{
    return std::ranges::all_of(models, [&](const ComparedModel &a) {
        return std::ranges::all_of(models, [&](const ComparedModel &b) {
            const FieldValue x = field.read(a.edited);
            const FieldValue y = field.read(b.edited);
            return shortParameterSize(x.text()) != shortParameterSize(y.text()) || field.same(x, y);
        });
    });
}

ComparedRow fieldRow(const QList<ComparedModel> &models, const ModelField &field)
{
    ComparedRow row{.place = {.field = &field}};
    const bool isShort = field.kind == FieldKind::ParameterSize
                         && areShortSizesClear(models, field);
    for (const ComparedModel &model : models) {
        const FieldValue value = field.read(model.edited);
        row.values.append({.text = shownSize(value.text(), isShort),
                           .isSet = !value.isEmpty(),
                           .isChanged = !field.same(value, field.read(model.registered.metadata))});
    }
    markValues(row, [&](qsizetype a, qsizetype b) {
        return field.sameMeaning(field.read(models[a].edited), field.read(models[b].edited));
    });
    return row;
}

//! The names stand above the columns.
bool isAboveColumns(const ComparedRow &row)
{
    return row.place.field->key == "ModelName"_L1
           && std::ranges::none_of(row.values, &ComparedValue::isChanged);
}

QList<ComparedRow> labelRows(const QList<ComparedModel> &models)
{
    QStringList keys;
    for (const ComparedModel &model : models) {
        for (const Label &label : model.edited.labels)
            keys.append(label.key);
    }
    keys.removeDuplicates();
    QList<ComparedRow> rows;
    for (const QString &key : std::as_const(keys)) {
        ComparedRow row{.place = {.labelKey = key}};
        QList<QStringList> all;
        for (const ComparedModel &model : models) {
            const QStringList values = labelValues(model.edited.labels, key);
            const bool isChanged = values != labelValues(model.registered.metadata.labels, key);
            row.values.append(
                {.text = values.join(u", "_s), .isSet = !values.isEmpty(), .isChanged = isChanged});
            all.append(values);
        }
        markValues(row, [&](qsizetype a, qsizetype b) { return all[a] == all[b]; });
        rows.append(std::move(row));
    }
    return rows;
}

//! Without quotation marks, unless it then looks like something else.
QString valueText(const JsonTree &tree, JsonNodeId node)
{
    constexpr qsizetype longestLookalike = 100;
    const QString text = tree.text(node);
    if (tree.kind(node) != JsonKind::String || text.size() > longestLookalike)
        return text;
    const bool looksElse = text.trimmed().isEmpty() || JsonTree::parse(text.toUtf8()).isValid();
    return looksElse ? QString::fromUtf8(tree.rawValue(node)) : text;
}

//! The rows of ExtraInfo, once all of them are objects.
class ExtraInfoRows
{
public:
    explicit ExtraInfoRows(const QList<ComparedModel> &models)
    {
        for (const ComparedModel &model : models)
            add(m_edited, model.edited.extraInfo);
        for (const ComparedModel &model : models)
            add(m_registered, model.registered.metadata.extraInfo);
    }

    bool areObjects() const
    {
        return std::ranges::all_of(m_edited, [](const JsonTree &tree) {
            return tree.isValid() && tree.kind(0) == JsonKind::Object;
        });
    }

    QList<ComparedRow> rows()
    {
        for (const QList<JsonTree> *trees : {&m_edited, &m_registered}) {
            for (const JsonTree &tree : *trees) {
                // What the registry holds may be no JSON; then all of the draft is a change.
                static const JsonTree nothing = JsonTree::parse("{}");
                m_paths.add(tree.isValid() ? tree : nothing);
            }
        }
        for (const JsonTree &tree : std::as_const(m_edited))
            m_meanings.append(m_meaning.add(tree).meaning);
        QList<ComparedRow> rows;
        for (const ComparedPaths::Place place : m_paths.inOrder()) {
            if (place != 0 && isLeaf(place))
                rows.append(rowOf(place));
        }
        return rows;
    }

private:
    static void add(QList<JsonTree> &trees, const JsonText &text)
    {
        trees.append(JsonTree::parse(text.isEmpty() ? QByteArray("{}") : text.utf8()));
    }

    //! Some model has a value there that is no container, or an empty one.
    bool isLeaf(ComparedPaths::Place place) const
    {
        for (qsizetype i = 0; i < m_edited.size(); ++i) {
            const auto node = m_paths.node(i, place);
            if (node && m_edited[i].childCount(*node) == 0)
                return true;
        }
        return false;
    }

    ComparedRow rowOf(ComparedPaths::Place place) const
    {
        ComparedRow row{.place = {.field = findField(extraInfoKey), .path = m_paths.path(place)}};
        QList<std::optional<quint32>> meanings;
        for (qsizetype i = 0; i < m_edited.size(); ++i) {
            const auto node = m_paths.node(i, place);
            row.values.append({.text = node ? valueText(m_edited[i], *node) : QString(),
                               .isSet = node.has_value(),
                               .isChanged = isChanged(i, place)});
            meanings.append(node ? std::optional(m_meanings[i][*node]) : std::nullopt);
        }
        markValues(row, [&](qsizetype a, qsizetype b) { return meanings[a] == meanings[b]; });
        return row;
    }

    bool isChanged(qsizetype model, ComparedPaths::Place place) const
    {
        const JsonTree &before = m_registered[model];
        const JsonTree &after = m_edited[model];
        if (before.text() == after.text())
            return false;
        const auto was = m_paths.node(m_edited.size() + model, place);
        const auto is = m_paths.node(model, place);
        if (!was || !is || !before.isValid())
            return was.has_value() != is.has_value();
        return before.rawValue(*was) != after.rawValue(*is);
    }

    QList<JsonTree> m_edited;
    QList<JsonTree> m_registered;
    ComparedPaths m_paths; //!< First the edited ones, then the others.
    JsonMeanings m_meaning;
    QList<std::vector<quint32>> m_meanings;
};

//! \p raw as the value of what \p steps lead to; nullopt when that is no beginning of an array.
std::optional<QByteArray> nestedValue(const JsonPath &steps, QByteArray raw)
{
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        if (step->index > 0 || step->occurrence > 0)
            return {};
        raw = step->isElement() ? '[' + raw + ']' : '{' + jsonString(step->key) + ':' + raw + '}';
    }
    return raw;
}

Result<ModelMetadata> withCopiedPath(const JsonPath &path, const ModelMetadata &source,
                                     ModelMetadata target)
{
    const JsonTree from = JsonTree::parse(source.extraInfo.utf8());
    const JsonTree to = JsonTree::parse(target.extraInfo.isEmpty() ? QByteArray("{}")
                                                                   : target.extraInfo.utf8());
    const auto node = from.isValid() ? from.find(path) : std::nullopt;
    if (!to.isValid())
        return failure(Error::Kind::Invalid, u"ExtraInfo is not JSON"_s);
    if (!node && !to.find(path))
        return target;
    if (!node)
        return Patch{.extraInfo = {{.kind = ExtraInfoEdit::Kind::Remove, .path = path}}}.applied(
            std::move(target));
    qsizetype known = path.size();
    while (known > 0 && !to.find(path.first(known)))
        --known;
    const qsizetype used = std::min(known + 1, path.size());
    const auto raw = nestedValue(path.sliced(used), from.rawValue(*node).toByteArray());
    if (!raw)
        return failure(Error::Kind::Invalid, u"ExtraInfo has no place "_s + jsonPathText(path));
    return Patch{.extraInfo = {{.path = path.first(used), .value = JsonText(*raw)}}}.applied(
        std::move(target));
}

ModelMetadata withCopiedLabel(const QString &key, const ModelMetadata &source, ModelMetadata target)
{
    const QStringList values = labelValues(source.labels, key);
    auto value = values.begin();
    for (Label &label : target.labels) { // in the places where the key stands
        if (label.key == key && value != values.end())
            label.value = *value++;
        else if (label.key == key)
            label.key = QString();
    }
    target.labels.removeIf([](const Label &label) { return label.key.isNull(); });
    for (; value != values.end(); ++value)
        target.labels.append({key, *value});
    return target;
}

} // namespace

QString ComparedPlace::title() const
{
    if (!field)
        return u"label:"_s + labelKey;
    if (path.isEmpty())
        return field->labelText();
    return u"extra"_s + jsonPathText(path).mid(1);
}

Comparison compareModels(const QList<ComparedModel> &models)
{
    Comparison result{.models = models};
    if (models.isEmpty())
        return result;
    for (const ModelField &field : modelFields) {
        if (field.kind != FieldKind::JsonObject)
            result.rows.append(fieldRow(models, field));
    }
    result.rows.removeIf(isAboveColumns);
    result.rows += labelRows(models);
    ExtraInfoRows extraInfo(models);
    if (extraInfo.areObjects())
        result.rows += extraInfo.rows();
    else
        result.rows.append(fieldRow(models, *findField(extraInfoKey)));
    return result;
}

Result<ModelMetadata> withCopied(const ComparedPlace &place, const ModelMetadata &source,
                                 ModelMetadata target)
{
    if (!place.field)
        return withCopiedLabel(place.labelKey, source, std::move(target));
    if (!place.path.isEmpty())
        return withCopiedPath(place.path, source, std::move(target));
    place.field->write(target, place.field->read(source));
    return target;
}

} // namespace modelscribe
