// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redaction.h"
#include "testclass.h"

#include <QTest>

namespace tst_redaction {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const AccessKey key{.id = "LTAI5tCanaryKeyId0123456",
                    .secret = "CanarySecretZq8vW3xYt7uRs5pM1nK",
                    .securityToken = "CAISCanaryToken+abc/DEF==0123456789"};

} // namespace

class tst_Redaction : public QObject
{
    Q_OBJECT

private slots:
    void secretsDisappear_data();
    void secretsDisappear();
    void plainWordsStay();
    void foreignTokensDisappear_data();
    void foreignTokensDisappear();
    void textIsBounded();
    void logLinesAreOneLine();
};

void tst_Redaction::secretsDisappear_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("secret") << "the secret is " + key.secret;
    QTest::newRow("token") << key.securityToken;
    QTest::newRow("id") << "key " + key.id + " unknown";
    QTest::newRow("piece of the secret") << "x" + key.secret.sliced(5, 14) + "y";
    QTest::newRow("cut token") << key.securityToken.first(16) + "...";
    QTest::newRow("encoded token") << key.securityToken.toPercentEncoding();
    QTest::newRow("base64") << key.secret.toBase64();
    QTest::newRow("hex") << key.secret.toHex();
    QTest::newRow("twice") << key.secret + " and " + key.secret;
}

void tst_Redaction::secretsDisappear()
{
    QFETCH(QByteArray, text);
    const QByteArray result = redacted(QString::fromLatin1(text), key).toLatin1();
    QList<QByteArray> canaries{key.id};
    for (const QByteArray &secret : {key.secret, key.securityToken})
        canaries << secret << secret.toPercentEncoding() << secret.toBase64() << secret.toHex();
    for (const QByteArray &canary : canaries) {
        for (qsizetype at = 0; at + 13 <= canary.size(); ++at)
            QVERIFY2(!result.contains(canary.sliced(at, 13)), result.constData());
    }
}

void tst_Redaction::plainWordsStay()
{
    const QString words = u"Model \"bert-base\" 模型 was not found in workspace 796."_s;
    QCOMPARE(redacted(words, key), words);
    QCOMPARE(redacted(words, {}), words);
    QCOMPARE(redacted(u"11111111-2222-3333-4444-555555555555"_s, key),
             u"11111111-2222-3333-4444-555555555555"_s);
    QVERIFY(redacted(QString::fromLatin1(key.id), key).startsWith("LTAI"_L1));
}

void tst_Redaction::foreignTokensDisappear_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("authorization")
        << u"Authorization: ACS3-HMAC-SHA256 Credential=abc,SignedHeaders=host,Signature=f00ba4"_s
        << u"f00ba4"_s;
    QTest::newRow("token header") << u"x-acs-security-token:short-one host:h"_s << u"short-one"_s;
    QTest::newRow("JSON") << u"{\"SecurityToken\": \"abc123\"}"_s << u"abc123"_s;
    QTest::newRow("secret") << u"AccessKeySecret=pass"_s << u"pass"_s;
    QTest::newRow("long run") << u"got "_s + QString(60, u'x') << QString(41, u'x');
}

void tst_Redaction::foreignTokensDisappear()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const QString result = redacted(text, key);
    QVERIFY2(!result.contains(secret), qPrintable(result));
    QVERIFY(result.contains("[removed]"_L1));
}

void tst_Redaction::textIsBounded()
{
    const QString result = redacted(QString(u"ab \n"_s).repeated(10'000'000 / 4), key);
    QVERIFY(result.size() <= 1001);
    QVERIFY(!result.contains(u'\n'));
    QCOMPARE(redacted(u"\u001b[31mred\r\n"_s, key), u"[31mred"_s);
}

void tst_Redaction::logLinesAreOneLine()
{
    QCOMPARE(logLine(u"a\nb\x1b[0m\u202e\u2028模"_s), u"a\\u000ab\\u001b[0m\\u202e\\u2028模"_s);
}

MODELSCRIBE_TEST(tst_Redaction)

} // namespace tst_redaction

#include "tst_redaction.moc"
