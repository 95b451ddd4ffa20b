// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/machinekeys.h"

#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tst_machinekeys {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

QDateTime someDay() { return QDateTime::fromSecsSinceEpoch(1'767'225'600).toUTC(); }

//! What a person is told of one offer, in one line.
QString lineOf(const KeyOffer &offer)
{
    QStringList parts{offer.from.text()};
    const auto add = [&parts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parts.append(name + value);
    };
    add({}, keyModeName(offer.mode));
    add(u"id="_s, offer.shownId);
    add(u"role="_s, offer.roleName);
    add(u"run="_s, offer.command);
    add(u"region="_s, offer.region);
    if (offer.until.isValid())
        add(u"until="_s, offer.until.toString(Qt::ISODate));
    if (offer.isCurrent)
        parts.append(u"current"_s);
    return parts.join(u' ') + (offer.whyNot ? u" NOT: "_s + offer.whyNot->text() : QString());
}

QStringList linesOf(const QList<KeyOffer> &offers)
{
    QStringList lines;
    for (const KeyOffer &offer : offers)
        lines.append(lineOf(offer));
    return lines;
}

} // namespace

class tst_MachineKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyFixtureHasARow();
    void offersAreWhatAFileSays_data();
    void offersAreWhatAFileSays();
    void noOfferHoldsASecret();
    void filesThatCannotBeReadAreNamed_data();
    void filesThatCannotBeReadAreNamed();
    void linksAreFollowed();
    void nothingIsWritten();
    void variablesNameOtherFiles();
    void thePythonFileCountsBehindTheOther();
    void theEnvironmentComesFirst_data();
    void theEnvironmentComesFirst();
    void recipesSayWhatItTakes();
    void whatIsNotThereIsSaid();
    void hugeFilesCostNoMinutes_data();
    void hugeFilesCostNoMinutes();
    void thePaiSdkTellsRegionAndWorkspace_data();
    void thePaiSdkTellsRegionAndWorkspace();

private:
    QString at(const QString &name) const { return m_home->filePath(name); }
    void put(const QString &name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void putFixture(const QString &name, const QString &fixture) const
    {
        put(name, contents(sourcePath(u"tests/credentials/data/"_s + fixture)));
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    MachineKeys read() const { return MachineKeys::read(m_home->path(), m_environment); }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

namespace {

const QString aliyunFile = u".aliyun/config.json"_s;
const QString iniFile = u".alibabacloud/credentials"_s;

struct Fixture
{
    const char *file;
    QStringList lines; //!< One an offer.
};

const QString plainKey = u"aliyun:default AK id=LTAI…0001 region=cn-hangzhou current"_s;
const QString iniKey = u"ini:default AK id=LTAI…0001 current"_s;

const QList<Fixture> fixtures{
    {"aliyun/ak.json", {plainKey}},
    {"aliyun/ak-without-secret.json",
     {u"aliyun:default AK region=cn-hangzhou current NOT: access_key_secret is not set"_s}},
    {"aliyun/ak-without-id.json",
     {u"aliyun:default AK region=cn-hangzhou current NOT: access_key_id is not set"_s}},
    {"aliyun/ak-left-over-token.json", {plainKey}},
    {"aliyun/sts-token.json",
     {u"aliyun:default StsToken id=STS.…0002 region=cn-hangzhou current"_s}},
    {"aliyun/sts-token-without-token.json",
     {u"aliyun:default StsToken region=cn-hangzhou current NOT: sts_token is not set"_s}},
    {"aliyun/ram-role.json",
     {u"aliyun:default RamRoleArn id=LTAI…0001 role=model-editor region=cn-hangzhou current"_s}},
    {"aliyun/ram-role-with-token.json",
     {u"aliyun:default RamRoleArn id=STS.…0002 role=model-editor region=cn-hangzhou current"_s}},
    {"aliyun/ram-role-without-arn.json",
     {u"aliyun:default RamRoleArn region=cn-hangzhou current NOT: ram_role_arn is not set"_s}},
    {"aliyun/chain.json",
     {u"aliyun:default AK id=LTAI…0001 region=cn-hangzhou"_s,
      u"aliyun:mid ChainableRamRoleArn id=LTAI…0001 role=mid region=cn-hangzhou"_s,
      u"aliyun:last ChainableRamRoleArn id=LTAI…0001 role=last region=cn-hangzhou current"_s}},
    {"aliyun/chain-loop.json",
     {u"aliyun:a ChainableRamRoleArn region=cn-hangzhou current NOT: source_profile leads back to “a”"_s,
      u"aliyun:b ChainableRamRoleArn region=cn-hangzhou NOT: source_profile leads back to “b”"_s}},
    {"aliyun/chain-of-itself.json",
     {u"aliyun:a ChainableRamRoleArn region=cn-hangzhou NOT: source_profile leads back to “a”"_s}},
    {"aliyun/chain-without-source.json",
     {u"aliyun:a ChainableRamRoleArn region=cn-hangzhou NOT: there is no source_profile “gone”"_s,
      u"aliyun:b ChainableRamRoleArn region=cn-hangzhou NOT: source_profile is not set"_s}},
    {"aliyun/chain-of-a-bad-one.json",
     {u"aliyun:bad AK region=cn-hangzhou NOT: access_key_secret is not set"_s,
      u"aliyun:a ChainableRamRoleArn region=cn-hangzhou NOT: access_key_secret is not set"_s}},
    {"aliyun/oidc.json", {u"aliyun:default OIDC role=model-editor region=cn-hangzhou current"_s}},
    {"aliyun/oidc-without-file.json",
     {u"aliyun:default OIDC region=cn-hangzhou current NOT: oidc_token_file is not set"_s}},
    {"aliyun/external.json",
     {u"aliyun:default External run=acs-sso login --profile \"a b\" region=cn-hangzhou current"_s}},
    {"aliyun/external-without-command.json",
     {u"aliyun:default External region=cn-hangzhou current NOT: process_command is not set"_s}},
    {"aliyun/uri-https.json", {u"aliyun:default CredentialsURI region=cn-hangzhou current"_s}},
    {"aliyun/uri-loopback.json", {u"aliyun:default CredentialsURI region=cn-hangzhou current"_s}},
    {"aliyun/uri-plain.json",
     {u"aliyun:default CredentialsURI region=cn-hangzhou current NOT: credentials_uri (http://keys.example.com) is neither https nor on this computer"_s}},
    {"aliyun/cloudsso.json",
     {u"aliyun:default CloudSSO id=STS.…0002 region=cn-hangzhou until=2026-01-01T01:00:00Z current"_s}},
    {"aliyun/cloudsso-ended.json",
     {u"aliyun:default CloudSSO region=cn-hangzhou current NOT: it ended at 2025-12-31T22:00:00Z"_s}},
    {"aliyun/cloudsso-never-signed-in.json",
     {u"aliyun:default CloudSSO region=cn-hangzhou current NOT: it has expired"_s}},
    {"aliyun/oauth.json",
     {u"aliyun:default OAuth id=STS.…0002 region=cn-hangzhou until=2026-01-01T01:00:00Z current"_s}},
    {"aliyun/oauth-ended.json",
     {u"aliyun:default OAuth region=cn-hangzhou current NOT: it ended at 1970-01-01T00:00:01Z"_s}},
    {"aliyun/ecs-role.json",
     {u"aliyun:default EcsRamRole region=cn-hangzhou current NOT: only a machine of Alibaba Cloud can get it"_s,
      u"aliyun:old RamRoleArnWithRoleName region=cn-hangzhou NOT: only a machine of Alibaba Cloud can get it"_s}},
    {"aliyun/rsa-key-pair.json",
     {u"aliyun:default RsaKeyPair region=cn-hangzhou current NOT: it has no AccessKey to sign with"_s}},
    {"aliyun/bearer-token.json",
     {u"aliyun:default BearerToken region=cn-hangzhou current NOT: it has no AccessKey to sign with"_s}},
    {"aliyun/anonymous.json",
     {u"aliyun:default Anonymous region=cn-hangzhou current NOT: it has no AccessKey to sign with"_s}},
    {"aliyun/unknown-mode.json",
     {u"aliyun:default region=cn-hangzhou current NOT: the mode “Quantum” is not known"_s}},
    {"aliyun/without-mode.json", {u"aliyun:default current NOT: mode is not set"_s}},
    {"aliyun/modes-in-any-case.json",
     {plainKey, u"aliyun:t StsToken id=STS.…0002 region=cn-hangzhou"_s}},
    {"aliyun/members-in-any-case.json", {u"aliyun:x AK id=LTAI…0001 current"_s}},
    {"aliyun/bom.json", {plainKey}},
    {"aliyun/crlf.json", {plainKey}},
    {"aliyun/unknown-members.json", {plainKey}},
    {"aliyun/wrong-types.json",
     {u"aliyun:a AK NOT: access_key_id is not set"_s, u"aliyun:c NOT: mode is not set"_s}},
    {"aliyun/profiles-no-list.json", {}},
    {"aliyun/same-name-twice.json", {plainKey}},
    {"aliyun/same-member-twice.json", {u"aliyun:a AK id=LTAI…0001"_s}},
    {"aliyun/many.json",
     {u"aliyun:default AK id=LTAI…0001 region=cn-hangzhou"_s,
      u"aliyun:训练 AK id=LTAI…0001 region=cn-hangzhou current"_s,
      u"aliyun:third StsToken id=STS.…0002 region=cn-hangzhou"_s}},
    {"aliyun/empty.json", {u"aliyun: NOT: *at line 1 column 1"_s}},
    {"aliyun/empty-object.json", {}},
    {"aliyun/a-list.json", {u"aliyun: NOT: *at line 1 column 1"_s}},
    {"aliyun/cut-off.json", {u"aliyun: NOT: *at line 7 column 4"_s}},
    {"aliyun/comma-too-many.json", {u"aliyun: NOT: *at line 2 column 15"_s}},
    {"aliyun/not-utf8.json", {u"aliyun: NOT: it is not UTF-8 text"_s}},
    {"aliyun/strange-characters.json",
     {u"aliyun:default AK region=cn-hangzhou current NOT: the AccessKey ID has U+200B, which no AccessKey has"_s}},
    {"aliyun/padded.json", {plainKey}},
    {"aliyun/deep.json", {u"aliyun: NOT: *at line 1 column 513"_s}},
    {"ini/default.ini", {iniKey}},
    {"ini/two-sections.ini", {iniKey, u"ini:train AK id=LTAI…0003 region=cn-beijing"_s}},
    {"ini/switched-off.ini",
     {u"ini:default AK current NOT: it is switched off (enable = false)"_s}},
    {"ini/switched-on.ini", {iniKey}},
    {"ini/ram-role.ini", {u"ini:default RamRoleArn id=LTAI…0001 role=model-editor current"_s}},
    {"ini/ram-role-without-arn.ini",
     {u"ini:default RamRoleArn current NOT: role_arn is not set"_s}},
    {"ini/oidc.ini", {u"ini:default OIDC role=model-editor current"_s}},
    {"ini/ecs-role.ini",
     {u"ini:default EcsRamRole current NOT: only a machine of Alibaba Cloud can get it"_s}},
    {"ini/rsa-key-pair.ini",
     {u"ini:default RsaKeyPair current NOT: it has no AccessKey to sign with"_s}},
    {"ini/without-type.ini", {u"ini:default current NOT: type is not set"_s}},
    {"ini/unknown-type.ini", {u"ini:default current NOT: the mode “sts” is not known"_s}},
    {"ini/without-secret.ini", {u"ini:default AK current NOT: access_key_secret is not set"_s}},
    {"ini/bom-and-crlf.ini", {iniKey}},
    {"ini/section-twice.ini",
     {u"ini:default AK id=LTAI…0009 current"_s, u"ini:other AK id=LTAI…0001"_s}},
    {"ini/quoted-and-remarked.ini", {iniKey}},
    {"ini/colons-and-capitals.ini", {iniKey}},
    {"ini/rubbish.ini", {iniKey}},
    {"ini/empty.ini", {}},
};

} // namespace

void tst_MachineKeys::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_environment.clear();
}

void tst_MachineKeys::everyFixtureHasARow()
{
    QStringList rows;
    for (const Fixture &fixture : fixtures)
        rows.append(QString::fromLatin1(fixture.file));
    QStringList files;
    for (const QString &folder : {u"aliyun"_s, u"ini"_s}) {
        const QDir data(sourcePath(u"tests/credentials/data/"_s + folder));
        for (const QString &name : data.entryList(QDir::Files))
            files.append(folder + u'/' + name);
    }
    rows.sort();
    files.sort();
    QCOMPARE(rows, files);
    QVERIFY(files.size() >= 40);
}

void tst_MachineKeys::offersAreWhatAFileSays_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QStringList>("expected");
    for (const Fixture &fixture : fixtures)
        QTest::newRow(fixture.file) << QString::fromLatin1(fixture.file) << fixture.lines;
}

void tst_MachineKeys::offersAreWhatAFileSays()
{
    QFETCH(QString, fixture);
    QFETCH(QStringList, expected);
    putFixture(fixture.startsWith("ini/"_L1) ? iniFile : aliyunFile, fixture);
    QStringList lines = linesOf(read().offers(someDay()));
    QCOMPARE(lines.size(), expected.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList parts = expected[i].split(u'*'); // the JSON reader's words
        if (parts.size() == 1)
            QCOMPARE(lines[i], expected[i]);
        QVERIFY2(lines[i].startsWith(parts.first()) && lines[i].endsWith(parts.last()),
                 qPrintable(lines[i]));
    }
}

void tst_MachineKeys::noOfferHoldsASecret()
{
    for (const Fixture &fixture : fixtures) {
        const QString name = QString::fromLatin1(fixture.file);
        init();
        putFixture(name.startsWith("ini/"_L1) ? iniFile : aliyunFile, name);
        const QString told = linesOf(read().offers(someDay())).join(u'\n');
        for (const auto &secret : {"invented-secret"_L1, "invented-token"_L1, "secret-path"_L1,
                                   "not-ours"_L1, "LTAIinvented"_L1})
            QVERIFY2(!told.contains(secret), fixture.file);
    }
}

void tst_MachineKeys::filesThatCannotBeReadAreNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("shown");
    QTest::newRow("aliyun") << aliyunFile << u"~/.aliyun/config.json"_s;
    QTest::newRow("ini") << iniFile << u"~/.alibabacloud/credentials"_s;
    QTest::newRow("python's ini") << u".alibabacloud/credentials.ini"_s
                                  << u"~/.alibabacloud/credentials.ini"_s;
}

