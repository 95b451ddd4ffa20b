// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"
#include "registry/catalog.h"
#include "testclass.h"
#include "ui/browse/columnchooser.h"
#include "ui/browse/columnwidths.h"
#include "ui/browse/modelmenu.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/modeltableheader.h"
#include "uitest.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

#include <numeric>

namespace tst_tablecolumns {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_TableColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();
    void layoutComesBackFromItsText_data();
    void layoutComesBackFromItsText();
    void freeWidthGoesToWhatIsCut_data();
    void freeWidthGoesToWhatIsCut();
    void aWidthSetByHandStays();
    void nothingIsCutWhereThereIsRoom();
    void shiftAndAClickOrderEqualRows();
    void chosenColumnsComeAndGo();
    void aPathIsTypedIntoTheChooser();
    void keysAndMenuAskForTheSame();
    void copiesAreWholeValues_data();
    void copiesAreWholeValues();

private:
    QStringList shown() const
    {
        QStringList ids;
        for (const TableLayout::Column &column : m_table->columns().arrangement().columns)
            ids.append(column.id);
        return ids;
    }
    void clickHeader(int column, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView *header = m_table->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, at);
    }

    Catalog m_catalog;
    std::unique_ptr<ModelTableModel> m_models;
    std::unique_ptr<ModelTable> m_table;
};

void tst_TableColumns::init()
{
    m_catalog.clear();
    for (int i = 0; i < 20; ++i) {
        RegisteredModel model = uitest::sampleModel();
        model.id = u"model-%1"_s.arg(i);
        model.metadata.name = u"bert-%1"_s.arg(i);
        model.metadata.task = i % 2 ? u"fill-mask"_s : u"text-classification-and-more"_s;
        model.metadata.type = u"Checkpoint"_s;
        model.metadata.extraInfo = JsonText("{\"Rating\":" + QByteArray::number(20 - i) + '}');
        m_catalog.upsert(model);
    }
    m_models = std::make_unique<ModelTableModel>();
    m_models->setCatalog(&m_catalog);
    m_table = std::make_unique<ModelTable>();
    m_table->setModels(m_models.get());
    m_table->resize(900, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void tst_TableColumns::cleanup()
{
    m_table.reset();
    m_models.reset();
}

void tst_TableColumns::layoutComesBackFromItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TableLayout>("layout");
    const TableLayout hostile{
        .columns = {{u"extra.a;b=c|d%20 中"_s, 80}, {u"Task"_s, 0}},
        .sort = {{u"extra.a;b=c|d%20 中"_s, Qt::DescendingOrder}, {u"Task"_s, Qt::AscendingOrder}}};
    QTest::newRow("nothing") << QString() << TableLayout{};
    QTest::newRow("whatever a key holds") << hostile.toText() << hostile;
    QTest::newRow("no order") << u"Task=0"_s << TableLayout{.columns = {{u"Task"_s, 0}}};
    QTest::newRow("no sense") << u";;=5;x|y;;?;|"_s << TableLayout{.columns = {{u"x"_s, 0}}};
    QTest::newRow("columns that stay")
        << u"Task=0||2"_s << TableLayout{.columns = {{u"Task"_s, 0}}, .pinned = 2};
    QTest::newRow("columns that stay nowhere")
        << u"Task=0||-1"_s << TableLayout{.columns = {{u"Task"_s, 0}}};
    QTest::newRow("widths out of this world")
        << u"a=-5;b=99999;c=x"_s << TableLayout{.columns = {{u"a"_s, 0}, {u"b"_s, 0}, {u"c"_s, 0}}};
}

void tst_TableColumns::layoutComesBackFromItsText()
{
    QFETCH(QString, text);
    QFETCH(TableLayout, layout);
    QCOMPARE(TableLayout::fromText(text), layout);
    QCOMPARE(TableLayout::fromText(layout.toText()), layout);
}

void tst_TableColumns::freeWidthGoesToWhatIsCut_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<QList<int>>("widths");
    // Usual widths first: 100 + 50 + 60 (a short column takes no more than it needs).
    QTest::newRow("too little") << 150 << QList<int>{100, 50, 60};
    QTest::newRow("just so") << 210 << QList<int>{100, 50, 60};
    QTest::newRow("the least cut one first") << 240 << QList<int>{100, 80, 60};
    QTest::newRow("then the next") << 300 << QList<int>{150, 90, 60};
    QTest::newRow("then by shares") << 490 << QList<int>{300, 130, 60};
}

