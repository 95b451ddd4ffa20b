// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"

#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace tst_modeltablemodel {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Table = ModelTableModel;

namespace {

QStringList ids(const Table &table)
{
    QStringList result;
    for (int row = 0; row < table.rowCount(); ++row)
        result.append(table.modelAt(row).id);
    return result;
}

QString cell(const Table &table, int row, int column, int role = Qt::DisplayRole)
{
    return table.index(row, column).data(role).toString();
}

RegisteredModel bert()
{
    RegisteredModel model = modelOf(u"1"_s,
                                    {.name = u"bert"_s,
                                     .task = u"fill-mask"_s,
                                     .type = u"Checkpoint"_s,
                                     .parameterSize = u"7600"_s,
                                     .labels = {{u"team"_s, u"a"_s}, {u"base"_s, u"b"_s}}},
                                    u"2026-01-02T03:04:05Z"_s);
    return model;
}

} // namespace

class tst_ModelTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsTheFactsOfAModel();
    void emptyCellsShowADash();
    void hostileTextIsShownAsText();
    void marksTellDraftsProblemsAndReadOnlyModels();
    void headersAreNamed();
    void anyFieldIsAColumn();
    void columnsOfExtraInfoAreOrderedByValue();
    void equalOnesAreOrderedByTheNextKey();
    void sorts_data();
    void sorts();
    void theOrderIsTotalWhateverTheRowsStartedAs_data();
    void theOrderIsTotalWhateverTheRowsStartedAs();
    void showsWhatTheQueryFinds();
    void moreRowsKeepTheOldOnesInPlace();
    void sortingKeepsTheCurrentRow();
    void aChangedRowIsToldAlone();
    void aChangedRowMovesOrLeaves();
    void aNameThatClashesBringsAndTakesTheOther();
    void removedRowsLeave();
    void removedRowsLeaveTheOthersInPlace();
    void equalsANewTableWhateverHappens_data();
    void equalsANewTableWhateverHappens();
    void followsTheCatalogItHas();
    void sortsAHundredThousandRowsAtOnce();
    void readsALargeCatalogSomeATurn();
};

void tst_ModelTableModel::showsTheFactsOfAModel()
{
    OfflineCatalog offline({bert()});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    QCOMPARE(cell(table, 0, Table::Name), u"bert"_s);
    QCOMPARE(cell(table, 0, Table::Type), u"Checkpoint"_s);
    QCOMPARE(cell(table, 0, Table::Task), u"fill-mask"_s);
    QCOMPARE(cell(table, 0, Table::Size), u"7.6B"_s);
    QCOMPARE(cell(table, 0, Table::Labels), u"team=a, base=b"_s);
    QCOMPARE(cell(table, 0, Table::Modified), u"1/2/26"_s);
    const QModelIndex index = table.index(0, Table::Size);
    QCOMPARE(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
             Qt::AlignRight | Qt::AlignVCenter);
    QCOMPARE(index.data(Table::ModelIdRole).toString(), u"1"_s);
    QCOMPARE(index.data(Table::LabelsRole).toStringList(), QStringList({u"team=a"_s, u"base=b"_s}));
    QCOMPARE(table.index(0, Table::Modified).data(Table::TimeRole).toDateTime(),
             QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::utc()));
    QCOMPARE(cell(table, 0, Table::Size, Table::SortRole), u"7600"_s);
    QCOMPARE(cell(table, 0, Table::Size, Qt::ToolTipRole), u"<qt>7600</qt>"_s);
    QCOMPARE(cell(table, 0, Table::Modified, Qt::ToolTipRole),
             u"<qt>2026-01-02 03:04:05 UTC</qt>"_s);
    QCOMPARE(cell(table, 0, Table::Name, Qt::AccessibleTextRole), u"bert"_s);
    QCOMPARE(table.rowOf(u"1"_s), 0);
    QCOMPARE(table.rowOf(u"2"_s), -1);
}

