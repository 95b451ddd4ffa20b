// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ordernumbers.h"

#include "testclass.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace tst_ordernumbers {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Numbers = QList<std::optional<qint64>>;
using Rows = QList<NumberedRow>;

class tst_OrderNumbers : public QObject
{
    Q_OBJECT

private slots:
    void examples_data();
    void examples();
    void standsInOrderWithTheFewestChanges();
    void changesAsFewAsAnyOtherWay();
    void hasRoomAtTheEndsOfWhatANumberCanBe();
    void theSameOrderChangesNothing();
    void aHundredThousandAreQuick();
};

namespace {

constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 most = std::numeric_limits<qint64>::max();

//! As a list orders them.
bool comesBefore(const NumberedRow &a, const NumberedRow &b)
{
    return std::tuple(!a.number, a.number.value_or(0), a.tie)
           < std::tuple(!b.number, b.number.value_or(0), b.tie);
}

bool isOrdered(const Rows &rows, const Numbers &numbers)
{
    for (qsizetype i = 1; i < rows.size(); ++i) {
        if (!comesBefore({numbers[i - 1], rows[i - 1].tie}, {numbers[i], rows[i].tie}))
            return false;
    }
    return true;
}

qsizetype changesOf(const Rows &rows, const Numbers &numbers)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < rows.size(); ++i)
        count += rows[i].number != numbers[i];
    return count;
}

bool anyGoes(const Rows &rows, const Numbers &numbers)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].number && !numbers[i])
            return true;
    }
    return false;
}

//! Tries all numbers from \p low to \p high, and none where there was none.
qsizetype fewestByTrying(const Rows &rows, qint64 low, qint64 high)
{
    qsizetype fewest = rows.size() + 1;
    Numbers numbers(rows.size());
    const auto go = [&](auto &&self, qsizetype at, qsizetype changes) -> void {
        if (changes >= fewest)
            return;
        if (at == rows.size()) {
            fewest = changes;
            return;
        }
        const auto tryOne = [&](std::optional<qint64> number) {
            numbers[at] = number;
            if (at > 0 && !comesBefore({numbers[at - 1], rows[at - 1].tie}, {number, rows[at].tie}))
                return;
            self(self, at + 1, changes + (number != rows[at].number));
        };
        for (qint64 number = low; number < high; ++number)
            tryOne(number);
        tryOne(high); // behind which there may be none
        if (!rows[at].number)
            tryOne(std::nullopt);
    };
    go(go, 0, 0);
    return fewest;
}

//! Rows that stand in some order, their ties a permutation.
Rows someRows(QRandomGenerator &random, int most, qint64 low, qint64 high)
{
    const int count = random.bounded(most + 1);
    QList<qsizetype> ties(count);
    std::iota(ties.begin(), ties.end(), 0);
    std::shuffle(ties.begin(), ties.end(), random);
    Rows rows;
    for (int i = 0; i < count; ++i) {
        std::optional<qint64> number;
        if (random.bounded(4) > 0)
            number = low + random.bounded(high - low + 1);
        rows.append({number, ties[i]});
    }
    return rows;
}

} // namespace

void tst_OrderNumbers::examples_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<Numbers>("numbers");
    const std::optional<qint64> none;
    QTest::newRow("nothing") << Rows() << Numbers();
    QTest::newRow("one without") << Rows{{none, 0}} << Numbers{none};
    QTest::newRow("into a gap") << Rows{{10, 0}, {40, 3}, {20, 1}, {30, 2}}
                                << Numbers{10, 15, 20, 30};
    QTest::newRow("two into a gap") << Rows{{10, 0}, {40, 3, true}, {50, 4, true}, {20, 1}, {30, 2}}
                                    << Numbers{10, 13, 16, 20, 30};
    QTest::newRow("what was moved changes, up")
        << Rows{{2, 1}, {1, 0, true}, {9, 2}} << Numbers{2, 5, 9};
    QTest::newRow("what was moved changes, down")
        << Rows{{7, 1, true}, {6, 0}, {9, 2}} << Numbers{5, 6, 9};
    QTest::newRow("to the front") << Rows{{3, 2}, {1, 0}, {2, 1}} << Numbers{0, 1, 2};
    QTest::newRow("below zero") << Rows{{9, 2}, {0, 0}, {5, 1}} << Numbers{-1, 0, 5};
    QTest::newRow("to the end") << Rows{{2, 1}, {3, 2}, {1, 0}} << Numbers{2, 3, 4};
    QTest::newRow("no gap: as far as needed")
        << Rows{{1, 1}, {9, 0}, {2, 2}, {3, 3}, {5, 4}} << Numbers{1, 2, 2, 3, 5};
    QTest::newRow("two that change places") << Rows{{1, 1}, {0, 0}} << Numbers{1, 2};
    QTest::newRow("the same number, in the order by name")
        << Rows{{0, 0}, {0, 1}, {0, 2}} << Numbers{0, 0, 0};
    QTest::newRow("out of many of the same number to the front")
        << Rows{{0, 3}, {0, 0}, {0, 1}, {0, 2}} << Numbers{-1, 0, 0, 0};
    QTest::newRow("the first without a number to the front of all")
        << Rows{{none, 0}, {5, 1}, {none, 2}} << Numbers{4, 5, none};
    QTest::newRow("without a number stays so at the end")
        << Rows{{2, 1}, {1, 0}, {none, 2}, {none, 3}} << Numbers{2, 3, none, none};
    QTest::newRow("nobody had one")
        << Rows{{none, 3}, {none, 0}, {none, 1}} << Numbers{1, none, none};
    QTest::newRow("behind those without")
        << Rows{{1, 0}, {none, 2}, {none, 3}, {2, 1}} << Numbers{1, 2, 3, 4};
}

