// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batching.h"

#include "batchworld.h"
#include "lists/batchgrid.h"
#include "lists/draftsmodel.h"
#include "session/batchkeeper.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/batch/batchtable.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/modeltable.h"
#include "ui/labels/labelswindow.h"
#include "ui/many/pastevaluesdialog.h"
#include "ui/widgets/messagestrip.h"
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
    void aPastedBlockSurvivesTheWindow();
    void whatTakesARunBackIsADraftToo();
    void aReviewThatWasLeftCanBeDiscarded();
    void aModelWithADraftIsLeftOutUntilTicked();
    void reviewsDraftsTogether();
    void reviewsTheDraftsOfTheSelectedModels();
    void saysThatThereAreNoDrafts();

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
    //! Over all models, into Task unless the text says otherwise.
    void paste(const QString &text)
    {
        selectAll();
        QGuiApplication::clipboard()->setText(text);
        action(u"pasteValuesAction"_s)->trigger();
        auto *dialog = m_world->window->findChild<PasteValuesDialog *>();
        auto *field = dialog->findChild<QComboBox *>();
        field->setCurrentIndex(field->findData(u"Task"_s));
        dialog->findChild<QPushButton *>(u"reviewPasted"_s)->click();
    }
    void draftOf(const Change &change)
    {
        m_world->bench->open(change.base.id)->setValue(*findField(u"Task"), u"mine"_s);
    }
    bool review()
    {
        // The form is made some at a time.
        QAction *review = action(u"reviewAction"_s);
        if (!QTest::qWaitFor([review] { return review->isEnabled(); }, 20'000))
            return false;
        review->trigger();
        return waitReviewed();
    }
    bool waitReviewed()
    {
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
    // The form is made some at a time.
    QLineEdit *task = nullptr;
    const auto find = [this, &task] {
        const QList<QLineEdit *> fields = m_world->window->findChildren<QLineEdit *>();
        const auto found = std::ranges::find_if(fields, [](const QLineEdit *field) {
            return field->isVisible() && field->objectName().contains(u"Origin"_s);
        });
        task = found == fields.end() ? nullptr : *found;
        return task != nullptr;
    };
    QVERIFY(QTest::qWaitFor(find, 20'000));
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
    QTRY_COMPARE(m_world->window->focusWidget(), &table());    // where it all began
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

//! Before all models are read.
void tst_Batching::aPastedBlockSurvivesTheWindow()
{
    make(3);
    paste(u"Task\none\ntwo\nthree\n"_s);
    QTRY_COMPARE(m_world->bench->batchDrafts().drafts().size(), 1);
    const QStringList ids = m_world->bench->batchDrafts().drafts().first()->modelIds();
    QVERIFY(QTest::qWaitFor(
        [kept = m_world->bench->batchDrafts().keepAll()] { return kept.isFinished(); }, 10'000));
    m_world->open();
    RegisteredModel moved = m_world->registry.model(ids[1]);
    moved.metadata.domain = u"theirs"_s;
    m_world->registry.update(m_world->registry.model(ids[1]), moved.metadata);
    m_world->connectTo();
    QTRY_COMPARE(m_world->bench->batchDrafts().drafts().size(), 1);
    action(u"draftsAction"_s)->trigger();
    auto *list = m_world->window->findChild<DraftsList *>();
    QTRY_COMPARE(list->drafts().rowCount(), 1);
    QCOMPARE(list->drafts().index(0, DraftsModel::Name).data().toString(), u"3 model(s): Task"_s);
    QTRY_COMPARE(list->drafts().index(0, DraftsModel::Standing).data().toString(),
                 u"models changed since"_s);
    list->table().setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(waitReviewed());
    QCOMPARE(page().grid().totals().models, 3);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(m_world->registry.model(ids[0]).metadata.task, u"one"_s);
    QCOMPARE(m_world->registry.model(ids[1]).metadata.task, u"two"_s);
    QCOMPARE(m_world->registry.model(ids[1]).metadata.domain, u"theirs"_s);
    QCOMPARE(m_world->registry.model(ids[2]).metadata.task, u"three"_s);
    QVERIFY(m_world->bench->batchDrafts().drafts().isEmpty());
}

void tst_Batching::whatTakesARunBackIsADraftToo()
{
    make(2);
    selectAll();
    set(u"Task"_s, u"t"_s);
    QVERIFY(review());
    page().save();
    QVERIFY(waitDone());
    QTRY_VERIFY(m_world->bench->batchDrafts().drafts().isEmpty());
    emit batching().runs().revertRequested(m_world->bench->batches().current()->set().id);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->bench->batchDrafts().drafts().size(), 1, 20'000);
    QVERIFY(waitReviewed());
    press(Qt::Key_Escape);
    QVERIFY(!page().isVisible());
    const QUuid id = m_world->bench->batchDrafts().drafts().first()->id();
    QVERIFY(QTest::qWaitFor(
        [kept = m_world->bench->batchDrafts().keepAll()] { return kept.isFinished(); }, 10'000));
    m_world->open();
    m_world->connectTo();
    QTRY_VERIFY(m_world->bench->batchDrafts().find(id));
    ModelMetadata theirs = m_world->registry.model(m_set.changes[1].base.id).metadata;
    theirs.task = u"theirs"_s;
    m_world->registry.update(m_world->registry.model(m_set.changes[1].base.id), theirs);
    emit batching().runs().batchOpenRequested(id);
    QVERIFY(waitReviewed());
    QCOMPARE(page().grid().totals().models, 1);
    QCOMPARE(page().grid().count(BatchGrid::Filter::Unchanged), 1);
    page().save();
    QTRY_COMPARE_WITH_TIMEOUT(held(0, u"Task"_s), u"text-classification"_s, 20'000);
    QCOMPARE(held(1, u"Task"_s), u"theirs"_s);
}

//! The form over the same models is another draft.
void tst_Batching::aReviewThatWasLeftCanBeDiscarded()
{
    make(2);
    paste(u"one\n"_s);
    QVERIFY(waitReviewed());
    m_world->window->activateWindow(); // the dialog has gone
    QTRY_VERIFY(QApplication::focusWidget());
    press(Qt::Key_Escape);
    QCOMPARE(m_world->bench->batchDrafts().drafts().size(), 1);
    QTRY_VERIFY(many().session());
    QVERIFY(many().session()->isEmpty());
    MessageStrip *said = nullptr;
    for (MessageStrip *strip : m_world->window->findChildren<MessageStrip *>())
        said = strip->isVisible() && strip->text().contains(u"kept in Drafts"_s) ? strip : said;
    QVERIFY(said);
    for (QPushButton *button : said->findChildren<QPushButton *>()) {
        if (button->text() == u"Discard it"_s)
            button->click();
    }
    QVERIFY(m_world->bench->batchDrafts().drafts().isEmpty());
}

//! Its edits are asked about, never mixed with what many get.
void tst_Batching::aModelWithADraftIsLeftOutUntilTicked()
{
    make(3);
    draftOf(m_set.changes[1]);
    const QString id = m_set.changes[1].base.id;
    paste(u"one"_s);
    QVERIFY(waitReviewed());
    QCOMPARE(page().grid().totals().models, 2);
    const auto rowOf = [this](const QString &modelId) {
        for (int row = 0; row < page().grid().rowCount(); ++row) {
            if (page().grid().itemAt(row).base.id == modelId)
                return row;
        }
        return -1;
    };
    const int row = rowOf(id);
    QCOMPARE(page().grid().stateText(row), u"has unsaved changes"_s);
    QVERIFY(page().grid().detailText(row).contains(u"stay a draft"_s));
    QVERIFY(m_world->bench->batchDrafts().drafts().first()->leftOut().isEmpty()); // not by a person
    page().grid().leaveOut({row}, false);
    QCOMPARE(page().grid().totals().models, 3);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(held(1, u"Task"_s), u"one"_s);
    EditSession *session = m_world->bench->open(id);
    QVERIFY(session->isDirty());
    QCOMPARE(session->edited().task, u"mine"_s);
}

//! A clash is set aside, a new model is left out, a refused one keeps its draft.
void tst_Batching::reviewsDraftsTogether()
{
    make(4);
    for (const Change &change : m_set.changes)
        draftOf(change);
    m_world->bench->createNew()->setValue(*findField(u"ModelName"), u"new"_s);
    m_world->bench->open(m_set.changes[1].base.id)->setValue(*findField(u"Domain"), u"aigc"_s);
    m_world->move(m_set.changes[1]); // the same field
    ModelMetadata theirs = m_set.changes[2].base.metadata;
    theirs.domain = u"theirs"_s;
    m_world->registry.update(m_set.changes[2].base, theirs);
    m_world->registry.decide =
        [refused = m_set.changes[3].base.id.toUtf8()](const ReceivedRequest &request) {
            const bool isOne = request.verb == "PUT" && request.target.contains(refused);
            return isOne ? RegistryProxy::Do::Refuse : RegistryProxy::Do::Pass;
        };
    action(u"draftsAction"_s)->trigger();
    auto *list = m_world->window->findChild<DraftsList *>();
    QPushButton *button = nullptr;
    for (QPushButton *one : list->findChildren<QPushButton *>()) {
        if (one->text() == u"Review 4 draft(s)…"_s)
            button = one;
    }
    QVERIFY(button && button->isVisible());
    button->click();
    QVERIFY(waitReviewed());
    QCOMPARE(page().grid().totals().models, 3);
    QVERIFY(
        page().findChild<MessageStrip *>()->text().startsWith(u"1 new model(s) is/are left out"_s));
    for (int row = 0; row < page().grid().rowCount(); ++row) {
        const bool isClash = page().grid().itemAt(row).base.id == m_set.changes[1].base.id;
        QCOMPARE(page().grid().stateText(row) == u"conflict"_s, isClash);
        QCOMPARE(page().grid().detailText(row).contains(u"changed this too: Task"_s), isClash);
    }
    QVERIFY(!page().grid().headerTexts().contains(u"Domain"_s)); // of what is set aside
    QCOMPARE(m_world->registry.count("PUT"), 0);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(held(0, u"Task"_s), u"mine"_s);
    QCOMPARE(held(1, u"Task"_s), u"theirs"_s);
    QCOMPARE(held(2, u"Task"_s), u"mine"_s);
    QCOMPARE(held(2, u"Domain"_s), u"theirs"_s);
    QStringList left;
    for (const EditSession *session : m_world->bench->dirtySessions())
        left.append(session->modelId());
    left.sort();
    QStringList expected{QString(), m_set.changes[1].base.id, m_set.changes[3].base.id};
    expected.sort();
    QCOMPARE(left, expected);
}

void tst_Batching::reviewsTheDraftsOfTheSelectedModels()
{
    make(4);
    for (const Change &change : m_set.changes.first(3))
        draftOf(change);
    QTRY_COMPARE(table().model()->rowCount(), 4);
    table().selectIds({m_set.changes[0].base.id, m_set.changes[3].base.id});
    QTRY_VERIFY(many().session());
    set(u"Origin"_s, u"of many"_s); // never mixed with the draft of one
    action(u"reviewDraftsAction"_s)->trigger();
    QVERIFY(waitReviewed());
    QCOMPARE(page().grid().totals().models, 1);
    page().save();
    QVERIFY(waitDone());
    QCOMPARE(held(0, u"Task"_s), u"mine"_s);
    QCOMPARE(held(0, u"Origin"_s), u"ModelScope"_s);
    QCOMPARE(held(1, u"Task"_s), u"text-classification"_s);
    QCOMPARE(m_world->bench->dirtySessions().size(), 2);
    QCOMPARE(m_world->bench->batchDrafts().drafts().size(), 1);
}

void tst_Batching::saysThatThereAreNoDrafts()
{
    make(1);
    m_world->bench->createNew()->setValue(*findField(u"ModelName"), u"new"_s);
    action(u"reviewDraftsAction"_s)->trigger();
    QVERIFY(!batching().reviewing().page());
    bool isSaid = false;
    for (const MessageStrip *strip : m_world->window->findChildren<MessageStrip *>())
        isSaid = isSaid || strip->text().contains(u"1 new model(s) is/are left out"_s);
    QVERIFY(isSaid);
}

MODELSCRIBE_GUI_TEST(tst_Batching)

} // namespace tst_batching

#include "tst_batching.moc"
