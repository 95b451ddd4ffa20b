// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recentmodels.h"

#include "registry/connection.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "ui/window/editing.h"
#include "ui/window/windowsettings.h"

#include <chrono>

using namespace std::chrono_literals;

namespace modelscribe {

RecentModels::RecentModels(Workbench &workbench, Editing &editing, const Kept &kept,
                           QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_editing(editing)
    , m_kept(kept)
{
    m_stays.setSingleShot(true);
    m_stays.setInterval(1s);
    connect(&m_stays, &QTimer::timeout, this, [this] { note(m_seen); });
    connect(&editing, &Editing::sessionChanged, this, [this] {
        const QString id = openId();
        if (id == m_seen)
            return; // something in it
        m_seen = id;
        if (id.isEmpty())
            m_stays.stop();
        else
            m_stays.start();
    });
}

QString RecentModels::openId() const
{
    const EditSession *session = m_editing.session();
    return session && !session->isNew() ? session->modelId() : QString();
}

QStringList RecentModels::ids() const
{
    const Connection *connection = m_workbench.connection();
    QStringList ids = connection ? m_kept.value(connection->registryKey()) : QStringList();
    ids.removeAll(openId());
    return ids;
}

void RecentModels::note(const QString &modelId)
{
    const Connection *connection = m_workbench.connection();
    if (!connection || modelId.isEmpty())
        return;
    QStringList &ids = m_kept[connection->registryKey()];
    if (!ids.isEmpty() && ids.first() == modelId)
        return;
    ids.removeAll(modelId);
    ids.prepend(modelId);
    ids = ids.mid(0, mostRecentModels);
    emit changed();
}

} // namespace modelscribe

#include "moc_recentmodels.cpp"
