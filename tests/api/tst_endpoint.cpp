// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoint.h"
#include "testclass.h"

#include <QTest>

namespace tst_endpoint {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Endpoint : public QObject
{
    Q_OBJECT

private slots:
    void addressIsUnderstood_data();
    void addressIsUnderstood();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void regionMakesAHost();
    void theHostOfARegionNamesIt();
    void aRegionHasAHostForItsOwnMachines();
    void oddRegionIsRefused_data();
    void oddRegionIsRefused();
};

void tst_Endpoint::addressIsUnderstood_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("registry.example")
        << u"https://registry.example"_s << "registry.example"_ba << false;
    QTest::newRow(" https://a.b/ ") << u"https://a.b"_s << "a.b"_ba << false;
    QTest::newRow("a.b:8443") << u"https://a.b:8443"_s << "a.b:8443"_ba << false;
    QTest::newRow("https://a.b:443") << u"https://a.b"_s << "a.b"_ba << false;
    QTest::newRow("http://127.0.0.1:80") << u"http://127.0.0.1"_s << "127.0.0.1"_ba << true;
    QTest::newRow("http://localhost:1234")
        << u"http://localhost:1234"_s << "localhost:1234"_ba << true;
    QTest::newRow("http://[::1]:1234") << u"http://[::1]:1234"_s << "[::1]:1234"_ba << true;
    QTest::newRow("HTTPS://A.B") << u"https://a.b"_s << "a.b"_ba << false;
}

void tst_Endpoint::addressIsUnderstood()
{
    QFETCH(QString, url);
    const auto endpoint = Endpoint::fromText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().detail));
    QCOMPARE(endpoint->toString(), url);
    QTEST(endpoint->hostHeader(), "host");
    QTEST(endpoint->isLoopback(), "loopback");
    QVERIFY(endpoint->isValid());
}

void tst_Endpoint::anythingElseIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "  ", "https://", "http://registry.example", "http://127.0.0.1.evil.example",
          "http://127.0.0.2", "ftp://a.b", "javascript:alert(1)", "file:///etc", "https://u:p@a.b",
          "https://a.b/path", "https://a.b?x", "https://a.b#x", "https://a b", "a.b:0",
          "a.b:99999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_Endpoint::anythingElseIsRefused()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::fromText(text);
    QVERIFY2(!endpoint, endpoint ? qPrintable(endpoint->toString()) : "");
    QCOMPARE(endpoint.error().kind, Error::Kind::Invalid);
    QVERIFY(!Endpoint().isValid());
}

void tst_Endpoint::regionMakesAHost()
{
    QCOMPARE(Endpoint::fromRegion(u"cn-hangzhou"_s)->toString(),
             u"https://aiworkspace.cn-hangzhou.aliyuncs.com"_s);
    QCOMPARE(Endpoint::fromRegion(u"cn-guangzhou\t"_s)->hostHeader(),
             "aiworkspace.cn-guangzhou.aliyuncs.com"_ba);
}

void tst_Endpoint::theHostOfARegionNamesIt()
{
    QCOMPARE(Endpoint::fromRegion(u"cn-shanghai-finance-1"_s)->region(),
             u"cn-shanghai-finance-1"_s);
    for (const QString &other :
         {u"https://aiworkspace.cn-hangzhou.aliyuncs.com:8443"_s, u"http://127.0.0.1:1"_s,
          u"https://aiworkspace.cn-hangzhou.aliyuncs.com.evil.example"_s, u"https://a.b"_s})
        QCOMPARE(Endpoint::fromText(other)->region(), QString());
}

void tst_Endpoint::aRegionHasAHostForItsOwnMachines()
{
    const auto vpc = Endpoint::fromRegion(u"cn-wulanchabu"_s, Network::Vpc);
    QVERIFY(vpc);
    QCOMPARE(vpc->toString(), u"https://aiworkspace-vpc.cn-wulanchabu.aliyuncs.com"_s);
    QCOMPARE(vpc->region(), u"cn-wulanchabu"_s);
    QVERIFY(vpc->isVpc());
    QVERIFY(!Endpoint::fromRegion(u"cn-wulanchabu"_s)->isVpc());
    QVERIFY(!Endpoint::fromText(u"https://registry.example"_s)->isVpc());
}

void tst_Endpoint::oddRegionIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "a.b", "evil.example/", "a/b", "cn_x", "-a", "a-", "A", "a\nb"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_Endpoint::oddRegionIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!Endpoint::fromRegion(text));
}

MODELSCRIBE_TEST(tst_Endpoint)

} // namespace tst_endpoint

#include "tst_endpoint.moc"
