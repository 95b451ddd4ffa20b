// SPDX-License-Identifier: GPL-3.0-or-later
//! What the review offers when a save does not go well, against a registry behind a wire that can
//! be cut.
#include "reviewworld.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/review/changesview.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewflow.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tst_reviewflow {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Stage = ReviewDialog::Stage;
using Do = ReviewWorld::Do;
using State = SaveStep::State;
using Noted = JournalHead::Outcome;

class tst_ReviewFlow : public QObject
{
    Q_OBJECT

private slots:
    void theRestIsSentInPlace();
    void theRestIsNotSentOverAnothersChange();
    void theRestCanFailAndBeTriedAgain();
    void afterAFailureTheSamePlanIsSent();
    void oldLabelsCanBePutBack();
    void puttingLabelsBackCanFail();
    void aLostAnswerIsLookedFor_data();
    void aLostAnswerIsLookedFor();
    void lookingThatIsNotAnsweredChangesNothing();
    void lookingCanBeStopped();
    void anothersChangeOfALostWriteIsChosenAbout();
    void aLongConflictIsMergedAside_data();
    void aLongConflictIsMergedAside();
    void readingBackIsTriedAgain();
    void whatIsNotTakenStaysADraft();
    void theRegistrysValuesCanBeTaken();
};

void tst_ReviewFlow::theRestIsSentInPlace()
{
    ReviewWorld world;
    world.edit();
    world.fault("POST", Do::Refuse);
    QVERIFY(world.review());
    QVERIFY(world.saveAndWait());
    QVERIFY2(
        world.result().startsWith(u"Only part of it was saved; the rest is kept as a draft."_s),
        qPrintable(world.result()));
    QVERIFY(world.result().contains(u"\nDone: Update 1 field(s); Remove label stage=dev.\n"
                                    "Not done: Set label stage=prod."_s));
    QVERIFY(world.session->isDirty());
    world.mendTheWire();
    const QSignalSpy saved(world.dialog, &ReviewDialog::saved);
    QVERIFY(world.press(u"Retry the rest"_s));
    QCOMPARE(world.dialog->stage(), Stage::Running); // not asked again
    // The rest begins to wait with its first step, a moment later.
    QCOMPARE(world.rows(),
             (QStringList{u"1. done: Read again: unchanged since you opened it"_s,
                          u"2. done: Update 1 field(s)"_s, u"3. done: Remove label stage=dev"_s,
                          u"4. Read again and check that nobody changed it"_s,
                          u"5. Add label stage=prod"_s, u"6. Read back and compare"_s}));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(1).toInt(), 2); // all that was agreed to
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.registry.count("PUT"), 1);
    QCOMPARE(world.registry.count("DELETE"), 1);
    QCOMPARE(world.held(), world.session->edited());
    QVERIFY(!world.session->isDirty());
}

void tst_ReviewFlow::theRestIsNotSentOverAnothersChange()
{
    ReviewWorld world;
    world.edit();
    world.fault("DELETE", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    world.settle();
    world.mendTheWire();
    world.changeElsewhere(u"Task", u"theirs"_s);
    QVERIFY(world.press(u"Retry the rest"_s));
    QTRY_COMPARE(world.dialog->stage(), Stage::Asking);
    QVERIFY2(world.status().contains(u"taken over: Task. Nothing more has been sent yet."_s),
             qPrintable(world.status()));
    QCOMPARE(world.registry.count("POST"), 0);
    QVERIFY(world.press(u"Save 1 change(s)"_s));
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held().task, u"theirs"_s);
    QVERIFY(world.held().labels.contains(Label{u"stage"_s, u"prod"_s}));
}

void tst_ReviewFlow::theRestCanFailAndBeTriedAgain()
{
    ReviewWorld world;
    world.edit();
    world.fault("POST", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY(world.press(u"Retry the rest"_s));
    QVERIFY(world.waitOver());
    QVERIFY(world.result().startsWith(u"Nothing more was saved; the rest is kept as a draft."_s));
    QCOMPARE(world.rows().size(), 6);
    world.mendTheWire();
    QVERIFY(world.press(u"Try again"_s));
    QCOMPARE(world.rows().size(), 6);
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held(), world.session->edited());
    QCOMPARE(world.registry.count("PUT"), 1);
}

