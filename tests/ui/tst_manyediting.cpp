// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/manyediting.h"

#include "lists/modeltablemodel.h"
#include "lists/trialrows.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/pasteddialog.h"
#include "ui/browse/selectionbar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/many/draftquestion.h"
#include "ui/many/manyfield.h"
#include "ui/many/manypane.h"
#include "ui/many/trialview.h"
#include "ui/many/valuespopup.h"
#include "ui/many/verbrow.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/messagestrip.h"
#include "uitest.h"
#include "uiworld.h"
#include "json/jsonpath.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tst_manyediting {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace modelscribe::uitest;
using namespace Qt::StringLiterals;

class tst_ManyEditing : public QObject
{
    Q_OBJECT

private slots:
    void comesWithTheSecondModel();
    void typingMeansSet();
    void tabFollowsTheEye();
    void whatIsTypedAndTakenAwayIsLeft();
    void menuOfVerbs();
    void findAndReplaceIsTried();
    void numbersInTheOrderOfTheRows();
    void labels();
    void labelsThatOthersHaveOtherwise();
    void placesOfExtraInfo();
    void publicSaysWhoWillSee();
    void escapeLeavesAndKeeps();
    void anotherEditIsOffered();
    void discardCanBeTakenBack();
    void aValueNarrowsTheSelection();
    void allThatMatch();
    void pastedNames();
    void asksAboutDrafts();
    void showsWhatStandsAgainstAReview();
    void narrowWindow();
    void tenThousand();
};

namespace {

constexpr int patience = 20'000; // ms

//! Prints how long the longest turn of the event loop was.
class GapWatcher : public QObject
{
public:
    void begin(const char *what)
    {
        m_what = what;
        m_longest = 0;
        m_since.start();
        m_timer = startTimer(0);
    }
    void end()
    {
        note();
        killTimer(m_timer);
        qInfo("%s: longest gap %lld ms", m_what, m_longest);
    }

protected:
    void timerEvent(QTimerEvent *) override { note(); }

private:
    void note() { m_longest = std::max(m_longest, m_since.restart()); }

    const char *m_what = "";
    qint64 m_longest = 0;
    QElapsedTimer m_since;
    int m_timer = 0;
};

struct ManyWorld
{
    //! Models of the list, besides those that the registry comes with.
    explicit ManyWorld(int count = 20)
        : window(world.workbench, world.connector, WindowSettings())
    {
        window.resize(1280, 800);
        window.show();
        isUp = world.connectToRegistry() && world.waitLoaded();
        QList<RegisteredModel> models;
        for (int i = 0; i < count; ++i) {
            RegisteredModel model = sampleModel();
            model.id = u"model-%1"_s.arg(i);
            model.metadata.name = u"bert-%1"_s.arg(i);
            model.metadata.type = i % 2 ? u"Checkpoint"_s : u"LoRA"_s;
            model.metadata.origin = u"Alibaba"_s;
            if (i % 5 == 4)
                model.provider = u"pai"_s;
            models.append(model);
        }
        if (!isUp)
            return;
        world.workbench.catalog()->clear();
        world.workbench.catalog()->upsert(models);
        isUp = QTest::qWaitFor([&] { return table().model()->rowCount() == count; }, patience);
    }

