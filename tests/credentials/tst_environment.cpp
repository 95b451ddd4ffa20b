// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/environment.h"
#include "testclass.h"

#include <QProcess>
#include <QTest>

#include <cstdlib>

namespace tst_environment {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Environment : public QObject
{
    Q_OBJECT

private slots:
    void takesTheKeyAndItsToken();
    void isEmptyWhenHalfIsMissing();
    void noOtherProgramGetsTheKey();
};

void tst_Environment::takesTheKeyAndItsToken()
{
    QProcessEnvironment environment;
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAI1"_s);
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"secret\n"_s);
    QCOMPARE(accessKeyOf(environment), (AccessKey{.id = "LTAI1", .secret = "secret"}));
    environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, u"token"_s);
    QCOMPARE(accessKeyOf(environment).securityToken, "token"_ba);
}

void tst_Environment::isEmptyWhenHalfIsMissing()
{
    QProcessEnvironment environment;
    QVERIFY(accessKeyOf(environment).isEmpty());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAI1"_s);
    QVERIFY(accessKeyOf(environment).isEmpty());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u" "_s);
    QVERIFY(accessKeyOf(environment).isEmpty());
}

void tst_Environment::noOtherProgramGetsTheKey()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "CanaryId");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "CanarySecret");
    qputenv("ALIBABA_CLOUD_SECURITY_TOKEN", "CanaryToken");
    const char *bytes = std::getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    const QProcessEnvironment taken = takeEnvironment();
    QCOMPARE(
        accessKeyOf(taken),
        (AccessKey{.id = "CanaryId", .secret = "CanarySecret", .securityToken = "CanaryToken"}));
    QCOMPARE(taken.value(u"PATH"_s), qEnvironmentVariable("PATH"));
    QCOMPARE(*bytes, '\0'); // what the system still shows
    QVERIFY(accessKeyOf(QProcessEnvironment::systemEnvironment()).isEmpty());
    QProcess child;
    child.start(u"env"_s, QStringList());
    QVERIFY(child.waitForFinished());
    const QByteArray inherited = child.readAll();
    QVERIFY(inherited.contains("PATH="));
    QVERIFY2(!inherited.contains("Canary"), inherited.constData());
}

MODELSCRIBE_TEST(tst_Environment)

} // namespace tst_environment

#include "tst_environment.moc"