void tst_ReviewFlow::afterAFailureTheSamePlanIsSent()
{
    ReviewWorld world;
    world.edit();
    world.fault("PUT", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY(world.result().startsWith(u"Nothing was saved; your changes are kept as a draft."_s));
    QVERIFY(world.session->isDirty());
    world.mendTheWire();
    QVERIFY(world.press(u"Try again"_s));
    QCOMPARE(world.dialog->stage(), Stage::Running);
    QCOMPARE(world.rows().size(), 5);
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held(), world.session->edited());
}

void tst_ReviewFlow::oldLabelsCanBePutBack()
{
    ReviewWorld world;
    world.edit();
    const QList<Label> before = world.session->base().metadata.labels;
    world.fault("POST", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    world.mendTheWire();
    world.registry.listener().clear();
    QVERIFY(world.press(u"Restore the old labels…"_s));
    // Shown first: another plan is another agreement.
    QCOMPARE(world.dialog->stage(), Stage::Asking);
    QCOMPARE(world.rows().value(1), u"2. Add label stage=dev"_s);
    QVERIFY(world.registry.listener().requests().isEmpty());
    const QSignalSpy saved(world.dialog, &ReviewDialog::saved);
    QVERIFY(world.press(u"Restore the old labels"_s));
    QVERIFY(world.waitOver());
    QCOMPARE(world.result(),
             u"The old labels are restored. Your changes to them are kept as a draft."_s);
    QCOMPARE(saved.size(), 0);
    QVERIFY(labelChanges(world.held().labels, before).isEmpty());
    QVERIFY(world.session->areLabelsChanged());
    QCOMPARE(world.session->changeCount(), 1);
    QVERIFY(world.press(u"Close"_s));
}

void tst_ReviewFlow::puttingLabelsBackCanFail()
{
    ReviewWorld world;
    world.edit();
    world.fault("POST", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY(world.press(u"Restore the old labels…"_s));
    QVERIFY(world.press(u"Restore the old labels"_s));
    QVERIFY(world.waitOver());
    QVERIFY2(
        world.result().startsWith(u"The old labels were not restored.\nYou have no permission"_s),
        qPrintable(world.result()));
    world.mendTheWire();
    QVERIFY(world.press(u"Try again"_s));
    QVERIFY(world.waitOver());
    QVERIFY(world.result().startsWith(u"The old labels are restored."_s));
    QVERIFY(world.held().labels.contains(Label{u"stage"_s, u"dev"_s}));
}

void tst_ReviewFlow::aLostAnswerIsLookedFor_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("the registry did it") << true;
    QTest::newRow("the registry never saw it") << false;
}

void tst_ReviewFlow::aLostAnswerIsLookedFor()
{
    QFETCH(bool, arrived);
    ReviewWorld world;
    world.session->setValue(*findField(u"ModelDescription"), u"other words"_s);
    // The answer to the write is lost, and so is every attempt to read.
    world.registry.decide = [&world, arrived](const ReceivedRequest &request) {
        if (request.verb == "PUT" && arrived)
            return Do::LoseAnswer;
        return world.registry.count("PUT") > 0 ? Do::LoseRequest : Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY2(world.result().startsWith(u"It is not known whether it was saved;"_s),
             qPrintable(world.result()));
    QVERIFY(world.result().contains(u"Not known: Update 1 field(s)."_s));
    QVERIFY(!world.button(u"Try again"_s));
    QVERIFY(!world.button(u"Retry the rest"_s));
    QVERIFY(world.session->isDirty());
    QCOMPARE(world.noted(), QList{Noted::Unknown});
    world.mendTheWire();
    const auto sent = world.registry.count("PUT"); // the client tries more than once by itself
    QVERIFY(world.press(u"Check again"_s));
    QCOMPARE(world.status(), u"Checking what the registry holds…"_s);
    QVERIFY(world.waitOver());
    QCOMPARE(world.registry.count("PUT"), sent); // looking sends nothing
    QCOMPARE(world.noted(), QList{arrived ? Noted::Saved : Noted::Failed});
    if (!arrived) {
        QCOMPARE(world.result(),
                 u"Nothing of it is in the registry; your changes are kept as a draft."_s);
        QVERIFY(world.press(u"Try again"_s));
    }
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.registry.count("PUT"), sent + (arrived ? 0 : 1));
    QCOMPARE(world.held().description, u"other words"_s);
    QVERIFY(!world.session->isDirty());
}

void tst_ReviewFlow::lookingThatIsNotAnsweredChangesNothing()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &) {
        return world.registry.count("PUT") > 0 ? Do::LoseRequest : Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    const auto sent = world.registry.count("PUT");
    QVERIFY(world.press(u"Check again"_s));
    QVERIFY(world.waitOver());
    QVERIFY(world.result().startsWith(u"It is not known whether it was saved;"_s));
    QVERIFY(world.button(u"Check again"_s));
    QCOMPARE(world.registry.count("PUT"), sent);
    QVERIFY(world.press(u"Close"_s));
    QVERIFY(world.session->isDirty());
}