void tst_ModelTableModel::emptyCellsShowADash()
{
    OfflineCatalog offline({modelOf(u"1"_s, {})});
    Table table;
    table.setCatalog(&offline.catalog);
    for (const int column : {Table::Name, Table::Type, Table::Task, Table::Size, Table::Modified}) {
        QCOMPARE(cell(table, 0, column), u"—"_s);
        QVERIFY(!table.index(0, column).data(Qt::ToolTipRole).isValid());
        QCOMPARE(cell(table, 0, column, Qt::AccessibleTextRole), u"none"_s);
    }
    QCOMPARE(cell(table, 0, Table::Labels), QString());
}

void tst_ModelTableModel::hostileTextIsShownAsText()
{
    const QString name = u"<img src=http://x>\u202Etxt\nend &amp;"_s;
    RegisteredModel model = modelOf(u"1"_s, {.name = name}, u"<b>soon</b>"_s);
    OfflineCatalog offline({model});
    Table table;
    table.setCatalog(&offline.catalog);
    QCOMPARE(cell(table, 0, Table::Name), u"<img src=http://x>⟦U+202E⟧txt⏎end &amp;"_s);
    QCOMPARE(cell(table, 0, Table::Name, Qt::ToolTipRole),
             u"<qt>&lt;img src=http://x&gt;\u202Etxt<br>end &amp;amp;</qt>"_s);
    QCOMPARE(cell(table, 0, Table::Modified), u"<b>soon</b>"_s);
    QCOMPARE(cell(table, 0, Table::Modified, Qt::ToolTipRole),
             u"<qt>&lt;b&gt;soon&lt;/b&gt;</qt>"_s);
}

void tst_ModelTableModel::marksTellDraftsProblemsAndReadOnlyModels()
{
    RegisteredModel foreign = modelOf(u"2"_s, {.name = u"foreign"_s});
    foreign.provider = u"pai"_s;
    OfflineCatalog offline({bert(), foreign,
                            modelOf(u"3"_s, {.name = u"bad"_s, .orderNumber = u"1e400"_s}),
                            modelOf(u"4"_s, {})});
    Table table;
    table.setCatalog(&offline.catalog);
    QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
    table.marks().setDrafts({u"1"_s});
    QCOMPARE(changes.size(), 1);
    const auto mark = [&](const QString &id) {
        return table.index(table.rowOf(id), 0).data(Table::MarkRole).value<RowMarks::Mark>();
    };
    QCOMPARE(mark(u"1"_s), RowMarks::Mark::Draft);
    QCOMPARE(mark(u"2"_s), RowMarks::Mark::ReadOnly);
    QCOMPARE(mark(u"3"_s), RowMarks::Mark::Problem);
    QCOMPARE(mark(u"4"_s), RowMarks::Mark::Problem);
    const auto description = [&](const QString &id) {
        return cell(table, table.rowOf(id), Table::Name, Qt::AccessibleDescriptionRole);
    };
    QCOMPARE(description(u"1"_s), u"Unsaved changes"_s);
    QCOMPARE(description(u"2"_s), u"Read-only"_s);
    QVERIFY(!description(u"3"_s).isEmpty());
    table.marks().setDrafts({});
    QCOMPARE(changes.size(), 2);
    QCOMPARE(mark(u"1"_s), RowMarks::Mark::None);
    QCOMPARE(description(u"1"_s), QString());
}