void tst_TableColumns::freeWidthGoesToWhatIsCut()
{
    QFETCH(int, room);
    QFETCH(QList<int>, widths);
    const QList<ColumnNeed> needs{
        {.id = u"a"_s, .header = 40, .content = 220, .usual = 100, .share = 2},
        {.id = u"b"_s, .header = 40, .content = 90, .usual = 50, .share = 1},
        {.id = u"c"_s, .header = 60, .content = 20, .usual = 80}};
    QCOMPARE(columnWidths(needs, {}, room), widths);
    QCOMPARE(columnWidths(needs, {{u"a"_s, 77}}, room).first(), 77);
}

void tst_TableColumns::aWidthSetByHandStays()
{
    const QSignalSpy changes(&m_table->columns(), &TableColumns::changed);
    m_table->setColumnWidth(2, 210); // as the header does when it is dragged
    QCOMPARE(changes.size(), 1);
    m_table->resize(1200, 400);
    QCOMPARE(m_table->columnWidth(2), 210);
    m_table->columns().fitAll();
    QVERIFY(m_table->columnWidth(2) != 210);
    QCOMPARE(m_table->columns().arrangement().columns.at(2).width, 0);
}

void tst_TableColumns::nothingIsCutWhereThereIsRoom()
{
    const QFontMetrics metrics(m_table->font());
    for (int column = 0; column < m_models->columnCount(); ++column) {
        const QString text = m_models->index(0, column).data().toString();
        QVERIFY2(m_table->columnWidth(column) >= metrics.horizontalAdvance(text), qPrintable(text));
    }
    int sum = 0;
    for (int column = 0; column < m_models->columnCount(); ++column)
        sum += m_table->columnWidth(column);
    QCOMPARE(sum, m_table->viewport()->width());
}

void tst_TableColumns::shiftAndAClickOrderEqualRows()
{
    clickHeader(ModelTableModel::Task);
    QCOMPARE(m_models->sortText(), u"Task"_s);
    clickHeader(ModelTableModel::Name, Qt::ShiftModifier);
    QCOMPARE(m_models->sortText(), u"Task, then Name"_s);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ModelTableModel::Task));
    QCOMPARE(m_models->index(0, 0).data().toString(), u"bert-1"_s);
    QCOMPARE(m_models->index(1, 0).data().toString(), u"bert-3"_s); // 3 before 11
    clickHeader(ModelTableModel::Name, Qt::ShiftModifier);
    QCOMPARE(m_models->index(0, 0).data().toString(), u"bert-19"_s);
    clickHeader(ModelTableModel::Task);
    QCOMPARE(m_models->sortText(), u"Task"_s);
    QCOMPARE(m_models->sortOrder(), Qt::DescendingOrder);
}

void tst_TableColumns::chosenColumnsComeAndGo()
{
    m_table->setCurrentId(u"model-7"_s);
    m_table->horizontalHeader()->moveSection(2, 0); // Task first
    QCOMPARE(shown().first(), u"Task"_s);
    m_table->columns().choose({u"ModelName"_s, u"Task"_s, u"OwnerId"_s, u"extra.Rating"_s});
    QCOMPARE(shown(), QStringList({u"Task"_s, u"ModelName"_s, u"OwnerId"_s, u"extra.Rating"_s}));
    QTRY_COMPARE(m_table->currentIndex().data(ModelTableModel::ModelIdRole).toString(),
                 u"model-7"_s);
    clickHeader(3);
    QCOMPARE(m_models->index(0, 3).data().toString(), u"1"_s);
    const TableLayout layout = m_table->columns().arrangement();
    m_table->columns().reset();
    QCOMPARE(shown(), ModelColumn::usualIds());
    m_table->columns().arrange(layout);
    QCOMPARE(m_table->columns().arrangement(), layout);
}