void tst_OrderNumbers::examples()
{
    QFETCH(const Rows, rows);
    QFETCH(const Numbers, numbers);
    QVERIFY(isOrdered(rows, numbers));
    if (QByteArrayView(QTest::currentDataTag()) == "behind those without") {
        QCOMPARE(changesOf(rows, orderNumbers(rows)), 2); // one of two ways
        return;
    }
    QCOMPARE(orderNumbers(rows), numbers);
}

void tst_OrderNumbers::standsInOrderWithTheFewestChanges()
{
    QRandomGenerator random(20261129);
    for (int i = 0; i < 3000; ++i) {
        const Rows rows = someRows(random, 60, -40, 40);
        const Numbers numbers = orderNumbers(rows);
        QVERIFY(isOrdered(rows, numbers));
        QVERIFY(!anyGoes(rows, numbers));
    }
}

void tst_OrderNumbers::changesAsFewAsAnyOtherWay()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 800; ++i) {
        const Rows rows = someRows(random, 5, 0, 4);
        const Numbers numbers = orderNumbers(rows);
        QVERIFY(isOrdered(rows, numbers));
        QCOMPARE(changesOf(rows, numbers), fewestByTrying(rows, -5, 10));
    }
}

void tst_OrderNumbers::hasRoomAtTheEndsOfWhatANumberCanBe()
{
    // No number is left before the first and behind the last one.
    for (const Rows &rows :
         {Rows{{0, 2}, {least, 0}, {least, 1}}, Rows{{most, 1}, {most, 2}, {0, 0}},
          Rows{{most, 0}, {least, 1}}, Rows{{least, 1}, {least, 0}}, Rows{{most, 1}, {most, 0}},
          Rows{{5, 4}, {least, 1}, {0, 2}, {most, 3}, {1, 0}},
          Rows{{least, 0}, {7, 2}, {most, 1}}}) {
        const Numbers numbers = orderNumbers(rows);
        QVERIFY(isOrdered(rows, numbers));
    }
    QRandomGenerator random(3);
    for (int i = 0; i < 400; ++i) {
        // The same as with small numbers, near both ends.
        Rows rows = someRows(random, 6, 0, 3);
        for (NumberedRow &row : rows) {
            if (row.number)
                row.number = i % 2 ? least + *row.number : most - *row.number;
        }
        const Numbers numbers = orderNumbers(rows);
        QVERIFY(isOrdered(rows, numbers));
        QCOMPARE(changesOf(rows, numbers), i % 2 ? fewestByTrying(rows, least, least + 12)
                                                 : fewestByTrying(rows, most - 12, most));
    }
    // Over all there is: the middle of it.
    QCOMPARE(orderNumbers({{least, 0}, {7, 2}, {8, 1}, {most, 3}}).first(), least);
}

void tst_OrderNumbers::theSameOrderChangesNothing()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        Rows rows = someRows(random, 40, -5, 5);
        std::ranges::sort(rows, comesBefore);
        QCOMPARE(changesOf(rows, orderNumbers(rows)), 0);
    }
}

void tst_OrderNumbers::aHundredThousandAreQuick()
{
    Rows rows;
    for (int i = 0; i < 100'000; ++i)
        rows.append({i * 2, i});
    rows.move(70'000, 3);
    QElapsedTimer timer;
    timer.start();
    const Numbers numbers = orderNumbers(rows);
    const qint64 took = timer.elapsed();
    qInfo("100,000 rows: %lld ms", took);
    QCOMPARE(changesOf(rows, numbers), 1);
    QVERIFY(took < 10'000); // comparing each with each takes minutes
}

MODELSCRIBE_TEST(tst_OrderNumbers)

} // namespace tst_ordernumbers

#include "tst_ordernumbers.moc"
