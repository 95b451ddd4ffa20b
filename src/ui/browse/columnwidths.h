// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace modelscribe {

//! What is known of a column when the width of a table is shared out.
struct ColumnNeed
{
    QString id;
    int header = 0;  //!< What its title needs.
    int content = 0; //!< What its cells need.
    int usual = 0;   //!< More is not taken from others.
    int share = 0;   //!< Of what nobody needs.
};

//! Shares \p room out: a width that somebody set stays (\p fixed, by id); every other column gets
//! what it needs up to its usual width, then what is free goes to columns that are cut, the least
//! cut ones first, and the rest by their shares. Together they may need more than \p room.
QList<int> columnWidths(const QList<ColumnNeed> &needs, const QHash<QString, int> &fixed, int room);

} // namespace modelscribe