    ModelTable &table() { return window.findChild<BrowsePane *>()->table(); }
    ManyEditing &many() { return *window.findChild<ManyEditing *>(); }
    ManyPane *pane() { return window.findChild<ManyPane *>(); }
    template<typename T = QLineEdit>
    T *field(const QString &key)
    {
        return pane()->findChild<T *>(u"field_"_s + key);
    }
    //! As a person does it: the first row, then down with Shift.
    bool select(int count)
    {
        QTest::qWait(20); // the table finds its place after a search
        table().setFocus();
        table().setCurrentIndex(table().model()->index(0, 0));
        for (int i = 1; i < count; ++i)
            QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        return QTest::qWaitFor(
            [&] {
                return many().session() && pane()->counting().isCounted()
                       && pane()->counting().values().models == count;
            },
            patience);
    }
    FieldVerb verb(const QString &key) { return many().session()->edit().fields.value(key); }
    const BatchEdit &edit() { return many().session()->edit(); }
    template<typename T = QWidget>
    T *part(const QString &name)
    {
        return pane()->findChild<T *>(name);
    }
    //! By F4 and the first letter that \p text begins with.
    bool chooseVerb(QWidget *editor, const QString &text)
    {
        QTest::keyClick(editor, Qt::Key_F4);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return false;
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return true;
            }
        }
        menu->close();
        return false;
    }
    //! As in the menu of the button below the verbs.
    bool addVerb(ManyPane::Tab tab, int at)
    {
        pane()->setCurrentTab(tab);
        for (auto *button : pane()->findChildren<QPushButton *>(u"addVerb"_s)) {
            if (!button->isVisible())
                continue;
            button->click();
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return false;
            menu->setActiveAction(menu->actions().at(at));
            QTest::keyClick(menu, Qt::Key_Return);
            return true;
        }
        return false;
    }
    //! The \p i-th verb of the tab that is shown.
    VerbRow *row(int i)
    {
        const auto rows = [this] {
            QList<VerbRow *> found;
            for (auto *row : pane()->findChildren<VerbRow *>()) {
                if (row->isVisible())
                    found.append(row);
            }
            return found;
        };
        if (!QTest::qWaitFor([&] { return rows().size() > i; }, patience))
            qFatal("there is no such row");
        return rows().at(i);
    }
    void setDraft(const QString &id)
    {
        world.workbench.open(id)->setValue(*findField(u"Origin"), FieldValue(u"typed"_s));
    }

    UiWorld world;
    MainWindow window;
    bool isUp = false;
};

} // namespace

void tst_ManyEditing::comesWithTheSecondModel()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    world.table().setCurrentIndex(world.table().model()->index(0, 0));
    QTRY_VERIFY(world.window.findChild<EditorPane *>()->isVisible());
    QVERIFY(!world.many().session());
    QVERIFY(world.select(5));
    QTRY_VERIFY(world.pane()->isVisible());
    QVERIFY(!world.window.findChild<EditorPane *>()->isVisible());
    QCOMPARE(world.many().session()->modelIds().size(), 5);
    QVERIFY(world.pane()->findChild<QLabel *>(u"manyTitle"_s)->text().startsWith(u"5 model"_s));
    QCOMPARE(world.window.findChild<SelectionBar *>()->isVisible(), true);
    QTRY_VERIFY(world.field(u"Origin"_s)->isVisible());
    // Equal values stand there, different ones are counted.
    QCOMPARE(world.field(u"Origin"_s)->text(), u"Alibaba"_s);
    QCOMPARE(world.field(u"ModelType"_s)->text(), QString());
    QCOMPARE(world.field(u"ModelType"_s)->placeholderText().left(11), u"2 different"_s);
}

void tst_ManyEditing::typingMeansSet()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *size = world.field(u"ParameterSize"_s);
    size->setFocus();
    size->selectAll();
    QTest::keyClick(size, Qt::Key_7);
    QCOMPARE(world.verb(u"ParameterSize"_s).text, u"7"_s);
    QTest::keyClick(size, 'B');
    QCOMPARE(world.verb(u"ParameterSize"_s), (FieldVerb{.text = u"7B"_s}));
    QCOMPARE(world.many().session()->edit().size(), 1);
    auto *verb = world.pane()->findChild<QPushButton *>(u"verb_ParameterSize"_s);
    QCOMPARE(verb->text(), u"Set"_s);
    auto *review = world.pane()->findChild<QPushButton *>(u"manyReview"_s);
    QVERIFY(review->isEnabled());
    QTest::keyClick(size, 'x');
    QVERIFY2(size->accessibleDescription().contains(u"Not a size"_s),
             qPrintable(size->accessibleDescription()));
    QTest::keyClick(size, Qt::Key_Backspace);
    QCOMPARE(size->accessibleDescription(), u"Set"_s);
    // From field to field.
    QTest::keyClick(size, Qt::Key_Tab);
    QTRY_VERIFY(world.field(u"OrderNumber"_s)->hasFocus());
}

