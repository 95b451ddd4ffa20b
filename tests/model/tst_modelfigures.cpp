// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelfigures.h"
#include "testclass.h"

#include <QTest>

#include <algorithm>
#include <limits>

namespace tst_modelfigures {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ModelFigures : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasNoFigures();
    void countsValuesMostFrequentFirst();
    void sizesAreInClasses_data();
    void sizesAreInClasses();
    void sizeClassesHaveNoGaps();
    void monthsHaveNoGaps();
    void oneStrangeYearDoesNotMakeThousandsOfMonths();
    void whatCannotBeReadIsCountedApart();
    void countsWhatIsFilledIn();
};

QList<RegisteredModel> sized(const QStringList &sizes)
{
    QList<RegisteredModel> models;
    for (const QString &size : sizes)
        models.append({.metadata = {.parameterSize = size}});
    return models;
}

QList<RegisteredModel> created(const QStringList &times)
{
    QList<RegisteredModel> models;
    for (const QString &time : times)
        models.append({.created = time});
    return models;
}

int filled(const ModelFigures &figures, const QString &field)
{
    const auto found = std::ranges::find(figures.filled, field, &ModelFigures::Filled::field);
    return found == figures.filled.end() ? -1 : found->models;
}

void tst_ModelFigures::nothingHasNoFigures()
{
    const ModelFigures figures = modelFigures(QList<RegisteredModel>());
    QCOMPARE(figures.models, 0);
    QVERIFY(figures.domains.isEmpty());
    QVERIFY(figures.sizes.isEmpty());
    QVERIFY(figures.months.isEmpty());
    QCOMPARE(filled(figures, u"Task"_s), 0);
}

void tst_ModelFigures::countsValuesMostFrequentFirst()
{
    QList<RegisteredModel> models;
    for (const QString &domain : {u"cv"_s, u"nlp"_s, u""_s, u"nlp"_s, u"audio"_s}) {
        models.append({.metadata = {.accessibility = u"PUBLIC"_s,
                                    .origin = u"o"_s,
                                    .domain = domain,
                                    .task = u"t"_s,
                                    .type = u"LoRA"_s}});
    }
    const ModelFigures figures = modelFigures(models);
    const QList<ModelFigures::Count> expected{
        {u"nlp"_s, 2}, {u""_s, 1}, {u"audio"_s, 1}, {u"cv"_s, 1}};
    QCOMPARE(figures.domains, expected);
    QCOMPARE(figures.tasks, (QList<ModelFigures::Count>{{u"t"_s, 5}}));
    QCOMPARE(figures.types, (QList<ModelFigures::Count>{{u"LoRA"_s, 5}}));
    QCOMPARE(figures.accessibilities, (QList<ModelFigures::Count>{{u"PUBLIC"_s, 5}}));
    QCOMPARE(figures.origins, (QList<ModelFigures::Count>{{u"o"_s, 5}}));
}

void tst_ModelFigures::sizesAreInClasses_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QTest::newRow("negative") << u"-5"_s << least << qint64(1);
    QTest::newRow("none") << u"0"_s << least << qint64(1);
    QTest::newRow("1M") << u"1"_s << qint64(1) << qint64(3);
    QTest::newRow("2M") << u"2"_s << qint64(1) << qint64(3);
    QTest::newRow("3M") << u"3"_s << qint64(3) << qint64(10);
    QTest::newRow("just below 1B") << u"999"_s << qint64(300) << qint64(1000);
    QTest::newRow("1B") << u"1000"_s << qint64(1000) << qint64(3000);
    QTest::newRow("7B, typed") << u"7B"_s << qint64(3000) << qint64(10'000);
    QTest::newRow("largest") << QString::number(most) << qint64(3'000'000'000'000'000'000) << most;
}

void tst_ModelFigures::sizesAreInClasses()
{
    QFETCH(QString, size);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    const ModelFigures figures = modelFigures(sized({size}));
    QCOMPARE(figures.sizes, (QList<ModelFigures::SizeClass>{{from, to, 1}}));
}

void tst_ModelFigures::sizeClassesHaveNoGaps()
{
    const ModelFigures figures = modelFigures(sized({u"0"_s, u"12"_s, u"11"_s}));
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    const QList<ModelFigures::SizeClass> expected{
        {least, 1, 1}, {1, 3, 0}, {3, 10, 0}, {10, 30, 2}};
    QCOMPARE(figures.sizes, expected);
}

void tst_ModelFigures::monthsHaveNoGaps()
{
    const ModelFigures figures = modelFigures(
        created({u"2026-02-28T23:59:59Z"_s, u"2025-12-01T00:00:00.000Z"_s,
                 u"2025-12-31T23:00:00-02:00"_s}));
    const QList<ModelFigures::Month> expected{{2025, 12, 1}, {2026, 1, 1}, {2026, 2, 1}};
    QCOMPARE(figures.months, expected);

    const ModelFigures apart = modelFigures(
        created({u"2025-11-03T00:00:00Z"_s, u"2026-01-03T00:00:00Z"_s}));
    QCOMPARE(apart.months,
             (QList<ModelFigures::Month>{{2025, 11, 1}, {2025, 12, 0}, {2026, 1, 1}}));
}

void tst_ModelFigures::oneStrangeYearDoesNotMakeThousandsOfMonths()
{
    const ModelFigures figures = modelFigures(
        created({u"0001-01-01T00:00:00Z"_s, u"2026-01-03T00:00:00Z"_s, u"9999-12-31T00:00:00Z"_s}));
    const QList<ModelFigures::Month> expected{{1, 1, 1}, {2026, 1, 1}, {9999, 12, 1}};
    QCOMPARE(figures.months, expected);
}

void tst_ModelFigures::whatCannotBeReadIsCountedApart()
{
    const ModelFigures sizes = modelFigures(sized({u""_s, u"many"_s, u"7"_s}));
    QCOMPARE(sizes.withoutSize, 2);
    const ModelFigures times = modelFigures(
        created({u""_s, u"yesterday"_s, u"2026-01-03T00:00:00Z"_s}));
    QCOMPARE(times.withoutMonth, 2);
}

void tst_ModelFigures::countsWhatIsFilledIn()
{
    const ModelMetadata whole{.name = u"a"_s,
                              .description = u"d"_s,
                              .accessibility = u"PRIVATE"_s,
                              .origin = u"o"_s,
                              .domain = u"nlp"_s,
                              .task = u"t"_s,
                              .document = u"https://a"_s,
                              .orderNumber = u"0"_s,
                              .type = u"LoRA"_s,
                              .parameterSize = u"7"_s,
                              .extraInfo = JsonText(R"({"a":1})"),
                              .labels = {{u"k"_s, u"v"_s}}};
    ModelMetadata noLabels = whole;
    noLabels.labels.clear();
    const ModelFigures figures = modelFigures(QList<RegisteredModel>{
        {.metadata = whole}, {.metadata = noLabels}, {.metadata = {.name = u"bare"_s}}});
    QCOMPARE(filled(figures, u"ModelDescription"_s), 2);
    QCOMPARE(filled(figures, u"ExtraInfo"_s), 2);
    QCOMPARE(filled(figures, u"Labels"_s), 1);
    QCOMPARE(filled(figures, u"ModelName"_s), -1);
    QCOMPARE(figures.filledWhole, 1);
}

MODELSCRIBE_TEST(tst_ModelFigures)

} // namespace tst_modelfigures

#include "tst_modelfigures.moc"
