// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreecells.h"

#include "core/ascii.h"
#include "core/jsonmembers.h"
#include "core/visibletext.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/plaintext.h"

namespace modelscribe {

namespace {

constexpr qsizetype shownBytes = 300;
constexpr qsizetype toolTipBytes = 2000;

//! Byte behind the last whole character or escape that ends before \p limit.
qsizetype cutPosition(QByteArrayView raw, qsizetype limit)
{
    const bool isString = raw.startsWith('"');
    qsizetype at = isString ? 1 : 0;
    for (;;) {
        qsizetype next = at + 1;
        if (isString && raw[at] == '\\')
            next = at + (raw[at + 1] == 'u' ? 6 : 2);
        while (next < raw.size() && continuesCharacter(raw[next]))
            ++next;
        if (next > limit)
            return at;
        at = next;
    }
}

QString shownJsonUpTo(QByteArrayView raw, qsizetype limit)
{
    const bool isCut = raw.size() > limit;
    const bool isString = raw.startsWith('"');
    QByteArray part = (isCut ? raw.first(cutPosition(raw, limit)) : raw).toByteArray();
    if (isCut && isString)
        part += '"';
    const QString text = isString ? *jsonStringValue(part) : QString::fromUtf8(part);
    QString shown = visibleText(text, limit);
    if (isCut)
        return shown.endsWith(u'…') ? shown : shown + u'…';
    // Nothing but blanks cannot be seen.
    const bool hasEdges = text.isEmpty() || text.front().isSpace() || text.back().isSpace();
    return isString && hasEdges ? u'"' + shown + u'"' : shown;
}

//! The beginning of a JSON string or number for one line of a list; escapes become what they stand
//! for, and what is invisible is marked.
QString shownJson(QByteArrayView raw) { return shownJsonUpTo(raw, shownBytes); }

} // namespace

QString jsontreecells::key(const JsonTreeModel &model, int row)
{
    const JsonNodeId node = model.nodeAt(row);
    if (model.tree()->hasKey(node))
        return shownJson(model.tree()->rawKey(node));
    return node == 0 ? JsonTreeModel::tr("(the whole text)") : QString::number(model.indexAt(row));
}

QString jsontreecells::value(const JsonTree &tree, JsonNodeId node)
{
    if (!tree.isContainer(node))
        return shownJson(tree.rawValue(node));
    return JsonTreeModel::tr("%n item(s)", nullptr, int(tree.childCount(node)));
}

QString jsontreecells::spoken(const JsonTreeModel &model, int row)
{
    const JsonNodeId node = model.nodeAt(row);
    const QString kind = jsonwording::kindName(model.tree()->kind(node));
    const QString level = QString::number(model.levelAt(row) + 1);
    const QString text = JsonTreeModel::tr("%1, %2, %3, level %4", "key, type, value, level")
                             .arg(jsontreecells::key(model, row), kind,
                                  jsontreecells::value(*model.tree(), node), level);
    if (!model.canExpand(node))
        return text;
    return (model.isExpanded(node) ? JsonTreeModel::tr("%1, expanded")
                                   : JsonTreeModel::tr("%1, collapsed"))
        .arg(text);
}

QString jsontreecells::warnings(const JsonTreeModel &model, JsonNodeId node)
{
    QStringList sentences;
    for (const JsonHint &hint : model.hintsOf(node))
        sentences.append(jsonwording::hint(hint));
    return sentences.join(u'\n');
}

QString jsontreecells::toolTip(const JsonTreeModel &model, int row, int column)
{
    const JsonNodeId node = model.nodeAt(row);
    QStringList parts;
    if (const QString sentences = jsontreecells::warnings(model, node); !sentences.isEmpty())
        parts.append(sentences);
    else if (model.markOf(node) == JsonTreeModel::Mark::Inside)
        parts.append(JsonTreeModel::tr("There are hints inside."));
    if (column == JsonTreeModel::KeyColumn && model.tree()->hasKey(node))
        parts.append(shownJsonUpTo(model.tree()->rawKey(node), toolTipBytes));
    if (column == JsonTreeModel::ValueColumn && !model.tree()->isContainer(node))
        parts.append(shownJsonUpTo(model.tree()->rawValue(node), toolTipBytes));
    return plainToolTip(parts.join(u'\n'));
}

QString jsontreecells::heading(JsonTreeModel::Column column)
{
    switch (column) {
    case JsonTreeModel::KeyColumn: return JsonTreeModel::tr("Key");
    case JsonTreeModel::ValueColumn: return JsonTreeModel::tr("Value");
    default: return JsonTreeModel::tr("Type");
    }
}

} // namespace modelscribe