void tst_MachineKeys::filesThatCannotBeReadAreNamed()
{
    QFETCH(QString, file);
    QFETCH(QString, shown);
    using Kind = KeyTrouble::Kind;
    const auto only = [&](Kind kind) {
        const auto offers = read().offers(someDay());
        QCOMPARE(offers.size(), 1);
        QCOMPARE(offers[0].file, shown);
        QCOMPARE(offers[0].from.name, QString());
        QVERIFY(offers[0].whyNot);
        QCOMPARE(int(offers[0].whyNot->kind), int(kind));
        const auto recipe = read().recipe({offers[0].from.kind, u"default"_s}, someDay());
        QVERIFY(!recipe);
        QCOMPARE(int(recipe.error().kind), int(kind));
    };
    put(file, QByteArray(10 * 1024 * 1024, ' '));
    only(Kind::TooLarge);
    QVERIFY(QFile::remove(at(file)));
    QVERIFY(QDir().mkpath(at(file)));
    only(Kind::NotAFile);
    QVERIFY(QDir().rmdir(at(file)));
#ifdef Q_OS_UNIX
    QCOMPARE(mkfifo(at(file).toLocal8Bit().constData(), 0600), 0);
    only(Kind::NotAFile); // and nobody waits for a writer
    QVERIFY(QFile::remove(at(file)));
    QVERIFY(QFile::link(at(u"gone"_s), at(file)));
    only(Kind::NotAFile);
    QVERIFY(QFile::remove(at(file)));
    if (geteuid() == 0)
        QSKIP("root may read everything");
    put(file, "x");
    QVERIFY(QFile::setPermissions(at(file), {}));
    only(Kind::NoPermission);
#endif
}

