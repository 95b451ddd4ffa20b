// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/elidedlabel.h"
#include "uitest.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <QToolButton>
#include <functional>

namespace tst_editorpane {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_EditorPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void startsEmptyWithTheNextAction();
    void titleFollowsTheName();
    void reviewIsOffWithAReasonWhileNothingIsChanged();
    void changesAreCounted();
    void reviewIsAskedForOnce();
    void reviewWithAnErrorLeadsThere_data();
    void reviewWithAnErrorLeadsThere();
    void reviewAsksAboutALabelWithoutValue();
    void tabsSayWhatIsChanged();
    void extraInfoHasAllOfThePage();
    void extraInfoTypingReachesTheSession();
    void everyKeyInAMegabyteReachesTheSession();
    void noKeyOfALongTextIsLost_data();
    void noKeyOfALongTextIsLost();
    void extraInfoShowsItsProblem();
    void readOnlyModelSaysWhy();
    void savingLocksThePane();
    void newModelHasNoNeighbours();
    void aboutShowsUnknownMembers();
    void messageStaysUntilClosed();
    void goodNewsLeavesByItself();
    void goodNewsWithAnOfferLeavesToo();
    void messageMovesNothingInTheForm_data();
    void messageMovesNothingInTheForm();
    void messageActionRunsOnce();
    void deleteAsksByNameAndDefaultsToCancel();

private:
    QPushButton *button(const QString &name) const
    {
        for (auto *button : m_pane->findChildren<QPushButton *>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }
    QString labelText(const QString &name) const
    {
        const auto *label = m_pane->findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    }
    void set(QStringView key, const QString &text) { m_session->setValue(*findField(key), text); }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<EditorPane> m_pane;
};

void tst_EditorPane::init()
{
    m_session = std::make_unique<EditSession>(uitest::sampleModel());
    m_pane = std::make_unique<EditorPane>();
    m_pane->resize(424, 720);
    m_pane->setSession(m_session.get());
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_EditorPane::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

void tst_EditorPane::startsEmptyWithTheNextAction()
{
    m_pane->setSession(nullptr);
    const QSignalSpy asked(m_pane.get(), &EditorPane::newModelRequested);
    QVERIFY(!labelText(u"emptyText"_s).isEmpty());
    button(u"New model…"_s)->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!button(u"Revert"_s)->isVisible());
}

void tst_EditorPane::titleFollowsTheName()
{
    QCOMPARE(labelText(u"title"_s), u"bert-zh-news"_s);
    QCOMPARE(labelText(u"modelId"_s), u"model-rbvg5wzljz41ks92"_s);
    QCOMPARE(labelText(u"accessPill"_s), u"Private"_s);
    set(u"ModelName", u"a\u202Eb"_s);
    QCOMPARE(labelText(u"title"_s), u"a⟦U+202E⟧b"_s);
    set(u"ModelName", {});
    QCOMPARE(labelText(u"title"_s), u"(no name)"_s);
}

void tst_EditorPane::reviewIsOffWithAReasonWhileNothingIsChanged()
{
    auto *review = button(u"Review & Save…"_s);
    QVERIFY(!review->isEnabled());
    QCOMPARE(review->toolTip(), u"Nothing is changed"_s);
    QCOMPARE(review->accessibleDescription(), review->toolTip());
    QVERIFY(!button(u"Revert"_s)->isEnabled());
    QCOMPARE(labelText(u"draftPill"_s), QString());
}

void tst_EditorPane::changesAreCounted()
{
    set(u"Task", u"fill-mask"_s);
    QVERIFY(labelText(u"changeCount"_s).startsWith(u"1 change"_s));
    m_session->setLabels({});
    QVERIFY(labelText(u"changeCount"_s).startsWith(u"4 change"_s));
    QVERIFY(labelText(u"draftPill"_s).startsWith(u"● Draft, 4 change"_s));
    QVERIFY(button(u"Review & Save…"_s)->isEnabled());
    m_session->revert();
    QCOMPARE(labelText(u"changeCount"_s), QString());
}

void tst_EditorPane::reviewIsAskedForOnce()
{
    set(u"Task", u"fill-mask"_s);
    const QSignalSpy asked(m_pane.get(), &EditorPane::reviewRequested);
    button(u"Review & Save…"_s)->click();
    QCOMPARE(asked.size(), 1);
    const QSignalSpy revert(m_pane.get(), &EditorPane::revertRequested);
    button(u"Revert"_s)->click();
    QCOMPARE(revert.size(), 1);
}

void tst_EditorPane::reviewWithAnErrorLeadsThere_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tab");
    QTest::newRow("name") << u"ModelName"_s << QString() << int(EditorPane::DetailsTab);
    QTest::newRow("number") << u"OrderNumber"_s << u"x"_s << int(EditorPane::DetailsTab);
    QTest::newRow("extra") << u"ExtraInfo"_s << u"{oops"_s << int(EditorPane::ExtraInfoTab);
    QTest::newRow("labels") << u"Labels"_s << u"a=b"_s << int(EditorPane::LabelsTab);
}