void tst_ReviewFlow::lookingCanBeStopped()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &) {
        return world.registry.count("PUT") > 0 ? Do::LoseRequest : Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    const QString before = world.result();
    world.fault("GET", Do::Hold);
    QVERIFY(world.press(u"Check again"_s));
    QTest::qWait(30);
    QTest::keyClick(world.dialog, Qt::Key_Escape);
    QVERIFY(world.waitOver());
    // Not "nothing was written": nobody knows that.
    QVERIFY(world.result().startsWith(u"It is not known whether it was saved;"_s));
    QVERIFY(world.button(u"Check again"_s));
}

void tst_ReviewFlow::anothersChangeOfALostWriteIsChosenAbout()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &) {
        return world.registry.count("PUT") > 0 ? Do::LoseRequest : Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    world.mendTheWire();
    world.changeElsewhere(u"ModelDescription", u"a colleague's words"_s);
    QVERIFY(world.press(u"Check again"_s));
    QVERIFY(world.waitOver());
    QVERIFY2(world.result().startsWith(u"The registry holds neither what was there before"_s),
             qPrintable(world.result()));
    QVERIFY(world.press(u"Choose what to keep…"_s));
    auto *conflict = world.dialog->findChild<ConflictDialog *>();
    QVERIFY(conflict);
    conflict->decide(u"ModelDescription"_s, MergeSide::Mine);
    for (auto *button : conflict->findChildren<QPushButton *>())
        if (button->accessibleName() == u"Continue to the review"_s)
            button->click();
    QCOMPARE(world.dialog->stage(), Stage::Asking);
    world.dialog->save();
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held().description, u"other words"_s);
}

//! Each member of ExtraInfo, in \p size bytes of them, is an object of its own.
JsonText longExtraInfo(const QByteArray &rating, qsizetype size)
{
    QByteArray text = R"({"Rating":)" + rating;
    for (int i = 0; text.size() < size; ++i)
        text += ",\"m" + QByteArray::number(i) + R"(":{"a":[1,2,3],"b":"some words"})";
    return JsonText(text + '}');
}

