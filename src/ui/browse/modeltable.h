// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/pinnedtable.h"
#include "ui/browse/tablecolumns.h"

#include <QHeaderView>
#include <QTimer>

namespace modelscribe {

class ModelTableModel;

//! What becomes of the current model when the person presses Enter, or clicks twice.
enum class RowAction { Show, Edit, Field, WholeWindow };

//! What the lists of the window have in common: looks, one chosen row, no editing, Tab leads out.
void setUpListTable(QTableView &table, QAbstractItemDelegate *delegate);

//! The list of models. Its current row is the model in the editor; it survives refreshing, sorting
//! and filtering as long as the model is shown.
class ModelTable : public PinnedTable
{
    Q_OBJECT

public:
    explicit ModelTable(QWidget *parent = nullptr);

    void setModels(ModelTableModel *models);
    void sortBy(int column, Qt::SortOrder order);
    TableColumns &columns() { return m_columns; }
    void setActions(RowAction onEnter, RowAction onDoubleClick);

    QString currentId() const { return m_currentId; }
    //! The first \p most of the selected models, in the order of the rows.
    QStringList selectedIds(qsizetype most) const;
    QStringList selectedIds() const; //!< All of them.
    qsizetype selectedCount() const;
    //! Those of \p ids that are shown. The current row stays, if it is one of them.
    void selectIds(const QStringList &ids);
    bool showsAll(const QStringList &ids) const;
    //! The current row and no other.
    void selectCurrentOnly();
    //! Without telling; false when the model is not shown.
    bool setCurrentId(const QString &modelId);
    //! Forgets the current model, so that no row is marked.
    void clearCurrent();
    //! The current model is gone: chooses the one that stands in its place.
    void goOnFromGone();
    void step(int rows);
    //! Of the rows that can be seen, at most \p most.
    QStringList idsInSight(qsizetype most) const;

public slots:
    void paste();

signals:
    void sightChanged(); //!< Other rows can be seen; once it has come to rest.
    void currentIdChanged(const QString &modelId); //!< By the person.
    void openRequested(const QString &modelId);    //!< Enter, or a click.
    void editRequested(const QString &modelId);    //!< With the focus in the editor.
    void wholeWindowRequested(const QString &modelId);
    void cellEditRequested(const QString &modelId, const QString &column); //!< See ModelColumn.
    void copyAsNewRequested(const QString &modelId);
    void copyFieldsRequested(const QString &modelId);
    void pasteFieldsRequested(); //!< Into the selected models.
    void fillDownRequested();    //!< Of the current column, over the selected models.
    void moveRequested(int by);  //!< The selected rows, by so many; they stand by order number.
    void compareRequested();
    void draftsReviewRequested(); //!< Those of the selected models.
    void selectionCountChanged();
    void pasteRequested(); //!< Of names or ids that shall be selected.
    void deleteRequested(const QString &modelId);
    void filterRequested(const QString &field, const QString &value, bool isExcluded);
    //! They are to be chosen; \p column is the one that was pointed at.
    void columnsRequested(const QPoint &corner, const QString &column);
    void typed(const QString &text); //!< Typing in the list means searching.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyboardSearch(const QString &) override { }

private:
    bool takeKey(const QKeyEvent &event);
    void act(RowAction action);
    void keepPlace();
    void findPlace();
    void selectRows(const QStringList &ids);
    void leaveGone(const QModelIndex &parent, int first, int last);

    ModelTableModel *m_models = nullptr;
    QString m_currentId;
    QStringList m_selected; //!< Before the last reset; empty: only the current one.
    int m_scroll = 0;
    int m_row = 0; //!< Where the current model was before the last reset.
    bool m_finding = false;
    TableColumns m_columns;
    QTimer m_sightSoon;
    RowAction m_onEnter = RowAction::Show;
    RowAction m_onDoubleClick = RowAction::Show;
};

} // namespace modelscribe
