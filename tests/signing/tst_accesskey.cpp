// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/accesskey.h"
#include "testclass.h"

#include <QTest>

namespace tst_accesskey {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_AccessKey : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyWithoutIdOrSecret();
    void showsAtMostTheEndsOfItsId_data();
    void showsAtMostTheEndsOfItsId();
    void namesWhatCameAlongWhenItWasCopied_data();
    void namesWhatCameAlongWhenItWasCopied();
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

void tst_AccessKey::namesWhatCameAlongWhenItWasCopied_data()
{
    QTest::addColumn<AccessKey>("key");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const AccessKey &key, const QString &said = {}) {
        QTest::newRow(name) << key << said;
    };
    row("usual", {.id = "LTAI5tExample", .secret = "a9Z+/=", .securityToken = "CAIS+/=="});
    row("zero width in the secret", {.id = "a", .secret = "b\u200B"}, u"secret has U+200B"_s);
    row("no-break space in the secret", {.id = "a", .secret = "b\u00A0c"}, u"secret has U+00A0"_s);
    row("blank in the secret", {.id = "a", .secret = "b c"}, u"secret has U+0020"_s);
    row("line break in the secret", {.id = "a", .secret = "b\nc"}, u"secret has U+000A"_s);
    row("bytes that are no text in the secret", {.id = "a", .secret = "b\xE9"},
        u"secret has U+FFFD"_s);
    row("byte order mark in the id", {.id = "\uFEFFa", .secret = "b"}, u"ID has U+FEFF"_s);
    row("look-alike in the id", {.id = "\uFF21", .secret = "b"}, u"ID has U+FF21"_s);
    row("direction in the token", {.id = "a", .secret = "b", .securityToken = "c\u202Ed\u200B"},
        u"token has U+202E, U+200B"_s);
}

void tst_AccessKey::namesWhatCameAlongWhenItWasCopied()
{
    QFETCH(AccessKey, key);
    QFETCH(QString, said);
    const auto strange = key.strangeCharacters();
    const QString told = strange ? strange->text() : QString();
    QCOMPARE(told.isEmpty(), said.isEmpty());
    QVERIFY2(told.contains(said), qPrintable(told));
}

MODELSCRIBE_TEST(tst_AccessKey)

} // namespace tst_accesskey

#include "tst_accesskey.moc"
