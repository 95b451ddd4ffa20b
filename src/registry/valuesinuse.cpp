// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/valuesinuse.h"

#include "core/freeaside.h"

#include <utility>

namespace modelscribe {

namespace {

constexpr qsizetype modelsATurn = 500;

//! The place of its field among the Suggestion fields.
constexpr size_t placeOf(const ModelMember &member)
{
    size_t place = 0;
    for (const ModelField &field : modelFields) {
        if (field.member == member)
            break;
        place += field.kind == FieldKind::Suggestion;
    }
    return place;
}

constexpr size_t domainPlace = placeOf(&ModelMetadata::domain);
constexpr size_t taskPlace = placeOf(&ModelMetadata::task);

void add(ValuesInUse::Counts &counts, const QString &value, int by)
{
    auto place = counts.find(value);
    if (place == counts.end())
        place = counts.insert(value, 0);
    *place += by;
    if (*place == 0)
        counts.erase(place);
}

void add(QHash<QString, ValuesInUse::Counts> &counts, const QString &group, const QString &value,
         int by)
{
    ValuesInUse::Counts &inGroup = counts[group];
    add(inGroup, value, by);
    if (inGroup.isEmpty())
        counts.remove(group);
}

const ValuesInUse::Counts &groupOf(const QHash<QString, ValuesInUse::Counts> &counts,
                                   const QString &group)
{
    static const ValuesInUse::Counts none;
    const auto found = counts.constFind(group);
    return found == counts.cend() ? none : *found;
}

QStringList valuesOf(const QList<ValuesInUse::Use> &uses, qsizetype most)
{
    QStringList result;
    for (const ValuesInUse::Use &use : uses) {
        if (result.size() == most)
            break;
        if (!use.value.isEmpty())
            result.append(use.value);
    }
    return result;
}

} // namespace

ValuesInUse::ValuesInUse(const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(&catalog)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &ValuesInUse::countSome);
    connect(&catalog, &Catalog::added, this, &ValuesInUse::note);
    connect(&catalog, &Catalog::changed, this, &ValuesInUse::note);
    connect(&catalog, &Catalog::removed, this, &ValuesInUse::note);
    QStringList ids;
    for (const RegisteredModel &model : catalog.models())
        ids.append(model.id);
    note(ids);
}

QStringList ValuesInUse::mostUsed(const ModelField &field, qsizetype most) const
{
    return valuesOf(ranked(counts(field)), most);
}

QStringList ValuesInUse::mostUsedLabelKeys(qsizetype most) const
{
    return valuesOf(ranked(m_labelKeys), most);
}

QStringList ValuesInUse::mostUsedLabelValues(const QString &key, qsizetype most) const
{
    return valuesOf(ranked(labelValues(key)), most);
}

const QList<ValuesInUse::Use> &ValuesInUse::ranked(const Counts &counts) const
{
    const auto known = m_ranked.find(&counts);
    if (known != m_ranked.end())
        return known->second;
    std::vector<Counts::const_iterator> uses;
    uses.reserve(size_t(counts.size()));
    for (auto use = counts.cbegin(); use != counts.cend(); ++use)
        uses.push_back(use);
    constexpr qsizetype most = mostSuggested + 1; // and the empty one
    const auto end = uses.begin() + std::min(most, qsizetype(uses.size()));
    std::ranges::partial_sort(uses, end, [](const auto &a, const auto &b) {
        return *a != *b ? *a > *b : a.key() < b.key();
    });
    QList<Use> result;
    result.reserve(end - uses.begin());
    for (auto use = uses.begin(); use != end; ++use)
        result.append({use->key(), use->value()});
    return m_ranked.emplace(&counts, std::move(result)).first->second;
}

const ValuesInUse::Counts &ValuesInUse::counts(const ModelField &field) const
{
    Q_ASSERT(field.kind == FieldKind::Suggestion);
    return m_values.at(placeOf(field.member));
}

const ValuesInUse::Counts &ValuesInUse::tasksOf(const QString &domain) const
{
    return groupOf(m_tasks, domain);
}

const ValuesInUse::Counts &ValuesInUse::labelValues(const QString &key) const
{
    return groupOf(m_labelValues, key);
}

ValuesInUse::Counted ValuesInUse::read(const RegisteredModel &model)
{
    const ModelMetadata &metadata = model.metadata;
    Counted result;
    result.reserve(labelsPlace + 2 * size_t(metadata.labels.size()));
    for (const ModelField &field : modelFields) {
        if (field.kind == FieldKind::Suggestion)
            result.push_back(numberOf(field.read(metadata).text()));
    }
    result.push_back(numberOf(metadata.accessibility));
    result.push_back(numberOf(model.ownerId));
    for (const Label &label : metadata.labels) {
        result.push_back(numberOf(label.key));
        result.push_back(numberOf(label.value));
    }
    return result;
}

quint32 ValuesInUse::numberOf(const QString &text)
{
    if (const auto number = m_numbers.constFind(text); number != m_numbers.cend())
        return *number;
    const auto number = quint32(m_texts.size());
    m_texts.append(text);
    m_numbers.insert(text, number);
    return number;
}

void ValuesInUse::note(const QStringList &modelIds)
{
    if (!m_catalog || m_catalog->isEmpty()) {
        clear();
        return;
    }
    m_waiting += modelIds;
    m_counted.reserve(m_catalog->room());
    if (!m_nextTurn.isActive())
        countSome();
}

void ValuesInUse::countSome()
{
    if (!m_catalog)
        return;
    const qsizetype end = std::min(m_next + modelsATurn, m_waiting.size());
    for (; m_next < end; ++m_next)
        countAgain(m_waiting.at(m_next));
    if (m_next < m_waiting.size()) {
        m_nextTurn.start();
    } else {
        m_waiting.clear();
        m_next = 0;
    }
    m_ranked.clear();
    emit changed();
}

//! What the catalog has of it now instead of what was counted.
void ValuesInUse::countAgain(const QString &modelId)
{
    if (const auto before = m_counted.constFind(modelId); before != m_counted.cend()) {
        count(*before, -1);
        m_counted.erase(before);
    }
    if (const RegisteredModel *model = m_catalog->find(modelId))
        count(*m_counted.insert(modelId, read(*model)), 1);
}

void ValuesInUse::count(const Counted &values, int by)
{
    const auto text = [&](size_t place) -> const QString & { return m_texts.at(values[place]); };
    for (size_t place = 0; place < fieldCount; ++place)
        add(m_values.at(place), text(place), by);
    add(m_tasks, text(domainPlace), text(taskPlace), by);
    add(m_accessibilities, text(accessibilityPlace), by);
    add(m_owners, text(ownerPlace), by);
    for (size_t place = labelsPlace; place < values.size(); place += 2) {
        add(m_labelKeys, text(place), by);
        add(m_labelValues, text(place), text(place + 1), by);
    }
}

void ValuesInUse::clear()
{
    m_nextTurn.stop();
    m_waiting.clear();
    m_next = 0;
    if (m_counted.isEmpty())
        return;
    freeAside(std::exchange(m_counted, {}));
    m_texts.clear();
    m_numbers.clear();
    for (Counts &counts : m_values)
        counts.clear();
    m_tasks.clear();
    m_accessibilities.clear();
    m_owners.clear();
    m_labelKeys.clear();
    m_labelValues.clear();
    m_ranked.clear();
    emit changed();
}

} // namespace modelscribe

#include "moc_valuesinuse.cpp"
