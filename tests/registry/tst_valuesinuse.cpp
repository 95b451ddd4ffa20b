// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/valuesinuse.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

namespace tst_valuesinuse {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

RegisteredModel labelled(const QString &id, const QList<Label> &labels)
{
    return modelOf(id, {.labels = labels});
}

//! The plain way to the same answers.
struct Recount
{
    explicit Recount(const Catalog &catalog)
    {
        for (const RegisteredModel &model : catalog.models()) {
            for (const ModelField &each : modelFields)
                ++values[each.key][each.read(model.metadata).text()];
            ++tasks[model.metadata.domain][model.metadata.task];
            for (const Label &label : model.metadata.labels) {
                ++labelKeys[label.key];
                ++labelValues[label.key][label.value];
            }
        }
    }

    using Counts = std::map<QString, int>;

    static QStringList mostUsed(const Counts &counts)
    {
        std::vector<std::pair<QString, int>> ordered(counts.begin(), counts.end());
        std::ranges::stable_sort(ordered, std::ranges::greater(), &std::pair<QString, int>::second);
        QStringList result;
        for (const auto &[value, count] : ordered) {
            if (!value.isEmpty())
                result.append(value);
        }
        return result;
    }

    std::map<QString, Counts> values;
    std::map<QString, Counts> tasks;
    Counts labelKeys;
    std::map<QString, Counts> labelValues;
};

Recount::Counts sorted(const ValuesInUse::Counts &counts)
{
    Recount::Counts result;
    for (auto use = counts.cbegin(); use != counts.cend(); ++use)
        result[use.key()] = *use;
    return result;
}

//! What differs from a plain recount; empty: nothing.
QString difference(const ValuesInUse &inUse, const Catalog &catalog, const QStringList &everything)
{
    Recount plain(catalog);
    if (inUse.modelCount() != int(catalog.size()))
        return u"models"_s;
    for (const ModelField &each : modelFields) {
        if (each.kind != FieldKind::Suggestion)
            continue;
        if (sorted(inUse.counts(each)) != plain.values[each.key]
            || inUse.mostUsed(each) != Recount::mostUsed(plain.values[each.key]))
            return each.key;
    }
    if (inUse.mostUsedLabelKeys() != Recount::mostUsed(plain.labelKeys))
        return u"label keys"_s;
    for (const QString &one : everything) {
        if (inUse.mostUsedLabelValues(one) != Recount::mostUsed(plain.labelValues[one]))
            return u"values of label "_s + one;
        if (sorted(inUse.tasksOf(one)) != plain.tasks[one])
            return u"tasks of "_s + one;
    }
    return {};
}

} // namespace

class tst_ValuesInUse : public QObject
{
    Q_OBJECT

private slots:
    void mostUsedComeFirst();
    void emptyValuesAreNotSuggested();
    void countsWhatIsThereAlready();
    void gapsAreToldOfAndClosedByTurns();
    void suggestsSoManyAtMost();
    void isEmptyOnceTheCatalogIs();
    void equalsAPlainRecountWhateverHappens_data();
    void equalsAPlainRecountWhateverHappens();
    void outlivesItsCatalog();
    void answersAboutAHundredThousandModelsAtOnce();
};

void tst_ValuesInUse::mostUsedComeFirst()
{
    OfflineCatalog offline(
        {modelOf(u"1"_s, {.domain = u"nlp"_s, .task = u"qa"_s, .labels = {{u"team"_s, u"x"_s}}}),
         modelOf(u"2"_s, {.domain = u"cv"_s, .labels = {{u"rare"_s, u"1"_s}, {u"team"_s, u"y"_s}}}),
         modelOf(u"3"_s, {.domain = u"nlp"_s, .task = u"mt"_s, .labels = {{u"team"_s, u"y"_s}}}),
         modelOf(u"4"_s, {.domain = u"audio"_s})});
    const ValuesInUse inUse(offline.catalog);
    QCOMPARE(inUse.mostUsed(field(u"Domain")), (QStringList{u"nlp"_s, u"audio"_s, u"cv"_s}));
    QCOMPARE(inUse.mostUsedLabelKeys(), (QStringList{u"team"_s, u"rare"_s}));
    QCOMPARE(inUse.mostUsedLabelValues(u"team"_s), (QStringList{u"y"_s, u"x"_s}));
    QCOMPARE(inUse.mostUsedLabelValues(u"Team"_s), QStringList());
    QCOMPARE(sorted(inUse.tasksOf(u"nlp"_s)), (Recount::Counts{{u"mt"_s, 1}, {u"qa"_s, 1}}));
    QCOMPARE(sorted(inUse.tasksOf(u"nobody"_s)), Recount::Counts());
}

void tst_ValuesInUse::emptyValuesAreNotSuggested()
{
    OfflineCatalog offline({labelled(u"1"_s, {{u"key"_s, {}}, {{}, u"value"_s}})});
    const ValuesInUse inUse(offline.catalog);
    QCOMPARE(inUse.mostUsed(field(u"Task")), QStringList());
    QCOMPARE(inUse.counts(field(u"Task")), (ValuesInUse::Counts{{QString(), 1}}));
    QCOMPARE(inUse.mostUsedLabelKeys(), QStringList{u"key"_s});
    QCOMPARE(inUse.mostUsedLabelValues(u"key"_s), QStringList());
}

void tst_ValuesInUse::countsWhatIsThereAlready()
{
    OfflineCatalog offline;
    for (int i = 0; i < 2000; ++i)
        offline.catalog.upsert(modelOf(QString::number(i), {.task = u"qa"_s}));
    const ValuesInUse inUse(offline.catalog);
    QTRY_COMPARE(inUse.modelCount(), 2000);
    QCOMPARE(inUse.counts(field(u"Task")), (ValuesInUse::Counts{{u"qa"_s, 2000}}));
}

