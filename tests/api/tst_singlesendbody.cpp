// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/singlesendbody.h"
#include "testclass.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_singlesendbody {

using namespace modelscribe;

class tst_SingleSendBody : public QObject
{
    Q_OBJECT

private slots:
    void isReadOnce();
    void cannotBeRewoundOrWritten();
};

void tst_SingleSendBody::isReadOnce()
{
    SingleSendBody body("0123456789");
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 10);
    QCOMPARE(body.handedOut(), 0);
    QCOMPARE(body.read(4), QByteArray("0123"));
    QCOMPARE(body.handedOut(), 4);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.readAll(), QByteArray("456789"));
    QVERIFY(body.atEnd());
    QCOMPARE(body.read(1), QByteArray());
    QCOMPARE(body.handedOut(), 10);
}

void tst_SingleSendBody::cannotBeRewoundOrWritten()
{
    SingleSendBody body("abc");
    QCOMPARE(body.read(1), QByteArray("a"));
    QVERIFY(!body.seek(0));
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), QByteArray("bc"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ReadOnly device")));
    QCOMPARE(body.write("x"), -1);
}

MODELSCRIBE_TEST(tst_SingleSendBody)

} // namespace tst_singlesendbody

#include "tst_singlesendbody.moc"
