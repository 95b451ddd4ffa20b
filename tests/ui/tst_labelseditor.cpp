// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/edit/labelseditor.h"
#include "ui/widgets/iconbutton.h"
#include "uitest.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace tst_labelseditor {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_LabelsEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheLabels();
    void addedLabelIsTyped();
    void labelsAreTypedInOrder_data();
    void labelsAreTypedInOrder();
    void markedSuggestionIsTaken();
    void emptyKeyLeadsOut();
    void backtabGoesBack();
    void chosenKeyIsNotTypedOver();
    void anEmptyCellMayBeLeftForAnotherLabel();
    void knowsWhatHasNoValue();
    void begunLabelWithoutTextIsNoChange();
    void everyKeyReachesTheSession();
    void escapeBringsTheCellBack();
    void editorMayGoWhileACellIsOpen();
    void anOpenCellStaysWithItsLabel_data();
    void anOpenCellStaysWithItsLabel();
    void valueIsEditedInItsCell();
    void renamedKeyIsOneRemovedAndOneAdded();
    void removedLabelCanComeBack();
    void changedValueCanComeBack();
    void resetBringsAllBack();
    void problemsStandBelow();
    void aBlankBetweenWordsIsNoProblem();
    void keysThatOthersWriteOtherwiseAreNamed();
    void suggestsWhatIsInUse();
    void readOnlyLabelsStay();
    void hostileLabelIsText();

private:
    using State = LabelsModel::State;
    LabelsModel &model() const { return m_editor->model(); }
    QPushButton *button(const QString &name) const
    {
        for (auto *button : m_editor->findChildren<QPushButton *>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }
    QLineEdit *cellEditor() const { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }
    void typeInto(int row, int column, const QString &text)
    {
        const QModelIndex cell = model().index(row, column);
        m_editor->table().setCurrentIndex(cell);
        m_editor->table().edit(cell);
        QVERIFY(cellEditor());
        cellEditor()->selectAll();
        QTest::keyClicks(cellEditor(), text);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->hide();
        QTest::keyClick(cellEditor(), Qt::Key_Return);
    }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<LabelsEditor> m_editor;
};

void tst_LabelsEditor::init()
{
    m_session = std::make_unique<EditSession>(uitest::sampleModel());
    m_editor = std::make_unique<LabelsEditor>();
    new QAbstractItemModelTester(&m_editor->model(), m_editor.get());
    m_editor->setSession(m_session.get());
    m_editor->resize(424, 500);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void tst_LabelsEditor::cleanup()
{
    m_editor.reset();
    m_session.reset();
}

void tst_LabelsEditor::showsTheLabels()
{
    QCOMPARE(model().rowCount(), 3);
    QCOMPARE(model().index(1, 0).data().toString(), u"stage"_s);
    QCOMPARE(model().index(1, 1).data().toString(), u"dev"_s);
    QCOMPARE(m_editor->table().accessibleName(), u"Labels"_s);
    QVERIFY(!m_session->isDirty());
}

void tst_LabelsEditor::addedLabelIsTyped()
{
    button(u"Add label"_s)->click();
    QVERIFY(cellEditor());
    QTest::keyClicks(cellEditor(), u"owner"_s);
    QTest::keyClick(cellEditor(), Qt::Key_Tab); // on to the value
    QVERIFY(cellEditor());
    QTest::keyClicks(cellEditor(), u"me"_s);
    QTest::keyClick(cellEditor(), Qt::Key_Return);
    QCOMPARE(m_session->edited().labels.last(), (Label{u"owner"_s, u"me"_s}));
    QCOMPARE(model().state(3), State::Added);
    QCOMPARE(model().state(4), State::Begun);
    QCOMPARE(m_session->changeCount(), 1);
}

void tst_LabelsEditor::labelsAreTypedInOrder_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("suggests");
    QTest::addColumn<bool>("fromNothing");
    QTest::newRow("tab") << Qt::Key_Tab << false << false;
    QTest::newRow("return") << Qt::Key_Return << false << false;
    QTest::newRow("enter") << Qt::Key_Enter << false << false;
    QTest::newRow("tab, open list") << Qt::Key_Tab << true << false;
    QTest::newRow("return, open list") << Qt::Key_Return << true << false;
    QTest::newRow("tab, first labels") << Qt::Key_Tab << true << true;
    QTest::newRow("return, first labels") << Qt::Key_Return << true << true;
}