void tst_TableColumns::aPathIsTypedIntoTheChooser()
{
    ColumnChooser chooser(ModelColumn::usualIds(), {{u"Rating"_s, 20}});
    chooser.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy chosen(&chooser, &ColumnChooser::chosenChanged);
    chooser.popUp({});
    auto *find = chooser.findChild<QLineEdit *>();
    const auto enter = [find](const QString &text) {
        find->setText(text);
        QTest::keyClick(find, Qt::Key_Return);
    };
    enter(u"rat"_s);
    QCOMPARE(chooser.chosen().last(), u"extra.Rating"_s);
    enter(u"rat"_s);
    QVERIFY(!chooser.chosen().contains(u"extra.Rating"_s));
    enter(u"extra.a.b"_s);
    QCOMPARE(chooser.chosen().last(), u"extra.a.b"_s);
    enter(u"extra."_s + u"."_s); // no path
    enter(u"ModelName"_s);       // always there
    QVERIFY(chooser.chosen().contains(u"ModelName"_s));
    QCOMPARE(chosen.size(), 3);
}

void tst_TableColumns::keysAndMenuAskForTheSame()
{
    m_table->setCurrentId(u"model-3"_s);
    const QSignalSpy edits(m_table.get(), &ModelTable::cellEditRequested);
    const QSignalSpy deletions(m_table.get(), &ModelTable::deleteRequested);
    const QSignalSpy filters(m_table.get(), &ModelTable::filterRequested);
    const int row = m_models->rowOf(u"model-3"_s);
    m_table->setCurrentIndex(m_models->index(row, ModelTableModel::Task));
    QTest::keyClick(m_table.get(), Qt::Key_F2);
    QCOMPARE(edits.last(), (QVariantList{u"model-3"_s, u"Task"_s}));
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QCOMPARE(deletions.last(), QVariantList{u"model-3"_s});
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\nbert-3\t"_s));

    QContextMenuEvent wish(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_table->viewport(), &wish);
    auto *menu = m_table->findChild<ModelMenu *>();
    QVERIFY(menu && menu->isVisible());
    const auto trigger = [menu](const QString &text) {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
    };
    trigger(u"Edit this cell"_s);
    trigger(u"Delete bert-3…"_s);
    trigger(u"Only task:fill-mask"_s);
    trigger(u"Without task:fill-mask"_s);
    QCOMPARE(edits.size(), 2);
    QCOMPARE(deletions.size(), 2);
    QCOMPARE(filters.size(), 2);
    QCOMPARE(filters.last(), (QVariantList{u"task"_s, u"fill-mask"_s, true}));
}

void tst_TableColumns::copiesAreWholeValues_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, CopyAs how, const QString &expected) {
        QTest::newRow(name) << int(how) << expected;
    };
    row("table", CopyAs::Table, u"Name\tTask\tLabels\na|b\tx y\tk=1, l=\n"_s);
    row("Markdown", CopyAs::Markdown,
        u"| Name | Task | Labels |\n| --- | --- | --- |\n| a\\|b | x y | k=1, l= |\n"_s);
    row("names", CopyAs::Names, u"a|b"_s);
    row("ids", CopyAs::Ids, u"m-1"_s);
}

void tst_TableColumns::copiesAreWholeValues()
{
    QFETCH(int, how);
    QFETCH(QString, expected);
    RegisteredModel model{.id = u"m-1"_s};
    model.metadata = {
        .name = u"a|b"_s, .task = u"x\ty"_s, .labels = {{u"k"_s, u"1"_s}, {u"l"_s, {}}}};
    const auto columns = ModelColumn::of(QStringList{u"ModelName"_s, u"Task"_s, u"Labels"_s});
    QCOMPARE(copiedText(CopyAs(how), {&model}, columns), expected);
    QVERIFY(copiedText(CopyAs::Json, {&model, &model}, columns).startsWith(u'['));
}

MODELSCRIBE_GUI_TEST(tst_TableColumns)

} // namespace tst_tablecolumns

#include "tst_tablecolumns.moc"
