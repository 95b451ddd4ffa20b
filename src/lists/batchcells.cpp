// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchcells.h"

#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "json/jsontree.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct BatchCells
{
    Q_DECLARE_TR_FUNCTIONS(BatchCells)
};

constexpr qsizetype longestInCell = 200;
//! A longer ExtraInfo is not read for a cell.
constexpr qsizetype longestExtraInfo = 64 * 1024;

QString placeText(const JsonTree &tree, const JsonPath &path)
{
    const auto node = tree.isValid() ? tree.find(path) : std::nullopt;
    if (!node)
        return {};
    const QByteArrayView raw = tree.rawValue(*node);
    return visibleText(QString::fromUtf8(raw.first(std::min(raw.size(), 4 * longestInCell))),
                       longestInCell);
}

BatchCell placeCell(const JsonPath &path, const QByteArray &before, const QByteArray &after)
{
    BatchCell cell;
    if (before == after)
        return cell;
    if (std::max(before.size(), after.size()) > longestExtraInfo) {
        cell.kind = BatchCell::Kind::Long;
        return cell;
    }
    cell.before = placeText(JsonTree::parse(before), path);
    cell.after = placeText(JsonTree::parse(after), path);
    if (cell.before != cell.after)
        cell.kind = BatchCell::Kind::Change;
    return cell;
}

BatchCell labelsCell(const QList<Label> &before, const QList<Label> &after)
{
    const LabelChanges changes = labelChanges(before, after);
    BatchCell cell;
    if (changes.isEmpty())
        return cell;
    cell.kind = BatchCell::Kind::Labels;
    for (const Label &label : changes.added)
        cell.added.append(visibleText(keyValueText(label), longestInCell));
    for (const Label &label : changes.removed)
        cell.removed.append(visibleText(keyValueText(label), longestInCell));
    return cell;
}

BatchCell fieldCell(const ModelField &field, const ModelMetadata &before,
                    const ModelMetadata &after)
{
    const FieldValue was = field.read(before);
    const FieldValue is = field.read(after);
    BatchCell cell;
    if (field.same(was, is))
        return cell;
    if (field.kind == FieldKind::JsonObject) {
        cell.kind = BatchCell::Kind::Long;
        return cell;
    }
    cell.kind = BatchCell::Kind::Change;
    cell.before = visibleText(was.text().left(longestInCell * 2), longestInCell);
    cell.after = visibleText(is.text().left(longestInCell * 2), longestInCell);
    return cell;
}

} // namespace

QString BatchColumn::title() const
{
    switch (kind) {
    case Kind::Field: return field->labelText();
    case Kind::Labels: return BatchCells::tr("Labels");
    case Kind::Place: break;
    }
    // "$.Rating" reads as extra.Rating does in a query.
    QString text = visibleText(jsonPathText(path), 100);
    return text.startsWith("$."_L1) ? "extra."_L1 + text.sliced(2) : text;
}

QString BatchCell::text() const
{
    const auto orEmpty = [](const QString &value) {
        return value.isEmpty() ? BatchCells::tr("(empty)") : value;
    };
    switch (kind) {
    case Kind::Nothing: return u"—"_s;
    case Kind::Change: return u"%1 → %2"_s.arg(orEmpty(before), orEmpty(after));
    case Kind::Long: return BatchCells::tr("changed");
    case Kind::Labels: break;
    }
    QStringList parts;
    for (const QString &label : added)
        parts.append(u"+ "_s + label);
    for (const QString &label : removed)
        parts.append(u"− "_s + label);
    return parts.join(u", "_s);
}

bool comesBefore(const BatchColumn &a, const BatchColumn &b)
{
    return std::pair(a.kind, a.field) < std::pair(b.kind, b.field);
}

QList<BatchColumn> batchColumns(const BatchEdit &edit)
{
    QList<BatchColumn> columns;
    for (const ModelField &field : modelFields) {
        if (edit.fields.contains(field.key))
            columns.append({.kind = BatchColumn::Kind::Field, .field = &field});
    }
    if (!edit.labels.isEmpty())
        columns.append({.kind = BatchColumn::Kind::Labels});
    for (const ExtraInfoEdit &place : edit.extraInfo) {
        const BatchColumn column{.kind = BatchColumn::Kind::Place, .path = place.path};
        if (!columns.contains(column))
            columns.append(column);
        if (place.kind != ExtraInfoEdit::Kind::Rename || place.path.isEmpty())
            continue;
        BatchColumn renamed = column;
        renamed.path.last() = {.key = place.key};
        if (!columns.contains(renamed))
            columns.append(renamed);
    }
    return columns;
}

QList<BatchColumn> batchColumns(const ModelMetadata &before, const ModelMetadata &after)
{
    QList<BatchColumn> columns;
    for (const FieldChange &change : fieldChanges(before, after))
        columns.append({.kind = BatchColumn::Kind::Field, .field = change.field});
    if (!labelChanges(before.labels, after.labels).isEmpty())
        columns.append({.kind = BatchColumn::Kind::Labels});
    return columns;
}

BatchCell batchCell(const BatchColumn &column, const ModelMetadata &before,
                    const ModelMetadata &after)
{
    switch (column.kind) {
    case BatchColumn::Kind::Field: return fieldCell(*column.field, before, after);
    case BatchColumn::Kind::Labels: return labelsCell(before.labels, after.labels);
    case BatchColumn::Kind::Place: break;
    }
    return placeCell(column.path, before.extraInfo.utf8(), after.extraInfo.utf8());
}

} // namespace modelscribe
