// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/figuregroups.h"

#include "model/querymatcher.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QTest>

namespace tst_figuregroups {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_FigureGroups : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void cleanup() { QLocale::setDefault(QLocale::English); }

    void everyBarFindsWhatItCounts();
    void manyValuesShareABar();
    void tasksAreCalledByTheirNames();
    void manyMonthsAreMarkedByYears();
    void manySizesAreMarkedByPowersOfTen();
};

namespace {

QList<RegisteredModel> someModels()
{
    QList<RegisteredModel> models;
    const QStringList sizes{u"110"_s, u"7000"_s, u"0"_s, u"-5"_s, QString(), u"299"_s, u"300"_s};
    for (int i = 0; i < 210; ++i) {
        RegisteredModel model = modelOf(
            u"id-%1"_s.arg(i),
            {.name = u"name"_s,
             .domain = QStringList{u"nlp"_s, u"a b"_s, u"x:\"y\""_s, QString()}[i % 4],
             .task = i % 3 ? u"qa"_s : QString(),
             .type = i % 5 ? u"LoRA"_s : u"Check-point"_s,
             .parameterSize = sizes[i % sizes.size()]});
        model.created = u"202%1-%2-01T00:30:00Z"_s.arg(i % 3 + 4).arg(i % 12 + 1, 2, 10,
                                                                      QChar(u'0'));
        if (i % 2)
            model.metadata.labels = {{u"team"_s, u"nlp"_s}};
        models.append(model);
    }
    return models;
}

} // namespace

void tst_FigureGroups::everyBarFindsWhatItCounts()
{
    const auto models = someModels();
    ModelFiguresCounter counter(QTimeZone::systemTimeZone());
    for (const RegisteredModel &model : models)
        counter.add(model);
    int bars = 0;
    for (const FigureGroup &group : figureGroups(counter.figures(), 50)) {
        QVERIFY(!group.title.isEmpty());
        for (const FigureBar &bar : group.bars) {
            const ParsedQuery parsed = parseQuery(queryWithBar(u"name:name"_s, bar));
            QVERIFY2(parsed.problems.isEmpty(), qPrintable(queryWithBar({}, bar)));
            const QueryMatcher matcher(parsed.query, {});
            const auto found = std::ranges::count_if(
                models, [&](const RegisteredModel &model) { return matcher.matches(model); });
            QVERIFY2(found == bar.models,
                     qPrintable(u"%1 %2: %3, found %4"_s.arg(group.title, bar.label)
                                    .arg(bar.models)
                                    .arg(found)));
            ++bars;
        }
    }
    QVERIFY(bars > 50);
}

void tst_FigureGroups::manyValuesShareABar()
{
    ModelFiguresCounter counter;
    for (int i = 0; i < 30; ++i)
        counter.add(modelOf(u"id"_s, {.name = u"name"_s, .task = u"task %1"_s.arg(i)}));
    const FigureGroup tasks = figureGroups(counter.figures(), 10).at(1);
    QCOMPARE(tasks.bars.size(), 11);
    QCOMPARE(tasks.bars.last().models, 20);
    QVERIFY(tasks.bars.last().field.isEmpty());
    QCOMPARE(queryWithBar(u"bert"_s, tasks.bars.last()), u"bert"_s);
}

void tst_FigureGroups::tasksAreCalledByTheirNames()
{
    ModelFiguresCounter counter;
    counter.add(modelOf(u"id"_s,
                        {.name = u"name"_s, .domain = u"nlp"_s, .task = u"text-classification"_s}));
    QCOMPARE(figureGroups(counter.figures(), 10).at(1).bars.first().label,
             u"text-classification"_s);
    QLocale::setDefault(QLocale(QLocale::Chinese));
    const FigureBar bar = figureGroups(counter.figures(), 10).at(1).bars.first();
    QVERIFY2(bar.label.contains(u"分类"_s), qPrintable(bar.label));
    QCOMPARE(bar.value, u"text-classification"_s);
}

void tst_FigureGroups::manyMonthsAreMarkedByYears()
{
    ModelFiguresCounter counter;
    for (int year = 2000; year < 2027; ++year) {
        RegisteredModel model = modelOf(u"id"_s, {.name = u"name"_s});
        model.created = u"%1-06-01T00:00:00Z"_s.arg(year);
        counter.add(model);
    }
    QStringList ticks;
    const FigureGroup months = figureGroups(counter.figures(), 10).at(4);
    for (const FigureBar &bar : months.bars) {
        if (!bar.tick.isEmpty())
            ticks.append(bar.tick);
    }
    QCOMPARE(months.bars.size(), 26 * 12 + 1);
    QVERIFY2(ticks.size() > 3 && ticks.size() < 14, qPrintable(ticks.join(u' ')));
    QCOMPARE(months.bars.first().label, u"June 2000"_s);
}

void tst_FigureGroups::manySizesAreMarkedByPowersOfTen()
{
    const auto ticks = [](const QStringList &sizes) {
        ModelFiguresCounter counter;
        for (const QString &size : sizes)
            counter.add(modelOf(u"id"_s, {.name = u"name"_s, .parameterSize = size}));
        QStringList result;
        const QList<FigureGroup> groups = figureGroups(counter.figures(), 10);
        for (const FigureBar &bar : groups.at(3).bars)
            result.append(bar.tick);
        return result;
    };
    QCOMPARE(ticks({u"0"_s, u"5"_s}), QStringList({u"<1M"_s, u"1M"_s, u"3M"_s}));
    QCOMPARE(ticks({u"0"_s, u"2000"_s, {}}),
             QStringList({{}, u"1M"_s, {}, u"10M"_s, {}, u"100M"_s, {}, {}, u"(none)"_s}));
}

MODELSCRIBE_TEST(tst_FigureGroups)

} // namespace tst_figuregroups

#include "tst_figuregroups.moc"
