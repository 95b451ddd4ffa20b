// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figuresrecord.h"

#include "core/jsonwriter.h"
#include "model/parametersize.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Of which values are counted.
struct Counted
{
    QLatin1StringView field;
    QList<ModelFigures::Count> ModelFigures::*counts;
};

constexpr std::array countedFields = {
    Counted{"Domain"_L1, &ModelFigures::domains},
    Counted{"Task"_L1, &ModelFigures::tasks},
    Counted{"ModelType"_L1, &ModelFigures::types},
    Counted{"Accessibility"_L1, &ModelFigures::accessibilities},
    Counted{"Origin"_L1, &ModelFigures::origins},
};

constexpr qint64 leastSize = std::numeric_limits<qint64>::min();

QString monthText(const ModelFigures::Month &month)
{
    return u"%1-%2"_s.arg(month.year, 4, 10, QChar(u'0')).arg(month.month, 2, 10, QChar(u'0'));
}

QString sizeText(const ModelFigures::SizeClass &size)
{
    const QString to = shortParameterSize(QString::number(size.to));
    return size.from == leastSize
               ? u"below "_s + to
               : u"%1 to %2"_s.arg(shortParameterSize(QString::number(size.from)), to);
}

//! As a query takes it; sizes are whole numbers.
QString sizeRange(const ModelFigures::SizeClass &size)
{
    const QString last = QString::number(size.to - 1);
    return size.from == leastSize ? u".."_s + last : QString::number(size.from) + u".."_s + last;
}

//! Rows with the number and its share of all.
class CountTable
{
public:
    CountTable(const QString &title, int all)
        : m_table{.header = {u"Models"_s, u"Share"_s, title}, .whole = {0, 1}}
        , m_all(all)
    {
    }

    void add(int models, const QString &what)
    {
        const double share = m_all > 0 ? 100.0 * models / m_all : 0;
        m_table.rows.append({QString::number(models).rightJustified(6),
                             (QString::number(share, 'f', 1) + u'%').rightJustified(6), what});
    }

    const Table &table() const { return m_table; }

private:
    Table m_table;
    int m_all;
};

Table valuesTable(const ModelFigures &figures, const Counted &counted, qsizetype most)
{
    CountTable table(counted.field, figures.models);
    const QList<ModelFigures::Count> &counts = figures.*counted.counts;
    int others = 0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (i < most)
            table.add(counts[i].models,
                      counts[i].value.isEmpty() ? u"(not set)"_s : counts[i].value);
        else
            others += counts[i].models;
    }
    if (others > 0)
        table.add(others, u"(%1 others)"_s.arg(counts.size() - most));
    return table.table();
}

Table sizesTable(const ModelFigures &figures)
{
    CountTable table(u"ParameterSize"_s, figures.models);
    for (const ModelFigures::SizeClass &size : figures.sizes)
        table.add(size.models, sizeText(size));
    if (figures.withoutSize > 0)
        table.add(figures.withoutSize, u"(not set)"_s);
    return table.table();
}

Table monthsTable(const ModelFigures &figures)
{
    CountTable table(u"GmtCreateTime"_s, figures.models);
    for (const ModelFigures::Month &month : figures.months)
        table.add(month.models, monthText(month));
    if (figures.withoutMonth > 0)
        table.add(figures.withoutMonth, u"(not known)"_s);
    return table.table();
}

Table filledTable(const ModelFigures &figures)
{
    CountTable table(u"Filled in"_s, figures.models);
    for (const ModelFigures::Filled &filled : figures.filled)
        table.add(filled.models, filled.field);
    table.add(figures.filledWhole, u"(all of these)"_s);
    return table.table();
}

QByteArray objects(const QByteArrayList &texts) { return '[' + texts.join(',') + ']'; }

QByteArray valuesJson(const QList<ModelFigures::Count> &counts)
{
    QByteArrayList texts;
    for (const ModelFigures::Count &count : counts) {
        JsonObjectWriter writer;
        writer.add(u"Value", jsonString(count.value));
        writer.add(u"Models", QByteArray::number(count.models));
        texts.append(writer.take());
    }
    return objects(texts);
}

QByteArray sizesJson(const QList<ModelFigures::SizeClass> &sizes)
{
    QByteArrayList texts;
    for (const ModelFigures::SizeClass &size : sizes) {
        JsonObjectWriter writer;
        if (size.from != leastSize)
            writer.add(u"From", QByteArray::number(size.from));
        writer.add(u"Below", QByteArray::number(size.to));
        writer.add(u"Models", QByteArray::number(size.models));
        texts.append(writer.take());
    }
    return objects(texts);
}

QByteArray monthsJson(const QList<ModelFigures::Month> &months)
{
    QByteArrayList texts;
    for (const ModelFigures::Month &month : months) {
        JsonObjectWriter writer;
        writer.add(u"Month", jsonString(monthText(month)));
        writer.add(u"Models", QByteArray::number(month.models));
        texts.append(writer.take());
    }
    return objects(texts);
}

} // namespace

QList<Table> figuresTables(const ModelFigures &figures, qsizetype most)
{
    QList<Table> tables;
    for (const Counted &counted : countedFields)
        tables.append(valuesTable(figures, counted, most));
    return tables << sizesTable(figures) << monthsTable(figures) << filledTable(figures);
}

Table figuresTable(const ModelFigures &figures)
{
    Table table{.header = {u"Figure"_s, u"Value"_s, u"Models"_s}};
    const auto add = [&](const QString &figure, const QString &value, int models) {
        table.rows.append({figure, value, QString::number(models)});
    };
    add(u"Models"_s, {}, figures.models);
    for (const Counted &counted : countedFields) {
        for (const ModelFigures::Count &count : figures.*counted.counts)
            add(counted.field, count.value, count.models);
    }
    for (const ModelFigures::SizeClass &size : figures.sizes)
        add(u"ParameterSize"_s, sizeRange(size), size.models);
    add(u"ParameterSize"_s, {}, figures.withoutSize);
    for (const ModelFigures::Month &month : figures.months)
        add(u"GmtCreateTime"_s, monthText(month), month.models);
    add(u"GmtCreateTime"_s, {}, figures.withoutMonth);
    for (const ModelFigures::Filled &filled : figures.filled)
        add(u"Filled"_s, filled.field, filled.models);
    add(u"Filled"_s, {}, figures.filledWhole);
    return table;
}

QByteArray figuresJson(const ModelFigures &figures)
{
    JsonObjectWriter writer;
    writer.add(u"Models", QByteArray::number(figures.models));
    for (const Counted &counted : countedFields)
        writer.add(QString(counted.field), valuesJson(figures.*counted.counts));
    writer.add(u"ParameterSize", sizesJson(figures.sizes));
    writer.add(u"ParameterSizeUnknown", QByteArray::number(figures.withoutSize));
    writer.add(u"GmtCreateTime", monthsJson(figures.months));
    writer.add(u"GmtCreateTimeUnknown", QByteArray::number(figures.withoutMonth));
    JsonObjectWriter filledIn;
    for (const ModelFigures::Filled &filled : figures.filled)
        filledIn.add(filled.field, QByteArray::number(filled.models));
    writer.add(u"Filled", filledIn.take());
    writer.add(u"FilledWhole", QByteArray::number(figures.filledWhole));
    return writer.take();
}

} // namespace modelscribe
