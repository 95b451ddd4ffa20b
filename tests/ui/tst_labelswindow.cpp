// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/labelusesmodel.h"
#include "session/batchkeeper.h"
#include "session/labelnotes.h"
#include "testclass.h"
#include "ui/labels/cleanuplist.h"
#include "ui/labels/cleanuprow.h"
#include "ui/labels/labelrename.h"
#include "ui/labels/labelswindow.h"
#include "ui/labels/labelusestable.h"
#include "uitest.h"
#include "uiworld.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_labelswindow {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using Kind = LabelVerb::Kind;

class tst_LabelsWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsKeysAndValues();
    void renamesAKeyByKeysAlone();
    void anExistingNameMergesAndSaysSo();
    void mergesTheChosenValues();
    void takesAwayAndTakesThatBack();
    void takesSuggestions();
    void whatIsGatheredIsADraft();
    void aRefusedNameIsSaid();
    void showsTheModels();
    void finds();
    void aHalfTypedNameIsThereAgain();
    void aHalfTypedValueIsThereAgain();
    void keysHaveColours();
    void whatIsIgnoredStaysIgnored();
    void aProvidersLabelsCannotBeChanged();

private:
    void openAgain()
    {
        m_window.reset();
        m_window = std::make_unique<LabelsWindow>(m_world->workbench);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->keys().currentText());
    }
    QPushButton *button(const QString &begin) const
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->text().startsWith(begin) && button->isVisible())
                return button;
        }
        return nullptr;
    }
    bool isRenaming() const
    {
        const QList<LabelRename *> renames = m_window->findChildren<LabelRename *>();
        return std::ranges::any_of(renames, &LabelRename::isOpen);
    }
    LabelRename &openRename() const
    {
        for (LabelRename *rename : m_window->findChildren<LabelRename *>()) {
            if (rename->isOpen())
                return *rename;
        }
        qFatal("nothing is renamed");
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QStringList texts(const QTableView &table) const
    {
        QStringList texts;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            texts.append(table.model()->index(row, 0).data().toString());
        return texts;
    }

    std::unique_ptr<modelscribe::testing::UiWorld> m_world;
    std::unique_ptr<LabelsWindow> m_window;
    QStringList m_ids;
};

void tst_LabelsWindow::init()
{
    m_world = std::make_unique<modelscribe::testing::UiWorld>();
    QVERIFY(m_world->connectToRegistry());
    const QList<QList<Label>> labels{
        {{u"team"_s, u"nlp"_s}, {u"stage "_s, u"dev"_s}},   {{u"team"_s, u"nlp"_s}},
        {{u"team"_s, u"NLP"_s}, {u"stage"_s, u"dev"_s}},    {{u"Team"_s, u"cv"_s}},
        {{u"stage"_s, u"dev"_s}, {u"team"_s, u"search"_s}}, {{u"lang"_s, u"zh"_s}},
    };
    m_ids.clear();
    for (const QList<Label> &own : labels)
        m_ids.append(m_world->addModel({.name = u"model"_s, .labels = own},
                                       QDateTime::currentDateTimeUtc()));
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window = std::make_unique<LabelsWindow>(m_world->workbench);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->keys().currentText());
    QTRY_VERIFY(m_window->cleanup().shownCount() > 0);
    m_window->keys().setCurrentText(u"team"_s);
}

void tst_LabelsWindow::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_LabelsWindow::listsKeysAndValues()
{
    QCOMPARE(texts(m_window->keys()),
             QStringList({u"team"_s, u"stage"_s, u"Team"_s, u"lang"_s, u"stage␣"_s}));
    QCOMPARE(texts(m_window->values()), QStringList({u"nlp"_s, u"NLP"_s, u"search"_s}));
    QCOMPARE(m_window->keys().model()->index(0, 1).data(), u"3"_s);
    QCOMPARE(m_window->keys().model()->index(0, 2).data(), u"4"_s);
    m_window->keys().setCurrentText(u"lang"_s);
    QCOMPARE(texts(m_window->values()), QStringList({u"zh"_s}));
    QVERIFY(!button(u"Review"_s));
}

void tst_LabelsWindow::renamesAKeyByKeysAlone()
{
    const QSignalSpy review(m_window.get(), &LabelsWindow::reviewRequested);
    m_window->keys().setFocus();
    m_window->keys().setCurrentText(u"lang"_s);
    press(Qt::Key_F2);
    type(u"language"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &m_window->keys());
    QCOMPARE(
        m_window->plan().verbs(),
        QList<LabelVerb>({{.kind = Kind::RenameKey, .key = u"lang"_s, .newText = u"language"_s}}));
    QPushButton *go = button(u"Review 1 model(s)"_s);
    QVERIFY(go);
    go->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(review.size(), 1);
    auto *session = review[0][0].value<BatchSession *>();
    QCOMPARE(session->modelIds(), QStringList{m_ids[5]});
    QCOMPARE(session->edit().labels, m_window->plan().verbs());
    m_window->keys().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->plan().isEmpty());
}