void tst_ModelTableModel::headersAreNamed()
{
    Table table;
    QStringList headers;
    for (int column = 0; column < Table::ColumnCount; ++column)
        headers.append(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(headers,
             QStringList({u"Name"_s, u"Type"_s, u"Task"_s, u"Size"_s, u"Labels"_s, u"Modified"_s}));
    QCOMPARE(
        table.headerData(Table::Size, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>(),
        Qt::AlignRight | Qt::AlignVCenter);
    QVERIFY(!table.headerData(0, Qt::Horizontal, Qt::ToolTipRole).isValid());
    QVERIFY(!table.headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());
}

void tst_ModelTableModel::anyFieldIsAColumn()
{
    RegisteredModel model = bert();
    model.ownerId = u"123"_s;
    model.metadata.extraInfo = JsonText(R"({"Rating":4.50,"a":{"b":"\u4e2d"},"list":[1, 2]})");
    OfflineCatalog offline({model});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.setColumns(ModelColumn::of(QStringList{u"OwnerId"_s, u"extra.Rating"_s, u"extra.a.b"_s,
                                                 u"extra.list"_s, u"extra.none"_s, u"Unknown"_s,
                                                 u"extra."_s, u"OwnerId"_s}));
    QStringList titles;
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column) {
        titles.append(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        cells.append(cell(table, 0, column));
    }
    QCOMPARE(titles, QStringList({u"Name"_s, u"Owner"_s, u"Rating"_s, u"a.b"_s, u"list"_s,
                                  u"none"_s})); // a table without names would be of no use
    QCOMPARE(cells, QStringList({u"bert"_s, u"123"_s, u"4.50"_s, u"中"_s, u"[1, 2]"_s, u"—"_s}));
    for (const QString &id : ModelColumn::allIds())
        QVERIFY2(ModelColumn::of(id) && !ModelColumn::of(id)->title().isEmpty(), qPrintable(id));
}

void tst_ModelTableModel::columnsOfExtraInfoAreOrderedByValue()
{
    QList<RegisteredModel> models;
    for (const auto *value : {"10", "9.5", "\"7\"", "\"text\"", "null", "{}", "1e1000"}) {
        RegisteredModel model = modelOf(QString::number(models.size()), {.name = u"m"_s});
        model.metadata.extraInfo = JsonText(QByteArray("{\"v\":") + value + '}');
        models.append(model);
    }
    OfflineCatalog offline(models);
    Table table;
    table.setCatalog(&offline.catalog);
    table.sortBy({{*ModelColumn::of(u"extra.v"_s), Qt::AscendingOrder}});
    QCOMPARE(ids(table), QStringList({u"2"_s, u"1"_s, u"0"_s, u"5"_s, u"6"_s, u"3"_s, u"4"_s}));
    RegisteredModel changed = *offline.catalog.find(u"3"_s);
    changed.metadata.extraInfo = JsonText("{\"v\":-1}");
    offline.catalog.upsert(changed);
    QTRY_COMPARE(ids(table).first(), u"3"_s);
}

void tst_ModelTableModel::equalOnesAreOrderedByTheNextKey()
{
    OfflineCatalog offline({
        modelOf(u"1"_s, {.name = u"a"_s, .task = u"x"_s, .parameterSize = u"7B"_s}),
        modelOf(u"2"_s, {.name = u"b"_s, .task = u"x"_s, .parameterSize = u"1B"_s}),
        modelOf(u"3"_s, {.name = u"c"_s, .task = u"a"_s, .parameterSize = u"9B"_s}),
        modelOf(u"4"_s, {.name = u"d"_s, .task = u"x"_s}),
    });
    Table table;
    table.setCatalog(&offline.catalog);
    const ModelColumn task = table.columns().at(Table::Task);
    const ModelColumn size = table.columns().at(Table::Size);
    table.sortBy({{task, Qt::AscendingOrder}, {size, Qt::AscendingOrder}});
    QCOMPARE(ids(table), QStringList({u"3"_s, u"2"_s, u"1"_s, u"4"_s}));
    QCOMPARE(table.sortText(), u"Task, then Size"_s);
    table.sortBy({{task, Qt::DescendingOrder}, {size, Qt::DescendingOrder}});
    QCOMPARE(ids(table), QStringList({u"1"_s, u"2"_s, u"4"_s, u"3"_s}));
    table.sort(Table::Task, Qt::AscendingOrder);
    QCOMPARE(ids(table), QStringList({u"3"_s, u"1"_s, u"2"_s, u"4"_s}));
}

void tst_ModelTableModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("ascending");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, int column, bool ascending, const QString &expected) {
        QTest::newRow(name) << column << ascending << expected.split(u' ');
    };
    row("name", Table::Name, true, u"4 1 3 2 5"_s);
    row("name, down: empty still last", Table::Name, false, u"2 3 1 4 5"_s);
    row("size", Table::Size, true, u"3 1 5 4 2"_s); // equal ones by name
    row("size, down: equal ones still by name", Table::Size, false, u"5 4 1 3 2"_s);
    row("modified", Table::Modified, true, u"2 1 5 4 3"_s);
    row("modified, down", Table::Modified, false, u"1 2 5 4 3"_s);
    row("labels", Table::Labels, true, u"3 1 5 4 2"_s);
    row("nothing to sort by", Table::Task, true, u"5 4 1 3 2"_s);
}

