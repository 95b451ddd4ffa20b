// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace modelscribe {

//! What can be done with the rows of a tree, as actions: their names, their keys, when they make
//! sense and the menu they stand in. Who does it listens to triggered().
class JsonTreeActions : public QObject
{
    Q_OBJECT

public:
    enum class Id {
        Edit, //!< The key or the value, whichever is current.
        EditValue,
        RenameKey,
        AddSibling,
        AddChild,
        Duplicate,
        Remove,
        MoveUp,
        MoveDown,
        MoveOut,
        MoveIn,
        ToObject,
        ToArray,
        ToString,
        ToNumber,
        ToBoolean,
        ToNull,
        SortKeys,
        SortKeysBelow,
        CopyValue,
        CopyPath,
        CopyKey,
        Paste,
        PasteInside,
        ShowInText,
        ExpandLevel1,
        ExpandLevel2,
        ExpandLevel3,
        ExpandAll,
        CollapseAll,
        Undo,
        Redo
    };

    //! What the actions are about now.
    struct Situation
    {
        const JsonTree &tree;
        JsonNodeId current; //!< JsonNodeMap::none: no row is.
        bool canEdit;
        bool canUndo;
        bool canRedo;
    };

    //! The actions are children of \p parent.
    explicit JsonTreeActions(QObject *parent);

    QAction *action(Id id) const;
    const QList<QAction *> &all() const { return m_actions; } //!< In the order of Id.
    void update(const Situation &now);
    void retranslate();
    void fillMenu(QMenu &menu, const Situation &now) const;

    static bool isPossible(Id id, const Situation &now);
    static bool changesText(Id id);
    static bool isTypeChange(Id id);
    static JsonKind kindOf(Id id); //!< That a change of type makes.

signals:
    void triggered(modelscribe::JsonTreeActions::Id id);

private:
    QList<QAction *> m_actions;
};

} // namespace modelscribe
