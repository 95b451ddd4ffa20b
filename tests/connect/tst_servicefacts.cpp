// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/servicefacts.h"

#include "api/wiretest.h"
#include "connect/connector.h"
#include "core/paths.h"
#include "credentials/memorystore.h"
#include "testclass.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace tst_servicefacts {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_ServiceFacts : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everySwitchComesBack();
    void eachSwitchIsOneMember();
    void servicesStandBesideEachOther();
    void whatIsNotUnderstoodStays();
    void damageIsNoFact();
    void whatMayNotBeWrittenIsNotLocked();
    void aConnectionBeginsWithThem();

private:
    QString file() const { return m_folder->filePath(u"services.json"_s); }
    static ServiceRules turnedRound()
    {
        return {.omittedStay = false,
                .clearText = ServiceRules::Clear::ByNull,
                .clearNumber = ServiceRules::Clear::ByNull,
                .emptiesExtraInfo = false,
                .extraInfo = ServiceRules::Merge::Deep,
                .nullRemoves = true,
                .labelPost = LabelPost::KeepsOld,
                .largestPage = 20,
                .sortsByModified = false,
                .findsQuotedNames = false,
                .namesAreUnique = true,
                .countsNameInBytes = true,
                .publishNeedsPermission = false,
                .retryAfterInSeconds = true,
                .goneCode = u"201900777"_s};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ServiceFacts::everySwitchComesBack()
{
    const ServiceFacts facts{.found = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC),
                             .rules = turnedRound()};
    QVERIFY(ServiceFactsFile(file()).put(u"https://a"_s, facts));
    QCOMPARE(ServiceFactsFile(file()).find(u"https://a"_s), std::optional(facts));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
                                      | QFile::WriteOther;
    QVERIFY(!(QFileInfo(file()).permissions() & others));
    QCOMPARE(rulesFromJson({}), ServiceRules());
}

void tst_ServiceFacts::eachSwitchIsOneMember()
{
    const QJsonObject usual = rulesToJson({});
    const QJsonObject turned = rulesToJson(turnedRound());
    QCOMPARE(turned.size(), 15);
    for (auto it = turned.begin(); it != turned.end(); ++it) {
        QVERIFY2(usual.value(it.key()) != *it, qPrintable(it.key()));
        QJsonObject one = usual;
        one.insert(it.key(), *it);
        QVERIFY2(rulesFromJson(one) != ServiceRules(), qPrintable(it.key()));
        QCOMPARE(rulesToJson(rulesFromJson(one)), one);
    }
}

void tst_ServiceFacts::servicesStandBesideEachOther()
{
    const ServiceFactsFile facts(file());
    QVERIFY(facts.put(u"https://a"_s, {.rules = turnedRound()}));
    QVERIFY(facts.put(u"https://b"_s, {.rules = {.largestPage = 10}}));
    QCOMPARE(facts.find(u"https://a"_s)->rules, turnedRound());
    QCOMPARE(facts.find(u"https://b"_s)->rules.largestPage, 10);
    QVERIFY(!facts.find(u"https://c"_s));
}

void tst_ServiceFacts::whatIsNotUnderstoodStays()
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(R"({"later":1,"services":{"https://z":{"new":true}}})");
    written.close();
    QVERIFY(ServiceFactsFile(file()).put(u"https://a"_s, {}));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonDocument held = QJsonDocument::fromJson(written.readAll());
    QCOMPARE(held["later"_L1].toInt(), 1);
    QVERIFY(held["services"_L1]["https://z"_L1]["new"_L1].toBool());
}

void tst_ServiceFacts::damageIsNoFact()
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("{\"services\":");
    written.close();
    QVERIFY(!ServiceFactsFile(file()).find(u"https://a"_s));
    QVERIFY(ServiceFactsFile(file()).put(u"https://a"_s, {.rules = turnedRound()}));
    QCOMPARE(ServiceFactsFile(file()).find(u"https://a"_s)->rules, turnedRound());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files).size(), 1);
}

void tst_ServiceFacts::whatMayNotBeWrittenIsNotLocked()
{
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        QSKIP("root may write everything");
    const QString folder = m_folder->filePath(u"readonly"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    // Of a folder that a link leads to the rights are left as they are.
    QVERIFY(QFile::link(folder, m_folder->filePath(u"link"_s)));
    const ServiceFactsFile facts(m_folder->filePath(u"link/services.json"_s));
    const auto kept = facts.put(u"https://a"_s, {.rules = turnedRound()});
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, u"no-rights"_s);
    QVERIFY(!kept.error().file.isEmpty());
#else
    QSKIP("folders have other rights here");
#endif
}

void tst_ServiceFacts::aConnectionBeginsWithThem()
{
    const QString address = u"http://127.0.0.1:7"_s;
    const QString key = registryKeyOf({.endpoint = *Endpoint::fromText(address)});
    QVERIFY(ServiceFactsFile(paths::servicesFile()).put(key, {.rules = turnedRound()}));
    MemoryStore keys;
    Profiles profiles(m_folder->filePath(u"profiles.json"_s), keys);
    Connector connector(profiles);
    const auto direct = wait(
        connector.settings({UseEndpoint{*Endpoint::fromText(address)}, u"1"_s}));
    QVERIFY(direct);
    QCOMPARE(direct->rules, turnedRound());
    QVERIFY(wait(profiles.store({.name = u"p"_s, .endpoint = address}, canaryKey(),
                                Profiles::Keep::ThisSession)));
    const auto stored = wait(connector.settings({UseProfile{u"p"_s}, {}}));
    QVERIFY(stored);
    QCOMPARE(stored->rules, turnedRound());
    const Connection connection(*stored);
    QCOMPARE(connection.rules(), turnedRound());
    QCOMPARE(connection.settings().rules, turnedRound());
}

MODELSCRIBE_TEST(tst_ServiceFacts)

} // namespace tst_servicefacts

#include "tst_servicefacts.moc"
