// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/manyvalues.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int untilCountedAgain = 200; // ms: pages arrive many times a second

template<typename Uses, typename Less>
void keepFirst(Uses &uses, qsizetype most, Less less)
{
    const auto middle = uses.begin() + std::min(most, uses.size());
    std::partial_sort(uses.begin(), middle, uses.end(), less);
    uses.erase(middle, uses.end());
}

} // namespace

const ManyValues::Counts &ManyValues::of(const ModelField &field) const
{
    const auto row = std::ranges::find(modelFields, field.key, &ModelField::key);
    return fields[size_t(row - modelFields.begin())];
}

std::optional<QString> ManyValues::common(const ModelField &field) const
{
    const Counts &counts = of(field);
    return counts.size() == 1 ? std::optional(counts.begin().key()) : std::nullopt;
}

QList<ManyValues::Use> ManyValues::ranked(const ModelField &field, qsizetype most) const
{
    const Counts &counts = of(field);
    QList<Use> uses;
    uses.reserve(counts.size());
    for (auto count = counts.begin(); count != counts.end(); ++count)
        uses.append({count.key(), *count});
    keepFirst(uses, most, [](const Use &a, const Use &b) {
        return a.models != b.models ? a.models > b.models : a.value < b.value;
    });
    return uses;
}

QList<ManyValues::LabelUse> ManyValues::rankedLabels(qsizetype most) const
{
    QList<LabelUse> uses;
    uses.reserve(labels.size());
    for (auto count = labels.begin(); count != labels.end(); ++count)
        uses.append({{count.key().first, count.key().second}, *count});
    keepFirst(uses, most, [](const LabelUse &a, const LabelUse &b) {
        if (a.models != b.models)
            return a.models > b.models;
        return keyValueText(a.label) < keyValueText(b.label);
    });
    return uses;
}

void ManyValues::add(const RegisteredModel &model, bool hasDraft)
{
    ++models;
    for (const Label &label : model.metadata.labels)
        ++labels[{label.key, label.value}];
    if (model.isReadOnly()) {
        ++readOnly;
        return;
    }
    drafts += hasDraft;
    for (size_t i = 0; i < modelFields.size(); ++i) {
        if (const auto *member = std::get_if<QString ModelMetadata::*>(&modelFields[i].member))
            ++fields[i][model.metadata.**member];
    }
}

ManyValuesCounting::ManyValuesCounting(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(untilCountedAgain);
    connect(&m_soon, &QTimer::timeout, this, &ManyValuesCounting::begin);
    connect(&m_walk, &ModelWalk::finished, this, [this] {
        m_values = std::exchange(m_working, {});
        emit changed();
    });
}

void ManyValuesCounting::setModels(const Catalog *catalog, const QStringList &ids)
{
    if (m_catalog == catalog && m_ids == ids)
        return;
    if (m_catalog)
        m_catalog->disconnect(this);
    m_catalog = catalog;
    m_ids = ids;
    if (catalog) {
        connect(catalog, &Catalog::changed, this, &ManyValuesCounting::follow);
        connect(catalog, &Catalog::removed, this, &ManyValuesCounting::follow);
    }
    begin();
}

void ManyValuesCounting::setDrafts(const QSet<QString> &ids)
{
    if (m_drafts == ids)
        return;
    m_drafts = ids;
    begin();
}

//! Not at once: what is told may be hundreds of models one after the other.
void ManyValuesCounting::follow(const QStringList &)
{
    if (!m_ids.isEmpty() && !m_soon.isActive())
        m_soon.start();
}

void ManyValuesCounting::begin()
{
    m_soon.stop();
    m_working = {};
    m_walk.start(m_catalog, m_ids, [this](const RegisteredModel &model, qsizetype) {
        m_working.add(model, m_drafts.contains(model.id));
    });
    if (m_walk.isUnderWay())
        emit changed();
}

} // namespace modelscribe

#include "moc_manyvalues.cpp"