void tst_ModelTableModel::sorts()
{
    QFETCH(int, column);
    QFETCH(bool, ascending);
    QFETCH(QStringList, expected);
    // By name: alpha, bert-2, Bert-10 (10 after 2, case aside), cat, and one without a name.
    OfflineCatalog offline({
        modelOf(u"1"_s,
                {.name = u"bert-2"_s, .parameterSize = u"7B"_s, .labels = {{u"b"_s, u"1"_s}}},
                u"2026-02-01T00:00:00.500Z"_s),
        modelOf(u"2"_s, {.name = u"cat"_s}, u"2026-02-01T00:00:00Z"_s),
        modelOf(u"3"_s,
                {.name = u"Bert-10"_s, .parameterSize = u"-1"_s, .labels = {{u"a"_s, u"1"_s}}},
                u"never"_s),
        modelOf(u"4"_s, {.name = u"alpha"_s, .parameterSize = u"8000"_s}, {}),
        modelOf(u"5"_s, {.parameterSize = u"8B"_s}, {}),
    });
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    QCOMPARE(table.sortColumn(), int(Table::Modified));
    table.sort(column, ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    QCOMPARE(ids(table), expected);
    table.sort(99, Qt::AscendingOrder);
    QCOMPARE(table.sortColumn(), column);
}

void tst_ModelTableModel::theOrderIsTotalWhateverTheRowsStartedAs_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < Table::ColumnCount; ++column)
        QTest::addRow("column %d", column) << column;
}

void tst_ModelTableModel::theOrderIsTotalWhateverTheRowsStartedAs()
{
    QFETCH(int, column);
    const QStringList values{{},
                             u"0"_s,
                             u"-1"_s,
                             u"7B"_s,
                             u"7000"_s,
                             u"9223372036854775807"_s,
                             u"9223372036854775808"_s,
                             u"10000000000000000000000000000000000000000"_s,
                             u"1e308"_s,
                             u"1e400"_s,
                             u"nan"_s,
                             u"inf"_s,
                             u"-inf"_s,
                             u"9223372036854775806"_s,
                             u"words"_s,
                             u"0000-00-00T00:00:00Z"_s,
                             u"9999-12-31T23:59:59Z"_s,
                             u"2026-01-02T03:04:05Z"_s,
                             u"2026-01-02T03:04:05+08:00"_s};
    QList<RegisteredModel> models;
    for (const QString &value : values) {
        for (int i = 0; i < 3; ++i) {
            models.append(modelOf(QString::number(models.size()),
                                  {.name = value,
                                   .task = value,
                                   .type = value,
                                   .parameterSize = value,
                                   .labels = {{value, value}}},
                                  value));
        }
    }
    QRandomGenerator random(7);
    QStringList first;
    for (int round = 0; round < 20; ++round) {
        std::shuffle(models.begin(), models.end(), random);
        OfflineCatalog offline(models);
        Table table;
        table.setCatalog(&offline.catalog);
        table.sort(column, Qt::AscendingOrder);
        if (first.isEmpty())
            first = ids(table);
        QCOMPARE(ids(table), first);
    }
}

void tst_ModelTableModel::showsWhatTheQueryFinds()
{
    OfflineCatalog offline({bert(), modelOf(u"2"_s, {.name = u"cat"_s, .task = u"qa"_s})});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.setQuery(parseQuery(u"task:qa"_s).query);
    QCOMPARE(ids(table), QStringList{u"2"_s});
    QCOMPARE(table.rowOf(u"1"_s), -1);
    table.setQuery(parseQuery(u"nothing like it"_s).query);
    QCOMPARE(table.rowCount(), 0);
    table.setQuery({});
    QCOMPARE(table.rowCount(), 2);
}

