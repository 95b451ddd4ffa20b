// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/newmodeldialog.h"

#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/editplace.h"
#include "uiworld.h"

#include <QLineEdit>

namespace tst_newmodeldialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_NewModelDialog : public QObject
{
    Q_OBJECT

private slots:
    void comesBackToTheCursor_data();
    void comesBackToTheCursor();
    void beginsInTheFirstField();
};

void tst_NewModelDialog::comesBackToTheCursor_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"ModelName", "Origin", "Task", "ModelDoc"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void tst_NewModelDialog::comesBackToTheCursor()
{
    QFETCH(QString, key);
    UiWorld world;
    QVERIFY(world.connectToRegistry());
    EditSession *session = world.workbench.createNew();
    session->setValue(*findField(key), u"typed"_s);
    session->setPlace(EditPlace{.isOpen = true, .field = key, .cursor = 2}.toText());
    NewModelDialog dialog(world.workbench, *session);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = dialog.findChild<QLineEdit *>(u"field_"_s + key);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->cursorPosition(), 2);
    QVERIFY2(!field->hasSelectedText(), "the next key would replace what was typed");
    QTest::keyClick(field, Qt::Key_X);
    QCOMPARE(field->text(), u"tyxped"_s);
}

void tst_NewModelDialog::beginsInTheFirstField()
{
    UiWorld world;
    QVERIFY(world.connectToRegistry());
    NewModelDialog dialog(world.workbench, *world.workbench.createNew());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_COMPARE(QApplication::focusWidget(), dialog.findChild<QWidget *>(u"field_ModelName"_s));
}

MODELSCRIBE_GUI_TEST(tst_NewModelDialog)

} // namespace tst_newmodeldialog

#include "tst_newmodeldialog.moc"
