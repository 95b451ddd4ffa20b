// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/rowsorter.h"

#include "model/parametersize.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace modelscribe {

namespace {

//! Milliseconds of "2026-01-02T03:04:05Z" or "….006Z", which is all that is usually sent: a
//! hundred times as fast as QDateTime.
std::optional<qint64> usualTime(QStringView text)
{
    constexpr QStringView pattern = u"0000-00-00T00:00:00.000Z";
    const bool hasFraction = text.size() == pattern.size();
    if (!hasFraction && text.size() != 20)
        return {};
    std::array<int, 7> parts{};
    size_t part = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const bool isDigit = text[i] >= u'0' && text[i] <= u'9';
        if ((pattern[i] == u'0') != isDigit || (!isDigit && text[i] != pattern[i]))
            return {};
        if (isDigit)
            parts[part] = parts[part] * 10 + text[i].unicode() - u'0';
        else
            ++part;
    }
    const auto [year, month, day, hour, minute, second, ms] = parts;
    if (text.back() != u'Z' || hour > 23 || minute > 59 || second > 59
        || !QDate::isValid(year, month, day))
        return {};
    const qint64 days = QDate(year, month, day).toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + ms;
}

QString labelText(const QList<Label> &labels)
{
    QString text;
    for (const Label &label : labels)
        text += keyValueText(label) + u'\n';
    return text;
}

} // namespace

RowSorter::RowSorter()
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void RowSorter::clear()
{
    m_changed.clear();
    m_names.clear();
    m_sizes.clear();
    m_times.clear();
    m_places.clear();
    m_byName.clear();
}

QList<int> RowSorter::sorted(const Slots &models, const QList<int> &rows, By by,
                             Qt::SortOrder order)
{
    struct Entry
    {
        Cell cell;
        int place;
        int row;
    };
    update(models);
    const std::vector<Cell> keys = cells(models, rows, by);
    std::vector<Entry> entries;
    entries.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) {
        const int row = rows[qsizetype(i)];
        entries.push_back({keys[i], m_places[size_t(row)], row});
    }
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(entries, [ascending](const Entry &x, const Entry &y) {
        if (x.cell.isEmpty != y.cell.isEmpty)
            return y.cell.isEmpty;
        const Cell &a = ascending ? x.cell : y.cell;
        const Cell &b = ascending ? y.cell : x.cell;
        if (a.isText != b.isText)
            return b.isText;
        if (a.number != b.number)
            return a.number < b.number;
        if (a.integer != b.integer)
            return a.integer < b.integer;
        return x.place < y.place;
    });
    QList<int> result;
    result.reserve(rows.size());
    for (const Entry &entry : entries)
        result.append(entry.row);
    return result;
}

void RowSorter::update(const Slots &models)
{
    const size_t known = m_names.size();
    if (known == models.size() && m_changed.isEmpty())
        return;
    m_names.resize(models.size(), m_collator.sortKey({}));
    m_sizes.resize(models.size());
    m_times.resize(models.size());
    m_places.resize(models.size());

    std::vector<bool> isStale(models.size());
    for (const int slot : std::exchange(m_changed, {})) {
        if (size_t(slot) < known)
            isStale[size_t(slot)] = true;
    }
    std::erase_if(m_byName, [&](int slot) { return isStale[size_t(slot)]; });
    const auto kept = qsizetype(m_byName.size());
    for (size_t slot = 0; slot < models.size(); ++slot) {
        if (slot < known && !isStale[slot])
            continue;
        m_sizes[slot].reset();
        m_times[slot].reset();
        if (!models[slot])
            continue;
        m_names[slot] = m_collator.sortKey(models[slot]->metadata.name);
        m_byName.push_back(int(slot));
    }
    const auto before = [&](int a, int b) { return isBefore(models, a, b); };
    const auto fresh = m_byName.begin() + kept;
    std::sort(fresh, m_byName.end(), before);
    std::inplace_merge(m_byName.begin(), fresh, m_byName.end(), before);
    for (size_t place = 0; place < m_byName.size(); ++place)
        m_places[size_t(m_byName[place])] = int(place);
}

bool RowSorter::isBefore(const Slots &models, int a, int b) const
{
    if (const int order = m_names[size_t(a)].compare(m_names[size_t(b)]); order != 0)
        return order < 0;
    const RegisteredModel &first = *models[size_t(a)];
    const RegisteredModel &second = *models[size_t(b)];
    if (const int order = first.metadata.name.compare(second.metadata.name); order != 0)
        return order < 0;
    return first.id < second.id;
}

RowSorter::Cell RowSorter::sizeCell(const QString &text) const
{
    if (text.isEmpty())
        return {};
    if (const auto size = parseParameterSize(text))
        return {.isEmpty = false, .number = double(*size), .integer = *size};
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (ok && std::isfinite(number))
        return {.isEmpty = false, .number = number};
    return {.isEmpty = false, .isText = true};
}

std::vector<RowSorter::Cell> RowSorter::textCells(const QList<QString> &texts) const
{
    // Few values stand in many rows, so each is looked at once.
    QHash<QString, qint64> rankOf;
    for (const QString &text : texts)
        rankOf.insert(text, 0);
    std::vector<std::pair<QCollatorSortKey, QString>> values;
    for (auto value = rankOf.cbegin(); value != rankOf.cend(); ++value)
        values.emplace_back(m_collator.sortKey(value.key()), value.key());
    std::ranges::sort(values,
                      [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    qint64 rank = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        rank += i > 0 && values[i - 1].first.compare(values[i].first) != 0;
        rankOf[values[i].second] = rank;
    }
    std::vector<Cell> result;
    result.reserve(size_t(texts.size()));
    for (const QString &text : texts)
        result.push_back({.isEmpty = text.isEmpty(), .integer = rankOf.value(text)});
    return result;
}

std::vector<RowSorter::Cell> RowSorter::cells(const Slots &models, const QList<int> &rows, By by)
{
    std::vector<Cell> result;
    result.reserve(size_t(rows.size()));
    switch (by) {
    case By::Name:
        for (const int row : rows) {
            result.push_back({.isEmpty = models[size_t(row)]->metadata.name.isEmpty(),
                              .integer = m_places[size_t(row)]});
        }
        return result;
    case By::Size:
        for (const int row : rows) {
            auto &cell = m_sizes[size_t(row)];
            if (!cell)
                cell = sizeCell(models[size_t(row)]->metadata.parameterSize);
            result.push_back(*cell);
        }
        return result;
    case By::Modified:
        for (const int row : rows) {
            auto &cell = m_times[size_t(row)];
            if (!cell) {
                const QString &text = models[size_t(row)]->modified;
                const auto usual = usualTime(text);
                const QDateTime time = usual ? QDateTime() : parseServiceTime(text);
                cell = Cell{
                    .isEmpty = !usual && !time.isValid(),
                    .integer = usual.value_or(time.isValid() ? time.toMSecsSinceEpoch() : 0)};
            }
            result.push_back(*cell);
        }
        return result;
    case By::Type:
    case By::Task:
    case By::Labels: break;
    }
    QList<QString> texts;
    texts.reserve(rows.size());
    for (const int row : rows) {
        const ModelMetadata &metadata = models[size_t(row)]->metadata;
        texts.append(by == By::Type   ? metadata.type
                     : by == By::Task ? metadata.task
                                      : labelText(metadata.labels));
    }
    return textCells(texts);
}

} // namespace modelscribe
