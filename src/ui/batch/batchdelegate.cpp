// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchdelegate.h"

#include "lists/batchgrid.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using RowState = BatchGrid::RowState;

constexpr int cellPadding = 12;
constexpr int boxSide = 15;
constexpr int nameIndent = 40;
constexpr int iconSide = 13;
constexpr int arrowWidth = 20;
constexpr int labelPadding = 18;
constexpr int labelGap = 4;

QFont labelFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

//! On a selected row coloured words reach too little contrast.
QColor wordColor(const Theme &theme, ThemeColor color, const QStyleOptionViewItem &option)
{
    return theme.color(option.state.testFlag(QStyle::State_Selected) ? ThemeColor::Text : color);
}

void drawSmallIcon(QPainter &painter, const QString &name, ThemeColor color, QPoint at,
                   const Theme &theme)
{
    const QRect place(at, QSize(iconSide, iconSide));
    painter.drawPixmap(
        place, theme.pixmap(name, color, place.size(), painter.device()->devicePixelRatioF()));
}

void drawModel(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               RowState state, const Theme &theme)
{
    const auto ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>();
    drawTickBox(painter, BatchDelegate::boxRect(option.rect), ticked,
                index.flags().testFlag(Qt::ItemIsUserCheckable), option.widget);
    QRect room = option.rect.adjusted(nameIndent, 0, -cellPadding, -1);
    if (state == RowState::ReadOnly) {
        drawSmallIcon(painter, u"lock"_s, ThemeColor::Muted,
                      {room.left(), room.center().y() - iconSide / 2}, theme);
        room.setLeft(room.left() + iconSide + 5);
    }
    const bool isSaved = state == RowState::ToSave || state == RowState::Waiting;
    painter.setPen(wordColor(theme, isSaved ? ThemeColor::Text : ThemeColor::Muted, option));
    drawTextLine(painter, room, Qt::AlignLeft, index.data().toString());
}

void drawChange(QPainter &painter, const QStyleOptionViewItem &option, const BatchCell &cell,
                const Theme &theme)
{
    const QRect room = option.rect.adjusted(cellPadding, 0, -cellPadding, -1);
    const QString empty = BatchCell{.kind = BatchCell::Kind::Change}.text().section(u" →"_s, 0, 0);
    const QString before = cell.before.isEmpty() ? empty : cell.before;
    const QString after = cell.after.isEmpty() ? empty : cell.after;
    // Each side gets half of the room, and what the other one does not need.
    const int both = room.width() - arrowWidth;
    const int wantsBefore = textLineWidth(painter, before) + 1;
    const int wantsAfter = textLineWidth(painter, after) + 1;
    int width = std::min(wantsBefore, std::max(both / 2, both - wantsAfter));
    QRect part(room.left(), room.top(), width, room.height());
    painter.setPen(
        wordColor(theme, cell.before.isEmpty() ? ThemeColor::Muted : ThemeColor::Removed, option));
    drawTextLine(painter, part, Qt::AlignLeft, before);
    part = QRect(part.right() + 1, room.top(), arrowWidth, room.height());
    painter.setPen(theme.color(ThemeColor::Muted));
    drawTextLine(painter, part, Qt::AlignHCenter, u"→"_s);
    part = QRect(part.right() + 1, room.top(), room.right() - part.right(), room.height());
    painter.setPen(
        wordColor(theme, cell.after.isEmpty() ? ThemeColor::Muted : ThemeColor::Added, option));
    drawTextLine(painter, part, Qt::AlignLeft, after);
}

struct ChangedLabel
{
    QString text;
    ThemeColor color;
    ThemeColor ground;
};