void tst_EditorPane::reviewWithAnErrorLeadsThere()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(int, tab);
    m_pane->setCurrentTab(tab == EditorPane::DetailsTab ? EditorPane::LabelsTab
                                                        : EditorPane::DetailsTab);
    if (key == "Labels"_L1)
        m_session->setLabels({{text, text}});
    else if (key == "ExtraInfo"_L1)
        m_session->setValue(*findField(key), JsonText(text.toUtf8()));
    else
        set(key, text);
    const QSignalSpy asked(m_pane.get(), &EditorPane::reviewRequested);
    m_pane->review();
    QCOMPARE(asked.size(), 0);
    QCOMPARE(int(m_pane->currentTab()), tab);
    auto *editor = m_pane->findChild<QWidget *>("field_"_L1 + key);
    const QWidget *focus = m_pane->focusWidget();
    QVERIFY(focus == editor || editor->isAncestorOf(focus));
    QVERIFY(button(u"Review & Save…"_s)->isEnabled());
}

void tst_EditorPane::reviewAsksAboutALabelWithoutValue()
{
    const QSignalSpy reviewed(m_pane.get(), &EditorPane::reviewRequested);
    m_session->setLabels({{u"lang"_s, {}}});
    m_pane->review();
    QCOMPARE(reviewed.size(), 0);
    QCOMPARE(m_pane->currentTab(), EditorPane::LabelsTab);
    QVERIFY(m_pane->strip().isVisible());
    QVERIFY(m_pane->strip().text().contains(u"“lang”"_s));
    // The cell is open: typing is the answer, and so is the button.
    uitest::typeKeys(*m_pane, u"zh"_s);
    QCOMPARE(m_session->edited().labels.first().value, u"zh"_s);
    m_pane->review();
    QCOMPARE(reviewed.size(), 1);
    m_session->setLabels({{u"lang"_s, {}}});
    m_pane->review();
    QCOMPARE(reviewed.size(), 1);
    m_pane->strip().findChild<QPushButton *>()->click();
    QCOMPARE(reviewed.size(), 2);
    m_pane->review(); // it was answered
    QCOMPARE(reviewed.size(), 3);
}

void tst_EditorPane::tabsSayWhatIsChanged()
{
    const auto *tabs = m_pane->findChild<QTabBar *>();
    QCOMPARE(tabs->tabText(EditorPane::LabelsTab), u"Labels 3"_s);
    QVERIFY(!tabs->tabButton(EditorPane::DetailsTab, QTabBar::RightSide));
    set(u"Task", u"x"_s);
    QVERIFY(tabs->tabButton(EditorPane::DetailsTab, QTabBar::RightSide));
    QVERIFY(!tabs->tabButton(EditorPane::LabelsTab, QTabBar::RightSide));
    QCOMPARE(tabs->tabToolTip(EditorPane::DetailsTab), u"Details, changed"_s);
    m_session->setLabels({});
    QCOMPARE(tabs->tabText(EditorPane::LabelsTab), u"Labels"_s);
    m_session->revert();
    QVERIFY(!tabs->tabButton(EditorPane::LabelsTab, QTabBar::RightSide));
}

void tst_EditorPane::extraInfoHasAllOfThePage()
{
    m_pane->resize(420, 800);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    const auto *editor = m_pane->findChild<ExtraInfoEditor *>(u"field_ExtraInfo"_s);
    const QWidget *page = m_pane->findChild<QWidget *>(u"frame_ExtraInfo"_s)->parentWidget();
    QTRY_VERIFY(editor->mapTo(page, QPoint(0, editor->height())).y() > page->height() - 20);
}

void tst_EditorPane::extraInfoTypingReachesTheSession()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *editor = m_pane->findChild<ExtraInfoEditor *>(u"field_ExtraInfo"_s);
    const QByteArray before = m_session->base().metadata.extraInfo.utf8();
    QCOMPARE(editor->value(), before);
    QTest::keyClicks(&editor->textEdit(), u" "_s);
    QCOMPARE(m_session->edited().extraInfo.utf8(), ' ' + before);
    m_session->revert();
    QCOMPARE(editor->value(), before);
}

