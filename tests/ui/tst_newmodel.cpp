// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"
#include "session/editplace.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/review/reviewdialog.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

#include <functional>

namespace tst_newmodel {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! A model to be created, in the place of the one that was open.
class tst_NewModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void beginsInTheFirstField();
    void returnPressesNothing();
    void keysOfTheWindowWork();
    void escapeKeepsItForLater();
    void aResumedOneSaysSoAndOffersAnother();
    void comesBackToTheCursor_data();
    void comesBackToTheCursor();
    void discardingCanBeTakenBack();
    void untouchedOneIsNoDraft();
    void createdOneIsNamed();
    void openingAnotherModelKeepsIt();
    void withoutAConnectionItIsOff();
    void byKeyboardOnly();

private:
    EditSession *session() const { return m_pane->session(); }
    QPushButton *button(const QString &name) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>())
            if (button->isVisible() && button->accessibleName() == name)
                return button;
        return nullptr;
    }
    MessageStrip &resumed() const { return *m_pane->findChild<MessageStrip *>(u"resumed"_s); }
    void begin(const QString &name)
    {
        uitest::pressKey(*m_window, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(session() && session()->isNew());
        uitest::typeKeys(*m_window, name);
        QCOMPARE(session()->edited().name, name);
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    EditorPane *m_pane = nullptr;
    QString m_bert;
};

void tst_NewModel::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->keepDrafts();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    m_pane = m_window->findChild<EditorPane *>();
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    m_bert = m_world->addModel({.name = u"bert"_s}, QDateTime::currentDateTimeUtc());
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_NewModel::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_NewModel::beginsInTheFirstField()
{
    m_window->showModel(m_bert);
    const auto topOfTabs = [this] {
        return m_pane->findChild<QWidget *>(u"tabs"_s)->mapTo(m_pane, QPoint()).y();
    };
    QTRY_VERIFY(topOfTabs() > 0);
    const int top = topOfTabs();
    begin(u"harbour"_s);
    QCOMPARE(topOfTabs(), top); // nothing jumps
    QCOMPARE(QApplication::focusWidget()->objectName(), u"field_ModelName"_s);
    QVERIFY(!resumed().isVisible());
    QCOMPARE(m_window->findChildren<EditorPane *>().size(), 1);
    QVERIFY(m_window->findChild<BrowsePane *>()->table().currentId().isEmpty());
    QVERIFY(button(u"Keep for later"_s) && button(u"Discard…"_s));
    QVERIFY(!button(u"Revert"_s));
    QCOMPARE(button(u"New model"_s)->property("kind").toString(), QString()); // one main action
}

void tst_NewModel::returnPressesNothing()
{
    begin(u"harbour"_s);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        uitest::pressKey(*m_window, key);
    QCOMPARE(session()->edited().accessibility, QString());
    QCOMPARE(session()->changeCount(), 1);
    for (const auto *one : m_pane->findChildren<QPushButton *>())
        QVERIFY2(!one->autoDefault() && !one->isDefault(), qPrintable(one->accessibleName()));
}

void tst_NewModel::keysOfTheWindowWork()
{
    begin(u"harbour"_s);
    uitest::pressKey(*m_window, Qt::Key_S, Qt::ControlModifier);
    auto *review = m_window->findChild<ReviewDialog *>();
    QVERIFY(review && review->isVisible());
    QCOMPARE(review->window(), m_window.get()); // in the place of the form
    QVERIFY(!button(u"Keep for later"_s));
    QVERIFY(review->isAncestorOf(QApplication::focusWidget()));
    const auto *first = qobject_cast<QPushButton *>(QApplication::focusWidget());
    QVERIFY(first);
    QCOMPARE(first->accessibleName(), u"Create model"_s); // with a name and a ring
    uitest::pressKey(*m_window, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ReviewDialog *>());
    QVERIFY(session() && session()->isNew());
    QVERIFY(button(u"Keep for later"_s));
    uitest::pressKey(*m_window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_world->workbench.dirtySessions().size(), 1);
}

void tst_NewModel::escapeKeepsItForLater()
{
    m_window->showModel(m_bert);
    begin(u"harbour"_s);
    const QPointer<EditSession> fresh = session();
    uitest::pressKey(*m_window, Qt::Key_Escape);
    QVERIFY(session());
    QCOMPARE(session()->modelId(), m_bert);
    QVERIFY(fresh && m_world->workbench.dirtySessions().contains(fresh));
    QCOMPARE(m_window->findChild<BrowsePane *>()->table().currentId(), m_bert);
    QVERIFY(m_window->findChild<BrowsePane *>()->table().hasFocus());
    QVERIFY(m_pane->strip().text().contains(u"“harbour” is kept"_s));
}

void tst_NewModel::aResumedOneSaysSoAndOffersAnother()
{
    begin(u"harbour"_s);
    const EditSession *first = session();
    button(u"Keep for later"_s)->click();
    QVERIFY(!session());
    uitest::pressKey(*m_window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(session(), first);
    QVERIFY(resumed().isVisible());
    QVERIFY(resumed().text().contains(u"not finished"_s));
    button(u"Start another"_s)->click();
    QVERIFY(session() != first && session()->isNew() && !session()->isDirty());
    QVERIFY(!resumed().isVisible());
    uitest::typeKeys(*m_window, u"second"_s);
    QCOMPARE(session()->edited().name, u"second"_s);
    QCOMPARE(first->edited().name, u"harbour"_s);
    QCOMPARE(m_world->workbench.dirtySessions().size(), 2);
}

void tst_NewModel::comesBackToTheCursor_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"ModelName", "Origin", "Task", "ModelDoc"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void tst_NewModel::comesBackToTheCursor()
{
    QFETCH(QString, key);
    EditSession *begun = m_world->workbench.createNew();
    begun->setValue(*findField(key), u"typed"_s);
    begun->setPlace(EditPlace{.isOpen = true, .field = key, .cursor = 2}.toText());
    m_window->findChild<QAction *>(u"newModelAction"_s)->trigger();
    QCOMPARE(session(), begun);
    auto *field = m_pane->findChild<QLineEdit *>(u"field_"_s + key);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->cursorPosition(), 2);
    QVERIFY2(!field->hasSelectedText(), "the next key would replace what was typed");
    QTest::keyClick(field, Qt::Key_X);
    QCOMPARE(field->text(), u"tyxped"_s);
}

void tst_NewModel::discardingCanBeTakenBack()
{
    m_window->showModel(m_bert);
    begin(u"harbour"_s);
    session()->setLabels({{u"team"_s, u"nlp"_s}});
    const QMap<QString, QString> typed{{u"field $.n"_s, u"1e"_s}}; // no value yet
    session()->setUnfinished(typed);
    button(u"Discard…"_s)->click();
    QCOMPARE(session()->modelId(), m_bert);
    QVERIFY(m_world->workbench.dirtySessions().isEmpty());
    QVERIFY(m_pane->strip().text().contains(u"“harbour”"_s));
    button(u"Undo"_s)->click();
    QVERIFY(session()->isNew());
    QCOMPARE(session()->edited().name, u"harbour"_s);
    QCOMPARE(session()->edited().labels.size(), 1);
    QCOMPARE(session()->unfinished(), typed);
    QCOMPARE(m_world->workbench.dirtySessions().size(), 1);
}

void tst_NewModel::untouchedOneIsNoDraft()
{
    uitest::pressKey(*m_window, Qt::Key_N, Qt::ControlModifier);
    const QPointer<EditSession> fresh = session();
    QVERIFY(fresh);
    uitest::pressKey(*m_window, Qt::Key_Escape);
    QTRY_VERIFY(!fresh);
    QVERIFY(!session());
    QVERIFY(m_world->workbench.dirtySessions().isEmpty());
}

void tst_NewModel::createdOneIsNamed()
{
    begin(u"harbour"_s);
    button(u"Review new model…"_s)->click();
    auto *review = m_window->findChild<ReviewDialog *>();
    QVERIFY(review);
    review->save();
    QTRY_VERIFY(session() && !session()->isNew());
    QTRY_COMPARE(m_window->findChild<BrowsePane *>()->table().currentId(), session()->modelId());
    QVERIFY(m_pane->strip().isVisible());
    QCOMPARE(m_pane->strip().text(), u"“harbour” created."_s);
    QVERIFY(button(u"Review & Save…"_s));
}

void tst_NewModel::openingAnotherModelKeepsIt()
{
    begin(u"harbour"_s);
    m_window->showModel(m_bert);
    QCOMPARE(session()->modelId(), m_bert);
    QCOMPARE(m_world->workbench.dirtySessions().size(), 1);
}

void tst_NewModel::byKeyboardOnly()
{
    const auto goTo = [this](Qt::Key key, const std::function<bool(QWidget *)> &isThere) {
        for (int step = 0; step < 8 && !isThere(QApplication::focusWidget()); ++step)
            uitest::pressKey(*m_window, key,
                             key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        return isThere(QApplication::focusWidget());
    };
    begin(u"harbour"_s);
    QVERIFY(goTo(Qt::Key_Backtab, [](QWidget *at) { return at->objectName() == "tabs"_L1; }));
    uitest::pressKey(*m_window, Qt::Key_Right);
    uitest::pressKey(*m_window, Qt::Key_Right);
    QCOMPARE(m_pane->currentTab(), EditorPane::LabelsTab);
    QVERIFY(goTo(Qt::Key_Tab, [](QWidget *at) { return at->accessibleName() == "Add label"_L1; }));
    uitest::pressKey(*m_window, Qt::Key_Space);
    for (const char *text : {"lang", "zh", "owner", "me", "stage", "prod"}) {
        uitest::typeKeys(*m_window, QString::fromLatin1(text));
        uitest::pressKey(*m_window, *text == 'o' ? Qt::Key_Return : Qt::Key_Tab);
    }
    const QList<Label> labels{{u"lang"_s, u"zh"_s}, {u"owner"_s, u"me"_s}, {u"stage"_s, u"prod"_s}};
    QCOMPARE(session()->edited().labels, labels);
    uitest::pressKey(*m_window, Qt::Key_S, Qt::ControlModifier);
    auto *review = m_window->findChild<ReviewDialog *>();
    QVERIFY(review);
    uitest::pressKey(*m_window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(session() && !session()->isNew());
    QTRY_COMPARE(session()->base().metadata.labels.size(), 3);
    QCOMPARE(session()->base().metadata.name, u"harbour"_s);
    QVERIFY(m_world->workbench.dirtySessions().isEmpty());
}

void tst_NewModel::withoutAConnectionItIsOff()
{
    QVERIFY(button(u"New model"_s)->isEnabled());
    UiWorld unconnected;
    MainWindow window(unconnected.workbench, unconnected.connector, {});
    window.show();
    int offers = 0;
    for (const auto *one : window.findChildren<QPushButton *>()) {
        if (one->accessibleName() != u"New model"_s && one->accessibleName() != u"New model…"_s)
            continue;
        ++offers;
        QVERIFY(!one->isEnabled());
        QVERIFY(one->toolTip().contains(u"Connect"_s));
    }
    QCOMPARE(offers, 2);
    emit window.findChild<EditorPane *>()->newModelRequested();
    QVERIFY(!window.findChild<EditorPane *>()->session());
}

MODELSCRIBE_GUI_TEST(tst_NewModel)

} // namespace tst_newmodel

#include "tst_newmodel.moc"
