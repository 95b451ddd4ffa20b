// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pageintake.h"

namespace modelscribe {

PageIntake::PageIntake(Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
{
    connect(&catalog, &Catalog::removed, this, [this](const QStringList &ids) {
        if (m_isOpen)
            m_removed.unite(QSet<QString>(ids.begin(), ids.end()));
    });
    connect(&catalog, &Catalog::added, this, [this](const QStringList &ids) {
        if (m_removed.isEmpty())
            return;
        for (const QString &id : ids)
            m_removed.remove(id);
    });
}

void PageIntake::begin()
{
    m_isOpen = true;
    m_removed.clear();
}

void PageIntake::end()
{
    m_isOpen = false;
    m_removed.clear();
}

void PageIntake::put(const QList<RegisteredModel> &models, quint64 asked)
{
    QList<RegisteredModel> news;
    news.reserve(models.size());
    for (const RegisteredModel &model : models) {
        if (!model.id.isEmpty() && !m_removed.contains(model.id)
            && !m_catalog.isUpsertedSince(asked, model.id))
            news.append(model);
    }
    m_catalog.upsert(news);
}

} // namespace modelscribe

#include "moc_pageintake.cpp"
