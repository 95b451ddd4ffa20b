// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace modelscribe {

//! Draws the cells of a TextDifferenceModel: line number, sign, text with the changed part marked.
class TextDifferenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Characters of a line that are shown at most.
    static constexpr qsizetype maxShown = 400;

    using QStyledItemDelegate::QStyledItemDelegate;

    //! What stands left of the text, in pixels.
    static int gutterWidth(const QFontMetrics &metrics, qsizetype lines, bool twoNumbers);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace modelscribe
