// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"
#include "registry/catalog.h"
#include "testclass.h"
#include "ui/browse/columnchooser.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/modeltableheader.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QAccessible>
#include <QCheckBox>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>

namespace tst_pinnedtable {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_PinnedTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();
    void theNameStaysWhileOthersAreScrolled();
    void looksAsItDidBeforeScrolling();
    void aClickMeansWhatIsSeen();
    void draggingOverItChoosesRows();
    void keysBringOutWhatItCovers();
    void itsHeaderSortsAndIsResized();
    void leavesRoomForTheOthers();
    void nothingPinnedIsAPlainTable();
    void columnsComeAndGo();
    void draggingAColumnIntoItPinsIt();
    void isKeptWithTheArrangement();
    void isChosenInTheChooser();
    void screenReadersKnowOfOneTable();
    void theFocusIsSeenWithoutARow();

private:
    TableColumns &columns() { return m_table->columns(); }
    const ModelTableHeader &header() const
    {
        return *static_cast<ModelTableHeader *>(m_table->horizontalHeader());
    }
    QModelIndex cell(int row, const QString &id) const
    {
        return m_models->index(row, m_models->indexOf(*ModelColumn::of(id)));
    }
    void scrollToTheRight()
    {
        QScrollBar *bar = m_table->horizontalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        bar->setValue(bar->maximum());
    }

    Catalog m_catalog;
    std::unique_ptr<ModelTableModel> m_models;
    std::unique_ptr<ModelTable> m_table;
};

void tst_PinnedTable::init()
{
    m_catalog.clear();
    for (int i = 0; i < 20; ++i) {
        RegisteredModel model = uitest::sampleModel();
        model.id = u"model-%1"_s.arg(i, 2, 10, QChar(u'0'));
        model.metadata.name = u"bert-%1"_s.arg(i, 2, 10, QChar(u'0'));
        model.metadata.task = u"text-classification"_s;
        m_catalog.upsert(model);
    }
    m_models = std::make_unique<ModelTableModel>();
    m_models->setCatalog(&m_catalog);
    m_table = std::make_unique<ModelTable>();
    m_table->setModels(m_models.get());
    columns().arrange({.columns = {{u"ModelName"_s, 140},
                                   {u"Task"_s, 200},
                                   {u"ModelType"_s, 200},
                                   {u"Origin"_s, 200},
                                   {u"Domain"_s, 200}},
                       .sort = {{u"ModelName"_s}}});
    m_table->resize(500, 300);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void tst_PinnedTable::cleanup()
{
    m_table.reset();
    m_models.reset();
}

void tst_PinnedTable::theNameStaysWhileOthersAreScrolled()
{
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s}); // nobody had to say so
    QCOMPARE(header().pinnedWidth(), 0);
    scrollToTheRight();
    QCOMPARE(header().pinnedWidth(), 140);
    const QModelIndex name = cell(3, u"ModelName"_s);
    const QRect rect = m_table->visualRect(name);
    QCOMPARE(rect.left(), 0);
    QCOMPARE(m_table->indexAt(rect.center()), name);
    QCOMPARE(m_table->indexAt(rect.center() + QPoint(140, 0)).row(), 3);
    QVERIFY(m_table->indexAt(rect.center() + QPoint(140, 0)).column() != name.column());
    QVERIFY(!m_table->indexAt({10, 20 * 30 + 5}).isValid()); // below the last row
}

void tst_PinnedTable::looksAsItDidBeforeScrolling()
{
    m_table->setCurrentId(u"model-02"_s);
    m_table->verticalScrollBar()->setValue(0);
    // The last pixel is the line beside the others.
    const QRect name(0, 0, 138, 200);
    const QImage before = m_table->viewport()->grab(name).toImage();
    const QImage title = m_table->horizontalHeader()->viewport()->grab(name).toImage();
    scrollToTheRight();
    QCOMPARE(m_table->viewport()->grab(name).toImage(), before);
    QCOMPARE(m_table->horizontalHeader()->viewport()->grab(name).toImage(), title);
    QVERIFY(m_table->viewport()->grab({200, 0, 200, 200}).toImage()
            != m_table->viewport()->grab({0, 0, 200, 200}).toImage());
    m_table->horizontalScrollBar()->setValue(0);
    QCOMPARE(m_table->viewport()->grab(name).toImage(), before);
}

void tst_PinnedTable::aClickMeansWhatIsSeen()
{
    scrollToTheRight();
    const int scrolled = m_table->horizontalScrollBar()->value();
    const QSignalSpy opened(m_table.get(), &ModelTable::openRequested);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
                      m_table->visualRect(cell(2, u"ModelName"_s)).center());
    QCOMPARE(opened.last(), QVariantList{u"model-02"_s});
    QCOMPARE(m_table->currentIndex(), cell(2, u"ModelName"_s));
    QCOMPARE(m_table->horizontalScrollBar()->value(), scrolled);
    m_table->step(1);
    QCOMPARE(m_table->horizontalScrollBar()->value(), scrolled);
}

