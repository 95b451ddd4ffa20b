// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figuresrecord.h"

#include "core/jsonwriter.h"
#include "model/figurerows.h"
#include "model/parametersize.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString sizeText(const ModelFigures::SizeClass &size)
{
    const QString to = shortParameterSize(QString::number(size.to));
    return size.isOpen() ? u"below "_s + to
                         : u"%1 to %2"_s.arg(shortParameterSize(QString::number(size.from)), to);
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

Table valuesTable(const QList<ModelFigures::Count> &counts, int models, const QString &field,
                  qsizetype most)
{
    CountTable table(field, models);
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
        table.add(month.models, month.text());
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
        if (!size.isOpen())
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
        writer.add(u"Month", jsonString(month.text()));
        writer.add(u"Models", QByteArray::number(month.models));
        texts.append(writer.take());
    }
    return objects(texts);
}

} // namespace

QList<Table> figuresTables(const ModelFigures &figures, qsizetype most)
{
    QList<Table> tables;
    for (const auto &[field, counts] : countedFigures)
        tables.append(valuesTable(figures.*counts, figures.models, field, most));
    return tables << sizesTable(figures) << monthsTable(figures) << filledTable(figures);
}

Table figuresTable(const ModelFigures &figures)
{
    QList<QStringList> rows = figureRows(figures);
    const QStringList header = rows.takeFirst();
    return {.header = header, .rows = rows};
}

QByteArray figuresJson(const ModelFigures &figures)
{
    JsonObjectWriter writer;
    writer.add(u"Models", QByteArray::number(figures.models));
    for (const auto &[field, counts] : countedFigures)
        writer.add(QString(field), valuesJson(figures.*counts));
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
