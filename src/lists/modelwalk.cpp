// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelwalk.h"

#include "core/timeslice.h"

namespace modelscribe {

ModelWalk::ModelWalk(QObject *parent)
    : QObject(parent)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &ModelWalk::lookAtSome);
}

void ModelWalk::start(const Catalog *catalog, const QStringList &ids, Look look)
{
    m_nextTurn.stop();
    m_catalog = catalog;
    m_ids = ids;
    m_look = std::move(look);
    m_next = 0;
    m_isUnderWay = true;
    lookAtSome();
}

void ModelWalk::stop()
{
    m_nextTurn.stop();
    m_isUnderWay = false;
}

void ModelWalk::lookAtSome()
{
    TimeSlice slice(1); // a pattern may take long
    while (m_catalog && m_next < m_ids.size()) {
        if (slice.isOver())
            return m_nextTurn.start();
        const qsizetype place = m_next++;
        if (const RegisteredModel *model = m_catalog->find(m_ids[place]))
            m_look(*model, place);
    }
    m_isUnderWay = false;
    emit finished();
}

} // namespace modelscribe

#include "moc_modelwalk.cpp"
