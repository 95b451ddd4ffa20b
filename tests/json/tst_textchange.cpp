// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/textchange.h"

#include <QTest>

namespace tst_textchange {

using namespace modelscribe;

class tst_TextChange : public QObject
{
    Q_OBJECT

private slots:
    void nothingChangesNothing();
    void positionsAreThoseBeforeTheFirstChange();
    void touchingChangesAreMadeInOrder();
    void changesAtBothEnds();
};

void tst_TextChange::nothingChangesNothing()
{
    QCOMPARE(changedText("abc", {}), QByteArray("abc"));
    QCOMPARE(changedText("", {}), QByteArray());
}

void tst_TextChange::positionsAreThoseBeforeTheFirstChange()
{
    QCOMPARE(changedText("0123456789", {{1, 2, "one"}, {4, 4, "+"}, {6, 9, ""}}),
             QByteArray("0one23+459"));
}

void tst_TextChange::touchingChangesAreMadeInOrder()
{
    QCOMPARE(changedText("abcd", {{1, 2, "X"}, {2, 2, "Y"}, {2, 3, "Z"}}), QByteArray("aXYZd"));
}

void tst_TextChange::changesAtBothEnds()
{
    QCOMPARE(changedText("abc", {{0, 0, "<"}, {3, 3, ">"}}), QByteArray("<abc>"));
    QCOMPARE(changedText("abc", {{0, 3, QByteArray("\0", 1)}}), QByteArray("\0", 1));
}

MODELSCRIBE_TEST(tst_TextChange)

} // namespace tst_textchange

#include "tst_textchange.moc"