void tst_LabelsWindow::anExistingNameMergesAndSaysSo()
{
    m_window->keys().setFocus();
    m_window->keys().setCurrentText(u"Team"_s);
    press(Qt::Key_F2);
    type(u"team"_s);
    QVERIFY(button(u"Merge"_s));
    bool isSaid = false;
    for (const QLabel *label : openRename().findChildren<QLabel *>())
        isSaid = isSaid || label->text().startsWith(u"team exists: 1 models join its 4."_s);
    QVERIFY(isSaid);
    press(Qt::Key_Escape); // only the renaming
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->plan().isEmpty());
}

void tst_LabelsWindow::mergesTheChosenValues()
{
    m_window->values().setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_M, Qt::ControlModifier);
    type(u"nlp"_s);
    press(Qt::Key_Return);
    QCOMPARE(
        m_window->plan().verbs(),
        QList<LabelVerb>(
            {{.kind = Kind::Change, .key = u"team"_s, .value = u"NLP"_s, .newText = u"nlp"_s},
             {.kind = Kind::Change, .key = u"team"_s, .value = u"search"_s, .newText = u"nlp"_s}}));
    QCOMPARE(m_window->plan().modelCount(), 2);
}

void tst_LabelsWindow::takesAwayAndTakesThatBack()
{
    m_window->values().setFocus();
    m_window->values().setCurrentText(u"search"_s);
    press(Qt::Key_Delete);
    QCOMPARE(m_window->plan().verbs(),
             QList<LabelVerb>({{.kind = Kind::TakeAway, .key = u"team"_s, .value = u"search"_s}}));
    button(u"Undo"_s)->click();
    QVERIFY(m_window->plan().isEmpty());
}

void tst_LabelsWindow::takesSuggestions()
{
    QCOMPARE(m_window->cleanup().shownCount(), 4); // blank, key and value in case, used once
    auto rows = m_window->findChildren<CleanupRow *>();
    QCOMPARE(rows[0]->suggestion().kind, LabelSuggestion::Kind::Blanks);
    rows[0]->findChildren<QPushButton *>()[0]->click();
    QCOMPARE(m_window->plan().modelCount(), 1);
    QCOMPARE(rows[0]->findChildren<QPushButton *>()[0]->text(), u"Undo"_s);
    rows[0]->findChildren<QPushButton *>()[0]->click();
    QVERIFY(m_window->plan().isEmpty());
    rows[0]->findChildren<QPushButton *>()[1]->click(); // ignored
    QCOMPARE(m_window->cleanup().shownCount(), 3);
}

void tst_LabelsWindow::whatIsGatheredIsADraft()
{
    m_window->plan().add({.kind = Kind::TakeAway, .key = u"lang"_s});
    QCOMPARE(m_world->workbench.batchDrafts().drafts().size(), 1);
    QCOMPARE(m_world->workbench.batchDrafts().drafts().first(), m_window->plan().session());
    button(u"Discard"_s)->click();
    QVERIFY(m_world->workbench.batchDrafts().drafts().isEmpty());
    QVERIFY(!button(u"Discard"_s));
}

void tst_LabelsWindow::aRefusedNameIsSaid()
{
    m_window->keys().setFocus();
    press(Qt::Key_F2);
    type(u"a=b"_s);
    QVERIFY(button(u"Rename"_s));
    QVERIFY(!button(u"Rename"_s)->isEnabled());
    press(Qt::Key_Return);
    QVERIFY(m_window->plan().isEmpty());
    QVERIFY(openRename().isVisible()); // what was typed stays
}

void tst_LabelsWindow::showsTheModels()
{
    const QSignalSpy search(m_window.get(), &LabelsWindow::searchRequested);
    m_window->keys().setFocus();
    press(Qt::Key_Return);
    m_window->values().setFocus();
    press(Qt::Key_Return);
    QCOMPARE(search.size(), 2);
    QCOMPARE(search[0][0], u"label:team"_s);
    QCOMPARE(search[1][0], u"label:team=nlp"_s);
}

void tst_LabelsWindow::finds()
{
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"ZH"_s);
    QCOMPARE(texts(m_window->keys()), QStringList{u"lang"_s});
    QTRY_COMPARE(texts(m_window->values()), QStringList{u"zh"_s});
    press(Qt::Key_Escape);
    QCOMPARE(m_window->keys().model()->rowCount(), 5);
    QVERIFY(m_window->isVisible());
}