void tst_ModelTableModel::moreRowsKeepTheOldOnesInPlace()
{
    OfflineCatalog offline({bert()});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    const QPersistentModelIndex current(table.index(0, Table::Task));
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    for (const QString &name : {u"alpha"_s, u"zebra"_s, u"aaa"_s})
        offline.catalog.upsert(modelOf(name, {.name = name}));
    QTRY_COMPARE(table.rowCount(), 4);
    QCOMPARE(ids(table), QStringList({u"aaa"_s, u"alpha"_s, u"1"_s, u"zebra"_s}));
    QCOMPARE(resets.size(), 0);
    QVERIFY(current.isValid());
    QCOMPARE(current.row(), 2);
    QCOMPARE(current.column(), int(Table::Task));
    QCOMPARE(current.data(Table::ModelIdRole).toString(), u"1"_s);
}

void tst_ModelTableModel::sortingKeepsTheCurrentRow()
{
    OfflineCatalog offline({modelOf(u"1"_s, {.name = u"a"_s}), modelOf(u"2"_s, {.name = u"b"_s}),
                            modelOf(u"3"_s, {.name = u"c"_s})});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    const QPersistentModelIndex current(table.index(0, 0));
    table.sort(Table::Name, Qt::DescendingOrder);
    QCOMPARE(ids(table), QStringList({u"3"_s, u"2"_s, u"1"_s}));
    QCOMPARE(current.row(), 2);
}

void tst_ModelTableModel::aChangedRowIsToldAlone()
{
    OfflineCatalog offline({bert(), modelOf(u"2"_s, {.name = u"cat"_s})});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    QSignalSpy layouts(&table, &QAbstractItemModel::layoutChanged);
    QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"cat 2"_s, .task = u"qa"_s}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    QCOMPARE(cell(table, 1, Table::Name), u"cat 2"_s);
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"cat 2"_s, .task = u"qa"_s}));
    QTest::qWait(20);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size() + layouts.size(), 0);
}

void tst_ModelTableModel::aChangedRowMovesOrLeaves()
{
    OfflineCatalog offline({bert(), modelOf(u"2"_s, {.name = u"cat"_s})});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    table.setQuery(parseQuery(u"-task:qa"_s).query);
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"a cat"_s}));
    QTRY_COMPARE(ids(table), QStringList({u"2"_s, u"1"_s}));
    QSignalSpy removed(&table, &QAbstractItemModel::rowsRemoved);
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"a cat"_s, .task = u"qa"_s}));
    QCOMPARE(ids(table), QStringList{u"1"_s});
    QCOMPARE(removed.size(), 1);
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"a cat"_s}));
    QTRY_COMPARE(ids(table), QStringList({u"2"_s, u"1"_s}));
}

void tst_ModelTableModel::aNameThatClashesBringsAndTakesTheOther()
{
    OfflineCatalog offline({bert(), modelOf(u"2"_s, {.name = u"cat"_s})});
    Table table;
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    table.setQuery(parseQuery(u"is:same-name"_s).query);
    QCOMPARE(ids(table), QStringList());
    offline.catalog.upsert(modelOf(u"3"_s, {.name = u"Cat"_s}));
    QTRY_COMPARE(ids(table).size(), 2);
    offline.catalog.upsert(modelOf(u"3"_s, {.name = u"dog"_s}));
    QTRY_COMPARE(ids(table), QStringList());
    offline.catalog.upsert(modelOf(u"3"_s, {.name = u"cat"_s}));
    QTRY_COMPARE(ids(table).size(), 2);
    offline.catalog.remove(u"3"_s);
    QTRY_COMPARE(ids(table), QStringList());
}