//! To what stands in a field, then to what the note below it offers.
void tst_ManyEditing::tabFollowsTheEye()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QList<const QWidget *> order;
    const QWidget *pane = world.pane();
    for (const QWidget *at = pane->nextInFocusChain(); at != pane; at = at->nextInFocusChain())
        order.append(at);
    for (const QString &key : {u"ModelDescription"_s, u"Accessibility"_s, u"Task"_s}) {
        auto *frame = world.part<QWidget>(u"many_"_s + key);
        const QWidget *offer = nullptr;
        QList<qsizetype> others;
        for (auto *part : frame->findChildren<QWidget *>()) {
            if (part->property("kind") == u"noteLink"_s)
                offer = part;
            else if (part->focusPolicy() & Qt::TabFocus)
                others.append(order.indexOf(part));
        }
        QVERIFY(offer && !others.isEmpty());
        QVERIFY2(order.indexOf(offer) > *std::ranges::max_element(others), qPrintable(key));
    }
}

void tst_ManyEditing::whatIsTypedAndTakenAwayIsLeft()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *type = world.field(u"ModelType"_s);
    type->setFocus();
    QTest::keyClick(type, 'x');
    QCOMPARE(world.verb(u"ModelType"_s).text, u"x"_s);
    QTest::keyClick(type, Qt::Key_Backspace);
    QVERIFY(world.many().session()->edit().isEmpty());
}

void tst_ManyEditing::menuOfVerbs()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *origin = world.field(u"Origin"_s);
    origin->setFocus();
    QVERIFY(world.chooseVerb(origin, u"Add after"_s));
    QTRY_VERIFY(origin->hasFocus());
    QCOMPARE(origin->text(), QString());
    QTest::keyClicks(origin, u"-x"_s);
    QCOMPARE(world.verb(u"Origin"_s),
             (FieldVerb{.kind = FieldVerb::Kind::PutBehind, .text = u"-x"_s}));
    QVERIFY(world.chooseVerb(origin, u"Leave"_s));
    QVERIFY(world.edit().isEmpty());
    QCOMPARE(origin->text(), u"Alibaba"_s);
}

void tst_ManyEditing::findAndReplaceIsTried()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(4));
    QLineEdit *name = world.field(u"ModelName"_s);
    name->setFocus();
    QVERIFY(world.chooseVerb(name, u"Find and replace"_s));
    auto *frame = world.part<ManyField>(u"many_ModelName"_s);
    auto *find = frame->findChild<QLineEdit *>(u"findText"_s);
    auto *with = frame->findChild<QLineEdit *>(u"replacement"_s);
    QTRY_VERIFY(find->hasFocus());
    QTest::keyClicks(find, u"bert"_s);
    QTest::keyClicks(with, u"B"_s);
    auto *trial = frame->findChild<TrialView *>();
    QTRY_VERIFY(trial->isVisible());
    QCOMPARE(trial->model()->rowCount(), 4);
    QVERIFY(trial->model()->index(0, 0).data(TrialRows::AfterRole).toString().startsWith(u"B-"_s));
    QTRY_COMPARE_WITH_TIMEOUT(frame->note(), u"4 of 4 names change · no duplicates"_s, patience);
    // A pattern that is none says so, and the rows stay.
    frame->findChildren<QToolButton *>().last()->click();
    QTest::keyClicks(find, u"("_s);
    QVERIFY2(frame->note().startsWith(u"Not a valid pattern"_s), qPrintable(frame->note()));
    QVERIFY(trial->model()->index(0, 0).data(TrialRows::AfterRole).toString().startsWith(u"B-"_s));
    QCOMPARE(world.verb(u"ModelName"_s).replacement.query.pattern, u"bert("_s);
    // All become the same.
    find->setText(u".+"_s);
    QTRY_VERIFY_WITH_TIMEOUT(frame->note().contains(u"same name"_s), patience);
}

