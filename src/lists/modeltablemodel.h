// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelsearch.h"
#include "lists/rowmarks.h"
#include "lists/rowsorter.h"
#include "lists/slotrows.h"

#include <QPointer>
#include <QTimer>

namespace modelscribe {

//! The rows of the main table: the catalog's models that match the query, sorted.
//!
//! The catalog knows ids and no order. This gives each model a slot, which it keeps, and a row is
//! the number of a slot; a proxy model would take seconds at 100,000 rows.
//! Texts are plain facts (visibleText for names); formats for people (relative time, pills) are the
//! delegate's. Roles give it what it needs.
class ModelTableModel : public SlotRows
{
    Q_OBJECT

public:
    enum Column { Name, Type, Task, Size, Labels, Modified, ColumnCount }; //!< Of the usual ones.
    enum Role {
        ModelIdRole = Qt::UserRole,
        MarkRole,        //!< RowMarks::Mark: what stands before the name.
        LabelsRole,      //!< QStringList "key=value".
        LabelColorsRole, //!< QList<LabelColor> of these; none when no key has one.
        TimeRole,        //!< QDateTime, of columns of times.
        KindRole,        //!< int, ModelColumn::Kind.
        DraftedRole,     //!< bool: the cell says what is to be, see RowMarks::draftedText().
        WriteRole,       //!< Batches::RowState, of the time of modification.
        SortRole
    };

    explicit ModelTableModel(QObject *parent = nullptr);

    //! The rows of a catalog that has many come some at a time. \p text: of the catalog, for bare
    //! texts in queries; without it they are looked for in each model, which takes a second among
    //! 100,000.
    void setCatalog(Catalog *catalog, CatalogText *text = nullptr);
    //! With bare texts the rows follow once these are found.
    void setQuery(const Query &query);
    //! What rows say beside the models' fields. By order numbers that are to be, rows also stand.
    RowMarks &marks() { return m_marks; }

    //! Rows stand by order number, the lowest first, so that an order by hand can be seen.
    bool isByOrderNumber() const;
    //! Of each row its place among them without the first key, which decides between equal cells.
    QList<int> placesBehindFirstKey();

    const ModelSearch &search() const { return m_search; }
    int slotCount() const { return int(m_slots.size()); }
    const RegisteredModel *slotAt(int slot) const { return m_slots[size_t(slot)]; } //!< Or gone.

    const RegisteredModel &modelAt(int row) const;
    int rowOf(const QString &modelId) const; //!< -1 when it is not shown.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const QList<ModelColumn> &columns() const { return m_columns; }
    //! The name is always one of them.
    void setColumns(const QList<ModelColumn> &columns);
    int indexOf(const ModelColumn &column) const { return int(m_columns.indexOf(column)); }
    void sort(int column, Qt::SortOrder order) override;
    //! As given; they need not be among the columns.
    void sortBy(const QList<RowSortKey> &keys);
    const QList<RowSortKey> &sortKeys() const { return m_sortKeys; }
    int sortColumn() const; //!< The first key; -1 when it is not shown.
    Qt::SortOrder sortOrder() const { return m_sortKeys.first().order; }
    //! For people: "Modified, then Name".
    QString sortText() const;

signals:
    //! The rows are those of the query and the models; again after each change of either.
    void searched();

protected:
    //! The widget that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    QVariant alignment(int column) const;
    QVariant toolTip(const RegisteredModel &model, const ModelColumn &column) const;
    void takeDrafts(const QStringList &modelIds);
    void takeAccess();
    void takeOrderNumbers(const QStringList &modelIds);
    void tellCells(const QString &columnId, const QStringList &modelIds);
    void tellSorterOrderNumbers();
    void clear();
    void readCatalog();
    void readMore();
    void addSlot(const RegisteredModel &model);
    void addSlots(const QStringList &modelIds);
    void takeChanges(const QStringList &modelIds);
    void dropSlots(const QStringList &modelIds);
    void showFound();
    void takeWantedRows();
    void rebuildSoon();
    void rebuild();
    QList<int> wantedRows();

    QPointer<Catalog> m_catalog;
    RowMarks m_marks;
    ModelSearch m_search;
    RowSorter::Slots m_slots; //!< The catalog's models; nullptr: gone.
    QHash<QString, int> m_slotOf;
    QList<ModelColumn> m_columns = ModelColumn::of(ModelColumn::usualIds());
    QList<RowSortKey> m_sortKeys{{m_columns.at(Modified), Qt::DescendingOrder}};
    RowSorter m_sorter;
    QStringList m_toRead; //!< Models of a catalog that has many; the last ones are read next.
    QTimer m_readSoon;
    QTimer m_rebuildSoon;
    qint64 m_rebuildTook = 0; //!< In ms.
};

} // namespace modelscribe
