// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errormapping.h"
#include "model/rampolicy.h"
#include "model/wording.h"
#include "testclass.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_refusals {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const AccessKey key{.id = "LTAI5tCanaryKeyId0123456",
                    .secret = "CanarySecretZq8vW3xYt7uRs5pM1nK",
                    .securityToken = "CAISCanaryToken+abc/DEF==0123456789"};

const QByteArray signedText = "ACS3-HMAC-SHA256\n0123456789abcdef0123456789abcdef";

Error refusal(int status, const QByteArray &body)
{
    return serviceFailure({.status = status, .body = body}, key, signedText,
                          QDateTime::currentDateTimeUtc())
        .error;
}

} // namespace

//! Each code that the service's contract names, to what a person is told.
class tst_Refusals : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeIsExplained_data();
    void everyCodeIsExplained();
    void policiesAreReadyToCopy_data();
    void policiesAreReadyToCopy();
};

void tst_Refusals::everyCodeIsExplained_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("sentence");
    const auto row = [](int status, const char *code, const QString &sentence,
                        QByteArray more = {}) {
        QByteArray body = "{'Code':'" + QByteArray(code) + "','Message':'W.','RequestId':'R'" + more
                          + '}';
        QTest::addRow("%s %s", code, more.constData())
            << status << body.replace('\'', '"') << sentence;
    };
    const QString correct = u" Correct what it names, then try again."_s;
    const QString wait = u" Wait a moment, then try again."_s;
    const QString endpoint = u"This endpoint does not offer the call: “W”. Check the endpoint and "
                             "the region."_s;
    const QString gone = u" Refresh the list; it may have been deleted."_s;
    const QString workspace = u"The registry does not have this workspace: “W”. Choose another "
                              "workspace."_s;
    const QString mayNot = u"You have no permission for this: “W”. Ask an administrator of the "
                           "workspace for permission."_s;
    const QString both =
        u" Enter the AccessKey and its security token again, both issued together."_s;
    // The gateway's.
    row(400, "MissingParameter", u"The request lacks a value: “W”."_s + correct);
    row(400, "MissingPageNumber", u"The request lacks a value: “W”."_s + correct);
    row(400, "InvalidParameter", u"The registry refused a value: “W”."_s + correct);
    row(400, "InvalidPageSize", u"The registry refused a value: “W”."_s + correct);
    for (const int status : {400, 404})
        row(status, "InvalidAccessKeyId.NotFound",
            u"The registry does not know this AccessKey: “W”. Check the AccessKey ID and the "
            "endpoint."_s,
            status == 404 ? ",'HostId':'h'" : "");
    row(400, "InvalidAccessKeyId.Inactive",
        u"This AccessKey is disabled: “W”. Enable it in the console, or use another one."_s);
    row(403, "SignatureDoesNotMatch",
        u"The registry refused the request’s signature: “W”. Enter the secret of the AccessKey "
        "again; if it is right, something in between changes requests."_s);
    row(400, "IncompleteSignature",
        u"The request arrived without its whole signature: “W”. A proxy may remove headers: try "
        "another network."_s);
    const QString clock = u"The registry refused the time of the request: “W”. Set this "
                          "computer’s clock, then try again."_s;
    row(400, "InvalidTimeStamp.Expired", clock);
    row(400, "InvalidTimeStamp.Format", clock);
    row(400, "SignatureNonceUsed",
        u"The registry took the request for one it had already received: “W”. Try again."_s);
    row(403, "InvalidSecurityToken.Expired",
        u"The temporary AccessKey has expired: “W”. Get a new one and enter it."_s);
    row(400, "InvalidSecurityToken.Malformed",
        u"The security token does not belong to the AccessKey: “W”."_s + both);
    row(400, "InvalidSecurityToken.MismatchWithAccessKey",
        u"The security token does not belong to the AccessKey: “W”."_s + both);
    row(400, "MissingSecurityToken",
        u"This AccessKey is temporary and needs its security token: “W”."_s + both);
    row(404, "InvalidApi.NotFound", endpoint);
    row(404, "InvalidAction.NotFound", endpoint);
    row(400, "NoSuchVersion", endpoint);
    row(400, "UnsupportedHTTPMethod", endpoint);
    for (const char *code : {"Forbidden", "Forbidden.RAM", "NoPermission", "NotAuthorized"})
        row(403, code, mayNot);
    const QString missing =
        u"You have no permission for this: paimodel:UpdateModel is missing. "
        "Ask the account’s RAM administrator for a policy that allows it, or a workspace administrator for a role that has it."_s;
    row(403, "Forbidden.RAM", missing,
        ",'AccessDeniedDetail':{'AuthAction':'paimodel:UpdateModel',"
        "'NoPermissionType':'ImplicitDeny'}");
    row(403, "Forbidden.RAM",
        u"A policy of the account forbids this: “W”. Ask the account’s RAM administrator to change that policy; adding one that allows it does not help."_s,
        ",'AccessDeniedDetail':{'AuthAction':'paimodel:UpdateModel',"
        "'NoPermissionType':'ExplicitDeny'}");
    row(403, "Forbidden.RiskControl",
        u"The risk control of the registry refused this: “W”. Ask the owner of the account."_s);
    for (const char *code :
         {"Throttling", "Throttling.User", "Throttling.Api", "Rejected.Throttling"})
        row(429, code, u"The registry asks for fewer calls."_s + wait);
    row(500, "InternalError", u"The registry itself failed: “W”."_s + wait);
    row(503, "ServiceUnavailable", u"The registry is not available at the moment: “W”."_s + wait);
    // Its own.
    row(404, "201900002", u"The registry does not have this model: “W”."_s + gone);
    row(404, "201900003", u"The registry does not have this version: “W”."_s + gone);
    for (const char *code : {"100400027", "100400008", "100700008"})
        row(404, code, workspace);
    row(400, "100400009",
        u"A workspace with this name already exists: “W”. Choose another name."_s);
    // What no list names is shown as it comes.
    row(400, "201900999", u"The registry refused: “W”."_s + correct);

    const QString begins = u"The server computes another signature. Server string to sign is:\\n"_s;
    QByteArray same = signedText;
    same.replace("\n", "\\n");
    const auto echo = [&](const QByteArray &text) {
        return "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"" + begins.toUtf8() + text
               + "\"}";
    };
    QTest::newRow("a wrong secret")
        << 400 << echo(same)
        << u"The secret does not belong to this AccessKey: “The server computes another "
           "signature”. Enter the secret of the AccessKey again."_s;
    QTest::newRow("another text")
        << 400 << echo("ACS3-HMAC-SHA256\\nffff" + key.securityToken)
        << u"The request was changed on its way to the registry, so its signature does not "
           "match: “The server computes another signature”. A proxy may rewrite requests: try "
           "another network. If that does not help, report it with the RequestId."_s;
}

