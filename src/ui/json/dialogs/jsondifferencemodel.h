// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsondifference.h"

#include <QAbstractTableModel>

namespace modelscribe {

//! Differences by meaning as rows: place, what, stored, now.
class JsonDifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, What, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(QList<JsonDifference> differences);
    const QList<JsonDifference> &differences() const { return m_differences; }
    //! False for those of spelling and order.
    static bool isByMeaning(const JsonDifference &difference);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const JsonDifference &difference, int column, qsizetype limit) const;

    QList<JsonDifference> m_differences;
};

} // namespace modelscribe
