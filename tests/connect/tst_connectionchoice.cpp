// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectionchoice.h"

#include "core/paths.h"
#include "testclass.h"

#include <QTest>

namespace tst_connectionchoice {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

//! "profile:x", "local:file", "endpoint:url", "error:kind": short enough for a table.
QString described(const Result<ConnectionChoice> &choice)
{
    if (!choice)
        return u"error:%1"_s.arg(int(choice.error().kind));
    if (const auto *profile = std::get_if<UseProfile>(&choice->use))
        return u"profile:"_s + profile->name;
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice->use))
        return u"local:"_s + local->file;
    const auto &direct = std::get<UseEndpoint>(choice->use);
    return u"endpoint:"_s + direct.endpoint.toString();
}

} // namespace

class tst_ConnectionChoice : public QObject
{
    Q_OBJECT

private slots:
    void takesTheFirstOfCommandLineEnvironmentProfileLocal_data();
    void takesTheFirstOfCommandLineEnvironmentProfileLocal();
    void onlyTheLastResortIsAFallback();
    void workspaceOfTheCommandLineWins();
    void emptyIsNotAbsent_data();
    void emptyIsNotAbsent();
    void whatCannotBeReadIsOnlyMissedWhenItCounts();
    void anUnusableKeyIsToldBeforeItIsUsed();
};

void tst_ConnectionChoice::takesTheFirstOfCommandLineEnvironmentProfileLocal_data()
{
    QTest::addColumn<ConnectionOptions>("options");
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QString>("lastUsed");
    QTest::addColumn<QString>("expected");

    const QString own = u"local:"_s + paths::localRegistryFile();
    const QStringList key{u"ALIBABA_CLOUD_ACCESS_KEY_ID=id"_s,
                          u"ALIBABA_CLOUD_ACCESS_KEY_SECRET=s"_s};
    const QString unauthorized = u"error:%1"_s.arg(int(Error::Kind::Unauthorized));
    const QString invalid = u"error:%1"_s.arg(int(Error::Kind::Invalid));

    QTest::newRow("nothing") << ConnectionOptions{} << QStringList{} << QString() << own;
    QTest::newRow("last profile") << ConnectionOptions{} << QStringList{} << u"work"_s
                                  << u"profile:work"_s;
    QTest::newRow("local before profile") << ConnectionOptions{.local = paths::localRegistryFile()}
                                          << QStringList{} << u"work"_s << own;
    QTest::newRow("local file") << ConnectionOptions{.local = u"/tmp/x.db"_s} << QStringList{}
                                << QString() << u"local:/tmp/x.db"_s;
    QTest::newRow("named profile before environment")
        << ConnectionOptions{.profile = u"a"_s} << QStringList{u"MODELSCRIBE_PROFILE=b"_s} << u"c"_s
        << u"profile:a"_s;
    QTest::newRow("environment's profile")
        << ConnectionOptions{} << QStringList{u"MODELSCRIBE_PROFILE=b"_s} << u"c"_s
        << u"profile:b"_s;
    QTest::newRow("endpoint with key") << ConnectionOptions{.endpoint = u"http://127.0.0.1:8080"_s}
                                       << key << QString() << u"endpoint:http://127.0.0.1:8080"_s;
    QTest::newRow("endpoint without key") << ConnectionOptions{.endpoint = u"https://example.com"_s}
                                          << QStringList{} << QString() << unauthorized;
    QTest::newRow("endpoint in plain http")
        << ConnectionOptions{.endpoint = u"http://example.com"_s} << key << QString() << invalid;
    QTest::newRow("region") << ConnectionOptions{.region = u"cn-hangzhou"_s} << key << QString()
                            << u"endpoint:https://aiworkspace.cn-hangzhou.aliyuncs.com"_s;
    QTest::newRow("environment's endpoint")
        << ConnectionOptions{} << (key + QStringList{u"MODELSCRIBE_ENDPOINT=http://127.0.0.1:1"_s})
        << u"work"_s << u"endpoint:http://127.0.0.1:1"_s;
    QTest::newRow("environment's region")
        << ConnectionOptions{} << (key + QStringList{u"ALIBABA_CLOUD_REGION_ID=cn-beijing"_s})
        << u"work"_s << u"endpoint:https://aiworkspace.cn-beijing.aliyuncs.com"_s;
    QTest::newRow("another tool's region, no key")
        << ConnectionOptions{} << QStringList{u"ALIBABA_CLOUD_REGION_ID=cn-beijing"_s} << u"work"_s
        << u"profile:work"_s;
    QTest::newRow("two at once") << ConnectionOptions{.profile = u"a"_s, .region = u"cn-beijing"_s}
                                 << key << QString() << invalid;
}

