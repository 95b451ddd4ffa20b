// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace modelscribe {

class ModelTableModel;

//! The header of the table: quiet text and a small arrow at the sorted column.
class ModelTableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ModelTableHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), 31}; }
};

//! What the lists of the window have in common: looks, one chosen row, no editing, Tab leads out.
void setUpListTable(QTableView &table, QAbstractItemDelegate *delegate);

//! The list of models. Its current row is the model in the editor; it survives refreshing, sorting
//! and filtering as long as the model is shown.
class ModelTable : public QTableView
{
    Q_OBJECT

public:
    explicit ModelTable(QWidget *parent = nullptr);

    void setModels(ModelTableModel *models);
    void sortBy(int column, Qt::SortOrder order);

    QString currentId() const { return m_currentId; }
    //! Without telling; false when the model is not shown.
    bool setCurrentId(const QString &modelId);
    //! Forgets the current model, so that no row is marked.
    void clearCurrent();
    //! The current model is gone: chooses the one that stands in its place.
    void goOnFromGone();
    void step(int rows);

signals:
    void currentIdChanged(const QString &modelId); //!< By the person.
    void openRequested(const QString &modelId);    //!< Enter, or a click.
    void sortChanged(int column, Qt::SortOrder order);
    void typed(const QString &text); //!< Typing in the list means searching.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &) override { }

private:
    void keepPlace();
    void findPlace();
    void leaveGone(const QModelIndex &parent, int first, int last);
    void fitColumns();

    ModelTableModel *m_models = nullptr;
    QString m_currentId;
    int m_scroll = 0;
    int m_row = 0; //!< Where the current model was before the last reset.
    bool m_finding = false;
};

} // namespace modelscribe
