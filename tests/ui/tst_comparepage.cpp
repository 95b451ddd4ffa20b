// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "lists/comparing.h"
#include "lists/comparisonmodel.h"
#include "session/edithistory.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/modelchooser.h"
#include "uiworld.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace tst_comparepage {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ComparePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void chosenRowsAreCompared();
    void onlyTwoToSixCanBeCompared();
    void valueIsCopiedToADraft();
    void severalTargetsAreAsked();
    void readOnlyRefusesInWords();
    void changeInTheRegistryIsFollowed();
    void longExtraInfoIsComparedAside();
    void keysWalkCopyAndLeave();
    void anotherModelIsAddedByKeys();
    void sixAreEnough();
    void choosingEndsWithEscape();
    void narrowShowsTwo();
    void clickWithCtrlOpensNothing();

private:
    void addModels(int count);
    void select(int count);
    void compare(int count);
    ComparePage *page() const { return m_window->findChild<ComparePage *>(); }
    QModelIndex cellOf(const QString &title, int column) const;
    QAction *action() const { return m_window->findChild<QAction *>(u"compareAction"_s); }

    std::unique_ptr<modelscribe::testing::UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_ComparePage::init()
{
    m_world = std::make_unique<modelscribe::testing::UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
}

void tst_ComparePage::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_ComparePage::addModels(int count)
{
    const QStringList tasks{u"text-classification"_s, u"text-classification"_s, u"qa"_s};
    QList<RegisteredModel> models;
    for (int i = 0; i < count; ++i) {
        models.append(
            {.id = u"model-%1"_s.arg(i),
             .metadata = {.name = u"bert-%1"_s.arg(i),
                          .task = tasks.value(i),
                          .extraInfo = JsonText("{\"Rating\":4." + QByteArray::number(i) + "}")}});
    }
    m_world->workbench.catalog()->upsert(models);
    QTRY_COMPARE(m_window->findChild<BrowsePane *>()->shownCount(), count);
}

void tst_ComparePage::select(int count)
{
    ModelTable &table = m_window->findChild<BrowsePane *>()->table();
    table.sortBy(0, Qt::AscendingOrder);
    QTest::qWait(20);
    table.clearSelection();
    for (int row = 0; row < count; ++row)
        table.selectionModel()->select(table.model()->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void tst_ComparePage::compare(int count)
{
    addModels(count);
    select(count);
    QVERIFY(action()->isEnabled());
    action()->trigger();
    QVERIFY(page());
    QTRY_COMPARE(page()->table().model()->columnCount(), count);
    QTRY_VERIFY(page()->table().currentIndex().isValid());
}

QModelIndex tst_ComparePage::cellOf(const QString &title, int column) const
{
    const QAbstractItemModel *model = page()->table().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->headerData(row, Qt::Vertical).toString() == title)
            return model->index(row, column);
    }
    return {};
}

