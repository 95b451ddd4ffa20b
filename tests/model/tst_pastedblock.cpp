// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/pastedblock.h"

#include "testclass.h"

#include <QTest>

namespace tst_pastedblock {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

ModelMetadata put(const PastedBlock &block, const ModelMetadata &model, qsizetype place,
                  const QList<PastedColumn> &columns, bool isEmptyToo)
{
    return block.edit(place, columns, isEmptyToo).applied(model, place).value_or(ModelMetadata());
}

} // namespace

class tst_PastedBlock : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatSpreadsheetsCopy_data();
    void readsWhatSpreadsheetsCopy();
    void refusesNothing();
    void takesTitles();
    void guessesTheColumns();
    void isPutOverModels();
    void oneRowGoesToAll();
    void emptyCellsLeaveAlone();
    void putsLabels();
};

void tst_PastedBlock::readsWhatSpreadsheetsCopy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    using Rows = QList<QStringList>;
    QTest::newRow("one cell") << u"a"_s << Rows{{u"a"_s}};
    QTest::newRow("a column") << u"a\nb\nc\n"_s << Rows{{u"a"_s}, {u"b"_s}, {u"c"_s}};
    QTest::newRow("a block") << u"a\tb\r\nc\td\r\n"_s << Rows{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    QTest::newRow("old line ends") << u"a\rb"_s << Rows{{u"a"_s}, {u"b"_s}};
    QTest::newRow("an empty cell in between") << u"a\n\nc"_s << Rows{{u"a"_s}, {u""_s}, {u"c"_s}};
    QTest::newRow("empty rows at the end") << u"a\n\n\n"_s << Rows{{u"a"_s}};
    QTest::newRow("a tab at the end") << u"a\t"_s << Rows{{u"a"_s, u""_s}};
    QTest::newRow("shorter rows") << u"a\tb\nc"_s << Rows{{u"a"_s, u"b"_s}, {u"c"_s, QString()}};
    QTest::newRow("lines in a cell") << u"\"a\nb\"\tc"_s << Rows{{u"a\nb"_s, u"c"_s}};
    QTest::newRow("marks in a cell") << u"\"say \"\"a\"\"\"\n"_s << Rows{{u"say \"a\""_s}};
    QTest::newRow("marks that are text") << u"\"a\" b\t\"c"_s << Rows{{u"\"a\" b"_s, u"\"c"_s}};
    QTest::newRow("blanks stay") << u" a \t b"_s << Rows{{u" a "_s, u" b"_s}};
    QTest::newRow("an empty cell in marks") << u"\"\"\ta"_s << Rows{{u""_s, u"a"_s}};
}

void tst_PastedBlock::readsWhatSpreadsheetsCopy()
{
    QFETCH(const QString, text);
    QFETCH(const QList<QStringList>, rows);
    const auto block = PastedBlock::fromText(text);
    QVERIFY(block);
    QCOMPARE(block->rows, rows);
    QVERIFY(block->titles.isEmpty());
}

void tst_PastedBlock::refusesNothing()
{
    for (const QString &text : {QString(), u"\n\n"_s, u"\t\t\n"_s})
        QVERIFY(!PastedBlock::fromText(text));
}

void tst_PastedBlock::takesTitles()
{
    const auto block = PastedBlock::fromText(u"task\tORIGIN\tlabel:team\na\tb\tc"_s);
    QCOMPARE(block->titles.size(), 3);
    QCOMPARE(block->rows.size(), 1);
    QCOMPARE(block->columns(nullptr),
             QList<PastedColumn>({{.field = findField(u"Task"), .labelKey = {}},
                                  {.field = findField(u"Origin"), .labelKey = {}},
                                  {.field = nullptr, .labelKey = u"team"_s}}));
    // A value that is called like a field is a value where others are none.
    QVERIFY(PastedBlock::fromText(u"task\tx\na\tb"_s)->titles.isEmpty());
    QVERIFY(PastedBlock::fromText(u"task"_s)->titles.isEmpty());
}

void tst_PastedBlock::guessesTheColumns()
{
    const auto block = PastedBlock::fromText(u"1\t2\t3\t4"_s);
    const auto columns = block->columns(findField(u"ModelType"));
    QCOMPARE(columns.size(), 4);
    QCOMPARE(columns[0].field, findField(u"ModelType"));
    QCOMPARE(columns[1].field, findField(u"ParameterSize"));
    QVERIFY(columns[2].isLeftOut()); // ExtraInfo is no cell, and behind it there is nothing
    QVERIFY(columns[3].isLeftOut());
}

void tst_PastedBlock::isPutOverModels()
{
    const auto block = PastedBlock::fromText(u"a\tpublic\nb\tPRIVATE "_s);
    const QList<PastedColumn> columns{{.field = findField(u"Task"), .labelKey = {}},
                                      {.field = findField(u"Accessibility"), .labelKey = {}}};
    const ModelMetadata model{.name = u"n"_s, .task = u"old"_s};
    QCOMPARE(put(*block, model, 0, columns, false).task, u"a"_s);
    QCOMPARE(put(*block, model, 0, columns, false).accessibility, u"PUBLIC"_s);
    QCOMPARE(put(*block, model, 1, columns, false).accessibility, u"PRIVATE"_s);
    QCOMPARE(put(*block, model, 1, columns, false).name, u"n"_s);
    QCOMPARE(put(*block, model, 2, columns, false), model);
    QCOMPARE(block->reach(5), 2);
}

void tst_PastedBlock::oneRowGoesToAll()
{
    const auto block = PastedBlock::fromText(u"a"_s);
    const QList<PastedColumn> columns{{.field = findField(u"Task"), .labelKey = {}}};
    QCOMPARE(put(*block, {}, 7, columns, false).task, u"a"_s);
    QCOMPARE(block->reach(5), 5);
}

void tst_PastedBlock::emptyCellsLeaveAlone()
{
    const auto block = PastedBlock::fromText(u"\ta"_s);
    const QList<PastedColumn> columns{{.field = findField(u"Task"), .labelKey = {}},
                                      {.field = findField(u"Origin"), .labelKey = {}}};
    const ModelMetadata model{.task = u"old"_s};
    QCOMPARE(put(*block, model, 0, columns, false).task, u"old"_s);
    QCOMPARE(put(*block, model, 0, columns, true).task, QString());
}

void tst_PastedBlock::putsLabels()
{
    const auto block = PastedBlock::fromText(u"x\n\ny"_s);
    const QList<PastedColumn> columns{{.field = nullptr, .labelKey = u"team"_s}};
    const ModelMetadata model{.labels = {{u"a"_s, u"1"_s}, {u"team"_s, u"old"_s}}};
    QCOMPARE(put(*block, model, 0, columns, false).labels,
             QList<Label>({{u"a"_s, u"1"_s}, {u"team"_s, u"x"_s}}));
    QCOMPARE(put(*block, model, 1, columns, false).labels, model.labels);
    QCOMPARE(put(*block, model, 1, columns, true).labels, QList<Label>({{u"a"_s, u"1"_s}}));
}

MODELSCRIBE_TEST(tst_PastedBlock)

} // namespace tst_pastedblock

#include "tst_pastedblock.moc"
