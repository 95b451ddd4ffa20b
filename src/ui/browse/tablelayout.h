// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace modelscribe {

//! How a person arranged the table of models.
struct TableLayout
{
    struct Column
    {
        QString id;    //!< See ModelColumn.
        int width = 0; //!< 0: as its cells need.

        friend bool operator==(const Column &, const Column &) = default;
    };
    struct Key
    {
        QString id;
        Qt::SortOrder order = Qt::AscendingOrder;

        friend bool operator==(const Key &, const Key &) = default;
    };

    QList<Column> columns; //!< From left to right; none: the usual ones.
    QList<Key> sort;       //!< None: newest first.
    //! How many of the leftmost ones stay in sight; unsaid: the name where it is the first.
    std::optional<int> pinned;

    //! One line, for a settings file.
    QString toText() const;
    //! What makes no sense in \p text is left out.
    static TableLayout fromText(const QString &text);

    friend bool operator==(const TableLayout &, const TableLayout &) = default;
};

} // namespace modelscribe
