// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/takennames.h"

#include "registry/batchreview.h"
#include "registry/catalog.h"

#include <QHash>

namespace modelscribe {

TakenNames::TakenNames(const Catalog &catalog, const BatchReview &review)
{
    for (qsizetype i = 0; i < review.size(); ++i) {
        const BatchItem &item = review.item(i);
        if (item.state == BatchItem::State::Changed && item.edited.name != item.base.metadata.name)
            m_renamed.append({i, item.base.id, item.edited.name});
    }
    if (m_renamed.isEmpty())
        return;
    m_others.reserve(catalog.size());
    for (const RegisteredModel &model : catalog.models())
        m_others.emplace_back(model.id, model.metadata.name);
}

QSet<qsizetype> TakenNames::find() const
{
    QSet<QString> renamed;
    QHash<QString, int> counts;
    for (const Renamed &model : m_renamed) {
        renamed.insert(model.id);
        ++counts[model.name];
    }
    for (const auto &[id, name] : m_others) {
        const auto count = counts.find(name);
        if (count != counts.end() && !renamed.contains(id))
            ++*count;
    }
    QSet<qsizetype> taken;
    for (const Renamed &model : m_renamed) {
        if (counts.value(model.name) > 1)
            taken.insert(model.place);
    }
    return taken;
}

} // namespace modelscribe