void tst_ComparePage::chosenRowsAreCompared()
{
    compare(3);
    QVERIFY(page()->isVisible());
    QVERIFY(!m_window->findChild<BrowsePane *>()->isVisible());
    QVERIFY(cellOf(u"Task"_s, 2).data(ComparisonModel::MarkedRole).toBool());
    QCOMPARE(cellOf(u"extra.Rating"_s, 1).data().toString(), u"4.1"_s);
    QTest::keyClick(&page()->table(), Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
    QVERIFY(m_window->findChild<BrowsePane *>()->table().hasFocus());
}

void tst_ComparePage::onlyTwoToSixCanBeCompared()
{
    addModels(8);
    for (const int count : {1, 7}) {
        select(count);
        QVERIFY(!action()->isEnabled());
    }
    select(6);
    QVERIFY(action()->isEnabled());
}

void tst_ComparePage::valueIsCopiedToADraft()
{
    compare(2);
    CompareTable &table = page()->table();
    table.setCurrentIndex(cellOf(u"extra.Rating"_s, 1));
    QTest::keyClick(&table, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    const EditSession *draft = nullptr;
    QTRY_VERIFY((draft = m_world->workbench.findDraft(u"model-0"_s)));
    QCOMPARE(draft->edited().extraInfo.utf8(), "{\"Rating\":4.1}");
    QCOMPARE(draft->base().metadata.extraInfo.utf8(), "{\"Rating\":4.0}");
    QTRY_VERIFY(cellOf(u"extra.Rating"_s, 0).data(ComparisonModel::ChangedRole).toBool());
    QTRY_COMPARE(table.currentIndex(), cellOf(u"extra.Rating"_s, 1));
    QVERIFY(EditHistory::of(*m_world->workbench.findDraft(u"model-0"_s)).undo());
    QVERIFY(!draft->isDirty());
    QTRY_VERIFY(!cellOf(u"extra.Rating"_s, 0).data(ComparisonModel::ChangedRole).toBool());
}

void tst_ComparePage::severalTargetsAreAsked()
{
    compare(3);
    CompareTable &table = page()->table();
    table.setCurrentIndex(cellOf(u"Task"_s, 2));
    QTest::keyClick(&table, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return); // the last one: all of them
    QTRY_COMPARE(page()->comparing().drafts().size(), 2);
    for (const EditSession *draft : page()->comparing().drafts())
        QCOMPARE(draft->edited().task, u"qa"_s);
}

void tst_ComparePage::readOnlyRefusesInWords()
{
    addModels(1);
    m_world->workbench.catalog()->upsert(
        RegisteredModel{.id = u"model-x"_s,
                        .metadata = {.name = u"theirs"_s, .task = u"x"_s},
                        .provider = u"pai"_s});
    QTRY_COMPARE(m_window->findChild<BrowsePane *>()->shownCount(), 2);
    select(2);
    action()->trigger();
    QTRY_COMPARE(page()->table().model()->columnCount(), 2);
    CompareTable &table = page()->table();
    table.setCurrentIndex(cellOf(u"Task"_s, 0));
    QTest::keyClick(&table, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    const auto labels = page()->findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"read-only"_s);
    }));
    QVERIFY(page()->comparing().drafts().isEmpty());
}

void tst_ComparePage::changeInTheRegistryIsFollowed()
{
    compare(2);
    Catalog &catalog = *m_world->workbench.catalog();
    RegisteredModel now = *catalog.find(u"model-1"_s);
    now.metadata.task = u"other"_s;
    catalog.upsert(now);
    QTRY_COMPARE(cellOf(u"Task"_s, 1).data().toString(), u"other"_s);
    catalog.remove(u"model-1"_s);
    QTRY_VERIFY(page()->comparing().comparison().models.value(1).isGone);
    CompareTable &table = page()->table();
    QTRY_VERIFY(table.currentIndex().isValid());
    QTest::keyClick(&table, Qt::Key_Right); // to the one that is gone
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_COMPARE(page()->comparing().modelIds(), QStringList{u"model-0"_s});
    QTRY_VERIFY(!table.isVisible());
}

void tst_ComparePage::longExtraInfoIsComparedAside()
{
    addModels(2);
    QByteArray text("{");
    for (int i = 0; i < 20'000; ++i)
        text += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    text.back() = '}';
    for (const char *id : {"model-0", "model-1"}) {
        RegisteredModel model = *m_world->workbench.catalog()->find(QString::fromLatin1(id));
        model.metadata.extraInfo = JsonText(text);
        m_world->workbench.catalog()->upsert(model);
    }
    select(2);
    action()->trigger();
    QTRY_VERIFY(page()->comparing().isWorking());
    QTRY_VERIFY(!page()->comparing().isWorking());
    QVERIFY(page()->table().model()->rowCount() > 20'000);
}

void tst_ComparePage::keysWalkCopyAndLeave()
{
    compare(3);
    CompareTable &table = page()->table();
    QTRY_VERIFY(table.hasFocus());
    table.setCurrentIndex(cellOf(u"Task"_s, 0));
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.currentIndex(), cellOf(u"extra.Rating"_s, 0));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"4.0"_s);
    QTest::keyClick(&table, Qt::Key_Return);
    QVERIFY(!page()->isVisible());
    QVERIFY(m_window->findChild<BrowsePane *>()->isVisible());
}

