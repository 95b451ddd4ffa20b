// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTreeView>

namespace modelscribe {

class FacetModel;

//! The facets of the catalog. Choosing one gives the search text that shows its models; the
//! search text, however it came about, decides which facet is marked.
class Sidebar : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setFacets(FacetModel *facets);
    //! Marks the facet that \p query asks for.
    void showQuery(const QString &query);
    //! What stands in the search box now; a chosen row is added to it, also when it is not
    //! understood yet and the rows show an earlier one.
    void setTypedQuery(const QString &query) { m_typed = query; }

    //! \p query with its facet terms (domain, task, type) replaced by those of \p facetQuery.
    static QString withFacet(const QString &query, const QString &facetQuery);

signals:
    void queryChosen(const QString &query);
    void activityRequested();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    void choose(const QModelIndex &index);
    void restore();
    void mark();
    QModelIndex find(const QString &query) const;

    QString m_query;
    QString m_typed;
    QSet<QString> m_expanded; //!< Queries of the rows that are open; outlives a reset.
    bool m_restoring = false;
};

} // namespace modelscribe
