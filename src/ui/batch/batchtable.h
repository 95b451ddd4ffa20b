// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace modelscribe {

class BatchGrid;

//! The grid of a batch. Space leaves the chosen rows out or takes them in again, Return asks for
//! the requests of one.
class BatchTable : public QTableView
{
    Q_OBJECT

public:
    BatchTable(BatchGrid &grid, QWidget *parent);

signals:
    void currentRowChanged();
    void requestsWanted();
    void openRequested(const QString &modelId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<int> chosenRows() const;
    void toggleChosen();
    void copyChosen() const;
    void fitColumns();
    void keepPlace();
    void findPlace();

    BatchGrid &m_grid;
    qsizetype m_place = -1; //!< Of the current row before the last reset.
};

} // namespace modelscribe
