// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreecommands.h"

#include "core/jsonwriter.h"
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsonnodeclipboard.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreetable.h"
#include "json/jsonedit.h"
#include "json/jsonmovenodes.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonTreeCommands::JsonTreeCommands(JsonDocument &document, JsonTreeTable &table)
    : QObject(&table)
    , m_document(document)
    , m_table(table)
    , m_model(table.treeModel())
    , m_actions(new JsonTreeActions(this))
    , m_editing(new JsonTreeEditing(document, table))
{
    connect(m_actions, &JsonTreeActions::triggered, this, [this](Id id) {
        if ((!JsonTreeActions::changesText(id) || isReady())
            && JsonTreeActions::isPossible(id, situation()))
            run(id);
    });
    m_table.setKeyActions(m_actions->all());
    update();
    connect(&m_table, &JsonTreeTable::currentNodeChanged, this, &JsonTreeCommands::update);
    connect(&m_table, &JsonTreeTable::editRequested, this, &JsonTreeCommands::editCell);
    connect(m_editing, &JsonTreeEditing::refused, this, &JsonTreeCommands::refused);
    connect(m_editing, &JsonTreeEditing::accepted, this, &JsonTreeCommands::accepted);
    connect(&m_model, &JsonTreeModel::dropped, this, &JsonTreeCommands::moveTo);
    connect(&m_document.textEdit(), &JsonTextEdit::textReplaced, this,
            [this] { m_isOtherText = true; });
}

QAction *JsonTreeCommands::action(Id id) const { return m_actions->action(id); }

void JsonTreeCommands::retranslate() { m_actions->retranslate(); }

void JsonTreeCommands::update() { m_actions->update(situation()); }

JsonTreeActions::Situation JsonTreeCommands::situation() const
{
    const bool isWritable = !m_document.isReadOnly();
    return {.tree = tree(),
            .current = current(),
            .canEdit = canEdit(),
            .canUndo = isWritable && m_document.canUndo(),
            .canRedo = isWritable && m_document.canRedo()};
}

JsonNodeId JsonTreeCommands::current() const { return m_table.currentNode(); }

JsonNodeId JsonTreeCommands::currentOrRoot() const
{
    return current() == JsonNodeMap::none ? 0 : current();
}

bool JsonTreeCommands::canEdit() const
{
    const bool isBroken = m_document.isChecked() && !m_document.isCurrent();
    return !m_document.isReadOnly() && !isBroken;
}

bool JsonTreeCommands::isReady()
{
    if (m_document.isCurrent() && !m_document.isReadOnly())
        return true;
    // Has a short text read that was changed just now; numbers of nodes are worth nothing before.
    return edit([](const JsonTree &) { return TextChanges(); });
}

bool JsonTreeCommands::edit(const JsonDocument::Edit &edit)
{
    const auto result = m_document.edit(edit);
    if (!result) {
        emit refused(result.error().code == "TooMuch"_L1
                         ? tr("The text is too long to move so many rows at once.")
                         : jsonwording::editError(result.error()));
        return false;
    }
    emit accepted();
    return true;
}

void JsonTreeCommands::editAndShow(const JsonDocument::Edit &edit, bool editsNewNode)
{
    std::optional<qsizetype> at;
    const bool isDone = this->edit([&](const JsonTree &now) {
        auto changes = edit(now);
        if (changes)
            at = jsonedit::insertedAt(*changes);
        return changes;
    });
    if (isDone && at)
        showAt(*at, editsNewNode);
}

void JsonTreeCommands::showAt(qsizetype offset, bool editsNewNode)
{
    m_showAt = offset;
    m_editsShown = editsNewNode;
    if (m_document.isCurrent())
        onTreeChanged();
}

void JsonTreeCommands::onTreeChanged()
{
    if (std::exchange(m_isOtherText, false))
        m_editing->end();
    m_editing->onTreeChanged();
    update();
    if (!m_document.isCurrent() || !m_showAt)
        return;
    const JsonNodeId node = tree().nodeAt(*std::exchange(m_showAt, {}));
    m_table.setCurrentNode(node);
    if (!std::exchange(m_editsShown, false))
        return;
    editCell(node, tree().hasKey(node) ? JsonTreeModel::KeyColumn : JsonTreeModel::ValueColumn);
    if (m_table.isEditing() && tree().hasKey(node))
        m_editing->setNew();
}