void tst_ModelTableModel::removedRowsLeave()
{
    OfflineCatalog offline({modelOf(u"1"_s, {.name = u"a"_s}), modelOf(u"2"_s, {.name = u"b"_s}),
                            modelOf(u"3"_s, {.name = u"c"_s})});
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    offline.catalog.remove(u"1"_s);
    QCOMPARE(ids(table), QStringList({u"2"_s, u"3"_s}));
    QCOMPARE(cell(table, 1, Table::Name), u"c"_s);
    offline.catalog.upsert(
        modelOf(u"4"_s, {.name = u"aa"_s})); // sort keys of other rows must not stick
    QTRY_COMPARE(ids(table), QStringList({u"4"_s, u"2"_s, u"3"_s}));
}

void tst_ModelTableModel::removedRowsLeaveTheOthersInPlace()
{
    OfflineCatalog offline;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
        offline.catalog.upsert(modelOf(name, {.name = name}));
    Table table;
    const QAbstractItemModelTester tester(&table);
    table.setCatalog(&offline.catalog);
    table.sort(Table::Name, Qt::AscendingOrder);
    const QPersistentModelIndex current(table.index(4, Table::Task));
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&table, &QAbstractItemModel::rowsRemoved);
    QStringList seen;
    connect(&table, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [&](const QModelIndex &, int first, int last) { // as views do
                for (int row = first; row <= last; ++row)
                    seen.append(cell(table, row, Table::Name));
            });
    offline.catalog.remove(QStringList{u"c"_s, u"a"_s, u"b"_s, u"f"_s});
    QCOMPARE(ids(table), QStringList({u"d"_s, u"e"_s}));
    QCOMPARE(removed.size(), 2); // two runs of rows
    QCOMPARE(seen, QStringList({u"f"_s, u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(current.row(), 1);
    QCOMPARE(current.data(Table::ModelIdRole).toString(), u"e"_s);
    QCOMPARE(table.rowOf(u"c"_s), -1);
}

void tst_ModelTableModel::equalsANewTableWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ModelTableModel::equalsANewTableWhateverHappens()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    OfflineCatalog offline;
    Catalog &catalog = offline.catalog;
    Table table;
    const QAbstractItemModelTester tester(&table);
    CatalogText text(catalog, {});
    table.setCatalog(&catalog, seed % 2 ? &text : nullptr);
    const QStringList queries{u"-task:1"_s, {}, u"2026-01-02"_s, u"7"_s, u"-1 OR task:2"_s};
    const auto anyId = [&] { return QString::number(random.bounded(200)); };
    const auto anyModel = [&] {
        return modelOf(anyId(),
                       {.name = QString::number(random.bounded(9)),
                        .task = QString::number(random.bounded(3)),
                        .parameterSize = QString::number(random.bounded(5))},
                       u"2026-01-0%1T00:00:00Z"_s.arg(1 + random.bounded(4)));
    };
    Query query;
    for (int step = 0; step < 60; ++step) {
        switch (random.bounded(12)) {
        case 0:
            table.setQuery(query = parseQuery(queries[random.bounded(int(queries.size()))]).query);
            break;
        case 1: {
            const bool down = random.bounded(2);
            table.sort(random.bounded(int(Table::ColumnCount)),
                       down ? Qt::DescendingOrder : Qt::AscendingOrder);
            break;
        }
        case 2:
            if (random.bounded(4) == 0)
                catalog.clear();
            break;
        case 3:
            catalog.remove(notUpsertedSince(catalog, catalog.now() - quint64(random.bounded(3))));
            break;
        case 4:
        case 5:
        case 6:
        case 7: {
            QStringList gone;
            std::generate_n(std::back_inserter(gone), random.bounded(60), anyId);
            catalog.remove(gone);
            break;
        }
        default: {
            QList<RegisteredModel> models;
            std::generate_n(std::back_inserter(models), random.bounded(60), anyModel);
            catalog.upsert(models);
        }
        }
        Table plain;
        plain.setQuery(query);
        plain.sort(table.sortColumn(), table.sortOrder());
        plain.setCatalog(&catalog);
        QTRY_COMPARE(ids(table), ids(plain));
    }
}

void tst_ModelTableModel::followsTheCatalogItHas()
{
    Table table;
    const QAbstractItemModelTester tester(&table);
    OfflineCatalog other({modelOf(u"9"_s, {.name = u"z"_s})});
    {
        OfflineCatalog offline({bert()});
        table.setCatalog(&offline.catalog);
        QCOMPARE(table.rowCount(), 1);
        table.setCatalog(&other.catalog);
        offline.catalog.upsert(modelOf(u"2"_s, {}));
        QTest::qWait(20);
        QCOMPARE(ids(table), QStringList{u"9"_s});
        table.setCatalog(&offline.catalog);
        QCOMPARE(table.rowCount(), 2);
    }
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(table.rowOf(u"1"_s), -1);
    table.setQuery(parseQuery(u"x"_s).query);
    table.sort(Table::Name, Qt::AscendingOrder);
    QCOMPARE(table.rowCount(), 0);
}

void tst_ModelTableModel::sortsAHundredThousandRowsAtOnce()
{
    QList<RegisteredModel> models;
    QRandomGenerator random(1);
    for (int i = 0; i < 100'000; ++i) {
        const quint32 n = random.bounded(1'000'000U);
        models.append(modelOf(QString::number(i),
                              {.name = u"model-%1-of team %2"_s.arg(n).arg(n % 17),
                               .task = u"task %1"_s.arg(n % 30),
                               .parameterSize = QString::number(n)},
                              u"2026-%1-11T10:%2:00Z"_s.arg(n % 12 + 1, 2, 10, QLatin1Char('0'))
                                  .arg(n % 60, 2, 10, QLatin1Char('0'))));
    }
    OfflineCatalog offline(models);
    Table table;
    table.setCatalog(&offline.catalog);
    QTRY_COMPARE(table.rowCount(), 100'000);
#ifdef NDEBUG
    constexpr qint64 limit = 300;
#else
    constexpr qint64 limit = 10'000; // may be instrumented
#endif
    for (int column = 0; column < Table::ColumnCount; ++column) {
        QElapsedTimer timer;
        timer.start();
        table.sort(column, Qt::AscendingOrder);
        const qint64 first = timer.restart();
        table.sort(column, Qt::DescendingOrder);
        const qint64 again = timer.elapsed();
        qInfo("column %d: %lld ms, again %lld ms", column, first, again);
        QVERIFY(qMin(first, again) < limit);
    }
    QElapsedTimer timer;
    timer.start();
    table.setQuery(parseQuery(u"team 3"_s).query);
    qInfo("query: %lld ms for %d rows", timer.elapsed(), table.rowCount());
    QVERIFY(table.rowCount() > 0);
}

void tst_ModelTableModel::readsALargeCatalogSomeATurn()
{
    QList<RegisteredModel> models;
    for (int i = 0; i < 30'000; ++i)
        models.append(modelOf(QString::number(i), {.name = u"model-%1"_s.arg(i * 7919 % 30'000)}));
    OfflineCatalog offline(models);
    Table table;
    table.sort(Table::Name, Qt::AscendingOrder);
    table.setCatalog(&offline.catalog);
    QVERIFY(table.rowCount() > 0 && table.rowCount() < 30'000);
    offline.catalog.remove({u"29999"_s, u"3"_s}); // one to come, one that is there
    offline.catalog.upsert(modelOf(u"28000"_s, {.name = u"model-0a"_s}));
    offline.catalog.upsert(modelOf(u"new"_s, {.name = u"model-0"_s}));
    QTRY_COMPARE(table.rowCount(), 29'999);
    QCOMPARE(table.rowOf(u"new"_s), 1);
    QCOMPARE(table.rowOf(u"28000"_s), 2);
    QCOMPARE(table.rowOf(u"29999"_s), -1);
    for (int row = 3; row < table.rowCount(); ++row) {
        const QString name = table.modelAt(row).metadata.name;
        const QString before = table.modelAt(row - 1).metadata.name;
        QVERIFY(row == 3 || name.mid(6).toInt() > before.mid(6).toInt());
    }
}

MODELSCRIBE_TEST(tst_ModelTableModel)

} // namespace tst_modeltablemodel

#include "tst_modeltablemodel.moc"
