// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace modelscribe {

//! Draws what SearchCompletion offers: the text with what is typed in bold, what it is, and at the
//! right how many models have it. A row that cannot be chosen is a heading.
class SearchOfferDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { AboutRole = Qt::UserRole, CountRole, MatchRole, PlaceRole };
    static constexpr int rowHeight = 28;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace modelscribe
