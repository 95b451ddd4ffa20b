// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/movedrows.h"

#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace tst_movedrows {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Numbers = QHash<QString, QString>;

class tst_MovedRows : public QObject
{
    Q_OBJECT

private slots:
    void oneRowGetsANumberBetweenItsNeighbours();
    void rowsStandWhereTheyWereMoved();
    void moreMovesChangeNoMoreThanNeeded();
    void backWhereItWasNothingChanges();
    void whatTheSearchHidesKeepsItsNumber();
    void refusesReadOnlyRows();
    void refusesNumbersThatAreNone();
    void cellsSayWhatIsToBe();
    void aModelThatComesLaterStandsByItsDraftedNumber();
    void whateverIsMovedStandsThere();
    void oneOfTenThousand();
};

namespace {

RegisteredModel numbered(const QString &id, const QString &number)
{
    return modelOf(id, {.name = u"name "_s + id, .task = u"t"_s + id, .orderNumber = number},
                   u"2026-01-02T03:04:05Z"_s);
}

struct OrderedTable
{
    explicit OrderedTable(const QList<RegisteredModel> &models)
        : offline(models)
    {
        table.setCatalog(&offline.catalog);
        table.sortBy({{*ModelColumn::of(u"OrderNumber"_s), Qt::AscendingOrder}});
    }
    QStringList ids() const
    {
        QStringList result;
        for (int row = 0; row < table.rowCount(); ++row)
            result.append(table.modelAt(row).id);
        return result;
    }
    //! As the window does it.
    void move(const QList<int> &rows, int before)
    {
        const auto moved = numbersOfMovedRows(table, rows, before, numbers);
        QVERIFY(moved);
        numbers = *moved;
        table.marks().setOrderNumbers(numbers);
    }

    OfflineCatalog offline;
    ModelTableModel table;
    Numbers numbers;
};

QList<RegisteredModel> fourModels()
{
    return {numbered(u"a"_s, u"10"_s), numbered(u"b"_s, u"20"_s), numbered(u"c"_s, u"30"_s),
            numbered(u"d"_s, QString())};
}

} // namespace

void tst_MovedRows::oneRowGetsANumberBetweenItsNeighbours()
{
    OrderedTable list(fourModels());
    QCOMPARE(list.ids().join(QString()), u"abcd"_s);
    list.move({2}, 1);
    QCOMPARE(list.numbers, Numbers({{u"c"_s, u"15"_s}}));
    QCOMPARE(list.ids().join(QString()), u"acbd"_s);
}

void tst_MovedRows::rowsStandWhereTheyWereMoved()
{
    OrderedTable list(fourModels());
    list.move({1, 2}, 0);
    QCOMPARE(list.ids().join(QString()), u"bcad"_s);
    QCOMPARE(list.numbers, Numbers({{u"a"_s, u"31"_s}}));
    list.move({3}, 0); // the one without a number
    QCOMPARE(list.ids().join(QString()), u"dbca"_s);
    QCOMPARE(list.numbers, Numbers({{u"a"_s, u"31"_s}, {u"d"_s, u"19"_s}}));
}

void tst_MovedRows::moreMovesChangeNoMoreThanNeeded()
{
    OrderedTable list(fourModels());
    list.move({0}, 2);
    list.move({1}, 3);
    QCOMPARE(list.ids().join(QString()), u"bcad"_s);
    QCOMPARE(list.numbers, Numbers({{u"a"_s, u"31"_s}}));
}

void tst_MovedRows::backWhereItWasNothingChanges()
{
    OrderedTable list(fourModels());
    list.move({0}, 3);
    QVERIFY(!list.numbers.isEmpty());
    list.move({2}, 0);
    QCOMPARE(list.numbers, Numbers());
    QCOMPARE(list.ids().join(QString()), u"abcd"_s);
    list.move({1}, 2); // where it is
    QCOMPARE(list.numbers, Numbers());
}

void tst_MovedRows::whatTheSearchHidesKeepsItsNumber()
{
    OrderedTable list(fourModels());
    list.move({0}, 2);
    const Numbers before = list.numbers;
    QCOMPARE(before, Numbers({{u"a"_s, u"25"_s}}));
    list.table.setQuery(parseQuery(u"task:(tb OR tc)"_s).query);
    QTRY_COMPARE(list.ids().join(QString()), u"bc"_s);
    list.move({0}, 2);
    QCOMPARE(list.ids().join(QString()), u"cb"_s);
    QCOMPARE(list.numbers.value(u"a"_s), u"25"_s);
    QCOMPARE(list.numbers.size(), 2);
    QVERIFY(!list.numbers.contains(u"d"_s));
}

