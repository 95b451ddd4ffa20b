// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace modelscribe {

//! Paints the rows of the palette: headings of groups, and entries with what is read second and
//! shortcut at the right. What was typed is bold.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        AboutRole = Qt::UserRole, //!< Of a heading: how many there are.
        KeysRole,
        PartsRole, //!< QList<NamePart> of the text.
        InUseRole, //!< bool
        PlaceRole  //!< int; only entries have one.
    };
    static constexpr int rowHeight = 30;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace modelscribe
