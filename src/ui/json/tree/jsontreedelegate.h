// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QStyledItemDelegate>

namespace modelscribe {

class JsonTreeModel;
class Theme;
enum class ThemeColor;

//! Draws the rows of a JsonTreeModel as a tree: indented keys with arrows, values in the colour of
//! their type.
class JsonTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowPixels = 30;

    using QStyledItemDelegate::QStyledItemDelegate;

    //! Where the arrow is in the \p cell of a key, for the mouse too.
    static QRect arrowRect(const QRect &cell, int level);
    static QRect textRect(const QRect &cell, int level);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                 const Theme &theme) const;
    void drawKey(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                 const Theme &theme) const;
    void drawValue(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Theme &theme) const;
};

} // namespace modelscribe
