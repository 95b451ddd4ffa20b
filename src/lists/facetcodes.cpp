// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetcodes.h"

#include "core/foldedtext.h"
#include "core/timeslice.h"
#include "lists/modeltablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int readingPause = 3 * TimeSlice::length;

constexpr std::array facetNames = {"domain"_L1, "task"_L1,          "type"_L1,
                                   "origin"_L1, "accessibility"_L1, "owner"_L1};

const QueryField &facetField(size_t place)
{
    static const auto known = [] {
        std::array<const QueryField *, facetNames.size()> result{};
        std::ranges::transform(facetNames, result.begin(), [](QLatin1StringView name) {
            return findQueryField(QString(name));
        });
        return result;
    }();
    return *known.at(place);
}

} // namespace

std::span<const QLatin1StringView> FacetCodes::fields() { return facetNames; }

size_t FacetCodes::placeOf(const QueryField *field)
{
    size_t place = 0;
    while (place < fieldCount && &facetField(place) != field)
        ++place;
    return place;
}

size_t FacetCodes::placeOf(const QString &field)
{
    return size_t(std::ranges::find(facetNames, field) - facetNames.begin());
}

FacetCodes::Code FacetCodes::Numbers::of(const QString &text)
{
    Seen &seen = m_seen[(quintptr(text.constData()) >> 4) % m_seen.size()];
    if (seen.code == unknown || seen.text.constData() != text.constData()
        || seen.text.size() != text.size())
        seen = {.text = text, .code = numberOf(text)};
    return seen.code;
}

FacetCodes::Code FacetCodes::Numbers::numberOf(const QString &text)
{
    if (const auto known = m_bySpelling.constFind(text); known != m_bySpelling.cend())
        return *known;
    const QString folded = foldedText(text);
    auto code = m_byFolded.constFind(folded);
    if (code == m_byFolded.cend())
        code = m_byFolded.insert(folded, Code(m_byFolded.size()));
    return *m_bySpelling.insert(text, *code);
}

FacetCodes::Code FacetCodes::Numbers::find(const QString &text) const
{
    if (const auto known = m_bySpelling.constFind(text); known != m_bySpelling.cend())
        return *known;
    return m_byFolded.value(foldedText(text), unknown);
}

FacetCodes::Code FacetCodes::PairNumbers::of(Code first, Code second)
{
    const quint64 both = quint64(first) << 32 | second;
    if (const auto known = byBoth.constFind(both); known != byBoth.cend())
        return *known;
    outer.push_back(first);
    inner.push_back(second);
    return *byBoth.insert(both, Code(outer.size() - 1));
}

FacetCodes::Code FacetCodes::PairNumbers::find(Code first, Code second) const
{
    return byBoth.value(quint64(first) << 32 | second, unknown);
}

FacetCodes::FacetCodes(const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
{
    static_assert(facetNames.size() == fieldCount);
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &FacetCodes::prepareSome);
    connect(&models, &ModelTableModel::searched, this, &FacetCodes::prepareSoon);
}

void FacetCodes::prepareSoon()
{
    if (m_models.slotCount() < int(m_slots.size())) { // other models
        m_slots.clear();
        m_labelCodes.clear();
        m_next = 0;
    }
    if (m_next < m_models.slotCount() && !m_nextTurn.isActive())
        m_nextTurn.start(readingPause);
}

void FacetCodes::prepareSome()
{
    const int count = m_models.slotCount();
    for (TimeSlice slice; m_next < count && !slice.isOver(); ++m_next) {
        if (const RegisteredModel *model = m_models.slotAt(m_next))
            at(m_next, *model);
    }
    prepareSoon();
}

bool FacetCodes::isPrepared() const { return m_next == m_models.slotCount(); }

const FacetCodes::OfFields &FacetCodes::fieldsOf(int slot, const RegisteredModel &model)
{
    return at(slot, model).fields;
}

std::span<const FacetCodes::Code> FacetCodes::labelsOf(int slot, const RegisteredModel &model)
{
    const Slot &read = at(slot, model);
    return std::span<const Code>(m_labelCodes).subspan(read.labelsAt, read.labelCount);
}

FacetCodes::Code FacetCodes::findTask(const QString &domain, const QString &task) const
{
    return m_tasks.find(find(domainField, domain), find(taskField, task));
}

FacetCodes::Code FacetCodes::findLabel(const QString &key, const QString &value) const
{
    return m_labels.find(m_labelKeys.find(key), m_labelValues.find(value));
}

const FacetCodes::Slot &FacetCodes::at(int slot, const RegisteredModel &model)
{
    if (size_t(slot) >= m_slots.size())
        m_slots.resize(size_t(m_models.slotCount()));
    Slot &known = m_slots[size_t(slot)];
    if (const quint64 version = m_models.search().versionOf(slot); known.version != version) {
        read(known, model);
        known.version = version;
    }
    return known;
}

void FacetCodes::read(Slot &slot, const RegisteredModel &model)
{
    for (size_t field = 0; field < fieldCount; ++field)
        slot.fields[field] = m_numbers[field].of(facetField(field).read(model));
    slot.fields[taskField] = m_tasks.of(slot.fields[domainField], slot.fields[taskField]);
    m_reading.clear();
    for (const Label &label : model.metadata.labels) {
        const Code code = m_labels.of(m_labelKeys.of(label.key), m_labelValues.of(label.value));
        if (std::ranges::find(m_reading, code) == m_reading.end())
            m_reading.push_back(code);
    }
    if (m_reading.size() > slot.labelCount) { // else there is room where the old ones are
        slot.labelsAt = quint32(m_labelCodes.size());
        m_labelCodes.resize(m_labelCodes.size() + m_reading.size());
    }
    slot.labelCount = quint32(m_reading.size());
    std::ranges::copy(m_reading, m_labelCodes.begin() + slot.labelsAt);
}

} // namespace modelscribe

#include "moc_facetcodes.cpp"
