// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/searchoffers.h"

#include <QObject>

namespace modelscribe {

class FacetModel;
class SavedSearching;
class SearchRows;
class Workbench;
class WindowPanes;

//! What search box, facets and list tell each other: the text in the box is the query, the others
//! write into it and follow it.
class Searching : public QObject
{
    Q_OBJECT

public:
    //! All must outlive this.
    Searching(Workbench &workbench, WindowPanes &panes, QObject *parent);

    FacetModel &facets() const { return *m_facets; }
    SavedSearching &saved() const { return *m_saved; }
    //! The workbench has another catalog, or none.
    void takeCatalog();

signals:
    void queryChanged(); //!< List and facets have it.

private:
    void showLists();

    Workbench &m_workbench;
    WindowPanes &m_panes;
    FacetModel *m_facets;
    SearchRows *m_rows;
    SavedSearching *m_saved;
    OfferSource m_offers;
};

} // namespace modelscribe