void tst_ValuesInUse::gapsAreToldOfAndClosedByTurns()
{
    OfflineCatalog offline;
    const ValuesInUse inUse(offline.catalog);
    QSignalSpy changed(&inUse, &ValuesInUse::changed);
    QList<RegisteredModel> models;
    for (int i = 0; i < 2000; ++i)
        models.append(modelOf(QString::number(i), {.task = u"qa"_s}));
    offline.catalog.upsert(models);
    QCOMPARE(changed.size(), 1);
    QVERIFY(inUse.modelCount() < 2000);
    offline.catalog.remove(u"1999"_s); // before its turn has come
    offline.catalog.upsert(modelOf(u"0"_s, {.task = u"mt"_s}));
    QTRY_COMPARE(inUse.modelCount(), 1999);
    QTRY_COMPARE(difference(inUse, offline.catalog, {}), QString());
}

void tst_ValuesInUse::suggestsSoManyAtMost()
{
    OfflineCatalog offline;
    for (int i = 0; i < 1500; ++i)
        offline.catalog.upsert(labelled(QString::number(i), {{u"n"_s, QString::number(i)}}));
    offline.catalog.upsert(labelled(u"again"_s, {{u"n"_s, u"1499"_s}}));
    const ValuesInUse inUse(offline.catalog);
    QTRY_COMPARE(inUse.modelCount(), 1501);
    QCOMPARE(inUse.mostUsedLabelValues(u"n"_s).size(), ValuesInUse::mostSuggested);
    QCOMPARE(inUse.mostUsedLabelValues(u"n"_s, 3), (QStringList{u"1499"_s, u"0"_s, u"1"_s}));
}

void tst_ValuesInUse::isEmptyOnceTheCatalogIs()
{
    OfflineCatalog offline({modelOf(u"1"_s, {.task = u"qa"_s, .labels = {{u"a"_s, u"b"_s}}})});
    const ValuesInUse inUse(offline.catalog);
    QSignalSpy changed(&inUse, &ValuesInUse::changed);
    offline.catalog.clear();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(difference(inUse, offline.catalog, {u"a"_s, QString()}), QString());
    QVERIFY(inUse.counts(field(u"Task")).isEmpty());
}

void tst_ValuesInUse::equalsAPlainRecountWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ValuesInUse::equalsAPlainRecountWhateverHappens()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QStringList words{{}, u"a"_s, u"A"_s, u"b"_s, u"é"_s, u"e\u0301"_s, u" a"_s};
    const auto word = [&] { return words[random.bounded(int(words.size()))]; };
    const auto anyModel = [&] {
        RegisteredModel model = modelOf(QString::number(random.bounded(40)), {});
        for (const ModelField &each : modelFields) {
            if (each.kind == FieldKind::Suggestion)
                each.write(model.metadata, word());
        }
        for (int i = random.bounded(4); i > 0; --i)
            model.metadata.labels.append({word(), word()});
        return model;
    };
    OfflineCatalog offline;
    Catalog &catalog = offline.catalog;
    std::unique_ptr<ValuesInUse> inUse = std::make_unique<ValuesInUse>(catalog);
    for (int step = 0; step < 200; ++step) {
        switch (random.bounded(20)) {
        case 0: catalog.clear(); break;
        case 1: inUse = std::make_unique<ValuesInUse>(catalog); break;
        case 2: catalog.remove(notUpsertedSince(catalog, catalog.now())); break;
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
        case 8: catalog.remove(QString::number(random.bounded(40))); break;
        default: {
            QList<RegisteredModel> models;
            std::generate_n(std::back_inserter(models), random.bounded(8), anyModel);
            catalog.upsert(models);
        }
        }
        QCOMPARE(difference(*inUse, catalog, words), QString());
    }
}

void tst_ValuesInUse::outlivesItsCatalog()
{
    auto offline = std::make_unique<OfflineCatalog>();
    QList<RegisteredModel> models;
    for (int i = 0; i < 2000; ++i)
        models.append(modelOf(QString::number(i), {.task = u"qa"_s}));
    offline->catalog.upsert(models);
    const ValuesInUse inUse(offline->catalog);
    offline.reset();
    QTest::qWait(20);
    QCOMPARE(inUse.mostUsed(field(u"Task")), QStringList{u"qa"_s});
}

void tst_ValuesInUse::answersAboutAHundredThousandModelsAtOnce()
{
    OfflineCatalog offline;
    const ValuesInUse inUse(offline.catalog);
    qint64 longest = 0;
    for (int page = 0; page < 1000; ++page) {
        QList<RegisteredModel> models;
        for (int i = page * 100; i < page * 100 + 100; ++i) {
            models.append(modelOf(QString::number(i), {.domain = u"domain %1"_s.arg(i % 12),
                                                       .task = u"task %1"_s.arg(i % 60),
                                                       .labels = {{u"n"_s, QString::number(i)}}}));
        }
        QElapsedTimer timer;
        timer.start();
        offline.catalog.upsert(models);
        longest = std::max(longest, timer.elapsed());
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(inUse.mostUsed(field(u"Task")).size(), 60);
    const qint64 few = timer.restart();
    QCOMPARE(inUse.mostUsedLabelValues(u"n"_s).size(), ValuesInUse::mostSuggested);
    qInfo("page: at most %lld ms, popup: %lld ms, of 100,000 values: %lld ms", longest, few,
          timer.elapsed());
}

MODELSCRIBE_TEST(tst_ValuesInUse)

} // namespace tst_valuesinuse

#include "tst_valuesinuse.moc"
