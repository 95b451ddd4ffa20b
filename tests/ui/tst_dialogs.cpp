// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profiles.h"
#include "credentials/memorystore.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/journal/activitywindow.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/dialogs.h"
#include "uitest.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace tst_dialogs {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Dialogs : public QObject
{
    Q_OBJECT

private slots:
    void neverLargerThanTheScreen_data();
    void neverLargerThanTheScreen();
    void returnPressesOnlyTheDefault();
    void allDialogsKeepToThat();
    void cutTextOfAChoiceSaysSo();
};

void tst_Dialogs::neverLargerThanTheScreen_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("large") << QSize(1920, 1080) << QSize(960, 680);
    QTest::newRow("1280 × 720") << QSize(1280, 720) << QSize(960, 680);
    QTest::newRow("1366 × 768 at 1.5") << QSize(910, 512) << QSize(902, 472);
    QTest::newRow("1280 × 720 at 2") << QSize(640, 360) << QSize(632, 320);
}

void tst_Dialogs::neverLargerThanTheScreen()
{
    QFETCH(QSize, screen);
    QFETCH(QSize, expected);
    QCOMPARE(sizeOnScreen({960, 680}, screen), expected);
    QDialog dialog;
    setUpDialog(dialog, {960, 680}, screen);
    QCOMPARE(dialog.size(), expected);
}

void tst_Dialogs::returnPressesOnlyTheDefault()
{
    QDialog dialog;
    setUpDialog(dialog, {300, 200});
    auto *column = new QVBoxLayout(&dialog);
    auto *line = new QLineEdit;
    auto *first = new QPushButton(u"Private"_s);
    auto *later = new QPushButton(u"Public"_s);
    column->addWidget(line);
    column->addWidget(first);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    column->addWidget(later);
    later->show();
    QCoreApplication::processEvents();
    const QSignalSpy pressed(first, &QPushButton::clicked);
    const QSignalSpy pressedLater(later, &QPushButton::clicked);
    line->setFocus();
    uitest::pressKey(dialog, Qt::Key_Return);
    QCOMPARE(pressed.size() + pressedLater.size(), 0);
    QVERIFY(dialog.isVisible());
    first->setDefault(true);
    uitest::pressKey(dialog, Qt::Key_Return);
    QCOMPARE(pressed.size(), 1);
}

void tst_Dialogs::allDialogsKeepToThat()
{
    Workbench workbench;
    EditSession session(uitest::sampleModel());
    session.setValue(*findField(u"Task"), u"x"_s);
    const auto plan = SavePlan::make(session.base(), session.edited(), u"1"_s);
    ReviewDialog review(workbench, session, *plan);
    QTemporaryDir folder;
    MemoryStore keys;
    Profiles profiles(folder.filePath(u"profiles.json"_s), keys);
    Connector connector(profiles);
    ProfilesDialog profilesDialog(connector);
    ActivityWindow activity(workbench, 90);
    const QSize room = roomOnScreen(activity);
    for (QDialog *dialog :
         {static_cast<QDialog *>(&review), static_cast<QDialog *>(&profilesDialog),
          static_cast<QDialog *>(&activity)}) {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QVERIFY(dialog->width() <= room.width() && dialog->height() <= room.height());
        for (const auto *button : dialog->findChildren<QPushButton *>())
            QVERIFY2(!button->autoDefault() || button->isDefault(), qPrintable(button->text()));
        dialog->close();
    }
}

void tst_Dialogs::cutTextOfAChoiceSaysSo()
{
    // What is beyond "…" is not drawn: two texts that differ only there look the same.
    ComboBox box;
    box.addItems({u"a long text that goes on and on for ever and a day"_s,
                  u"a long text that goes on and on for ever and a night"_s});
    box.resize(120, 30);
    const QImage first = box.grab().toImage();
    box.setCurrentIndex(1);
    QCOMPARE(box.grab().toImage(), first);
    box.resize(600, 30);
    const QImage whole = box.grab().toImage();
    box.setCurrentIndex(0);
    QVERIFY(box.grab().toImage() != whole);
    // Blanks are not seen: what is beyond the text can only be the "…".
    box.resize(120, 30);
    box.setItemText(0, u"a"_s);
    const QImage shortOne = box.grab().toImage();
    box.setItemText(0, u"a"_s + QString(200, u' ') + u'b');
    QVERIFY(box.grab().toImage() != shortOne);
}

MODELSCRIBE_GUI_TEST(tst_Dialogs)

} // namespace tst_dialogs

#include "tst_dialogs.moc"
