// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelfigures.h"

#include "model/modelfields.h"
#include "model/parametersize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 belowOne = std::numeric_limits<qint64>::min();
constexpr int mostMonths = 50 * 12;

//! Where the class after the one that begins at \p from begins.
qint64 nextSizeClass(qint64 from)
{
    if (from == belowOne)
        return 1;
    qint64 power = 1;
    while (power <= from / 10)
        power *= 10;
    if (power == from) // 10, 30, 100
        return from > std::numeric_limits<qint64>::max() / 3 ? std::numeric_limits<qint64>::max()
                                                             : 3 * from;
    return power > std::numeric_limits<qint64>::max() / 10 ? std::numeric_limits<qint64>::max()
                                                           : 10 * power;
}

qint64 sizeClassOf(qint64 size)
{
    qint64 from = belowOne;
    for (qint64 next = 1; next <= size && next != std::numeric_limits<qint64>::max();
         next = nextSizeClass(next))
        from = next;
    return from;
}

QList<ModelFigures::Count> sorted(const QHash<QString, int> &counts)
{
    QList<ModelFigures::Count> result;
    result.reserve(counts.size());
    for (auto it = counts.begin(); it != counts.end(); ++it)
        result.append({it.key(), it.value()});
    std::ranges::sort(result, [](const ModelFigures::Count &a, const ModelFigures::Count &b) {
        return a.models != b.models ? a.models > b.models : a.value < b.value;
    });
    return result;
}

QList<ModelFigures::SizeClass> sizesOf(const QMap<qint64, int> &counts)
{
    QList<ModelFigures::SizeClass> result;
    if (counts.isEmpty())
        return result;
    for (qint64 from = counts.firstKey();; from = nextSizeClass(from)) {
        result.append({from, nextSizeClass(from), counts.value(from)});
        if (from == counts.lastKey())
            return result;
    }
}

QList<ModelFigures::Month> monthsOf(QMap<int, int> counts)
{
    if (!counts.isEmpty() && counts.lastKey() - counts.firstKey() < mostMonths) {
        const int last = counts.lastKey();
        for (int month = counts.firstKey(); month < last; ++month)
            counts.insert(month, counts.value(month));
    }
    QList<ModelFigures::Month> result;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        result.append({it.key() / 12, it.key() % 12 + 1, it.value()});
    return result;
}

//! Whose filling is counted; a model has a name in any case.
bool isCounted(const ModelField &field) { return !field.required; }

} // namespace

QString ModelFigures::SizeClass::range() const
{
    return (isOpen() ? QString() : QString::number(from)) + u".."_s + QString::number(to - 1);
}

QString ModelFigures::Month::text() const
{
    return u"%1-%2"_s.arg(year, 4, 10, QChar(u'0')).arg(month, 2, 10, QChar(u'0'));
}

ModelFiguresCounter::ModelFiguresCounter(const QTimeZone &zone)
    : m_zone(zone)
    , m_filled(std::ranges::count_if(modelFields, isCounted) + 1, 0)
{
}

void ModelFiguresCounter::add(const RegisteredModel &model)
{
    const ModelMetadata &metadata = model.metadata;
    ++m_models;
    ++m_domains[metadata.domain];
    ++m_tasks[metadata.task];
    ++m_types[metadata.type];
    ++m_accessibilities[metadata.accessibility];
    ++m_origins[metadata.origin];
    addSize(metadata.parameterSize);
    addMonth(model.created);
    addFilled(metadata);
}

void ModelFiguresCounter::addSize(const QString &size)
{
    if (const auto millions = parseParameterSize(size))
        ++m_sizes[sizeClassOf(*millions)];
}

void ModelFiguresCounter::addMonth(const QString &created)
{
    const QDate date = parseServiceTime(created).toTimeZone(m_zone).date();
    if (date.isValid() && date.year() > 0)
        ++m_months[date.year() * 12 + date.month() - 1];
}

void ModelFiguresCounter::addFilled(const ModelMetadata &metadata)
{
    qsizetype place = 0;
    bool whole = true;
    const auto note = [&](bool isFilled) {
        m_filled[place++] += isFilled ? 1 : 0;
        whole = whole && isFilled;
    };
    for (const ModelField &field : modelFields) {
        if (isCounted(field))
            note(!field.read(metadata).isEmpty());
    }
    note(!metadata.labels.isEmpty());
    m_filledWhole += whole ? 1 : 0;
}

ModelFigures ModelFiguresCounter::figures() const
{
    ModelFigures result{.models = m_models,
                        .domains = sorted(m_domains),
                        .tasks = sorted(m_tasks),
                        .types = sorted(m_types),
                        .accessibilities = sorted(m_accessibilities),
                        .origins = sorted(m_origins),
                        .sizes = sizesOf(m_sizes),
                        .withoutSize = m_models,
                        .months = monthsOf(m_months),
                        .withoutMonth = m_models,
                        .filledWhole = m_filledWhole};
    for (const ModelFigures::SizeClass &size : result.sizes)
        result.withoutSize -= size.models;
    for (const ModelFigures::Month &month : result.months)
        result.withoutMonth -= month.models;
    for (const ModelField &field : modelFields) {
        if (isCounted(field))
            result.filled.append({field.key, m_filled[result.filled.size()]});
    }
    result.filled.append({u"Labels"_s, m_filled.last()});
    return result;
}

} // namespace modelscribe
