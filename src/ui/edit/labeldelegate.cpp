// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/labeldelegate.h"

#include "ui/edit/labelseditor.h"
#include "ui/widgets/labelmark.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto originalProperty = "modelscribe_original";

//! The state as a word at the right edge; where the text in front of it ends.
int paintLabelState(QPainter *painter, const QRect &area, const QFont &font,
                    LabelsModel::State state)
{
    const bool removed = state == LabelsModel::State::Removed;
    QString word = LabelsEditor::tr("changed");
    if (removed)
        word = LabelsEditor::tr("removed");
    else if (state != LabelsModel::State::Changed)
        word = LabelsEditor::tr("added");
    const QFont before = painter->font();
    const QPen pen = painter->pen();
    painter->setFont(font);
    painter->setPen(Theme::of().color(removed ? ThemeColor::Removed : ThemeColor::Changed));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, word);
    painter->setFont(before);
    painter->setPen(pen);
    return area.right() - QFontMetrics(font).horizontalAdvance(word) - 8;
}

} // namespace

LabelCell::LabelCell(QWidget *parent)
    : SuggestionEdit(parent)
{
}

bool LabelCell::focusNextPrevChild(bool next)
{
    if (next)
        takeMarked();
    emit leaving(next ? Step::Tab : Step::Back);
    return true;
}

void LabelCell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        SuggestionEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    takeMarked();
    emit leaving(Step::Return);
}

LabelDelegate::LabelDelegate(LabelsEditor &owner, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_owner(owner)
{
}

void LabelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of();
    const auto state = LabelsModel::State(index.data(LabelsModel::StateRole).toInt());
    const bool removed = state == LabelsModel::State::Removed;
    const bool changed = state != LabelsModel::State::Same;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
    if (changed && index.column() == LabelsModel::Key)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          theme.color(removed ? ThemeColor::Removed : ThemeColor::Changed));
    QFont font = option.font;
    font.setStrikeOut(removed);
    painter->setFont(font);
    painter->setPen(theme.color(removed ? ThemeColor::Muted : ThemeColor::Text));
    QRect area = option.rect.adjusted(8, 0, -8, 0);
    const LabelColor color = index.column() == LabelsModel::Key
                                 ? m_owner.colorOf(index.data(Qt::EditRole).toString())
                                 : LabelColor::None;
    if (color != LabelColor::None) {
        drawLabelMark(*painter, {area.left() + labelMarkSize / 2, area.center().y()}, color, theme);
        area.setLeft(area.left() + labelMarkSize + 6);
    }
    if (index.column() == LabelsModel::Value && changed)
        area.setRight(paintLabelState(painter, area, option.font, state));
    const QString text = index.data().toString();
    if (text.isEmpty())
        painter->setPen(theme.color(ThemeColor::Muted));
    drawTextLine(*painter, area, Qt::AlignLeft, text.isEmpty() ? u"—"_s : text);
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QWidget *LabelDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    auto *editor = new LabelCell(parent);
    m_cells.removeAll(nullptr);
    m_cells.append(editor);
    const bool key = index.column() == LabelsModel::Key;
    editor->setAccessibleName(key ? LabelsEditor::tr("Label key")
                                  : LabelsEditor::tr("Label value"));
    editor->setPlaceholderText(key ? LabelsEditor::tr("Key") : LabelsEditor::tr("Value"));
    editor->setListName(key ? LabelsEditor::tr("Keys in use") : LabelsEditor::tr("Values in use"));
    const QPersistentModelIndex place(index);
    editor->setSuggestions([this, place] {
        QList<Suggestion> result;
        for (const QString &value : m_owner.suggestionsFor(place))
            result.append({value, {}});
        return result;
    });
    editor->setProperty(originalProperty, index.data(Qt::EditRole));
    // With each key, as all fields do: a shortcut must not overlook what is just typed.
    auto *self = const_cast<LabelDelegate *>(this);
    connect(editor, &LineEdit::valueChanged, self,
            [self, editor] { emit self->commitData(editor); });
    connect(editor, &LabelCell::leaving, self,
            [self, editor, place](LabelCell::Step step) { self->leave(*editor, place, step); });
    return editor;
}

LabelCell *LabelDelegate::openCell() const
{
    for (const QPointer<LabelCell> &cell : std::as_const(m_cells)) {
        if (cell && cell == QApplication::focusWidget())
            return cell;
    }
    return nullptr;
}

void LabelDelegate::leave(LabelCell &cell, const QPersistentModelIndex &index, LabelCell::Step step)
{
    emit commitData(&cell);
    const Label label = index.isValid() ? m_owner.model().label(index.row()) : Label();
    const QPersistentModelIndex place = index; // empty rows go with the cell, and move it
    emit closeEditor(&cell);
    emit left(place.row(), place.column(), label, step);
}

void LabelDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -1));
}

bool LabelDelegate::eventFilter(QObject *watched, QEvent *event)
{
    const auto cell = std::ranges::find_if(
        m_cells, [watched](const QPointer<LabelCell> &one) { return one.data() == watched; });
    if (cell == m_cells.end() || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter: return false; // the cell says where they lead
    case Qt::Key_Escape: (*cell)->setValue((*cell)->property(originalProperty).toString()); break;
    default: break;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace modelscribe
