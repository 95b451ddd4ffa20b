// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsoneditorbar.h"

#include "ui/widgets/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The checked button is bold, which its size hint does not know.
int segmentWidth(const QPushButton &button)
{
    QFont bold = button.font();
    bold.setWeight(QFont::DemiBold);
    return QFontMetrics(bold).horizontalAdvance(button.text()) + 26;
}

QPushButton *quietButton()
{
    auto *button = new QPushButton;
    button->setProperty("kind", u"quiet"_s);
    return button;
}

} // namespace

JsonEditorBar::JsonEditorBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    for (int i = 0; i < 3; ++i) {
        auto *button = m_faces[i] = new QPushButton;
        button->setCheckable(true);
        button->setProperty("kind", u"segment"_s);
        button->setProperty("end", i == 0 ? u"first"_s : i == 2 ? u"last"_s : QString());
        m_group->addButton(button, i);
        m_row->addWidget(button);
    }
    m_faces[int(m_face)]->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit faceChosen(Face(id)); });

    buildActions();
    m_format = toolButton(Tool::Format);
    m_repair = toolButton(Tool::Repair);
    m_row->addSpacing(8);
    m_row->addStretch(1);
    m_row->addWidget(m_format);
    m_row->addWidget(m_repair);
    m_row->addSpacing(4);
    m_more->setIcon(Theme::of(this).icon(u"more"_s));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_row->addWidget(m_more);
    buildMenu();
    retranslate();
    setWide(true);
    setWide(false);
}

QPushButton *JsonEditorBar::toolButton(Tool tool)
{
    auto *button = quietButton();
    connect(button, &QPushButton::clicked, action(tool), &QAction::trigger);
    return button;
}

void JsonEditorBar::buildActions()
{
    const auto add = [this](Tool tool, const QKeySequence &keys = {}) {
        auto *action = m_actions[int(tool)] = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, tool] { emit toolChosen(tool); });
    };
    add(Tool::Find);
    add(Tool::Replace);
    add(Tool::Format, Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    add(Tool::Compact);
    add(Tool::SortKeys);
    add(Tool::Repair, Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    add(Tool::Differences, Qt::CTRL | Qt::Key_F7); // F7 walks through them
    add(Tool::CopyFromOther);
    add(Tool::PasteAndConvert, Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    add(Tool::FoldFirstLevel, Qt::ALT | Qt::Key_1);
    add(Tool::FoldSecondLevel, Qt::ALT | Qt::Key_2);
    add(Tool::UnfoldAll, Qt::ALT | Qt::Key_0);
    add(Tool::Wrap);
    action(Tool::Wrap)->setCheckable(true);
    add(Tool::NextRemark);
}

void JsonEditorBar::buildMenu()
{
    const auto add = [this](std::initializer_list<Tool> tools) {
        for (const Tool tool : tools)
            m_menu->addAction(action(tool));
        m_menu->addSeparator();
    };
    add({Tool::Find, Tool::Replace});
    add({Tool::Format, Tool::Compact, Tool::SortKeys});
    add({Tool::Repair, Tool::PasteAndConvert, Tool::CopyFromOther});
    add({Tool::Wrap});
    add({Tool::FoldFirstLevel, Tool::FoldSecondLevel, Tool::UnfoldAll});
    add({Tool::Differences, Tool::NextRemark});
}

void JsonEditorBar::setSchemaButton(QPushButton *button, QMenu *menu)
{
    m_schema = button;
    m_row->insertWidget(m_row->indexOf(m_more) - 1, button);
    m_menu->addMenu(menu);
    button->setVisible(m_isWide);
}

void JsonEditorBar::setFace(Face face)
{
    m_face = face;
    m_faces[int(face)]->setChecked(true);
}

void JsonEditorBar::setWide(bool wide)
{
    if (m_isWide == wide)
        return;
    m_isWide = wide;
    for (QPushButton *button : {m_format, m_repair, m_schema}) {
        if (button)
            button->setVisible(wide);
    }
}

void JsonEditorBar::setFindField(QWidget *field)
{
    if (m_row->indexOf(field) < 0)
        m_row->insertWidget(4, field, 1); // behind the faces and their space
}

void JsonEditorBar::setReadOnly(bool readOnly)
{
    for (const Tool tool : {Tool::Replace, Tool::Format, Tool::Compact, Tool::SortKeys,
                            Tool::Repair, Tool::CopyFromOther, Tool::PasteAndConvert})
        action(tool)->setEnabled(!readOnly);
    m_format->setEnabled(!readOnly);
    m_repair->setEnabled(!readOnly);
}

void JsonEditorBar::setCopyFromOtherVisible(bool visible)
{
    action(Tool::CopyFromOther)->setVisible(visible);
}

void JsonEditorBar::retranslate()
{
    const QString faces[] = {tr("Form"), tr("Text"), tr("Tree")};
    for (int i = 0; i < 3; ++i) {
        m_faces[i]->setText(faces[i]);
        m_faces[i]->setAccessibleName(faces[i]);
        m_faces[i]->setMinimumWidth(segmentWidth(*m_faces[i]));
    }
    m_faces[int(Face::Form)]->setToolTip(tr("The known entries as fields (Ctrl+1)"));
    m_faces[int(Face::Text)]->setToolTip(tr("The text itself (Ctrl+2)"));
    m_faces[int(Face::Tree)]->setToolTip(tr("Keys, values and types (Ctrl+3)"));
    const auto name = [this](Tool tool, const QString &text, const QString &toolTip = {}) {
        action(tool)->setText(text);
        action(tool)->setToolTip(toolTip.isEmpty() ? text : toolTip);
    };
    name(Tool::Find, tr("Find"), tr("Find (Ctrl+F)"));
    name(Tool::Replace, tr("Replace"), tr("Find and replace (Ctrl+H)"));
    name(Tool::Format, tr("Format"), tr("One entry per line; order and numbers stay as they are"));
    name(Tool::Compact, tr("Compact"),
         tr("No spaces between entries; order and numbers stay as they are"));
    name(Tool::SortKeys, tr("Sort keys"));
    name(Tool::Repair, tr("Repair…"), tr("Repairs what is not JSON; shows the difference first"));
    name(Tool::Differences, tr("Differences…"));
    name(Tool::CopyFromOther, tr("Copy from another model…"));
    name(Tool::PasteAndConvert, tr("Paste and convert…"));
    name(Tool::FoldFirstLevel, tr("Fold to the first level"));
    name(Tool::FoldSecondLevel, tr("Fold to the second level"));
    name(Tool::UnfoldAll, tr("Unfold all"));
    name(Tool::Wrap, tr("Wrap long lines"));
    name(Tool::NextRemark, tr("Next problem or hint"), tr("Next problem or hint (F8)"));
    const auto label = [this](QPushButton *button, Tool tool) {
        button->setText(action(tool)->text());
        button->setAccessibleName(action(tool)->text());
        button->setToolTip(action(tool)->toolTip());
    };
    label(m_format, Tool::Format);
    label(m_repair, Tool::Repair);
    m_more->setAccessibleName(tr("JSON tools"));
    m_more->setToolTip(tr("JSON tools"));
}

void JsonEditorBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsoneditorbar.cpp"
