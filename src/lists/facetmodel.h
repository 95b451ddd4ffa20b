// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/facettree.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace modelscribe {

class FacetCounter;

//! The sidebar: "All models", then the facets, each with its most frequent values and their counts.
//! What the query asks for is marked; the query is the only state.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using Kind = FacetNode::Kind;
    using State = FacetNode::State;
    enum Role {
        KindRole = Qt::UserRole, //!< Kind.
        CountRole,               //!< int; absent for sections and while it is not counted.
        CountTextRole,           //!< "702", "+918" of what it would add, "…" while it is counted.
        StateRole,               //!< State; of a section whether the query asks for any of it.
        FieldRole,
        ValueRole,
        QueryRole, //!< QString as parseQuery() reads it, "" for all models.
        NoteRole,  //!< Why there is nothing to count; of saved searches and rules.
        IdRole     //!< What keeps the row apart from others, also after a reset.
    };

    static Kind kindOf(const QModelIndex &index) { return index.data(KindRole).value<Kind>(); }
    static State stateOf(const QModelIndex &index) { return index.data(StateRole).value<State>(); }

    explicit FacetModel(QObject *parent = nullptr);
    ~FacetModel() override;

    void setValues(ValuesInUse *values);
    //! Counts under the query; without it they are those of all models.
    void setCounter(FacetCounter *counter);
    //! Saved searches and what needs a look; they must outlive this.
    void setSearches(SearchRows *searches);
    //! While somebody types in a row, all rows stay what they are.
    void hold(bool isHeld);
    //! What it asks for is marked.
    void setQuery(const QString &query);
    //! Shows a row for each list of public models. \p shown is the one that is listed now; empty:
    //! none of them.
    void setProviders(const QStringList &providers, const QString &shown);
    const QString &provider() const { return m_provider; }
    //! Shows a row "Drafts" while there are any.
    void setDraftCount(int count);
    //! Shows a row "Activity", which stands for no models but for what was written.
    void showActivity();
    //! Shows all values of the row's facet, or the frequent ones again.
    void toggleMore(const QModelIndex &more);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    //! Another name for a saved search.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

protected:
    //! The window that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    void valuesChanged();
    void rebuildSoon();
    void rebuild(); //!< Resets only when rows come or go; counts change in place.
    void fill(FacetNode &node) const;
    void markStates(FacetNode &root) const;
    void showCounts();
    void take(const FacetNode &from, const QModelIndex &at);
    QString countText(const FacetNode &node) const;
    QString spokenText(const FacetNode &node) const;
    FacetNode *nodeAt(const QModelIndex &index) const;

    std::unique_ptr<FacetNode> m_root;
    QPointer<ValuesInUse> m_inUse;
    FacetValues m_values;
    bool m_areOld = false; //!< m_values.
    QPointer<FacetCounter> m_counter;
    SearchRows *m_searches = nullptr;
    QString m_query;
    bool m_isHeld = false;
    QSet<QString> m_unfolded;
    QStringList m_providers;
    QString m_provider;
    int m_draftCount = 0;
    bool m_hasActivity = false;
    QTimer m_rebuildSoon;
    qint64 m_rebuildTook = 0; //!< In ms.
};

} // namespace modelscribe