void tst_PinnedTable::draggingOverItChoosesRows()
{
    scrollToTheRight();
    const auto at = [this](int row) {
        return m_table->visualRect(cell(row, u"ModelName"_s)).center();
    };
    QTest::mousePress(m_table->viewport(), Qt::LeftButton, {}, at(1));
    QMouseEvent move(QEvent::MouseMove, at(4) + QPoint(180, 0),
                     m_table->viewport()->mapToGlobal(at(4) + QPoint(180, 0)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_table->viewport(), &move);
    QTest::mouseRelease(m_table->viewport(), Qt::LeftButton, {}, at(4) + QPoint(180, 0));
    QCOMPARE(m_table->selectedIds(20),
             QStringList({u"model-01"_s, u"model-02"_s, u"model-03"_s, u"model-04"_s}));
}

void tst_PinnedTable::keysBringOutWhatItCovers()
{
    scrollToTheRight();
    m_table->setFocus();
    m_table->setCurrentIndex(cell(2, u"Domain"_s));
    for (const QString &id : {u"Origin"_s, u"ModelType"_s, u"Task"_s}) {
        QTest::keyClick(m_table.get(), Qt::Key_Left);
        QCOMPARE(m_table->currentIndex(), cell(2, id));
        const QRect rect = m_table->visualRect(m_table->currentIndex());
        QVERIFY2(rect.left() >= header().pinnedWidth(), qPrintable(id));
        QVERIFY(rect.right() <= m_table->viewport()->width());
    }
    QTest::keyClick(m_table.get(), Qt::Key_Left);
    QCOMPARE(m_table->visualRect(m_table->currentIndex()).left(), 0);
}

void tst_PinnedTable::itsHeaderSortsAndIsResized()
{
    scrollToTheRight();
    QWidget *titles = m_table->horizontalHeader()->viewport();
    QTest::mouseClick(titles, Qt::LeftButton, {}, {30, 15});
    QCOMPARE(m_models->sortText(), u"Name"_s);
    QCOMPARE(m_models->sortOrder(), Qt::DescendingOrder);
    QTest::mouseClick(titles, Qt::LeftButton, Qt::ShiftModifier, {30, 15});
    QCOMPARE(m_models->sortOrder(), Qt::AscendingOrder);
    QCOMPARE(columns().idAt(30), u"ModelName"_s);

    const auto move = [titles](int x, Qt::MouseButtons buttons) {
        QMouseEvent event(QEvent::MouseMove, QPointF(x, 15), titles->mapToGlobal(QPointF(x, 15)),
                          Qt::NoButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(titles, &event);
    };
    move(140, Qt::NoButton);
    QCOMPARE(m_table->horizontalHeader()->cursor().shape(), Qt::SplitHCursor);
    QTest::mousePress(titles, Qt::LeftButton, {}, {140, 15});
    move(170, Qt::LeftButton);
    QTest::mouseRelease(titles, Qt::LeftButton, {}, {170, 15});
    QCOMPARE(columns().arrangement().columns.first().width, 170);
    QCOMPARE(m_models->sortOrder(), Qt::AscendingOrder); // that was no click
    move(60, Qt::NoButton);
    QCOMPARE(m_table->horizontalHeader()->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseDClick(titles, Qt::LeftButton, {}, {170, 15});
    QCOMPARE(columns().arrangement().columns.first().width, 0);
}

void tst_PinnedTable::leavesRoomForTheOthers()
{
    columns().pin(u"Task"_s, true);
    columns().pin(u"Origin"_s, true);
    scrollToTheRight();
    QCOMPARE(columns().pinned(), QStringList({u"ModelName"_s, u"Task"_s, u"Origin"_s}));
    QVERIFY(header().pinnedWidth() <= m_table->viewport()->width() - 160);
    QCOMPARE(header().pinnedWidth(), 140);
    m_table->resize(800, 300);
    scrollToTheRight();
    QCOMPARE(header().pinnedWidth(), 540);
    QCOMPARE(m_table->visualRect(cell(0, u"Origin"_s)).left(), 340);
}

void tst_PinnedTable::nothingPinnedIsAPlainTable()
{
    columns().pin(u"ModelName"_s, false);
    scrollToTheRight();
    QCOMPARE(header().pinnedWidth(), 0);
    QVERIFY(m_table->visualRect(cell(0, u"ModelName"_s)).left() < 0);
    m_table->setCurrentId(u"model-05"_s); // its first cell comes into sight
    QCOMPARE(m_table->horizontalScrollBar()->value(), 0);
}

void tst_PinnedTable::columnsComeAndGo()
{
    columns().pin(u"Origin"_s, true);
    QCOMPARE(columns().pinned(), QStringList({u"ModelName"_s, u"Origin"_s}));
    columns().choose({u"ModelName"_s, u"Task"_s, u"OwnerId"_s});
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s});
    columns().pin(u"OwnerId"_s, true);
    columns().pin(u"ModelName"_s, false); // goes behind those that stay
    QCOMPARE(columns().pinned(), QStringList{u"OwnerId"_s});
    QCOMPARE(columns().arrangement().columns.at(1).id, u"ModelName"_s);
    columns().pin(u"nothing"_s, true);
    columns().reset();
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s});
}