void tst_ManyEditing::numbersInTheOrderOfTheRows()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(5));
    QLineEdit *order = world.field(u"OrderNumber"_s);
    order->setFocus();
    QVERIFY(world.chooseVerb(order, u"Number them"_s));
    auto *first = world.part<QLineEdit>(u"firstNumber"_s);
    QTRY_VERIFY(first->hasFocus());
    first->selectAll();
    QTest::keyClicks(first, u"10"_s);
    auto *step = world.part<QLineEdit>(u"numberStep"_s);
    step->setFocus();
    step->selectAll();
    QTest::keyClicks(step, u"5"_s);
    QCOMPARE(world.verb(u"OrderNumber"_s),
             (FieldVerb{.kind = FieldVerb::Kind::Number, .first = 10, .step = 5}));
    // What cannot be changed comes last, so that it takes no number.
    const QStringList ids = world.many().session()->modelIds();
    bool isReadOnly = false;
    for (const QString &id : ids) {
        const bool is = world.world.workbench.catalog()->find(id)->isReadOnly();
        QVERIFY(is || !isReadOnly);
        isReadOnly = is;
    }
    // Sorted otherwise they are numbered otherwise.
    world.table().sortBy(0, Qt::DescendingOrder);
    QTRY_VERIFY(world.many().session()->modelIds() != ids);
    QTest::keyClicks(step, u"x"_s);
    QVERIFY(!world.part<ManyField>(u"many_OrderNumber"_s)->problemText().isEmpty());
}

void tst_ManyEditing::labels()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(4));
    QVERIFY(world.addVerb(ManyPane::LabelsTab, 1)); // take away
    auto *key = world.part<QLineEdit>(u"labelKey"_s);
    QTRY_VERIFY(key->hasFocus());
    QTest::keyClicks(key, u"stage"_s);
    const LabelVerb takeAway{.kind = LabelVerb::Kind::TakeAway, .key = u"stage"_s};
    QCOMPARE(world.edit().labels, QList{takeAway});
    QTRY_VERIFY_WITH_TIMEOUT(world.row(0)->findChild<QLabel *>()->isVisible(), patience);
    QVERIFY(world.addVerb(ManyPane::LabelsTab, 3)); // rename
    QCOMPARE(world.edit().labels.size(), 2);
    QVERIFY(!world.row(1)->problemText().isEmpty());
    // The first one goes, the other one stays.
    world.row(0)->findChild<QAbstractButton *>(u"removeVerb"_s)->click();
    QTRY_COMPARE(world.edit().labels.size(), 1);
    QCOMPARE(world.edit().labels.first().kind, LabelVerb::Kind::RenameKey);
    QCOMPARE(world.part<QListView>(u"labelBars"_s)->model()->rowCount(), 3);
}

