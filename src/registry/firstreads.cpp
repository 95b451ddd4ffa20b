// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/firstreads.h"

#include "core/whendone.h"
#include "registry/catalog.h"
#include "registry/connection.h"

namespace modelscribe {

FirstReads::FirstReads(Connection &connection, Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_catalog(catalog)
{
}

FirstReads::~FirstReads() { stop(); }

void FirstReads::begin()
{
    stop();
    m_isOn = true;
    m_began = m_catalog.now();
}

void FirstReads::stop()
{
    ++m_run;
    m_isOn = false;
    m_isAsking = false;
    m_wanted.clear();
    m_asked.clear();
    m_request.cancel();
}

void FirstReads::want(const QStringList &modelIds)
{
    m_wanted = modelIds;
    askNext();
}

void FirstReads::askNext()
{
    while (m_isOn && m_connection && !m_isAsking && !m_wanted.isEmpty() && m_asked.size() < most) {
        const QString id = m_wanted.takeFirst();
        if (m_asked.contains(id) || !m_catalog.find(id) || m_catalog.isUpsertedSince(m_began, id))
            continue;
        m_asked.insert(id);
        m_isAsking = true;
        m_request = m_connection->client().run(operations::getModel(id));
        whenDone(
            m_request, this,
            [this, id, asked = m_catalog.now(), run = m_run](const Result<RegisteredModel> &model) {
                if (run == m_run)
                    take(id, asked, model);
            });
    }
}

void FirstReads::take(const QString &modelId, quint64 asked, const Result<RegisteredModel> &model)
{
    m_isAsking = false;
    if (!model && model.error().kind != Error::Kind::NotFound
        && model.error().kind != Error::Kind::Forbidden) {
        m_isOn = false; // the pages will say what is wrong
        return;
    }
    const ListScope scope = m_connection ? m_connection->listScope() : ListScope();
    const bool isHere = model && scope.holds(*model);
    const int run = m_run;
    if (isHere && m_catalog.find(modelId) && !m_catalog.isUpsertedSince(asked, modelId))
        m_catalog.upsert(*model);
    if (run == m_run)
        askNext();
}

} // namespace modelscribe

#include "moc_firstreads.cpp"