void tst_ConnectionChoice::takesTheFirstOfCommandLineEnvironmentProfileLocal()
{
    QFETCH(ConnectionOptions, options);
    QFETCH(QStringList, environment);
    QFETCH(QString, lastUsed);
    QFETCH(QString, expected);
    QProcessEnvironment variables;
    for (const QString &pair : environment)
        variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    QCOMPARE(described(chooseConnection(options, variables, lastUsed)), expected);
}

void tst_ConnectionChoice::onlyTheLastResortIsAFallback()
{
    QProcessEnvironment region;
    region.insert(u"ALIBABA_CLOUD_REGION_ID"_s, u"cn-beijing"_s); // without a key
    QProcessEnvironment profile;
    profile.insert(u"MODELSCRIBE_PROFILE"_s, u"work"_s);
    QVERIFY(chooseConnection({}, {}, QString())->isFallback);
    QVERIFY(chooseConnection({.workspaceId = u"1"_s}, region, QString())->isFallback);
    QVERIFY(!chooseConnection({}, profile, QString())->isFallback);
    QVERIFY(!chooseConnection({}, {}, u"work"_s)->isFallback);
    QVERIFY(!chooseConnection({.local = paths::localRegistryFile()}, {}, QString())->isFallback);
}

void tst_ConnectionChoice::workspaceOfTheCommandLineWins()
{
    QProcessEnvironment variables;
    variables.insert(u"PAI_WORKSPACE_ID"_s, u"1"_s);
    QCOMPARE(chooseConnection({}, variables, QString())->workspaceId, u"1"_s);
    QCOMPARE(chooseConnection({.workspaceId = u"2"_s}, variables, QString())->workspaceId, u"2"_s);
}

void tst_ConnectionChoice::emptyIsNotAbsent_data()
{
    QTest::addColumn<ConnectionOptions>("options");
    QTest::addColumn<QString>("named");
    for (const QString &empty : {QString(), u""_s, u" "_s}) {
        const auto row = [&empty](const ConnectionOptions &options, const QString &named) {
            QTest::addRow("%s %d", qPrintable(named), int(empty.size()) + int(empty.isNull()) * 10)
                << options << named;
        };
        row({.profile = empty}, u"--profile"_s);
        row({.endpoint = empty}, u"--endpoint"_s);
        row({.region = empty}, u"--region"_s);
        row({.workspaceId = empty}, u"--workspace"_s);
        row({.local = empty}, u"--local"_s);
    }
}

void tst_ConnectionChoice::emptyIsNotAbsent()
{
    QFETCH(ConnectionOptions, options);
    QFETCH(QString, named);
    QProcessEnvironment variables;
    variables.insert(u"PAI_WORKSPACE_ID"_s, u"1"_s);
    const auto choice = chooseConnection(options, variables, u"work"_s);
    QVERIFY(!choice);
    QCOMPARE(choice.error().kind, Error::Kind::Invalid);
    QCOMPARE(choice.error().detail, named + u" is given empty"_s);
}

void tst_ConnectionChoice::whatCannotBeReadIsOnlyMissedWhenItCounts()
{
    const Error damaged{.kind = Error::Kind::Storage, .code = u"profiles-damaged"_s};
    const Result<QString> lastUsed = failure(damaged);
    QCOMPARE(chooseConnection({}, {}, lastUsed).error(), damaged);
    QCOMPARE(described(chooseConnection({.local = u"/tmp/x.db"_s}, {}, lastUsed)),
             u"local:/tmp/x.db"_s);
    QCOMPARE(described(chooseConnection({.profile = u"a"_s}, {}, lastUsed)), u"profile:a"_s);
}

void tst_ConnectionChoice::anUnusableKeyIsToldBeforeItIsUsed()
{
    QProcessEnvironment variables;
    variables.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"id"_s);
    variables.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"secret\u200B"_s);
    const auto choice = chooseConnection({.region = u"cn-hangzhou"_s}, variables, QString());
    QVERIFY(!choice);
    QCOMPARE(choice.error().kind, Error::Kind::Unauthorized);
    QVERIFY(choice.error().detail.contains(u"secret has U+200B"_s));
}

MODELSCRIBE_TEST(tst_ConnectionChoice)

} // namespace tst_connectionchoice

#include "tst_connectionchoice.moc"