void JsonTreeCommands::editCell(JsonNodeId node, JsonTreeModel::Column column)
{
    if (canEdit() && node < tree().size())
        m_editing->edit(node, column);
}

void JsonTreeCommands::startText(const QByteArray &raw, bool editsNewNode)
{
    const bool isDone = edit([&](const JsonTree &now) -> Result<TextChanges> {
        if (now.isValid() || !now.text().isEmpty() || !JsonTree::parse(raw).isValid())
            return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = u"NotJson"_s});
        return TextChanges{{0, 0, raw}};
    });
    if (isDone)
        showAt(std::max(raw.indexOf('"'), qsizetype(0)), editsNewNode);
}

void JsonTreeCommands::insertInto(JsonNodeId parent, quint32 position, const QString &key,
                                  const QByteArray &raw, bool editsNewNode)
{
    editAndShow(
        [&](const JsonTree &now) {
            const bool isObject = now.kind(parent) == JsonKind::Object;
            const QString free = isObject ? jsonedit::freeKey(now, parent, key) : QString();
            return jsonedit::insert(now, parent, position, free, raw);
        },
        editsNewNode);
}

void JsonTreeCommands::add(bool inside)
{
    if (!tree().isValid()) {
        startText("{\n  \"key\": null\n}", true);
        return;
    }
    const JsonNodeId node = currentOrRoot();
    if (inside || node == 0)
        insertInto(node, tree().childCount(node), u"key"_s, "null", true);
    else
        insertInto(tree().parent(node), tree().indexInParent(node) + 1, u"key"_s, "null", true);
}

void JsonTreeCommands::duplicate()
{
    const JsonNodeId node = current();
    editAndShow([node](const JsonTree &now) { return jsonedit::duplicate(now, node); });
}

void JsonTreeCommands::removeSelected()
{
    QList<JsonNodeId> nodes = m_table.selectedNodes();
    if (nodes.isEmpty())
        nodes = {current()};
    edit([nodes](const JsonTree &now) { return jsonedit::remove(now, nodes); });
}

void JsonTreeCommands::moveBy(int step)
{
    const JsonNodeId node = current();
    const JsonNodeId parent = tree().parent(node);
    const qint64 position = qint64(tree().indexInParent(node)) + (step < 0 ? -1 : 2);
    if (position >= 0 && position <= tree().childCount(parent))
        moveTo({node}, parent, quint32(position));
}

void JsonTreeCommands::moveOut()
{
    const JsonNodeId container = tree().parent(current());
    if (container != 0)
        moveTo({current()}, tree().parent(container), tree().indexInParent(container) + 1);
}

void JsonTreeCommands::moveIn()
{
    const JsonNodeId node = current();
    const quint32 index = tree().indexInParent(node);
    if (index == 0)
        return;
    JsonNodeId before = tree().parent(node) + 1;
    while (tree().after(before) != node)
        before = tree().after(before);
    if (tree().isContainer(before))
        moveTo({node}, before, tree().childCount(before));
}

void JsonTreeCommands::moveTo(const QList<JsonNodeId> &nodes, JsonNodeId parent, quint32 position)
{
    if (nodes.size() == 1) {
        editAndShow([&](const JsonTree &now) {
            return jsonedit::move(now, nodes.first(), parent, position);
        });
        return;
    }
    std::optional<qsizetype> at;
    const bool isDone = edit([&](const JsonTree &now) -> Result<TextChanges> {
        auto moved = moveNodes(now, nodes, parent, position);
        if (!moved)
            return tl::unexpected(moved.error());
        at = moved->at;
        return moved->changes;
    });
    if (isDone && at)
        showAt(*at, false);
}

void JsonTreeCommands::changeType(JsonKind kind)
{
    const JsonNodeId node = current();
    edit([node, kind](const JsonTree &now) { return jsonedit::changeType(now, node, kind); });
}