//! Work on this thread between two rounds of the event loop, at its longest.
class LongestGap
{
public:
    LongestGap()
    {
        m_since.start();
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_tick.start(0);
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void tst_ReviewFlow::aLongConflictIsMergedAside_data()
{
    QTest::addColumn<bool>("isClash");
    QTest::addColumn<bool>("typesMeanwhile");
    QTest::newRow("a choice") << true << false;
    QTest::newRow("a choice, and typing") << true << true;
    QTest::newRow("nothing to choose") << false << false;
}

void tst_ReviewFlow::aLongConflictIsMergedAside()
{
    QFETCH(bool, isClash);
    QFETCH(bool, typesMeanwhile);
    const bool isMeasured = qEnvironmentVariableIsSet("MODELSCRIBE_LONG");
    const qsizetype size = isMeasured ? 5'000'000 : 200'000;
    constexpr int patience = 60'000;
    ReviewWorld world;
    RegisteredModel base = world.session->base();
    base.metadata.extraInfo = longExtraInfo("1", size);
    world.session->replaceBase(base);
    world.session->setValue(*findField(u"ExtraInfo"), longExtraInfo("2", size));
    const auto typed = [&](const QString &words) {
        if (typesMeanwhile)
            world.session->setValue(*findField(u"Task"), words);
    };
    RegisteredModel now = base;
    now.metadata.extraInfo = longExtraInfo(isClash ? "3" : "1", size);
    now.metadata.origin = u"theirs"_s;
    const auto plan = SavePlan::make(base, world.session->edited(), base.workspaceId);
    QVERIFY(plan);
    ReviewFlow flow(world.workbench, *world.session, *plan);
    QSignalSpy planned(&flow, &ReviewFlow::planChanged);
    LongestGap gap;

    flow.takeOutcome({.result = SaveOutcome::Result::Conflict, .plan = *plan, .now = now});
    QVERIFY(!flow.merge() && planned.isEmpty()); // it is on its way
    typed(u"first"_s);
    if (isClash) {
        QTRY_VERIFY_WITH_TIMEOUT(flow.merge(), patience);
        QCOMPARE(flow.stage(), Stage::Over);
        QCOMPARE(flow.offers(), QList{ReviewOffer::ChooseWhatToKeep});
        QVERIFY(world.session->fits(now, *flow.merge()));
        typed(u"second"_s);
        flow.decide({{u"ExtraInfo$.Rating"_s, MergeSide::Mine}});
        QVERIFY(planned.isEmpty());
        typed(u"third"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(planned.size(), 1, patience);
    QCOMPARE(flow.stage(), Stage::Asking);
    QCOMPARE(flow.takenOver().size(), 1);
    QCOMPARE(world.session->base(), now);
    QCOMPARE(flow.plan().edited, world.session->edited());
    QCOMPARE(world.session->edited().extraInfo, longExtraInfo("2", size));
    QCOMPARE(world.session->edited().task, typesMeanwhile ? u"third"_s : QString());
    if (isMeasured)
        qInfo("longest gap %lld ms", gap.longest());
}

void tst_ReviewFlow::readingBackIsTriedAgain()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &request) {
        return request.verb == "GET" && world.registry.count("POST") > 0 ? Do::LoseRequest
                                                                         : Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY(world.result().startsWith(u"Saved, but reading it back failed."_s));
    world.mendTheWire();
    const QSignalSpy saved(world.dialog, &ReviewDialog::saved);
    QVERIFY(world.press(u"Read back again"_s));
    QTRY_COMPARE(saved.size(), 1);
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.registry.count("PUT"), 1);
    QCOMPARE(world.registry.count("POST"), 1);
}

void tst_ReviewFlow::whatIsNotTakenStaysADraft()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &request) {
        if (request.verb == "POST") // between the writes and the reading back
            world.changeElsewhere(u"ModelDescription", u"<b>theirs</b>"_s);
        return Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY2(world.result().contains(
                 u"Description: sent “other words”, the registry holds “<b>theirs</b>”\n"_s),
             qPrintable(world.result()));
    const auto changes = world.dialog->findChild<ChangesView *>()->rows();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().after.first().text, u"<b>theirs</b>"_s);
    QVERIFY(world.press(u"Keep editing"_s));
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.session->edited().description, u"other words"_s);
    QCOMPARE(world.session->base().metadata.description, u"<b>theirs</b>"_s);
    QCOMPARE(world.session->changeCount(), 1);
    world.mendTheWire();
    world.review();
    QVERIFY(world.saveAndWait());
    QCOMPARE(world.held().description, u"other words"_s);
}

void tst_ReviewFlow::theRegistrysValuesCanBeTaken()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &request) {
        if (request.verb == "POST")
            world.changeElsewhere(u"ModelDescription", u"theirs"_s);
        return Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    QVERIFY(world.session->isDirty());
    QVERIFY(world.press(u"Take the registry’s values"_s));
    QTRY_VERIFY(!world.dialog);
    QVERIFY(!world.session->isDirty());
    QCOMPARE(world.session->edited().description, u"theirs"_s);
}

MODELSCRIBE_GUI_TEST(tst_ReviewFlow)

} // namespace tst_reviewflow

#include "tst_reviewflow.moc"