void tst_ManyEditing::labelsThatOthersHaveOtherwise()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(4));
    QVERIFY(world.addVerb(ManyPane::LabelsTab, 0));
    QTest::keyClicks(world.part<QLineEdit>(u"labelKey"_s), u"team"_s);
    QTest::keyClicks(world.part<QLineEdit>(u"labelValue"_s), u"cv"_s);
    QCOMPARE(world.edit().labels.first(),
             (LabelVerb{.kind = LabelVerb::Kind::Add, .key = u"team"_s, .value = u"cv"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(world.row(0)->note().contains(u"team=nlp"_s), patience);
    emit world.row(0)->noteActionRequested();
    QCOMPARE(world.edit().labels.first().kind, LabelVerb::Kind::Put);
}

void tst_ManyEditing::placesOfExtraInfo()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QVERIFY(world.addVerb(ManyPane::ExtraInfoTab, 0));
    auto *place = world.part<QLineEdit>(u"extraPlace"_s);
    QTRY_VERIFY(place->hasFocus());
    QTest::keyClicks(place, u"Flags.hot"_s);
    auto *value = world.part<DescriptionEdit>(u"extraValue"_s);
    QTest::keyClicks(value, u"fal"_s);
    QCOMPARE(world.edit().extraInfo.first().path, *jsonPathFromText(u"$.Flags.hot"));
    QCOMPARE(world.edit().extraInfo.first().value, JsonText("fal"));
    QVERIFY2(world.row(0)->note().startsWith(u"Not JSON"_s), qPrintable(world.row(0)->note()));
    QTest::keyClicks(value, u"se"_s);
    QVERIFY(world.row(0)->problemText().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(world.edit().check().has_value(), patience);
    QVERIFY(world.edit()
                .applied(sampleModel().metadata)
                ->extraInfo.utf8()
                .contains("\"Flags\": {\"hot\": false, \"note\": null}"));
}

void tst_ManyEditing::publicSaysWhoWillSee()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    auto *access = world.field<QWidget>(u"Accessibility"_s);
    access->findChildren<QPushButton *>().last()->click();
    QCOMPARE(world.verb(u"Accessibility"_s), (FieldVerb{.text = u"PUBLIC"_s}));
    auto *frame = world.part<ManyField>(u"many_Accessibility"_s);
    QTRY_VERIFY_WITH_TIMEOUT(frame->note().contains(u"everyone in the workspace"_s), patience);
}

void tst_ManyEditing::escapeLeavesAndKeeps()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *size = world.field(u"ParameterSize"_s);
    size->setFocus();
    QTest::keyClick(size, Qt::Key_7);
    const QPointer<BatchSession> session = world.many().session();
    QTest::keyClick(size, Qt::Key_Escape);
    QTRY_VERIFY(!world.many().session());
    QCOMPARE(world.table().selectedCount(), 1);
    QVERIFY(world.table().hasFocus());
    QVERIFY(world.window.findChild<EditorPane *>()->isVisible());
    QVERIFY(session);
    QCOMPARE(session->edit().size(), 1);
    // The same models again: the same session.
    QVERIFY(world.select(3));
    QCOMPARE(world.many().session(), session.data());
    QVERIFY(world.field(u"ParameterSize"_s)->text().contains(u'7'));
    // Escape in the list is the same.
    world.table().setFocus();
    QTest::keyClick(&world.table(), Qt::Key_Escape);
    QTRY_VERIFY(!world.many().session());
}

void tst_ManyEditing::anotherEditIsOffered()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    const QPointer<BatchSession> first = world.many().session();
    QTest::keyClicks(world.field(u"ModelDoc"_s), u"x"_s);
    world.many().leave();
    QTRY_VERIFY(!world.many().session());
    QVERIFY(world.select(5));
    QVERIFY(world.many().session() != first);
    QVERIFY(world.edit().isEmpty());
    auto *strip = &world.pane()->strip();
    QVERIFY(strip->isVisible());
    strip->findChild<QPushButton *>()->click();
    QTRY_COMPARE(world.many().session(), first.data());
    QCOMPARE(world.table().selectedCount(), 3);
    QCOMPARE(first->edit().size(), 1);
}

void tst_ManyEditing::discardCanBeTakenBack()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QTest::keyClicks(world.field(u"ModelDoc"_s), u"x"_s);
    const BatchEdit before = world.edit();
    world.part<QPushButton>(u"manyDiscard"_s)->click();
    QVERIFY(world.edit().isEmpty());
    world.pane()->strip().findChild<QPushButton *>()->click();
    QCOMPARE(world.edit(), before);
}

