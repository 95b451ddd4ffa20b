// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/modeltabledelegate.h"

namespace modelscribe {

//! At the left of a run in the column of the models; its entries are indented by as much.
inline constexpr int journalArrowWidth = 26;

//! Draws the entries of a JournalModel like the rows of the models.
class JournalDelegate : public ModelTableDelegate
{
    Q_OBJECT

public:
    using ModelTableDelegate::ModelTableDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace modelscribe
