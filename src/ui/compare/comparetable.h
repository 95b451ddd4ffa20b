// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/comparison.h"

#include <QTableView>

class QMenu;

namespace modelscribe {

class ComparisonModel;

//! The rows of a comparison and the models beside each other. Names stay at the left, models above.
class CompareTable : public QTableView
{
    Q_OBJECT

public:
    explicit CompareTable(QWidget *parent = nullptr);

    void setComparison(ComparisonModel *models);
    //! To its column, as soon as it has one.
    void goToModel(const QString &modelId) { m_wanted = modelId; }

signals:
    void copyRequested(const modelscribe::ComparedPlace &place, const QString &source,
                       const QStringList &targets);
    void openRequested(const QString &modelId);
    void removeRequested(const QString &modelId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void keepPlace();
    void findPlace();
    void fitColumns();
    void copyOrAsk(const QModelIndex &cell);
    void copyValue(const QModelIndex &cell) const;
    void addTargets(QMenu &menu, const QModelIndex &cell);
    QString idAt(int column) const;

    ComparisonModel *m_models = nullptr;
    ComparedPlace m_place; //!< Of the current cell before the last reset, and the model.
    QString m_id;
    QString m_wanted; //!< Its model instead, once it is there.
    int m_scroll = 0;
};

} // namespace modelscribe
