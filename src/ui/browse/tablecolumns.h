// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/tablelayout.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QTableView;

namespace modelscribe {

class ModelColumn;
class ModelTableHeader;
class ModelTableModel;
struct ColumnNeed;

//! Which columns the table of models has, how wide they are, where they stand, and what its rows
//! are ordered by. A width that was set by hand stays; all others share the room.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    explicit TableColumns(QTableView &table);

    void setUp(); //!< Once the table has its ModelTableHeader.
    void setModels(ModelTableModel *models);

    TableLayout arrangement() const;
    void arrange(const TableLayout &layout);
    //! Those that are shown already stay where they are.
    void choose(const QStringList &ids);
    //! Whether it stands left of the others and stays there while they are scrolled.
    void pin(const QString &id, bool isPinned);
    QStringList pinned() const;
    QString idAt(int x) const; //!< Of the column at this place of the header; none: empty.
    //! As if nobody had arranged anything.
    void reset();
    //! Forgets the widths that were set by hand.
    void fitAll();
    //! To be called when the table has another width.
    void fit();

signals:
    void changed(); //!< By the person.

private:
    void showSorting();
    void sortFurther(int column);
    void show(const QList<ModelColumn> &columns, int pinned);
    void followMove(int from, int to);
    ModelTableHeader &header() const;
    void noteWidth(int column, int before, int width);
    ColumnNeed needOf(int column) const;
    void hideWhatHasNoRoom(QList<ColumnNeed> &needs);

    QTableView &m_table;
    ModelTableModel *m_models = nullptr;
    QHash<QString, int> m_widths; //!< Set by hand, by column id.
    int m_fittedRows = 0;
    bool m_isArranging = false; //!< The header tells of what was done here.
};

} // namespace modelscribe