void tst_LabelsWindow::aHalfTypedNameIsThereAgain()
{
    m_window->keys().setFocus();
    press(Qt::Key_F2);
    type(u"squ"_s);
    openAgain();
    QTRY_VERIFY(isRenaming());
    QCOMPARE(openRename().text(), u"squ"_s);
    QCOMPARE(openRename().texts(), QStringList{u"team"_s});
    press(Qt::Key_Escape);
    QVERIFY(!m_world->workbench.labelNotes().renaming());
    openAgain();
    QTRY_VERIFY(m_window->cleanup().shownCount() > 0);
    QVERIFY(!isRenaming());
}

void tst_LabelsWindow::aHalfTypedValueIsThereAgain()
{
    m_window->values().setCurrentText(u"search"_s);
    m_window->values().setFocus();
    press(Qt::Key_F2);
    type(u"find"_s);
    openAgain();
    QTRY_VERIFY(isRenaming());
    QCOMPARE(openRename().key(), u"team"_s);
    QCOMPARE(openRename().text(), u"find"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_window->plan().verbs(), QList<LabelVerb>({{.kind = Kind::Change,
                                                          .key = u"team"_s,
                                                          .value = u"search"_s,
                                                          .newText = u"find"_s}}));
    QVERIFY(!m_world->workbench.labelNotes().renaming());
}

void tst_LabelsWindow::keysHaveColours()
{
    const QModelIndex team = m_window->keys().model()->index(0, 0);
    QCOMPARE(team.data(LabelUsesModel::ColorRole).value<LabelColor>(), LabelColor::None);
    emit m_window->keys().colorRequested(u"team"_s, LabelColor::Teal);
    QCOMPARE(team.data(LabelUsesModel::ColorRole).value<LabelColor>(), LabelColor::Teal);
    QVERIFY(m_window->plan().isEmpty()); // nothing that would be sent
    // Of values there is none.
    m_window->values().setCurrentText(u"nlp"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_window->values().viewport(), &event);
    auto *menu = m_window->values().findChild<QMenu *>();
    QVERIFY(menu);
    for (const QAction *action : menu->actions())
        QVERIFY(!action->menu());
    menu->close();
}

void tst_LabelsWindow::whatIsIgnoredStaysIgnored()
{
    const qsizetype shown = m_window->cleanup().shownCount();
    auto *row = m_window->findChildren<CleanupRow *>().first();
    row->findChildren<QPushButton *>()[1]->click();
    QCOMPARE(m_window->cleanup().shownCount(), shown - 1);
    openAgain();
    QTRY_COMPARE(m_window->cleanup().shownCount(), shown - 1);
}

void tst_LabelsWindow::aProvidersLabelsCannotBeChanged()
{
    Connection &connection = *m_world->workbench.connection();
    m_window->plan().add({.kind = Kind::TakeAway, .key = u"lang"_s});
    const QPointer<BatchSession> gathered = m_window->plan().session();
    QVERIFY(button(u"Review"_s) && m_window->cleanup().isVisible());

    connection.listProvider(u"pai"_s);
    QVERIFY(m_world->waitLoaded());
    RegisteredModel labelled{.id = u"model-pai"_s, .provider = u"pai"_s};
    labelled.metadata.labels = {{u"kind"_s, u"llm"_s}, {u"tier"_s, u"a"_s}};
    m_world->workbench.catalog()->upsert(labelled);
    QTRY_VERIFY(texts(m_window->keys()).contains(u"kind"_s));
    QVERIFY(!button(u"Review"_s) && !button(u"Discard"_s));
    QVERIFY(!m_window->cleanup().isVisible());
    const auto says = [this](const QString &text) {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(says(u"Models of PAI"_s));
    QVERIFY(says(u"read-only"_s));
    QVERIFY(gathered); // waits among the drafts

    const QSignalSpy models(m_window.get(), &LabelsWindow::searchRequested);
    m_window->keys().setFocus();
    m_window->keys().setCurrentText(u"kind"_s);
    m_window->keys().selectAll();
    for (const int key : {Qt::Key_F2, Qt::Key_Delete})
        press(key);
    press(Qt::Key_M, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    const auto renames = m_window->findChildren<LabelRename *>();
    QVERIFY(std::ranges::none_of(renames, &LabelRename::isOpen));
    QVERIFY(m_window->plan().isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(models.size(), 1);

    connection.listProvider({});
    QVERIFY(m_world->waitLoaded());
    QTRY_VERIFY(texts(m_window->keys()).contains(u"lang"_s));
    QVERIFY(m_window->cleanup().isVisible() && !says(u"read-only"_s));
    m_window->keys().setFocus();
    m_window->keys().setCurrentText(u"lang"_s);
    press(Qt::Key_F2);
    QVERIFY(std::ranges::any_of(renames, &LabelRename::isOpen));
}

MODELSCRIBE_GUI_TEST(tst_LabelsWindow)

} // namespace tst_labelswindow

#include "tst_labelswindow.moc"
