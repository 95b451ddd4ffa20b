// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/request.h"
#include "testclass.h"

#include <QTest>

namespace tst_request {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Request : public QObject
{
    Q_OBJECT

private slots:
    void targetIsEncodedOnce_data();
    void targetIsEncodedOnce();
    void unsendableIsRefused_data();
    void unsendableIsRefused();
    void verbsHaveNames();
};

void tst_Request::targetIsEncodedOnce_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("plain") << QStringList{u"models"_s, u"m-1"_s} << "/api/v1/models/m-1"_ba;
    QTest::newRow("slash") << QStringList{u"a/b"_s} << "/api/v1/a%2Fb"_ba;
    QTest::newRow("percent") << QStringList{u"%2e%2e"_s} << "/api/v1/%252e%252e"_ba;
    QTest::newRow("question") << QStringList{u"a?b#c"_s} << "/api/v1/a%3Fb%23c"_ba;
    QTest::newRow("nul") << QStringList{QString(QChar(0))} << "/api/v1/%00"_ba;
    QTest::newRow("chinese") << QStringList{u"模"_s} << "/api/v1/%E6%A8%A1"_ba;
}

void tst_Request::targetIsEncodedOnce()
{
    QFETCH(QStringList, path);
    QFETCH(QByteArray, target);
    Request request{.path = path};
    QVERIFY(request.check());
    QCOMPARE(request.target(), target);
    request.query = {{u"b"_s, u"1 2"_s}, {u"a"_s, QString()}};
    QCOMPARE(request.target(), target + "?a=&b=1%202");
}

void tst_Request::unsendableIsRefused_data()
{
    QTest::addColumn<Request>("request");
    const QString half(QChar(0xd800));
    QTest::newRow("no path") << Request{};
    QTest::newRow("empty segment") << Request{.path = {u"models"_s, QString()}};
    QTest::newRow("dot") << Request{.path = {u"models"_s, u"."_s}};
    QTest::newRow("dots") << Request{.path = {u"models"_s, u".."_s}};
    QTest::newRow("half a character in an id") << Request{.path = {half}};
    QTest::newRow("half a character in a value")
        << Request{.path = {u"a"_s}, .query = {{u"k"_s, half}}};
}

void tst_Request::unsendableIsRefused()
{
    QFETCH(Request, request);
    const auto checked = request.check();
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Error::Kind::Invalid);
}

void tst_Request::verbsHaveNames()
{
    QCOMPARE(Request{}.verbName(), "GET"_ba);
    QCOMPARE(Request{.verb = Request::Verb::Post}.verbName(), "POST"_ba);
    QCOMPARE(Request{.verb = Request::Verb::Put}.verbName(), "PUT"_ba);
    QCOMPARE(Request{.verb = Request::Verb::Delete}.verbName(), "DELETE"_ba);
    QVERIFY(!Request{}.isWrite());
    QVERIFY(Request{.verb = Request::Verb::Delete}.isWrite());
}

MODELSCRIBE_TEST(tst_Request)

} // namespace tst_request

#include "tst_request.moc"