void tst_ManyEditing::aValueNarrowsTheSelection()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(6));
    QLineEdit *type = world.field(u"ModelType"_s);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    auto *popup = qobject_cast<ValuesPopup *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    const QModelIndex first = popup->findChild<QListView *>()->currentIndex();
    const QString value = first.data().toString();
    QTest::keyClick(popup->findChild<QListView *>(), Qt::Key_Return);
    QTRY_COMPARE(type->text(), value);
    QVERIFY(world.many().session()->modelIds().size() < 6);
    for (const QString &id : world.many().session()->modelIds())
        QCOMPARE(world.world.workbench.catalog()->find(id)->metadata.type, value);
}

void tst_ManyEditing::allThatMatch()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    world.window.search(u"type:LoRA"_s);
    QTRY_COMPARE_WITH_TIMEOUT(world.table().model()->rowCount(), 10, patience);
    QVERIFY(world.select(2));
    auto *all = world.window.findChild<QPushButton *>(u"selectAllShown"_s);
    QVERIFY(all->isVisible());
    QVERIFY2(all->text().contains(u"10 that match"_s), qPrintable(all->text()));
    all->click();
    QTRY_COMPARE(world.many().session()->modelIds().size(), 10);
    QVERIFY(!all->isVisible());
    const auto labels = world.window.findChild<StatusLine *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().startsWith(u"10 of 10"_s); }));
    world.window.findChild<QAbstractButton *>(u"clearSelection"_s)->click();
    QTRY_VERIFY(!world.many().session());
    QVERIFY(!world.window.findChild<SelectionBar *>()->isVisible());
    // By Ctrl+A as well.
    QTest::keyClick(&world.table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(world.many().session());
    QCOMPARE(world.many().session()->modelIds().size(), 10);
}

void tst_ManyEditing::pastedNames()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    world.window.search(u"type:LoRA"_s);
    QTRY_COMPARE_WITH_TIMEOUT(world.table().model()->rowCount(), 10, patience);
    QGuiApplication::clipboard()->setText(u"bert-1\nmodel-2\nnothing like it\nbert-3\n"_s);
    world.window.findChild<QAction *>(u"selectPastedAction"_s)->trigger();
    auto *dialog = world.window.findChild<PastedDialog *>();
    QVERIFY(dialog);
    auto *select = dialog->findChild<QPushButton *>(u"selectPasted"_s);
    QVERIFY2(select->text().contains(u'3'), qPrintable(select->text()));
    const auto says = [dialog](const QString &text) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY(says(u"nothing like it"_s));
    select->click();
    // The search hid some of them.
    QTRY_VERIFY_WITH_TIMEOUT(world.many().session(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(world.many().session()->modelIds().size(), 3, patience);
}

void tst_ManyEditing::asksAboutDrafts()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    QVERIFY(world.select(4));
    QSet<QString> drafts;
    for (const QString &id : world.many().session()->modelIds().first(2)) {
        world.setDraft(id);
        drafts.insert(id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(world.pane()->counting().values().drafts, 2, patience);
    QTest::keyClicks(world.field(u"ModelDoc"_s), u"https://x"_s);
    QSignalSpy reviewed(&world.many(), &ManyEditing::reviewRequested);
    auto *review = world.part<QPushButton>(u"manyReview"_s);
    review->click();
    QCOMPARE(reviewed.size(), 0);
    auto *question = world.part<DraftQuestion>(u"draftQuestion"_s);
    QVERIFY(question->isVisible());
    const auto buttons = question->findChildren<QPushButton *>();
    QTRY_VERIFY(buttons.first()->hasFocus());
    buttons.first()->click();
    QCOMPARE(reviewed.size(), 1);
    QCOMPARE(reviewed.first().first().value<BatchSession *>(), world.many().session());
    QCOMPARE(world.many().session()->leftOut(), drafts);
    // Asked once; the other answer takes them in.
    review->click();
    QCOMPARE(reviewed.size(), 2);
    emit question->changeSavedChosen();
    QVERIFY(world.many().session()->leftOut().isEmpty());
}

void tst_ManyEditing::showsWhatStandsAgainstAReview()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QVERIFY(world.addVerb(ManyPane::LabelsTab, 0)); // without a key
    world.pane()->setCurrentTab(ManyPane::DetailsTab);
    QSignalSpy reviewed(&world.many(), &ManyEditing::reviewRequested);
    world.window.findChild<QAction *>(u"reviewAction"_s)->trigger();
    QCOMPARE(reviewed.size(), 0);
    QCOMPARE(world.pane()->currentTab(), ManyPane::LabelsTab);
    QTRY_VERIFY(world.part<QLineEdit>(u"labelKey"_s)->hasFocus());
    QTest::keyClicks(world.part<QLineEdit>(u"labelKey"_s), u"team"_s);
    world.window.findChild<QAction *>(u"reviewAction"_s)->trigger();
    QCOMPARE(reviewed.size(), 1);
}

void tst_ManyEditing::narrowWindow()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    world.window.resize(900, 600);
    QVERIFY(world.select(3));
    QTRY_VERIFY(world.window.findChild<SelectionBar *>()->isVisible());
    QVERIFY(!world.pane()->isVisible());
    auto *edit = world.window.findChild<QPushButton *>(u"editSelected"_s);
    QVERIFY(edit->isVisible());
    edit->click();
    QTRY_VERIFY(world.pane()->isVisible());
    QVERIFY(!world.table().isVisible());
    QTRY_VERIFY(world.field(u"ModelName"_s)->hasFocus());
    // Back to the list, where they are still selected.
    emit world.pane()->backRequested();
    QVERIFY(world.table().isVisible());
    QCOMPARE(world.table().selectedCount(), 3);
    QVERIFY(world.many().session());
}