void tst_EditorPane::everyKeyInAMegabyteReachesTheSession()
{
    QByteArray text("{\n");
    for (int i = 0; text.size() < 1024 * 1024; ++i)
        text += "  \"key" + QByteArray::number(i) + "\": 1.50,\n";
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText(text + "  \"end\": 1\n}");
    EditSession session(model);
    m_pane->setSession(&session);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *editor = m_pane->findChild<ExtraInfoEditor *>(u"field_ExtraInfo"_s);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(&editor->textEdit(), Qt::Key_Space);
    qInfo("one key in 1 MiB: %lld ms", static_cast<long long>(timer.elapsed() / 10));
    session.flush();
    QCOMPARE(session.edited().extraInfo.utf8().size(), model.metadata.extraInfo.utf8().size() + 10);
}

void tst_EditorPane::noKeyOfALongTextIsLost_data()
{
    using Leave = std::function<void(EditorPane &, EditSession &)>;
    QTest::addColumn<Leave>("leave");
    QTest::newRow("waiting") << Leave([](EditorPane &, EditSession &session) {
        QTRY_COMPARE(session.edited().extraInfo.utf8().size(), 200'010);
    });
    QTest::newRow("review") << Leave([](EditorPane &pane, EditSession &) { pane.review(); });
    QTest::newRow("another model")
        << Leave([](EditorPane &pane, EditSession &) { pane.setSession(nullptr); });
    QTest::newRow("another field") << Leave(
        [](EditorPane &, EditSession &session) { session.setValue(*findField(u"Task"), u"qa"_s); });
    QTest::newRow("the registry moved") << Leave([](EditorPane &, EditSession &session) {
        session.rebase(session.base(), session.base().metadata);
    });
    QTest::newRow("the window closes")
        << Leave([](EditorPane &pane, EditSession &) { pane.hide(); });
    QTest::newRow("the focus leaves") << Leave([](EditorPane &pane, EditSession &) {
        pane.findChild<ExtraInfoEditor *>()->textEdit().clearFocus();
    });
}

void tst_EditorPane::noKeyOfALongTextIsLost()
{
    using Leave = std::function<void(EditorPane &, EditSession &)>;
    QFETCH(Leave, leave);
    RegisteredModel model = uitest::sampleModel();
    model.metadata.extraInfo = JsonText("{\"a\":\"" + QByteArray(200'000, 'x') + "\"}");
    EditSession session(model);
    m_pane->setSession(&session);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    m_pane->show();
    auto *editor = m_pane->findChild<ExtraInfoEditor *>(u"field_ExtraInfo"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_pane->window()));
    editor->textEdit().setFocus();
    QTest::keyClicks(&editor->textEdit(), u"  "_s);
    leave(*m_pane, session);
    QCOMPARE(session.edited().extraInfo.utf8(), "  " + model.metadata.extraInfo.utf8());
    session.revert();
    QCOMPARE(session.edited().extraInfo, model.metadata.extraInfo);
    m_pane->setSession(nullptr);
}

void tst_EditorPane::extraInfoShowsItsProblem()
{
    m_session->setValue(*findField(u"ExtraInfo"), JsonText("{\n oops\n}"));
    const auto *frame = m_pane->findChild<FieldFrame *>(u"frame_ExtraInfo"_s);
    QVERIFY2(frame->problemText().startsWith("Line 2, column 2: "_L1),
             qPrintable(frame->problemText()));
}

void tst_EditorPane::readOnlyModelSaysWhy()
{
    RegisteredModel model = uitest::sampleModel();
    model.provider = u"pai"_s;
    EditSession session(model);
    m_pane->setSession(&session);
    QCOMPARE(labelText(u"readOnlyPill"_s), u"Read-only"_s);
    const auto *review = button(u"Review & Save…"_s);
    QVERIFY(!review->isEnabled());
    QVERIFY(review->toolTip().contains(u"pai"_s));
}

void tst_EditorPane::savingLocksThePane()
{
    set(u"Task", u"x"_s);
    m_pane->setReadOnly(true);
    QVERIFY(!button(u"Review & Save…"_s)->isEnabled());
    QVERIFY(!button(u"Revert"_s)->isEnabled());
    m_pane->setReadOnly(false);
    QVERIFY(button(u"Review & Save…"_s)->isEnabled());
}

void tst_EditorPane::newModelHasNoNeighbours()
{
    std::unique_ptr<EditSession> fresh(EditSession::forNewModel(u"1"_s));
    m_pane->setSession(fresh.get());
    QCOMPARE(labelText(u"title"_s), u"New model"_s);
    for (const auto *tool : m_pane->findChildren<QToolButton *>())
        QVERIFY(!tool->isVisible());
    m_pane->focusFirstField();
    QTest::keyClicks(m_pane->focusWidget(), u"brand-new"_s);
    QCOMPARE(fresh->edited().name, u"brand-new"_s);
    QVERIFY(button(u"Review new model…"_s)->isEnabled());
}

void tst_EditorPane::aboutShowsUnknownMembers()
{
    const auto *toggle = button(u"Other members (1)"_s);
    QVERIFY(toggle);
    bool found = false;
    for (const auto *text : m_pane->findChildren<QPlainTextEdit *>())
        found = found || text->toPlainText() == "NewThing: {\"a\":1}"_L1;
    QVERIFY(found);
}

void tst_EditorPane::messageStaysUntilClosed()
{
    MessageStrip &strip = m_pane->strip();
    strip.setLifetime(std::chrono::milliseconds(10));
    strip.show(MessageStrip::Kind::Error, u"It went wrong."_s);
    QTest::qWait(50);
    QVERIFY(strip.isVisible());
    QCOMPARE(strip.text(), u"It went wrong."_s);
    strip.dismiss();
    QVERIFY(!strip.isVisible());
}

void tst_EditorPane::goodNewsLeavesByItself()
{
    m_pane->strip().setLifetime(std::chrono::milliseconds(10));
    m_pane->strip().show(MessageStrip::Kind::Success, u"Saved."_s);
    QVERIFY(m_pane->strip().isVisible());
    QTRY_VERIFY(!m_pane->strip().isVisible());
}

void tst_EditorPane::goodNewsWithAnOfferLeavesToo()
{
    m_pane->strip().setLifetime(std::chrono::milliseconds(10));
    m_pane->strip().show(MessageStrip::Kind::Success, u"Changes reverted."_s, u"Undo"_s, [] {});
    QTRY_VERIFY(!m_pane->strip().isVisible());
    // Not from under the hand.
    m_pane->strip().show(MessageStrip::Kind::Success, u"Changes reverted."_s, u"Undo"_s, [] {});
    button(u"Undo"_s)->setFocus();
    QTest::qWait(60);
    QVERIFY(m_pane->strip().isVisible());
    m_pane->findChild<QWidget *>(u"field_ModelName"_s)->setFocus();
    QTRY_VERIFY(!m_pane->strip().isVisible());
}

void tst_EditorPane::messageMovesNothingInTheForm_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("form") << int(EditorPane::DetailsTab);
    QTest::newRow("ExtraInfo") << int(EditorPane::ExtraInfoTab);
    QTest::newRow("labels") << int(EditorPane::LabelsTab);
}

void tst_EditorPane::messageMovesNothingInTheForm()
{
    QFETCH(int, tab);
    m_pane->setCurrentTab(EditorPane::Tab(tab));
    QCoreApplication::processEvents();
    QList<QWidget *> aims{m_pane->findChild<QWidget *>(u"tabs"_s), button(u"Review & Save…"_s)};
    for (const auto *name :
         {"field_ModelName", "field_Accessibility", "field_ExtraInfo", "field_Labels"}) {
        auto *widget = m_pane->findChild<QWidget *>(QLatin1StringView(name));
        if (widget->isVisible())
            aims.append(widget);
    }
    QVERIFY(aims.size() > 2);
    const auto places = [&] {
        QList<QPoint> points;
        for (const QWidget *aim : std::as_const(aims))
            points.append(aim->mapTo(m_pane.get(), QPoint()));
        return points;
    };
    const QList<QPoint> before = places();
    m_pane->strip().show(MessageStrip::Kind::Error, u"It went wrong. "_s.repeated(10));
    QCoreApplication::processEvents();
    QVERIFY(m_pane->strip().isVisible() && m_pane->strip().height() > 30);
    QCOMPARE(places(), before);
}

void tst_EditorPane::messageActionRunsOnce()
{
    int runs = 0;
    m_pane->strip().show(MessageStrip::Kind::Changed, u"It moved."_s, u"Compare…"_s,
                         [&runs] { ++runs; });
    auto *action = button(u"Compare…"_s);
    action->click();
    action->click();
    QCOMPARE(runs, 1);
    QVERIFY(!m_pane->strip().isVisible());
}

void tst_EditorPane::deleteAsksByNameAndDefaultsToCancel()
{
    DeleteDialog dialog(uitest::sampleModel());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    QCOMPARE(dialog.text(), u"Delete bert-zh-news?"_s);
    QCOMPARE(dialog.defaultButton()->text(), u"Cancel"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(accepted.size(), 0);
    dialog.open();
    for (auto *one : dialog.buttons())
        if (one->text() == "Delete bert-zh-news"_L1)
            one->click();
    QCOMPARE(accepted.size(), 1);
}

MODELSCRIBE_GUI_TEST(tst_EditorPane)

} // namespace tst_editorpane

#include "tst_editorpane.moc"