void tst_MachineKeys::linksAreFollowed()
{
    putFixture(u"elsewhere.json"_s, u"aliyun/ak.json"_s);
    QVERIFY(QDir().mkpath(at(u".aliyun"_s)));
    QVERIFY(QFile::link(at(u"elsewhere.json"_s), at(aliyunFile)));
    QCOMPARE(linesOf(read().offers(someDay())), QStringList{plainKey});
}

void tst_MachineKeys::nothingIsWritten()
{
    putFixture(aliyunFile, u"aliyun/oauth-ended.json"_s);
    putFixture(iniFile, u"ini/rubbish.ini"_s);
    const QFileInfo before(at(aliyunFile));
    const QDateTime modified = before.lastModified();
    const QByteArray text = contents(at(aliyunFile));
    read().offers(someDay());
    QCOMPARE(QFileInfo(at(aliyunFile)).lastModified(), modified);
    QCOMPARE(contents(at(aliyunFile)), text);
    QCOMPARE(QDir(at(u".aliyun"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QCOMPARE(QDir(at(u".alibabacloud"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void tst_MachineKeys::variablesNameOtherFiles()
{
    putFixture(u"c.json"_s, u"aliyun/ak.json"_s);
    putFixture(u"i.ini"_s, u"ini/two-sections.ini"_s);
    m_environment.insert(u"ALIBABA_CLOUD_CONFIG_FILE"_s, at(u"c.json"_s));
    m_environment.insert(u"ALIBABA_CLOUD_CREDENTIALS_FILE"_s, at(u"i.ini"_s));
    m_environment.insert(u"ALIBABA_CLOUD_PROFILE"_s, u"train"_s);
    QCOMPARE(linesOf(read().offers(someDay())),
             (QStringList{plainKey, u"ini:default AK id=LTAI…0001"_s,
                          u"ini:train AK id=LTAI…0003 region=cn-beijing current"_s}));
    m_environment.insert(u"ALIBABA_CLOUD_CLI_PROFILE_DISABLED"_s, u"true"_s);
    QCOMPARE(read().offers(someDay()).size(), 2);
}

void tst_MachineKeys::thePythonFileCountsBehindTheOther()
{
    putFixture(u".alibabacloud/credentials.ini"_s, u"ini/two-sections.ini"_s);
    put(iniFile, "[default]\ntype=access_key\naccess_key_id=LTAIinvented00000007\n"
                 "access_key_secret=s\n");
    QCOMPARE(linesOf(read().offers(someDay())),
             (QStringList{u"ini:default AK id=LTAI…0007 current"_s,
                          u"ini:train AK id=LTAI…0003 region=cn-beijing"_s}));
    const auto recipe = read().recipe({KeysFrom::Kind::IniSection, u"default"_s}, someDay());
    QVERIFY(recipe);
    QCOMPARE(std::get<AccessKey>(recipe->start).id, "LTAIinvented00000007"_ba);
}

void tst_MachineKeys::theEnvironmentComesFirst_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("expected");
    const QStringList key{u"ACCESS_KEY_ID=LTAIinvented00000005"_s, u"ACCESS_KEY_SECRET=s"_s};
    QTest::newRow("key") << key << u"environment AK id=LTAI…0005"_s;
    QTest::newRow("key and region") << key + QStringList{u"REGION_ID=cn-beijing"_s}
                                    << u"environment AK id=LTAI…0005 region=cn-beijing"_s;
    QTest::newRow("token") << key + QStringList{u"SECURITY_TOKEN=t"_s}
                           << u"environment StsToken id=LTAI…0005"_s;
    QTest::newRow("half a key")
        << QStringList{u"ACCESS_KEY_ID=LTAIinvented00000005"_s}
        << u"environment AK NOT: ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set"_s;
    QTest::newRow("OIDC") << QStringList{u"OIDC_TOKEN_FILE=/t"_s, u"OIDC_PROVIDER_ARN=p"_s,
                                         u"ROLE_ARN=acs:ram::1:role/pod"_s}
                          << u"environment OIDC role=pod"_s;
    QTest::newRow("half of OIDC")
        << QStringList{u"OIDC_TOKEN_FILE=/t"_s}
        << u"environment OIDC NOT: ALIBABA_CLOUD_OIDC_PROVIDER_ARN is not set"_s;
    QTest::newRow("address") << QStringList{u"CREDENTIALS_URI=http://localhost:1/k"_s}
                             << u"environment CredentialsURI"_s;
    QTest::newRow("plain address")
        << QStringList{u"CREDENTIALS_URI=http://10.0.0.1/k"_s}
        << u"environment CredentialsURI NOT: credentials_uri (http://10.0.0.1) is neither https nor on this computer"_s;
}

void tst_MachineKeys::theEnvironmentComesFirst()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, expected);
    putFixture(aliyunFile, u"aliyun/ak.json"_s);
    for (const QString &variable : variables)
        m_environment.insert(u"ALIBABA_CLOUD_"_s + variable.section(u'=', 0, 0),
                             variable.section(u'=', 1));
    // The environment is nothing that one tool would take before another.
    const QStringList lines = linesOf(read().offers(someDay()));
    QCOMPARE(lines, (QStringList{expected, plainKey}));
}

void tst_MachineKeys::recipesSayWhatItTakes()
{
    using Kind = KeysFrom::Kind;
    putFixture(aliyunFile, u"aliyun/chain.json"_s);
    const auto chain = read().recipe({Kind::AliyunProfile, u"last"_s}, someDay());
    QVERIFY(chain);
    QCOMPARE(std::get<AccessKey>(chain->start).secret, "invented-secret-000000000001"_ba);
    QCOMPARE(chain->roles.size(), 2);
    QCOMPARE(chain->roles[0].arn, u"acs:ram::1:role/mid"_s);
    QCOMPARE(chain->roles[1].arn, u"acs:ram::2:role/last"_s);
    QCOMPARE(chain->roles[1].stsAddress, u"sts-vpc.cn-shanghai.aliyuncs.com"_s);
    QCOMPARE(chain->roles[1].seconds, RamRole::defaultSeconds);

    putFixture(aliyunFile, u"aliyun/ram-role.json"_s);
    const auto role = read().recipe({Kind::AliyunProfile, u"default"_s}, someDay());
    QVERIFY(role);
    QCOMPARE(role->roles, (QList<RamRole>{{.arn = u"acs:ram::123456789:role/model-editor"_s,
                                           .sessionName = u"ann"_s,
                                           .externalId = u"ext"_s,
                                           .stsAddress = u"sts.cn-beijing.aliyuncs.com"_s,
                                           .seconds = 900}}));

    putFixture(iniFile, u"ini/ram-role.ini"_s);
    const auto ini = read().recipe({Kind::IniSection, u"default"_s}, someDay());
    QVERIFY(ini);
    QCOMPARE(ini->roles[0].policy, uR"({"Version":"1"})"_s);

    putFixture(iniFile, u"ini/quoted-and-remarked.ini"_s);
    const auto quoted = read().recipe({Kind::IniSection, u"default"_s}, someDay());
    QVERIFY(quoted);
    QCOMPARE(std::get<AccessKey>(quoted->start).secret, "s#1;2"_ba);

    putFixture(aliyunFile, u"aliyun/ak-left-over-token.json"_s);
    const auto key = read().recipe({Kind::AliyunProfile, u"default"_s}, someDay());
    QVERIFY(key);
    QCOMPARE(std::get<AccessKey>(key->start).securityToken, QByteArray());
    QVERIFY(!std::get<AccessKey>(key->start).expires.isValid());
}

void tst_MachineKeys::whatIsNotThereIsSaid()
{
    using Kind = KeysFrom::Kind;
    const auto whyNot = [this](const KeysFrom &from) {
        const auto recipe = read().recipe(from, someDay());
        return recipe ? QString() : recipe.error().text();
    };
    QCOMPARE(read().offers(someDay()), QList<KeyOffer>());
    QCOMPARE(whyNot({Kind::AliyunProfile, u"train"_s}), u"there is no “train” in it"_s);
    QCOMPARE(whyNot({Kind::Environment}), u"ALIBABA_CLOUD_ACCESS_KEY_ID is not set"_s);
    putFixture(aliyunFile, u"aliyun/ak.json"_s);
    QCOMPARE(whyNot({Kind::AliyunProfile, u"train"_s}), u"there is no “train” in it"_s);
    QCOMPARE(whyNot({Kind::IniSection, u"default"_s}), u"there is no “default” in it"_s);
}

void tst_MachineKeys::hugeFilesCostNoMinutes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QByteArray sections;
    QByteArray chain = R"({"profiles":[)";
    for (int i = 0; sections.size() < 1'000'000; ++i)
        sections += '[' + QByteArray::number(i) + "]\n";
    for (int i = 0; chain.size() < 1'000'000; ++i)
        chain += R"({"name":")" + QByteArray::number(i)
                 + R"(","mode":"ChainableRamRoleArn","ram_role_arn":"r","source_profile":")"
                 + QByteArray::number(i + 1) + R"("},)";
    QTest::newRow("sections") << iniFile << sections;
    QTest::newRow("chain") << aliyunFile << chain.chopped(1) + "]}";
}

