// SPDX-License-Identifier: GPL-3.0-or-later
// The actions, the menu and the clipboard of JsonTreeCommands.
#include "core/jsonwriter.h"

#include "core/jsonmembers.h"
#include "ui/json/jsonwording.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreetable.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Id = JsonTreeCommands::Id;

constexpr auto keyFormat = "application/x-modelscribe-json-key"_L1;

//! What must be so for an action to make sense.
enum Need {
    Nothing = 0,
    Row = 1,        //!< There is a current one.
    Editing = 2,    //!< The text may be changed.
    InContainer = 4 //!< The current row is inside of something.
};

struct ActionText
{
    Id id;
    const char *text; //!< In the context JsonTreeCommands.
    const char *keys; //!< Several ones stand with "; " between them.
    int needs;
};

constexpr int inside = Row | Editing | InContainer;

// In the order of Id.
constexpr std::array actionTexts = {
    ActionText{Id::Edit, QT_TRANSLATE_NOOP("JsonTreeCommands", "Edit"), "F2", Row | Editing},
    ActionText{Id::EditValue, QT_TRANSLATE_NOOP("JsonTreeCommands", "Edit value"), "Return; Enter",
               Row | Editing},
    ActionText{Id::RenameKey, QT_TRANSLATE_NOOP("JsonTreeCommands", "Rename key"), "Shift+F2",
               Row | Editing},
    ActionText{Id::AddSibling, QT_TRANSLATE_NOOP("JsonTreeCommands", "Add behind"), "Ins", Editing},
    ActionText{Id::AddChild, QT_TRANSLATE_NOOP("JsonTreeCommands", "Add inside"), "Ctrl+Ins",
               Editing},
    ActionText{Id::Duplicate, QT_TRANSLATE_NOOP("JsonTreeCommands", "Duplicate"), "Ctrl+D", inside},
    ActionText{Id::Remove, QT_TRANSLATE_NOOP("JsonTreeCommands", "Delete"), "Del", inside},
    ActionText{Id::MoveUp, QT_TRANSLATE_NOOP("JsonTreeCommands", "Move up"), "Alt+Shift+Up",
               inside},
    ActionText{Id::MoveDown, QT_TRANSLATE_NOOP("JsonTreeCommands", "Move down"), "Alt+Shift+Down",
               inside},
    ActionText{Id::MoveOut, QT_TRANSLATE_NOOP("JsonTreeCommands", "Move out"), "Alt+Shift+Left",
               inside},
    ActionText{Id::MoveIn, QT_TRANSLATE_NOOP("JsonTreeCommands", "Move into the one above"),
               "Alt+Shift+Right", inside},
    ActionText{Id::ToObject, nullptr, "", Row | Editing},
    ActionText{Id::ToArray, nullptr, "", Row | Editing},
    ActionText{Id::ToString, nullptr, "", Row | Editing},
    ActionText{Id::ToNumber, nullptr, "", Row | Editing},
    ActionText{Id::ToBoolean, nullptr, "", Row | Editing},
    ActionText{Id::ToNull, nullptr, "", Row | Editing},
    ActionText{Id::SortKeys, QT_TRANSLATE_NOOP("JsonTreeCommands", "Sort keys here"), "", Editing},
    ActionText{Id::SortKeysBelow,
               QT_TRANSLATE_NOOP("JsonTreeCommands", "Sort keys here and further inside"), "",
               Editing},
    ActionText{Id::CopyValue, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy value"), "Ctrl+C", Row},
    ActionText{Id::CopyPath, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy path"), "Ctrl+Shift+C",
               Row},
    ActionText{Id::CopyKey, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy key"), "Ctrl+Alt+C", Row},
    ActionText{Id::Paste, QT_TRANSLATE_NOOP("JsonTreeCommands", "Paste behind"), "Ctrl+V", Editing},
    ActionText{Id::PasteInside, QT_TRANSLATE_NOOP("JsonTreeCommands", "Paste inside"), "Ctrl+Alt+V",
               Editing},
    ActionText{Id::ShowInText, QT_TRANSLATE_NOOP("JsonTreeCommands", "Show in the text"),
               "Ctrl+Return; Ctrl+Enter", Row},
    ActionText{Id::ExpandLevel1, QT_TRANSLATE_NOOP("JsonTreeCommands", "Expand one level"),
               "Ctrl+Alt+1", Nothing},
    ActionText{Id::ExpandLevel2, QT_TRANSLATE_NOOP("JsonTreeCommands", "Expand two levels"),
               "Ctrl+Alt+2", Nothing},
    ActionText{Id::ExpandLevel3, QT_TRANSLATE_NOOP("JsonTreeCommands", "Expand three levels"),
               "Ctrl+Alt+3", Nothing},
    ActionText{Id::ExpandAll, QT_TRANSLATE_NOOP("JsonTreeCommands", "Expand all"), "Ctrl+9",
               Nothing},
    ActionText{Id::CollapseAll, QT_TRANSLATE_NOOP("JsonTreeCommands", "Collapse all"), "Ctrl+0",
               Nothing},
    ActionText{Id::Undo, QT_TRANSLATE_NOOP("JsonTreeCommands", "Undo"), "Ctrl+Z", Nothing},
    ActionText{Id::Redo, QT_TRANSLATE_NOOP("JsonTreeCommands", "Redo"), "Ctrl+Shift+Z; Ctrl+Y",
               Nothing},
};

JsonKind kindOf(Id id) { return JsonKind(int(id) - int(Id::ToObject)); }
bool isTypeChange(Id id) { return id >= Id::ToObject && id <= Id::ToNull; }

} // namespace

void JsonTreeCommands::makeActions()
{
    for (const ActionText &text : actionTexts) {
        auto *action = new QAction(this);
        action->setShortcuts(QKeySequence::listFromString(QLatin1StringView(text.keys)));
        connect(action, &QAction::triggered, this, [this, id = text.id] {
            const bool changes = actionTexts[size_t(id)].needs & Editing;
            if ((!changes || isReady()) && isPossible(id))
                run(id);
        });
        m_actions.append(action);
    }
    m_table.setKeyActions(m_actions);
    retranslate();
    update();
}

void JsonTreeCommands::retranslate()
{
    for (const ActionText &text : actionTexts) {
        m_actions[qsizetype(text.id)]->setText(
            isTypeChange(text.id) ? jsonwording::kindName(kindOf(text.id))
                                  : QCoreApplication::translate("JsonTreeCommands", text.text));
    }
}

QAction *JsonTreeCommands::action(Id id) const { return m_actions[qsizetype(id)]; }

bool JsonTreeCommands::isPossible(Id id) const
{
    const int needs = actionTexts[size_t(id)].needs;
    const bool hasRow = current() != JsonNodeMap::none;
    if (((needs & Row) && !hasRow) || ((needs & Editing) && !canEdit())
        || ((needs & InContainer) && current() == 0))
        return false;
    const bool isContainer = tree().isValid() && tree().isContainer(currentOrRoot());
    const bool isEmpty = !tree().isValid();
    if (isTypeChange(id))
        return tree().kind(current()) != kindOf(id);
    switch (id) {
    case Id::RenameKey:
    case Id::CopyKey: return tree().hasKey(current());
    case Id::AddChild:
    case Id::PasteInside: return isEmpty || isContainer;
    case Id::AddSibling:
    case Id::Paste: return isEmpty || currentOrRoot() != 0 || isContainer;
    case Id::SortKeys:
        return !isEmpty
               && (tree().kind(currentOrRoot()) == JsonKind::Object
                   || tree().kind(tree().parent(currentOrRoot())) == JsonKind::Object);
    case Id::SortKeysBelow: return !isEmpty && tree().isContainer(0);
    case Id::Undo: return !m_document.isReadOnly() && m_document.canUndo();
    case Id::Redo: return !m_document.isReadOnly() && m_document.canRedo();
    default: return true;
    }
}

void JsonTreeCommands::update()
{
    for (const ActionText &text : actionTexts)
        m_actions[qsizetype(text.id)]->setEnabled(isPossible(text.id));
}

void JsonTreeCommands::run(Id id)
{
    if (isTypeChange(id)) {
        changeType(kindOf(id));
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
    const auto add = [this](QMenu &to, std::initializer_list<Id> ids) {
        for (const Id id : ids)
            to.addAction(action(id));
    };
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
    add(menu, {Id::EditValue, Id::RenameKey});
    QMenu *types = menu.addMenu(tr("Change type"));
    add(*types, {Id::ToObject, Id::ToArray, Id::ToString, Id::ToNumber, Id::ToBoolean, Id::ToNull});
    types->setEnabled(canEdit() && current() != JsonNodeMap::none);
    menu.addSeparator();
    add(menu, {Id::AddSibling, Id::AddChild, Id::Duplicate, Id::Remove});
    QMenu *move = menu.addMenu(tr("Move"));
    add(*move, {Id::MoveUp, Id::MoveDown, Id::MoveOut, Id::MoveIn});
    QMenu *sort = menu.addMenu(tr("Sort"));
    add(*sort, {Id::SortKeys, Id::SortKeysBelow});
    for (QMenu *group : {move, sort})
        group->setEnabled(std::ranges::any_of(group->actions(), &QAction::isEnabled));
    menu.addSeparator();
    add(menu, {Id::CopyValue, Id::CopyPath, Id::CopyKey, Id::Paste, Id::PasteInside});
    menu.addSeparator();
    add(menu, {Id::ShowInText});
    QMenu *expand = menu.addMenu(tr("Expand"));
    add(*expand, {Id::ExpandLevel1, Id::ExpandLevel2, Id::ExpandLevel3, Id::ExpandAll});
    add(menu, {Id::CollapseAll});
    menu.addSeparator();
    add(menu, {Id::Undo, Id::Redo});
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
    auto *data = new QMimeData;
    if (nodes.size() == 1) {
        data->setText(QString::fromUtf8(tree().rawValue(nodes.first())));
        data->setData(keyFormat, tree().rawKey(nodes.first()).toByteArray());
    } else {
        // Several members stay members when they are of one object.
        const JsonNodeId parent = tree().parent(nodes.first());
        const bool isObject = tree().kind(parent) == JsonKind::Object
                              && std::ranges::all_of(nodes, [&](JsonNodeId node) {
                                     return tree().parent(node) == parent;
                                 });
        QByteArrayList parts;
        for (const JsonNodeId node : std::as_const(nodes)) {
            const QByteArray value = tree().rawValue(node).toByteArray();
            parts.append(isObject ? tree().rawKey(node).toByteArray() + ": " + value : value);
        }
        data->setText(
            QString::fromUtf8((isObject ? "{" : "[") + parts.join(", ") + (isObject ? "}" : "]")));
    }
    QGuiApplication::clipboard()->setMimeData(data);
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
    const auto key = data ? jsonStringValue(data->data(keyFormat)) : std::nullopt;
    const QString wanted = key.value_or(u"key"_s);
    const JsonNodeId node = currentOrRoot();
    if (inside || node == 0)
        insertInto(node, tree().childCount(node), wanted, raw, false);
    else
        insertInto(tree().parent(node), tree().indexInParent(node) + 1, wanted, raw, false);
}

} // namespace modelscribe
