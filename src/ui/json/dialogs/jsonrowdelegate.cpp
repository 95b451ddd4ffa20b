// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonrowdelegate.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int rowPadding = 6;

} // namespace

JsonRowDelegate::JsonRowDelegate(int rowHeight, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rowHeight(rowHeight)
{
}

void JsonRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Theme &theme = Theme::of(option.widget);
    if (item.state & QStyle::State_Selected)
        painter->fillRect(item.rect, theme.color(ThemeColor::Selection));
    // A tint says more than the selection, which the rest of the row shows.
    if (item.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item.rect, item.backgroundBrush);
    item.backgroundBrush = Qt::NoBrush;
    item.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    item.rect.adjust(index.column() == 0
                             && !(item.features & QStyleOptionViewItem::HasCheckIndicator)
                         ? rowPadding
                         : rowPadding / 2,
                     0, -rowPadding / 2, 0);
    const QStyle *style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
}

QSize JsonRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * rowPadding, std::max(m_rowHeight, size.height())};
}

} // namespace modelscribe

#include "moc_jsonrowdelegate.cpp"
