// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searching.h"

#include "lists/facetcounter.h"
#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "lists/searchrows.h"
#include "model/queryedit.h"
#include "registry/connection.h"
#include "session/savedsearches.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/searchcompletion.h"
#include "ui/browse/sidebar.h"
#include "ui/window/savedsearching.h"
#include "ui/window/windowpanes.h"

namespace modelscribe {

Searching::Searching(Workbench &workbench, WindowPanes &panes, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_facets(new FacetModel(parent)) // the window hands on another language
    , m_rows(new SearchRows(workbench.searches(), panes.browse().models(), this))
    , m_saved(new SavedSearching(workbench.searches(), panes, this))
{
    SearchBox *box = &panes.header().searchBox();
    BrowsePane *browse = &panes.browse();
    Sidebar *sidebar = &panes.sidebar();
    m_facets->showActivity();
    auto *counter = new FacetCounter(browse->models(), this);
    m_facets->setCounter(counter);
    auto *offerCounter = new OfferCounter(browse->models(), counter->codes(), this);
    m_offers.setCounter(offerCounter);
    connect(offerCounter, &OfferCounter::counted, &box->completion(), &SearchCompletion::refresh);
    m_facets->setSearches(m_rows);
    sidebar->setFacets(m_facets);
    sidebar->setSearches(&workbench.searches());
    connect(&workbench, &Workbench::draftsChanged, this,
            [this] { m_rows->counter().countAgain(); });
    box->completion().setSource(
        [this](const QString &query, qsizetype cursor) { return m_offers.at(query, cursor); });
    connect(box, &SearchBox::queryChanged, this, [this, browse, sidebar](const QString &query) {
        browse->setQuery(query);
        sidebar->showQuery(query);
        emit queryChanged();
    });
    connect(box, &SearchBox::remarksChanged, browse, &BrowsePane::showRemarks);
    connect(browse, &BrowsePane::offerTaken, box, &SearchBox::takeOffer);
    connect(box, &SearchBox::leftDownwards, this, [browse] { browse->focusList(); });
    connect(box, &SearchBox::textChanged, sidebar, &Sidebar::setTypedQuery);
    connect(sidebar, &Sidebar::queryChosen, box, &SearchBox::setQuery);
    connect(sidebar, &Sidebar::listRequested, this, [this](const QString &provider) {
        if (Connection *connection = m_workbench.connection())
            connection->listProvider(provider);
    });
    const ModelTable *table = &browse->table();
    connect(table, &ModelTable::filterRequested, box,
            [box](const QString &field, const QString &value, bool isExcluded) {
                box->setQuery(isExcluded ? queryExcluding(box->query(), field, value)
                                         : queryWithTerm(box->query(), field, value));
            });
    connect(table, &ModelTable::typed, box, [box](const QString &text) {
        box->setFocus();
        box->end(false);
        box->insert(text);
    });
}

void Searching::takeCatalog()
{
    m_offers.setCatalog(m_workbench.valuesInUse(), m_workbench.extraInfoVocabulary());
    m_facets->setValues(m_workbench.valuesInUse());
    m_rows->counter().restart();
    if (const Connection *connection = m_workbench.connection()) {
        connect(connection, &Connection::listScopeChanged, this, &Searching::showLists);
        connect(connection, &Connection::providersChanged, this, &Searching::showLists);
    }
    showLists();
}

void Searching::showLists()
{
    Connection *connection = m_workbench.connection();
    if (!connection)
        return m_facets->setProviders({}, {});
    const QString provider = connection->listScope().provider;
    if (!provider.isEmpty()) // who never looks at one costs no call
        connection->lookForProviders();
    m_facets->setProviders(connection->providers(), provider);
}

} // namespace modelscribe

#include "moc_searching.cpp"
