// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batching.h"

#include "batchworld.h"
#include "lists/batchgrid.h"
#include "session/batchkeeper.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/batch/batchtable.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/labels/labelswindow.h"
#include "ui/many/pastevaluesdialog.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/batchruns.h"
#include "ui/window/manyediting.h"
#include "uitest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_batching {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_Batching : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fromTheListToTheRegistryByKeysAlone();
    void escapeGoesBackAndKeepsTheEdit();
    void aDraftSurvivesTheWindow();
    void takesARunBack();
    void labelsGoTheSameWay();
    void pastesAColumnOverTheSelectedModels();
    void pastesTitledColumns();
    void anotherConnectionLeavesTheReview();

private:
    Batching &batching() { return *m_world->window->findChild<Batching *>(); }
    ManyEditing &many() { return *m_world->window->findChild<ManyEditing *>(); }
    ModelTable &table() { return m_world->window->findChild<BrowsePane *>()->table(); }
    BatchPage &page() { return *batching().reviewing().page(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    QAction *action(const QString &name) { return m_world->window->findChild<QAction *>(name); }
    void make(int count)
    {
        m_set = m_world->makeModels(count);
        m_world->connectTo();
        QTRY_COMPARE(table().model()->rowCount(), count);
    }
    //! All models of the list.
    void selectAll()
    {
        table().setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(many().session());
    }
    void set(const QString &field, const QString &text)
    {
        BatchEdit edit = many().session()->edit();
        edit.fields[field].text = text;
        many().session()->setEdit(edit);
    }
    bool review()
    {
        action(u"reviewAction"_s)->trigger();
        return QTest::qWaitFor(
            [this] {
                BatchPage *shown = batching().reviewing().page();
                return shown && shown->isVisible() && shown->currentReview()
                       && !shown->currentReview()->isRunning();
            },
            20'000);
    }
    bool waitDone()
    {
        return QTest::qWaitFor(
            [this] {
                const BatchRun *run = m_world->bench->batches().current();
                return run && run->state() == BatchRun::State::Ended;
            },
            30'000);
    }
    QString held(int index, const QString &field)
    {
        return findField(field)
            ->read(m_world->registry.model(m_set.changes[index].base.id).metadata)
            .text();
    }

    std::unique_ptr<BatchWorld> m_world;
    ChangeSet m_set;
};

void tst_Batching::init()
{
    m_world = std::make_unique<BatchWorld>();
    QVERIFY(QTest::qWaitForWindowActive(m_world->window.get()));
}

void tst_Batching::cleanup() { m_world.reset(); }

void tst_Batching::fromTheListToTheRegistryByKeysAlone()
{
    make(4);
    selectAll();
    auto *task = m_world->window->findChild<QLineEdit *>(u"field_Origin"_s);
    for (QLineEdit *field : m_world->window->findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->objectName().contains(u"Origin"_s))
            task = field;
    }
    QVERIFY(task && task->isVisible());
    task->setFocus();
    task->selectAll(); // all of them have the same
    QTest::keyClicks(task, u"Here"_s);
    QCOMPARE(many().session()->edit().fields.value(u"Origin"_s).text, u"Here"_s);
    QVERIFY(review());
    QCOMPARE(QApplication::focusWidget(), &page().table());
    QCOMPARE(page().grid().totals().models, 4);
    QCOMPARE(m_world->registry.count("PUT"), 0);
    press(Qt::Key_Space); // the first one is left out
    const QString out = page().grid().itemAt(0).base.id;
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(waitDone());
    int saved = 0;
    for (const Change &change : m_set.changes) {
        const bool isHere = m_world->registry.model(change.base.id).metadata.origin == u"Here"_s;
        QCOMPARE(isHere, change.base.id != out);
        saved += isHere;
    }
    QCOMPARE(saved, 3);
    QVERIFY(m_world->bench->batchDrafts().drafts().isEmpty()); // it is no draft any more
}

void tst_Batching::escapeGoesBackAndKeepsTheEdit()
{
    make(3);
    selectAll();
    set(u"Task"_s, u"t"_s);
    QVERIFY(review());
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    QVERIFY(!page().isVisible());
    QVERIFY(many().session());
    QCOMPARE(many().session()->leftOut().size(), 1);
    QCOMPARE(m_world->registry.count("PUT"), 0);
    QVERIFY(review()); // and what was left out still is
    QCOMPARE(page().grid().totals().models, 2);
}

void tst_Batching::aDraftSurvivesTheWindow()
{
    make(3);
    selectAll();
    set(u"Task"_s, u"t"_s);
    const QUuid id = many().session()->id();
    QVERIFY(QTest::qWaitFor(
        [kept = m_world->bench->batchDrafts().keepAll()] { return kept.isFinished(); }, 10'000));
    m_world->open();
    m_world->connectTo();
    QTRY_COMPARE(m_world->bench->batchDrafts().drafts().size(), 1);
    QTRY_COMPARE(table().model()->rowCount(), 3);
    emit batching().runs().batchOpenRequested(id);
    QTRY_VERIFY(many().session());
    QCOMPARE(many().session()->id(), id);
    QCOMPARE(many().session()->edit().fields.value(u"Task"_s).text, u"t"_s);
    QVERIFY(review());
    QCOMPARE(page().grid().totals().models, 3);
}

void tst_Batching::takesARunBack()
{
    make(3);
    selectAll();
    set(u"Task"_s, u"t"_s);
    QVERIFY(review());
    page().save();
    QVERIFY(waitDone());
    const QUuid group = m_world->bench->batches().current()->set().id;
    ModelMetadata theirs = m_world->registry.model(m_set.changes[1].base.id).metadata;
    theirs.task = u"theirs"_s;
    m_world->registry.update(m_world->registry.model(m_set.changes[1].base.id), theirs);
    emit batching().runs().revertRequested(group);
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && page().currentReview()
                                 && !page().currentReview()->isRunning(),
                             20'000);
    QCOMPARE(page().grid().totals().models, 2);
    QCOMPARE(page().grid().count(BatchGrid::Filter::Unchanged), 1);
    page().save();
    QTRY_COMPARE_WITH_TIMEOUT(held(0, u"Task"_s), u"text-classification"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(held(2, u"Task"_s), u"text-classification"_s, 20'000);
    QCOMPARE(held(1, u"Task"_s), u"theirs"_s);
}

void tst_Batching::labelsGoTheSameWay()
{
    make(3);
    action(u"labelsAction"_s)->trigger();
    LabelsWindow *labels = batching().labels();
    QVERIFY(labels && labels->isVisible());
    labels->plan().add(
        {.kind = LabelVerb::Kind::RenameKey, .key = u"team"_s, .newText = u"crew"_s});
    emit labels->reviewRequested(labels->plan().session());
    QTRY_VERIFY_WITH_TIMEOUT(batching().reviewing().page() && page().grid().totals().models == 3,
                             20'000);
    page().save();
    QVERIFY(waitDone());
    for (const Change &change : m_set.changes)
        QCOMPARE(m_world->registry.model(change.base.id).metadata.labels,
                 QList<Label>({{u"crew"_s, u"nlp"_s}}));
    QVERIFY(labels->plan().isEmpty());
}

void tst_Batching::pastesAColumnOverTheSelectedModels()
{
    make(3);
    selectAll();
    const QStringList ids = table().selectedIds();
    QGuiApplication::clipboard()->setText(u"one\ntwo\n"_s);
    action(u"pasteValuesAction"_s)->trigger();
    auto *dialog = m_world->window->findChild<PasteValuesDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QComboBox *>();
    field->setCurrentIndex(field->findData(u"Task"_s));
    dialog->findChild<QPushButton *>(u"reviewPasted"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(batching().reviewing().page() && page().grid().totals().models == 2,
                             20'000);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(m_world->registry.model(ids[0]).metadata.task, u"one"_s);
    QCOMPARE(m_world->registry.model(ids[1]).metadata.task, u"two"_s);
    QCOMPARE(m_world->registry.model(ids[2]).metadata.task, u"text-classification"_s);
}

void tst_Batching::pastesTitledColumns()
{
    make(2);
    selectAll();
    const QStringList ids = table().selectedIds();
    QGuiApplication::clipboard()->setText(u"Task\tlabel:stage\nx\tdev\ny\tprod"_s);
    action(u"pasteValuesAction"_s)->trigger();
    auto *dialog = m_world->window->findChild<PasteValuesDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"reviewPasted"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(batching().reviewing().page() && page().grid().totals().models == 2,
                             20'000);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(m_world->registry.model(ids[1]).metadata.task, u"y"_s);
    QCOMPARE(m_world->registry.model(ids[1]).metadata.labels,
             QList<Label>({{u"team"_s, u"nlp"_s}, {u"stage"_s, u"prod"_s}}));
    // Without text there is nothing to ask.
    QGuiApplication::clipboard()->clear();
    m_world->window->findChild<BrowsePane *>()->focusList();
    action(u"pasteValuesAction"_s)->trigger();
    QTRY_VERIFY(!m_world->window->findChild<PasteValuesDialog *>());
}

void tst_Batching::anotherConnectionLeavesTheReview()
{
    make(2);
    selectAll();
    set(u"Task"_s, u"t"_s);
    QVERIFY(review());
    m_world->connectTo();
    QTRY_VERIFY(!page().isVisible());
    QVERIFY(!page().currentReview());
    QCOMPARE(m_world->registry.count("PUT"), 0);
}

MODELSCRIBE_GUI_TEST(tst_Batching)

} // namespace tst_batching

#include "tst_batching.moc"