void tst_ComparePage::anotherModelIsAddedByKeys()
{
    compare(3);
    CompareTable &table = page()->table();
    addModels(12);
    QTest::keyClick(&table, Qt::Key_Insert);
    auto *chooser = page()->findChild<ModelChooser *>();
    QVERIFY(chooser->isVisible());
    auto *edit = chooser->findChild<QLineEdit *>();
    const auto *list = chooser->findChild<QListView *>();
    QTRY_VERIFY(edit->hasFocus());
    QTRY_COMPARE(list->model()->rowCount(), 9); // without those that are compared
    QTest::keyClicks(edit, u"1"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2); // 10, 11; bert-1 is compared
    QTest::keyClick(edit, Qt::Key_Down);
    QString chosen = list->currentIndex().data().toString();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!chooser->isVisible());
    QTRY_COMPARE(table.model()->columnCount(), 4);
    QCOMPARE(page()->comparing().modelIds().last(), chosen.replace(u"bert"_s, u"model"_s));
    QVERIFY(table.hasFocus());
    QTRY_COMPARE(table.currentIndex().column(), 3);
}

void tst_ComparePage::sixAreEnough()
{
    compare(6);
    auto *add = page()->findChild<QPushButton *>(u"addModel"_s);
    QVERIFY(!add->isEnabled());
    QTest::keyClick(&page()->table(), Qt::Key_Insert);
    QVERIFY(!page()->findChild<ModelChooser *>()->isVisible());
    page()->comparing().remove(u"model-0"_s);
    QTRY_VERIFY(add->isEnabled());
}

void tst_ComparePage::choosingEndsWithEscape()
{
    compare(2);
    page()->comparing().remove(u"model-0"_s);
    auto *add = page()->findChild<QPushButton *>(u"addModel"_s);
    QTRY_VERIFY(!page()->table().isVisible());
    QTest::mouseClick(add, Qt::LeftButton);
    auto *chooser = page()->findChild<ModelChooser *>();
    auto *edit = chooser->findChild<QLineEdit *>();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"nobody"_s);
    QTRY_VERIFY(!chooser->findChild<QListView *>()->isVisible());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(chooser->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!chooser->isVisible());
    QVERIFY(page()->isVisible());
    QVERIFY(add->hasFocus());
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return); // before it has an answer
    QTRY_VERIFY(page()->table().isVisible());
    QTRY_COMPARE(page()->table().model()->columnCount(), 2);
    QVERIFY(page()->table().hasFocus());
}

void tst_ComparePage::narrowShowsTwo()
{
    compare(4);
    const CompareTable &table = page()->table();
    QTRY_COMPARE(table.columnWidth(0), 280);
    m_window->resize(800, 600);
    QTRY_VERIFY(table.columnWidth(0) * 2 <= table.viewport()->width() + 2);
    QVERIFY(table.columnWidth(0) * 3 > table.viewport()->width());
}

void tst_ComparePage::clickWithCtrlOpensNothing()
{
    addModels(3);
    ModelTable &table = m_window->findChild<BrowsePane *>()->table();
    const auto at = [&table](int row) {
        return table.visualRect(table.model()->index(row, 0)).center();
    };
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at(0));
    const QSignalSpy opened(&table, &ModelTable::openRequested);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ControlModifier, at(2));
    QCOMPARE(table.selectedIds(6).size(), 2);
    QCOMPARE(opened.size(), 0);
    table.sortBy(0, Qt::DescendingOrder);
    QTest::qWait(20);
    QCOMPARE(table.selectedIds(6).size(), 2);
}

MODELSCRIBE_GUI_TEST(tst_ComparePage)

} // namespace tst_comparepage

#include "tst_comparepage.moc"
