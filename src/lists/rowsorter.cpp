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

std::optional<qint64> millisecondsOf(const QString &text)
{
    if (const auto usual = usualTime(text))
        return usual;
    const QDateTime time = parseServiceTime(text);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<double> finiteNumber(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

//! Orders \p rows by one column of times, whole numbers or texts, which is nearly always: so few
//! bytes a row are ordered several times as fast. False: it has other values, and \p rows stays as
//! it is.
template<typename Cell>
bool sortByWhole(QList<int> &rows, const std::vector<Cell> &cells, const std::vector<int> &places,
                 Qt::SortOrder order)
{
    struct Entry
    {
        qint64 key;
        int place;
        int row;
    };
    std::vector<Entry> entries;
    std::vector<Entry> empty;
    entries.reserve(cells.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        const Cell &cell = cells[i];
        if (cell.isText || (cell.number != 0 && cell.number != double(cell.integer)))
            return false;
        const int row = rows[qsizetype(i)];
        const qint64 key = order == Qt::AscendingOrder ? cell.integer : ~cell.integer;
        (cell.isEmpty ? empty : entries)
            .push_back({cell.isEmpty ? 0 : key, places[size_t(row)], row});
    }
    for (std::vector<Entry> *some : {&entries, &empty}) {
        std::ranges::sort(*some, [](const Entry &x, const Entry &y) {
            return x.key != y.key ? x.key < y.key : x.place < y.place;
        });
    }
    auto next = rows.begin();
    for (const std::vector<Entry> *some : {&entries, &empty})
        next = std::ranges::transform(*some, next, &Entry::row).out;
    return true;
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
    m_orderNumbers.clear();
    m_names.clear();
    m_cells.clear();
    m_texts.clear();
    m_places.clear();
    m_byName.clear();
}

QList<int> RowSorter::sorted(const Slots &models, const QList<int> &rows,
                             const QList<RowSortKey> &keys)
{
    struct Entry
    {
        Cell cell;
        int place;
        int row;
        int index; //!< In the cells of further keys.
    };
    update(models);
    std::vector<std::vector<Cell>> columns;
    for (const RowSortKey &key : keys)
        columns.push_back(cells(models, rows, key.column));
    if (QList<int> result = rows;
        keys.size() == 1 && sortByWhole(result, columns[0], m_places, keys.first().order))
        return result;
    std::vector<Entry> entries;
    entries.reserve(size_t(rows.size()));
    for (int i = 0; i < int(rows.size()); ++i) {
        entries.push_back({columns.empty() ? Cell() : columns[0][size_t(i)],
                           m_places[size_t(rows[i])], rows[i], i});
    }
    const Qt::SortOrder first = keys.isEmpty() ? Qt::AscendingOrder : keys.first().order;
    std::ranges::sort(entries, [&](const Entry &x, const Entry &y) {
        if (const int order = compare(x.cell, y.cell, first); order != 0)
            return order < 0;
        for (size_t i = 1; i < columns.size(); ++i) {
            const int order = compare(columns[i][size_t(x.index)], columns[i][size_t(y.index)],
                                      keys[qsizetype(i)].order);
            if (order != 0)
                return order < 0;
        }
        return x.place < y.place;
    });
    QList<int> result;
    result.reserve(rows.size());
    for (const Entry &entry : entries)
        result.append(entry.row);
    return result;
}

//! Below 0: \p x comes first.
int RowSorter::compare(const Cell &x, const Cell &y, Qt::SortOrder order)
{
    const auto of = [](auto a, auto b) { return int(a > b) - int(a < b); };
    if (x.isEmpty != y.isEmpty)
        return x.isEmpty ? 1 : -1;
    const Cell &a = order == Qt::AscendingOrder ? x : y;
    const Cell &b = order == Qt::AscendingOrder ? y : x;
    if (a.isText != b.isText)
        return a.isText ? 1 : -1;
    if (const int numbers = of(a.number, b.number); numbers != 0)
        return numbers;
    return of(a.integer, b.integer);
}

void RowSorter::addSlot(const RegisteredModel &model)
{
    m_names.push_back(m_collator.sortKey(model.metadata.name));
}

void RowSorter::update(const Slots &models)
{
    Q_ASSERT(m_names.size() == models.size());
    const size_t known = m_places.size();
    if (known == models.size() && m_changed.isEmpty())
        return;
    for (auto &cells : m_cells)
        cells.resize(models.size());
    for (auto &texts : m_texts)
        texts.resize(models.size());
    m_places.resize(models.size());

    std::vector<bool> isStale(models.size());
    for (const int slot : std::exchange(m_changed, {}))
        isStale[size_t(slot)] = true;
    std::erase_if(m_byName, [&](int slot) { return isStale[size_t(slot)]; });
    const auto kept = qsizetype(m_byName.size());
    for (size_t slot = 0; slot < models.size(); ++slot) {
        if (slot < known && !isStale[slot])
            continue;
        for (auto &cells : m_cells)
            cells[slot].reset();
        for (auto &texts : m_texts)
            texts[slot].reset();
        if (!models[slot])
            continue;
        if (isStale[slot])
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

std::vector<RowSorter::Cell> RowSorter::numberCells(const Slots &models, const QList<int> &rows,
                                                    const ModelColumn &column)
{
    const auto toCell = [&column](const QString &text) -> Cell {
        if (text.isEmpty())
            return {};
        if (column.kind() == ModelColumn::Kind::Time) {
            const auto ms = millisecondsOf(text);
            return {.isEmpty = !ms, .integer = ms.value_or(0)};
        }
        const auto whole = column.kind() == ModelColumn::Kind::Size ? parseParameterSize(text)
                                                                    : parseInteger(text);
        if (whole)
            return {.isEmpty = false, .number = double(*whole), .integer = *whole};
        if (const auto number = finiteNumber(text))
            return {.isEmpty = false, .number = *number};
        return {.isEmpty = false, .isText = true};
    };
    const bool isOrderNumber = column.isOrderNumber();
    auto &known = m_cells[column.id()];
    known.resize(models.size());
    std::vector<Cell> result;
    result.reserve(size_t(rows.size()));
    for (const int row : rows) {
        auto &cell = known[size_t(row)];
        if (!cell) {
            const bool isDrafted = isOrderNumber && m_orderNumbers.contains(row);
            cell = toCell(isDrafted ? m_orderNumbers.value(row)
                                    : column.text(*models[size_t(row)]));
        }
        result.push_back(*cell);
    }
    return result;
}

//! Numbers by their value, and behind them texts.
std::vector<RowSorter::Cell> RowSorter::extraCells(const Slots &models, const QList<int> &rows,
                                                   const ModelColumn &column)
{
    auto &known = m_texts[column.id()];
    known.resize(models.size());
    QList<QString> texts;
    texts.reserve(rows.size());
    for (const int row : rows) {
        auto &text = known[size_t(row)];
        if (!text)
            text = column.text(*models[size_t(row)]);
        texts.append(*text);
    }
    std::vector<Cell> result = textCells(texts);
    for (size_t i = 0; i < result.size(); ++i) {
        if (const auto number = finiteNumber(texts[qsizetype(i)]))
            result[i] = {.isEmpty = false, .number = *number};
        else
            result[i].isText = true;
    }
    return result;
}

std::vector<RowSorter::Cell> RowSorter::cells(const Slots &models, const QList<int> &rows,
                                              const ModelColumn &column)
{
    using Kind = ModelColumn::Kind;
    switch (column.kind()) {
    case Kind::Size:
    case Kind::Number:
    case Kind::Time: return numberCells(models, rows, column);
    case Kind::Extra: return extraCells(models, rows, column);
    case Kind::Name:
    case Kind::Text:
    case Kind::Labels: break;
    }
    if (column.kind() == Kind::Name) {
        std::vector<Cell> result;
        for (const int row : rows) {
            result.push_back({.isEmpty = models[size_t(row)]->metadata.name.isEmpty(),
                              .integer = m_places[size_t(row)]});
        }
        return result;
    }
    QList<QString> texts;
    texts.reserve(rows.size());
    for (const int row : rows)
        texts.append(column.text(*models[size_t(row)]));
    return textCells(texts);
}

} // namespace modelscribe
