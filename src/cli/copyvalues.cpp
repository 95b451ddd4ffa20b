// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/copyvalues.h"

#include "core/paths.h"
#include "registry/listscope.h"
#include "registry/registrytarget.h"
#include "store/modelcache.h"
#include "store/modelcachepeek.h"

#include <algorithm>

namespace modelscribe {

namespace {

using UseCounts = QHash<QString, int>;

QList<QueryCandidate> mostUsedFirst(const UseCounts &counts)
{
    QList<QueryCandidate> result;
    for (auto use = counts.cbegin(); use != counts.cend(); ++use) {
        if (!use.key().isEmpty())
            result.append({.text = use.key(), .count = use.value(), .title = {}});
    }
    std::ranges::sort(result, [](const QueryCandidate &a, const QueryCandidate &b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    return result;
}

} // namespace

CopyValues CopyValues::read(const RegistryTarget &target, const QString &provider,
                            const QDeadlineTimer &deadline)
{
    const ListScope scope{.workspaceId = target.workspaceId, .provider = provider};
    const QString registryKey = registryKeyOf(target);
    CopyValues values;
    peekAtModelCache(ModelCache::fileOf(paths::copiesFolder(), registryKey, scope.copyKey()),
                     registryKey, scope.copyKey(), deadline,
                     [&values](const RegisteredModel &model) { values.m_models.append(model); });
    return values;
}

QList<QueryCandidate> CopyValues::valuesOf(const ModelField &field) const
{
    UseCounts counts;
    for (const RegisteredModel &model : m_models)
        ++counts[field.read(model.metadata).text()];
    return mostUsedFirst(counts);
}

QList<QueryCandidate> CopyValues::valuesOf(const QueryField &field) const
{
    UseCounts counts;
    for (const RegisteredModel &model : m_models)
        ++counts[field.read(model)];
    return mostUsedFirst(counts);
}

QList<QueryCandidate> CopyValues::labelKeys() const
{
    UseCounts counts;
    for (const RegisteredModel &model : m_models) {
        for (const Label &label : model.metadata.labels)
            ++counts[label.key];
    }
    return mostUsedFirst(counts);
}

QList<QueryCandidate> CopyValues::labelValues(const QString &key) const
{
    UseCounts counts;
    for (const RegisteredModel &model : m_models) {
        for (const Label &label : model.metadata.labels) {
            if (label.key == key)
                ++counts[label.value];
        }
    }
    return mostUsedFirst(counts);
}

} // namespace modelscribe
