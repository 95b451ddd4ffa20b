// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QButtonGroup;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace modelscribe {

//! The row above the JSON editor: which face is shown, and what can be done with the text. Narrow,
//! it keeps the faces, find and a menu with all the rest.
class JsonEditorBar : public QWidget
{
    Q_OBJECT

public:
    enum class Face { Form, Text, Tree };
    Q_ENUM(Face)
    //! Everything that can be done with the text as a whole.
    enum class Tool {
        Find,
        Replace,
        Format,
        Compact,
        SortKeys,
        Repair,
        Differences,
        CopyFromOther,
        PasteAndConvert,
        FoldFirstLevel,
        FoldSecondLevel,
        UnfoldAll,
        Wrap,
        NextRemark
    };
    Q_ENUM(Tool)

    explicit JsonEditorBar(QWidget *parent = nullptr);

    Face face() const { return m_face; }
    void setFace(Face face);
    //! Taken into the row when wide, and as a submenu of the menu always.
    void setSchemaButton(QPushButton *button, QMenu *menu);
    void setWide(bool wide);
    //! Takes \p field into the row, until another layout takes it.
    void setFindField(QWidget *field);
    void setReadOnly(bool readOnly);
    void setCopyFromOtherVisible(bool visible);
    //! For the window's menus and shortcuts too.
    QAction *action(Tool tool) const { return m_actions[int(tool)]; }
    QPushButton *faceButton(Face face) const { return m_faces[int(face)]; }

signals:
    void faceChosen(modelscribe::JsonEditorBar::Face face);
    void toolChosen(modelscribe::JsonEditorBar::Tool tool);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void buildMenu();
    void retranslate();
    QPushButton *toolButton(Tool tool);

    static constexpr int toolCount = int(Tool::NextRemark) + 1;

    Face m_face = Face::Text;
    QPushButton *m_faces[3] = {};
    QButtonGroup *m_group;
    QAction *m_actions[toolCount] = {};
    QHBoxLayout *m_row;
    QPushButton *m_format;
    QPushButton *m_repair;
    QPushButton *m_schema = nullptr;
    QToolButton *m_more;
    QMenu *m_menu;
    bool m_isWide = false;
};

} // namespace modelscribe
