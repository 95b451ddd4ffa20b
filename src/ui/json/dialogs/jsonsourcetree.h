// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <set>

namespace modelscribe {

//! The values of a JSON text with boxes to check: a checked value is taken with all that is in it.
class JsonSourceTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Key, Value, ColumnCount };

    explicit JsonSourceTree(QObject *parent = nullptr);

    void setTree(std::shared_ptr<const JsonTree> tree);
    const JsonTree &tree() const { return *m_tree; }
    //! In document order; none lies in another one.
    QList<JsonNodeId> chosen() const { return {m_chosen.begin(), m_chosen.end()}; }

    QModelIndex indexOf(JsonNodeId node) const;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void chosenChanged();

private:
    const QList<JsonNodeId> &childrenOf(JsonNodeId node) const;
    JsonNodeId nodeOf(const QModelIndex &index) const;
    bool isInChosen(JsonNodeId node) const;
    QString keyText(JsonNodeId node) const;
    QString valueText(JsonNodeId node) const;

    std::shared_ptr<const JsonTree> m_tree;
    std::set<JsonNodeId> m_chosen;
    mutable QHash<JsonNodeId, QList<JsonNodeId>> m_children; //!< Of what was looked into.
    mutable QHash<JsonNodeId, int> m_rows;
};

} // namespace modelscribe