void tst_LabelsEditor::labelsAreTypedInOrder()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, suggests);
    QFETCH(bool, fromNothing);
    if (fromNothing)
        m_session->setLabels({});
    if (suggests)
        m_editor->setInUse({[] {
                                return QStringList{u"language"_s, u"owner"_s};
                            },
                            [](const QString &) {
                                return QStringList{u"zh-Hans"_s, u"men"_s};
                            }});
    const QList<Label> added{{u"lan"_s, u"zh"_s}, {u"own"_s, u"me"_s}, {u"x"_s, u"1"_s}};
    const QList<Label> expected = m_session->edited().labels + added;
    button(u"Add label"_s)->click();
    for (const Label &label : added) {
        QVERIFY(cellEditor());
        uitest::typeKeys(*m_editor, label.key);
        QCOMPARE(QApplication::activePopupWidget() != nullptr, suggests && label.key != u"x"_s);
        uitest::pressKey(*m_editor, key);
        QVERIFY(cellEditor());
        uitest::typeKeys(*m_editor, label.value);
        uitest::pressKey(*m_editor, key);
    }
    QVERIFY(cellEditor()); // the fourth, which nobody wants
    uitest::pressKey(*m_editor, key);
    QVERIFY(button(u"Add label"_s)->hasFocus());
    QCOMPARE(m_session->edited().labels, expected);
    QCOMPARE(model().rowCount(), (fromNothing ? 3 : 0) + int(expected.size()));
}

void tst_LabelsEditor::markedSuggestionIsTaken()
{
    m_editor->setInUse({[] { return QStringList{u"language"_s, u"lantern"_s}; }, {}});
    button(u"Add label"_s)->click();
    uitest::typeKeys(*m_editor, u"lan"_s);
    uitest::pressKey(*m_editor, Qt::Key_Down);
    uitest::pressKey(*m_editor, Qt::Key_Return);
    QCOMPARE(m_session->edited().labels.last().key, u"language"_s);
    uitest::typeKeys(*m_editor, u"zh"_s);
    QCOMPARE(m_session->edited().labels.last(), (Label{u"language"_s, u"zh"_s}));
}

void tst_LabelsEditor::emptyKeyLeadsOut()
{
    button(u"Add label"_s)->click();
    uitest::pressKey(*m_editor, Qt::Key_Tab);
    QVERIFY(button(u"Add label"_s)->hasFocus());
    QCOMPARE(model().rowCount(), 3);
    QVERIFY(!m_session->isDirty());
}

