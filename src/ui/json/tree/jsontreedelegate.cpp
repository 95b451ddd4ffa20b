// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreedelegate.h"

#include "ui/json/tree/jsontreemodel.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int treePadding = 8;
constexpr int levelWidth = 14;
constexpr int arrowSize = 12;
constexpr int arrowRoom = 16;
constexpr int markSize = 13;
constexpr int changeBarWidth = 3;

int indentation(const QRect &cell, int level)
{
    // A deep row still has room for its key.
    return std::min(level * levelWidth, std::max(cell.width() / 2 - treePadding, 0));
}

ThemeColor colorOf(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object:
    case JsonKind::Array: return ThemeColor::Muted;
    case JsonKind::String: return ThemeColor::Changed;
    case JsonKind::Number: return ThemeColor::Added;
    case JsonKind::Boolean: return ThemeColor::Accent;
    case JsonKind::Null: break;
    }
    return ThemeColor::Muted;
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

//! \p color where it can be read on a selected row, too.
QColor readable(ThemeColor color, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QColor wanted = theme.color(color);
    const bool isFaint = isSelected(option)
                         && contrast(wanted, theme.color(ThemeColor::Selection)) < 4.5;
    return isFaint ? theme.color(ThemeColor::Text) : wanted;
}

const JsonTreeModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const JsonTreeModel *>(index.model());
}

} // namespace

QRect JsonTreeDelegate::arrowRect(const QRect &cell, int level)
{
    return {cell.left() + treePadding + indentation(cell, level) - 1,
            cell.center().y() - arrowSize / 2, arrowSize, arrowSize};
}

QRect JsonTreeDelegate::textRect(const QRect &cell, int level)
{
    return cell.adjusted(treePadding + indentation(cell, level) + arrowRoom, 0, -treePadding, -1);
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, rowPixels};
}

void JsonTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever keys and values are made of
    drawRow(*painter, option, index, theme);
    if (index.column() == JsonTreeModel::KeyColumn)
        drawKey(*painter, option, index, theme);
    else
        drawValue(*painter, option, index, theme);
    painter->restore();
}

void JsonTreeDelegate::drawRow(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const Theme &theme) const
{
    const QRect &rect = option.rect;
    painter.fillRect(rect,
                     theme.color(isSelected(option) ? ThemeColor::Selection : ThemeColor::Surface));
    QColor line = theme.color(ThemeColor::Border);
    line.setAlphaF(0.6F); // fainter than what divides the window
    painter.setPen(line);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool isFirst = index.column() == JsonTreeModel::KeyColumn;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        const QColor ring = theme.color(ThemeColor::Accent);
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), ring);
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), ring);
        if (isFirst)
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), ring);
        if (rect.right() + 1 >= view->viewport()->width())
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), ring);
    }
    const JsonTreeModel &model = modelOf(index);
    if (isFirst && model.markOf(model.nodeAt(index.row())) == JsonTreeModel::Mark::Own)
        painter.fillRect(QRect(rect.left(), rect.top(), changeBarWidth, rect.height() - 1),
                         theme.color(ThemeColor::Changed));
}

void JsonTreeDelegate::drawKey(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const Theme &theme) const
{
    const JsonTreeModel &model = modelOf(index);
    const JsonNodeId node = model.nodeAt(index.row());
    const int level = model.levelAt(index.row());
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (model.canExpand(node)) {
        const QRect arrow = arrowRect(option.rect, level);
        painter.drawPixmap(
            arrow, theme.pixmap(model.isExpanded(node) ? u"chevron-down"_s : u"chevron-right"_s,
                                ThemeColor::Muted, arrow.size(), ratio));
    }
    QFont font = option.font;
    font.setBold(model.isFound(node));
    painter.setFont(font);
    // Indices are the tree's words, not the text's.
    const bool isQuiet = model.isOutdated() || !model.tree()->hasKey(node);
    painter.setPen(theme.color(isQuiet ? ThemeColor::Muted : ThemeColor::Text));

    QRect place = textRect(option.rect, level);
    const JsonTreeModel::Mark mark = model.markOf(node);
    if (mark != JsonTreeModel::Mark::None)
        place.setRight(place.right() - markSize - 4);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (mark == JsonTreeModel::Mark::None)
        return;
    const bool isOwn = mark == JsonTreeModel::Mark::Own;
    const QRect icon(place.left() + metrics.horizontalAdvance(text) + 5,
                     option.rect.center().y() - markSize / 2, markSize, markSize);
    painter.drawPixmap(icon,
                       theme.pixmap(u"warning"_s, isOwn ? ThemeColor::Changed : ThemeColor::Muted,
                                    icon.size(), ratio));
}

void JsonTreeDelegate::drawValue(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const Theme &theme) const
{
    const JsonTreeModel &model = modelOf(index);
    const JsonNodeId node = model.nodeAt(index.row());
    const bool isValue = index.column() == JsonTreeModel::ValueColumn;
    const bool isQuiet = model.isOutdated() || !isValue;
    painter.setPen(isQuiet ? theme.color(ThemeColor::Muted)
                           : readable(colorOf(model.tree()->kind(node)), option, theme));
    QFont font = option.font;
    font.setBold(isValue && model.isFound(node));
    painter.setFont(font);
    const QRect place = option.rect.adjusted(treePadding, 0, -treePadding, -1);
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                       place.width());
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

} // namespace modelscribe

#include "moc_jsontreedelegate.cpp"