void drawLabels(QPainter &painter, const QStyleOptionViewItem &option, const BatchCell &cell,
                const Theme &theme)
{
    QList<ChangedLabel> labels;
    for (const QString &label : cell.added)
        labels.append({u"+ "_s + label, ThemeColor::Added, ThemeColor::AddedTint});
    for (const QString &label : cell.removed)
        labels.append({u"− "_s + label, ThemeColor::Removed, ThemeColor::RemovedTint});
    painter.setFont(labelFont(option.font));
    painter.setRenderHint(QPainter::Antialiasing);
    int left = option.rect.left() + cellPadding - 4;
    const int right = option.rect.right() - cellPadding;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const bool isLast = i + 1 == labels.size();
        const int room = right - left - (isLast ? 0 : 34);
        const int wanted = textLineWidth(painter, labels[i].text) + labelPadding + 1;
        const bool fits = wanted <= room || i == 0;
        if (!fits) {
            painter.setPen(theme.color(ThemeColor::Muted));
            drawTextLine(painter, QRect(left, option.rect.top(), right - left, 29), Qt::AlignLeft,
                         u"+%1"_s.arg(labels.size() - i));
            return;
        }
        const QRect pill(left, option.rect.top() + 5, std::min(wanted, std::max(room, 40)), 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(labels[i].ground));
        painter.drawRoundedRect(pill, 10, 10);
        painter.setPen(theme.color(labels[i].color));
        drawTextLine(painter, pill.adjusted(9, 0, -9, 0), Qt::AlignLeft, labels[i].text);
        left = pill.right() + 1 + labelGap;
    }
}

void drawState(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               RowState state, const Theme &theme)
{
    QRect room = option.rect.adjusted(cellPadding, 0, -cellPadding, -1);
    ThemeColor color = ThemeColor::Muted;
    if (state == RowState::Problem || state == RowState::Unread || state == RowState::Gone)
        color = ThemeColor::Removed;
    if (color == ThemeColor::Removed) {
        drawSmallIcon(painter, u"warning"_s, color, {room.left(), room.center().y() - iconSide / 2},
                      theme);
        room.setLeft(room.left() + iconSide + 5);
    }
    painter.setPen(wordColor(theme, color, option));
    drawTextLine(painter, room, Qt::AlignLeft, index.data().toString());
}

} // namespace

void drawTickBox(QPainter &painter, const QRect &box, Qt::CheckState state, bool isEnabled,
                 const QWidget *widget)
{
    const Theme &theme = Theme::of(widget);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = state != Qt::Unchecked;
    painter.setPen(theme.color(!isEnabled ? ThemeColor::Off
                               : isFilled ? ThemeColor::Accent
                                          : ThemeColor::Muted));
    painter.setBrush(theme.color(isFilled ? ThemeColor::Accent : ThemeColor::Field));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (state == Qt::PartiallyChecked) {
        painter.fillRect(QRect(box.left() + 4, box.center().y(), box.width() - 8, 2),
                         theme.color(ThemeColor::OnAccent));
    } else if (state == Qt::Checked) {
        painter.setPen(QPen(theme.color(ThemeColor::OnAccent), 1.6, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const QPointF origin = box.topLeft();
        painter.drawPolyline(QPolygonF(
            {origin + QPointF(4, 7.8), origin + QPointF(6.6, 10.4), origin + QPointF(11.2, 5)}));
    }
    painter.restore();
}

QRect BatchDelegate::boxRect(const QRect &cell)
{
    return {cell.left() + 16, cell.top() + (cell.height() - boxSide) / 2, boxSide, boxSide};
}

QSize BatchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, 30};
}

void BatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever the values are made of
    drawListCell(*painter, option, index);
    const auto state = index.siblingAtColumn(0).data(BatchGrid::StateRole).value<RowState>();
    const auto cell = index.data(BatchGrid::CellRole).value<BatchCell>();
    if (index.column() == 0) {
        drawModel(*painter, option, index, state, theme);
    } else if (index.column() == index.model()->columnCount() - 1) {
        drawState(*painter, option, index, state, theme);
    } else if (cell.kind == BatchCell::Kind::Change) {
        drawChange(*painter, option, cell, theme);
    } else if (cell.kind == BatchCell::Kind::Labels) {
        drawLabels(*painter, option, cell, theme);
    } else {
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, option.rect.adjusted(cellPadding, 0, -cellPadding, -1),
                     Qt::AlignLeft, index.data().toString());
    }
    painter->restore();
}

bool BatchDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto *grid = qobject_cast<const BatchGrid *>(index.model());
    const QString text = index.data().toString();
    const int room = option.rect.width() - (index.column() == 0 ? nameIndent : 2 * cellPadding);
    QString tip;
    if (grid && index.column() == grid->columnCount() - 1)
        tip = grid->detailText(index.row());
    else if (option.fontMetrics.horizontalAdvance(text) > room)
        tip = text;
    QToolTip::showText(event->globalPos(), visibleToolTip(tip), view);
    return true;
}

} // namespace modelscribe

#include "moc_batchdelegate.cpp"