void tst_Refusals::everyCodeIsExplained()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, sentence);
    const Error error = refusal(status, body);
    QCOMPARE(wording::whole(error), sentence);
    QVERIFY(!wording::whole(error).contains("Canary"_L1));
}

void tst_Refusals::policiesAreReadyToCopy_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("paimodel") << u"paimodel:UpdateModel"_s << true;
    QTest::newRow("sts") << u"sts:AssumeRole"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("everything") << u"*:*"_s << false;
    QTest::newRow("more than a name") << u"a:B\",\"x\":\"y"_s << false;
    QTest::newRow("two lines") << u"a:B\n"_s << false;
}

void tst_Refusals::policiesAreReadyToCopy()
{
    QFETCH(QString, action);
    QFETCH(bool, isOne);
    const QString policy = ramPolicyFor(action);
    QCOMPARE(!policy.isEmpty(), isOne);
    if (!isOne)
        return;
    const QJsonDocument json = QJsonDocument::fromJson(policy.toUtf8());
    QCOMPARE(json["Version"_L1].toString(), u"1"_s);
    QCOMPARE(json["Statement"_L1][0]["Effect"_L1].toString(), u"Allow"_s);
    QCOMPARE(json["Statement"_L1][0]["Action"_L1].toString(), action);
}

MODELSCRIBE_TEST(tst_Refusals)

} // namespace tst_refusals

#include "tst_refusals.moc"
