// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchsession.h"

namespace modelscribe {

BatchSession::BatchSession(const QUuid &id, QObject *parent)
    : QObject(parent)
    , m_id(id)
{
}

void BatchSession::setModelIds(const QStringList &ids)
{
    if (m_modelIds == ids)
        return;
    m_modelIds = ids;
    emit modelsChanged();
}

void BatchSession::setEdit(const BatchEdit &edit)
{
    if (m_edit == edit)
        return;
    m_edit = edit;
    emit editChanged();
}

void BatchSession::setOwnEdits(const OwnEdits &edits)
{
    if (m_ownEdits == edits)
        return;
    m_ownEdits = edits;
    emit editChanged();
}

void BatchSession::leaveOut(const QString &modelId, bool out)
{
    if (m_leftOut.contains(modelId) == out)
        return;
    if (out)
        m_leftOut.insert(modelId);
    else
        m_leftOut.remove(modelId);
    emit leftOutChanged();
}

} // namespace modelscribe

#include "moc_batchsession.cpp"