void tst_MachineKeys::hugeFilesCostNoMinutes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    put(file, text);
    QElapsedTimer time;
    time.start();
    const auto offers = read().offers(someDay());
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(offers.size(), ToolProfiles::most);
    for (const KeyOffer &offer : offers)
        QVERIFY(offer.whyNot);
    if (file == aliyunFile)
        QCOMPARE(int(offers.first().whyNot->kind), int(KeyTrouble::Kind::TooDeep));
}

void tst_MachineKeys::thePaiSdkTellsRegionAndWorkspace_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("workspace");
    QTest::newRow("text") << u"pai/defaults.json"_s << u"cn-shanghai"_s << u"27043"_s;
    QTest::newRow("number") << u"pai/number.json"_s << u"cn-shanghai"_s << u"27043"_s;
    QTest::newRow("damaged") << u"pai/damaged.json"_s << QString() << QString();
}

void tst_MachineKeys::thePaiSdkTellsRegionAndWorkspace()
{
    QFETCH(QString, fixture);
    QFETCH(QString, region);
    QFETCH(QString, workspace);
    putFixture(u".pai/config.json"_s, fixture);
    QCOMPARE(read().paiDefaults(), (PaiDefaults{region, workspace}));
}

MODELSCRIBE_TEST(tst_MachineKeys)

} // namespace tst_machinekeys

#include "tst_machinekeys.moc"