void tst_MovedRows::refusesReadOnlyRows()
{
    QList<RegisteredModel> models = fourModels();
    models[1].provider = u"pai"_s;
    OrderedTable list(models);
    const auto moved = numbersOfMovedRows(list.table, {0}, 3, {});
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, u"ReadOnly"_s);
    QCOMPARE(moved.error().detail, u"name b"_s);
}

void tst_MovedRows::refusesNumbersThatAreNone()
{
    for (const QString &number : {u"1.5"_s, u"many"_s, u"99999999999999999999"_s}) {
        QList<RegisteredModel> models = fourModels();
        models[1].metadata.orderNumber = number;
        OrderedTable list(models);
        const auto moved = numbersOfMovedRows(list.table, {0}, 2, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, u"NoNumber"_s);
    }
}

void tst_MovedRows::cellsSayWhatIsToBe()
{
    OrderedTable list(fourModels());
    list.table.setColumns(ModelColumn::of({u"ModelName"_s, u"OrderNumber"_s}));
    list.move({3}, 1);
    const QModelIndex cell = list.table.index(1, 1);
    QCOMPARE(cell.data().toString(), u"— → 15"_s);
    QVERIFY(cell.data(ModelTableModel::DraftedRole).toBool());
    QVERIFY(!list.table.index(1, 0).data(ModelTableModel::DraftedRole).toBool());
    QCOMPARE(list.table.index(0, 1).data().toString(), u"10"_s);
    // Once the registry has it, it is what it is.
    list.offline.catalog.upsert(numbered(u"d"_s, u"15"_s));
    QTRY_COMPARE(list.table.index(1, 1).data().toString(), u"15"_s);
    QCOMPARE(list.ids().join(QString()), u"adbc"_s);
}

void tst_MovedRows::aModelThatComesLaterStandsByItsDraftedNumber()
{
    OrderedTable list(fourModels());
    list.table.marks().setOrderNumbers({{u"e"_s, u"5"_s}, {u"a"_s, u"25"_s}});
    QCOMPARE(list.ids().join(QString()), u"bacd"_s);
    list.offline.catalog.upsert(numbered(u"e"_s, u"100"_s));
    QTRY_COMPARE(list.ids().join(QString()), u"ebacd"_s);
    list.table.marks().setOrderNumbers({});
    QCOMPARE(list.ids().join(QString()), u"abced"_s);
}

void tst_MovedRows::whateverIsMovedStandsThere()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 60; ++round) {
        QList<RegisteredModel> models;
        const int count = 2 + random.bounded(12);
        for (int i = 0; i < count; ++i) {
            const QString number = random.bounded(4) == 0 ? QString()
                                                          : QString::number(random.bounded(-3, 8));
            models.append(numbered(QString(QChar(u'a' + i)), number));
        }
        OrderedTable list(models);
        for (int i = 0; i < 6; ++i) {
            QStringList wanted = list.ids();
            QList<int> rows;
            for (int row = 0; row < count; ++row) {
                if (random.bounded(3) == 0)
                    rows.append(row);
            }
            const int before = random.bounded(count + 1);
            QStringList moved;
            qsizetype place = before;
            for (const int row : rows) {
                moved.append(wanted[row]);
                place -= row < before;
            }
            wanted.removeIf([&moved](const QString &id) { return moved.contains(id); });
            wanted = wanted.first(place) + moved + wanted.mid(place);
            list.move(rows, before);
            QCOMPARE(list.ids(), wanted);
        }
    }
}

void tst_MovedRows::oneOfTenThousand()
{
    constexpr int count = 10'000;
    QList<RegisteredModel> models;
    for (int i = 0; i < count; ++i)
        models.append(numbered(QString::number(i), QString::number(i * 10)));
    OrderedTable list(models);
    QTRY_COMPARE(list.table.rowCount(), count);
    QElapsedTimer timer;
    timer.start();
    const auto moved = numbersOfMovedRows(list.table, {7000}, 10, {});
    const qint64 worked = timer.restart();
    QVERIFY(moved);
    QCOMPARE(moved->size(), 1);
    list.table.marks().setOrderNumbers(*moved);
    qInfo("10,000 rows: %lld ms for the numbers, %lld ms for the rows", worked, timer.elapsed());
    QCOMPARE(list.table.modelAt(10).id, u"7000"_s);
}

MODELSCRIBE_TEST(tst_MovedRows)

} // namespace tst_movedrows

#include "tst_movedrows.moc"
