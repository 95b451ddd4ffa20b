// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/proxychoice.h"

#include "testclass.h"

namespace tst_proxychoice {

using namespace modelscribe;
using namespace Qt::StringLiterals;
using Kind = ProxyChoice::Kind;

class tst_ProxyChoice : public QObject
{
    Q_OBJECT

private slots:
    void isReadAndWritten_data();
    void isReadAndWritten();
    void whatIsNoneIsRefused_data();
    void whatIsNoneIsRefused();
    void aPortThatIsNoneIsNamed_data();
    void aPortThatIsNoneIsNamed();
};

void tst_ProxyChoice::isReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProxyChoice>("proxy");
    const auto row = [](const char *text, const ProxyChoice &proxy) {
        QTest::newRow(text) << QString::fromUtf8(text) << proxy;
    };
    row("system", {});
    row("none", {.kind = Kind::None});
    row("http://proxy.example:3128",
        {.kind = Kind::Http, .host = u"proxy.example"_s, .port = 3128});
    row("socks5://me@10.0.0.1:1080",
        {.kind = Kind::Socks5, .host = u"10.0.0.1"_s, .port = 1080, .user = u"me"_s});
    row("http://CORP%5Cme%40x%3Ay@[fd00::1]:80",
        {.kind = Kind::Http, .host = u"fd00::1"_s, .port = 80, .user = u"CORP\\me@x:y"_s});
}

void tst_ProxyChoice::isReadAndWritten()
{
    QFETCH(QString, text);
    QFETCH(ProxyChoice, proxy);
    const auto read = ProxyChoice::fromText(u" "_s + text + u'\n');
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, proxy);
    QCOMPARE(proxy.text(), text);
    proxy.password = ProxyChoice::Password::Keychain;
    QCOMPARE(proxy.text(), text);
}

void tst_ProxyChoice::whatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "proxy.example:3128", "https://proxy.example:443", "http://proxy.example",
          "http://me:CanaryPassword@proxy.example:1", "http://proxy.example:1/path",
          "http://proxy.example:1?a", "http://:1", "http://proxy.example:0", "http://a b:1",
          "http://proxy.example:70000", "socks5://[fd00::1]:99999999999/", "socks4://a:1",
          "pac+http://a/p.pac"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_ProxyChoice::whatIsNoneIsRefused()
{
    QFETCH(QString, text);
    const auto read = ProxyChoice::fromText(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().detail, u"proxy"_s);
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().message.contains("CanaryPassword"_L1));
}

void tst_ProxyChoice::aPortThatIsNoneIsNamed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"http://h:0", "http://h:65536", "http://h:99999/",
                             "socks5://[fd00::1]:70000", "http://me@h:99999999999999999999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_ProxyChoice::aPortThatIsNoneIsNamed()
{
    QFETCH(QString, text);
    const auto read = ProxyChoice::fromText(text);
    QVERIFY(!read);
    QCOMPARE(read.error().message, u"proxy: the port must be 1 to 65535"_s);
    QCOMPARE(read.error().code, u"port"_s);
}

MODELSCRIBE_TEST(tst_ProxyChoice)

} // namespace tst_proxychoice

#include "tst_proxychoice.moc"
