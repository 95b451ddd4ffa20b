// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/review/changesview.h"
#include "ui/review/conflictdialog.h"
#include "uitest.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_conflictdialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ConflictDialog : public QObject
{
    Q_OBJECT

private slots:
    void showsTheThreeValuesOfEachClash();
    void goesOnOnlyWhenEverythingIsDecided();
    void keyboardAloneDecides();
    void keepEditingDecidesNothing();
    void hostileTextIsShownAsText();
};

namespace {

RegisteredModel theirs()
{
    RegisteredModel model{.id = u"m-1"_s};
    model.metadata = {.name = u"bert"_s,
                      .description = u"by them"_s,
                      .task = u"theirs"_s,
                      .extraInfo = JsonText("{\"Rating\":3}"),
                      .labels = {{u"team"_s, u"cv"_s}}};
    return model;
}

ModelMetadata base()
{
    return {.name = u"bert"_s,
            .task = u"asr"_s,
            .extraInfo = JsonText("{\"Rating\":1}"),
            .labels = {{u"team"_s, u"nlp"_s}}};
}

ModelMetadata mine()
{
    ModelMetadata metadata = base();
    metadata.task = u"mine"_s;
    metadata.extraInfo = JsonText("{\"Rating\":5.0}");
    metadata.labels.clear();
    return metadata;
}

QPushButton *button(const QWidget &window, const QString &name)
{
    const auto buttons = window.findChildren<QPushButton *>();
    const auto found = std::ranges::find(buttons, name, &QWidget::accessibleName);
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

void tst_ConflictDialog::showsTheThreeValuesOfEachClash()
{
    ConflictDialog dialog(mergeModels(base(), mine(), theirs().metadata), theirs());
    dialog.show();
    QStringList cells;
    for (const auto *cell : dialog.findChildren<ChangeCell *>())
        cells.append(cell->text());
    const QStringList expected{u"asr"_s, u"theirs"_s, u"mine"_s, u"1"_s,      u"3"_s,
                               u"5.0"_s, u"nlp"_s,    u"cv"_s,   u"not set"_s};
    for (QString &cell : cells)
        cell = cell.trimmed();
    QCOMPARE(cells, expected);
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"without asking: Description"_s);
    }));
}

void tst_ConflictDialog::goesOnOnlyWhenEverythingIsDecided()
{
    auto *dialog = new ConflictDialog(mergeModels(base(), mine(), theirs().metadata), theirs());
    const QSignalSpy decided(dialog, &ConflictDialog::decided);
    auto *goOn = button(*dialog, u"Continue to the review"_s);
    button(*dialog, u"Task: keep mine"_s)->click();
    button(*dialog, u"ExtraInfo $.Rating: take the registry’s"_s)->click();
    QVERIFY(!goOn->isEnabled());
    button(*dialog, u"Label team: keep mine"_s)->click();
    QVERIFY(goOn->isEnabled());
    goOn->click();
    QCOMPARE(decided.size(), 1);
    const auto decisions = decided.first().at(1).value<QHash<QString, MergeSide>>();
    const ModelMetadata merged = mergeModels(base(), mine(), theirs().metadata, decisions).merged;
    QCOMPARE(merged.task, u"mine"_s);
    QCOMPARE(merged.extraInfo.utf8(), "{\"Rating\":3}");
    QVERIFY(merged.labels.isEmpty());
    QCOMPARE(merged.description, u"by them"_s);
}

void tst_ConflictDialog::keyboardAloneDecides()
{
    auto *dialog = new ConflictDialog(mergeModels(base(), mine(), theirs().metadata), theirs());
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const QSignalSpy decided(dialog, &ConflictDialog::decided);
    auto *goOn = button(*dialog, u"Continue to the review"_s);
    for (int i = 0; i < 30 && !goOn->isEnabled(); ++i) {
        auto *focused = qobject_cast<QPushButton *>(dialog->focusWidget());
        // The two choices are one stop for Tab; the arrows walk between them.
        if (focused && focused->accessibleName().endsWith(u"take the registry’s"_s)) {
            QTest::keyClick(focused, Qt::Key_Right);
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        }
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(goOn->isEnabled());
    QCOMPARE(dialog->decisions().value(u"Task"_s, MergeSide::Theirs), MergeSide::Mine);
    goOn->setFocus();
    QTest::keyClick(goOn, Qt::Key_Space);
    QCOMPARE(decided.size(), 1);
}

void tst_ConflictDialog::keepEditingDecidesNothing()
{
    QPointer<ConflictDialog> dialog = new ConflictDialog(
        mergeModels(base(), mine(), theirs().metadata), theirs());
    const QSignalSpy decided(dialog, &ConflictDialog::decided);
    dialog->open();
    button(*dialog, u"Keep editing"_s)->click();
    QTRY_VERIFY(!dialog);
    QVERIFY(decided.isEmpty());
}

void tst_ConflictDialog::hostileTextIsShownAsText()
{
    ModelMetadata hostile = mine();
    hostile.task = u"<img src=x>\u202Eevil"_s + QString(100'000, u'x');
    ConflictDialog dialog(mergeModels(base(), hostile, theirs().metadata), theirs());
    dialog.show();
    for (const auto *label : dialog.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    const auto cells = dialog.findChildren<ChangeCell *>();
    QVERIFY(cells[2]->text().contains(u"⟦U+202E⟧"_s));
    QVERIFY(cells[2]->text().size() < 10'000);
}

MODELSCRIBE_GUI_TEST(tst_ConflictDialog)

} // namespace tst_conflictdialog

#include "tst_conflictdialog.moc"
