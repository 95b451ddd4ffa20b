// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/figuregroups.h"

#include "core/visibletext.h"
#include "model/modelfields.h"
#include "model/parametersize.h"
#include "model/queryedit.h"
#include "model/tasksuggestions.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestValue = 60;
constexpr qsizetype ticksAtOnce = 12;
constexpr qsizetype sizeTicksAtOnce = 7;

struct FiguresText
{
    Q_DECLARE_TR_FUNCTIONS(FigureGroup)
};

//! What the values are called; empty where they are words of the language themselves.
QHash<QString, QString> titlesOf(const QList<Suggestion> &suggestions)
{
    QHash<QString, QString> titles;
    for (const Suggestion &suggestion : suggestions)
        titles.insert(suggestion.value, suggestion.title);
    return titles;
}

QList<FigureBar> valueBars(const QList<ModelFigures::Count> &counts, const QString &field,
                           const QHash<QString, QString> &titles, qsizetype most)
{
    QList<FigureBar> bars;
    int others = 0;
    for (const ModelFigures::Count &count : counts) {
        if (bars.size() == most) {
            others += count.models;
            continue;
        }
        const QString label = count.value.isEmpty()
                                  ? FiguresText::tr("(none)")
                                  : visibleText(titles.value(count.value, count.value),
                                                longestValue);
        bars.append({.label = label,
                     .tick = label,
                     .models = count.models,
                     .field = field,
                     .value = count.value.isNull() ? u""_s : count.value});
    }
    if (others > 0) {
        const QString label = FiguresText::tr("%Ln other(s)", "values", int(counts.size() - most));
        bars.append({.label = label, .tick = label, .models = others, .field = {}, .value = {}});
    }
    return bars;
}

QString sizeLabel(const ModelFigures::SizeClass &size)
{
    const QString to = shortParameterSize(QString::number(size.to));
    return size.isOpen() ? FiguresText::tr("below %1").arg(to)
                         : FiguresText::tr("%1 to %2")
                               .arg(shortParameterSize(QString::number(size.from)), to);
}

//! Each class while there is room, else each power of ten.
QString sizeTick(const ModelFigures &figures, const ModelFigures::SizeClass &size)
{
    const bool isCrowded = figures.sizes.size() > sizeTicksAtOnce;
    const bool isBesideNone = figures.withoutSize > 0 && size == figures.sizes.last();
    if (size.isOpen())
        return isCrowded ? QString() : u'<' + shortParameterSize(QString::number(size.to));
    qint64 power = 1;
    while (power < size.from && power <= std::numeric_limits<qint64>::max() / 10)
        power *= 10;
    return isCrowded && (power != size.from || isBesideNone)
               ? QString()
               : shortParameterSize(QString::number(size.from));
}

QList<FigureBar> sizeBars(const ModelFigures &figures)
{
    QList<FigureBar> bars;
    for (const ModelFigures::SizeClass &size : figures.sizes) {
        bars.append({.label = sizeLabel(size),
                     .tick = sizeTick(figures, size),
                     .models = size.models,
                     .field = u"params"_s,
                     .value = size.range(),
                     .isRange = true});
    }
    if (figures.withoutSize > 0) {
        const QString none = FiguresText::tr("(none)");
        bars.append({.label = none,
                     .tick = none,
                     .models = figures.withoutSize,
                     .field = u"params"_s,
                     .value = u""_s});
    }
    return bars;
}

//! Each month while there is room, else each year at its January, or some years.
QString monthTick(const ModelFigures &figures, const ModelFigures::Month &month)
{
    if (figures.months.size() <= ticksAtOnce)
        return month.text();
    const qsizetype years = figures.months.size() / 12 + 1;
    const auto step = int(years / ticksAtOnce) + 1;
    return month.month == 1 && month.year % step == 0 ? QString::number(month.year) : QString();
}

QList<FigureBar> monthBars(const ModelFigures &figures)
{
    QList<FigureBar> bars;
    for (const ModelFigures::Month &month : figures.months) {
        bars.append({.label = QLocale().toString(QDate(month.year, month.month, 1), u"MMMM yyyy"_s),
                     .tick = monthTick(figures, month),
                     .models = month.models,
                     .field = u"created"_s,
                     .value = month.text(),
                     .isRange = true});
        if (QLocale().language() == QLocale::Chinese)
            bars.last().label = QLocale().toString(QDate(month.year, month.month, 1),
                                                   u"yyyy年M月"_s);
    }
    return bars;
}

QList<FigureBar> missingBars(const ModelFigures &figures)
{
    QList<FigureBar> bars;
    for (const ModelFigures::Filled &filled : figures.filled) {
        const ModelField *field = findField(filled.field);
        const QString label = field ? field->labelText() : FiguresText::tr("Labels");
        bars.append({.label = label,
                     .tick = label,
                     .models = figures.models - filled.models,
                     .field = u"missing"_s,
                     .value = field ? filled.field : u"label"_s});
    }
    std::ranges::stable_sort(bars, std::ranges::greater(), &FigureBar::models);
    return bars;
}

} // namespace

QList<FigureGroup> figureGroups(const ModelFigures &figures, qsizetype most)
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    const TaskSuggestions known(isChinese);
    const auto titles = [isChinese](const QList<Suggestion> &suggestions) {
        return isChinese ? titlesOf(suggestions) : QHash<QString, QString>();
    };
    using Kind = FigureGroup::Kind;
    return {
        {Kind::Domain, FiguresText::tr("Domain"),
         valueBars(figures.domains, u"domain"_s, titles(known.domains()), most)},
        {Kind::Task, FiguresText::tr("Task"),
         valueBars(figures.tasks, u"task"_s, titles(known.tasks({})), most)},
        {Kind::Type, FiguresText::tr("Type"), valueBars(figures.types, u"type"_s, {}, most)},
        {Kind::Size, FiguresText::tr("Parameters (log scale)"), sizeBars(figures), true},
        {Kind::Created, FiguresText::tr("Created by month"), monthBars(figures), true},
        {Kind::Missing, FiguresText::tr("Completeness: models without"), missingBars(figures)},
    };
}

QString queryWithBar(const QString &query, const FigureBar &bar)
{
    if (bar.field.isEmpty())
        return query;
    return bar.isRange ? queryWithRange(query, bar.field, bar.value)
                       : queryWithTerm(query, bar.field, bar.value);
}

} // namespace modelscribe
