// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogwalk.h"

#include "core/timeslice.h"

namespace modelscribe {

CatalogWalk::CatalogWalk(const Catalog &catalog, Holds holds, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_holds(std::move(holds))
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &CatalogWalk::lookAtSome);
    connect(&catalog, &Catalog::removed, this, &CatalogWalk::takeRemoved);
}

void CatalogWalk::start()
{
    m_isUnderWay = true;
    m_hasAnyGone = false;
    begin();
    lookAtSome();
}

void CatalogWalk::stop()
{
    m_isUnderWay = false;
    m_nextTurn.stop();
}

void CatalogWalk::begin()
{
    m_next = m_catalog.models().begin();
    m_found.clear();
}

void CatalogWalk::lookAtSome()
{
    TimeSlice slice;
    for (; m_next != m_catalog.models().end(); ++m_next) {
        if (slice.isOver())
            return m_nextTurn.start(0);
        if (m_holds(*m_next))
            m_found.append(m_next->id);
    }
    stop();
    if (m_hasAnyGone)
        m_found.removeIf([this](const QString &id) { return !m_catalog.find(id); });
    emit finished();
}

//! Where the next one is among them, nothing says what follows it.
void CatalogWalk::takeRemoved(const QStringList &modelIds)
{
    if (!m_isUnderWay)
        return;
    m_hasAnyGone = true;
    if (m_next != m_catalog.models().end() && modelIds.contains(m_next->id))
        begin();
}

} // namespace modelscribe

#include "moc_catalogwalk.cpp"
