// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreeactions.h"

#include "ui/json/jsonwording.h"
#include "ui/json/tree/jsontreecommands.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <array>

namespace modelscribe {

namespace {

using Id = JsonTreeActions::Id;

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
    ActionText{Id::AddSibling, QT_TRANSLATE_NOOP("JsonTreeCommands", "Add after"), "Ins", Editing},
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
    ActionText{Id::SortKeysBelow, QT_TRANSLATE_NOOP("JsonTreeCommands", "Sort keys here and below"),
               "", Editing},
    ActionText{Id::CopyValue, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy value"), "Ctrl+C", Row},
    ActionText{Id::CopyPath, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy path"), "Ctrl+Shift+C",
               Row},
    ActionText{Id::CopyKey, QT_TRANSLATE_NOOP("JsonTreeCommands", "Copy key"), "Ctrl+Alt+C", Row},
    ActionText{Id::Paste, QT_TRANSLATE_NOOP("JsonTreeCommands", "Paste after"), "Ctrl+V", Editing},
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
    ActionText{Id::CollapseAll, QT_TRANSLATE_NOOP("JsonTreeCommands", "Collapse all"), "Ctrl+8",
               Nothing},
    ActionText{Id::Undo, QT_TRANSLATE_NOOP("JsonTreeCommands", "Undo"), "Ctrl+Z", Nothing},
    ActionText{Id::Redo, QT_TRANSLATE_NOOP("JsonTreeCommands", "Redo"), "Ctrl+Shift+Z; Ctrl+Y",
               Nothing},
};

} // namespace

JsonTreeActions::JsonTreeActions(QObject *parent)
    : QObject(parent)
{
    for (const ActionText &text : actionTexts) {
        auto *action = new QAction(parent);
        action->setShortcuts(QKeySequence::listFromString(QLatin1StringView(text.keys)));
        connect(action, &QAction::triggered, this, [this, id = text.id] { emit triggered(id); });
        m_actions.append(action);
    }
    retranslate();
}

void JsonTreeActions::retranslate()
{
    for (const ActionText &text : actionTexts) {
        m_actions[qsizetype(text.id)]->setText(
            isTypeChange(text.id) ? jsonwording::kindName(kindOf(text.id))
                                  : QCoreApplication::translate("JsonTreeCommands", text.text));
    }
}

QAction *JsonTreeActions::action(Id id) const { return m_actions[qsizetype(id)]; }

JsonKind JsonTreeActions::kindOf(Id id) { return JsonKind(int(id) - int(Id::ToObject)); }

bool JsonTreeActions::isTypeChange(Id id) { return id >= Id::ToObject && id <= Id::ToNull; }

bool JsonTreeActions::changesText(Id id) { return actionTexts[size_t(id)].needs & Editing; }

bool JsonTreeActions::isPossible(Id id, const Situation &now)
{
    const int needs = actionTexts[size_t(id)].needs;
    const JsonTree &tree = now.tree;
    const JsonNodeId current = now.current;
    const bool hasRow = current != JsonNodeMap::none;
    const JsonNodeId currentOrRoot = hasRow ? current : 0;
    if (((needs & Row) && !hasRow) || ((needs & Editing) && !now.canEdit)
        || ((needs & InContainer) && current == 0))
        return false;
    const bool isContainer = tree.isValid() && tree.isContainer(currentOrRoot);
    const bool isEmpty = !tree.isValid();
    if (isTypeChange(id))
        return tree.kind(current) != kindOf(id);
    switch (id) {
    case Id::RenameKey:
    case Id::CopyKey: return tree.hasKey(current);
    case Id::AddChild:
    case Id::PasteInside: return isEmpty || isContainer;
    case Id::AddSibling:
    case Id::Paste: return isEmpty || currentOrRoot != 0 || isContainer;
    case Id::SortKeys:
        return !isEmpty
               && (tree.kind(currentOrRoot) == JsonKind::Object
                   || tree.kind(tree.parent(currentOrRoot)) == JsonKind::Object);
    case Id::SortKeysBelow: return !isEmpty && tree.isContainer(0);
    case Id::Undo: return now.canUndo;
    case Id::Redo: return now.canRedo;
    default: return true;
    }
}

void JsonTreeActions::update(const Situation &now)
{
    for (const ActionText &text : actionTexts)
        m_actions[qsizetype(text.id)]->setEnabled(isPossible(text.id, now));
}

void JsonTreeActions::fillMenu(QMenu &menu, const Situation &now) const
{
    const auto add = [this](QMenu &to, std::initializer_list<Id> ids) {
        for (const Id id : ids)
            to.addAction(action(id));
    };
    add(menu, {Id::EditValue, Id::RenameKey});
    QMenu *types = menu.addMenu(JsonTreeCommands::tr("Change type"));
    add(*types, {Id::ToObject, Id::ToArray, Id::ToString, Id::ToNumber, Id::ToBoolean, Id::ToNull});
    types->setEnabled(now.canEdit && now.current != JsonNodeMap::none);
    menu.addSeparator();
    add(menu, {Id::AddSibling, Id::AddChild, Id::Duplicate, Id::Remove});
    QMenu *move = menu.addMenu(JsonTreeCommands::tr("Move"));
    add(*move, {Id::MoveUp, Id::MoveDown, Id::MoveOut, Id::MoveIn});
    QMenu *sort = menu.addMenu(JsonTreeCommands::tr("Sort"));
    add(*sort, {Id::SortKeys, Id::SortKeysBelow});
    for (QMenu *group : {move, sort})
        group->setEnabled(std::ranges::any_of(group->actions(), &QAction::isEnabled));
    menu.addSeparator();
    add(menu, {Id::CopyValue, Id::CopyPath, Id::CopyKey, Id::Paste, Id::PasteInside});
    menu.addSeparator();
    add(menu, {Id::ShowInText});
    QMenu *expand = menu.addMenu(JsonTreeCommands::tr("Expand"));
    add(*expand, {Id::ExpandLevel1, Id::ExpandLevel2, Id::ExpandLevel3, Id::ExpandAll});
    add(menu, {Id::CollapseAll});
    menu.addSeparator();
    add(menu, {Id::Undo, Id::Redo});
}

} // namespace modelscribe

#include "moc_jsontreeactions.cpp"
