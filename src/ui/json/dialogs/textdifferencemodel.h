// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/textdifference.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace modelscribe {

//! The lines of a TextDifference as rows: what differs with three lines around it; the rest is
//! folded into one row each.
class TextDifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr qsizetype context = 3;

    //! One side of a row.
    struct Cell
    {
        enum class Kind { Blank, Same, Removed, Added, Fold };

        Kind kind = Kind::Blank;
        qsizetype number = 0;    //!< Of the line, from 1; in one column, of the text before.
        qsizetype newNumber = 0; //!< In one column: of the text after. 0: none.
        QByteArrayView line;
        JsonRange changed; //!< Of line.
        qsizetype folded = 0;
    };

    explicit TextDifferenceModel(QObject *parent = nullptr);

    void setDifference(std::shared_ptr<const TextDifference> difference);
    const std::shared_ptr<const TextDifference> &difference() const { return m_difference; }
    void setSideBySide(bool on);
    bool isSideBySide() const { return m_sideBySide; }
    void setTitles(const QString &before, const QString &after);

    Cell cell(const QModelIndex &index) const;
    //! Shows the lines that row \p row stands for; false when it is no folded one.
    bool unfold(int row);
    int rowOfHunk(qsizetype hunk) const { return m_hunkRows[size_t(hunk)]; }
    //! The hunk that row \p row belongs to, or else the last one before it; -1: none.
    qsizetype hunkAt(int row) const;
    //! In bytes, of the lines that are compared.
    qsizetype longestLine() const { return m_longest; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Cell::Kind kind; //!< Side by side, changed rows are Removed with an after.
        qint32 before;   //!< Line from 0; -1: none. Of a fold: the first one.
        qint32 after;
        qint32 pair; //!< The line of the other text to compare with; of a fold: its lines.
    };

    void build();
    void addSame(qsizetype before, qsizetype after, qsizetype count, bool isFirst, bool isLast);
    void addHunk(const LineHunk &hunk);
    Cell sideCell(const Row &row, bool isAfter) const;
    QString spoken(const Cell &cell) const;

    std::shared_ptr<const TextDifference> m_difference;
    std::vector<Row> m_rows;
    std::vector<int> m_hunkRows;
    std::set<qsizetype> m_unfolded; //!< By their first line before.
    QString m_beforeTitle;
    QString m_afterTitle;
    qsizetype m_longest = 0;
    bool m_sideBySide = true;
};

} // namespace modelscribe
