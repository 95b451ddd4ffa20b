// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace modelscribe {

class Theme;

//! Draws the cells of the models: a mark before the name, labels as pills, times as people say
//! them.
class ModelTableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    //! In pixels, so that nothing of the cell is cut in \p table.
    static int contentWidth(const QModelIndex &index, QWidget &table);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    static void drawText(QPainter &painter, const QRect &rect, const QString &text,
                         Qt::Alignment alignment);

private:
    void drawName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const Theme &theme) const;
    //! How far writing it is; false when nothing writes to it.
    static bool drawWrite(QPainter &painter, const QRect &cell, const QModelIndex &index,
                          const Theme &theme);
    void drawLabels(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const Theme &theme) const;
};

} // namespace modelscribe
