// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/valuesinuse.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace modelscribe {

//! The sidebar: "All models", then Domain (with its tasks below), then Type, each with counts.
//! A row carries the query that shows its models, so that choosing it is writing in the search box.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, //!< Kind.
        CountRole,               //!< int; absent for sections.
        QueryRole                //!< QString as parseQuery() reads it, "" for all models.
    };
    enum class Kind { All, Drafts, Activity, Section, Value };
    Q_ENUM(Kind)

    explicit FacetModel(QObject *parent = nullptr);
    ~FacetModel() override;

    void setValues(ValuesInUse *values);
    //! Shows a row "Drafts" while there are any.
    void setDraftCount(int count);
    //! Shows a row "Activity", which stands for no models but for what was written.
    void showActivity();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    //! The window that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    struct Node;

    void rebuildSoon();
    void rebuild(); //!< Resets only when rows come or go; counts change in place.
    std::unique_ptr<Node> makeTree() const;
    void takeCounts(const Node &from, const QModelIndex &at);
    Node *nodeAt(const QModelIndex &index) const;

    std::unique_ptr<Node> m_root;
    QPointer<ValuesInUse> m_values;
    int m_draftCount = 0;
    bool m_hasActivity = false;
    QTimer m_rebuildSoon;
    qint64 m_rebuildTook = 0; //!< In ms.
};

} // namespace modelscribe