void tst_PinnedTable::draggingAColumnIntoItPinsIt()
{
    const QSignalSpy changes(&columns(), &TableColumns::changed);
    m_table->horizontalHeader()->moveSection(3, 0);
    QCOMPARE(columns().pinned(), QStringList({u"Origin"_s, u"ModelName"_s}));
    m_table->horizontalHeader()->moveSection(0, 3);
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s});
    m_table->horizontalHeader()->moveSection(2, 4);
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s});
    QCOMPARE(changes.size(), 3);
}

void tst_PinnedTable::isKeptWithTheArrangement()
{
    columns().pin(u"Domain"_s, true);
    const TableLayout layout = TableLayout::fromText(columns().arrangement().toText());
    columns().reset();
    columns().arrange(layout);
    QCOMPARE(columns().pinned(), QStringList({u"ModelName"_s, u"Domain"_s}));
    // An arrangement of before: the name, where it was the first.
    columns().arrange(TableLayout::fromText(u"Task=0;ModelName=0|+Task"_s));
    QCOMPARE(columns().pinned(), QStringList());
    columns().arrange(TableLayout::fromText(u"ModelName=0;Task=0|+Task"_s));
    QCOMPARE(columns().pinned(), QStringList{u"ModelName"_s});
}

void tst_PinnedTable::isChosenInTheChooser()
{
    ColumnChooser chooser({u"ModelName"_s, u"Task"_s}, {});
    chooser.setAttribute(Qt::WA_DeleteOnClose, false);
    chooser.setPinned({u"ModelName"_s});
    chooser.setCurrent(u"Task"_s);
    const QSignalSpy pins(&chooser, &ColumnChooser::pinnedChanged);
    chooser.popUp({});
    auto *list = chooser.findChild<QListWidget *>();
    auto *pin = chooser.findChild<QCheckBox *>();
    QVERIFY(pin->isEnabled());
    QVERIFY(!pin->isChecked());
    pin->setFocus();
    QTest::keyClick(pin, Qt::Key_Space);
    QCOMPARE(pins.last(), (QVariantList{u"Task"_s, true}));
    QCOMPARE(list->currentItem()->text(), u"Task   pinned"_s);
    list->currentItem()->setCheckState(Qt::Unchecked);
    QVERIFY(!pin->isEnabled());
    QVERIFY(!pin->isChecked());
    QCOMPARE(list->currentItem()->text(), u"Task"_s);
    list->setCurrentRow(0);
    QVERIFY(pin->isChecked());
    QTest::keyClick(pin, Qt::Key_Space);
    QCOMPARE(pins.last(), (QVariantList{u"ModelName"_s, false}));
}

void tst_PinnedTable::screenReadersKnowOfOneTable()
{
    scrollToTheRight();
    QVERIFY(m_table->findChildren<QTableView *>().isEmpty());
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_table.get());
    QAccessibleInterface *name = table->tableInterface()->cellAt(2, 0);
    QVERIFY(name);
    const QRect rect = m_table->visualRect(cell(2, u"ModelName"_s));
    QCOMPARE(name->rect().topLeft(), m_table->viewport()->mapToGlobal(rect.topLeft()));
    const QPoint middle = m_table->viewport()->mapToGlobal(rect.center());
    QCOMPARE(table->childAt(middle.x(), middle.y())->text(QAccessible::Name),
             name->text(QAccessible::Name));
}

void tst_PinnedTable::theFocusIsSeenWithoutARow()
{
    const QColor ring = Theme::of().color(ThemeColor::Accent);
    const auto edge = [this] {
        const QImage seen = m_table->viewport()->grab().toImage();
        return seen.pixelColor(1, seen.height() - 2);
    };
    m_table->setCurrentIndex({});
    m_table->clearFocus();
    QVERIFY(edge() != ring);
    m_table->setFocus();
    QVERIFY(!m_table->currentIndex().isValid());
    QCOMPARE(edge(), ring);
    m_table->setCurrentIndex(m_models->index(0, 0)); // its row has it now
    QVERIFY(edge() != ring);
}

MODELSCRIBE_GUI_TEST(tst_PinnedTable)

} // namespace tst_pinnedtable

#include "tst_pinnedtable.moc"
