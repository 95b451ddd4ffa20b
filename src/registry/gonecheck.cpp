// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gonecheck.h"

#include "core/whendone.h"
#include "registry/connection.h"

namespace modelscribe {

GoneCheck::GoneCheck(Connection &connection, const QStringList &modelIds, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_waiting(modelIds)
{
}

GoneCheck::~GoneCheck() { m_request.cancel(); }

void GoneCheck::start() { askNext(); }

void GoneCheck::askNext()
{
    if (m_waiting.isEmpty() || m_error || !m_connection) {
        emit finished();
        return;
    }
    const QString id = m_waiting.takeFirst();
    m_request = m_connection->client().run(operations::getModel(id));
    whenDone(m_request, this,
             [this, id](const Result<RegisteredModel> &model) { take(id, model); });
}

void GoneCheck::take(const QString &modelId, const Result<RegisteredModel> &model)
{
    const ListScope scope = m_connection ? m_connection->listScope() : ListScope();
    if (model && scope.holds(*model)) {
        m_found.append(*model);
    } else if (model || model.error().kind == Error::Kind::NotFound
               || model.error().kind == Error::Kind::Forbidden) {
        m_gone.append(modelId);
    } else {
        m_error = model.error();
    }
    askNext();
}

} // namespace modelscribe

#include "moc_gonecheck.cpp"