void tst_ManyEditing::tenThousand()
{
    ManyWorld world(10'000);
    QVERIFY(world.isUp);
    GapWatcher gaps;
    world.table().setFocus();
    world.table().setCurrentIndex(world.table().model()->index(0, 0));
    QTest::qWait(300);
    gaps.begin("select all");
    QTest::keyClick(&world.table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(world.many().session() && world.pane()->counting().isCounted()
                                 && world.pane()->counting().values().models == 10'000,
                             patience);
    QTest::qWait(200);
    gaps.end();
    QLineEdit *origin = world.field(u"Origin"_s);
    origin->setFocus();
    QTest::qWait(100);
    gaps.begin("a key");
    QTest::keyClick(origin, 'x');
    gaps.end();
    QVERIFY(world.chooseVerb(world.field(u"ModelName"_s), u"Find and replace"_s));
    auto *frame = world.part<ManyField>(u"many_ModelName"_s);
    auto *find = frame->findChild<QLineEdit *>(u"findText"_s);
    gaps.begin("a key of a pattern, until it is counted");
    QTest::keyClick(find, 'b');
    QTRY_VERIFY_WITH_TIMEOUT(frame->note().startsWith(u"8,000 of 8,000"_s), patience);
    gaps.end();
    gaps.begin("another tab");
    world.pane()->setCurrentTab(ManyPane::LabelsTab);
    QTest::qWait(100);
    gaps.end();
    QVERIFY(world.addVerb(ManyPane::LabelsTab, 1));
    gaps.begin("a key of a label");
    QTest::keyClick(world.part<QLineEdit>(u"labelKey"_s), 's');
    QTest::qWait(300);
    gaps.end();
    gaps.begin("leave");
    world.many().leave();
    QTRY_VERIFY(!world.many().session());
    gaps.end();
}

MODELSCRIBE_GUI_TEST(tst_ManyEditing)

} // namespace tst_manyediting

#include "tst_manyediting.moc"
