// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/schemaformats.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_schemaformats {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_SchemaFormats : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsFormats_data();
    void knowsItsFormats();
    void longTextsTakeNoTime();
};

void tst_SchemaFormats::knowsItsFormats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QString format;
    const auto rows = [&](bool fits, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::addRow("%s %s", qPrintable(format), qPrintable(text)) << format << text << fits;
    };
    format = u"date"_s;
    rows(true, {u"2024-02-29"_s, u"0000-01-01"_s, u"1582-10-10"_s});
    rows(false, {u"2023-02-29"_s, u"2100-02-29"_s, u"2024-1-1"_s, u"2024-01-01\n"_s,
                 u"2024-00-01"_s, u"2024-01-00"_s, u"٢٠٢٤-01-01"_s});
    format = u"time"_s;
    rows(true, {u"08:30:06.283185Z"_s, u"23:59:60Z"_s, u"01:29:60+01:30"_s, u"15:59:60-08:00"_s});
    rows(false, {u"12:00:00"_s, u"22:59:60Z"_s, u"23:59:60+01:00"_s, u"24:00:00Z"_s});
    format = u"date-time"_s;
    rows(true, {u"1963-06-19t08:30:06z"_s, u"1998-12-31T15:59:60.123-08:00"_s});
    rows(false, {u"1998-12-31T23:58:60Z"_s, u"1963-06-19 08:30:06Z"_s});
    format = u"ipv4"_s;
    rows(true, {u"192.168.0.1"_s, u"0.0.0.0"_s});
    rows(false, {u"127.1"_s, u"256.1.1.1"_s, u"1.2.3.04"_s, u"1.2.3.4\n"_s, u"+1.2.3.4"_s});
    format = u"ipv6"_s;
    rows(true, {u"::"_s, u"::1"_s, u"fe80::A"_s, u"1:2:3:4:5:6:7:8"_s, u"::ffff:192.168.0.1"_s,
                u"1:2:3:4:5:6:7::"_s, u"1:2:3:4:5:6:1.2.3.4"_s});
    rows(false,
         {u""_s, u"1"_s, u":1:2:3:4:5:6:7"_s, u"1:2:3:4:5:6:7:"_s, u"1::2::3"_s, u":::"_s,
          u"12345::"_s, u"fe80::a%eth1"_s, u"[::1]"_s, u"1.2.3.4::"_s, u"1:2:3:4:5:6:7:8::"_s,
          u"::1:2:3:4:5:6:7:8"_s, u"::192.168.0.01"_s, u"1:2:3:4:5:6:7:1.2.3.4"_s});
    format = u"hostname"_s;
    rows(true, {u"pai-dlc.cn-hangzhou.aliyuncs.com"_s, u"1host"_s, u"a--b.com"_s,
                u"xn--ihqwcrb4cv8a8dqg056pqjye"_s});
    rows(false, {u""_s, u"."_s, u"a."_s, u"-a"_s, u"a_b"_s, u"中.com"_s, u"xn--X"_s, u"a.b\n"_s,
                 QString(64, u'a')});
    format = u"idn-hostname"_s;
    rows(true, {u"实例.测试"_s, u"例え。jp"_s, u"hostname"_s, u"l·l"_s, u"ßς"_s,
                u"\u05D0\u05D1.\u05D2"_s, u"\u0915\u094D\u200D\u0937"_s, u"\u30FBァ"_s});
    rows(false, {u""_s, u"-中"_s, u"中."_s, u"a·l"_s, u"\u0300hello"_s, u"a\u05D0"_s, u"\u30FB"_s,
                 u"\u302E实"_s, u"中 文"_s, u"xn--7a"_s, u"☃"_s, u"0a.\u05D0"_s, u"\u05D00\u0660"_s,
                 u"\u200D\u0937"_s});
    format = u"email"_s;
    rows(true,
         {u"a.b+c@example.com"_s, u"\"a b\"@example.com"_s, u"a@[127.0.0.1]"_s, u"a@[IPv6:::1]"_s});
    rows(false, {u"a"_s, u"@b"_s, u"a@"_s, u".a@b.c"_s, u"a..b@c.d"_s, u"a b@c.d"_s, u"中@c.d"_s,
                 u"a@[127.0.0.300]"_s, u"a@[::1]"_s});
    format = u"idn-email"_s;
    rows(true, {u"用户@例子.测试"_s, u"a@b.c"_s, u"\"用 户\"@例子.测试"_s});
    rows(false, {u"用 户@例子.测试"_s, u"用户＠例子.测试"_s, u"2962"_s});
    format = u"uri"_s;
    rows(true, {u"https://a.example:8443/b?c#d"_s, u"oss://bucket/m/"_s, u"urn:a:b"_s,
                u"mailto:a@b"_s, u"ldap://[2001:db8::7]/c"_s, u"http://u:p@h/"_s, u"file:///a"_s,
                u"a:"_s, u"http://[v1.fe]"_s});
    rows(false, {u"/a"_s, u"a"_s, u"//a"_s, u":a"_s, u"1a:b"_s, u"http://a b"_s, u"http://a/中"_s,
                 u"http://a/%4"_s, u"http://a/%zz"_s, u"http://a:x/"_s, u"http://[::g]"_s,
                 u"http:/[::1]"_s, u"http://a/{b}"_s, u"http://a\\b"_s, u"http://a/\n"_s});
    format = u"uri-reference"_s;
    rows(true, {u""_s, u"a/b"_s, u"#c"_s, u"?d"_s, u"//h"_s, u"./a:b"_s, u"//"_s});
    rows(false, {u"a b"_s, u"1:b"_s, u"#a#b"_s, u"//a@b@c"_s, u"\\\\a"_s});
    format = u"iri"_s;
    rows(true, {u"https://例子.测试/模型?键=值#段"_s, u"http://a/?\uE000"_s, u"http://a/😀"_s});
    rows(false, {u"模型"_s, u"http://a/\uE000"_s, u"http://a/\u0085"_s, u"http://2001:db8::7"_s});
    format = u"iri-reference"_s;
    rows(true, {u"模型"_s, u""_s});
    rows(false, {u"模 型"_s});
    format = u"uri-template"_s;
    rows(true, {u""_s, u"https://a/{b}{?c,d*,e:3}"_s, u"{+x}/{#y}{.z}{/a.b}{;c}{&d}"_s,
                u"模型/{%41_b}"_s, u"a'b"_s});
    rows(false, {u"{"_s, u"}"_s, u"{}"_s, u"{a,}"_s, u"{a b}"_s, u"{a:0}"_s, u"{a:10000}"_s,
                 u"{a..b}"_s, u"a b"_s, u"{{a}}"_s, u"%4"_s, u"{a-b}"_s});
    format = u"json-pointer"_s;
    rows(true, {u""_s, u"/"_s, u"/a~1b/~0"_s, u"//"_s});
    rows(false, {u"a"_s, u"/~"_s, u"/~2"_s, u"#/a"_s});
    format = u"relative-json-pointer"_s;
    rows(true, {u"0"_s, u"1/a"_s, u"0#"_s, u"120/a"_s, u"0//"_s});
    rows(false, {u""_s, u"/a"_s, u"01"_s, u"-1"_s, u"0##"_s, u"1#/a"_s, u"0/~2"_s, u"1\n"_s});
    format = u"regex"_s;
    rows(true, {u"^a+$"_s, u"(?<=a+)b"_s, u"[^]"_s});
    rows(false, {u"("_s, u"\\a"_s, u"(?P<n>a)"_s, u"(?i)a"_s, u"a\\Z"_s, u"*"_s});
    format = u"uuid"_s;
    rows(true, {u"2eb8aa08-aa98-11ea-b4aa-73b441d16380"_s});
    rows(false, {u"2eb8aa08"_s});
    format = u"color"_s;
    rows(true, {u"anything"_s});
}

void tst_SchemaFormats::knowsItsFormats()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(fitsFormat(format, text), fits);
}

void tst_SchemaFormats::longTextsTakeNoTime()
{
    const QString names[] = {u"uri"_s,          u"iri"_s,       u"uri-template"_s, u"hostname"_s,
                             u"idn-hostname"_s, u"idn-email"_s, u"email"_s,        u"ipv6"_s,
                             u"json-pointer"_s, u"regex"_s,     u"date"_s};
    const QString bits[] = {u"a"_s,   u"中"_s, u"a."_s, u"中."_s, u"{a}"_s,
                            u"{a,"_s, u"("_s,  u":"_s,  u"~0"_s,  u"xn--"_s};
    for (const QString &name : names) {
        for (const QString &bit : bits) {
            QElapsedTimer timer;
            timer.start();
            fitsFormat(name, bit.repeated(60'000 / bit.size()));
            fitsFormat(name, bit.repeated(60'000 / bit.size()) + "@a"_L1);
            QVERIFY2(timer.elapsed() < 2000, qPrintable(name + u' ' + bit));
        }
    }
}

MODELSCRIBE_TEST(tst_SchemaFormats)

} // namespace tst_schemaformats

#include "tst_schemaformats.moc"