void tst_LabelsEditor::backtabGoesBack()
{
    m_editor->table().edit(model().index(1, LabelsModel::Key));
    uitest::pressKey(*m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(cellEditor());
    QCOMPARE(cellEditor()->text(), u"zh"_s);
    uitest::pressKey(*m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(cellEditor()->text(), u"lang"_s);
    uitest::pressKey(*m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!m_editor->table().isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!m_session->isDirty());
}

void tst_LabelsEditor::chosenKeyIsNotTypedOver()
{
    m_editor->table().setFocus();
    m_editor->table().setCurrentIndex(model().index(0, LabelsModel::Key));
    uitest::typeKeys(*m_editor, u"x1"_s);
    QVERIFY(!m_session->isDirty());
    uitest::pressKey(*m_editor, Qt::Key_Return);
    QVERIFY(cellEditor());
    // Return in the value says done: the next label is chosen, and typing does not replace it.
    uitest::pressKey(*m_editor, Qt::Key_Return);
    uitest::pressKey(*m_editor, Qt::Key_Return);
    uitest::typeKeys(*m_editor, u"x1"_s);
    QVERIFY(!m_session->isDirty());
    QCOMPARE(m_editor->table().currentIndex(), model().index(1, LabelsModel::Key));
}

//! Its row goes when it is left, and all rows behind it are others then.
void tst_LabelsEditor::anEmptyCellMayBeLeftForAnotherLabel()
{
    m_editor->addLabel();
    QVERIFY(cellEditor());
    m_editor->addLabel();
    QVERIFY(cellEditor());
    QCOMPARE(model().rowCount(), 4);
    QCOMPARE(m_editor->table().currentIndex(), model().index(3, LabelsModel::Key));
    m_editor->showCell(3, LabelsModel::Value, 0); // of the row that goes
    QVERIFY(m_editor->table().currentIndex().row() < model().rowCount());
    QCOMPARE(model().rowCount(), 3);

    m_session->setLabels({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
    typeInto(0, LabelsModel::Value, {});
    typeInto(0, LabelsModel::Key, {}); // nothing is left of the first
    m_editor->editValueOf(u"b"_s);
    QVERIFY(cellEditor());
    QCOMPARE(cellEditor()->text(), u"2"_s);
    uitest::typeKeys(*m_editor, u"3"_s);
    for (const Label &label : m_session->edited().labels)
        QVERIFY(label.key != u"b"_s || label.value.endsWith(u'3'));
}

void tst_LabelsEditor::knowsWhatHasNoValue()
{
    m_session->setLabels({{u"lang"_s, {}}, {u"stage"_s, u"dev"_s}, {u"new"_s, {}}});
    QCOMPARE(m_editor->keysWithoutValue(), (QStringList{u"lang"_s, u"new"_s}));
    m_editor->editValueOf(u"new"_s);
    uitest::typeKeys(*m_editor, u"1"_s);
    QCOMPARE(m_session->edited().labels.last(), (Label{u"new"_s, u"1"_s}));
}

void tst_LabelsEditor::begunLabelWithoutTextIsNoChange()
{
    button(u"Add label"_s)->click();
    QCOMPARE(model().rowCount(), 4);
    QTest::keyClick(cellEditor(), Qt::Key_Escape);
    QCOMPARE(model().rowCount(), 3);
    QVERIFY(!m_session->isDirty());
}

void tst_LabelsEditor::everyKeyReachesTheSession()
{
    m_editor->table().edit(model().index(1, LabelsModel::Value));
    QTest::keyClicks(cellEditor(), u"x"_s);
    QCOMPARE(m_session->edited().labels.at(1).value, u"x"_s);
    QTest::keyClicks(cellEditor(), u"y"_s);
    QCOMPARE(m_session->edited().labels.at(1).value, u"xy"_s);
}

void tst_LabelsEditor::escapeBringsTheCellBack()
{
    m_editor->table().edit(model().index(1, LabelsModel::Key));
    QTest::keyClicks(cellEditor(), u"x"_s);
    QVERIFY(m_session->isDirty());
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->hide();
    QTest::keyClick(cellEditor(), Qt::Key_Escape);
    QVERIFY(!m_session->isDirty());
    QCOMPARE(model().rowCount(), 3);
}

void tst_LabelsEditor::editorMayGoWhileACellIsOpen()
{
    m_editor->table().edit(model().index(1, LabelsModel::Value));
    QTest::keyClicks(cellEditor(), u"x"_s);
    m_editor.reset();
    QCOMPARE(m_session->edited().labels.at(1).value, u"x"_s);
}

void tst_LabelsEditor::anOpenCellStaysWithItsLabel_data()
{
    QTest::addColumn<QList<Label>>("theirs");
    QTest::addColumn<QList<Label>>("typed"); // empty: the cell ends
    const Label lang{u"lang"_s, u"zh"_s};
    const Label stage{u"stage"_s, u"dev"_s};
    const Label team{u"team"_s, u"nlp"_s};
    const Label other{u"other"_s, u"keep me"_s};
    const Label mine{u"stage"_s, u"devx"_s};
    QTest::newRow("one before it goes") << QList{stage, team} << QList{mine, team};
    QTest::newRow("one before it comes")
        << QList{other, lang, stage, team} << QList{other, lang, mine, team};
    QTest::newRow("one behind it goes") << QList{lang, stage} << QList{lang, mine};
    QTest::newRow("it goes") << QList{lang, team} << QList<Label>();
    QTest::newRow("another in its place") << QList{lang, other, team} << QList<Label>();
    QTest::newRow("another value")
        << QList{lang, Label{u"stage"_s, u"theirs"_s}, team} << QList<Label>();
}

void tst_LabelsEditor::anOpenCellStaysWithItsLabel()
{
    QFETCH(QList<Label>, theirs);
    QFETCH(QList<Label>, typed);
    const QAbstractItemModelTester tester(&model());
    const QModelIndex cell = model().index(1, LabelsModel::Value);
    m_editor->table().setCurrentIndex(cell);
    m_editor->table().edit(cell);
    QVERIFY(cellEditor());
    RegisteredModel now = m_session->base();
    now.metadata.labels = theirs;
    m_session->rebase(now, m_session->base().metadata);
    QCOMPARE(m_session->edited().labels, theirs);
    QCOMPARE(cellEditor() != nullptr, !typed.isEmpty());
    if (typed.isEmpty())
        return;
    QTest::keyClick(cellEditor(), Qt::Key_End);
    QTest::keyClicks(cellEditor(), u"x"_s);
    QCOMPARE(m_session->edited().labels, typed);
}

void tst_LabelsEditor::valueIsEditedInItsCell()
{
    typeInto(1, LabelsModel::Value, u"prod"_s);
    QCOMPARE(m_session->edited().labels.at(1), (Label{u"stage"_s, u"prod"_s}));
    QCOMPARE(model().state(1), State::Changed);
    QVERIFY(model().index(1, 1).data(Qt::ToolTipRole).toString().contains(u"dev"_s));
    QCOMPARE(m_session->changeCount(), 1);
}

void tst_LabelsEditor::renamedKeyIsOneRemovedAndOneAdded()
{
    typeInto(0, LabelsModel::Key, u"language"_s);
    QCOMPARE(model().rowCount(), 4);
    QCOMPARE(model().state(0), State::Added);
    QCOMPARE(model().state(3), State::Removed);
    QCOMPARE(model().label(3).key, u"lang"_s);
}

void tst_LabelsEditor::removedLabelCanComeBack()
{
    m_editor->table().setCurrentIndex(model().index(0, 0));
    button(u"Remove label"_s)->click();
    QCOMPARE(m_session->edited().labels.size(), 2);
    QCOMPARE(model().rowCount(), 3);
    QCOMPARE(model().state(2), State::Removed);
    QVERIFY(!(model().flags(model().index(2, 0)) & Qt::ItemIsEditable));
    m_editor->table().setCurrentIndex(model().index(2, 0));
    QVERIFY(button(u"Restore label"_s));
    button(u"Restore label"_s)->click();
    QVERIFY(!m_session->isDirty());
}

void tst_LabelsEditor::changedValueCanComeBack()
{
    typeInto(1, LabelsModel::Value, u"prod"_s);
    model().restoreRow(1);
    QVERIFY(!m_session->isDirty());
    QCOMPARE(model().state(1), State::Same);
}

void tst_LabelsEditor::resetBringsAllBack()
{
    m_session->setLabels({{u"other"_s, u"1"_s}});
    auto *reset = m_editor->findChild<IconButton *>(u"reset_Labels"_s);
    QVERIFY(reset->isVisible());
    QCOMPARE(reset->accessibleName(), u"Reset Labels"_s);
    reset->click();
    QCOMPARE(m_session->edited().labels, m_session->base().metadata.labels);
    QVERIFY(!reset->isVisible());
}

void tst_LabelsEditor::problemsStandBelow()
{
    QCOMPARE(m_editor->problemText(), QString());
    m_session->setLabels({{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b=c"_s, {}}});
    const QStringList lines = m_editor->problemText().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.join(u' ').contains(u"b=c"_s), qPrintable(lines.join(u' ')));
    m_session->resetLabels();
    QCOMPARE(m_editor->problemText(), QString());
}

void tst_LabelsEditor::aBlankBetweenWordsIsNoProblem()
{
    const QModelIndex cell = model().index(0, LabelsModel::Value);
    m_editor->table().setCurrentIndex(cell);
    m_editor->table().edit(cell);
    QTest::keyClicks(cellEditor(), u"the "_s);
    QCOMPARE(m_session->edited().labels[0].value, u"the "_s);
    QCOMPARE(m_editor->problemText(), QString());
    QTest::keyClick(cellEditor(), Qt::Key_Return);
    QTRY_VERIFY2(m_editor->problemText().contains(u"Spaces"_s, Qt::CaseInsensitive),
                 "the cell is closed, and the blank is still there");
}

void tst_LabelsEditor::keysThatOthersWriteOtherwiseAreNamed()
{
    m_editor->setInUse({[] { return QStringList{u"Owner"_s, u"lang"_s}; }, {}});
    const QList<Label> base = m_session->base().metadata.labels;
    m_session->setLabels(base + QList<Label>{{u"owner"_s, u"1"_s}});
    QVERIFY2(m_editor->problemText().contains(u"“Owner”"_s), qPrintable(m_editor->problemText()));
    m_session->setLabels(base + QList<Label>{{u"Owner"_s, u"1"_s}, {u"other"_s, u"1"_s}});
    QCOMPARE(m_editor->problemText(), QString());
}

void tst_LabelsEditor::suggestsWhatIsInUse()
{
    m_editor->setInUse({[] {
                            return QStringList{u"team"_s, u"lang"_s};
                        },
                        [](const QString &key) { return QStringList{key + u"-value"_s}; }});
    QCOMPARE(m_editor->suggestionsFor(model().index(0, 0)), (QStringList{u"team"_s, u"lang"_s}));
    QCOMPARE(m_editor->suggestionsFor(model().index(1, 1)), QStringList{u"stage-value"_s});
    m_editor->table().edit(model().index(1, 1));
    QTest::keyClick(cellEditor(), Qt::Key_Down);
    auto *completer = cellEditor()->findChild<QCompleter *>();
    QVERIFY(completer && completer->popup()->isVisible());
    QCOMPARE(completer->popup()->model()->index(0, 0).data().toString(), u"stage-value"_s);
    QCOMPARE(completer->popup()->sizeHintForRow(0), 28);
    completer->popup()->hide();
}

void tst_LabelsEditor::readOnlyLabelsStay()
{
    m_editor->setReadOnly(true);
    QVERIFY(!(model().flags(model().index(0, 0)) & Qt::ItemIsEditable));
    m_editor->addLabel();
    m_editor->table().setCurrentIndex(model().index(0, 0));
    m_editor->removeOrRestore();
    QVERIFY(!m_session->isDirty());
    QCOMPARE(model().rowCount(), 3);
}

void tst_LabelsEditor::hostileLabelIsText()
{
    m_session->setLabels({{u"<b>\u202E"_s, u"<img src=x>"_s}});
    const QModelIndex cell = model().index(0, 0);
    QVERIFY(cell.data().toString().contains(u"U+202E"_s));
    QCOMPARE(cell.data(Qt::EditRole).toString(), u"<b>\u202E"_s);
    QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

MODELSCRIBE_GUI_TEST(tst_LabelsEditor)

} // namespace tst_labelseditor

#include "tst_labelseditor.moc"