void JsonTreeCommands::sortKeys(bool recursive)
{
    JsonNodeId node = currentOrRoot();
    if (!tree().isContainer(node) || (!recursive && tree().kind(node) == JsonKind::Array))
        node = tree().parent(node);
    edit([node, recursive](const JsonTree &now) {
        return jsonedit::sortKeys(now, node, recursive);
    });
}

void JsonTreeCommands::run(Id id)
{
    if (JsonTreeActions::isTypeChange(id)) {
        changeType(JsonTreeActions::kindOf(id));
        return;
    }
    const auto expand = [this](int levels) {
        m_table.keepingPlace([&] { m_model.expandToLevel(levels); });
    };
    switch (id) {
    case Id::Edit:
        editCell(current(), JsonTreeModel::Column(m_table.currentIndex().column()));
        break;
    case Id::EditValue: editCell(current(), JsonTreeModel::ValueColumn); break;
    case Id::RenameKey: editCell(current(), JsonTreeModel::KeyColumn); break;
    case Id::AddSibling: add(false); break;
    case Id::AddChild: add(true); break;
    case Id::Duplicate: duplicate(); break;
    case Id::Remove: removeSelected(); break;
    case Id::MoveUp: moveBy(-1); break;
    case Id::MoveDown: moveBy(1); break;
    case Id::MoveOut: moveOut(); break;
    case Id::MoveIn: moveIn(); break;
    case Id::SortKeys: sortKeys(false); break;
    case Id::SortKeysBelow: sortKeys(true); break;
    case Id::CopyValue: copyValue(); break;
    case Id::CopyPath: copyText(jsonPathText(tree().path(current()))); break;
    case Id::CopyKey: copyText(tree().key(current())); break;
    case Id::Paste: paste(false); break;
    case Id::PasteInside: paste(true); break;
    case Id::ShowInText: emit pathActivated(tree().path(current())); break;
    case Id::ExpandLevel1: expand(1); break;
    case Id::ExpandLevel2: expand(2); break;
    case Id::ExpandLevel3: expand(3); break;
    case Id::ExpandAll: expand(maxJsonDepth); break;
    case Id::CollapseAll: expand(0); break;
    case Id::Undo: m_document.undo(); break;
    case Id::Redo: m_document.redo(); break;
    default: break;
    }
}

void JsonTreeCommands::fillMenu(QMenu &menu)
{
    update();
    if (current() != JsonNodeMap::none && canEdit()) {
        for (const JsonHint &hint : m_model.hintsOf(current())) {
            if (hint.fix.isEmpty())
                continue;
            // The changes are those of one tree and of no later one.
            menu.addAction(jsonwording::fix(hint), this,
                           [this, fix = hint.fix, text = tree().text()] {
                               edit([&](const JsonTree &now) {
                                   return now.text() == text ? fix : TextChanges();
                               });
                           });
        }
        if (!menu.isEmpty())
            menu.addSeparator();
    }
    m_actions->fillMenu(menu, situation());
}

void JsonTreeCommands::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void JsonTreeCommands::copyValue()
{
    QList<JsonNodeId> nodes = m_table.selectedNodes();
    if (nodes.isEmpty())
        nodes = {current()};
    QGuiApplication::clipboard()->setMimeData(copyOfNodes(tree(), nodes));
}

void JsonTreeCommands::paste(bool inside)
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QString text = data ? data->text() : QString();
    if (text.size() > pasteLimit) {
        emit refused(tr("Not pasted: more than 4 MB."));
        return;
    }
    const QByteArray raw = utf8KeepingSurrogates(text).trimmed();
    if (!tree().isValid()) {
        startText(raw, false);
        return;
    }
    const auto key = data ? keyOfCopy(*data) : std::nullopt;
    const QString wanted = key.value_or(u"key"_s);
    const JsonNodeId node = currentOrRoot();
    if (inside || node == 0)
        insertInto(node, tree().childCount(node), wanted, raw, false);
    else
        insertInto(tree().parent(node), tree().indexInParent(node) + 1, wanted, raw, false);
}

} // namespace modelscribe

#include "moc_jsontreecommands.cpp"
