// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/accesskey.h"
#include "testclass.h"

#include <QTest>

namespace tst_accesskey {

using namespace modelscribe;

class tst_AccessKey : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyWithoutIdOrSecret();
    void showsAtMostTheEndsOfItsId_data();
    void showsAtMostTheEndsOfItsId();
};

void tst_AccessKey::isEmptyWithoutIdOrSecret()
{
    QVERIFY(AccessKey().isEmpty());
    QVERIFY((AccessKey{.id = "a"}).isEmpty());
    QVERIFY((AccessKey{.secret = "b"}).isEmpty());
    QVERIFY(!(AccessKey{.id = "a", .secret = "b"}).isEmpty());
}

void tst_AccessKey::showsAtMostTheEndsOfItsId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("short") << QByteArray("LTAI1234") << QByteArray("********");
    QTest::newRow("usual") << QByteArray("LTAI5tExampleKeyId9xYz") << QByteArray("LTAI…9xYz");
}

void tst_AccessKey::showsAtMostTheEndsOfItsId()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, shown);
    QCOMPARE((AccessKey{.id = id, .secret = "never shown"}).shownId(), shown);
}

MODELSCRIBE_TEST(tst_AccessKey)

} // namespace tst_accesskey

#include "tst_accesskey.moc"
