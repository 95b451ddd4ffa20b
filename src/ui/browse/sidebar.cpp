// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebar.h"

#include "lists/draftterm.h"
#include "lists/facetmodel.h"
#include "model/queryedit.h"
#include "ui/browse/sidebardelegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::array facetFields = {"domain"_L1, "task"_L1, "type"_L1};

//! The facet terms of a query in a form that can be compared.
QStringList facetTerms(const QString &query)
{
    QStringList result;
    for (const QLatin1StringView field : facetFields) {
        for (const QString &value : QueryFacet::of(query, field).included)
            result.append(field + u':' + value.toCaseFolded());
    }
    result.sort();
    return result;
}

FacetModel::Kind kindOf(const QModelIndex &index)
{
    return index.data(FacetModel::KindRole).value<FacetModel::Kind>();
}

template<typename Visit>
void visitAll(const QAbstractItemModel &model, const QModelIndex &parent, const Visit &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        visit(index);
        visitAll(model, index, visit);
    }
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(u"Facets"_s);
    setProperty("role", u"side"_s);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemDelegate(new SidebarDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setExpandsOnDoubleClick(true);
    setMouseTracking(true);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (kindOf(index) == FacetModel::Kind::Value)
            m_expanded.insert(index.data(FacetModel::QueryRole).toString());
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (kindOf(index) == FacetModel::Kind::Section)
            expand(index); // sections are headings
        else if (!m_restoring)
            m_expanded.remove(index.data(FacetModel::QueryRole).toString());
    });
    connect(this, &QAbstractItemView::clicked, this, &Sidebar::choose);
}

void Sidebar::setFacets(FacetModel *facets)
{
    setModel(facets);
    connect(facets, &QAbstractItemModel::modelReset, this, &Sidebar::restore);
    connect(facets, &QAbstractItemModel::rowsInserted, this, &Sidebar::restore);
    restore();
}

void Sidebar::restore()
{
    const QScopedValueRollback guard(m_restoring, true);
    visitAll(*model(), {}, [this](const QModelIndex &index) {
        if (kindOf(index) == FacetModel::Kind::Section
            || m_expanded.contains(index.data(FacetModel::QueryRole).toString()))
            expand(index);
    });
    mark();
}

QModelIndex Sidebar::find(const QString &query) const
{
    const bool drafts = splitDraftTerm(query).onlyDrafts;
    const QStringList wanted = facetTerms(query);
    QModelIndex found;
    visitAll(*model(), {}, [&](const QModelIndex &index) {
        const auto kind = kindOf(index);
        if (drafts) {
            if (kind == FacetModel::Kind::Drafts)
                found = index;
            return;
        }
        if (!found.isValid() && (kind == FacetModel::Kind::All || kind == FacetModel::Kind::Value)
            && facetTerms(index.data(FacetModel::QueryRole).toString()) == wanted)
            found = index;
    });
    return found;
}

void Sidebar::showQuery(const QString &query)
{
    m_query = query;
    m_typed = query;
    mark();
}

void Sidebar::mark()
{
    if (!model())
        return;
    const QModelIndex index = find(m_query);
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    if (index.parent().isValid())
        expand(index.parent());
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

QString Sidebar::withFacet(const QString &query, const QString &facetQuery)
{
    QString result = splitDraftTerm(query).rest;
    for (const QLatin1StringView field : facetFields)
        result = queryWithTerm(result, field, QString());
    for (const QLatin1StringView field : facetFields) {
        for (const QString &value : QueryFacet::of(facetQuery, field).included) {
            // A null value is "none", and "task:" has an empty one.
            result = queryWithTerm(result, field, value.isNull() ? u""_s : value);
        }
    }
    return result;
}

void Sidebar::choose(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case FacetModel::Kind::Section: mark(); break;
    case FacetModel::Kind::Drafts: emit queryChosen(draftTerm); break;
    case FacetModel::Kind::Activity:
        mark(); // the list stays what it is
        emit activityRequested();
        break;
    case FacetModel::Kind::All:
    case FacetModel::Kind::Value:
        emit queryChosen(withFacet(m_typed, index.data(FacetModel::QueryRole).toString()));
        break;
    }
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid()
        && SidebarDelegate::arrowRect(visualRect(index), index)
               .contains(event->position().toPoint())) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex before = currentIndex();
    QTreeView::keyPressEvent(event);
    const bool chosen = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                        || event->key() == Qt::Key_Space;
    // A window does not open because the arrow keys come by.
    const bool isPassing = !chosen && kindOf(currentIndex()) == FacetModel::Kind::Activity;
    if (currentIndex().isValid() && (chosen || currentIndex() != before) && !isPassing)
        choose(currentIndex());
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        doItemsLayout();
    QTreeView::changeEvent(event);
}

} // namespace modelscribe

#include "moc_sidebar.cpp"
