// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listing.h"

#include "registry/catalog.h"
#include "registry/catalogsync.h"
#include "registry/connection.h"
#include "session/editsession.h"
#include "session/readings.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/statusline.h"
#include "ui/window/editing.h"
#include "ui/window/localregistries.h"
#include "ui/window/opening.h"
#include "ui/window/windowpanes.h"

#include <utility>

namespace modelscribe {

Listing::Listing(Workbench &workbench, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_parts(parts)
{
    const BrowsePane &browse = parts.panes.browse();
    connect(&browse, &BrowsePane::countsChanged, this, &Listing::showCounts);
    connect(&browse.table(), &ModelTable::sightChanged, this, &Listing::readFirst);
}

void Listing::takeConnection()
{
    Connection *connection = m_workbench.connection();
    m_parts.panes.status().setConnection(connection);
    m_wasFailing = false;
    if (CatalogSync *sync = m_workbench.catalogSync()) {
        connect(sync, &CatalogSync::stateChanged, this, &Listing::takeState);
        connect(sync, &CatalogSync::stateChanged, this, &Listing::readFirst);
        connect(sync, &CatalogSync::progressed, this,
                [this, sync] { m_parts.panes.status().setLoading(true, sync->progress()); });
        connect(m_workbench.catalog(), &Catalog::added, this, &Listing::takeState);
        connect(connection, &Connection::stateChanged, this, &Listing::takeConnectionState);
        if (sync->state() == CatalogSync::State::Idle)
            sync->refreshNewest(CatalogSync::Then::Enough);
        connection->loadWorkspaces();
    }
    takeState();
}

//! Drafts that waited for the registry are looked at again when it is back.
void Listing::takeConnectionState()
{
    const bool isFailing = m_workbench.connection()->state() == Connection::State::Failing;
    if (std::exchange(m_wasFailing, isFailing) && !isFailing)
        m_workbench.readings().recheckDrafts();
}

void Listing::takeState()
{
    const CatalogSync *sync = m_workbench.catalogSync();
    const bool isLoading = sync && sync->state() == CatalogSync::State::Loading;
    StatusLine &status = m_parts.panes.status();
    m_parts.panes.header().setLoading(isLoading);
    status.setLoading(isLoading, sync ? sync->progress() : SyncProgress());
    status.setSyncedAt(sync ? sync->loadedAt() : QDateTime());
    m_parts.opening.listChanged();
    showCounts();
    emit changed();
}

//! What is on the screen is the first to be as the registry has it.
void Listing::readFirst()
{
    CatalogSync *sync = m_workbench.catalogSync();
    if (!sync || sync->state() != CatalogSync::State::Loading)
        return;
    QStringList ids = m_parts.panes.browse().table().idsInSight(FirstReads::most);
    if (const EditSession *session = m_parts.editing.session(); session && !session->isNew())
        ids.prepend(session->modelId());
    sync->readFirst(ids);
}

void Listing::showCounts()
{
    const BrowsePane &browse = m_parts.panes.browse();
    StatusLine &status = m_parts.panes.status();
    m_parts.panes.header().searchBox().setCount(browse.shownCount(), browse.wholeCount());
    // The line at the bottom speaks of models.
    if (browse.showsDrafts())
        status.setCount(browse.modelCount(), browse.modelCount());
    else
        status.setCount(browse.shownCount(), browse.wholeCount());
    m_parts.local.showCounts();
    // Later: the list is not in sight yet.
    QMetaObject::invokeMethod(&m_parts.opening, &Opening::goToListAfterStart, Qt::QueuedConnection);
}

} // namespace modelscribe

#include "moc_listing.cpp"
