// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/wire.h"
#include "testclass.h"

#include <QTest>

namespace tst_wire {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Wire : public QObject
{
    Q_OBJECT

private slots:
    void takesTargetsApart_data();
    void takesTargetsApart();
    void keepsWhatIsNotUtf8InTheCanonicalForm();
    void sortsTheCanonicalQueryByDecodedName();
    void findsHeadersInAnyCaseAndTrimsThem();
};

void tst_Wire::takesTargetsApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char *name, const QByteArray &target, const QStringList &segments,
                        const QByteArray &uri, const QByteArray &query) {
        QTest::newRow(name) << target << segments << uri << query;
    };
    row("root", "/", {u""_s}, "/", "");
    row("plain", "/api/v1/models", {u"api"_s, u"v1"_s, u"models"_s}, "/api/v1/models", "");
    row("encoded slash stays inside its segment", "/a%2Fb/c", {u"a/b"_s, u"c"_s}, "/a%2Fb/c", "");
    row("encoded percent", "/a%252Fb", {u"a%2Fb"_s}, "/a%252Fb", "");
    row("tilde however written", "/a%7Eb", {u"a~b"_s}, "/a~b", "");
    row("Chinese", "/%E6%A8%A1", {u"模"_s}, "/%E6%A8%A1", "");
    row("lower-case hex", "/%e6%a8%a1", {u"模"_s}, "/%E6%A8%A1", "");
    row("a plus is a plus", "/x?a=b+c", {u"x"_s}, "/x", "a=b%2Bc");
    row("bare characters are encoded again", "/x?a=*!()'", {u"x"_s}, "/x", "a=%2A%21%28%29%27");
    row("no value", "/x?a&b=", {u"x"_s}, "/x", "a=&b=");
    row("empty parts are dropped", "/x?&&a=1&", {u"x"_s}, "/x", "a=1");
    row("an equals sign in the value", "/x?a=b=c", {u"x"_s}, "/x", "a=b%3Dc");
    row("a question mark in the query", "/x?a=b?c", {u"x"_s}, "/x", "a=b%3Fc");
}

void tst_Wire::takesTargetsApart()
{
    QFETCH(QByteArray, target);
    const WireTarget result = readTarget(target);
    QTEST(result.segments, "segments");
    QTEST(result.canonicalUri, "uri");
    QTEST(result.canonicalQuery, "query");
}

void tst_Wire::keepsWhatIsNotUtf8InTheCanonicalForm()
{
    const WireTarget result = readTarget("/%FF?%FE=%FD");
    QCOMPARE(result.canonicalUri, "/%FF");
    QCOMPARE(result.canonicalQuery, "%FE=%FD");
}

void tst_Wire::sortsTheCanonicalQueryByDecodedName()
{
    const WireTarget result = readTarget("/x?b=1&A=2&a=3&b=0");
    QCOMPARE(result.canonicalQuery, "A=2&a=3&b=1&b=0");
    QCOMPARE(result.query.first().first, "b");
}

void tst_Wire::findsHeadersInAnyCaseAndTrimsThem()
{
    const WireRequest request{"GET", "/", {{"X-Acs-Date", "  now "}}, {}};
    QCOMPARE(request.header("x-acs-date"), QByteArray("now"));
    QVERIFY(!request.header("host"));
}

MODELSCRIBE_TEST(tst_Wire)

} // namespace tst_wire

#include "tst_wire.moc"
